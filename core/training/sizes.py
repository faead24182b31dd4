"""What a choice of picture size does to the objects: how many would be too small to be seen, cut through or left out.

Answered from the index alone, in some milliseconds: no picture is decoded, so that it can be asked while a person
turns a figure.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.training.subject import fitting_size
from core.voc.distributions import SAMPLE, TINY
from core.voc.index import DatasetIndex

WHOLE = (0.0, 0.0, 1.0, 1.0)
"""The region that is the whole picture."""
FEW = 0.02
"""A share of objects under 5 x 5 pixels that does not matter."""
_SIDES = (320, 416, 512, 640, 800, 1024)
_TILED_SIDE = 640
_TILES = (2, 3, 4, 5, 6)
_GRID = 32
_SLACK = 1e-6

Numbers = NDArray[np.float64]


@dataclass(frozen=True, kw_only=True)
class PictureSize:
    """How a picture is given to a network.

    ``region`` is the part that is looked at, as shares of width and height from the upper left corner; it is cut into
    ``tiles`` x ``tiles`` pieces, of which neighbours share ``overlap`` of a piece's side; each piece is shrunk or grown
    until its longest side has ``longest`` pixels.
    """

    longest: int
    region: tuple[float, float, float, float] = WHOLE
    tiles: int = 1
    overlap: float = 0.2

    @property
    def piece(self) -> float:
        """The side of a tile as a share of the region's side."""
        return 1.0 / (self.tiles - (self.tiles - 1) * self.overlap)


@dataclass(frozen=True, kw_only=True)
class Seen:
    """What becomes of the objects of a dataset at a picture size; objects by label, the most first.

    ``tiny`` are under 5 x 5 pixels at the network's input, ``outside`` mostly beyond the region, ``cut`` whole in no
    tile. ``input_size`` is (height, width) of the network's input. The counts are of ``objects`` that were looked at.
    """

    objects: int
    tiny: dict[str, int]
    outside: int
    cut: int
    input_size: tuple[int, int]

    @property
    def tiny_share(self) -> float:
        """The share of the objects that are under 5 x 5 pixels, from 0 to 1."""
        return sum(self.tiny.values()) / self.objects if self.objects else 0.0


@dataclass(frozen=True, eq=False)
class ObjectPlaces:
    """Where a dataset's objects lie: ``boxes`` (n, 4) and sizes of their ``pictures`` (n, 2) in pixels, their labels.

    ``labels`` (n,) are places in ``names``. ``aspect`` is the median width by height of the pictures with objects,
    ``longest`` the median of their longest sides. Of very many objects these are an even sample.
    """

    boxes: Numbers
    pictures: Numbers
    labels: NDArray[np.int64]
    names: tuple[str, ...]
    aspect: float
    longest: float

    @classmethod
    def of(cls, index: DatasetIndex) -> "ObjectPlaces":
        """Return the places of the objects in all files that the index has read so far."""
        total = int(index.rows("SELECT coalesce(sum(objects), 0) FROM cache.images")[0][0])
        rows = index.rows(
            "SELECT o.x0, o.y0, o.x0 + o.w, o.y0 + o.h, i.width, i.height, l.name FROM cache.objects o"
            " JOIN cache.images i ON i.id = o.image JOIN cache.labels l ON l.id = o.label"
            " WHERE i.width > 0 AND i.height > 0 AND (o.image * 7919 + o.place * 31) % ? = 0",
            (max(1, total // SAMPLE),),
        )
        sizes = np.array(
            index.rows("SELECT width, height FROM cache.images WHERE objects > 0 AND width > 0 AND height > 0"), float
        ).reshape(-1, 2)
        names = tuple(sorted({row[6] for row in rows}))
        numbers = {name: number for number, name in enumerate(names)}
        values = np.array([row[:6] for row in rows], float).reshape(-1, 6)
        return cls(
            boxes=values[:, :4],
            pictures=values[:, 4:],
            labels=np.array([numbers[row[6]] for row in rows], np.int64),
            names=names,
            aspect=float(np.median(sizes[:, 0] / sizes[:, 1])) if len(sizes) else 1.0,
            longest=float(np.median(sizes.max(axis=1))) if len(sizes) else 0.0,
        )

    def seen_at(self, size: PictureSize) -> Seen:
        """Return what becomes of the objects at that size."""
        boxes, inside = self._within(size.region)
        region = _sides(size.region) * self.pictures
        input_size = self.input_size(size)
        scale = (np.array(input_size[::-1], float) / (region * size.piece)).min(axis=1)
        tiny = inside & ((boxes[:, 2:] - boxes[:, :2]) * scale[:, None] < TINY).all(axis=1)
        counts = np.bincount(self.labels[tiny], minlength=len(self.names))
        order = sorted(range(len(self.names)), key=lambda label: (-counts[label], self.names[label]))
        return Seen(
            objects=len(boxes),
            tiny={self.names[label]: int(counts[label]) for label in order if counts[label]},
            outside=int((~inside).sum()),
            cut=int((inside & ~_whole_in_a_tile(boxes / np.tile(region, 2), size)).sum()),
            input_size=input_size,
        )

    def input_size(self, size: PictureSize) -> tuple[int, int]:
        """Return the (height, width) of the network's input at that size."""
        across, down = _sides(size.region)
        return fitting_size([(self.aspect * across, down)], size.longest)

    def anchored(self, size: PictureSize) -> Numbers:
        """Return the widths and heights (n, 2) of the objects in pixels of the input: what anchors are fitted to."""
        boxes, inside = self._within(size.region)
        region = _sides(size.region) * self.pictures
        scale = (np.array(self.input_size(size)[::-1], float) / (region * size.piece)).min(axis=1)
        return np.asarray(((boxes[:, 2:] - boxes[:, :2]) * scale[:, None])[inside], np.float64)

    def _within(self, region: tuple[float, float, float, float]) -> tuple[Numbers, NDArray[np.bool_]]:
        """Return the boxes (n, 4) cut to the region, in pixels from its corner, and which keep half of themselves."""
        corner = np.array(region[:2]) * self.pictures
        limit = np.tile(_sides(region) * self.pictures, 2)
        moved = self.boxes - np.tile(corner, 2)
        cut = np.clip(moved, 0.0, limit)
        area, left = ((found[:, 2:] - found[:, :2]).prod(axis=1) for found in (moved, cut))
        return cut, np.asarray((left >= area / 2) & (left > 0), np.bool_)


def suggest(places: ObjectPlaces, *, few: float = FEW) -> PictureSize | None:
    """Return the smallest whole picture, or else the fewest tiles, at which hardly an object is under 5 x 5 pixels.

    Small pictures are learned from quickly, and a person waits for it. No picture is enlarged. None where there are no
    objects, or where the pictures themselves are too coarse for them.
    """
    if not len(places.boxes):
        return None
    own = int(-(-places.longest // _GRID) * _GRID)
    whole = [PictureSize(longest=side) for side in sorted({min(side, own) for side in _SIDES}) if side >= _GRID]
    tiled = [
        PictureSize(longest=_TILED_SIDE, tiles=tiles) for tiles in _TILES
        if places.longest * PictureSize(longest=_TILED_SIDE, tiles=tiles).piece >= _TILED_SIDE
    ]  # fmt: skip
    return next((size for size in (*whole, *tiled) if places.seen_at(size).tiny_share <= few), None)


def _sides(region: tuple[float, float, float, float]) -> Numbers:
    """Return the region's width and height as shares."""
    return np.array([region[2] - region[0], region[3] - region[1]])


def _whole_in_a_tile(shares: Numbers, size: PictureSize) -> NDArray[np.bool_]:
    """Tell which boxes (n, 4), as shares of the region, lie whole in one of its tiles."""
    starts = np.arange(size.tiles) * size.piece * (1.0 - size.overlap)
    whole = [
        ((starts - _SLACK <= shares[:, [axis]]) & (shares[:, [axis + 2]] <= starts + size.piece + _SLACK)).any(axis=1)
        for axis in (0, 1)
    ]
    return np.asarray(whole[0] & whole[1], np.bool_)
