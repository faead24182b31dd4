"""The outlines of a set of pixels, along the pixels' edges, so that filling them gives the very same pixels."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from core.geometry import XY

Ring: TypeAlias = tuple[XY, ...]
"""A closed outline: corners in pixel-edge coordinates, the last joins the first."""

_TURNS_RIGHT: dict[XY, XY] = {(1, 0): (0, 1), (0, 1): (-1, 0), (-1, 0): (0, -1), (0, -1): (1, 0)}


@dataclass(frozen=True)
class Part:
    """One connected part of a set of pixels: its outer ring, clockwise as seen, and the rings of its holes."""

    outer: Ring
    holes: tuple[Ring, ...] = ()


def parts_of(pixels: NDArray[np.bool_], left: int = 0, top: int = 0) -> tuple[Part, ...]:
    """Return the parts of an (H, W) array whose corner lies at (left, top), from the top down.

    Pixels that share no more than a corner belong to different parts. The rings run along pixel edges and have corners
    only where they turn, so that the pixels whose centre lies inside by the even-odd rule are the very pixels given.
    """
    rings = list(_rings(np.asarray(pixels, dtype=bool)))
    outer = [ring for ring in rings if _signed_area(ring) > 0]
    holes: list[list[Ring]] = [[] for _ in outer]
    for ring in rings:
        if _signed_area(ring) < 0:
            holes[_owner(ring, outer)].append(ring)
    return tuple(
        Part(_moved(ring, left, top), tuple(_moved(hole, left, top) for hole in inner))
        for ring, inner in zip(outer, holes, strict=True)
    )


def joined(parts: tuple[Part, ...]) -> Ring:
    """Return one ring that goes round all parts and holes, joined by cuts that are walked there and back.

    The cuts have no area: filling by the even-odd rule gives the same pixels as the parts. This is how a format with
    one outline for each object can hold holes and several parts.
    """
    rings = [ring for part in parts for ring in (part.outer, *part.holes)]
    path = list(rings[0])
    for ring in rings[1:]:
        place = _nearest(path, ring[0])
        path[place : place + 1] = [path[place], *ring, ring[0], path[place]]
    return tuple(path)


def _rings(pixels: NDArray[np.bool_]) -> Iterator[Ring]:
    """Yield every closed outline with pixels on its right hand, as seen with y down: outer ones clockwise."""
    steps = _edges(pixels)
    while steps:
        start = next(iter(steps))
        yield _simplified(_walked(steps, start))


def _edges(pixels: NDArray[np.bool_]) -> dict[XY, list[XY]]:
    """Return the directions in which pixel edges between on and off leave each corner of the grid."""
    padded = np.pad(pixels, 1)
    inside = padded[1:-1, 1:-1]
    steps: dict[XY, list[XY]] = {}
    for off, (dx, dy), (x0, y0) in (
        (padded[:-2, 1:-1], (1, 0), (0, 0)),
        (padded[1:-1, 2:], (0, 1), (1, 0)),
        (padded[2:, 1:-1], (-1, 0), (1, 1)),
        (padded[1:-1, :-2], (0, -1), (0, 1)),
    ):
        rows, columns = np.nonzero(inside & ~off)
        for x, y in zip((columns + x0).tolist(), (rows + y0).tolist(), strict=True):
            steps.setdefault((x, y), []).append((dx, dy))
    return dict(sorted(steps.items(), key=lambda step: step[0][::-1]))


def _walked(steps: dict[XY, list[XY]], start: XY) -> list[XY]:
    """Take one closed walk out of ``steps``; where two pixels touch at a corner it turns right, round its own pixel."""
    path = [start]
    place: XY = start
    heading: XY = (0, 0)
    while True:
        there = steps[place]
        right = _TURNS_RIGHT.get(heading)
        heading = right if right is not None and right in there else there[0]
        there.remove(heading)
        if not there:
            del steps[place]
        place = (place[0] + heading[0], place[1] + heading[1])
        if place == start:
            return path
        path.append(place)


def _simplified(path: list[XY]) -> Ring:
    """Return the corners alone."""
    around = [path[-1], *path, path[0]]
    return tuple(
        here
        for before, here, after in zip(around, around[1:], around[2:], strict=False)
        if (here[0] - before[0], here[1] - before[1]) != (after[0] - here[0], after[1] - here[1])
    )


def _signed_area(ring: Ring) -> float:
    """Return the area, positive for a ring that runs clockwise as seen."""
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise((*ring, ring[0]))) / 2


def _owner(hole: Ring, outer: list[Ring]) -> int:
    """Return the place of the smallest outer ring round the hole."""
    x, y = min(hole, key=lambda corner: (corner[1], corner[0]))
    around = [place for place, ring in enumerate(outer) if _holds(ring, x + 0.5, y + 0.5)]
    return min(around, key=lambda place: _signed_area(outer[place]))


def _holds(ring: Ring, x: float, y: float) -> bool:
    """Tell whether the point lies inside, by the even-odd rule."""
    crossings = sum(
        (a[1] <= y) != (b[1] <= y) and x < a[0] + (y - a[1]) * (b[0] - a[0]) / (b[1] - a[1])
        for a, b in pairwise((*ring, ring[0]))
    )
    return crossings % 2 == 1


def _nearest(path: list[XY], point: XY) -> int:
    """Return the place of the corner on the path that is nearest to ``point``."""
    offsets = np.asarray(path, dtype=float) - point
    return int(np.argmin((offsets**2).sum(axis=1)))


def _moved(ring: Ring, left: int, top: int) -> Ring:
    """Return the ring moved, as floats."""
    return tuple((float(x + left), float(y + top)) for x, y in ring)
