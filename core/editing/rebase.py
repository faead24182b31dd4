"""Putting what a person said of an image over a file that another program has written meanwhile."""

from dataclasses import replace

from core.voc.annotation import Annotation, VocObject


def rebased(mine: Annotation, theirs: Annotation) -> Annotation:
    """Return an annotation that says what ``mine`` says and refers to the file of ``theirs``.

    An object that both have alike is taken as theirs, so that what its element holds beyond our knowledge stays in the
    file; all others of mine are written anew.
    """
    free: dict[VocObject, list[int | None]] = {}
    for thing in theirs.objects:
        free.setdefault(thing, []).append(thing.origin)
    objects = tuple(replace(thing, origin=_taken(free, thing)) for thing in mine.objects)
    return replace(mine, objects=objects, source=theirs.source, filename=theirs.filename)


def _taken(free: dict[VocObject, list[int | None]], thing: VocObject) -> int | None:
    places = free.get(thing)
    return places.pop(0) if places else None
