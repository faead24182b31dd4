"""Published models: ``models/<name>/v<k>/`` with the network, its weights and a card that says what it is.

Whatever predicts reads only this folder and needs no torch.
"""

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from core.errors import ModelFolderError, SpecError
from core.files import natural_key
from core.inference.model_use import ModelUse
from core.inference.versions import chosen_version

if TYPE_CHECKING:
    from core.inference.model_card import ModelCard

CARD, ONNX, WEIGHTS = "card.json", "model.onnx", "weights.safetensors"
INT8 = "model-int8.onnx"
SPLIT = "split.json"

_NAME = re.compile(r"\w([\w .+-]{0,62}[\w+-])?")
# Windows keeps these for devices, whatever their suffix.
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)


def checked_name(name: str) -> str:
    """Return ``name`` if every system takes it as the name of a model's folder.

    Raises:
        SpecError: it does not begin and end with a letter or digit, is longer than 64, or holds other signs.
    """
    if not _NAME.fullmatch(name) or _RESERVED.fullmatch(name):
        raise SpecError(
            f"{name!r} cannot be a model's name: use up to 64 letters, digits, spaces, '-', '_', '+' and '.', "
            "with a letter or digit at both ends."
        )
    return name


def name_for(text: str) -> str:
    """Return a model's name made of ``text``, such as the folder of a dataset: what no name may hold becomes a dash."""
    kept = "".join(character if character.isalnum() or character in "-_" else "-" for character in text)
    name = kept.strip("-_")[:64].rstrip("-_")
    return "model" if not name or _RESERVED.fullmatch(name) else name


@dataclass(frozen=True)
class ModelFolder:
    """One version of a published model, its card read and checked.

    ``network`` is the file that predicts, ``use`` what a person chose for it.
    """

    path: Path
    card: "ModelCard"
    network: str = ONNX
    use: ModelUse = field(default_factory=ModelUse)

    @classmethod
    def open(cls, path: Path) -> "ModelFolder":
        """Read the card of the version in ``path``.

        Raises:
            ModelFolderError: there is no card, it is not whole, the network is missing, or what was chosen for its
                use cannot be read.
        """
        from core.inference.model_card import read_card  # not above: pydantic would delay the window's start

        card = read_card(path / CARD)
        if not (path / ONNX).is_file():
            raise ModelFolderError(f"{path}: has no {ONNX}; remove the folder or train again.")
        use = ModelUse.read(path)
        return cls(path, card, INT8 if use.quantised and (path / INT8).is_file() else ONNX, use)

    @classmethod
    def find(cls, models_folder: Path, reference: str | None = None) -> "ModelFolder":
        """Return the version that ``reference`` names: ``parts@3``, or the newest of ``parts``.

        Where it names none: the one that a person chose for the project, or the newest of all.

        Raises:
            ModelFolderError: there is none, or it is not whole.
        """
        if reference is not None and "@" in reference:
            name, _, version = reference.rpartition("@")
            path = models_folder / name / f"v{version}"
            if not version.isdecimal() or not path.is_dir():
                raise ModelFolderError(f"There is no model '{reference}'; there are: {_listing(models_folder)}.")
            return cls.open(path)
        found = [model for model in list_models(models_folder) if reference in (None, model.card.name)]
        chosen = chosen_version(models_folder) if reference is None else None
        found.sort(key=lambda model: model.reference != chosen)
        if not found:
            wanted = "no model yet" if reference is None else f"no model '{reference}'"
            raise ModelFolderError(f"There is {wanted}: train one first; there are: {_listing(models_folder)}.")
        return found[0]

    @property
    def reference(self) -> str:
        """Name and version, such as ``parts@3``."""
        return f"{self.card.name}@{self.card.version}"

    @property
    def onnx_path(self) -> Path:
        """The network for ONNX Runtime."""
        return self.path / self.network

    @property
    def weights_path(self) -> Path:
        """The weights for training on from here."""
        return self.path / WEIGHTS


def list_models(models_folder: Path) -> list[ModelFolder]:
    """Return every whole version of every model, the newest first.

    A version that is not whole is left out here; :meth:`ModelFolder.find` says what is wrong with it.
    """
    found = []
    for path in models_folder.glob("*/v*"):
        if not (path.name[1:].isdecimal() and path.is_dir()):
            continue
        try:
            found.append(ModelFolder.open(path))
        except ModelFolderError:
            continue
    return sorted(found, key=lambda model: (model.card.created, natural_key(model.reference)), reverse=True)


def next_version(models_folder: Path, name: str) -> int:
    """Return the number for a new version of ``name``: one more than the highest there, whole or not."""
    numbers = [int(path.name[1:]) for path in (models_folder / name).glob("v*") if path.name[1:].isdecimal()]
    return max(numbers, default=0) + 1


def _listing(models_folder: Path) -> str:
    """Return the references of what is there, for a message."""
    return ", ".join(model.reference for model in list_models(models_folder)[:10]) or "none"
