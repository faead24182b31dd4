"""What a person did by hand from one value of an annotation to the next, and what of it no version had suggested."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from core.editing.hit_test import unchanged_ends
from core.geometry import Shape
from core.review.acceptance import SAME_THING
from core.review.overlap import overlap
from core.review.verdicts import Doing, Missed, Work
from core.voc.annotation import Annotation, VocObject


@dataclass(frozen=True)
class Step:
    """One object before and after; None where it was not there."""

    before: VocObject | None
    after: VocObject | None


def steps_between(before: Annotation, after: Annotation) -> list[Step]:
    """Return which objects came, went, or are others now; those that only changed places are the same."""
    first, last = unchanged_ends(before.objects, after.objects)
    old, new = before.objects[first : len(before.objects) - last], after.objects[first : len(after.objects) - last]
    common = Counter(old) & Counter(new)
    gone, come = _without(old, common), _without(new, common)
    paired = min(len(gone), len(come))
    return [
        *(Step(*pair) for pair in zip(gone[:paired], come[:paired], strict=True)),
        *(Step(None, thing) for thing in come[paired:]),
        *(Step(thing, None) for thing in gone[paired:]),
    ]


def _without(things: Sequence[VocObject], common: Mapping[VocObject, int]) -> list[VocObject]:
    """Return the things but for as many of each as are ``common``, the first ones."""
    left = dict(common)
    kept = []
    for thing in things:
        if left.get(thing, 0):
            left[thing] -= 1
        else:
            kept.append(thing)
    return kept


def work_between(image: str, before: Annotation, after: Annotation) -> list[Work]:
    """Return what a person did to objects and tags; states, attributes and the order of objects are no such work."""
    done = [work for step in steps_between(before, after) for work in _work_of(image, step)]
    changed = [*(tag for tag in after.tags if tag not in before.tags),
               *(tag for tag in before.tags if tag not in after.tags)]  # fmt: skip
    return done + [Work(image=image, what=Doing.TAGGED, label=tag) for tag in changed]


def not_suggested(
    image: str,
    drawn: Sequence[VocObject],
    tags: Sequence[str],
    suggested: Mapping[str, Sequence[tuple[str, Shape | None]]],
) -> list[Missed]:
    """Return what of the objects and tags that a person drew and gave each version did not suggest.

    ``suggested`` has label and shape of all that a version ever suggested on the image, whatever became of it, under
    each version that has looked there. The same thing has the same label and an IoU of ``SAME_THING`` or more.
    """
    things: list[tuple[str, Shape | None]] = [
        *((one.label, one.shape) for one in drawn),
        *((tag, None) for tag in tags),
    ]
    return [
        Missed(image=image, model=model, label=label, shape=shape)
        for model, found in suggested.items()
        for label, shape in things
        if not any(label == name and overlap(shape, other) >= SAME_THING for name, other in found)
    ]


def _work_of(image: str, step: Step) -> Iterator[Work]:
    before, after = step.before, step.after
    if before is None and after is not None:
        yield Work(image=image, what=Doing.DRAWN, label=after.label)
    elif before is not None and after is None:
        yield Work(image=image, what=Doing.DELETED, label=before.label)
    elif before is not None and after is not None:
        if before.shape != after.shape:
            yield Work(image=image, what=Doing.MOVED, label=after.label)
        if before.label != after.label:
            yield Work(image=image, what=Doing.RELABELLED, label=after.label)
