"""Where an outline crosses itself."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from core.geometry import XY

_ROWS = 256  # edges looked at together, so that thousands need no table of millions
Numbers = NDArray[np.float64]


def crossing(points: Sequence[XY], *, closed: bool) -> XY | None:
    """Return a place where two edges of the line truly cross, or None; touching and overlapping is no crossing.

    With ``closed`` the last point is joined to the first.
    """
    ends = np.asarray([*points, points[0]] if closed else points, dtype=float)
    a, b = ends[:-1], ends[1:]
    for first in range(0, len(a), _ROWS):
        rows = slice(first, first + _ROWS)
        met = _crossed(a[rows], b[rows], a, b)
        if met.any():
            mine, other = (int(place) for place in np.argwhere(met)[0])
            return _meeting(a[first + mine], b[first + mine], a[other], b[other])
    return None


def crossing_of_edge(points: Sequence[XY], edge: tuple[XY, XY]) -> XY | None:
    """Return where an edge truly crosses the open line through ``points``, or None."""
    if len(points) < 2:
        return None
    line = np.asarray(points, dtype=float)
    a, b = (np.asarray([end], dtype=float) for end in edge)
    met = np.flatnonzero(_crossed(a, b, line[:-1], line[1:])[0])
    return _meeting(a[0], b[0], line[met[0]], line[met[0] + 1]) if met.size else None


def _crossed(a: Numbers, b: Numbers, c: Numbers, d: Numbers) -> NDArray[np.bool_]:
    """Tell for each edge a-b and each edge c-d whether the ends of either lie on different sides of the other."""
    a, b = a[:, None], b[:, None]
    apart = _side(a, b, c) * _side(a, b, d) < 0
    return np.asarray(apart & (_side(c, d, a) * _side(c, d, b) < 0))


def _side(a: Numbers, b: Numbers, p: Numbers) -> Numbers:
    """Return on which side of the line a-b the point lies: the sign of the cross product, 0 on the line."""
    cross = (b[..., 0] - a[..., 0]) * (p[..., 1] - a[..., 1]) - (b[..., 1] - a[..., 1]) * (p[..., 0] - a[..., 0])
    return np.asarray(np.sign(np.where(np.abs(cross) < 1e-9, 0.0, cross)))


def _meeting(a: Numbers, b: Numbers, c: Numbers, d: Numbers) -> XY:
    """Return where the lines a-b and c-d, which cross, meet."""
    along, other = b - a, d - c
    share = ((c[0] - a[0]) * other[1] - (c[1] - a[1]) * other[0]) / (along[0] * other[1] - along[1] * other[0])
    return float(a[0] + share * along[0]), float(a[1] + share * along[1])
