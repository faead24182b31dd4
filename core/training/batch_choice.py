"""Which batch size to take, from what some of them cost."""

from collections.abc import Sequence
from dataclasses import dataclass

SLOWER = 1.05
"""A larger batch may take this much longer for an image than the quickest, which is within what measuring wavers."""
ROOM = 0.8
"""At most this share of the memory may be used, for pictures with many objects need more than others."""


@dataclass(frozen=True, kw_only=True)
class BatchTried:
    """What a batch size came to: seconds for an image, and the most memory in use, in bytes; ``fits`` or not."""

    size: int
    seconds: float | None
    memory: int | None
    fits: bool


@dataclass(frozen=True, kw_only=True)
class BatchFit:
    """All that was tried, and the batch size to take, None where not even one image fits."""

    tried: tuple[BatchTried, ...]
    choice: int | None

    @property
    def sentence(self) -> str:
        """What came of it, for a person at the command line."""
        if self.choice is None:
            return "Not even one image fits into the memory: choose a smaller picture size or network."
        return f"A batch of {self.choice} fits and is as quick for an image as any."


def sizes_to_try(images: int, largest: int = 1024) -> list[int]:
    """Return the batch sizes that are worth trying for so many training images: doublings, none above a third.

    An epoch of one or two steps would hardly learn.
    """
    most = max(1, min(largest, images // 3))
    sizes = [1]
    while sizes[-1] * 2 <= most:
        sizes.append(sizes[-1] * 2)
    return sizes


def may_fit(tried: Sequence[BatchTried], size: int, memory: int) -> bool:
    """Tell whether ``size`` should fit ``memory`` bytes, judged by the growth from the last two sizes that did."""
    known = [(one.size, one.memory) for one in tried if one.fits and one.memory is not None]
    if not known:
        return True
    (low, before), (high, after) = (known[-2] if len(known) > 1 else (0, 0)), known[-1]
    each = max(0.0, (after - before) / max(1, high - low)) if len(known) > 1 else 0.0
    return after + each * (size - high) <= ROOM * memory


def choose(tried: Sequence[BatchTried]) -> int | None:
    """Return the largest batch that fits and is hardly slower for an image than the quickest; None if none fits."""
    fitting = [one for one in tried if one.fits and one.seconds is not None]
    if not fitting:
        return None
    quickest = min(one.seconds for one in fitting if one.seconds is not None)
    return max(one.size for one in fitting if one.seconds is not None and one.seconds <= SLOWER * quickest)
