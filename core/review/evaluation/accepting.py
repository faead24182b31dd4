"""Taking over the model's view of a probable label error: a pure edit, so that it can be undone like any other."""

from collections.abc import Sequence

from core.editing import edits
from core.geometry import Box
from core.review.evaluation.label_errors import Doubt, LabelError
from core.review.evaluation.mistakes import Corners
from core.voc.annotation import Annotation

_SAME_PX = 0.51
"""The box that was judged is the object's own, but for the rounding of its numbers in a file."""


def can_accept(error: LabelError) -> bool:
    """Tell whether there is an edit that does it; a region's outline is a matter for the brush."""
    return error.kind is not Doubt.REGION


def with_models_view(annotation: Annotation, error: LabelError, labels: Sequence[str]) -> Annotation | None:
    """Return the annotation as the model would have it; None where the object was changed since it was judged.

    An overlooked object is added as a box, a swapped label replaced, a badly placed box moved (a polygon or mask is
    left to the person: None), a tag given, taken away or replaced.
    """
    ours = None if error.label is None else labels[error.label]
    theirs = None if error.model_label is None else labels[error.model_label]
    if error.kind is Doubt.TAG:
        return _with_tags(annotation, ours, theirs)
    if theirs is None or error.model_box is None or error.kind is Doubt.REGION:
        return None
    box = _on_pixels(error.model_box, annotation)
    if error.kind is Doubt.OVERLOOKED:
        there = any(thing.label == theirs and thing.shape.bounds.iou(box) >= 0.5 for thing in annotation.objects)
        return None if there else edits.add_object(annotation, theirs, box)
    place = _place(annotation, error, ours)
    if place is None:
        return None
    if error.kind is Doubt.SWAPPED:
        return edits.set_label(annotation, [place], theirs)
    return edits.set_shape(annotation, place, box) if isinstance(annotation.objects[place].shape, Box) else None


def _with_tags(annotation: Annotation, ours: str | None, theirs: str | None) -> Annotation | None:
    if ours is not None and ours not in annotation.tags:
        return None
    kept = [tag for tag in annotation.tags if tag != ours]
    return edits.set_tags(annotation, [*kept, theirs] if theirs is not None else kept)


def _on_pixels(corners: Corners, annotation: Annotation) -> Box:
    """Return the box inside the image, on whole pixels as XML keeps them."""
    box = Box(*corners).clamped(annotation.width, annotation.height)
    return Box(round(box.x0), round(box.y0), round(box.x1), round(box.y1))


def _place(annotation: Annotation, error: LabelError, label: str | None) -> int | None:
    """Return where the object that was judged is now: its label and its box must be what they were."""
    if error.box is None:
        return None
    for place in sorted(range(len(annotation.objects)), key=lambda place: place != error.place):
        thing = annotation.objects[place]
        bounds = thing.shape.bounds
        edges = zip((bounds.x0, bounds.y0, bounds.x1, bounds.y1), error.box, strict=True)
        if thing.label == label and all(abs(one - other) < _SAME_PX for one, other in edges):
            return place
    return None
