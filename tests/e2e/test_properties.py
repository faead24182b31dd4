"""The panel shows what is said of the selected objects, and what is typed there is written."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLineEdit, QToolButton

from core.geometry import Box, Polygon
from core.voc.annotation import VocObject
from tests.e2e.desk import Desk

BOX = VocObject(label="dent", shape=Box(40, 40, 100, 80), pose="Left", attributes=(("colour", "red"),))
OTHER = VocObject(label="scratch", shape=Box(200, 40, 300, 80), difficult=True)
RING = VocObject(label="dent", shape=Polygon(((200, 150), (260, 160), (240, 220))))


def fill(desk: Desk, name: str, text: str) -> None:
    """Type into the line of that name and press Enter."""
    line = desk.find(QLineEdit, name)
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, text)
    QTest.keyClick(line, Qt.Key.Key_Return)


def test_flags_are_set_for_all_selected_and_differences_are_shown(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(a=(BOX, OTHER))
    desk.keys("Ctrl+A")
    difficult = desk.find(QCheckBox, "difficult")
    assert difficult.checkState() == Qt.CheckState.PartiallyChecked
    QTest.mouseClick(difficult, Qt.MouseButton.LeftButton)
    for flag in ("truncated", "occluded"):
        QTest.mouseClick(desk.find(QCheckBox, flag), Qt.MouseButton.LeftButton)
    assert [(t.difficult, t.truncated, t.occluded) for t in desk.objects()] == [(True, True, True)] * 2
    desk.canvas.setFocus()
    desk.keys("Ctrl+Z", "Ctrl+Z", "Ctrl+Z")
    assert desk.objects() == (BOX, OTHER)


def test_the_pose_is_typed_and_completed(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(a=(BOX, OTHER))
    desk.keys("Ctrl+A")
    pose = desk.find(QLineEdit, "object_pose")
    assert (pose.text(), pose.placeholderText()) == ("", "mixed")
    fill(desk, "object_pose", "Frontal")
    assert [thing.pose for thing in desk.objects()] == ["Frontal", "Frontal"]
    assert desk.canvas.hasFocus()


def test_label_and_text_are_typed(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(a=(BOX, OTHER))
    desk.click((60, 60))
    fill(desk, "object_label", "bolt")
    fill(desk, "object_text", "AB 12")
    assert [(thing.label, thing.text) for thing in desk.objects()] == [("bolt", "AB 12"), ("scratch", "")]
    assert "bolt" in desk.page.label_list.names
    fill(desk, "object_text", " ")
    assert desk.objects()[0].attributes == BOX.attributes


def test_attributes_are_added_changed_renamed_and_removed(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(a=(BOX, OTHER))
    desk.click((60, 60))
    fill(desk, "new_attribute_name", "depth")
    assert desk.find(QLineEdit, "new_attribute_value").hasFocus()
    fill(desk, "new_attribute_value", "3 mm")
    assert desk.objects()[0].attributes == (("colour", "red"), ("depth", "3 mm"))
    fill(desk, "attribute_value", "blue")
    assert desk.objects()[0].attributes == (("colour", "blue"), ("depth", "3 mm"))
    fill(desk, "attribute_name", "tint")
    assert desk.objects()[0].attributes == (("tint", "blue"), ("depth", "3 mm"))
    QTest.mouseClick(desk.find(QToolButton, "remove_attribute"), Qt.MouseButton.LeftButton)
    assert desk.objects()[0].attributes == (("depth", "3 mm"),)
    desk.canvas.setFocus()
    desk.keys("Ctrl+Z", "Ctrl+Z", "Ctrl+Z", "Ctrl+Z")
    assert desk.objects() == (BOX, OTHER)


def test_an_attribute_of_several_objects_shows_mixed_values(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(a=(BOX, OTHER))
    desk.keys("Ctrl+A")
    assert desk.find(QLineEdit, "attribute_value").placeholderText() == "mixed"
    fill(desk, "attribute_value", "grey")
    assert [thing.attribute("colour") for thing in desk.objects()] == ["grey", "grey"]


def test_a_box_is_placed_by_numbers_and_other_shapes_only_show_theirs(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(a=(BOX, RING))
    desk.click((60, 60))
    fill(desk, "object_x", "10")
    fill(desk, "object_w", "25")
    assert desk.shapes()[0] == Box(10, 40, 35, 80)
    fill(desk, "object_h", "-3")
    fill(desk, "object_y", "what")
    assert desk.shapes()[0] == Box(10, 40, 35, 80)
    desk.click((230, 170))
    line = desk.find(QLineEdit, "object_x")
    assert (line.text(), line.isReadOnly()) == ("200", True)


def test_what_is_typed_is_kept_when_another_object_is_clicked(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(a=(BOX, OTHER))
    desk.click((60, 60))
    line = desk.find(QLineEdit, "object_text")
    line.setFocus()
    QTest.keyClicks(line, "12")
    desk.click((250, 60))
    assert [thing.text for thing in desk.objects()] == ["12", ""]


def test_what_cannot_be_written_is_refused_in_words(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(a=(BOX,))
    said: list[str] = []
    desk.page.status.connect(said.append)
    desk.click((60, 60))
    fill(desk, "attribute_name", "locked")
    assert any("program's own" in words for words in said)
    assert desk.objects() == (BOX,)
    assert desk.find(QLineEdit, "attribute_name").text() == "colour"


def test_what_is_being_typed_stays_with_its_object_whatever_shortcut_is_pressed(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(a=(VocObject(label="plate", shape=Box(40, 40, 100, 80)),))
    desk.click((70, 60))
    field = desk.page.parts.properties.text
    field.setFocus()
    desk.write("B-17")
    desk.keys("Ctrl+D", "Return")
    assert [thing.text for thing in desk.objects()] == ["B-17"]
    field.setFocus()
    desk.keys("Ctrl+D")
    assert [thing.text for thing in desk.objects()] == ["B-17", "B-17"]
