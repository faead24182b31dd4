"""The fields of a spec as rows for people: what each is called, and what it is."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from core.training.model_kinds import Backbone, Recipe
from core.training.recipes import MODELS
from desktop.train.spec_words import title


def _tr(text: str) -> str:
    return QCoreApplication.translate("SettingWords", text)


def setting_name(name: str) -> str:
    """Return what a person calls the field of a spec of that name."""
    return _names().get(name, name.rpartition(".")[2].replace("_", " "))


def setting_value(value: object) -> str:
    """Return the value as a person writes it."""
    if isinstance(value, bool):
        return _tr("yes") if value else _tr("no")
    if isinstance(value, list | tuple):
        return ", ".join(map(setting_value, value))
    if isinstance(value, float):
        return f"{value:g}"
    return "–" if value is None else str(value)


def value_words(name: str, settings: Mapping[str, object]) -> str:
    """Return what a person calls the setting ``name`` among ``settings``: networks and recipes by their titles."""
    value, kind = settings.get(name), MODELS.get(str(settings.get("model")))
    if kind is None or name not in ("model", "backbone", "recipe"):
        return setting_value(value)
    if name == "model":
        return title(kind.title)
    known: Sequence[Backbone | Recipe] = kind.backbones if name == "backbone" else kind.recipes
    return next((title(one.title) for one in known if one.name == value), setting_value(value))


def _names() -> dict[str, str]:
    return {
        "name": _tr("Name"), "model": _tr("Network"), "backbone": _tr("Backbone"), "recipe": _tr("Recipe"),
        "train_set": _tr("Learned from"), "val_set": _tr("Measured on"), "image_size": _tr("Longest side"),
        "input_size": _tr("Input size"), "region": _tr("Region"), "tiles": _tr("Tiles"), "overlap": _tr("Overlap"),
        "labels": _tr("Labels"), "least_images": _tr("Least images a label"),
        "fit_anchors": _tr("Anchors from the data"),
        "label_weights": _tr("Rare labels count more"), "epochs": _tr("Epochs"), "repeats": _tr("Views an epoch"),
        "batch_size": _tr("Batch size"), "learning_rate": _tr("Learning rate"), "weight_decay": _tr("Weight decay"),
        "warmup_steps": _tr("Warm-up steps"), "average": _tr("Average of weights"), "weights": _tr("Starting weights"),
        "continue_from": _tr("Went on from"), "seed": _tr("Seed"), "device": _tr("Device"), "threads": _tr("Threads"),
        "workers": _tr("Threads for images"), "cache_mb": _tr("Cache in MB"), "time_budget_s": _tr("Time limit in s"),
        "patience": _tr("Patience"), "precision": _tr("Precision"), "channels_last": _tr("Channels last"),
        "processes": _tr("Processes"), "throw_away": _tr("Throw-away run"), "tensorboard": _tr("TensorBoard"),
        "train_share": _tr("Share of the images"), "augmentation.flip_horizontal": _tr("Mirrored"),
        "augmentation.flip_vertical": _tr("Upside down"), "augmentation.quarter_turns": _tr("Quarter turns"),
        "augmentation.scale": _tr("Scale"), "augmentation.stretch": _tr("Stretch"),
        "augmentation.brightness": _tr("Brightness"), "augmentation.contrast": _tr("Contrast"),
        "augmentation.tint": _tr("Tint"), "augmentation.noise": _tr("Noise"),
        "augmentation.rotation": _tr("Rotation in degrees"), "augmentation.blur": _tr("Blur in pixels"),
        "augmentation.keep": _tr("Least part of an object"),
    }  # fmt: skip
