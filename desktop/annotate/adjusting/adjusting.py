"""Connects the panel with the pictures and the canvas. What it sets is seen only: no file changes, nor any label."""

from dataclasses import replace

import numpy as np
from PySide6.QtCore import QEvent, QObject, Slot
from PySide6.QtGui import QAction

from core.images import Range, histogram
from desktop.annotate.adjusting.panel import AdjustPanel
from desktop.annotate.canvas.view import CanvasView
from desktop.annotate.pictures import Adjustment, Picture, Pictures

ADJUSTMENTS = ("adjust_picture", "auto_levels", "reset_picture")
"""The names of the actions, in the order that ``set_actions`` takes them."""
_GAP = 14


class Adjusting(QObject):
    """Shows the panel over the canvas and has the pictures look as it says, until another dataset is opened."""

    def __init__(self, pictures: Pictures, canvas: CanvasView, parent: QObject) -> None:
        super().__init__(parent)
        self._pictures = pictures
        self._canvas = canvas
        self._panel: AdjustPanel | None = None
        self._actions: tuple[QAction, QAction, QAction] | None = None
        pictures.adjusted.connect(self._redraw)
        pictures.ready.connect(self._show_picture)
        canvas.installEventFilter(self)

    @property
    def panel(self) -> AdjustPanel | None:
        """The panel, once it was wanted."""
        return self._panel

    def set_actions(self, toggle: QAction, auto: QAction, reset: QAction) -> None:
        """Take the actions that the panel's buttons stand for, and keep their marks right."""
        self._actions = toggle, auto, reset
        self._mark()

    @Slot()
    def toggle(self) -> None:
        """Show the panel, or hide it; what it has set stays."""
        panel = self._panel or self._make()
        panel.setVisible(panel.isHidden())
        self._mark()
        if panel.isVisible():
            self._show_picture()
            panel.brightness.setFocus()
        else:
            self._canvas.setFocus()

    @Slot()
    def toggle_auto(self) -> None:
        """Show each picture from its own darkest to its own brightest value, or not any longer."""
        now = self._pictures.adjustment
        self._pictures.adjust(replace(now, auto=not now.auto))

    @Slot()
    def reset(self) -> None:
        """Show pictures as they are."""
        self._pictures.adjust(Adjustment())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the panel in its corner while the canvas changes its size."""
        if event.type() == QEvent.Type.Resize and self._panel is not None:
            self._place(self._panel)
        return super().eventFilter(watched, event)

    def _make(self) -> AdjustPanel:
        assert self._actions is not None
        toggle, auto, reset = self._actions
        panel = self._panel = AdjustPanel(auto, reset, toggle, self._canvas)
        panel.hide()
        panel.changed.connect(self._pictures.adjust)
        panel.ranged.connect(self._set_range)
        self._place(panel)
        return panel

    def _place(self, panel: AdjustPanel) -> None:
        panel.adjustSize()
        panel.move(max(self._canvas.width() - panel.width() - _GAP, 0), _GAP)

    @Slot(object)
    def _set_range(self, values: Range) -> None:
        picture = self._pictures.shown
        if picture is not None:
            self._pictures.adjust(self._pictures.adjustment.with_range(picture.kind, values))

    @Slot()
    def _redraw(self) -> None:
        picture = self._pictures.shown
        if picture is not None:
            self._canvas.set_picture(picture)
        self._show_values(picture)
        self._mark()

    @Slot()
    def _show_picture(self) -> None:
        """Show the histogram of another picture, over its values and the range that is shown."""
        picture, panel = self._pictures.shown, self._panel
        if panel is None or panel.isHidden():
            return
        panel.setEnabled(picture is not None)
        if picture is not None:
            axis = _axis(picture)
            panel.show_axis(axis, whole=picture.kind != "float32")
            panel.levels.show_counts(axis, histogram(picture.pyramid.smallest, axis))
            self._show_values(picture)

    def _show_values(self, picture: Picture | None) -> None:
        if self._panel is not None and picture is not None:
            self._panel.show_adjustment(self._pictures.adjustment, Range(picture.look.low, picture.look.high))

    def _mark(self) -> None:
        """Tick what is on, and offer Reset only where something is set."""
        if self._actions is not None:
            toggle, auto, reset = self._actions
            toggle.setChecked(self._panel is not None and not self._panel.isHidden())
            auto.setChecked(self._pictures.adjustment.auto)
            reset.setEnabled(not self._pictures.adjustment.is_plain)


def _axis(picture: Picture) -> Range:
    """Return the values that a person may choose among: all of 8 bits, otherwise those there and those shown."""
    if picture.kind == "uint8":
        return Range(0.0, 256.0)
    values, look = picture.pyramid.smallest, picture.look
    low, high = min(float(np.min(values)), look.low), max(float(np.max(values)), look.high)
    return Range(low, high if high > low else low + 1)
