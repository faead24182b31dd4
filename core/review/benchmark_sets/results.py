"""What a version's networks came to on a benchmark set: a small JSON file each, kept beside the set.

``.annotrain/benchmarks/SET/NAME@K.WHICH.json``, where WHICH is ``trained``, ``deployed`` or ``int8``.
"""

import json
from dataclasses import asdict, dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

from core.files import stamp_of as file_stamp
from core.files import write_atomic
from core.inference.model_folder import INT8, ONNX, WEIGHTS, ModelFolder
from core.review.benchmark_sets.frozen import BenchmarkSet
from core.voc.dataset import Dataset

_FORMAT = 1


class Which(StrEnum):
    """Which network of a version: as torch trained it, as ONNX Runtime runs it, and with 8-bit numbers."""

    TRAINED = "trained"
    DEPLOYED = "deployed"
    INT8 = "int8"

    @property
    def file(self) -> str:
        """The network's file in the version's folder."""
        return {Which.TRAINED: WEIGHTS, Which.DEPLOYED: ONNX, Which.INT8: INT8}[self]

    def of(self, model: ModelFolder) -> ModelFolder:
        """Return the version as one that works with this network."""
        return replace(model, network=self.file)

    def is_there(self, model: ModelFolder) -> bool:
        """Tell whether the version has this network."""
        return (model.path / self.file).is_file()


@dataclass(frozen=True, kw_only=True)
class Result:
    """The figures of one network on one set, or ``problem``: the sentence that says why there are none.

    ``set_hash`` is that of the set then, ``made`` when the version was published, ``stamp`` its network's file then.
    ``figures`` are the task's, 0 to 1, the headline first; ``per_label`` the same by label, with ``objects``.
    ``measured`` is a time in ISO 8601, UTC; ``seconds`` is how long it took.
    """

    set_hash: str
    model: str
    which: Which
    made: str
    stamp: str
    task: str
    images: int = 0
    figures: dict[str, float | None] = field(default_factory=dict)
    per_label: dict[str, dict[str, float | int | None]] = field(default_factory=dict)
    measured: str
    seconds: float = 0.0
    problem: str = ""

    @property
    def headline(self) -> float | None:
        """The figure by which versions are compared."""
        return next(iter(self.figures.values()), None)

    @property
    def metric(self) -> str:
        """The name of that figure; empty where there are none."""
        return next(iter(self.figures), "")

    def holds(self, one: BenchmarkSet, model: ModelFolder) -> bool:
        """Tell whether it is of the set as it is frozen now, and of the very network that is there."""
        return (self.set_hash, self.made, self.stamp) == (one.hash, model.card.created, stamp_of(model, self.which))


def stamp_of(model: ModelFolder, which: Which) -> str:
    """Return what changes with the network's file, which may be made anew under the same number; empty where gone."""
    return file_stamp(model.path / which.file)


def keep(dataset: Dataset, one: BenchmarkSet, result: Result) -> None:
    """Write it in the place of an older one.

    Raises:
        WriteError: the folder cannot be written.
    """
    content = json.dumps({"format": _FORMAT, **asdict(result)}, indent=1, ensure_ascii=False)
    write_atomic(_path(dataset, one, result.model, result.which), content.encode() + b"\n")


def kept(dataset: Dataset, one: BenchmarkSet, model: ModelFolder) -> dict[Which, Result]:
    """Return what is known of a version on a set, old results as well: :meth:`Result.holds` tells which still count."""
    read = {which: _read(_path(dataset, one, model.reference, which)) for which in Which}
    return {which: result for which, result in read.items() if result is not None}


def _path(dataset: Dataset, one: BenchmarkSet, model: str, which: Which) -> Path:
    return one.folder(dataset) / f"{model}.{which}.json"


def _read(path: Path) -> Result | None:
    try:
        said: dict[str, Any] = json.loads(path.read_bytes())
        if said.pop("format") != _FORMAT:
            return None
        return Result(**{**said, "which": Which(said["which"])})
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None  # a cache: it is measured anew
