"""Labels are merged in all images by the dialog, and undone to the very byte."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QListWidget

from tests.e2e.batches import OBJECTS, OpenDesk, count, files, labels, open_dialog, press, wait_for_banner, wait_idle


def test_merging_and_ctrl_z(open_desk: OpenDesk) -> None:
    desk = open_desk(**OBJECTS)
    before = files(desk.root)
    dialog = open_dialog(desk, "merge_labels", "merge_labels_dialog")
    rows = dialog.findChild(QListWidget, "merge_list")
    for row in range(2):
        rows.setCurrentRow(row)
        if rows.item(row).checkState() is not Qt.CheckState.Checked:
            QTest.keyClick(rows, Qt.Key.Key_Space)
    into = dialog.findChild(QComboBox, "merge_into")
    desk.person.fill(into.lineEdit(), "flaw")
    desk.person.wait_until(lambda: count(dialog) == "5 objects in 3 images", "the dialog counts")
    press(dialog, "batch_do_button")
    wait_for_banner(desk.person)
    assert labels(desk) == {"a": ["flaw", "flaw"], "b": ["flaw", "flaw"], "c": ["flaw"]}
    assert desk.page.label_list.names == ("flaw",)
    desk.keys("Ctrl+Z")
    wait_idle(desk.person)
    assert files(desk.root) == before
