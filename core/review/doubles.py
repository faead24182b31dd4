"""What several versions suggest of one image, each thing once."""

from collections.abc import Sequence

import numpy as np

from core.inference.suggestion import Suggestion
from core.review.acceptance import SAME_THING
from core.review.overlap import overlaps
from core.review.store import SuggestionStore
from core.review.stored import COLUMNS, stored

_REJECTED = f"SELECT {COLUMNS} FROM suggestion WHERE image = ? AND verdict = 'rejected'"


def without_doubles(suggestions: Sequence[Suggestion], rejected: Sequence[Suggestion] = ()) -> list[Suggestion]:
    """Return one image's suggestions, in their order, without those on which a newer version has spoken as well.

    Which version is newer the numbers of its suggestions say. Two of one version are never doubles: it suppresses its
    own. A tag is a double of the same tag, by the project's name or by the one that versions of one model have for it:
    the project may call it otherwise since. The word of a newer version counts though it was ``rejected``: else what a
    person has rejected came back as what an older one had said of the same thing.
    """
    latest: dict[str, int] = {}
    for one in (*suggestions, *rejected):
        latest[one.model] = max(latest.get(one.model, 0), one.id or 0)
    if len(latest) < 2:
        return list(suggestions)
    kept: list[Suggestion] = []
    spoken: list[Suggestion] = []
    for model in sorted(latest, key=lambda model: -latest[model]):
        own = _unspoken([one for one in suggestions if one.model == model], spoken)
        kept += own
        spoken += [*own, *(one for one in rejected if one.model == model)]
    stays = set(map(id, kept))
    return [one for one in suggestions if id(one) in stays]


def rejected_on(store: SuggestionStore, image: str) -> list[Suggestion]:
    """Return what a person has rejected on an image.

    Raises:
        DatasetError: the store cannot be read.
    """
    return [stored(row) for row in store.read(_REJECTED, (image,))]


def _unspoken(own: Sequence[Suggestion], newer: Sequence[Suggestion]) -> list[Suggestion]:
    """Return those of one version's suggestions of which newer versions say nothing."""
    tags = {name for other in newer if other.shape is None for name in _names(other)}
    shapes = [other.shape for other in newer if other.shape is not None]
    placed = [(one, one.shape) for one in own if one.shape is not None]
    spoken = np.any(overlaps([shape for _, shape in placed], shapes, SAME_THING) >= SAME_THING, axis=1).tolist()
    gone = {id(one) for (one, _), double in zip(placed, spoken, strict=True) if double}
    return [one for one in own if id(one) not in gone and (one.shape is not None or tags.isdisjoint(_names(one)))]


def _names(tag: Suggestion) -> set[tuple[str, str]]:
    """Return what a tag is called: by whom (nobody is the project), and what."""
    model = tag.model.rpartition("@")[0]
    return {("", tag.label), (model, tag.own)} if tag.own else {("", tag.label)}
