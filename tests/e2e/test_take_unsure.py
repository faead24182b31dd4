"""What a model saw but was not sure enough of is shown under the mouse while Z is held, and taken by a click."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from core.geometry import XY, Box, Shape
from core.review.verdicts import Verdict
from core.voc.annotation import VocObject
from desktop.keys.key_map import KeyMap
from tests.e2e.desk import Desk
from tests.e2e.suggested import captions, judgements, suggest

DENT, SCRATCH = Box(40, 40, 100, 90), Box(200, 150, 260, 220)
ON_DENT, ON_SCRATCH, BESIDE = (70.0, 60.0), (230.0, 190.0), (350.0, 40.0)


@pytest.fixture(name="desk")
def _desk(open_desk: Callable[..., Desk]) -> Desk:
    """A desk on whose first image two things were seen, neither surely."""
    desk = open_desk()
    suggest(desk, ("dent", DENT, 0.2), ("scratch", SCRATCH, 0.3))
    return desk


def point(desk: Desk, at: XY) -> None:
    QTest.mouseMove(desk.canvas, desk.place((5, 5)))  # a mouse that is there already would not have moved
    QTest.mouseMove(desk.canvas, desk.place(at))


def drawn(desk: Desk) -> list[Shape]:
    return [thing.shape for thing in desk.page.document.annotation.objects]


def test_held_the_key_shows_what_is_under_the_mouse_and_a_click_takes_it(desk: Desk) -> None:
    point(desk, ON_DENT)
    assert captions(desk) == []
    QTest.keyPress(desk.canvas, Qt.Key.Key_Z)
    assert captions(desk) == ["dent 0.20"]
    point(desk, ON_SCRATCH)
    assert captions(desk) == ["scratch 0.30"]
    desk.click(ON_SCRATCH)
    assert captions(desk) == []
    point(desk, ON_DENT)
    assert captions(desk) == ["dent 0.20"]
    QTest.keyRelease(desk.canvas, Qt.Key.Key_Z)
    assert captions(desk) == []
    assert [(thing.label, thing.shape) for thing in desk.objects()] == [("scratch", SCRATCH)]
    assert {label: one.verdict for label, one in judgements(desk).items()} == {"scratch": Verdict.ACCEPTED}


def test_one_undo_brings_the_suggestion_back_and_redo_takes_it_again(desk: Desk) -> None:
    point(desk, ON_DENT)
    desk.keys("Shift+Z")
    assert desk.shapes() == [DENT]
    desk.keys("Ctrl+Z")
    assert desk.page.save_now()
    assert not (desk.root / "Annotations" / "a.xml").exists(), "nothing is said of the image, as before"
    assert judgements(desk)["dent"].verdict is Verdict.OPEN
    QTest.keyPress(desk.canvas, Qt.Key.Key_Z)
    assert captions(desk) == ["dent 0.20"]
    QTest.keyRelease(desk.canvas, Qt.Key.Key_Z)
    desk.keys("Ctrl+Shift+Z")
    assert desk.shapes() == [DENT]
    assert judgements(desk)["dent"].verdict is Verdict.ACCEPTED


def test_enter_takes_it_too_and_with_any_tool_in_hand(desk: Desk) -> None:
    desk.keys("B")
    point(desk, ON_DENT)
    QTest.keyPress(desk.canvas, Qt.Key.Key_Z)
    desk.keys("Return")
    desk.click(ON_SCRATCH)
    QTest.keyRelease(desk.canvas, Qt.Key.Key_Z)
    assert desk.shapes() == [DENT, SCRATCH]
    assert not desk.canvas.busy


def test_without_a_mouse_where_the_arrow_keys_are(desk: Desk) -> None:
    desk.keys("B", "Right")  # begins in the middle of the view
    at = desk.canvas.place
    desk.keys(*["Shift+Right"] * round((230 - at[0]) / 10), *["Shift+Down"] * round((190 - at[1]) / 10))
    desk.keys("Shift+Z")
    assert desk.shapes() == [SCRATCH]


def test_where_nothing_is_that_is_said_and_a_click_does_nothing_else(desk: Desk) -> None:
    said: list[str] = []
    desk.canvas.hint_changed.connect(said.append)
    desk.page.status.connect(said.append)
    point(desk, BESIDE)
    QTest.keyPress(desk.canvas, Qt.Key.Key_Z)
    assert "saw nothing new here" in said[-1]
    point(desk, ON_DENT)
    assert "dent 0.20" in said[-1]
    desk.click(BESIDE)
    assert "saw nothing new here" in said[-1]
    QTest.keyRelease(desk.canvas, Qt.Key.Key_Z)
    assert "Hold Z" in said[-1]
    desk.keys("Shift+H", "Shift+Z")
    assert "Shift+H shows them" in said[-1]
    assert drawn(desk) == []


def test_what_is_drawn_or_shown_already_is_not_taken(desk: Desk) -> None:
    desk.page.document.commit(
        "Draw", desk.page.document.annotation.with_objects((VocObject(label="dent", shape=DENT),))
    )
    desk.person.window.app.suggestions.set_threshold(0.25)
    QTest.keyPress(desk.canvas, Qt.Key.Key_Z)
    for at in (ON_DENT, ON_SCRATCH):
        point(desk, at)
        assert captions(desk) == ["scratch 0.30"]
    desk.click(ON_DENT)
    QTest.keyRelease(desk.canvas, Qt.Key.Key_Z)
    assert desk.shapes() == [DENT]


def test_bar_and_status_line_tell_of_them_where_nothing_is_shown(desk: Desk) -> None:
    words = desk.find(QLabel, "suggestion_count")
    said: list[str] = []
    desk.canvas.hint_changed.connect(said.append)
    desk.person.wait_until(lambda: "2 below 40 %" in words.text(), "they are counted")
    point(desk, BESIDE)
    assert "2 below the threshold here. Hold Z" in said[-1]
    desk.person.window.app.suggestions.set_threshold(0.25)
    assert "below" not in words.text()
    point(desk, BESIDE)
    assert "Click an object" in said[-1]


def test_a_gesture_under_way_is_finished_first_and_a_key_let_go_elsewhere_is_let_go(desk: Desk) -> None:
    desk.keys("P")
    desk.click(BESIDE)
    point(desk, ON_DENT)
    QTest.keyPress(desk.canvas, Qt.Key.Key_Z)
    desk.keys("Shift+Z")
    assert (captions(desk), drawn(desk)) == ([], [])
    desk.keys("Escape")
    QTest.keyPress(desk.canvas, Qt.Key.Key_Z)
    assert captions(desk) == ["dent 0.20"]
    desk.page.parts.images.filter.setFocus()
    assert captions(desk) == []


def test_the_key_is_one_that_can_be_changed(desk: Desk) -> None:
    desk.person.window.app.comfort.set_keys(KeyMap("labelimg"))
    point(desk, ON_DENT)
    QTest.keyPress(desk.canvas, Qt.Key.Key_Z)
    assert captions(desk) == []
    QTest.keyRelease(desk.canvas, Qt.Key.Key_Z)
    QTest.keyPress(desk.canvas, Qt.Key.Key_B)
    assert captions(desk) == ["dent 0.20"]
    QTest.keyRelease(desk.canvas, Qt.Key.Key_B)
    desk.keys("Shift+B")
    assert desk.shapes() == [DENT]
