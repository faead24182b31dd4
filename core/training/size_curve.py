"""What more images would bring: the same spec on 25, 50, 75 and 100 % of the training images, and a curve through it.

The four runs are throw-away runs in the queue like any others; ``.annotrain/size_curves/ID.json`` says which they are.
What is still wrong falls with the number of images as a power of it (Cortes et al. 1994; Hestness et al. 2017).
"""

import json
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from core.errors import AnnotrainError
from core.files import natural_key, write_atomic
from core.training.events import EpochEnded, RunEnded, RunStarted
from core.training.pieces import PieceReader
from core.training.queue import submit
from core.training.run_folder import RunFolder, RunState
from core.voc.dataset import Dataset

if TYPE_CHECKING:
    from core.training.spec import Spec

SHARES = (0.25, 0.5, 0.75, 1.0)
_LEAST_WRONG = 1e-3
"""Nothing is taken to be better than this far from 1, or the logarithm would have no end."""


@dataclass(frozen=True, kw_only=True)
class SizeCurve:
    """The runs of one curve by their shares: ``runs`` are (share, id of the run). ``created`` is seconds since 1970."""

    id: str
    model: str
    created: float
    runs: tuple[tuple[float, str], ...]


@dataclass(frozen=True, kw_only=True)
class SizePoint:
    """One run of a curve: how many images it learns from and its best headline figure, None while there is none."""

    share: float
    run: str
    state: RunState
    images: int | None
    metric: str
    value: float | None
    epoch: int
    epochs: int


@dataclass(frozen=True, kw_only=True)
class PowerLaw:
    """The figure as ``1 - factor * images ** -exponent``.

    ``gain`` is what twice the images would bring; ``low`` and ``high`` are the ends of what the points say of it when
    each is left out in turn.
    """

    factor: float
    exponent: float
    gain: float
    low: float
    high: float

    def at(self, images: float) -> float:
        """Return the figure expected of so many images."""
        return 1 - self.factor * float(images**-self.exponent)


def start_curve(dataset: Dataset, spec: "Spec", shares: Sequence[float] = SHARES) -> SizeCurve:
    """Make the runs of a curve and queue them, the smallest first.

    Raises:
        DatasetError: there is too little to learn from.
        TrainingError, RunFolderError: a run cannot be started.
        WriteError: a folder cannot be written.
    """
    from core.training.start import new_run  # not above: pydantic would delay the window's start

    runs = [
        (share, new_run(dataset, spec.changed(train_share=share, throw_away=True), extend_split=number == 0))
        for number, share in enumerate(sorted(shares))
    ]
    curve = SizeCurve(
        id=runs[0][1].id,
        model=spec.model,
        created=time.time(),
        runs=tuple((share, run.id) for share, run in runs),
    )
    write_atomic(_folder(dataset) / f"{curve.id}.json", json.dumps(asdict(curve), indent=2).encode() + b"\n")
    for _, run in runs:
        submit(run)
    return curve


def latest_curve(dataset: Dataset) -> SizeCurve | None:
    """Return the curve that was begun last; None where there is none that can be read."""
    for path in sorted(_folder(dataset).glob("*.json"), key=lambda path: natural_key(path.name), reverse=True):
        try:
            values = json.loads(path.read_bytes())
            return SizeCurve(**{**values, "runs": tuple((share, run) for share, run in values["runs"])})
        except (OSError, ValueError, TypeError, KeyError):
            continue  # it can be made again
    return None


def points_of(dataset: Dataset, curve: SizeCurve) -> list[SizePoint]:
    """Return how far each run has come, the smallest share first; those that were deleted are left out."""
    found = []
    for share, name in curve.runs:
        try:
            found.append(_point(share, RunFolder.open(dataset.runs_folder / name)))
        except (AnnotrainError, OSError):
            continue
    return found


def power_law(points: Sequence[SizePoint]) -> PowerLaw | None:
    """Return the power law through what the finished runs reached; None for fewer than three, or where nothing rises.

    A straight line through the logarithms of images and of what is wrong, by least squares.
    """
    known = [(one.images, one.value) for one in points if one.images and one.value is not None and _ended(one)]
    if len({images for images, _ in known}) < 3:
        return None
    images, values = (np.array(column, float) for column in zip(*known, strict=True))
    exponent, factor = _fitted(images, values)
    if exponent <= 0:
        return None
    largest = float(images.max())
    gains = [_gain(*_fitted(np.delete(images, one), np.delete(values, one)), largest) for one in range(len(images))]
    gain = _gain(exponent, factor, largest)
    return PowerLaw(
        factor=factor, exponent=exponent, gain=gain, low=max(0.0, min(*gains, gain)), high=max(*gains, gain)
    )


def _fitted(images: NDArray[np.float64], values: NDArray[np.float64]) -> tuple[float, float]:
    """Return exponent and factor of the power law."""
    slope, start = np.polyfit(np.log(images), np.log(np.maximum(1 - values, _LEAST_WRONG)), 1)
    return -float(slope), float(np.exp(start))


def _gain(exponent: float, factor: float, images: float) -> float:
    """Return how much better twice the images would be."""
    return factor * float(images**-exponent - (2 * images) ** -exponent)


def _ended(point: SizePoint) -> bool:
    return point.state in (RunState.FINISHED, RunState.STOPPED)


def _point(share: float, run: RunFolder) -> SizePoint:
    started: RunStarted | None = None
    best: tuple[str, float] | None = None
    epoch, epochs = 0, run.spec.epochs
    for piece in PieceReader(run.events_path).read_new():
        started = piece.started or started
        for event in piece.events:
            if isinstance(event, EpochEnded):
                epoch = event.epoch
                name = next(iter(event.metrics), "")
                value = event.headline
                if value is not None and (best is None or value > best[1]):
                    best = name, value
            elif isinstance(event, RunEnded) and event.state == "finished":
                epochs = epoch
    return SizePoint(
        share=share,
        run=run.id,
        state=run.state(),
        images=None if started is None else started.images,
        metric="" if best is None else best[0],
        value=None if best is None else best[1],
        epoch=epoch,
        epochs=epochs,
    )


def _folder(dataset: Dataset) -> Path:
    return dataset.program_folder / "size_curves"
