"""Editing a suggestion makes it a person's own: dragged, reshaped, relabelled; undo gives it back."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from core.geometry import Box, Polygon
from core.review.verdicts import Verdict
from core.voc.annotation import VocObject
from tests.e2e.desk import Desk
from tests.e2e.suggested import captions, judgements, suggest

BOX = Box(40, 40, 100, 90)
FAR = Box(200, 150, 260, 220)
RING = Polygon(((150.0, 40.0), (220.0, 50.0), (190.0, 110.0)))


def test_a_dragged_suggestion_is_an_object_and_is_logged_with_how_far_it_was_off(
    open_desk: Callable[..., Desk],
) -> None:
    desk = open_desk()
    suggest(desk, ("dent", BOX, 0.9), ("scratch", FAR, 0.8))
    desk.drag((70, 60), (80, 60))
    (thing,) = desk.objects()
    assert (thing.label, thing.shape) == ("dent", Box(50, 40, 110, 90))
    assert captions(desk) == ["scratch 0.80"]
    assert desk.selected == {0}
    verdict = judgements(desk)["dent"]
    assert (verdict.verdict, verdict.label) == (Verdict.CORRECTED, None)
    assert verdict.iou == pytest.approx(50 / 70)
    desk.keys("Ctrl+Z")
    assert captions(desk) == ["dent 0.90", "scratch 0.80"]
    assert judgements(desk)["dent"].verdict is Verdict.OPEN
    desk.keys("Ctrl+Shift+Z")
    assert desk.shapes() == [Box(50, 40, 110, 90)]
    assert judgements(desk)["dent"].verdict is Verdict.CORRECTED


def test_a_pulled_corner_and_a_pulled_point(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk()
    suggest(desk, ("dent", BOX, 0.9), ("scratch", RING, 0.8))
    desk.drag((100, 90), (120, 110))
    desk.drag((190, 110), (200, 130))
    box, ring = desk.shapes()
    assert box == Box(40, 40, 120, 110)
    assert isinstance(ring, Polygon)
    assert ring.points[2] == pytest.approx((200, 130), abs=0.6)
    assert judgements(desk)["scratch"].verdict is Verdict.CORRECTED


def test_a_click_takes_it_in_hand_and_number_keys_name_it_then(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(b=(VocObject(label="dent", shape=BOX), VocObject(label="scratch", shape=BOX)))
    desk.person.wait_until(lambda: len(desk.page.label_list.names) == 2, "the labels are known")
    suggest(desk, ("dent", BOX, 0.9), ("dent", FAR, 0.8))
    desk.keys("2")
    assert len(desk.canvas.ghosts) == 2, "nothing was in hand: the key names what is drawn next"
    desk.click((230, 180))
    assert [ghost.held for ghost in desk.canvas.ghosts] == [False, True]
    desk.keys("2")
    (thing,) = desk.objects()
    assert (thing.label, thing.shape) == ("scratch", FAR)
    verdict = judgements(desk)["dent"]
    assert (verdict.verdict, verdict.label, verdict.iou) == (Verdict.CORRECTED, "scratch", 1.0)
    assert captions(desk) == ["dent 0.90"]


def test_its_label_is_asked_for_and_esc_leaves_it_as_it_was(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk()
    suggest(desk, ("dent", BOX, 0.9))
    for answer, left in (("Esc", 1), ("Return", 0)):
        desk.keys("L")
        assert desk.page.labelling.popup.isVisible()
        desk.page.labelling.popup.line.setText("stain")
        desk.keys(answer)
        assert len(desk.canvas.ghosts) == left
    assert [thing.label for thing in desk.objects()] == ["stain"]
    assert "stain" in desk.page.label_list.names


def test_esc_lets_go_of_it_and_a_drawing_tool_does_not_mind_it(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk()
    suggest(desk, ("dent", BOX, 0.9))
    desk.keys("Tab")
    assert desk.canvas.ghosts[0].held
    desk.keys("Esc")
    assert not desk.canvas.ghosts[0].held
    desk.page.labelling.add_label("scratch")
    desk.keys("B")
    desk.drag((45, 45), (70, 70))
    assert [thing.label for thing in desk.objects()] == ["scratch"]
    assert captions(desk) == ["dent 0.90"]


def test_what_is_under_the_mouse_says_so_and_a_right_click_offers_what_can_be_done(
    open_desk: Callable[..., Desk],
) -> None:
    desk = open_desk()
    suggest(desk, ("dent", BOX, 0.9), ("scratch", FAR, 0.8))
    said: list[str] = []
    desk.canvas.hint_changed.connect(said.append)
    QTest.mouseMove(desk.canvas, desk.place((230, 180)))
    assert "Enter accepts" in said[-1]
    assert desk.canvas.cursor().shape() is Qt.CursorShape.PointingHandCursor
    desk.canvas.customContextMenuRequested.emit(desk.place((230, 180)))
    menu = desk.page.menus.menu
    assert isinstance(menu, QMenu)
    next(action for action in menu.actions() if action.text() == "Accept").trigger()
    menu.close()
    assert [thing.label for thing in desk.objects()] == ["scratch"]


def test_going_to_one_out_of_sight_brings_it_into_sight(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk()
    suggest(desk, ("dent", BOX, 0.9), ("scratch", FAR, 0.8))
    desk.canvas.zoom_by(6, desk.canvas.to_view((70, 65)))
    before = desk.canvas.viewport.zoom
    desk.keys("Tab")
    seen = desk.canvas.rect().toRectF()
    assert seen.contains(desk.canvas.to_view((230, 185)))
    assert desk.canvas.viewport.zoom == before
