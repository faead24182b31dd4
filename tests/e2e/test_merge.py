"""Merging through the window."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QListWidget, QPushButton

from core.voc.dataset import Dataset
from core.voc.interchange.formats import COCO, VOC
from desktop.demo.person import Person
from tests.core.voc.interchange.conftest import Maker, everything, write
from tests.e2e.conftest import open_folder
from tests.e2e.test_import_export import finish, ready


def test_the_open_project_and_another_become_one(person: Person, tmp_path: Path) -> None:
    maker = Maker(tmp_path / "made")
    write(maker.content({"a.png": everything(), "b.png": None}), VOC, tmp_path / "ours")
    other = Maker(tmp_path / "other")
    content = other.content({"b.png": everything("b.png")})
    other.picture("b.png", seed=77)
    write(content, COCO, tmp_path / "theirs")
    open_folder(person, tmp_path / "ours")
    person.window.actions_by_name["merge_datasets"].trigger()
    dialog = person.find(QDialog, "merge_dialog")
    assert "at least two" in dialog.findChild(QLabel, "interchange_summary").text()
    dialog.form.add(tmp_path / "theirs")
    ready(person, dialog)
    assert "now b-theirs.png" in dialog.findChild(QLabel, "interchange_remarks").text()
    finish(person, dialog)
    QTest.mouseClick(dialog.findChild(QPushButton, "open_result_button"), Qt.MouseButton.LeftButton)
    target = tmp_path / "ours-merged"
    page = person.window.annotate_page
    person.wait_until(lambda: page.dataset is not None and page.dataset.root == target, "the new project opens")
    assert {entry.name for entry in Dataset.open(target).entries} == {"a", "b", "b-theirs"}


def test_a_dataset_is_taken_out_of_the_list(person: Person, tmp_path: Path) -> None:
    write(Maker(tmp_path / "made").content({"a.png": everything()}), VOC, tmp_path / "ours")
    dialog = person.window.app.interchange.merge_datasets()
    dialog.form.add(tmp_path / "ours")
    dialog.form.add(tmp_path / "ours")
    found = dialog.findChild(QListWidget, "sources_list")
    assert found.count() == 1
    found.setCurrentRow(0)
    QTest.mouseClick(dialog.findChild(QPushButton, "remove_source_button"), Qt.MouseButton.LeftButton)
    assert found.count() == 0
    dialog.reject()
