"""What a person chose for the watch folder of a dataset: ``.annotrain/watch.json``."""

import json
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from core.errors import DatasetError, InvalidValueError
from core.files import write_atomic
from core.voc.dataset import Dataset
from core.voc.listing import OURS


class Taking(StrEnum):
    """How a picture comes into the dataset from a folder outside: as a copy, or as a link to where it lies."""

    COPY = "copy"
    LINK = "link"


@dataclass(frozen=True, kw_only=True)
class WatchSettings:
    """What was chosen.

    ``folder`` is watched with all folders below it. ``model`` is a version such as ``parts@3``, None for the one in
    use. An image on which something scores less than ``doubtful`` (0 to 1) waits for review, and with
    ``empty_is_doubtful`` one on which nothing is found. ``existing``: what lies there when it is first watched is taken
    in as well. A file whose size and time were the same for ``settle_s`` seconds is completely written.
    """

    folder: Path
    on: bool = True
    model: str | None = None
    doubtful: float = 0.5
    empty_is_doubtful: bool = True
    taking: Taking = Taking.COPY
    existing: bool = True
    settle_s: float = 1.0

    def __post_init__(self) -> None:
        if not 0 <= self.doubtful <= 1:
            raise InvalidValueError(f"The score below which an image is doubtful is from 0 to 1, not {self.doubtful}.")
        if self.settle_s < 0:
            raise InvalidValueError(f"A file cannot settle in {self.settle_s} seconds: choose 0 or more.")

    @classmethod
    def read(cls, dataset: Dataset) -> "WatchSettings | None":
        """Return what was chosen for the dataset; None where nothing was.

        Raises:
            DatasetError: the file cannot be read.
        """
        path = _path(dataset)
        try:
            values: dict[str, Any] = json.loads(path.read_bytes())
            return cls(**{**values, "folder": Path(values["folder"]), "taking": Taking(values["taking"])})
        except FileNotFoundError:
            return None
        except (OSError, ValueError, KeyError, TypeError, InvalidValueError) as error:
            raise DatasetError(f"{path}: cannot be read ({error}): remove it and choose again.") from error

    def write(self, dataset: Dataset) -> None:
        """Keep the choice.

        Raises:
            WriteError: the folder cannot be written.
        """
        values = {**asdict(self), "folder": str(self.folder)}
        write_atomic(_path(dataset), json.dumps(values, indent=2, ensure_ascii=False).encode() + b"\n")


def _path(dataset: Dataset) -> Path:
    return dataset.program_folder / "watch.json"


def check_folder(dataset: Dataset, folder: Path) -> None:
    """Return if the folder can be watched for this dataset; it need not be there now.

    Raises:
        DatasetError: it holds the dataset itself, or is one of its folders that hold no images.
    """
    chosen, root = folder.resolve(), dataset.root.resolve()
    images = dataset.images_folder.resolve()
    if chosen == images or (images in chosen.parents and not _is_ours(chosen, images)):
        return
    if chosen == root or chosen in root.parents:
        raise DatasetError(f"{folder}: holds the dataset itself: choose the folder that the pictures arrive in.")
    if _is_ours(chosen, root):
        raise DatasetError(f"{folder}: is for what is said of the images: choose the folder that they arrive in.")


def is_inside(dataset: Dataset, folder: Path) -> bool:
    """Tell whether what arrives there lies in the dataset already, so that nothing has to be copied."""
    chosen, images = folder.resolve(), dataset.images_folder.resolve()
    return chosen == images or images in chosen.parents


def _is_ours(folder: Path, root: Path) -> bool:
    """Tell whether the folder lies below one of ``root`` that a listing of images passes over."""
    if root not in folder.parents:
        return False
    first = folder.relative_to(root).parts[0].casefold()
    return first.startswith(".") or first in OURS
