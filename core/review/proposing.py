"""How a model is asked for suggestions, and what becomes of what it finds."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any

import numpy as np

from core.editing.outline import polygons_of
from core.errors import InvalidValueError
from core.geometry import Mask, Polygon, Shape
from core.inference.model_folder import ModelFolder
from core.inference.suggestion import Suggestion
from core.tasks import task_named
from core.tasks.choice import NEVER, OVERLAP, Choice
from core.voc.annotation import checked_text

if TYPE_CHECKING:
    from core.inference.model_card import ModelCard

KEPT_FROM = 0.1
"""Suggestions below this score are not kept: nobody would look through them."""
MOST_TILES = 32
_CRUMB = 0.1
"""A part of a mask that is smaller than this share of its largest part becomes no polygon of its own."""


class Suppression(StrEnum):
    """Which boxes drop each other where they overlap: those of one label, or all."""

    LABELS = "labels"
    ALL = "all"


class Outlines(StrEnum):
    """What masks are suggested as."""

    AS_FOUND = "as found"
    POLYGON = "polygon"


@dataclass(frozen=True, kw_only=True)
class PrelabelSettings:
    """What is asked of a model.

    Of what it finds is kept what scores ``min_score`` (0 to 1) or more, or what ``thresholds`` says for a label of the
    model. Of boxes that overlap by more than ``overlap`` (IoU, 0 to 1) the best one stays: of one label, or of all, as
    ``suppression`` says. ``labels`` gives names of the model the project's names; None leaves a label out.

    A picture is looked at in ``tiles`` x ``tiles`` parts that share ``tile_overlap`` (0 to 0.5) of a side, and only in
    its ``region`` (left, top, right, bottom as shares of its sides); None is as the model's card says. With POLYGON
    masks become polygons that stray from them by no more than ``tolerance`` pixels.

    Raises InvalidValueError where a value is none of these.
    """

    min_score: float = KEPT_FROM
    thresholds: Mapping[str, float] = field(default_factory=dict)
    suppression: Suppression = Suppression.LABELS
    overlap: float = OVERLAP
    tiles: int | None = None
    tile_overlap: float = 0.2
    region: tuple[float, float, float, float] | None = None
    shape: Outlines = Outlines.AS_FOUND
    tolerance: float = 1.0
    labels: Mapping[str, str | None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        shares = {"threshold": [self.min_score, *self.thresholds.values()], "overlap": [self.overlap]}
        for what, values in shares.items():
            if not all(0 <= value <= 1 for value in values):
                raise InvalidValueError(f"The {what} is from 0 to 1, not {values}.")
        if not 0 <= self.tile_overlap <= 0.5:
            raise InvalidValueError(f"Tiles share from 0 to 0.5 of their side, not {self.tile_overlap}.")
        if self.tiles is not None and not 1 <= self.tiles <= MOST_TILES:
            raise InvalidValueError(f"There are 1 to {MOST_TILES} tiles on each side, not {self.tiles}.")
        if not 0 <= self.tolerance <= 100:
            raise InvalidValueError(f"The tolerance is from 0 to 100 pixels, not {self.tolerance}.")
        if self.region is not None and not _is_region(self.region):
            raise InvalidValueError(
                f"The region is left, top, right and bottom from 0 to 1, left and top the smaller ones: {self.region}."
            )
        for name in self.labels.values():
            if name is not None:
                checked_text(name, "label")
        object.__setattr__(self, "suppression", Suppression(self.suppression))
        object.__setattr__(self, "shape", Outlines(self.shape))

    def least_score(self, label: str) -> float:
        """Return from which score on a label of the model is kept."""
        return self.thresholds.get(label, self.min_score)

    def project_label(self, label: str) -> str | None:
        """Return what the project calls a label of the model; None where it is left out."""
        return self.labels.get(label, label)


def looking(model_folder: ModelFolder, settings: PrelabelSettings) -> ModelFolder:
    """Return the version as one that looks at pictures the way the settings ask for."""
    changes: dict[str, Any] = {}
    if settings.tiles is not None:
        changes.update(tiles=settings.tiles, overlap=settings.tile_overlap)
    if settings.region is not None:
        changes.update(region=settings.region)
    return replace(model_folder, card=model_folder.card.model_copy(update=changes)) if changes else model_folder


def choice_of(card: "ModelCard", settings: PrelabelSettings) -> Choice:
    """Return what of the answers of the card's network is taken."""
    names = [settings.project_label(label) for label in card.labels]
    least = [
        NEVER if name is None else settings.least_score(label) for label, name in zip(card.labels, names, strict=True)
    ]
    same = np.array([names.index(name) for name in names], np.int64) if len(set(names)) < len(names) else None
    return Choice(
        min_score=np.array(least, np.float32),
        overlap=settings.overlap,
        across=settings.suppression is Suppression.ALL,
        same=same,
    )


def proposed(image: str, found: Any, model_folder: ModelFolder, settings: PrelabelSettings) -> list[Suggestion]:
    """Turn what a version found on one image into suggestions as the settings ask for them, the surest first."""
    card, model = model_folder.card, model_folder.reference
    return [
        Suggestion(image=image, label=name, shape=shape, score=score, model=model, own=label)
        for label, whole, score in task_named(card.task).suggestions(found, card.labels)
        if score >= settings.least_score(label) and (name := settings.project_label(label)) is not None
        for shape in _shapes(whole, settings)
    ]


def suggestions_of(image: str, found: Any, model_folder: ModelFolder, min_score: float = 0.0) -> list[Suggestion]:
    """Turn what was found on one image with ``min_score`` or more into suggestions."""
    return proposed(image, found, model_folder, PrelabelSettings(min_score=min_score))


def _shapes(shape: Shape | None, settings: PrelabelSettings) -> Iterator[Shape | None]:
    """Yield what a shape is suggested as: itself, or a polygon for each part of a mask that is more than a crumb."""
    if settings.shape is Outlines.AS_FOUND or not isinstance(shape, Mask):
        yield shape
        return
    polygons: Sequence[Polygon] = polygons_of(shape, settings.tolerance)
    largest = max(polygon.area for polygon in polygons)
    yield from (polygon for polygon in polygons if polygon.area >= _CRUMB * largest)


def _is_region(region: Sequence[float]) -> bool:
    return len(region) == 4 and 0 <= region[0] < region[2] <= 1 and 0 <= region[1] < region[3] <= 1
