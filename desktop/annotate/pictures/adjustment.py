"""How a person wants pictures shown: brightness, contrast, gamma, and which values are black and white."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from core.images import Look, Range


@dataclass(frozen=True)
class Adjustment:
    """What was set for the pictures of a dataset; nothing of it reaches a file.

    ``ranges`` holds what is shown from black to white by kind of picture ("uint8", "uint16", "float32"), for a range
    set on a 16-bit picture would leave an 8-bit one black. With ``auto`` each picture gets the range of its own values.
    """

    brightness: float = 0.0
    contrast: float = 0.0
    gamma: float = 1.0
    auto: bool = False
    ranges: Mapping[str, Range] = field(default_factory=dict)

    @property
    def is_plain(self) -> bool:
        """Tell whether pictures are shown as they are."""
        return self == Adjustment()

    def with_range(self, kind: str, values: Range) -> "Adjustment":
        """Return the adjustment with a range set by hand for one kind of picture."""
        return replace(self, auto=False, ranges={**self.ranges, kind: values})

    def look(self, kind: str, natural: Range, own: Range) -> Look:
        """Return the look of a picture of a kind with its natural range and that of its own values."""
        values = own if self.auto else self.ranges.get(kind, natural)
        return Look(values.low, values.high, self.brightness, self.contrast, self.gamma)
