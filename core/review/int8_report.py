"""What came of making a version's network smaller: kept beside it, and read by the window."""

import json
from dataclasses import dataclass

from core.inference.model_folder import ModelFolder

REPORT = "model-int8.json"
DEFAULT_LIMIT = 0.01


@dataclass(frozen=True, kw_only=True)
class Int8Report:
    """What came of it. ``offered``: the network is kept as ``model-int8.onnx`` and can be chosen.

    ``metric`` names the figure that counts, ``before`` and ``after`` are its values on the images of ``image_set``
    (0 to 1), ``limit`` the most that it may drop. Sizes are bytes, times the median milliseconds of single pictures on
    this machine. ``last`` and ``seven_bits`` say how it was made, see ``core.inference.quantise.Way``.
    """

    model: str
    image_set: str
    metric: str
    before: float
    after: float
    limit: float
    offered: bool
    bytes_before: int
    bytes_after: int
    ms_before: float
    ms_after: float
    last: bool
    seven_bits: bool

    @property
    def drop(self) -> float:
        """By how much the figure is worse; negative where it is better."""
        return self.before - self.after


def read_report(model_folder: ModelFolder) -> Int8Report | None:
    """Return what came of it the last time; None where it was never tried or the file cannot be read."""
    try:
        return Int8Report(**json.loads((model_folder.path / REPORT).read_bytes()))
    except (OSError, ValueError, TypeError):
        return None  # it can be tried again
