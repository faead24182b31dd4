"""How drawn things look: line widths, fills, colours, and rectangles on whole device pixels."""

from collections.abc import Callable
from dataclasses import dataclass
from math import floor

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor

from core.geometry import Box
from desktop.annotate.canvas.mask_image import MaskLook
from desktop.annotate.canvas.viewport import Viewport

ColorOf = Callable[[str], QColor]

REACH = 12.0
"""How far handles and thick lines reach beyond a shape's bounds."""
WRONG = QColor("#ff3b30")
"""The colour of edges that cross."""


@dataclass(frozen=True)
class Look:
    """How one object is drawn: width of the line in view pixels, opacity of the fill (0-255), and what else."""

    width: float = 2.0
    fill: int = 26
    halo: bool = False
    smooth: bool = True
    dashed: bool = False


PLAIN = Look()
SELECTED = Look(width=2.6, fill=56, halo=True)
HOVERED = Look(width=2.6, fill=46)


def mask_look(look: Look) -> MaskLook:
    """Return how a mask is drawn where other shapes have this look."""
    over = look.fill > PLAIN.fill  # drawn over the finished mask
    fill = 2 * look.fill if look.dashed else 60 if over else 110
    line = look.width if look.dashed else look.width - 0.5
    return MaskLook(fill=fill, line=line, halo=1.0 if look.halo else 0.0, dashed=look.dashed)


def extent(bounds: Box, viewport: Viewport) -> QRect:
    """Return the part of the view that a shape with these bounds may paint: outline and handles."""
    return limited(viewport.rect(bounds).adjusted(-REACH, -REACH, REACH, REACH)).toAlignedRect()


def limited(rect: QRectF) -> QRectF:
    """Keep far-off coordinates within what Qt's integers hold."""
    return rect.intersected(QRectF(-100_000, -100_000, 200_000, 200_000))


def crisp(rect: QRectF, ratio: float) -> QRectF:
    """Put a rectangle on whole device pixels: all sides come out equally thick, and it looks alike after a scroll."""
    rect = limited(rect)
    x0, y0, x1, y1 = (on_pixel(v, ratio) for v in (rect.left(), rect.top(), rect.right(), rect.bottom()))
    return QRectF(QPointF(x0, y0), QPointF(x1, y1))


def on_pixel(value: float, ratio: float) -> float:
    """Return a view coordinate on the nearest device pixel."""
    # Not round(): it takes halves to even numbers, so that a scroll by one pixel would move things by two.
    return floor(value * ratio + 0.5) / ratio


def legible_on(color: QColor) -> QColor:
    """Return black or white, whichever is easier to read on ``color`` (ITU-R BT.601 luma)."""
    luma = 0.299 * color.red() + 0.587 * color.green() + 0.114 * color.blue()
    return QColor(Qt.GlobalColor.black) if luma > 150 else QColor(Qt.GlobalColor.white)
