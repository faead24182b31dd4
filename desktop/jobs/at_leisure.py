"""Long work on a thread of its own that leaves the window its time."""

import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

Part = TypeVar("Part")


def at_leisure(parts: Iterable[Part]) -> Iterator[Part]:
    """Yield the parts, resting after each as long as the processor worked to make and to use it.

    Python lets one thread at a time go on. A thread that never waits takes it back whenever the window paints or asks
    Qt for something, which then comes to stalls of many times the work.
    """
    begun = time.thread_time()
    for part in parts:
        yield part
        time.sleep(time.thread_time() - begun)
        begun = time.thread_time()
