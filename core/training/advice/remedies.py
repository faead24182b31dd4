"""What can be done about a finding, as changes of the spec that the run had."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from core.training.advice import kinds
from core.training.advice.values import Remedy
from core.training.augmentation import Augmentation
from core.training.recipes import MODELS

if TYPE_CHECKING:
    from core.training.spec import Spec

_STRENGTHS = ("stretch", "brightness", "contrast", "tint", "noise", "rotation", "blur")
_OF_LIGHT = ("brightness", "contrast", "tint", "noise", "blur")
_LEAST = {
    "stretch": 0.1, "brightness": 0.15, "contrast": 0.2, "tint": 0.05, "noise": 0.02, "rotation": 10.0, "blur": 1.0
}  # fmt: skip
"""What a strength is raised to at least: the defaults, and for those that are off by default a little."""
_MOST = {"stretch": 0.4, "brightness": 0.4, "contrast": 0.6, "tint": 0.25, "noise": 0.1, "rotation": 45.0, "blur": 3.0}
_LARGEST_PICTURE = 1024
_MOST_EPOCHS = 1000


def known(remedies: Iterable[Remedy | None]) -> tuple[Remedy, ...]:
    """Return those that there are."""
    return tuple(remedy for remedy in remedies if remedy is not None)


def plain(kind: kinds.RemedyKind, **figures: object) -> Remedy:
    """Return a remedy that a person has to see to."""
    return Remedy(kind=kind.name, figures=figures)


def backbone(spec: "Spec", step: int) -> Remedy | None:
    """Return the next larger (1) or smaller (-1) backbone of the spec's kind of model, None where there is none."""
    backbones = MODELS[spec.model].backbones
    names = [one.name for one in backbones]
    place = (names.index(spec.backbone) if spec.backbone in names else 0) + step
    if not names or not 0 <= place < len(names):
        return None
    kind = kinds.LARGER_BACKBONE if step > 0 else kinds.SMALLER_BACKBONE
    changes: dict[str, object] = {"backbone": names[place]}
    if spec.continue_from is not None:  # its weights are another backbone's
        changes["continue_from"] = None
    return Remedy(kind=kind.name, changes=changes, figures={"backbone": backbones[place].title})


def less_augmentation(spec: "Spec") -> Remedy | None:
    """Return the spec's augmentation at half its strength; None where it does next to nothing."""
    given = spec.augmentation
    halved: dict[str, Any] = {name: round(getattr(given, name) / 2, 3) for name in _STRENGTHS}
    scale = (round(given.scale[0] ** 0.5, 2), round(given.scale[1] ** 0.5, 2))
    if scale == given.scale and not any(halved.values()):
        return None
    return Remedy(kind=kinds.LESS_AUGMENTATION.name, changes={"augmentation": replace(given, scale=scale, **halved)})


def more_augmentation(spec: "Spec", *, light_only: bool = False) -> Remedy | None:
    """Return the spec's augmentation at twice its strength within reason; None where it is as strong already."""
    given = spec.augmentation
    names = _OF_LIGHT if light_only else _STRENGTHS
    raised: dict[str, Any] = {name: _raised(given, name) for name in names}
    if not light_only:
        raised |= {"flip_horizontal": True, "scale": (min(given.scale[0], 0.6), max(given.scale[1], 1.5))}
    changed = replace(given, **raised)
    kind = kinds.MORE_LIGHT if light_only else kinds.MORE_AUGMENTATION
    return None if changed == given else Remedy(kind=kind.name, changes={"augmentation": changed})


def _raised(given: Augmentation, name: str) -> float:
    value: float = getattr(given, name)
    return max(value, min(max(2 * value, _LEAST[name]), _MOST[name]))


def larger_pictures(spec: "Spec") -> Remedy | None:
    """Return a longest side half as large again, in steps of 32; None where it is large already."""
    size = min(round(spec.image_size * 1.5 / 32) * 32, _LARGEST_PICTURE)
    if size <= spec.image_size:
        return None
    changes = {"image_size": size, "input_size": None}  # the shape follows the images again
    return Remedy(kind=kinds.LARGER_PICTURES.name, changes=changes, figures={"image_size": size})


def more_epochs(spec: "Spec", done: int) -> Remedy | None:
    """Return twice the epochs that were done, without a limit of time that would cut them off again."""
    epochs = min(2 * done, _MOST_EPOCHS)
    if epochs <= done:
        return None
    changes: dict[str, object] = {"epochs": epochs}
    if spec.time_budget_s is not None:
        changes["time_budget_s"] = None
    return Remedy(kind=kinds.MORE_EPOCHS.name, changes=changes, figures={"epochs": epochs})


def going_on(model: str | None, epochs: int) -> Remedy | None:
    """Return a run that goes on from the version that this one published, None where it published none."""
    if model is None:
        return None
    changes = {"continue_from": model, "weights": None, "epochs": epochs}
    return Remedy(kind=kinds.CONTINUE.name, changes=changes, figures={"model": model, "epochs": epochs})


def fewer_epochs(epochs: int) -> Remedy:
    """Return a run that is over when this one had learned all it did, so that its rate falls in time."""
    return Remedy(kind=kinds.FEWER_EPOCHS.name, changes={"epochs": epochs}, figures={"epochs": epochs})


def lower_rate(rate: float) -> Remedy:
    """Return a learning rate to try."""
    rounded = float(f"{rate:.2g}")
    return Remedy(kind=kinds.LOWER_RATE.name, changes={"learning_rate": rounded}, figures={"rate": rounded})


def weigh_labels(spec: "Spec") -> Remedy | None:
    """Return labels weighed by how rare they are, None where they are already."""
    return None if spec.label_weights else Remedy(kind=kinds.WEIGH_LABELS.name, changes={"label_weights": True})


def leave_out(label: str, labels: Iterable[str]) -> Remedy | None:
    """Return a run on the other labels; None where there is no other."""
    others = tuple(other for other in labels if other != label)
    if not others:
        return None
    return Remedy(kind=kinds.LEAVE_OUT.name, changes={"labels": others}, figures={"label": label})
