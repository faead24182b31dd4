"""Shapes in an image: frozen values in pixel-edge coordinates.

The origin is the image's upper left corner, x runs to the right and y down, both in pixels; (0, 0) is the outer edge of
the first pixel, so that pixel 3 spans 3.0 to 4.0 and a box's width is simply ``x1 - x0``.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise
from math import hypot
from typing import Self, TypeAlias

import numpy as np
from numpy.typing import NDArray

XY: TypeAlias = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Box:
    """An upright rectangle from (x0, y0) to (x1, y1), half-open."""

    x0: float
    y0: float
    x1: float
    y1: float

    @classmethod
    def around(cls, points: Iterable[XY]) -> Self:
        """Return the smallest box that holds all ``points`` (at least one)."""
        xs, ys = zip(*points, strict=True)
        return cls(min(xs), min(ys), max(xs), max(ys))

    @property
    def width(self) -> float:
        """Width in pixels; negative where the corners are swapped."""
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        """Height in pixels; negative where the corners are swapped."""
        return self.y1 - self.y0

    @property
    def area(self) -> float:
        """Area in square pixels, 0 for a box without extent."""
        return max(0.0, self.width) * max(0.0, self.height)

    @property
    def bounds(self) -> "Box":
        """The box itself, so that every shape answers alike."""
        return self

    def contains(self, x: float, y: float) -> bool:
        """Tell whether the point lies inside or on the border."""
        return self.x0 <= x <= self.x1 and self.y0 <= y <= self.y1

    def clamped(self, width: float, height: float) -> "Box":
        """Return the part of the box inside an image of that size; its area may be 0."""
        return Box(
            min(max(self.x0, 0.0), width),
            min(max(self.y0, 0.0), height),
            min(max(self.x1, 0.0), width),
            min(max(self.y1, 0.0), height),
        )

    def moved(self, dx: float, dy: float) -> "Box":
        """Return the box moved by (dx, dy)."""
        return Box(self.x0 + dx, self.y0 + dy, self.x1 + dx, self.y1 + dy)

    def grown(self, margin: float) -> "Box":
        """Return the box with ``margin`` pixels added on each side."""
        return Box(self.x0 - margin, self.y0 - margin, self.x1 + margin, self.y1 + margin)

    def intersection(self, other: "Box") -> "Box":
        """Return the common part; without extent where there is none."""
        x0, y0 = max(self.x0, other.x0), max(self.y0, other.y0)
        return Box(x0, y0, max(x0, min(self.x1, other.x1)), max(y0, min(self.y1, other.y1)))

    def iou(self, other: "Box") -> float:
        """Return intersection over union, 0 to 1; 0 where both are empty."""
        common = self.intersection(other).area
        union = self.area + other.area - common
        return common / union if union > 0 else 0.0


@dataclass(frozen=True, slots=True)
class Point:
    """A single place in the image."""

    x: float
    y: float

    @property
    def bounds(self) -> Box:
        """A box without extent at the point."""
        return Box(self.x, self.y, self.x, self.y)

    def moved(self, dx: float, dy: float) -> "Point":
        """Return the point moved by (dx, dy)."""
        return Point(self.x + dx, self.y + dy)


@dataclass(frozen=True, slots=True)
class Polygon:
    """A closed outline through at least three points; the last joins the first."""

    points: tuple[XY, ...]

    @property
    def bounds(self) -> Box:
        """The smallest box around the outline."""
        return Box.around(self.points)

    @property
    def area(self) -> float:
        """Area in square pixels by the shoelace formula, whichever way round the points run."""
        ring = (*self.points, self.points[0])
        return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ring))) / 2

    def moved(self, dx: float, dy: float) -> "Polygon":
        """Return the polygon moved by (dx, dy)."""
        return Polygon(tuple((x + dx, y + dy) for x, y in self.points))


@dataclass(frozen=True, slots=True)
class Polyline:
    """An open line through at least two points, ``width`` pixels wide (a scratch, a crack)."""

    points: tuple[XY, ...]
    width: float = 1.0

    @property
    def bounds(self) -> Box:
        """The smallest box around the line, its width included."""
        return Box.around(self.points).grown(self.width / 2)

    @property
    def length(self) -> float:
        """Length in pixels."""
        return sum(hypot(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(self.points))

    def moved(self, dx: float, dy: float) -> "Polyline":
        """Return the line moved by (dx, dy)."""
        return replace(self, points=tuple((x + dx, y + dy) for x, y in self.points))


@dataclass(frozen=True, slots=True)
class Mask:
    """A set of pixels: a crop at (left, top) of ``width`` x ``height`` pixels, run-length coded.

    ``counts`` are the lengths of the runs in row-major order, off and on by turns, beginning with off (which may be 0);
    they add up to ``width * height``. This is the coding that CVAT writes.
    """

    left: int
    top: int
    width: int
    height: int
    counts: tuple[int, ...]

    @classmethod
    def from_array(cls, pixels: NDArray[np.bool_] | NDArray[np.uint8], left: int = 0, top: int = 0) -> "Mask | None":
        """Return the mask of the non-zero pixels of an (H, W) array whose corner lies at (left, top), if any."""
        on = np.asarray(pixels) != 0
        rows = np.flatnonzero(on.any(axis=1))
        if rows.size == 0:
            return None
        columns = np.flatnonzero(on.any(axis=0))
        y0, y1, x0, x1 = rows[0], rows[-1] + 1, columns[0], columns[-1] + 1
        crop = on[y0:y1, x0:x1].ravel()
        edges = np.flatnonzero(np.diff(crop)) + 1
        runs = np.diff(np.concatenate(([0], edges, [crop.size]))).tolist()
        counts = (0, *runs) if crop[0] else tuple(runs)
        return cls(left + int(x0), top + int(y0), int(x1 - x0), int(y1 - y0), counts)

    @property
    def bounds(self) -> Box:
        """The box around the crop."""
        return Box(self.left, self.top, self.left + self.width, self.top + self.height)

    @property
    def area(self) -> int:
        """How many pixels are on."""
        return sum(self.counts[1::2])

    def crop(self) -> NDArray[np.bool_]:
        """Return the crop as a bool array of (height, width)."""
        flat = np.zeros(self.width * self.height, dtype=bool)
        ends = list(accumulate(self.counts))
        for start, end in zip(ends[0::2], ends[1::2], strict=False):
            flat[start:end] = True
        return flat.reshape(self.height, self.width)

    def to_array(self, width: int, height: int) -> NDArray[np.bool_]:
        """Return the mask on a whole image as a bool array of (height, width); what lies outside is cut off."""
        whole = np.zeros((height, width), dtype=bool)
        x0, y0 = max(self.left, 0), max(self.top, 0)
        x1, y1 = min(self.left + self.width, width), min(self.top + self.height, height)
        if x0 < x1 and y0 < y1:
            whole[y0:y1, x0:x1] = self.crop()[y0 - self.top : y1 - self.top, x0 - self.left : x1 - self.left]
        return whole

    def moved(self, dx: float, dy: float) -> "Mask":
        """Return the mask moved by whole pixels, (dx, dy) rounded."""
        return replace(self, left=self.left + round(dx), top=self.top + round(dy))


Shape: TypeAlias = Box | Polygon | Polyline | Point | Mask
