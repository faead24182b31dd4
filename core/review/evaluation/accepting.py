"""Taking over the model's view of a probable label error: a pure edit, so that it can be undone like any other."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from core.boxes import overlaps
from core.editing import edits
from core.geometry import Box, Mask
from core.images import read_rgb
from core.inference.model_folder import ModelFolder
from core.inference.predictor import LOWEST_SCORE, Predictor
from core.review.acceptance import SAME_THING, on_pixels
from core.review.evaluation.label_errors import Doubt, LabelError
from core.voc.annotation import Annotation

_SAME_IOU = 0.9
"""What a version finds again is the same thing, but for the rounding of its numbers."""
_SAME_PX = 0.51
"""The box that was judged is the object's own, but for the rounding of its numbers in a file."""


def can_accept(error: LabelError) -> bool:
    """Tell whether there is an edit that does it; a region's outline is a matter for the brush."""
    return error.kind is not Doubt.REGION


def needs_outline(error: LabelError, task: str) -> bool:
    """Tell whether taking over the view of a version of that task wants :func:`models_outline`."""
    return task == "instances" and error.kind in (Doubt.OVERLOOKED, Doubt.BADLY_PLACED)


def models_outline(model_folder: ModelFolder, picture: Path, error: LabelError) -> Mask | None:
    """Ask the version once more for its outline of what it sees there, which an evaluation does not keep.

    None where it sees it no longer, because picture or version are others now. Not on the main thread.

    Raises:
        ImageFileError: the picture cannot be read.
        ModelFolderError: the version cannot be loaded.
    """
    found = Predictor(model_folder).predict([read_rgb(picture)], LOWEST_SCORE)[0]
    if error.model_box is None or not found.masks:
        return None
    fits = overlaps(np.array([error.model_box], np.float32), found.boxes)[0]
    best = int(np.where(found.labels == error.model_label, fits, 0).argmax())
    return found.masks[best] if fits[best] >= _SAME_IOU and found.labels[best] == error.model_label else None


def with_models_view(
    annotation: Annotation, error: LabelError, labels: Sequence[str], outline: Mask | None = None
) -> Annotation | None:
    """Return the annotation as the model would have it; None where that cannot be, as the object was changed since.

    An overlooked object is added, a swapped label replaced, a badly placed object moved, a tag given, taken away or
    replaced. What is added or moved becomes the model's ``outline`` where it has one, else its box; a polygon or mask
    is never replaced by a box: None.
    """
    ours = None if error.label is None else labels[error.label]
    theirs = None if error.model_label is None else labels[error.model_label]
    if error.kind is Doubt.TAG:
        return _with_tags(annotation, ours, theirs)
    if theirs is None or error.model_box is None or error.kind is Doubt.REGION:
        return None
    place = _place(annotation, error, ours)
    if error.kind is Doubt.SWAPPED:
        return None if place is None else edits.set_label(annotation, [place], theirs)
    box = on_pixels(Box(*error.model_box), annotation)
    if box is None:
        return None  # the picture is another one now, or it is too thin for a pixel
    shape = outline or box
    if error.kind is Doubt.OVERLOOKED:
        there = any(thing.label == theirs and thing.shape.bounds.iou(box) >= SAME_THING for thing in annotation.objects)
        return None if there else edits.add_object(annotation, theirs, shape)
    if place is None:
        return None
    boxed = isinstance(annotation.objects[place].shape, Box)
    return edits.set_shape(annotation, place, shape) if boxed or outline is not None else None


def _with_tags(annotation: Annotation, ours: str | None, theirs: str | None) -> Annotation | None:
    if ours is not None and ours not in annotation.tags:
        return None
    kept = [tag for tag in annotation.tags if tag != ours]
    return edits.set_tags(annotation, [*kept, theirs] if theirs is not None else kept)


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
