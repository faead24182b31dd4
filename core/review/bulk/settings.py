"""What a dataset's bulk review goes by, kept in .annotrain/bulk.json."""

import json
from dataclasses import asdict, dataclass
from typing import Self

from core.errors import DatasetError
from core.files import write_atomic
from core.voc.dataset import Dataset


@dataclass(frozen=True, kw_only=True)
class BulkSettings:
    """A label drawn on fewer images than ``cutoff`` is rare; ``marks`` are the tags of staged or synthetic images."""

    cutoff: int = 40
    marks: tuple[str, ...] = ("staged", "synthetic")

    @classmethod
    def load(cls, dataset: Dataset) -> Self:
        """Return the dataset's settings, the usual ones where none were kept.

        Raises:
            DatasetError: the file cannot be read or says something else.
        """
        path = dataset.program_folder / "bulk.json"
        try:
            kept = json.loads(path.read_bytes())
            return cls(cutoff=max(0, int(kept["cutoff"])), marks=tuple(str(mark) for mark in kept["marks"]))
        except FileNotFoundError:
            return cls()
        except (OSError, ValueError, TypeError, KeyError) as error:
            raise DatasetError(f"{path}: cannot be read ({error!r}): repair or remove it.") from error

    def save(self, dataset: Dataset) -> None:
        """Keep the settings.

        Raises:
            WriteError: the file cannot be written; the old one is unchanged.
        """
        write_atomic(dataset.program_folder / "bulk.json", json.dumps(asdict(self), indent=2).encode() + b"\n")
