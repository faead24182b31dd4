"""The page of all images: thumbnails, choosing many, opening one, by mouse and by keys alone."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox

from core.geometry import Box
from core.voc.annotation import State, VocObject
from desktop.browse.gallery_page import GalleryPage
from tests.e2e.conftest import pixels
from tests.e2e.desk import Desk

THING = VocObject(label="scratch", shape=Box(100, 100, 300, 200))


@pytest.fixture
def desk(open_desk: Callable[..., Desk]) -> Desk:
    """Five images, a and c with a scratch, with the gallery open."""
    desk = open_desk(count=5, a=(THING,), c=(THING, THING))
    desk.keys("Alt+4")
    assert _gallery(desk).isVisible()
    return desk


def _gallery(desk: Desk) -> GalleryPage:
    return desk.person.window.app.browse.gallery


def _shown(desk: Desk) -> list[str]:
    gallery = _gallery(desk)
    return [desk.page.parts.images.model.name_at(place) for place in gallery.view.places]


def _click(desk: Desk, place: int, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    view = _gallery(desk).view
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, modifiers, view.cell_of(place).center())


def test_thumbnails_come_with_their_objects_and_are_kept(desk: Desk) -> None:
    gallery = _gallery(desk)
    desk.person.wait_until(lambda: all(gallery.thumbnails.get(name) for name in "abcde"), "thumbnails are made")
    assert [outline.label for outline in gallery.thumbnails.get("c").outlines] == ["scratch", "scratch"]
    assert (desk.root / ".annotrain" / "thumbnails" / "thumbnails.sqlite").exists()
    with_objects = pixels(gallery.view)
    QTest.mouseClick(gallery.objects, Qt.MouseButton.LeftButton)
    assert (pixels(gallery.view) != with_objects).any()


def test_a_double_click_opens_the_image(desk: Desk) -> None:
    view = _gallery(desk).view
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.cell_of(3).center())
    assert desk.page.isVisible()
    assert desk.page.current_name == "d"


def test_keys_alone_walk_choose_and_open(desk: Desk) -> None:
    view = _gallery(desk).view
    assert QApplication.focusWidget() is view
    for key in (Qt.Key.Key_Home, Qt.Key.Key_Right, Qt.Key.Key_Right):
        QTest.keyClick(view, key)
    assert view.selected == [2]
    QTest.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert view.selected == [2, 3]
    QTest.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert view.selected == [0, 1, 2, 3, 4]
    QTest.keyClick(view, Qt.Key.Key_End)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert desk.page.current_name == "e"


def test_several_are_marked_at_once_and_that_is_one_undo(desk: Desk) -> None:
    gallery = _gallery(desk)
    _click(desk, 0)
    _click(desk, 2, Qt.KeyboardModifier.ShiftModifier)
    _click(desk, 1, Qt.KeyboardModifier.ControlModifier)
    assert gallery.selected_names == ["a", "c"]
    done = next(a for a in gallery.marks.state_button.menu().actions() if a.objectName() == "gallery_state_done")
    done.trigger()
    model = desk.page.parts.images.model
    desk.person.wait_until(lambda: model.state_of("c").state is State.DONE, "the state is set")
    assert desk.saved("a").state is State.DONE
    assert desk.saved("c").state is State.DONE
    desk.person.click("banner_button")
    desk.person.wait_until(lambda: model.state_of("c").state is State.IN_WORK, "it is taken back")
    assert desk.saved("a").state is State.IN_WORK


def test_a_tag_is_given_to_the_selection_and_found(desk: Desk) -> None:
    gallery = _gallery(desk)
    _click(desk, 2)
    gallery.marks.tag_button.menu().aboutToShow.emit()
    next(action for action in gallery.marks.tag_button.menu().actions() if action.text() == "NG").trigger()
    desk.person.wait_until(lambda: (desk.root / "Annotations" / "c.xml").read_text().count("NG") == 1, "it is written")
    gallery.search.focus()
    QTest.keyClicks(gallery.search.edit, "tag:NG")
    desk.person.wait_until(lambda: _shown(desk) == ["c"], "it is found")


def test_half_a_search_leaves_the_pictures_until_enter(desk: Desk) -> None:
    search = _gallery(desk).search
    search.focus()
    QTest.keyClicks(search.edit, "label:scr")
    desk.person.wait_until(search.kept.isVisible, "it is said that they stay")
    assert _shown(desk) == ["a", "b", "c", "d", "e"]
    QTest.keyClick(search.edit, Qt.Key.Key_Return)
    desk.person.wait_until(lambda: _shown(desk) == [], "it is meant so")
    assert not search.kept.isVisible()


def test_other_parts_show_what_a_query_finds(desk: Desk) -> None:
    desk.keys("Alt+1")
    desk.person.window.app.browse.show('label="scratch"')
    assert _gallery(desk).isVisible()
    desk.person.wait_until(lambda: _shown(desk) == ["a", "c"], "they are shown")
    desk.person.window.app.browse.show("label:none")
    desk.person.wait_until(lambda: _shown(desk) == [], "none is shown")
    assert "No image matches" in desk.find(type(_gallery(desk)._empty), "gallery_empty").text()


def test_the_order_can_be_chosen(desk: Desk) -> None:
    order = desk.find(QComboBox, "gallery_order")
    order.setCurrentIndex(2)
    desk.person.wait_until(lambda: _shown(desk)[:2] == ["c", "a"], "most objects come first")
    order.setCurrentIndex(1)
    desk.person.wait_until(lambda: _shown(desk) == ["b", "d", "e", "a", "c"], "by state")
    order.setCurrentIndex(3)
    desk.person.wait_until(lambda: sorted(_shown(desk)) == list("abcde"), "by date")
