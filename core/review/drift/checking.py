"""The check for drift on a dataset, and its last result, which is kept for the question of when to retrain."""

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from core.errors import DatasetError
from core.files import write_atomic
from core.inference.model_folder import ModelFolder
from core.review.drift.reference import Learned, recent_entries, reference_of, seen
from core.review.drift.testing import compare
from core.review.drift.values import Drift, Level, Odd, Shift
from core.review.looks import Looks
from core.voc.dataset import Dataset, ImageEntry

LAST = 100
"""So many of the newest images are looked at where nothing else is said."""


@dataclass(frozen=True)
class Checked:
    """The result of a check, and when it was made."""

    drift: Drift
    when: datetime


def check_drift(
    dataset: Dataset,
    folder: ModelFolder,
    *,
    last: int = LAST,
    entries: Sequence[ImageEntry] | None = None,
    on_progress: Callable[[int, int], None] = lambda _done, _total: None,
    should_stop: Callable[[], bool] = lambda: False,
) -> Drift:
    """Compare the ``last`` newest images that the version does not know, or these, with what it learned from.

    The version looks at all of them (in the background: the first check of a version takes a while), or they are
    described by hand where it is too old to tell embeddings. The result is kept.

    Raises:
        ModelFolderError: the version does not say what it learned from, or cannot be loaded.
        DatasetError: a list or a frozen set cannot be read.
        WriteError: the result cannot be kept.
    """
    looks = Looks.of(dataset)
    try:
        chosen = recent_entries(dataset, Learned.by(folder), last) if entries is None else list(entries)
        by = looks.complete(chosen, folder, on_progress=on_progress, should_stop=should_stop)
        reference = reference_of(dataset, folder, looks, by, on_progress=on_progress, should_stop=should_stop)
        drift = compare(folder.reference, by, reference, seen(looks, by, [entry.name for entry in chosen]))
    finally:
        looks.close()
    if entries is None and not should_stop():
        _keep(_path(dataset), Checked(drift, datetime.now().astimezone()))
    return drift


def last_check(dataset: Dataset) -> Checked | None:
    """Return the result of the last check, None where there was none or it cannot be read."""
    try:
        said = json.loads(_path(dataset).read_bytes())
        drift = said["drift"]
        drift["level"] = Level(drift["level"])
        drift["shifts"] = tuple(Shift(**one) for one in drift["shifts"])
        drift["odd"] = tuple(Odd(**one) for one in drift["odd"])
        return Checked(Drift(**drift), datetime.fromisoformat(said["when"]))
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def entries_of(dataset: Dataset, names: Sequence[str]) -> list[ImageEntry]:
    """Return those of these images that are there.

    Raises:
        DatasetError: none of them is.
    """
    found = [dataset.entry(name) for name in names if name in dataset]
    if not found:
        raise DatasetError(f"{dataset.root}: has none of these images; name a list of images that are there.")
    return found


def _keep(path: Path, checked: Checked) -> None:
    said = {"when": checked.when.isoformat(), "drift": asdict(checked.drift)}
    write_atomic(path, json.dumps(said, indent=1).encode())


def _path(dataset: Dataset) -> Path:
    return dataset.program_folder / "drift.json"
