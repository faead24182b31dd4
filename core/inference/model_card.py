"""``card.json``: what a published model is and where it comes from."""

from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from core.errors import ModelFolderError

_Side = Annotated[int, Field(gt=0)]


class LabelMetrics(BaseModel):
    """How well one label is found; None where the validation images have no object of it."""

    model_config = ConfigDict(frozen=True)

    map50: float | None
    map: float | None
    objects: int


class CardMetrics(BaseModel):
    """How well the model did on its validation images, 0 to 1."""

    model_config = ConfigDict(frozen=True)

    map50: float | None
    map: float | None
    per_label: dict[str, LabelMetrics]


class ModelCard(BaseModel):
    """What a published model is and where it comes from.

    ``input_size`` is (height, width); ``labels`` are in the order of the network's outputs. ``dataset_hash`` names
    the very annotations it learned from, ``parent`` the version that it went on from, ``spec`` and ``run`` how it was
    trained, ``created`` is a time in ISO 8601, UTC.
    """

    model_config = ConfigDict(frozen=True)

    format: int = 1
    name: str
    version: int = Field(ge=1)
    task: str = "detection"
    model: str
    labels: tuple[str, ...] = Field(min_length=1)
    input_size: tuple[_Side, _Side]
    normalisation: str = (
        "RGB / 255; longest side fits, padded right and bottom with grey 114; the rest is in the network"
    )
    metrics: CardMetrics | None = None
    dataset_hash: str
    train_images: int = Field(ge=0)
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
