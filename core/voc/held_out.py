"""Images that no model may learn from: those of the frozen sets on which every version is measured.

Each frozen set has a folder of its own, ``.annotrain/benchmarks/NAME/``, with ``frozen.json`` in it; what that holds
beside the images' names is the business of ``core.review.benchmark_sets``.
"""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from core.errors import DatasetError
from core.voc.dataset import Dataset

FROZEN = "frozen.json"


def frozen_folder(dataset: Dataset) -> Path:
    """Return the folder of all frozen sets."""
    return dataset.program_folder / "benchmarks"


def read_record(path: Path) -> dict[str, Any]:
    """Return what a frozen set's file says: its ``images`` are objects with a ``name`` each.

    Raises:
        DatasetError: the file cannot be read or is not whole.
    """
    try:
        record: dict[str, Any] = json.loads(path.read_bytes())
        _ = [str(image["name"]) for image in record["images"]]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise DatasetError(f"{path}: cannot be read ({error}): restore it, or remove its folder.") from error
    return record


def held_out(dataset: Dataset) -> frozenset[str]:
    """Return the names of all images that are in a frozen set.

    Raises:
        DatasetError: a frozen set's file cannot be read.
    """
    records = map(read_record, sorted(frozen_folder(dataset).glob(f"*/{FROZEN}")))
    return frozenset(image["name"] for record in records for image in record["images"])


def not_held_out(dataset: Dataset, names: Iterable[str]) -> tuple[str, ...]:
    """Return those of the images that are in no frozen set, in their order.

    Raises:
        DatasetError: a frozen set's file cannot be read.
    """
    kept_back = held_out(dataset)
    return tuple(name for name in names if name not in kept_back)
