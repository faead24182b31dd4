"""Where an outline crosses itself: such a polygon has no clear inside, and masks and areas made of it are wrong.

Edge ``k`` runs from point ``k`` to the next one. Edges are sorted by their left ends, so that only those whose spans
overlap are compared; the comparison itself is vectorised.
"""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from core.geometry import XY

_AT_ONCE = 1 << 20
"""How many pairs of edges are compared in one go."""

Ends = NDArray[np.float64]
Places = NDArray[np.intp]


def crossing_edges(points: Sequence[XY], *, closed: bool = True) -> tuple[tuple[int, int], ...]:
    """Return the pairs (lower, higher) of edges that cross properly, in order, for an outline through ``points``.

    Edges that only touch, or run along each other as the two sides of a cut do, are no crossing. An open line has no
    edge from its last point to its first.
    """
    ring = np.asarray(points, dtype=np.float64).reshape(-1, 2)
    if len(ring) < 4:
        return ()
    starts, ends = (ring, np.roll(ring, -1, axis=0)) if closed else (ring[:-1], ring[1:])
    left, right = np.minimum(starts, ends), np.maximum(starts, ends)
    order = np.argsort(left[:, 0], kind="stable")
    # In that order, the edges after each one that begin before it ends.
    reach = np.searchsorted(left[order, 0], right[order, 0], side="right") - np.arange(len(order)) - 1
    found: list[tuple[int, int]] = []
    for first, last in _portions(reach):
        a = np.repeat(np.arange(first, last), reach[first:last])
        b = a + 1 + np.arange(len(a)) - np.repeat(np.cumsum(reach[first:last]) - reach[first:last], reach[first:last])
        a, b = order[a], order[b]
        near = (left[a, 1] <= right[b, 1]) & (left[b, 1] <= right[a, 1])
        a, b = a[near], b[near]
        crossed = _cross(starts[a], ends[a], starts[b], ends[b])
        low, high = np.minimum(a, b)[crossed], np.maximum(a, b)[crossed]
        found += zip(low.tolist(), high.tolist(), strict=True)
    return tuple(sorted(found))


def _portions(counts: Places) -> list[tuple[int, int]]:
    """Return spans of places whose counts add up to about ``_AT_ONCE`` each."""
    numbers = np.cumsum(counts) // _AT_ONCE
    bounds = [0, *(np.flatnonzero(np.diff(numbers)) + 1).tolist(), len(counts)]
    return list(pairwise(bounds))


def _cross(a: Ends, b: Ends, c: Ends, d: Ends) -> NDArray[np.bool_]:
    """Tell of each pair of segments whether the ends of each lie strictly on both sides of the other."""
    apart = _side(a, b, c) * _side(a, b, d) < 0
    crossed: NDArray[np.bool_] = apart & (_side(c, d, a) * _side(c, d, b) < 0)
    return crossed


def _side(a: Ends, b: Ends, at: Ends) -> Ends:
    sides: Ends = np.sign((b[:, 0] - a[:, 0]) * (at[:, 1] - a[:, 1]) - (b[:, 1] - a[:, 1]) * (at[:, 0] - a[:, 0]))
    return sides
