"""Suggestions can be put out of sight, and the next image that has some is a key away."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from core.geometry import Box
from core.voc.annotation import VocObject
from tests.e2e.desk import Desk
from tests.e2e.suggested import captions, suggest

BOX = Box(40, 40, 100, 90)


def test_what_is_hidden_is_not_judged_by_mistake(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk()
    suggest(desk, ("dent", BOX, 0.9))
    desk.keys("Shift+H", "Return", "Delete")
    assert captions(desk) == []
    assert desk.page.document.annotation.objects == ()
    assert "hidden" in desk.find(QLabel, "suggestion_count").text()
    desk.keys("Shift+H", "Return")
    assert [thing.label for thing in desk.objects()] == ["dent"]


def test_the_next_image_with_suggestions_round_and_round(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(count=5)
    for name in "bd":
        suggest(desk, ("dent", BOX, 0.9), image=name)
    desk.person.wait_until(lambda: len(desk.person.window.app.suggestions.counts) == 2, "they are counted")
    opened = []
    for _ in range(3):
        desk.keys(".")
        opened.append(desk.page.current_name)
    assert opened == ["b", "d", "b"]


def test_what_is_there_already_neither_counts_nor_is_gone_to(open_desk: Callable[..., Desk]) -> None:
    thing = VocObject(label="dent", shape=BOX)
    desk = open_desk(count=4, b=(thing,), c=(thing,))
    for name in "bcd":
        suggest(desk, ("dent", BOX, 0.9), image=name)
    desk.person.wait_until(lambda: desk.person.window.app.suggestions.counts == {"d": 1}, "they are counted")
    desk.keys(".")
    assert desk.page.current_name == "d"
    assert "1 in 1 image" in desk.find(QLabel, "suggestion_count").text()


def test_a_newer_versions_word_goes_before_an_older_ones(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk()
    far = Box(200, 150, 260, 220)
    suggest(desk, ("dent", BOX, 0.95), ("dent", far, 0.7))
    suggest(desk, ("scratch", Box(42, 40, 100, 90), 0.6), model="bolts@2")
    desk.person.wait_until(lambda: captions(desk) == ["dent 0.70", "scratch 0.60"], "the double is gone")


def test_one_suggestion_can_be_opened_from_elsewhere_wherever_the_threshold_is(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk()
    suggest(desk, ("dent", BOX, 0.9), ("dent", Box(200, 150, 260, 220), 0.1), image="b")
    suggestions = desk.person.window.app.suggestions
    low = min(suggestions.store.open_suggestions("b"), key=lambda one: one.score)
    suggestions.show_suggestion("b", low.id)
    desk.person.wait_until(lambda: suggestions.current == low, "it is current")
    assert desk.page.current_name == "b"
    assert captions(desk) == ["dent 0.90", "dent 0.10"]


def test_a_suggestion_in_sight_moves_no_picture_and_one_out_of_sight_is_brought(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk()
    suggest(desk, ("dent", BOX, 0.9), ("scratch", Box(350, 250, 400, 300), 0.8))
    fitted = desk.canvas.viewport
    desk.keys("Tab")
    assert desk.canvas.viewport == fitted
    for _ in range(8):
        desk.keys("Ctrl++")
    desk.canvas.show_place(Box(0, 0, 10, 10))
    desk.keys("Tab", "Tab")
    seen = desk.canvas.viewport.rect(Box(350, 250, 400, 300))
    assert desk.canvas.rect().contains(seen.center().toPoint())


@pytest.mark.parametrize(("doing", "image"), [("nothing", "b"), ("drawn", "a"), ("selected", "a"), ("drawing", "a")])
def test_who_is_at_work_is_not_taken_away_when_suggestions_come(
    open_desk: Callable[..., Desk], doing: str, image: str
) -> None:
    desk = open_desk(a=(VocObject(label="dent", shape=BOX),))
    suggest(desk, ("dent", BOX, 0.9), image="b")
    suggestions = desk.person.window.app.suggestions
    walk = desk.person.window.app.review.walk
    begun = walk.whereabouts
    if doing == "selected":
        desk.click((BOX.x0, (BOX.y0 + BOX.y1) / 2))
    elif doing != "nothing":
        desk.keys("B")
        desk.drag((250, 150), (350, 250))
    if doing == "drawing":
        desk.keys("Ctrl+Z")
        QTest.mousePress(desk.canvas, Qt.MouseButton.LeftButton, pos=desk.place((250, 150)))
        QTest.mouseMove(desk.canvas, desk.place((300, 200)))
        assert desk.canvas.busy
        assert walk.whereabouts == begun
    walk.show_first(begun)
    desk.person.wait_until(lambda: not suggestions.busy, "they are counted")
    assert desk.page.current_name == image
    desk.canvas.cancel()
