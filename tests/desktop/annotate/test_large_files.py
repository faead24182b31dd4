"""Annotation files that are read in the background: nothing is edited, saved or shown in a wrong image meanwhile."""

from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.editing import edits
from core.geometry import Box
from core.voc.annotation import Annotation, VocObject
from core.voc.dataset import Dataset
from desktop.annotate import opened
from desktop.annotate.page import AnnotatePage
from tests.desktop.annotate.conftest import HEIGHT, WIDTH

SHADE_OF_B = 130
BROKEN = b"<annotation>\n<object>\n<name>squ" + b" " * 100


def box(x: float, label: str = "dent") -> VocObject:
    """Return a box of 20 pixels."""
    return VocObject(label=label, shape=Box(x, 10, x + 20, 30))


def write(folder: Path, name: str, *objects: VocObject) -> Path:
    """Write an image's annotation as another program would; return its file."""
    dataset = Dataset.open(folder)
    entry = dataset.entry(name)
    entry.annotation_path.unlink(missing_ok=True)
    dataset.write(entry, Annotation(filename=f"{name}.png", width=WIDTH, height=HEIGHT, objects=objects))
    return entry.annotation_path


@pytest.fixture
def gate() -> Iterator[Event]:
    """What holds the reading up until it is set."""
    event = Event()
    yield event
    event.set()


@pytest.fixture
def held(
    page: AnnotatePage, folder: Path, gate: Event, monkeypatch: pytest.MonkeyPatch
) -> Callable[[str], AnnotatePage]:
    """Return a function that opens an image, every file counting as large, whose reading waits for the gate."""
    monkeypatch.setattr(opened, "AT_ONCE", 50)
    for place, name in enumerate("abc"):
        write(folder, name, *(box(10.0 * number) for number in range(place + 1)))

    def show(name: str) -> AnnotatePage:
        page.document._executor.submit(gate.wait)
        page.show_image(name)
        return page

    return show


def objects_of(page: AnnotatePage) -> int | None:
    """Return how many objects the open image has, None while that is not known."""
    return None if page.document.annotation is None else len(page.document.annotation.objects)


def add(page: AnnotatePage) -> bool:
    """Add an object to the open image; tell whether that was allowed."""
    return page.document.edit("Add", lambda now: edits.add_object(now, "dent", Box(50, 10, 70, 30)))


def test_the_picture_is_there_and_nothing_can_be_edited_until_the_file_is_read(
    qtbot: QtBot, held: Callable[[str], AnnotatePage], folder: Path, gate: Event
) -> None:
    path = folder / "Annotations" / "b.xml"
    before = path.read_bytes()
    page = held("b")
    middle = page.canvas.rect().center()
    qtbot.waitUntil(lambda: page.canvas.grab().toImage().pixelColor(middle).red() == SHADE_OF_B)
    with qtbot.waitSignal(page.document.refused) as refused:
        add(page)
    assert "still being read" in refused.args[0]
    page.take_tool("box")
    drag(page)
    assert page.document.reading
    assert not page.document.dirty
    assert page.save_now()
    assert path.read_bytes() == before
    assert not page.parts.problem.isVisible()
    gate.set()
    qtbot.waitUntil(lambda: objects_of(page) == 2)
    assert page.canvas.editable
    assert not page.document.reading
    assert add(page)
    assert page.save_now()
    assert len(Dataset.open(folder).read(page.document.entry).objects) == 3


def test_an_answer_that_comes_too_late_lands_in_no_other_image(
    qtbot: QtBot, held: Callable[[str], AnnotatePage], gate: Event
) -> None:
    page = held("b")
    for name in ("c", "a", "c", "b", "c"):
        page.show_image(name)
    seen: list[int | None] = []
    page.document.changed.connect(lambda _annotation: seen.append(objects_of(page)))
    gate.set()
    qtbot.waitUntil(lambda: not page.document.reading)
    qtbot.waitUntil(lambda: not page.document._executor.busy)
    assert (page.current_name, seen) == ("c", [3])
    page.show_image("b")
    qtbot.waitUntil(lambda: objects_of(page) == 2)


def test_an_image_whose_reading_was_left_is_read_when_it_is_opened_again(
    qtbot: QtBot, held: Callable[[str], AnnotatePage], folder: Path, gate: Event
) -> None:
    before = {path.name: path.read_bytes() for path in (folder / "Annotations").iterdir()}
    page = held("b")
    page.show_image("c")
    page.show_image("b")
    gate.set()
    qtbot.waitUntil(lambda: objects_of(page) == 2)
    assert page.save_now()
    assert {path.name: path.read_bytes() for path in (folder / "Annotations").iterdir()} == before


def test_what_another_program_writes_meanwhile_is_what_is_shown(
    qtbot: QtBot, held: Callable[[str], AnnotatePage], folder: Path, gate: Event
) -> None:
    page = held("b")
    read = Event()
    page.document._executor.submit(read.set)
    gate.set()
    assert read.wait(20)  # but not delivered: no event was looked at since
    write(folder, "b", *(box(7.0 * number) for number in range(5)))
    qtbot.waitUntil(lambda: objects_of(page) == 5)
    assert add(page)
    assert page.save_now()  # the file is the one that was read


def test_a_file_that_cannot_be_read_is_told_and_left_alone(
    qtbot: QtBot, held: Callable[[str], AnnotatePage], folder: Path, gate: Event
) -> None:
    path = folder / "Annotations" / "b.xml"
    path.write_bytes(BROKEN)
    page = held("b")
    assert not page.parts.problem.isVisible()
    gate.set()
    qtbot.waitUntil(page.parts.problem.isVisible)
    assert page.document.read_only
    assert not page.document.reading
    assert "b.xml" in (page.document.reason or "")
    page.show_image("c")
    assert page.save_now()
    assert path.read_bytes() == BROKEN


def test_reloading_does_not_wait_for_the_background(
    qtbot: QtBot, held: Callable[[str], AnnotatePage], gate: Event
) -> None:
    page = held("b")
    page.document.read_now()
    assert objects_of(page) == 2
    assert not page.document.reading
    assert add(page)
    gate.set()
    qtbot.waitUntil(lambda: not page.document._executor.busy)
    assert objects_of(page) == 3  # the late answer has not taken the edit away


def test_edits_of_a_large_image_are_there_when_one_comes_back(
    qtbot: QtBot, held: Callable[[str], AnnotatePage], gate: Event
) -> None:
    gate.set()
    page = held("b")
    qtbot.waitUntil(lambda: objects_of(page) == 2)
    add(page)
    page.show_image("c")
    page.show_image("b")
    assert objects_of(page) == 3
    assert not page.document.reading
    page.undo()
    assert objects_of(page) == 2


def test_an_object_that_was_asked_for_is_selected_once_it_is_there(
    qtbot: QtBot, held: Callable[[str], AnnotatePage], gate: Event
) -> None:
    page = held("b")
    page.selection.set((1,))
    gate.set()
    qtbot.waitUntil(lambda: objects_of(page) == 2)
    assert page.selection.places == {1}
    assert page.objects.selected[0].shape.bounds.x0 == 10


def test_a_small_file_is_there_at_once(page: AnnotatePage, folder: Path) -> None:
    write(folder, "b", box(10))
    page.show_image("b")
    assert objects_of(page) == 1


def test_a_page_that_is_closed_while_a_file_is_read_ends(
    held: Callable[[str], AnnotatePage], gate: Event, folder: Path
) -> None:
    before = (folder / "Annotations" / "b.xml").read_bytes()
    page = held("b")
    gate.set()
    page.shutdown()
    assert (folder / "Annotations" / "b.xml").read_bytes() == before


def drag(page: AnnotatePage) -> None:
    """Draw across the canvas with the mouse."""
    start, end = (page.canvas.to_view(place).toPoint() for place in ((20, 20), (90, 90)))
    QTest.mousePress(page.canvas, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(page.canvas, end)
    QTest.mouseRelease(page.canvas, Qt.MouseButton.LeftButton, pos=end)
