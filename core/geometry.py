"""Shapes in an image: frozen values in pixel-edge coordinates.

The origin is the image's upper left corner, x runs to the right and y down, both in pixels; (0, 0) is the outer edge of
the first pixel, so that pixel 3 spans 3.0 to 4.0 and a box's width is simply ``x1 - x0``.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from math import hypot
from typing import Self, TypeAlias

import numpy as np
from numpy.typing import NDArray

from core.runs import Spans, pack, spans_of, unpack

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


@dataclass(frozen=True, slots=True, init=False, match_args=False)
class Mask:
    """A set of pixels: a crop at (left, top) of ``width`` x ``height`` pixels, run-length coded.

    ``counts`` are the lengths of the runs in row-major order, off and on by turns, beginning with off (which may be 0);
    they add up to ``width * height``. This is the coding that CVAT writes. They are kept packed: a history holds
    thousands of masks.
    """

    __match_args__ = ("left", "top", "width", "height", "counts")

    left: int
    top: int
    width: int
    height: int
    packed: bytes = field(repr=False)

    def __init__(self, left: int, top: int, width: int, height: int, counts: Sequence[int] | NDArray[np.int64]) -> None:
        self._set(left, top, width, height, pack(counts))

    def _set(self, *values: object) -> None:
        for name, value in zip(("left", "top", "width", "height", "packed"), values, strict=True):
            object.__setattr__(self, name, value)

    @classmethod
    def from_array(cls, pixels: NDArray[np.bool_] | NDArray[np.uint8], left: int = 0, top: int = 0) -> "Mask | None":
        """Return the mask of the non-zero pixels of an (H, W) array whose corner lies at (left, top), if any."""
        return cls.from_spans(Spans.of_array(pixels, left, top))

    @classmethod
    def from_spans(cls, spans: Spans) -> "Mask | None":
        """Return the mask of spans in image coordinates, if any."""
        bounds = spans.bounds
        if bounds is None:
            return None
        x0, y0, x1, y1 = bounds
        return cls(x0, y0, x1 - x0, y1 - y0, spans.runs())

    @property
    def counts(self) -> tuple[int, ...]:
        """The runs as plain numbers, for files."""
        return tuple(self.runs.tolist())

    @property
    def runs(self) -> NDArray[np.int64]:
        """The runs as a read-only array."""
        return unpack(self.packed)

    @property
    def spans(self) -> Spans:
        """The on pixels row by row, in image coordinates."""
        return spans_of(self.packed, self.width, self.left, self.top)

    @property
    def bounds(self) -> Box:
        """The box around the crop."""
        return Box(self.left, self.top, self.left + self.width, self.top + self.height)

    @property
    def area(self) -> int:
        """How many pixels are on."""
        return int(self.runs[1::2].sum())

    def crop(self) -> NDArray[np.bool_]:
        """Return the crop as a bool array of (height, width)."""
        on = np.arange(self.runs.size) % 2 == 1
        return np.repeat(on, self.runs).reshape(self.height, self.width)

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
        moved = object.__new__(Mask)
        moved._set(self.left + round(dx), self.top + round(dy), self.width, self.height, self.packed)
        return moved


Shape: TypeAlias = Box | Polygon | Polyline | Point | Mask
