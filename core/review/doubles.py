"""What several versions suggest of one image, each thing once."""

from collections.abc import Sequence

from core.inference.suggestion import Suggestion
from core.review.acceptance import SAME_THING
from core.review.overlap import overlaps


def without_doubles(suggestions: Sequence[Suggestion]) -> list[Suggestion]:
    """Return one image's suggestions, in their order, without those on which a newer version has spoken as well.

    Which version is newer the numbers of its suggestions say. Two of one version are never doubles: it suppresses its
    own. A tag is a double of the same tag.
    """
    latest: dict[str, int] = {}
    for one in suggestions:
        latest[one.model] = max(latest.get(one.model, 0), one.id or 0)
    if len(latest) < 2:
        return list(suggestions)
    kept: list[Suggestion] = []
    for model in sorted(latest, key=lambda model: -latest[model]):
        own = [one for one in suggestions if one.model == model]
        kept += [one for one in own if not _spoken_of(one, kept)]
    return [one for one in suggestions if one in kept]


def _spoken_of(one: Suggestion, newer: Sequence[Suggestion]) -> bool:
    if one.shape is None:
        return any(other.shape is None and other.label == one.label for other in newer)
    shapes = [other.shape for other in newer if other.shape is not None]
    return bool(shapes) and bool((overlaps([one.shape], shapes, SAME_THING) >= SAME_THING).any())
