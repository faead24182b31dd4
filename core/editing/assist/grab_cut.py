"""Grab-cut: the object inside a box, told from what lies round the box by its colours.

After C. Rother, V. Kolmogorov and A. Blake, 'GrabCut' (2004), as OpenCV has it. It is made on a shrunk copy, because
its time grows faster than the number of pixels; along the outline each full pixel then goes to the side whose colour
it is nearer to, as the two sides look there.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from core.editing.assist.pixels import Read, shrunk, shrunk_mask, whole, working_scale
from core.errors import AssistError
from core.geometry import XY, Box, Mask

WORK_PIXELS = 20_000
"""The most pixels that are cut (about 0.1 s); of a larger part of the picture a shrunk copy is."""
ROUNDS = 3
"""How often the colours are learned anew; from the third time on little changes."""
SURROUNDINGS = 0.15
"""How much of the box's own size is looked at beyond it, to learn the colours of what is not the object."""
CORE = 0.5
"""The middle of the box, an ellipse of this share of its width and height, is taken for the object where need be."""
FILLS = 0.6
"""A cut whose bounds fill less of the box than this missed the object: who draws a box draws it round the thing.

Measured on 110 boxes of blood cells and tile defects with known truth: without this second try, which takes the
middle of the box for granted, the mean IoU is 0.33, with it 0.62, because the same things often lie round the box too.
"""
REFINED = 3
"""By how many pixels of the shrunk copy the outline is put right at most."""
LEAST_CONTRAST = 2.0
"""Where no channel's grey values deviate by more than this there is nothing to tell apart."""
SEED = 1
"""grabCut draws random numbers to begin with; always the same ones make the same cut of the same picture."""


@dataclass(frozen=True)
class Stroke:
    """A line drawn with a round brush: what it covers surely belongs to the object (``adds``) or surely does not."""

    points: tuple[XY, ...]
    radius: float
    adds: bool

    @property
    def bounds(self) -> Box:
        """The smallest box around what it covers."""
        return Box.around(self.points).grown(self.radius)


def cut_out(read: Read, size: tuple[int, int], box: Box) -> Mask:
    """Return the pixels of the object that fills ``box`` in a picture of ``size`` (width, height).

    Raises:
        AssistError: there is nothing to tell apart, or nothing is left.
    """
    place = _Place.of(read, size, box, ())
    told = np.full(place.small.shape[:2], cv2.GC_BGD, np.uint8)
    told[place.rows(box), place.columns(box)] = cv2.GC_PR_FGD
    cut = _cut(place.small, told)
    if _filled(cut, told) < FILLS:
        _assume_middle(told)
        cut = _cut(place.small, told)
    return place.mask(cut, box)


def corrected(read: Read, size: tuple[int, int], box: Box, before: Mask | None, strokes: Sequence[Stroke]) -> Mask:
    """Return ``before``, a cut in ``box``, cut anew so that every stroke is obeyed; later ones go over earlier ones.

    Outside of the box nothing belongs to the object but what strokes say. Without a cut before, the strokes begin one.

    Raises:
        AssistError: there is nothing to tell apart, or nothing is left.
    """
    place = _Place.of(read, size, box, strokes)
    told = np.full(place.small.shape[:2], cv2.GC_BGD, np.uint8)
    told[place.rows(box), place.columns(box)] = cv2.GC_PR_BGD
    if before is not None:
        told[shrunk_mask(before, place.area, told.shape)] = cv2.GC_PR_FGD
    place.draw(told, strokes)
    return place.mask(_cut(place.small, told), box, strokes)


@dataclass(frozen=True)
class _Place:
    """The part of the picture that is looked at: ``area`` in the picture, its pixels, and a shrunk copy of them."""

    area: Box
    full: NDArray[np.uint8]
    small: NDArray[np.uint8]

    @classmethod
    def of(cls, read: Read, size: tuple[int, int], box: Box, strokes: Sequence[Stroke]) -> "_Place":
        """Return the place round the box and the strokes."""
        area = whole(_around(box, strokes), size)
        if area.intersection(box).area < 4:
            raise AssistError("The box lies beside the picture: draw it round the object.")
        full = read(area)
        return cls(area, full, shrunk(full, working_scale(area, WORK_PIXELS)))

    def rows(self, box: Box, fine: bool = False) -> slice:
        """Return the rows of the shrunk copy, or of the full pixels, that lie in ``box``."""
        height = (self.full if fine else self.small).shape[0]
        return _span(box.y0 - self.area.y0, box.y1 - self.area.y0, height / self.area.height)

    def columns(self, box: Box, fine: bool = False) -> slice:
        """Return the columns of the shrunk copy, or of the full pixels, that lie in ``box``."""
        width = (self.full if fine else self.small).shape[1]
        return _span(box.x0 - self.area.x0, box.x1 - self.area.x0, width / self.area.width)

    def draw(self, told: NDArray[np.uint8], strokes: Sequence[Stroke]) -> None:
        """Write what the strokes say into an (h, w) array over the area, in place."""
        across, down = told.shape[1] / self.area.width, told.shape[0] / self.area.height
        for stroke in strokes:
            points = [
                (round((x - self.area.x0) * across - 0.5), round((y - self.area.y0) * down - 0.5))
                for x, y in stroke.points
            ]
            wide = max(1, round(2 * stroke.radius * min(across, down)))
            # A line of one point would be nothing: its first point is drawn twice.
            line = np.array([points[0], *points], np.int32)
            cv2.polylines(told, [line], False, cv2.GC_FGD if stroke.adds else cv2.GC_BGD, wide)

    def mask(self, cut: NDArray[np.uint8], box: Box, strokes: Sequence[Stroke] = ()) -> Mask:
        """Return the mask of a cut of the shrunk copy, its outline refined, the box and the strokes obeyed."""
        pixels = _refined(self.full, self.small, cut)
        told = np.full(pixels.shape, cv2.GC_BGD, np.uint8)
        told[self.rows(box, fine=True), self.columns(box, fine=True)] = cv2.GC_PR_FGD
        self.draw(told, strokes)
        pixels[told == cv2.GC_BGD], pixels[told == cv2.GC_FGD] = 0, 1
        mask = Mask.from_array(pixels, int(self.area.x0), int(self.area.y0))
        if mask is None:
            raise AssistError("Nothing in this box stands out: draw it closer, or paint over the object.")
        return mask


def _span(start: float, end: float, scale: float) -> slice:
    return slice(max(0, round(start * scale)), max(1, round(end * scale)))


def _around(box: Box, strokes: Sequence[Stroke]) -> Box:
    """Return the part of the picture to look at: the box, the strokes, and surroundings."""
    parts = [box, *(stroke.bounds for stroke in strokes)]
    around = Box.around([corner for part in parts for corner in ((part.x0, part.y0), (part.x1, part.y1))])
    return around.grown(max(8.0, SURROUNDINGS * max(around.width, around.height)))


def _cut(rgb: NDArray[np.uint8], told: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Return (h, w), 1 where the object is; ``told`` is what is known beforehand, in OpenCV's four words.

    Raises:
        AssistError: there is nothing to tell apart.
    """
    if rgb.reshape(-1, 3).std(axis=0).max() < LEAST_CONTRAST:
        raise AssistError("All of this place is of one colour: there is nothing to cut out.")
    beside = (told == cv2.GC_BGD) | (told == cv2.GC_PR_BGD)
    if not beside.any():
        raise AssistError("The box leaves nothing round the object: draw it smaller.")
    if beside.all():
        raise AssistError("Nothing of the object is left: take back the last stroke.")
    cv2.setRNGSeed(SEED)  # of this thread
    told, background, foreground = told.copy(), np.zeros((1, 65)), np.zeros((1, 65))
    nowhere = (0, 0, 0, 0)  # with a mask, no rectangle is asked for
    cv2.grabCut(rgb, told, nowhere, background, foreground, ROUNDS, cv2.GC_INIT_WITH_MASK)
    return np.asarray((told == cv2.GC_FGD) | (told == cv2.GC_PR_FGD), dtype=np.uint8)


def _filled(cut: NDArray[np.uint8], told: NDArray[np.uint8]) -> float:
    """Return how much of the box the bounds of the cut fill, 0 to 1."""
    found, box = Mask.from_array(cut), Mask.from_array(told)
    return found.bounds.iou(box.bounds) if found is not None and box is not None else 0.0


def _assume_middle(told: NDArray[np.uint8]) -> None:
    """Take the middle of the box for the object and its corners for what is beside it, in place."""
    box = Mask.from_array(told)
    assert box is not None, "there is something to cut"
    y, x = np.mgrid[: told.shape[0], : told.shape[1]] + 0.5
    bounds = box.bounds
    far = np.hypot(
        (2 * x - bounds.x0 - bounds.x1) / bounds.width,
        (2 * y - bounds.y0 - bounds.y1) / bounds.height,
    )
    inside = told == cv2.GC_PR_FGD
    told[inside & (far > 1.0)] = cv2.GC_PR_BGD
    told[inside & (far < CORE)] = cv2.GC_FGD


def _refined(full: NDArray[np.uint8], small: NDArray[np.uint8], cut: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Return the cut of the shrunk copy at the full resolution, its outline drawn by the pixels there.

    The outline may move by REFINED pixels of the shrunk copy to either side: grabCut puts the mixed pixels of a soft
    edge to either. Where the two sides look alike it stays.
    """
    size = full.shape[1], full.shape[0]
    wide = 2 * REFINED + 1
    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (wide, wide))
    inside = np.asarray(cv2.erode(cut, kernel, borderValue=1), dtype=np.uint8)
    reached = np.asarray(cv2.dilate(cut, kernel, borderValue=0), dtype=np.uint8)
    within, beyond = _colors_near(small, inside), _colors_near(small, 1 - reached)
    pixels = np.asarray(cv2.resize(cut * 255, size, interpolation=cv2.INTER_LINEAR) > 127, dtype=np.uint8)
    band = cv2.resize((reached - inside) & _told_apart(within, beyond), size, interpolation=cv2.INTER_NEAREST)
    rows, columns = np.nonzero(band)
    if rows.size == 0:
        return pixels
    to_within, to_beyond = (_colors_at(colors, rows, columns, size) for colors in (within, beyond))
    seen = cv2.GaussianBlur(full, (3, 3), 0)[rows, columns].astype(np.float32)
    across = to_within - to_beyond
    share = ((seen - to_beyond) * across).sum(axis=1) / (across**2).sum(axis=1)
    pixels[rows, columns] = share > 0.5
    return np.asarray(cv2.medianBlur(pixels, 3), dtype=np.uint8)


def _colors_near(small: NDArray[np.uint8], on: NDArray[np.uint8]) -> NDArray[np.float32]:
    """Return (h, w, 3) the mean colour of the pixels that are ``on`` near each pixel; NaN where none is near."""
    window = (4 * REFINED + 1, 4 * REFINED + 1)
    count = cv2.boxFilter(on.astype(np.float32), -1, window, normalize=False, borderType=cv2.BORDER_CONSTANT)
    total = cv2.boxFilter(
        small.astype(np.float32) * on[:, :, None], -1, window, normalize=False, borderType=cv2.BORDER_CONSTANT
    )
    return np.asarray(total / np.where(count > 0.5, count, np.nan)[:, :, None], dtype=np.float32)


def _told_apart(within: NDArray[np.float32], beyond: NDArray[np.float32]) -> NDArray[np.uint8]:
    """Return (h, w), 1 where both sides are near and their colours differ enough to tell them apart."""
    return np.asarray(np.linalg.norm(within - beyond, axis=2) > 4 * LEAST_CONTRAST, dtype=np.uint8)


def _colors_at(
    colors: NDArray[np.float32], rows: NDArray[np.intp], columns: NDArray[np.intp], size: tuple[int, int]
) -> NDArray[np.float32]:
    """Return (n, 3) the colours of a shrunk copy at pixels of the full one, whose (width, height) is ``size``."""
    return np.asarray(colors[rows * colors.shape[0] // size[1], columns * colors.shape[1] // size[0]])
