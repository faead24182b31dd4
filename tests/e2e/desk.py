"""A small dataset in the real window, and what a person does there with mouse and keys."""

from collections.abc import Mapping
from pathlib import Path

import cv2
import numpy as np
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from core.geometry import XY, Shape
from core.voc import annotation_file
from core.voc.annotation import Annotation, VocObject
from desktop.demo.person import Person

WIDTH, HEIGHT = 400, 300
NONE = Qt.KeyboardModifier.NoModifier


def make_dataset(root: Path, objects: Mapping[str, tuple[VocObject, ...]], count: int = 3) -> Path:
    """Write grey images a, b, c, ... and an annotation for those that ``objects`` names; return the folder."""
    (root / "JPEGImages").mkdir(parents=True)
    for number in range(count):
        grey = np.full((HEIGHT, WIDTH, 3), 90 + 20 * number, dtype=np.uint8)
        cv2.imwrite(str(root / "JPEGImages" / f"{chr(97 + number)}.png"), grey)
    for name, things in objects.items():
        annotation = Annotation(filename=f"{name}.png", width=WIDTH, height=HEIGHT, objects=things)
        annotation_file.write(root / "Annotations" / f"{name}.xml", annotation)
    return root


class Desk:
    """Whoever labels the small dataset."""

    def __init__(self, person: Person, root: Path) -> None:
        self.person = person
        self.root = root
        self.page = person.window.annotate_page
        self.canvas = self.page.canvas

    def saved(self, name: str = "a") -> Annotation:
        """Save, and return what the image's XML says."""
        assert self.page.save_now()
        return annotation_file.read(self.root / "Annotations" / f"{name}.xml")

    def objects(self, name: str = "a") -> tuple[VocObject, ...]:
        """Save, and return the objects of the image's XML."""
        return self.saved(name).objects

    def shapes(self, name: str = "a") -> list[Shape]:
        """Save, and return the shapes of the image's XML."""
        return [thing.shape for thing in self.objects(name)]

    def keys(self, *sequences: str) -> None:
        """Press key sequences such as "Ctrl+D" one after the other, where the keyboard is."""
        for sequence in sequences:
            QTest.keySequence(self.person.window.focusWidget() or self.canvas, QKeySequence(sequence))

    def write(self, text: str) -> None:
        """Type text where the keyboard is."""
        QTest.keyClicks(self.person.window.focusWidget(), text)

    def click(self, at: XY, modifiers: Qt.KeyboardModifier = NONE) -> None:
        """Click at a place of the image."""
        place = self.place(at)
        QTest.mouseMove(self.canvas, place)
        QTest.mouseClick(self.canvas, Qt.MouseButton.LeftButton, modifiers, place)

    def drag(self, start: XY, end: XY, modifiers: Qt.KeyboardModifier = NONE) -> None:
        """Drag from one place of the image to another."""
        QTest.mouseMove(self.canvas, self.place(start))
        QTest.mousePress(self.canvas, Qt.MouseButton.LeftButton, modifiers, self.place(start))
        QTest.mouseMove(self.canvas, self.place(((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)))
        QTest.mouseMove(self.canvas, self.place(end))
        QTest.mouseRelease(self.canvas, Qt.MouseButton.LeftButton, modifiers, self.place(end))

    def place(self, at: XY) -> QPoint:
        """Return where a place of the image lies on the canvas."""
        return self.canvas.to_view(at).toPoint()

    def show(self, name: str) -> None:
        """Open another image and wait for its picture."""
        self.page.show_image(name)
        self.person.wait_until(lambda: self.canvas.scene() is not None, "the picture is shown")

    def find(self, kind: type[QWidget], name: str) -> QWidget:
        """Return the widget of that object name."""
        return self.person.find(kind, name)

    @property
    def selected(self) -> frozenset[int]:
        """The places of the selected objects."""
        return self.page.selection.places
