"""What is said of a whole image: its tags, and how far its labelling is."""

from dataclasses import replace

from core.editing.edits import set_tags
from core.voc.annotation import HIDDEN, LOCKED, Annotation, State, VocObject

OK, NG = "OK", "NG"
"""The two tags that one key gives; an image has one of them at most."""
_EXCLUDES = {OK: NG, NG: OK}


def add_tag(annotation: Annotation, tag: str) -> Annotation:
    """Return the annotation with one more tag; OK takes NG's place and NG takes OK's.

    Raises:
        InvalidValueError: the tag cannot be written.
    """
    excluded = opposite(tag)
    return set_tags(annotation, (*(known for known in annotation.tags if known != excluded), tag))


def opposite(tag: str) -> str | None:
    """Return the tag that an image with this one does not have, if there is such a one."""
    return _EXCLUDES.get(tag)


def remove_tag(annotation: Annotation, tag: str) -> Annotation:
    """Return the annotation without that tag."""
    return replace(annotation, tags=tuple(known for known in annotation.tags if known != tag))


def toggle_tag(annotation: Annotation, tag: str) -> Annotation:
    """Return the annotation with that tag if it was without, and the other way round.

    Raises:
        InvalidValueError: the tag cannot be written.
    """
    return remove_tag(annotation, tag) if tag in annotation.tags else add_tag(annotation, tag)


def set_state(annotation: Annotation, state: State) -> Annotation:
    """Return the annotation in that state; NEW and IN_WORK both take the marks away."""
    return replace(annotation, verified=state in (State.DONE, State.CHECKED), checked=state is State.CHECKED)


def unchecked_where_changed(before: Annotation, after: Annotation) -> Annotation:
    """Return ``after`` without the 'checked' mark where its objects or tags are no longer those that were checked.

    'Done' stays: whoever corrects a done image still calls it done, but the second look was at another value.
    Locks and visibility are no statement about the image and keep the mark.
    """
    if not (before.checked and after.checked) or _said(before) == _said(after):
        return after
    return replace(after, checked=False)


def _said(annotation: Annotation) -> tuple[tuple[VocObject, ...], tuple[str, ...]]:
    free = (thing.with_attribute(LOCKED, None).with_attribute(HIDDEN, None) for thing in annotation.objects)
    return tuple(free), annotation.tags
