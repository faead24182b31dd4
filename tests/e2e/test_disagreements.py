"""What contradicts a person is shown only where it is wanted, looks like it, and never replaces anything by itself."""

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton

from core.geometry import Box
from core.review.verdicts import Verdict
from core.voc.annotation import VocObject
from tests.e2e.desk import Desk
from tests.e2e.suggested import captions, judgements, suggest

MINE = VocObject(label="scratch", shape=Box(40, 40, 100, 90), difficult=True)
OTHER = Box(200, 150, 260, 220)


def _opened(open_desk: Callable[..., Desk], thing: VocObject = MINE) -> Desk:
    desk = open_desk(a=(thing,))
    suggest(desk, ("dent", Box(42, 40, 100, 92), 0.9), ("dent", OTHER, 0.8))
    return desk


def test_it_is_not_offered_until_it_is_wanted(open_desk: Callable[..., Desk]) -> None:
    desk = _opened(open_desk)
    assert captions(desk) == ["dent 0.80"]
    button = desk.find(QPushButton, "show_disagreements_button")
    assert button.text() == "1"
    button.click()
    assert captions(desk) == ["dent 0.80", "dent 0.90 ≠ scratch"]
    assert [ghost.doubts for ghost in desk.canvas.ghosts] == [False, True]
    desk.keys("Shift+D")
    assert captions(desk) == ["dent 0.80"]


def test_accepting_it_replaces_the_persons_object_in_one_edit(open_desk: Callable[..., Desk]) -> None:
    desk = _opened(open_desk)
    desk.keys("Shift+D", "Tab", "Return")
    (thing,) = desk.objects()
    assert (thing.label, thing.shape, thing.difficult) == ("dent", Box(42, 40, 100, 92), True)
    desk.keys("Ctrl+Z")
    assert desk.objects() == (MINE,)
    assert "dent 0.90 ≠ scratch" in captions(desk)


def test_rejecting_it_leaves_the_persons_object(open_desk: Callable[..., Desk]) -> None:
    desk = _opened(open_desk)
    desk.keys("Shift+D", "Tab", "Delete")
    assert desk.objects() == (MINE,)
    assert captions(desk) == ["dent 0.80"]


def test_accepting_all_shown_replaces_nothing(open_desk: Callable[..., Desk]) -> None:
    desk = _opened(open_desk)
    desk.keys("Shift+D", "Shift+Return")
    assert [thing.label for thing in desk.objects()] == ["scratch", "dent"]
    assert captions(desk) == ["dent 0.90 ≠ scratch"]
    desk.keys("Shift+Return")
    assert [thing.label for thing in desk.objects()] == ["scratch", "dent"]
    assert judgements(desk)["dent"].verdict is Verdict.ACCEPTED


def test_dragging_it_puts_it_in_the_place_of_the_persons_object(open_desk: Callable[..., Desk]) -> None:
    desk = _opened(open_desk)
    desk.keys("Shift+D", "Tab")
    desk.drag((70, 65), (80, 65))
    (thing,) = desk.objects()
    assert (thing.label, thing.shape) == ("dent", Box(52, 40, 110, 92))


def test_a_locked_object_is_not_replaced(open_desk: Callable[..., Desk]) -> None:
    locked = MINE.with_attribute("locked", "true")
    desk = _opened(open_desk, locked)
    said: list[str] = []
    desk.page.status.connect(said.append)
    desk.keys("Shift+D", "Tab", "Return")
    assert desk.objects() == (locked,)
    assert "locked" in said[-1]
