"""The outlines of a set of pixels, along the pixels' edges, so that filling them gives the very same pixels."""

from dataclasses import dataclass
from typing import TypeAlias

import cv2
import numpy as np
from numpy.typing import NDArray

from core.geometry import XY

Ring: TypeAlias = tuple[XY, ...]
"""A closed outline: corners in pixel-edge coordinates, the last joins the first."""

_RIGHT, _DOWN, _LEFT, _UP = range(4)
"""The ways that an edge may run; the next is a turn to the right, as seen with y down."""


@dataclass(frozen=True)
class Part:
    """One connected part of a set of pixels: its outer ring, clockwise as seen, and the rings of its holes."""

    outer: Ring
    holes: tuple[Ring, ...] = ()


def parts_of(pixels: NDArray[np.bool_], left: int = 0, top: int = 0) -> tuple[Part, ...]:
    """Return the parts of an (H, W) array whose corner lies at (left, top), from the top down.

    Pixels that share no more than a corner belong to different parts. The rings run along pixel edges and have corners
    only where they turn, so that the pixels whose centre lies inside by the even-odd rule are the very pixels given.
    The time grows with the array and the length of the outlines.
    """
    on = np.asarray(pixels, dtype=bool)
    if not on.any():
        return ()
    edges = _Edges.of(on)
    _, numbers = cv2.connectedComponents(on.astype(np.uint8), connectivity=4)
    found: dict[int, list[Ring]] = {}  # its outer ring begins above its holes, so that it is the first
    for edge, corners in edges.rings():
        ring = tuple(
            zip((edges.x[corners] + float(left)).tolist(), (edges.y[corners] + float(top)).tolist(), strict=True)
        )
        found.setdefault(int(numbers[edges.row[edge], edges.column[edge]]), []).append(ring)
    return tuple(Part(outer, tuple(holes)) for outer, *holes in found.values())


@dataclass(frozen=True)
class _Edges:
    """The edges between on and off, one pixel long, each with its pixel on the right; as arrays of one length.

    An edge starts at the corner (``x``, ``y``) of the grid, runs in the direction ``way`` and belongs to the pixel
    (``row``, ``column``). They are in the order of their starts, row by row.
    """

    x: NDArray[np.int64]
    y: NDArray[np.int64]
    way: NDArray[np.int64]
    row: NDArray[np.int64]
    column: NDArray[np.int64]

    @classmethod
    def of(cls, on: NDArray[np.bool_]) -> "_Edges":
        """Return the edges of an (H, W) array."""
        padded = np.pad(on, 1)
        pieces = []
        for way, off, (dx, dy) in (
            (_RIGHT, padded[:-2, 1:-1], (0, 0)),
            (_DOWN, padded[1:-1, 2:], (1, 0)),
            (_LEFT, padded[2:, 1:-1], (1, 1)),
            (_UP, padded[1:-1, :-2], (0, 1)),
        ):
            row, column = (places.astype(np.int64) for places in np.nonzero(on & ~off))
            pieces.append(np.stack([column + dx, row + dy, np.full(len(row), way), row, column]))
        whole = np.concatenate(pieces, axis=1)
        return cls(*whole[:, np.lexsort(whole[[2, 0, 1]])])

    def rings(self) -> list[tuple[int, NDArray[np.int64]]]:
        """Return for each closed walk its first edge and the edges that start at its corners, in the walk's order."""
        following = self._following()
        turns = self.way[following] != self.way
        corner, after = turns.tolist(), following.tolist()
        waiting, found = bytearray(b"\1") * len(after), []
        for start in range(len(after)):
            if not waiting[start]:
                continue
            edge, corners = start, []
            while waiting[edge]:
                waiting[edge] = 0
                turning, edge = corner[edge], after[edge]
                if turning:
                    corners.append(edge)
            found.append((start, np.array([corners[-1], *corners[:-1]])))  # the first edge starts at the last corner
        return found

    def _following(self) -> NDArray[np.int64]:
        """Return the edge that goes on from the end of each; of two, the one to the right, round its own pixel."""
        steps = np.array([(1, 0), (0, 1), (-1, 0), (0, -1)])[self.way]
        width = int(self.x.max()) + 1
        starts = self.y * width + self.x
        ends = (self.y + steps[:, 1]) * width + self.x + steps[:, 0]
        first = np.searchsorted(starts, ends)
        second = np.minimum(first + 1, len(starts) - 1)
        two = (second > first) & (starts[second] == ends)
        to_the_right = two & (self.way[second] == (self.way + 1) % 4)
        following: NDArray[np.int64] = np.where(to_the_right, second, first)
        return following


def joined(parts: tuple[Part, ...]) -> Ring:
    """Return one ring that goes round all parts and holes, joined by cuts that are walked there and back.

    The cuts have no area: filling by the even-odd rule gives the same pixels as the parts. This is how a format with
    one outline for each object can hold holes and several parts. Each ring is joined to the nearest corner of those
    before it.
    """
    rings = [ring for part in parts for ring in (part.outer, *part.holes)]
    corners: list[XY] = [corner for ring in rings for corner in ring]
    nearest = _Nearest(corners)
    begin = len(rings[0])
    following = [*range(1, begin), -1, *[0] * (len(corners) - begin)]  # of each corner, on the path
    for ring in rings[1:]:
        end = begin + len(ring)
        place = nearest.before(begin, ring[0])
        # The way back: the ring's first corner once more, and then the one that it hangs on.
        corners += [ring[0], corners[place]]
        following[begin:end] = [*range(begin + 1, end), len(following)]
        following += [len(following) + 1, following[place]]
        following[place] = begin
        begin = end
    path, at = list[XY](), 0
    while at >= 0:
        path.append(corners[at])
        at = following[at]
    return tuple(path)


class _Nearest:
    """Finds the nearest of many places; looks at those of about the same height first."""

    def __init__(self, places: list[XY]) -> None:
        x, y = np.array(places, dtype=float).T
        self._order = np.argsort(y, kind="stable")
        self._x, self._y = x[self._order], y[self._order]

    def before(self, end: int, point: XY) -> int:
        """Return the number of that among the first ``end`` places which is nearest to the point."""
        reach = 8.0
        while True:
            low, high = np.searchsorted(self._y, (point[1] - reach, point[1] + reach))
            away = (self._x[low:high] - point[0]) ** 2 + (self._y[low:high] - point[1]) ** 2
            away[self._order[low:high] >= end] = np.inf
            best = int(away.argmin()) if len(away) else -1
            if best >= 0 and (away[best] < reach**2 or high - low == len(self._y)):
                return int(self._order[low + best])
            reach *= 4
