"""The models page: read a card, go back to an older version, compare two, continue, save, delete."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QFileDialog, QLabel, QListWidget, QMessageBox, QTextBrowser

from core.inference.model_card import CardMetrics, CardSplit
from core.inference.versions import FILE
from core.training.spec import Spec
from core.voc.dataset import Dataset
from core.voc.image_sets import write_set
from desktop.demo.person import Person
from desktop.main_window import MainWindow
from tests.core.review.versions import bright_dataset, publish
from tests.e2e.conftest import open_folder


@pytest.fixture
def dataset(tmp_path: Path) -> Dataset:
    """Four images, three versions: the second one's boxes lie elsewhere, the third one's scores are lower."""
    dataset = bright_dataset(
        tmp_path / "cells", {"calm": [], "one": [(1, 1)], "two": [(0, 0), (3, 2)], "val": [(2, 2)]}
    )
    write_set(dataset, "val", ["calm", "one", "two"])
    spec = Spec.for_model(name="bright", seed=5).model_dump(mode="json")
    publish(dataset.models_folder, 1)
    publish(dataset.models_folder, 2, moved=6.0, spec=spec, model="compact", parent="bright@1")
    publish(dataset.models_folder, 3, pale=0.6)
    return dataset


@pytest.fixture
def page(person: Person, dataset: Dataset) -> Person:
    """A person who looks at the models page."""
    open_folder(person, dataset.root)
    QTest.keySequence(person.window, QKeySequence("Alt+9"))
    versions = person.window.app.models.versions
    person.wait_until(lambda: versions.topLevelItemCount() == 3 and versions.isVisible(), "the versions are listed")
    person.wait_until(lambda: chosen(person) == ["bright@3"], "the newest is chosen")
    return person


def chosen(person: Person) -> list[str]:
    return [model.reference for model in person.window.app.models.versions.selected]


def choose(person: Person, *references: str) -> None:
    """Click rows, the further ones with Ctrl."""
    versions = person.window.app.models.versions
    for place, reference in enumerate(references):
        (item,) = versions.findItems(reference, Qt.MatchFlag.MatchExactly, 0)
        modifier = Qt.KeyboardModifier.ControlModifier if place else Qt.KeyboardModifier.NoModifier
        at = versions.visualItemRect(item).center()
        QTest.mouseClick(versions.viewport(), Qt.MouseButton.LeftButton, modifier, at)


def test_a_card_is_read_in_plain_words(page: Person) -> None:
    choose(page, "bright@2")
    words = page.find(QTextBrowser, "model_card").toPlainText()
    assert page.find(QLabel, "model_title").text() == "bright@2"
    for part in ("Draws a box round each object of bright", "It went on from bright@1", "Learning rate",
                 "annotrain train DATASET --from-card bright@2"):  # fmt: skip
        assert part in words


def test_an_older_version_is_used_again_and_the_newest_after_all(page: Person, dataset: Dataset) -> None:
    choice = page.window.app.bar.model_choice
    assert choice.currentText() == "bright@3"
    choose(page, "bright@1")
    page.click("use_version_button")
    page.wait_until(lambda: choice.currentText() == "bright@1", "the bar uses it")
    assert json.loads((dataset.models_folder / FILE).read_text()) == {"model": "bright@1"}
    app = page.window.app
    app.close_project()
    app.open_folder(dataset.root)
    page.wait_until(lambda: app.project is not None and app.project.is_read, "the folder is open again")
    page.wait_until(lambda: choice.currentText() == "bright@1", "it is remembered")
    page.window.show_page("models")
    page.click("newest_version_button")
    page.wait_until(lambda: choice.currentText() == "bright@3", "the newest again")
    assert not (dataset.models_folder / FILE).exists()


def _measured(figure: float) -> dict[str, object]:
    """Return what a card says of a figure on twelve validation images."""
    return {
        "metrics": CardMetrics(values={"map50": figure}, per_label={}),
        "split": CardSplit(
            train_set="train", val_set="val", train_images=30, val_images=12, train_hash="t", val_hash="v"
        ),
    }


def test_a_new_version_that_did_worse_is_told_and_the_better_one_used_by_one_press(
    page: Person, dataset: Dataset
) -> None:
    app, note = page.window.app, page.find(QLabel, "better_version_note")
    assert not note.isVisible()
    publish(dataset.models_folder, 4, **_measured(0.8))
    app.runs.read_models()
    page.wait_until(lambda: app.models.versions.topLevelItemCount() == 4, "it is listed")
    assert not note.isVisible()
    publish(dataset.models_folder, 5, **_measured(0.6))
    app.runs.read_models()
    page.wait_until(page.window.banner.isVisible, "it is said")
    words = "bright@5 does worse than bright@4 on the same 12 validation images: mAP50 0.600, before 0.800."
    assert page.window.banner.text.text() == note.text() == words
    assert note.isVisible()
    page.click("better_version_button")
    page.wait_until(lambda: app.bar.model_choice.currentText() == "bright@4", "the bar uses it")
    page.wait_until(lambda: not note.isVisible(), "nothing more is said")


def test_two_versions_are_shown_with_the_greatest_difference_first(page: Person) -> None:
    choose(page, "bright@1", "bright@2")
    page.click("compare_versions_button")
    images, view = page.find(QListWidget, "comparison_images"), page.window.app.models.comparison
    page.wait_until(lambda: images.count() == 3, "the images of val are compared")
    assert [images.item(row).text().split("\n")[0] for row in range(3)] == ["two", "one", "calm"]
    page.wait_until(lambda: len(view.left.shown) == 2, "the first image is shown")
    assert len(view.right.shown) == 2
    assert page.find(QLabel, "comparison_summary").text() == "They differ on 2 of 3 images."
    page.press(Qt.Key.Key_Down)
    page.wait_until(lambda: len(view.left.shown) == 1, "the second image is shown")
    sets = page.find(QComboBox, "comparison_set")
    sets.setCurrentIndex(sets.findText("All images"))
    sets.activated.emit(sets.currentIndex())
    page.wait_until(lambda: images.count() == 4, "all images are compared")
    page.press(Qt.Key.Key_Escape)
    assert page.window.app.models.versions.isVisible()


def test_training_goes_on_from_a_version(page: Person, window: MainWindow) -> None:
    choose(page, "bright@2")
    page.click("continue_version_button")
    page.wait_until(window.train_page.isVisible, "the train page is shown")
    page.wait_until(lambda: window.train_page.form.spec().continue_from == "bright@2", "the form goes on from it")
    assert window.train_page.form.spec().seed == 5


def test_the_network_is_saved_with_its_card(page: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "out.onnx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a: (str(target), ""))
    page.click("export_version_button")
    page.wait_until(lambda: target.with_suffix(".json").exists(), "both files are there")
    assert json.loads(target.with_suffix(".json").read_text())["version"] == 3
    assert target.stat().st_size > 100


def test_a_version_is_deleted_after_a_question(page: Person, dataset: Dataset, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = [QMessageBox.StandardButton.Cancel, QMessageBox.StandardButton.Discard]
    monkeypatch.setattr(QMessageBox, "question", lambda *_a: answers.pop(0))
    versions = page.window.app.models.versions
    page.click("delete_version_button")
    assert versions.topLevelItemCount() == 3
    page.click("delete_version_button")
    page.wait_until(lambda: versions.topLevelItemCount() == 2, "it is gone from the list")
    assert not (dataset.models_folder / "bright" / "v3" / "model.onnx").exists()
    assert chosen(page) == ["bright@2"]


def test_without_a_version_the_page_says_how_to_get_one(person: Person, tmp_path: Path) -> None:
    open_folder(person, bright_dataset(tmp_path / "bare", {"a": []}).root)
    person.window.show_page("models")
    assert not person.window.app.models.versions.isVisible()
    titles = [label.text() for label in person.window.app.models.findChildren(QLabel) if label.isVisible()]
    assert "No model yet" in titles
