"""Work that a gesture has done in the background: the newest wins, errors are said, nobody hears what came too late."""

import threading
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.errors import AssistError
from core.geometry import Box
from desktop.annotate.canvas.background import NOTICED_AFTER
from desktop.annotate.page import AnnotatePage
from desktop.annotate.tools.gesture import Drawn, Gesture, Happening, Kind, Preview, Scene, Tool
from tests.desktop.annotate.conftest import Mouse


class Asking(Tool):
    """Each press asks for a piece of work; the right button ends the gesture with what came back last."""

    name = "box"
    both_buttons = True

    def __init__(self, *work: Callable[[], object]) -> None:
        self.work = list(work)
        self.results: list[object] = []
        self.threads: list[int] = []

    def hint(self, scene: Scene) -> str:
        return f"{scene.size[0]} wide"

    def begin(self, scene: Scene, press: Happening) -> Gesture:
        del scene
        now = press
        while not now.secondary:
            work = self.work.pop(0) if now.kind is Kind.PRESS else None
            now = yield Preview(hint="working", work=work)
            if now.kind is Kind.DONE:
                self.results.append(now.result)
        return Drawn("Draw box", Box(10, 10, 20, 20))


@pytest.fixture
def hints(page: AnnotatePage) -> list[str]:
    said: list[str] = []
    page.status.connect(said.append)
    return said


def test_a_result_comes_back_to_the_gesture_from_another_thread(qtbot: QtBot, page: AnnotatePage, mouse: Mouse) -> None:
    tool = Asking(threading.get_ident)
    page.canvas.set_tool(tool)
    mouse.click((50, 50))
    assert page.canvas.working
    qtbot.waitUntil(lambda: len(tool.results) == 1)
    assert tool.results != [threading.get_ident()]
    assert not page.canvas.working


def test_newer_work_takes_the_place_of_older(qtbot: QtBot, page: AnnotatePage, mouse: Mouse) -> None:
    gate = threading.Event()
    tool = Asking(lambda: gate.wait(5) and "first", lambda: "second", lambda: "third")
    page.canvas.set_tool(tool)
    for _ in range(3):
        mouse.click((50, 50))
    gate.set()
    qtbot.waitUntil(lambda: not page.canvas.working)
    assert tool.results == ["third"]


def test_a_cancelled_gesture_hears_nothing_more(qtbot: QtBot, page: AnnotatePage, mouse: Mouse) -> None:
    gate = threading.Event()
    tool = Asking(lambda: gate.wait(5) and "late", lambda: "new")
    page.canvas.set_tool(tool)
    mouse.click((50, 50))
    assert page.canvas.cancel()
    assert not page.canvas.working
    gate.set()
    mouse.click((50, 50))
    qtbot.waitUntil(lambda: bool(tool.results))
    assert tool.results == ["new"]


def test_an_error_is_said_and_the_gesture_goes_on(
    qtbot: QtBot, page: AnnotatePage, mouse: Mouse, hints: list[str]
) -> None:
    def fail() -> None:
        raise AssistError("There is nothing to cut out here.")

    tool = Asking(fail)
    page.canvas.set_tool(tool)
    mouse.click((50, 50))
    qtbot.waitUntil(lambda: bool(tool.results))
    assert isinstance(tool.results[0], AssistError)
    assert hints[-1] == "There is nothing to cut out here."
    assert page.canvas.busy


def test_what_nobody_expected_ends_the_gesture_and_is_reported(qtbot: QtBot, page: AnnotatePage, mouse: Mouse) -> None:
    tool = Asking(lambda: 1 // 0)
    page.canvas.set_tool(tool)
    with qtbot.captureExceptions() as reported:
        mouse.click((50, 50))
        qtbot.waitUntil(lambda: not page.canvas.busy)
    assert [kind for kind, *_ in reported] == [ZeroDivisionError]
    assert tool.results == []


def test_slow_work_shows_a_busy_cursor(qtbot: QtBot, page: AnnotatePage, mouse: Mouse) -> None:
    gate = threading.Event()
    page.canvas.set_tool(Asking(lambda: gate.wait(5)))
    mouse.click((50, 50))
    assert page.canvas.cursor().shape() != Qt.CursorShape.BusyCursor
    qtbot.waitUntil(lambda: page.canvas.cursor().shape() == Qt.CursorShape.BusyCursor, timeout=4 * NOTICED_AFTER + 1000)
    gate.set()
    qtbot.waitUntil(lambda: page.canvas.cursor().shape() != Qt.CursorShape.BusyCursor)


def test_a_gesture_may_end_while_its_work_goes_on(qtbot: QtBot, page: AnnotatePage, mouse: Mouse) -> None:
    gate = threading.Event()
    tool = Asking(lambda: gate.wait(5))
    page.canvas.set_tool(tool)
    mouse.click((50, 50))
    QTest.mouseClick(page.canvas, Qt.MouseButton.RightButton, pos=mouse.view((60, 60)))
    assert not page.canvas.busy
    assert page.document.annotation is not None
    assert len(page.document.annotation.objects) == 1
    gate.set()
    qtbot.waitUntil(lambda: not page.canvas.working)
    assert tool.results == []
