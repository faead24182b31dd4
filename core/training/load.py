"""How busy a machine is, and how much of that is the run's: processor, memory, memory of the graphics card."""

import sys
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, kw_only=True)
class Load:
    """What is in use; ``own`` is the share of the process that measured it.

    ``processor`` and ``own_processor`` are shares of all processors, 0 to 1; the rest is bytes. The graphics card's are
    0 where there is none, or none that torch has begun to use; of several it is the one that the run has.
    """

    processor: float
    own_processor: float
    memory: int
    own_memory: int
    memory_total: int
    graphics: int = 0
    own_graphics: int = 0
    graphics_total: int = 0

    @classmethod
    def of_values(cls, values: Any) -> "Load | None":
        """Return the load that JSON ``values`` say; None where they say none."""
        try:
            return cls(**values)
        except TypeError:
            return None


class LoadMeter:
    """Measures the load between one call and the next; the first call has nothing to compare with."""

    def __init__(self) -> None:
        import psutil  # not above: it would delay the window's start

        self._psutil = psutil
        self._process = psutil.Process()
        self._process.cpu_percent()
        psutil.cpu_percent()

    def measure(self) -> Load:
        """Return the load since the last call."""
        psutil = self._psutil
        memory = psutil.virtual_memory()
        used, own, total = _graphics()
        return Load(
            processor=psutil.cpu_percent() / 100,
            own_processor=self._process.cpu_percent() / 100 / (psutil.cpu_count() or 1),
            memory=memory.total - memory.available,
            own_memory=self._process.memory_info().rss,
            memory_total=memory.total,
            graphics=used,
            own_graphics=own,
            graphics_total=total,
        )


def _graphics() -> tuple[int, int, int]:
    """Return the bytes in use, ours and all of our graphics card; nothing is loaded or begun for that.

    A machine's other cards are not asked: each that is asked keeps some hundred megabytes for us from then on.
    """
    cuda: Any = getattr(sys.modules.get("torch"), "cuda", None)
    if not hasattr(cuda, "memory_reserved") or not cuda.is_initialized():  # torch may be being loaded just now
        return 0, 0, 0
    free, total = cuda.mem_get_info()
    return total - free, cuda.memory_reserved(), total
