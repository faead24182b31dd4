"""``card.json``: what a published model is and where it comes from."""

from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from core.errors import ModelFolderError

_Side = Annotated[int, Field(gt=0)]


class LabelMetrics(BaseModel):
    """One label's figures by name, None where the validation images have nothing of it; and how many objects there are.

    For classification the objects are images, for semantic segmentation pixels.
    """

    model_config = ConfigDict(frozen=True)

    values: dict[str, float | None]
    objects: int


class CardMetrics(BaseModel):
    """How well the model did on its validation images: the task's figures by name, 0 to 1, the headline first."""

    model_config = ConfigDict(frozen=True)

    values: dict[str, float | None]
    per_label: dict[str, LabelMetrics]

    @property
    def headline(self) -> float | None:
        """The figure by which versions are compared."""
        return next(iter(self.values.values()), None)

    @model_validator(mode="before")
    @classmethod
    def _as_cards_said_before(cls, said: Any) -> Any:
        """Read the cards of the time when there was detection alone: map50 and map stood without a name for both."""
        if not isinstance(said, dict) or "values" in said or "map50" not in said:
            return said
        names = ("map50", "map")
        per_label = {
            name: {"values": {one: own[one] for one in names}, "objects": own["objects"]}
            for name, own in said["per_label"].items()
        }
        return {"values": {one: said[one] for one in names}, "per_label": per_label}


class CardSplit(BaseModel):
    """The image sets a model came from: their names, their sizes, and the SHA-256 of their images' names in order.

    The names themselves lie beside the card in ``split.json``.
    """

    model_config = ConfigDict(frozen=True)

    train_set: str
    val_set: str
    train_images: int
    val_images: int
    train_hash: str
    val_hash: str


class ModelCard(BaseModel):
    """What a published model is and where it comes from.

    ``input_size`` is (height, width); ``labels`` are in the order of the network's outputs. ``dataset_hash`` names
    the very annotations it learned from, ``parent`` the version that it went on from, ``spec`` and ``run`` how it was
    trained, ``created`` is a time in ISO 8601, UTC. The network looks at ``region`` of each image (left, top, right,
    bottom as shares of its sides; None is all), cut into ``tiles`` x ``tiles`` parts that share ``overlap`` of a side.
    ``anchors`` (width, height in input pixels) and ``exclusive`` (an image has exactly one tag) are what builds the
    very network once more beside the spec; ``exclusive`` is None on cards of before it was kept.
    ``packages`` are the versions of what trained it, by name; cards of older programs have neither them nor ``split``.
    """

    model_config = ConfigDict(frozen=True)

    format: int = 1
    name: str
    version: int = Field(ge=1)
    task: str = "detection"
    model: str
    labels: tuple[str, ...] = Field(min_length=1)
    input_size: tuple[_Side, _Side]
    region: tuple[float, float, float, float] | None = None
    tiles: int = Field(default=1, ge=1)
    overlap: float = 0.0
    anchors: tuple[tuple[float, float], ...] | None = None
    exclusive: bool | None = None
    normalisation: str = (
        "RGB / 255; longest side fits, padded right and bottom with grey 114; the rest is in the network"
    )
    metrics: CardMetrics | None = None
    dataset_hash: str
    train_images: int = Field(ge=0)
    split: CardSplit | None = None
    packages: dict[str, str] = Field(default_factory=dict)
    parent: str | None = None
    run: str | None = None
    spec: dict[str, Any] = Field(default_factory=dict)
    created: str


def read_card(path: Path) -> ModelCard:
    """Return the card in the file, whose folder is the model's.

    Raises:
        ModelFolderError: there is none, or it is not whole.
    """
    try:
        return ModelCard.model_validate_json(path.read_bytes())
    except FileNotFoundError as error:
        raise ModelFolderError(
            f"{path.parent}: is no model, for it has no {path.name}; choose another version."
        ) from error
    except OSError as error:
        raise ModelFolderError(f"{path}: cannot be read ({error.strerror}).") from error
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"]) or "the file"
        reason = f"{place}: {first['msg']}"
        raise ModelFolderError(f"{path}: is not whole ({reason}); remove the folder or train again.") from error
