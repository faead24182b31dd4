"""Import and export through the window: what is lost is listed first, and what is written is read again."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QDialog, QLabel, QListWidget, QPushButton, QTreeWidget

from core.voc.dataset import Dataset
from core.voc.interchange.formats import COCO, VOC, VOC_PNG
from desktop.demo.person import Person
from tests.core.voc.interchange.conftest import Maker, annotations_of, everything, write
from tests.e2e.conftest import open_folder

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def parts(tmp_path: Path) -> Path:
    """A Pascal VOC project with everything that can be said, and an image without annotation."""
    content = Maker(tmp_path / "made").content({"a.png": everything(), "b.png": None}, sets={"train": ["a.png"]})
    write(content, VOC, tmp_path / "parts")
    return tmp_path / "parts"


def choose(dialog: QDialog, name: str, data: object) -> None:
    """Choose an entry of a box by the keyboard."""
    box = dialog.findChild(QComboBox, name)
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Home)
    for _ in range(box.findData(data)):
        QTest.keyClick(box, Qt.Key.Key_Down)
    assert box.currentData() == data


def ready(person: Person, dialog: QDialog) -> QPushButton:
    """Wait until the source was read and return the button that goes on."""
    button = dialog.findChild(QPushButton, "interchange_go_button")
    person.wait_until(button.isEnabled, "the source is read")
    return button


def finish(person: Person, dialog: QDialog) -> None:
    """Press the button and wait for the end."""
    QTest.mouseClick(ready(person, dialog), Qt.MouseButton.LeftButton)
    shown = dialog.findChild(QPushButton, "show_result_button")
    person.wait_until(shown.isVisible, "it is written")


def listed(dialog: QDialog) -> dict[str, str]:
    """Return the losses that the dialog lists."""
    tree = dialog.findChild(QTreeWidget, "interchange_losses")
    rows = [tree.topLevelItem(row) for row in range(tree.topLevelItemCount())]
    return {row.text(0): row.text(1) for row in rows}


def test_export_lists_what_is_lost_and_says_export_anyway(person: Person, parts: Path, tmp_path: Path) -> None:
    open_folder(person, parts)
    person.press(Qt.Key.Key_E, CTRL_SHIFT)
    dialog = person.find(QDialog, "export_dialog")
    choose(dialog, "target_format_box", "yolo")
    button = ready(person, dialog)
    person.wait_until(lambda: button.text() == "Export anyway", "the losses are listed")
    assert listed(dialog)["Masks become their boxes"] == "1"
    assert listed(dialog)["Points are left out"] == "1"
    assert not (tmp_path / "parts-yolo").exists()
    finish(person, dialog)
    lines = (tmp_path / "parts-yolo" / "labels" / "train" / "a.txt").read_text().splitlines()
    assert len(lines) == 6
    assert lines[0] == "0 0.5 0.5 1 1"
    assert "was written" in dialog.findChild(QLabel, "interchange_summary").text()
    assert not dialog.findChild(QPushButton, "open_result_button").isVisible()
    QTest.mouseClick(dialog.findChild(QPushButton, "interchange_cancel_button"), Qt.MouseButton.LeftButton)
    person.wait_until(lambda: person.window.findChild(QDialog, "export_dialog") is None, "the dialog closes")


def test_export_of_mask_pngs_is_opened_as_a_project(person: Person, parts: Path, tmp_path: Path) -> None:
    open_folder(person, parts)
    dialog = person.window.app.interchange.export_dataset()
    choose(dialog, "target_format_box", "voc-png")
    finish(person, dialog)
    target = tmp_path / "parts-voc-png"
    assert (target / "SegmentationClass" / "a.png").is_file()
    QTest.mouseClick(dialog.findChild(QPushButton, "open_result_button"), Qt.MouseButton.LeftButton)
    page = person.window.annotate_page
    person.wait_until(lambda: page.dataset is not None and page.dataset.root == target, "the new project opens")
    assert annotations_of(VOC_PNG.read(target))["a.png"] == everything()


def test_what_was_just_drawn_is_exported(person: Person, parts: Path, tmp_path: Path) -> None:
    open_folder(person, parts)
    page = person.window.annotate_page
    person.press(Qt.Key.Key_D)
    person.wait_until(lambda: page.current_name == "b" and page.canvas.scene() is not None, "the next image opens")
    person.press(Qt.Key.Key_1)
    person.press(Qt.Key.Key_B)
    person.drag(page.canvas, [(5, 2), (9, 4), (15, 8)])
    person.wait_until(lambda: len(page.document.annotation.objects) == 1, "the box is there")
    dialog = person.window.app.interchange.export_dataset()
    choose(dialog, "target_format_box", "coco")
    finish(person, dialog)
    content = json.loads((tmp_path / "parts-coco" / "annotations" / "instances_default.json").read_bytes())
    assert [image["file_name"] for image in content["images"]] == ["b.png"]
    assert content["annotations"][0]["bbox"] == [5, 2, 10, 6]


def test_import_of_coco_with_a_damaged_file(person: Person, tmp_path: Path) -> None:
    write(Maker(tmp_path / "made").content({"a.png": everything()}), COCO, tmp_path / "from coco")
    (tmp_path / "from coco" / "annotations" / "instances_val.json").write_text('{"images": [],\n "annotations": [}')
    person.press(Qt.Key.Key_I, CTRL_SHIFT)
    dialog = person.find(QDialog, "import_dialog")
    QTest.keyClicks(dialog.form.source.field, str(tmp_path / "from coco"))
    ready(person, dialog)
    assert "Found: COCO" in dialog.findChild(QLabel, "interchange_summary").text()
    problems = dialog.findChild(QListWidget, "interchange_problems")
    assert "instances_val.json:2: is not whole JSON" in problems.item(0).text()
    finish(person, dialog)
    QTest.mouseClick(dialog.findChild(QPushButton, "open_result_button"), Qt.MouseButton.LeftButton)
    target = tmp_path / "from coco-imported"
    page = person.window.annotate_page
    person.wait_until(lambda: page.dataset is not None and page.dataset.root == target, "the new project opens")
    dataset = Dataset.open(target)
    assert len(dataset.read(dataset.entry("a")).objects) == 6


def test_a_target_that_is_not_empty_or_in_the_source_is_refused(person: Person, parts: Path, tmp_path: Path) -> None:
    open_folder(person, parts)
    dialog = person.window.app.interchange.export_dataset()
    button = ready(person, dialog)
    problem = dialog.findChild(QLabel, "interchange_problem")
    for target, words in ((tmp_path / "made", "not empty"), (parts / "coco", "must not lie in the source")):
        dialog.form.target.field.clear()
        QTest.keyClicks(dialog.form.target.field, str(target))
        person.wait_until(lambda words=words: words in problem.text(), "the sentence is shown")
        assert not button.isEnabled()


def test_a_folder_with_other_annotations_offers_to_import_them(person: Person, tmp_path: Path) -> None:
    write(Maker(tmp_path / "made").content({"a.png": everything()}), COCO, tmp_path / "set")
    person.window.app.open_folder(tmp_path / "set")
    banner = person.window.banner
    person.wait_until(lambda: banner.isVisible() and "COCO" in banner.text.text(), "the offer is made")
    person.click("banner_button")
    dialog = person.find(QDialog, "import_dialog")
    assert dialog.form.source.path == tmp_path / "set"
    ready(person, dialog)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    person.wait_until(lambda: person.window.findChild(QDialog, "import_dialog") is None, "the dialog closes")
    assert not (tmp_path / "set-imported").exists()
