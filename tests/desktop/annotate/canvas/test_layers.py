"""A layer draws what is stale anew: small regions one by one, one that falls into very many rectangles at once."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from desktop.annotate.canvas.layers import CachedLayer
from desktop.annotate.canvas.viewport import Viewport

SIZE = 400


class Drawing:
    """Fills what it is asked for, and remembers what that was."""

    def __init__(self) -> None:
        self.asked: list[QRect] = []
        self.color = QColor(Qt.GlobalColor.red)

    def render(self, painter: QPainter, rect: QRect, _viewport: Viewport) -> None:
        self.asked.append(QRect(rect))
        painter.fillRect(rect, self.color)


def paint(layer: CachedLayer, viewport: Viewport) -> QPixmap:
    """Return what the layer shows."""
    shown = QPixmap(SIZE, SIZE)
    shown.fill(Qt.GlobalColor.white)
    painter = QPainter(shown)
    layer.paint(painter, shown.size(), 1.0, viewport, preview=False)
    painter.end()
    return shown


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(("shapes", "most"), [(3, 3), (200, 1)])
def test_what_is_stale_is_drawn_anew_and_no_region_in_a_thousand_pieces(shapes: int, most: int) -> None:
    drawing = Drawing()
    layer, viewport = CachedLayer(drawing.render), Viewport()
    paint(layer, viewport)
    drawing.asked, drawing.color = [], QColor(Qt.GlobalColor.blue)
    places = [QRect(10 + 7 * (place * 31 % 50), 10 + 5 * (place * 17 % 70), 9, 9) for place in range(shapes)]
    for place in places:
        layer.invalidate(place, viewport)
    shown = paint(layer, viewport).toImage()
    assert len(drawing.asked) <= most
    assert all(shown.pixelColor(place.center()) == drawing.color for place in places)
    assert shown.pixelColor(2, 2) == QColor(Qt.GlobalColor.red)  # was not stale
