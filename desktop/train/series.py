"""Points that are appended to, and seldom drawn whole: a million of them cost a plot what fits on the screen."""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
_FIRST_ROOM = 1024


class Series:
    """Growing arrays of places and values, (n,) float64 each, with room at their end: appending copies little."""

    def __init__(self) -> None:
        self._xs, self._ys = np.empty(_FIRST_ROOM), np.empty(_FIRST_ROOM)
        self.clear()

    def __len__(self) -> int:
        return self._count

    @property
    def xs(self) -> Floats:
        """The places, a view that the next change may outdate."""
        return self._xs[: self._count]

    @property
    def ys(self) -> Floats:
        """The values, a view that the next change may outdate."""
        return self._ys[: self._count]

    @property
    def extent(self) -> tuple[float, float]:
        """The lowest and the highest value there has been."""
        return self._lowest, self._highest

    def clear(self) -> None:
        """Forget all points."""
        self._count, self._lowest, self._highest = 0, np.inf, -np.inf

    def append(self, xs: Floats, ys: Floats) -> None:
        """Add points at the end; their places ascend."""
        if not len(xs):
            return
        self._lowest, self._highest = min(self._lowest, float(ys.min())), max(self._highest, float(ys.max()))
        end = self._count + len(xs)
        if end > len(self._xs):
            self._make_room(max(end, 2 * len(self._xs)))
        self._xs[self._count : end], self._ys[self._count : end] = xs, ys
        self._count = end

    def _make_room(self, room: int) -> None:
        xs, ys = np.empty(room), np.empty(room)
        xs[: self._count], ys[: self._count] = self.xs, self.ys
        self._xs, self._ys = xs, ys

    def cut_after(self, x: float) -> bool:
        """Forget the points whose place is above ``x``; tell whether there were any."""
        before = self._count
        self._count = int(np.searchsorted(self.xs, x, side="right"))
        return self._count < before

    def thinned(self, first: float, last: float, columns: int) -> tuple[Floats, Floats]:
        """Return what is to be drawn of the places from ``first`` to ``last`` on so many columns of a screen.

        Of more than four points a column only the lowest and the highest of each stretch are left, in their order; one
        point beyond either end is kept, so that a line goes on to the edge. Equal stretches of points, not of places:
        steps are evenly spaced.
        """
        begin = max(0, int(np.searchsorted(self.xs, first, side="left")) - 1)
        end = min(self._count, int(np.searchsorted(self.xs, last, side="right")) + 1)
        xs, ys = self.xs[begin:end], self.ys[begin:end]
        stretch = len(xs) // max(1, 2 * columns)
        if stretch < 2:
            return xs.copy(), ys.copy()
        whole = len(xs) // stretch * stretch
        rows = ys[:whole].reshape(-1, stretch)
        offsets = np.arange(0, whole, stretch)
        places = np.sort(
            np.stack([rows.argmin(axis=1), rows.argmax(axis=1)], axis=1) + offsets[:, None], axis=1
        ).ravel()
        places = np.concatenate([places, np.arange(whole, len(xs))])
        return xs[places], ys[places]
