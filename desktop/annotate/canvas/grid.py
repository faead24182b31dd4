"""The borders of single pixels, from a high zoom on: engraved lines, legible on dark and on light."""

from math import ceil, floor

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from desktop.annotate.canvas.looks import on_pixel
from desktop.annotate.canvas.viewport import Viewport

SEEN_FROM, STRONG_FROM = 8.0, 20.0
"""Device pixels to an image pixel from which lines are drawn, and from which they have their full strength."""
DARK, LIGHT = 90, 75
"""Their opacities at full strength (0 to 255)."""


def draw_grid(painter: QPainter, rect: QRect, viewport: Viewport, size: tuple[int, int]) -> None:
    """Draw the lines that show in ``rect`` of the view for a picture of ``size`` (width, height)."""
    ratio = painter.device().devicePixelRatio()
    zoom = viewport.zoom * ratio
    if zoom < SEEN_FROM:
        return
    part = viewport.box(QRectF(rect)).grown(2 / zoom).clamped(*size)
    if part.area <= 0:
        return
    columns, rows = range(floor(part.x0), ceil(part.x1) + 1), range(floor(part.y0), ceil(part.y1) + 1)
    top, bottom = (on_pixel(viewport.to_view((0, y)).y(), ratio) for y in (rows[0], rows[-1]))
    left, right = (on_pixel(viewport.to_view((x, 0)).x(), ratio) for x in (columns[0], columns[-1]))
    across = [on_pixel(viewport.to_view((x, 0)).x(), ratio) for x in columns]
    down = [on_pixel(viewport.to_view((0, y)).y(), ratio) for y in rows]
    strength = 0.4 + 0.6 * min(1.0, (zoom - SEEN_FROM) / (STRONG_FROM - SEEN_FROM))
    width = 1 / ratio
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(Qt.PenStyle.NoPen)
    # A dark line and a light one beside it: on any ground one of them is seen.
    for color, opacity, shift in ((Qt.GlobalColor.black, DARK, -width), (Qt.GlobalColor.white, LIGHT, 0.0)):
        ink = QColor(color)
        ink.setAlpha(round(opacity * strength))
        painter.setBrush(ink)
        lines = [QRectF(x + shift, top, width, bottom - top) for x in across]
        painter.drawRects(lines + [QRectF(left, y + shift, right - left, width) for y in down])
