"""Masks on the screen: the very pixels when seen from near, nothing lost when seen from afar."""

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter

from core.geometry import Box, Mask
from core.runs import Spans
from desktop.annotate.canvas.mask_image import MaskImage, MaskLook, StrokeImage, draw_mask
from desktop.annotate.canvas.viewport import Viewport

SIZE = (120, 90)
FLAT = MaskLook(fill=255, line=0.0)


def _view(
    mask: Mask | MaskImage, viewport: Viewport, clip: QRect | None = None, ratio: float = 1.0
) -> NDArray[np.bool_]:
    """Return where something was drawn, as a bool array of the view's device pixels."""
    image = QImage(round(SIZE[0] * ratio), round(SIZE[1] * ratio), QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(0)
    painter = QPainter(image)
    painter.setClipRect(clip or QRect(0, 0, *SIZE))
    if isinstance(mask, Mask):
        draw_mask(painter, viewport, mask, QColor("#ff0000"), FLAT)
    else:
        mask.draw(painter, viewport)
    painter.end()
    rows = np.frombuffer(image.constBits(), np.uint32).reshape(image.height(), image.bytesPerLine() // 4)
    return rows[:, : image.width()] != 0


def _noise(share: float, seed: int = 0) -> NDArray[np.bool_]:
    on = np.random.default_rng(seed).random((40, 50)) < share
    on[0, 0] = on[-1, -1] = True
    return on


def _mask(on: NDArray[np.bool_]) -> Mask:
    mask = Mask.from_array(on)
    assert mask is not None
    return mask


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("zoom", [1, 2])
def test_near_every_pixel_is_where_it_is(zoom: int, ratio: float) -> None:
    on = _noise(0.4)
    seen = _view(_mask(on), Viewport(zoom, 6, 4), ratio=ratio)
    scale = zoom * ratio
    rows, columns = (np.floor((np.arange(n * ratio) + 0.5 - at * ratio) / scale).astype(int)
                     for n, at in ((SIZE[1], 4), (SIZE[0], 6)))  # fmt: skip
    inside = ((rows >= 0) & (rows < 40))[:, None] & ((columns >= 0) & (columns < 50))[None, :]
    expected = np.where(inside, on[np.clip(rows, 0, 39)][:, np.clip(columns, 0, 49)], False)
    assert (seen == expected).all()


def test_from_afar_no_single_pixel_is_lost() -> None:
    on = np.zeros((400, 500), bool)
    places = [(3, 7), (200, 333), (399, 499), (100, 1)]
    for row, column in places:
        on[row, column] = True
    seen = _view(_mask(on), Viewport(0.2, 0, 0))
    mask = _mask(on)
    assert (mask.left, mask.top) == (1, 3)
    assert all(seen[int(row * 0.2), int(column * 0.2)] for row, column in places)


def test_a_part_is_drawn_as_in_the_whole() -> None:
    mask, viewport = _mask(_noise(0.4)), Viewport(1.7, 3, 2)
    whole = _view(mask, viewport)
    part = _view(mask, viewport, QRect(30, 20, 25, 31))
    assert (part[20:51, 30:55] == whole[20:51, 30:55]).all()
    assert part.sum() == part[20:51, 30:55].sum()


def test_what_is_painted_shows_at_the_next_draw() -> None:
    pixels = np.zeros((40, 50), np.uint8)
    image = MaskImage(pixels, QColor("#00ff00"))
    assert not _view(image, Viewport(2, 0, 0)).any()
    pixels[10:20, 10:20] = 1
    assert _view(image, Viewport(2, 0, 0)).sum() == 400


def test_a_stroke_shows_what_it_makes_of_the_mask_below() -> None:
    below = Spans.of_array(np.ones((40, 50), bool))
    stroke = StrokeImage((50, 40), QColor("#00ff00"), below, Spans.without)
    assert _view(stroke, Viewport(2, 0, 0)).sum() == 4 * 40 * 50
    stroke.pixels[10:20, 10:20] = 1
    stroke.painted = Box(10, 10, 20, 20)
    seen = _view(stroke, Viewport(2, 0, 0))
    assert seen.sum() == 4 * (40 * 50 - 100)
    assert not seen[20:40, 20:40].any()
