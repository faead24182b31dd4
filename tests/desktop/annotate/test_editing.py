from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.editing import edits
from core.geometry import Box, Polygon
from core.voc.annotation import VocObject
from desktop.annotate.canvas.ghosts import Ghost
from desktop.annotate.page import AnnotatePage
from tests.desktop.annotate.conftest import Mouse, on_disk

BOX, OTHER = Box(20, 20, 60, 60), Box(100, 80, 160, 130)
RING = Polygon(((20, 20), (80, 20), (80, 80), (20, 80)))


@pytest.fixture
def with_objects(page: AnnotatePage) -> Callable[..., None]:
    """Return a function that puts shapes into the open image."""

    def put(*shapes: Box | Polygon) -> None:
        things = tuple(VocObject(label="scratch", shape=shape) for shape in shapes)
        page.document.commit("Set up", page.document.annotation.with_objects(things))

    return put


def shapes_of(page: AnnotatePage) -> list:
    return [thing.shape for thing in page.document.annotation.objects]


def test_a_box_is_moved_by_its_body(page: AnnotatePage, mouse: Mouse, with_objects: Callable) -> None:
    with_objects(BOX)
    mouse.drag((40, 40), (50, 45))
    assert shapes_of(page) == [Box(30, 25, 70, 65)]


def test_a_box_is_resized_by_a_corner_and_by_an_edge(page: AnnotatePage, mouse: Mouse, with_objects: Callable) -> None:
    with_objects(BOX)
    mouse.drag((60, 60), (80, 90))
    assert shapes_of(page) == [Box(20, 20, 80, 90)]
    mouse.drag((20, 50), (10, 50))
    assert shapes_of(page) == [Box(10, 20, 80, 90)]


def test_a_vertex_is_dragged_added_and_removed(page: AnnotatePage, mouse: Mouse, with_objects: Callable) -> None:
    with_objects(RING)
    mouse.drag((80, 80), (100, 100))
    assert shapes_of(page)[0].points[2] == pytest.approx((100, 100), abs=1)
    mouse.drag((20, 50), (5, 50))
    assert len(shapes_of(page)[0].points) == 5
    mouse.click((100, 100), Qt.KeyboardModifier.AltModifier)
    assert len(shapes_of(page)[0].points) == 4
    mouse.move((80, 20))
    mouse.key(Qt.Key.Key_Delete)
    assert len(shapes_of(page)[0].points) == 3


def test_a_click_selects_shift_adds_and_a_band_takes_all(
    page: AnnotatePage, mouse: Mouse, with_objects: Callable
) -> None:
    with_objects(BOX, OTHER)
    mouse.click((40, 40))
    assert page.selection.places == {0}
    mouse.click((130, 100), Qt.KeyboardModifier.ShiftModifier)
    assert page.selection.places == {0, 1}
    mouse.click((90, 10))
    assert page.selection.places == frozenset()
    mouse.drag((5, 5), (190, 145))
    assert page.selection.places == {0, 1}


def test_several_objects_move_together_and_stop_at_the_border(
    page: AnnotatePage, mouse: Mouse, with_objects: Callable
) -> None:
    with_objects(BOX, OTHER)
    mouse.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    mouse.drag((40, 40), (140, 40))
    assert shapes_of(page) == [Box(60, 20, 100, 60), Box(140, 80, 200, 130)]


def test_arrows_move_by_pixels(page: AnnotatePage, mouse: Mouse, with_objects: Callable) -> None:
    with_objects(BOX)
    mouse.click((40, 40))
    mouse.key(Qt.Key.Key_Right)
    mouse.key(Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert shapes_of(page) == [Box(21, 30, 61, 70)]


def test_number_keys_choose_and_change_labels(page: AnnotatePage, mouse: Mouse, with_objects: Callable) -> None:
    with_objects(BOX)
    mouse.click((40, 40))
    mouse.key(Qt.Key.Key_2)
    assert page.document.annotation.objects[0].label == "dent"
    assert page.labelling.label == "dent"
    mouse.key(Qt.Key.Key_9)
    assert page.labelling.label == "dent"


def test_deleting_undoing_and_redoing(page: AnnotatePage, mouse: Mouse, with_objects: Callable, folder: Path) -> None:
    with_objects(BOX, OTHER)
    mouse.click((40, 40))
    mouse.key(Qt.Key.Key_Delete)
    assert shapes_of(page) == [OTHER]
    assert page.page_actions["undo"].text() == "Undo Delete object"
    mouse.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert shapes_of(page) == [BOX, OTHER]
    mouse.key(Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert shapes_of(page) == [OTHER]
    page.save_now()
    assert [thing.shape for thing in on_disk(folder).objects] == [OTHER]


def test_undo_calls_back_whoever_made_the_step(page: AnnotatePage) -> None:
    said: list[str] = []
    more = edits.add_object(page.document.annotation, "dent", BOX)
    page.document.commit("Accept", more, lambda: said.append("undone"), lambda: said.append("redone"))
    page.undo()
    page.redo()
    page.undo()
    assert said == ["undone", "redone", "undone"]


def test_a_step_that_changes_nothing_here_can_still_be_undone(page: AnnotatePage) -> None:
    said: list[str] = []
    same = page.document.annotation
    page.document.commit("Nothing", same)
    assert page.document.history.undo_text is None
    page.document.commit("Reject suggestion", same, lambda: said.append("undone"))
    assert not page.document.dirty
    page.undo()
    assert said == ["undone"]


def test_flags_of_the_selection(page: AnnotatePage, mouse: Mouse, with_objects: Callable) -> None:
    with_objects(BOX, OTHER)
    mouse.click((40, 40))
    QTest.mouseClick(page.parts.properties.flags["occluded"], Qt.MouseButton.LeftButton)
    assert [thing.occluded for thing in page.document.annotation.objects] == [True, False]
    page.select_all()
    box = page.parts.properties.flags["occluded"]
    assert box.checkState() == Qt.CheckState.PartiallyChecked
    QTest.mouseClick(box, Qt.MouseButton.LeftButton)
    assert [thing.occluded for thing in page.document.annotation.objects] == [True, True]


def test_the_object_list_and_the_canvas_select_alike(page: AnnotatePage, mouse: Mouse, with_objects: Callable) -> None:
    with_objects(BOX, OTHER)
    view = page.parts.objects.view
    mouse.click((130, 100))
    assert [index.row() for index in view.selectionModel().selectedRows()] == [1]
    place = view.visualRect(page.parts.objects.model.index(0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    assert page.selection.places == {0}


def test_the_first_label_is_asked_for_at_the_shape(
    open_page: Callable[..., AnnotatePage], folder: Path, qtbot: QtBot
) -> None:
    page = open_page(folder, labels=())
    mouse = Mouse(page)
    mouse.key(Qt.Key.Key_B)
    mouse.drag((20, 20), (60, 60))
    line = page.labelling.popup.line
    assert line.isVisible()
    assert page.document.annotation.objects == ()
    QTest.keyClicks(line, "bolt & nut")
    with qtbot.waitSignal(page.labels_changed) as said:
        QTest.keyClick(line, Qt.Key.Key_Return)
    assert said.args[0].names == ("bolt & nut",)
    mouse.drag((100, 80), (160, 130))
    assert [thing.label for thing in page.document.annotation.objects] == ["bolt & nut"] * 2


def test_escape_in_the_popup_draws_nothing(open_page: Callable[..., AnnotatePage], folder: Path) -> None:
    page = open_page(folder, labels=())
    mouse = Mouse(page)
    mouse.key(Qt.Key.Key_B)
    mouse.drag((20, 20), (60, 60))
    QTest.keyClick(page.labelling.popup.line, Qt.Key.Key_Return)
    assert "must not be empty" in page.labelling.popup.problem.text()
    QTest.keyClick(page.labelling.popup.line, Qt.Key.Key_Escape)
    assert not page.labelling.popup.isVisible()
    assert page.document.annotation.objects == ()


def test_a_question_is_answered_before_the_next_shape(open_page: Callable[..., AnnotatePage], folder: Path) -> None:
    page = open_page(folder, labels=())
    mouse = Mouse(page)
    mouse.key(Qt.Key.Key_B)
    mouse.drag((20, 20), (60, 60))
    mouse.drag((100, 80), (160, 130))
    line = page.labelling.popup.line
    assert line.hasFocus()
    QTest.keyClicks(line, "bolt")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert len(page.document.annotation.objects) == 1
    mouse.drag((100, 80), (160, 130))
    assert len(page.document.annotation.objects) == 2


def test_a_double_click_changes_the_label(page: AnnotatePage, mouse: Mouse, with_objects: Callable) -> None:
    with_objects(BOX)
    QTest.mouseDClick(page.canvas, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, mouse.view((40, 40)))
    line = page.labelling.popup.line
    assert line.text() == "scratch"
    QTest.keyClick(line, Qt.Key.Key_Down)
    QTest.keyClick(line, Qt.Key.Key_Down)
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert page.document.annotation.objects[0].label == "dent"


def test_letters_typed_into_a_line_are_no_shortcuts(page: AnnotatePage) -> None:
    page.parts.labels.new.setFocus()
    QTest.keyClicks(page.parts.labels.new, "bad1")
    assert page.canvas.tool.name == "select"
    assert page.current_name == "a"
    QTest.keyClick(page.parts.labels.new, Qt.Key.Key_Return)
    assert page.label_list.names == ("scratch", "dent", "bad1")
    assert page.labelling.label == "bad1"


def test_keys_for_suggestions_while_nothing_is_selected(
    page: AnnotatePage, mouse: Mouse, with_objects: Callable
) -> None:
    with_objects(BOX)
    said: list[str] = []
    page.ghost_key.connect(said.append)
    mouse.key(Qt.Key.Key_Return)
    page.canvas.set_ghosts([Ghost(OTHER, page.labelling.color_of("dent"), "dent 0.91", True)])
    mouse.move((5, 5))
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Delete, Qt.Key.Key_Tab):
        mouse.key(key)
    mouse.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert said == ["accept", "reject", "next", "accept_all"]
    mouse.click((40, 40))
    mouse.key(Qt.Key.Key_Delete)
    assert said == ["accept", "reject", "next", "accept_all"]
    assert page.document.annotation.objects == ()


def test_a_click_on_a_suggestion_names_it(page: AnnotatePage, mouse: Mouse, qtbot: QtBot) -> None:
    color = page.labelling.color_of("dent")
    page.canvas.set_ghosts([Ghost(Box(0, 0, 200, 150), color, "big"), Ghost(BOX, color, "small")])
    with qtbot.waitSignal(page.canvas.ghost_clicked) as said:
        mouse.click((40, 40))
    assert said.args == [1]
