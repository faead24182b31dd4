"""Copy, cut and paste between images, windows, and as text from other programs."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from core.geometry import Box, Polygon
from core.voc.annotation import VocObject
from desktop.app import build_window
from desktop.demo.person import Person
from desktop.settings import Settings
from tests.e2e.conftest import open_folder
from tests.e2e.desk import Desk, make_dataset

BOX = VocObject(label="dent", shape=Box(40, 40, 100, 80), difficult=True)
RING = VocObject(label="scratch", shape=Polygon(((200.5, 50), (260, 60), (240, 120))))


def test_copies_lie_in_the_same_place_on_another_image(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(a=(BOX, RING))
    desk.keys("Ctrl+A", "Ctrl+C", "D", "Ctrl+V")
    assert desk.page.current_name == "b"
    assert desk.objects("b") == (BOX, RING)
    assert desk.objects("a") == (BOX, RING)
    assert desk.selected == {0, 1}


def test_a_paste_on_the_same_image_is_seen_beside_the_old_object(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(a=(BOX,))
    desk.click((60, 60))
    desk.keys("Ctrl+C", "Ctrl+V", "Ctrl+V")
    first, second, third = (shape.x0 for shape in desk.shapes())
    assert first < second < third


def test_cut_takes_the_object_away_and_one_undo_gives_it_back(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(a=(BOX, RING))
    desk.click((60, 60))
    desk.keys("Ctrl+X")
    assert desk.objects() == (RING,)
    desk.keys("D", "Ctrl+V", "A", "Ctrl+Z")
    assert desk.objects("a") == (BOX, RING)
    assert desk.objects("b") == (BOX,)


def test_objects_go_from_window_to_window_and_bring_their_label(open_desk: Callable[..., Desk], tmp_path: Path) -> None:
    desk = open_desk(a=(BOX,))
    desk.click((60, 60))
    desk.keys("Ctrl+C")
    other = build_window(Settings(tmp_path / "other.ini"))
    try:
        other.show()
        person = Person(other)
        open_folder(person, make_dataset(tmp_path / "elsewhere", {}, 1))
        there = Desk(person, tmp_path / "elsewhere")
        person.wait_until(lambda: there.canvas.scene() is not None, "the picture is shown")
        there.canvas.setFocus()
        there.keys("Ctrl+V")
        assert there.objects() == (BOX,)
        assert "dent" in there.page.label_list.names
        written = there.root / "labels.txt"
        person.wait_until(lambda: written.exists() and "dent" in written.read_text(), "the label is written down")
    finally:
        other.close()


def test_the_clipboard_holds_text_that_other_programs_can_read_and_write(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(a=(BOX,))
    desk.click((60, 60))
    desk.keys("Ctrl+C")
    text = QGuiApplication.clipboard().text()
    assert "<name>dent</name>" in text
    QGuiApplication.clipboard().setText(text.replace("dent", "bolt"))
    desk.keys("D", "Ctrl+V")
    assert [thing.label for thing in desk.objects("b")] == ["bolt"]


def test_text_that_says_nothing_of_objects_is_refused_in_words(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(a=(BOX,))
    said: list[str] = []
    desk.page.status.connect(said.append)
    QGuiApplication.clipboard().setText("a shopping list")
    desk.keys("Ctrl+V")
    assert any("no objects on the clipboard" in words for words in said)
    assert desk.objects() == (BOX,)


def test_a_paste_that_does_not_fit_says_so_above_the_picture_and_is_taken_back_at_once(
    open_desk: Callable[..., Desk],
) -> None:
    desk = open_desk(a=())
    text = """<annotation><object><name>dent</name><bndbox><xmin>391</xmin><ymin>1</ymin><xmax>440</xmax><ymax>20</ymax>
        </bndbox></object><object><name>dent</name><bndbox><xmin>900</xmin><ymin>1</ymin><xmax>940</xmax>
        <ymax>20</ymax></bndbox></object></annotation>"""
    QGuiApplication.clipboard().setText(text)
    desk.keys("Ctrl+V")
    assert desk.shapes() == [Box(390, 0, 400, 20), Box(359, 0, 400, 20)]
    notice = desk.page.parts.notice
    assert notice.isVisible()
    assert "1 cut at the border" in notice.text.text()
    assert "1 that lay outside" in notice.text.text()
    assert desk.selected == {0, 1}
    QTest.mouseClick(notice.button, Qt.MouseButton.LeftButton)
    assert desk.shapes() == []
    assert not notice.isVisible()


def test_the_word_of_a_paste_goes_with_the_next_edit_or_image(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(a=(VocObject(label="dent", shape=Box(300, 200, 400, 300)),))
    desk.click((350, 250))
    desk.keys("Ctrl+C")
    text = QGuiApplication.clipboard().text()
    QGuiApplication.clipboard().setText(text.replace("<xmax>400", "<xmax>470"))
    notice = desk.page.parts.notice
    desk.keys("D", "Ctrl+V")
    assert notice.isVisible()
    desk.keys("Left")
    assert not notice.isVisible()
    desk.keys("Ctrl+V")
    assert notice.isVisible()
    desk.keys("D")
    assert not notice.isVisible()


def test_an_empty_clipboard_is_said(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(a=(BOX,))
    QGuiApplication.clipboard().clear()
    desk.keys("Ctrl+V")
    assert desk.person.window.statusBar().currentMessage()
    assert desk.objects() == (BOX,)
