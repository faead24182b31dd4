"""A person at the window: looks, clicks, draws, types and waits, by mouse and key events only."""

import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QEventLoop, QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget

from core.errors import WorkError
from desktop.annotate.canvas.view import CanvasView
from desktop.main_window import MainWindow

W = TypeVar("W", bound=QWidget)


class Person:
    """Drives one window. ``pictures`` is the folder for numbered screenshots, None for none."""

    def __init__(self, window: MainWindow, pictures: Path | None = None) -> None:
        self.window = window
        self.pictures = pictures
        self.taken: list[str] = []

    def find(self, kind: type[W], name: str) -> W:
        """Return the widget of that object name.

        Raises:
            WorkError: the window has none.
        """
        widget = self.window.findChild(kind, name)
        if widget is None:
            raise WorkError(f"The window has no '{name}'.")
        return widget

    def wait_until(self, happened: Callable[[], bool], what: str, seconds: float = 20) -> None:
        """Let the window live until ``happened()``.

        Raises:
            WorkError: it did not within ``seconds``.
        """
        end = time.monotonic() + seconds
        while not happened():
            if time.monotonic() > end:
                raise WorkError(f"Waited {seconds:.0f} s in vain for this: {what}.")
            self.rest(20)

    def rest(self, milliseconds: int = 50) -> None:
        """Let the window live for a moment."""
        # An event loop, for QTest's own wait keeps Python's lock and so starves the window's threads.
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()

    def look(self, name: str) -> None:
        """Take a screenshot of the window, ``NN-name.png``."""
        if self.pictures is None:
            return
        self.rest(150)  # what waits for the mouse to rest before it is drawn finely
        file = f"{len(self.taken) + 1:02d}-{name}.png"
        self.window.grab().save(str(self.pictures / file))
        self.taken.append(file)

    def click(self, name: str) -> None:
        """Press the button of that name with the mouse, once it can be pressed."""
        button = self.find(QAbstractButton, name)
        self.wait_until(lambda: button.isEnabled() and button.isVisible(), f"'{name}' can be pressed")
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the focus is."""
        focus = self.window.focusWidget() or self.window
        QTest.keyClick(focus, key, modifier)

    def type(self, text: str) -> None:
        """Type text where the focus is."""
        QTest.keyClicks(self.window.focusWidget() or self.window, text)

    def fill(self, field: QWidget, text: str) -> None:
        """Type ``text`` into a field in the place of what stands there."""
        field.setFocus()
        QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClicks(field, text)
        QTest.keyClick(field, Qt.Key.Key_Tab)

    def drag(self, canvas: CanvasView, points: Sequence[tuple[float, float]]) -> None:
        """Hold the left button down along points of the image, in pixel edges."""
        places = [self._place(canvas, point) for point in points]
        QTest.mouseMove(canvas, places[0])
        QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=places[0])
        for place in places[1:]:
            QTest.mouseMove(canvas, place)
            self.rest(5)
        QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=places[-1])

    def click_points(self, canvas: CanvasView, points: Sequence[tuple[float, float]]) -> None:
        """Click at points of the image one after the other."""
        for point in points:
            place = self._place(canvas, point)
            QTest.mouseMove(canvas, place)
            QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=place)
            self.rest(5)

    def _place(self, canvas: CanvasView, point: tuple[float, float]) -> QPoint:
        """Return where a point of the image lies on the canvas."""
        return canvas.to_view(point).toPoint()
