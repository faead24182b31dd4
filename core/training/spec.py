"""What a training run is to do: a frozen value, checked when it is made and kept in the run folder."""

from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator, model_validator

from core.errors import SpecError
from core.inference.model_folder import checked_name
from core.training.augmentation import Augmentation
from core.training.model_kinds import ModelKind, Recipe
from core.training.recipes import DEFAULT_MODEL, MODELS

_Share = Annotated[float, Field(ge=0, le=1)]
_Side = Annotated[int, Field(ge=32, le=4096, multiple_of=8)]


class Spec(BaseModel):
    """Everything that decides a run, in one value.

    ``name`` is what the published model will be called, ``model`` the kind of network. ``input_size`` is the network's
    input (height, width); None takes it from the shape of the images, its longest side ``image_size``. An epoch sees
    each image ``repeats`` times. ``average`` is the decay of the moving average of the weights that is evaluated and
    published, 0 for none.

    ``weights`` is what the network starts from: None for random ones, ``drawn`` for those that travel with the program
    and were learned from drawn pictures, ``pretrained`` for torchvision's, or a file;
    ``continue_from`` is a published version, such as ``parts@2``, instead. ``device`` is ``auto``, ``cpu``, ``cuda`` or
    ``mps``. ``threads`` 0 takes every processor, ``time_budget_s`` None has no limit. ``cache_mb`` is how much memory
    decoded images may take. ``workers`` is how many threads make the images ready, 0 chooses by
    the device.

    ``backbone`` None is the kind's own. Of each image the network sees ``region`` (left, top, right, bottom as shares
    of its sides; None is all), cut into ``tiles`` x ``tiles`` parts that share ``overlap`` of a side with the next.
    ``labels`` None learns every label (or tag) that ``least_images`` training images have. ``fit_anchors`` takes the
    boxes that a network starts from out of the dataset, ``label_weights`` lets rare labels weigh more. ``patience`` is
    after how many epochs without a better one the run ends, None never. ``processes`` is how many share each batch.
    A ``throw_away`` run is for trying something: it is never published. ``train_share`` is how much of the training
    images it learns from (1 is all), a smaller share being part of a larger one. ``tensorboard`` writes such event
    files too.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    model: str = DEFAULT_MODEL
    backbone: str | None = None
    recipe: str | None = None
    train_set: str = "train"
    val_set: str = "val"
    image_size: _Side
    input_size: tuple[_Side, _Side] | None = None
    region: tuple[_Share, _Share, _Share, _Share] | None = None
    tiles: int = Field(default=1, ge=1, le=16)
    overlap: float = Field(default=0.2, ge=0, le=0.5)
    labels: tuple[str, ...] | None = None
    least_images: int = Field(default=1, ge=1)
    fit_anchors: bool = False
    label_weights: bool = False
    epochs: int = Field(ge=1, le=100_000)
    repeats: int = Field(default=1, ge=1, le=1000)
    batch_size: int = Field(ge=1, le=1024)
    learning_rate: float = Field(gt=0, lt=10, allow_inf_nan=False)
    weight_decay: float = Field(default=0.05, ge=0, lt=1)
    warmup_steps: int = Field(default=30, ge=0)
    average: float = Field(default=0.0, ge=0, lt=1)
    augmentation: Augmentation = Augmentation()
    weights: str | None = None
    continue_from: str | None = None
    seed: int = Field(default=0, ge=0, lt=2**31)
    device: Literal["auto", "cpu", "cuda", "mps"] = "auto"
    threads: int = Field(default=0, ge=0, le=1024)
    workers: int = Field(default=0, ge=0, le=64)
    cache_mb: int = Field(default=2048, ge=0)
    time_budget_s: float | None = Field(default=None, gt=0)
    patience: int | None = Field(default=None, ge=1)
    precision: Literal["auto", "32", "bf16", "16"] = "auto"
    channels_last: bool = True
    processes: int = Field(default=1, ge=1, le=256)
    throw_away: bool = False
    train_share: float = Field(default=1.0, gt=0, le=1)
    tensorboard: bool = False

    @field_validator("name")
    @classmethod
    def _name_is_a_folder(cls, name: str) -> str:
        return checked_name(name)

    @field_validator("model")
    @classmethod
    def _model_is_known(cls, model: str) -> str:
        kind_of(model)
        return model

    @field_validator("region")
    @classmethod
    def _region_has_an_area(cls, region: tuple[float, ...] | None) -> tuple[float, ...] | None:
        if region is not None and not (region[0] < region[2] and region[1] < region[3]):
            raise SpecError(f"A region is left, top, right and bottom with an area between, not {region}.")
        return region

    @model_validator(mode="after")
    def _backbone_is_known(self) -> "Spec":
        known = [backbone.name for backbone in kind_of(self.model).backbones]
        if self.backbone is not None and self.backbone not in known:
            offered = f"choose one of: {', '.join(known)}" if known else "leave it out"
            raise SpecError(f"The model '{self.model}' has no backbone '{self.backbone}'; {offered}.")
        return self

    @property
    def task(self) -> str:
        """The name of the task that the model serves."""
        return kind_of(self.model).task

    def __init__(self, **values: Any) -> None:
        try:
            super().__init__(**values)
        except ValidationError as error:
            raise SpecError(_in_words(error), _field(error)) from error

    @classmethod
    def for_model(cls, model: str = DEFAULT_MODEL, *, recipe: str | None = None, **changes: Any) -> "Spec":
        """Return the spec of a model's recipe, the default one or the one named, with ``changes``; needs ``name``.

        Raises:
            SpecError: there is no such model or recipe, or a value does not do.
        """
        kind = kind_of(model)
        chosen = _recipe_of(kind, recipe)
        values: dict[str, Any] = {
            "model": model,
            "recipe": chosen.name,
            "epochs": chosen.epochs,
            "repeats": chosen.repeats,
            "batch_size": chosen.batch_size,
            "learning_rate": chosen.learning_rate,
            "image_size": max(chosen.image_size),
            "weight_decay": chosen.weight_decay,
            "warmup_steps": chosen.warmup_steps,
            "average": chosen.average,
            "label_weights": chosen.label_weights,
            "augmentation": chosen.augmentation,
            "weights": None if changes.get("continue_from") else kind.start,
        }
        return cls(**{**values, **changes})

    @classmethod
    def read(cls, path: Path) -> "Spec":
        """Read a spec from a JSON file.

        Raises:
            SpecError: the file is not there or says something that does not do.
        """
        try:
            return cls.model_validate_json(path.read_bytes())
        except OSError as error:
            raise SpecError(f"{path}: cannot be read ({error.strerror}).") from error
        except ValidationError as error:
            raise SpecError(f"{path}: {_in_words(error)}", _field(error)) from error
        except SpecError as error:
            raise SpecError(f"{path}: {error}") from error

    def changed(self, **changes: Any) -> "Spec":
        """Return the spec with ``changes``, checked anew.

        Raises:
            SpecError: a value does not do.
        """
        return type(self)(**{**self.model_dump(), **changes})


def kind_of(model: str) -> ModelKind:
    """Return the kind of model that ``model`` names.

    Raises:
        SpecError: there is none of that name.
    """
    try:
        return MODELS[model]
    except KeyError as error:
        raise SpecError(f"There is no model '{model}'; choose one of: {', '.join(MODELS)}.") from error


def _recipe_of(kind: ModelKind, recipe: str | None) -> Recipe:
    """Return the recipe of that name, the kind's own default where none is named."""
    for candidate in kind.recipes:
        if recipe in (None, candidate.name):
            return candidate
    names = ", ".join(candidate.name for candidate in kind.recipes)
    raise SpecError(f"The model '{kind.name}' has no recipe '{recipe}'; choose one of: {names}.")


def _field(error: ValidationError) -> str | None:
    """Return the name of the first value that pydantic found wrong."""
    place = error.errors()[0]["loc"]
    return str(place[0]) if place else None


def _in_words(error: ValidationError) -> str:
    """Return the first thing that pydantic found wrong as one sentence."""
    first = error.errors()[0]
    place = ".".join(str(part) for part in first["loc"])
    return f"The training spec's {place or 'text'} does not do: {first['msg']}."
