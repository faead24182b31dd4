"""From suggestions to ground truth: pure functions, so that accepting is an ordinary, undoable edit."""

from collections.abc import Sequence
from dataclasses import replace

from core.geometry import Box, Shape
from core.inference.suggestion import Suggestion
from core.voc.annotation import Annotation, VocObject

SAME_THING = 0.5
"""Two boxes of one label that overlap by this IoU or more are taken for the same thing."""


def accept(annotation: Annotation, suggestions: Sequence[Suggestion]) -> Annotation:
    """Return the annotation with the suggestions added as objects, in their order, cut at the image's border.

    What lies outside of the image altogether is left out. The objects that are there already stay as they are.
    """
    added = [
        VocObject(label=suggestion.label, shape=shape)
        for suggestion in suggestions
        if (shape := _inside(suggestion, annotation)) is not None
    ]
    return replace(annotation, objects=(*annotation.objects, *added))


def offered(annotation: Annotation, suggestions: Sequence[Suggestion]) -> list[Suggestion]:
    """Return those suggestions that say something new: not the same thing as an object that is there already."""
    return [
        suggestion
        for suggestion in suggestions
        if not any(
            thing.label == suggestion.label and thing.shape.bounds.iou(suggestion.shape.bounds) >= SAME_THING
            for thing in annotation.objects
        )
    ]


def _inside(suggestion: Suggestion, annotation: Annotation) -> Shape | None:
    """Return the suggestion's shape inside the image, on whole pixels as XML keeps them; None if nothing is left."""
    if not isinstance(suggestion.shape, Box):
        return suggestion.shape
    box = suggestion.shape.clamped(annotation.width, annotation.height)
    box = Box(round(box.x0), round(box.y0), round(box.x1), round(box.y1))
    return box if box.area > 0 else None
