"""Where a model comes from, so that it can be trained again: its images, its spec, the packages that trained it."""

import hashlib
import json
import platform
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from core.errors import DatasetError, ModelFolderError
from core.inference.model_card import CardSplit, ModelCard, read_card
from core.inference.model_folder import CARD, SPLIT, ModelFolder
from core.tasks import task_named
from core.training.run_folder import RunFolder
from core.training.sources import read_labelled
from core.training.spec import Spec
from core.training.start import new_run
from core.training.subject import Subject, dataset_hash
from core.voc.dataset import Dataset
from core.voc.image_sets import read_set, write_set

_PACKAGES = (
    "annotrain", "torch", "torchvision", "lightning-fabric", "onnx", "onnxruntime", "numpy", "opencv-python-headless",
)  # fmt: skip


def packages() -> dict[str, str]:
    """Return the versions of Python and of the packages that decide what is learned, of those that are installed."""
    found = {"python": platform.python_version()}
    for name in _PACKAGES:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            continue
    return found


def split_of(spec: Spec, subject: Subject) -> CardSplit:
    """Return what a card says of the images."""
    return CardSplit(
        train_set=spec.train_set, val_set=spec.val_set, train_images=len(subject.train), val_images=len(subject.val),
        train_hash=names_hash(subject.train), val_hash=names_hash(subject.val),
    )  # fmt: skip


def split_file(subject: Subject) -> bytes:
    """Return the content of the file beside a card with the names of its images."""
    return json.dumps({"train": subject.train, "val": subject.val}, indent=1, ensure_ascii=False).encode()


def names_hash(names: Sequence[str]) -> str:
    """Return the SHA-256 of image names in their order."""
    return hashlib.sha256("".join(f"{name}\n" for name in names).encode()).hexdigest()


@dataclass(frozen=True)
class Repetition:
    """A run that repeats another, and what is not as it was then, a sentence each."""

    run: RunFolder
    differences: tuple[str, ...]


def repeat(dataset: Dataset, source: str) -> Repetition:
    """Make a run that does what the card ``source`` tells of: a version such as ``parts@2``, or the path of a card.

    It learns from the very images of then: from the image sets as they are where those are the same, else from lists of
    its own, such as ``parts@2-train``.

    Raises:
        ModelFolderError: there is no such card, or it does not say enough.
        SpecError: this program cannot run its spec.
        DatasetError: an image of then is gone.
        WriteError: the dataset's folder cannot be written.
    """
    folder = _folder_of(dataset, source)
    card = read_card(folder / CARD)
    if not card.spec:
        raise ModelFolderError(f"{folder / CARD}: does not say how the model was trained; choose another version.")
    spec = Spec(**card.spec)
    train, val = _names(folder, card)
    spec = spec.changed(train_set=_set_for(dataset, spec.train_set, train, f"{card.name}@{card.version}-train"),
                        val_set=_set_for(dataset, spec.val_set, val, f"{card.name}@{card.version}-val"),
                        train_share=1.0)  # fmt: skip
    return Repetition(new_run(dataset, spec, extend_split=False), tuple(_differences(dataset, card, spec, train)))


def _folder_of(dataset: Dataset, source: str) -> Path:
    """Return the folder with the card."""
    path = Path(source)
    if path.is_file():
        return path.parent
    return path if (path / CARD).is_file() else ModelFolder.find(dataset.models_folder, source).path


def _names(folder: Path, card: ModelCard) -> tuple[list[str], list[str]]:
    """Return the names of the images that the version learned from and was measured on."""
    path = folder / SPLIT
    try:
        said = json.loads(path.read_bytes())
        train, val = ([str(name) for name in said[part]] for part in ("train", "val"))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ModelFolderError(f"{path}: does not name the images of the model ({error}); train a new one.") from error
    split = card.split
    if split is not None and (names_hash(train), names_hash(val)) != (split.train_hash, split.val_hash):
        raise ModelFolderError(f"{path}: names other images than the card beside it; restore it or train a new model.")
    return train, val


def _set_for(dataset: Dataset, name: str, images: Sequence[str], own: str) -> str:
    """Return the name of an image set with just these images, in this order: that one, or one of our ``own``."""
    gone = [image for image in images if image not in dataset]
    if gone:
        raise DatasetError(f"{dataset.root}: the image '{gone[0]}' that the model learned from is gone; put it back.")
    try:
        there = read_set(dataset, name)
    except DatasetError:
        there = ()
    if list(there) == list(images):
        return name
    write_set(dataset, own, images)
    return own


def _differences(dataset: Dataset, card: ModelCard, spec: Spec, train: Sequence[str]) -> list[str]:
    """Return what may make the repeated run come out otherwise."""
    found = []
    if dataset_hash(read_labelled(dataset, train, task_named(spec.task))) != card.dataset_hash:
        found.append("The annotations have changed since that model was trained.")
    now = packages()
    others = [
        f"{name} {now.get(name, 'none')} instead of {then}"
        for name, then in card.packages.items()
        if now.get(name) != then
    ]
    if others:
        found.append(f"Other packages are installed now: {', '.join(others)}.")
    return found
