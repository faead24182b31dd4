"""Resizing through the window."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QSpinBox

from core.geometry import Box
from core.images import read_size
from core.voc.annotation import Annotation
from core.voc.dataset import Dataset
from core.voc.interchange.formats import VOC
from desktop.demo.person import Person
from tests.core.voc.interchange.conftest import Maker, thing, write
from tests.e2e.conftest import open_folder
from tests.e2e.test_import_export import finish


def test_pictures_and_boxes_shrink_together_in_a_new_project(person: Person, tmp_path: Path) -> None:
    big = Annotation(filename="a.jpg", width=80, height=40, objects=(thing("dent", Box(8, 8, 16, 12)),))
    write(Maker(tmp_path / "made").content({"a.jpg": big}), VOC, tmp_path / "big")
    before = {path: path.read_bytes() for path in (tmp_path / "big").rglob("*") if path.is_file()}
    open_folder(person, tmp_path / "big")
    person.window.actions_by_name["resize_dataset"].trigger()
    dialog = person.find(QDialog, "resize_dialog")
    person.fill(dialog.findChild(QSpinBox, "longest_box"), "40")
    finish(person, dialog)
    assert "1 images were resized" in dialog.findChild(QLabel, "interchange_remarks").text()
    QTest.mouseClick(dialog.findChild(QPushButton, "open_result_button"), Qt.MouseButton.LeftButton)
    target = tmp_path / "big-40"
    page = person.window.annotate_page
    person.wait_until(lambda: page.dataset is not None and page.dataset.root == target, "the new project opens")
    dataset = Dataset.open(target)
    assert read_size(dataset.entry("a").path) == (40, 20)
    assert dataset.read(dataset.entry("a")).objects[0].shape == Box(4, 4, 8, 6)
    assert before == {path: path.read_bytes() for path in before}
