"""What a version saw but was not sure enough of: the suggestions below the threshold, for whoever asks at a place."""

from collections.abc import Sequence

from core.editing.hit_test import covers
from core.geometry import XY, Box
from core.inference.suggestion import Suggestion
from core.review.acceptance import offered, on_pixels
from core.voc.annotation import Annotation


def hidden(annotation: Annotation, suggestions: Sequence[Suggestion], threshold: float) -> list[Suggestion]:
    """Return the suggestions with a score below the threshold that say something new, in their order; never tags."""
    below = [one for one in suggestions if one.score < threshold and one.shape is not None]
    return offered(annotation, below) if below else []


def hidden_at(annotation: Annotation, suggestions: Sequence[Suggestion], threshold: float, at: XY) -> Suggestion | None:
    """Return the best one below the threshold that covers a place of the image, in pixels, and says something new.

    The highest score goes first, of equal ones the smaller shape. Masks and polygons count as they are, not their
    bounds. Points and lines cover nothing; a box of which no pixel is left inside the image could not be accepted.
    None where there is no such suggestion.
    """
    here = [one for one in suggestions if _lies_at(one, annotation, at)]
    return min(hidden(annotation, here, threshold), key=_rank, default=None)


def _rank(suggestion: Suggestion) -> tuple[float, float]:
    assert suggestion.shape is not None  # hidden leaves tags out
    return -suggestion.score, suggestion.shape.bounds.area


def _lies_at(suggestion: Suggestion, annotation: Annotation, at: XY) -> bool:
    shape = suggestion.shape
    if shape is None or not shape.bounds.contains(*at) or not covers(shape, at):
        return False
    return not isinstance(shape, Box) or on_pixels(shape, annotation) is not None
