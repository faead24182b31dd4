"""What the tests of changes in the whole dataset share: three labelled images, and a look at the disk."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QDialog, QLabel, QWidget

from core.geometry import Box
from core.voc.annotation import VocObject
from desktop.demo.person import Person
from tests.e2e.desk import Desk

DENT = VocObject(label="dent", shape=Box(20, 20, 120, 90))
SCRATCH = VocObject(label="scratch", shape=Box(150, 30, 290, 44))
TINY = VocObject(label="dent", shape=Box(300, 200, 304, 203))
OpenDesk = Callable[..., Desk]
OBJECTS = {"a": (DENT, SCRATCH), "b": (DENT, TINY), "c": (SCRATCH,)}


def files(root: Path) -> dict[str, bytes]:
    """Return the bytes of all annotations and of the label list."""
    found = [*(root / "Annotations").glob("*.xml"), *root.glob("labels.txt")]
    return {path.name: path.read_bytes() for path in sorted(found)}


def labels(desk: Desk) -> dict[str, list[str]]:
    """Return the labels of the objects as the files say."""
    return {name: [thing.label for thing in desk.objects(name)] for name in "abc"}


def open_dialog(desk: Desk, action: str, name: str) -> QDialog:
    """Choose an action of the menu and return the dialog that it opens."""
    desk.person.window.actions_by_name[action].trigger()
    desk.person.wait_until(lambda: desk.person.window.findChild(QDialog, name) is not None, f"{name} opens")
    return desk.person.find(QDialog, name)


def count(dialog: QDialog) -> str:
    """Return what the dialog says it would come to."""
    return dialog.findChild(QLabel, "batch_count").text()


def press(within: QWidget, name: str) -> None:
    """Click a button."""
    QTest.mouseClick(within.findChild(QAbstractButton, name), Qt.MouseButton.LeftButton)


def wait_for_banner(person: Person) -> None:
    """Wait until a change is done and offers to be taken back."""
    banner = person.window.banner
    person.wait_until(lambda: banner.isVisible() and banner.button.text() == "Undo", "the change is done")
    person.window.activateWindow()  # no window manager does it when a dialog closes
    person.wait_until(person.window.isActiveWindow, "the window has the keyboard")


def wait_idle(person: Person) -> None:
    """Wait until no change is under way."""
    person.wait_until(lambda: not person.window.app.batches.busy, "the change ends")
