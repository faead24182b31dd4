"""How pixels are counted in XML: the only place that knows of 1-based numbers."""

from collections.abc import Iterable
from enum import StrEnum
from math import ceil, floor

from core.geometry import XY, Box

Edges = tuple[float, float, float, float]


class Convention(StrEnum):
    """Which numbers an XML file holds for a place in the image.

    DEVKIT is that of Pascal VOC: pixels are counted from 1 and ``xmax`` is the last pixel inside, so that
    ``xmin = floor(x0) + 1`` and ``xmax = ceil(x1)``. UNSHIFTED is labelImg's: the edges themselves, counted from 0.
    Points of polygons, lines and single points have the origin of the box: 1 or 0 is the image's upper left corner.
    """

    DEVKIT = "devkit"
    UNSHIFTED = "unshifted"

    @property
    def origin(self) -> int:
        """The number of the image's upper left corner."""
        return 1 if self is Convention.DEVKIT else 0

    def box(self, edges: Edges) -> Box:
        """Return the box of the file's (xmin, ymin, xmax, ymax), as they stand: out of bounds or swapped too."""
        xmin, ymin, xmax, ymax = edges
        return Box(xmin - self.origin, ymin - self.origin, xmax, ymax)

    def edges(self, box: Box, *, fractional: bool) -> Edges:
        """Return the file's (xmin, ymin, xmax, ymax): whole pixels that hold the box, or its very edges."""
        if not fractional:
            box = Box(floor(box.x0), floor(box.y0), ceil(box.x1), ceil(box.y1))
        return box.x0 + self.origin, box.y0 + self.origin, box.x1, box.y1

    def points(self, xs: Iterable[float], ys: Iterable[float]) -> tuple[XY, ...]:
        """Return the places that the file's numbers mean; as many x as y."""
        origin = self.origin
        return tuple(zip([x - origin for x in xs], [y - origin for y in ys], strict=True))

    def numbers(self, *points: XY) -> list[float]:
        """Return the file's numbers for places, x and y by turns: the inverse of ``points``."""
        origin = self.origin
        return [number + origin for point in points for number in point]
