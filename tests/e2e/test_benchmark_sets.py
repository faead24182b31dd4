"""Benchmark sets in the window: frozen from a list or a search, measured by themselves, changes said."""

import json
import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QMessageBox, QPushButton, QTextBrowser

from core.inference.model_folder import INT8, ONNX
from core.review.benchmark_sets.frozen import benchmark_set, benchmark_sets, changes_since, freeze
from core.voc.dataset import Dataset
from core.voc.image_sets import read_set, set_names, write_set
from desktop.demo.person import Person
from tests.core.review.benchmark_sets.conftest import CELLS, draw
from tests.core.review.versions import bright_dataset, publish
from tests.e2e.conftest import open_folder


@pytest.fixture
def dataset(tmp_path: Path) -> Dataset:
    """a to d are labelled, e is not; two versions, the second one with its boxes elsewhere."""
    dataset = bright_dataset(tmp_path / "cells", CELLS)
    (dataset.root / "labels.txt").write_text("bright\n")
    for entry in dataset.entries[:4]:
        draw(dataset, entry, *CELLS[entry.name][0])
    write_set(dataset, "test", ["c", "d"])
    write_set(dataset, "train", ["a", "b"])
    publish(dataset.models_folder, 1)
    publish(dataset.models_folder, 2, moved=6.0)
    return dataset


def open_benchmarks(person: Person, dataset: Dataset) -> None:
    """Look at the tab of the benchmark sets."""
    open_folder(person, dataset.root)
    QTest.keySequence(person.window, QKeySequence("Alt+9"))
    models = person.window.app.models
    person.wait_until(models.isVisible, "the page is shown")
    bar = models.tabs.tabBar()
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.tabRect(1).center())
    person.wait_until(models.benchmarks.isVisible, "the tab is shown")


def figures(person: Person) -> list[list[str]]:
    """Return what stands in the cells."""
    table = person.window.app.models.benchmarks.table
    return [
        [table.item(row, column).text() for column in range(table.columnCount())] for row in range(table.rowCount())
    ]


def answer(person: Person, button: str, name: str, source: str, query: str = "") -> str:
    """Press the button, fill in the dialog that it opens, and return what that says of the images."""
    person.click(button)
    choice = person.find(QComboBox, "benchmark_source")
    person.wait_until(lambda: choice.findText(source) >= 0, "the lists are offered")
    choice.setCurrentIndex(choice.findText(source))
    QTest.keyClicks(person.find(QLineEdit, "benchmark_name"), name)
    QTest.keyClicks(person.find(QLineEdit, "benchmark_query"), query)
    make = person.find(QPushButton, "benchmark_make")
    person.wait_until(make.isEnabled, "images are found")
    words = person.find(QLabel, "benchmark_note").text()
    person.click("benchmark_make")
    return words


def test_what_a_set_is_for_can_be_read_in_narrow_windows(person: Person, dataset: Dataset) -> None:
    person.window.resize(900, 640)
    open_benchmarks(person, dataset)
    view = person.window.app.models.benchmarks
    notes = [label for label in view.findChildren(QLabel) if label.isVisible() and label.wordWrap()]
    assert notes
    assert all(label.height() >= label.heightForWidth(label.width()) for label in notes)


def test_a_set_is_frozen_of_a_list_and_measured_by_itself(person: Person, dataset: Dataset) -> None:
    versions = dataset.models_folder / "bright"
    shutil.copy(versions / "v2" / ONNX, versions / "v1" / INT8)
    open_benchmarks(person, dataset)
    assert "No benchmark set yet" in [
        label.text() for label in person.window.app.models.benchmarks.findChildren(QLabel) if label.isVisible()
    ]
    answer(person, "first_benchmark_button", "night shift", "The list test")
    person.wait_until(lambda: figures(person) == [["0.000"], ["1.000"]], "both versions are measured", 120)
    person.wait_until(lambda: not person.window.app.benchmarks.process.busy, "the smaller network as well", 120)
    assert read_set(dataset, "night shift") == ("c", "d")
    assert benchmark_set(dataset, "night shift").names == ("c", "d")
    view = person.window.app.models.benchmarks
    person.wait_until(lambda: not view.measure.isVisible(), "nothing is left to measure")
    words = person.find(QTextBrowser, "benchmark_details").toPlainText()
    assert person.find(QLabel, "benchmark_title").text() == "bright@2 on night shift"
    for part in ("As it is used", "Against bright@1", "−1.000"):
        assert part in words
    view.table.setCurrentCell(1, 0)
    person.wait_until(lambda: "8-bit numbers" in view.text.toPlainText(), "it stands beside the other")
    assert "−1.000" in view.text.toPlainText()


def test_a_changed_set_is_said_and_frozen_anew(person: Person, dataset: Dataset) -> None:
    freeze(dataset, "hard", ["c", "d"])
    draw(dataset, dataset.entry("c"), 0, 0)
    open_benchmarks(person, dataset)
    changed = person.find(QLabel, "benchmark_changed")
    person.wait_until(changed.isVisible, "the change is said")
    assert changed.text().startswith("hard: The labels of 1 image")
    assert figures(person) == [["…"], ["…"]]
    person.click("benchmark_again")
    person.wait_until(lambda: not changed.isVisible(), "it is as it was frozen")
    person.wait_until(lambda: person.window.app.benchmarks.process.busy, "it is measured as it is now")
    assert not changes_since(dataset, benchmark_set(dataset, "hard"))


def test_a_set_is_made_of_a_search_and_deleted(
    person: Person, dataset: Dataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.rmtree(dataset.models_folder)
    open_benchmarks(person, dataset)
    words = answer(person, "first_benchmark_button", "some", "What a search finds", "name:a,e")
    assert "without labels are left out" in words
    assert "learned from now: they leave the list train" in words
    person.wait_until(lambda: bool(benchmark_sets(dataset)), "it is frozen")
    record = json.loads((benchmark_set(dataset, "some").folder(dataset) / "frozen.json").read_text())
    assert [one["name"] for one in record["images"]] == ["a"]
    view = person.window.app.models.benchmarks
    person.wait_until(view.remove.isVisible, "the set is shown")
    monkeypatch.setattr(QMessageBox, "question", lambda *_a: QMessageBox.StandardButton.Discard)
    person.click("benchmark_remove")
    person.wait_until(lambda: "some" not in set_names(dataset), "it is gone")
    assert benchmark_sets(dataset) == []


def test_a_name_that_will_not_do_is_said_beside_it(person: Person, dataset: Dataset) -> None:
    shutil.rmtree(dataset.models_folder)
    open_benchmarks(person, dataset)
    answer(person, "first_benchmark_button", "some", "What a search finds", "name:a,e")
    person.wait_until(lambda: bool(benchmark_sets(dataset)), "it is frozen")
    person.click("new_benchmark_button")
    choice = person.find(QComboBox, "benchmark_source")
    person.wait_until(lambda: choice.findText("The list test") >= 0, "the lists are offered")
    problem, make = person.find(QLabel, "benchmark_problem"), person.find(QPushButton, "benchmark_make")
    title = person.find(QLineEdit, "benchmark_name")
    for name, words in (("a/b", "no name for a benchmark set"), ("train", "is learned from"), ("some", "already")):
        title.setText(name)
        person.wait_until(lambda words=words: problem.isVisible() and words in problem.text(), "it is said")
        assert not make.isEnabled()
    title.setText("others")
    person.wait_until(lambda: make.isEnabled() and not problem.isVisible(), "it will do")
