"""Where things are on the page: image list, tool bar, canvas with its banners and bars, labels, objects."""

from itertools import groupby

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from desktop import theme
from desktop.annotate.canvas.view import CanvasView
from desktop.annotate.image_panel import ImageListPanel
from desktop.annotate.label_panel import LabelPanel
from desktop.annotate.object_panel import ObjectPanel
from desktop.annotate.page_actions import PageActions
from desktop.annotate.properties_panel import PropertiesPanel
from desktop.annotate.rows import ROW_HEIGHT
from desktop.annotate.tool_column import ToolColumn
from desktop.banner import Banner
from desktop.remembering import remembered

LIST_WIDTH, CENTRE_WIDTH, SIDE_WIDTH = 200, 600, 190
"""The least width of the image list, which shows names, and of the column with labels and objects; in a narrow window
both shrink to it before the centre gets less than its width."""
LABEL_ROWS, OBJECT_ROWS, LEAST_PROPERTIES = 4, 3, 100
"""What of labels, objects and properties is in sight at least, in rows and in pixels, however low the window is."""


class PageParts(QWidget):
    """The page's parts in their places; the page connects what they do."""

    retry = Signal()
    reload = Signal()
    keep_mine = Signal()

    def __init__(self, canvas: CanvasView, actions: PageActions, parent: QWidget) -> None:
        super().__init__(parent)
        self.images, self.labels, self.objects = ImageListPanel(self), LabelPanel(self), ObjectPanel(self)
        self.properties = PropertiesPanel(self)
        self.problem, self.save_problem, self.notice = Banner(self), Banner(self), Banner(self)
        self.zoom = QLabel("100 %", alignment=Qt.AlignmentFlag.AlignCenter)
        self.zoom.setProperty("role", "note")
        self.zoom.setToolTip(self.tr("Screen pixels to an image pixel"))
        self._middle = QVBoxLayout()
        self._middle.setContentsMargins(0, 0, 0, 0)
        self._middle.setSpacing(0)
        for widget in (self.problem, self.save_problem, self.notice):
            self._middle.addWidget(widget)
        self._canvas = canvas
        self._middle.addWidget(canvas, 1)
        self._lay_out(self._tools(actions))

    def show_problem(self, text: str | None) -> None:
        """Say why the open image cannot be shown or edited; None takes the banner away."""
        self.problem.show_problem(text) if text else self.problem.hide()

    def show_save_problem(self, text: str | None, *, reloads: bool = False) -> None:
        """Say what could not be written; None takes the banner away."""
        if text is None:
            self.save_problem.hide()
        elif reloads:
            self.save_problem.show_problem(text, self.tr("Keep my edits"), self.keep_mine.emit)
            self.save_problem.offer_second(self.tr("Reload, drop my edits"), self.reload.emit)
        else:
            text = self.tr("{reason} Your edits are kept here.").format(reason=text.rstrip(".") + ".")
            self.save_problem.show_problem(text, self.tr("Try again"), self.retry.emit)

    def show_zoom(self, zoom: float) -> None:
        """Show how many screen pixels an image pixel takes."""
        self.zoom.setText(f"{100 * zoom:.0f} %")

    def add_top_bar(self, widget: QWidget) -> None:
        """Put a bar right above the canvas."""
        self._middle.insertWidget(self._middle.indexOf(self._canvas), widget)

    def add_bar(self, widget: QWidget) -> None:
        """Put a bar below the canvas."""
        self._middle.addWidget(widget)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the side columns shrink before the centre does."""
        super().resizeEvent(event)
        room = event.size().width() - LIST_WIDTH - SIDE_WIDTH - 2
        self._centre.setMinimumWidth(min(CENTRE_WIDTH, max(room, 0)))

    def _lay_out(self, tools: ToolColumn) -> None:
        self._centre = QWidget()
        across = QHBoxLayout(self._centre)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(tools)
        across.addLayout(self._middle, 1)
        right = self._side()
        left = _panel(self.images)
        left.setMinimumWidth(LIST_WIDTH)
        self._columns = remembered(QSplitter(Qt.Orientation.Horizontal), "annotate_columns")
        for column in (left, self._centre, right):
            self._columns.addWidget(column)
        for place, stretch in enumerate((0, 1, 0)):
            self._columns.setStretchFactor(place, stretch)
            self._columns.setCollapsible(place, stretch == 0)
        self._columns.setSizes([230, 900, 260])
        self._columns.setHandleWidth(1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._columns)

    def _side(self) -> QSplitter:
        """Put labels, objects and properties one below the other; in a low window the last, which scroll, give way."""
        side = remembered(QSplitter(Qt.Orientation.Vertical), "annotate_side")
        for place, part in enumerate((self.labels, self.objects, self.properties)):
            side.addWidget(_panel(part))
            side.setStretchFactor(place, place)
        self.labels.view.setMinimumHeight(LABEL_ROWS * ROW_HEIGHT + theme.SPACE)
        self.objects.view.setMinimumHeight(OBJECT_ROWS * ROW_HEIGHT + theme.SPACE)
        self.properties.setMinimumHeight(LEAST_PROPERTIES)
        side.setChildrenCollapsible(False)
        side.setSizes([220, 240, 330])
        side.setMinimumWidth(SIDE_WIDTH)
        side.setHandleWidth(1)
        return side

    def _tools(self, actions: PageActions) -> ToolColumn:
        """Put the tools, group by group, beside the canvas, and what every image wants below them."""
        sections = groupby(actions.tools, key=lambda name: actions.spec(name).section)
        groups = [*(list(names) for _section, names in sections), ["undo", "redo"], ["previous", "next", "verified"],
                  ["zoom_in", "zoom_out", "fit", "actual"]]  # fmt: skip
        return ToolColumn([[actions[name] for name in names] for names in groups], self.zoom)


def _panel(content: QWidget) -> QFrame:
    frame = QFrame()
    frame.setProperty("role", "panel")
    layout = QVBoxLayout(frame)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(content)
    return frame
