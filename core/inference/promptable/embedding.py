"""Embeddings: what an encoder made of a picture, and a store that keeps the last few."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from threading import Lock
from typing import Any

from numpy.typing import NDArray

from core.geometry import XY


@dataclass(frozen=True)
class Embedding:
    """What the encoder says of one picture of ``size`` (width, height): its outputs by name.

    ``scale`` takes image pixels to those that the encoder saw, ``seen`` is how many those were across and down, and
    ``square`` the side of the square that they were padded to.
    """

    features: dict[str, NDArray[Any]]
    size: tuple[int, int]
    scale: XY
    seen: tuple[int, int]
    square: int


class EmbeddingStore:
    """The embeddings made last, by any key. May be asked from several threads: each embedding is made only once."""

    def __init__(self, room: int = 4) -> None:
        self._room = room
        self._kept: OrderedDict[Hashable, Embedding] = OrderedDict()
        self._making = Lock()

    def get(self, key: Hashable, make: Callable[[], Embedding]) -> Embedding:
        """Return the embedding of ``key``, made by ``make`` where it is not there; who comes meanwhile waits."""
        with self._making:
            if key not in self._kept:
                self._kept[key] = make()
                while len(self._kept) > self._room:
                    self._kept.popitem(last=False)
            self._kept.move_to_end(key)
            return self._kept[key]

    def __contains__(self, key: Hashable) -> bool:
        return key in self._kept

    def clear(self) -> None:
        """Forget all: another model is used."""
        with self._making:
            self._kept.clear()
