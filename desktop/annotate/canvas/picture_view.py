"""The picture on the canvas: where it lies in the view, zoomed and panned, with its grid and its map in the corner."""

from PySide6.QtCore import QPointF, QRect, QRectF, Signal
from PySide6.QtGui import QColor, QPainter, QResizeEvent
from PySide6.QtWidgets import QWidget

from core.geometry import XY, Shape
from desktop.annotate.canvas.display import Display
from desktop.annotate.canvas.grid import draw_grid
from desktop.annotate.canvas.layers import CachedLayer
from desktop.annotate.canvas.minimap import Minimap
from desktop.annotate.canvas.viewport import Viewport, least_zoom
from desktop.annotate.pictures import Picture


class PictureView(QWidget):
    """Holds a picture and the viewport it is seen through; ``zoom_changed`` carries screen pixels to an image pixel."""

    zoom_changed = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumSize(200, 150)
        self.viewport = Viewport()
        self.display = Display()
        self._background = QColor("#2b2d31")
        self._fitting = True
        self._picture: Picture | None = None
        self._last_size = (0, 0)
        self._picture_layer = CachedLayer(self._render_picture)
        self._minimap = Minimap(self)
        self._minimap.moved.connect(self._center)

    def set_background(self, color: str) -> None:
        """Set the colour round the picture, "#rrggbb"."""
        self._background = QColor(color)
        self.update()

    def set_display(self, display: Display) -> None:
        """Show more or less beside the picture."""
        self.display = display
        self._picture_layer.invalidate()
        self._show_map()

    def set_picture(self, picture: Picture | None) -> None:
        """Show another picture, fitted where its size differs from the last one's or the whole was shown."""
        self._picture = picture
        self._picture_layer.invalidate()
        self._minimap.set_picture(picture)
        if picture is not None and (picture.size != self._last_size or self._fitting):
            self._last_size = picture.size
            self.fit()
        self._show_map()
        self.update()

    def redraw(self) -> None:
        """Have the picture drawn anew at the next paint."""
        self._picture_layer.invalidate()
        self._minimap.set_picture(self._picture)

    def to_image(self, at: QPointF) -> XY:
        """Return which image point lies at a place of the view."""
        return self.viewport.to_image(at)

    def to_view(self, at: XY) -> QPointF:
        """Return where an image point lies in the view."""
        return self.viewport.to_view(at)

    def view_rect(self, shape: Shape) -> QRectF:
        """Return where a shape's bounds lie in the view."""
        return self.viewport.rect(shape.bounds)

    def fit(self) -> None:
        """Show the whole picture."""
        if self._picture is not None:
            self._set_viewport(Viewport.fitted(self._picture.size, (self.width(), self.height())))
            self._fitting = True

    def actual_size(self) -> None:
        """Show one image pixel as one pixel of the screen."""
        self.zoom_by(1 / (self.viewport.zoom * self.devicePixelRatioF()))

    def zoom_by(self, factor: float, at: QPointF | None = None) -> None:
        """Zoom round a place of the view, by default its middle."""
        if self._picture is not None:
            least = least_zoom(self._picture.size, (self.width(), self.height()), self.devicePixelRatioF())
            self._set_viewport(self.viewport.zoomed(factor, at or QRectF(self.rect()).center(), least))

    def _center(self, x: float, y: float) -> None:
        """Bring a place of the image into the middle of the view."""
        way = QRectF(self.rect()).center() - self.to_view((x, y))
        self._set_viewport(self.viewport.moved(way.x(), way.y()))

    def _set_viewport(self, viewport: Viewport) -> None:
        if self._picture is None:
            return
        zoomed = viewport.zoom != self.viewport.zoom
        size = (self.width(), self.height())
        self.viewport = viewport.held(self._picture.size, size, self.devicePixelRatioF())
        self._fitting = False
        self._show_map()
        self.update()
        if zoomed:
            self.zoom_changed.emit(self.viewport.zoom * self.devicePixelRatioF())

    def _show_map(self) -> None:
        self._minimap.show_view(self.viewport, self.display.minimap)

    def _render_picture(self, painter: QPainter, rect: QRect, viewport: Viewport) -> None:
        if self._picture is not None:
            painter.save()
            self._picture.draw(painter, rect, viewport)
            painter.restore()
            if self.display.grid:
                draw_grid(painter, rect, viewport, self._picture.size)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep a fitted picture fitted."""
        if self._fitting:
            self.fit()
        self._show_map()
        super().resizeEvent(event)
