"""Small objects are counted as the limit is typed, deleted in all images, and undone to the very byte."""

from PySide6.QtWidgets import QComboBox, QDoubleSpinBox

from tests.e2e.batches import OBJECTS, OpenDesk, count, files, open_dialog, press, wait_for_banner, wait_idle


def test_deleting_small_objects_and_ctrl_z(open_desk: OpenDesk) -> None:
    desk = open_desk(**OBJECTS)
    before = files(desk.root)
    dialog = open_dialog(desk, "delete_small_objects", "delete_small_dialog")
    desk.person.wait_until(lambda: count(dialog) == "1 object in 1 image", "the dialog counts")
    below, measure = dialog.findChild(QDoubleSpinBox, "small_below"), dialog.findChild(QComboBox, "small_measure")
    desk.person.fill(below, "2")
    assert count(dialog) == "No object"
    assert not dialog.do_button.isEnabled()
    desk.person.fill(below, "15")
    measure.setCurrentIndex(1)
    assert count(dialog) == "3 objects in 3 images"
    measure.setCurrentIndex(0)
    assert count(dialog) == "1 object in 1 image"
    press(dialog, "batch_do_button")
    wait_for_banner(desk.person)
    assert len(desk.objects("b")) == 1
    assert len(desk.objects("a")) == 2
    desk.keys("Ctrl+Z")
    wait_idle(desk.person)
    assert files(desk.root) == before
