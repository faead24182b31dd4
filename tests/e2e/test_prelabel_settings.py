"""What is asked of a model is chosen beside the button, kept with the project, and followed from then on."""

import json
import threading
from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QSpinBox, QWidget

from core.review.prelabel_settings import PrelabelChoices
from desktop.demo.person import Person
from desktop.jobs.bulk_job import BulkJob
from desktop.main_window import MainWindow
from desktop.review import bulk_work
from desktop.review.scope import Scope
from tests.core.review.versions import bright_dataset, publish
from tests.e2e.conftest import open_folder
from tests.e2e.desk import make_dataset

CELLS = {"a": [(1, 1), (4, 2)], "b": [(0, 0)], "c": [(2, 3)]}


@pytest.fixture(name="person")
def _person(window: MainWindow, tmp_path: Path) -> Person:
    """Somebody with three black pictures with white cells, and a version that finds them."""
    dataset = bright_dataset(tmp_path / "cells", CELLS)
    (dataset.root / "labels.txt").write_text("spot\n")
    publish(dataset.models_folder, 1)
    person = Person(window)
    open_folder(person, dataset.root)
    person.wait_until(lambda: window.app.bar.row.model is not None, "the version is offered")
    return person


def _found(person: Person) -> dict[str, list[str]]:
    """Pre-label what the bar says, and return the labels that wait by image."""
    app = person.window.app
    person.click("prelabel_button")
    bar = person.find(QWidget, "prelabel_progress")
    person.wait_until(lambda: app.review.bulk._job is None and not bar.isVisible(), "it is done", 60)
    found: dict[str, list[str]] = {}
    for one in app.suggestions.store.open_suggestions():
        found.setdefault(one.image, []).append(one.label)
    return found


def _open(person: Person) -> QWidget:
    person.click("prelabel_settings_button")
    return person.find(QWidget, "prelabel_settings")


def _choose(panel: QWidget, name: str, value: object) -> None:
    choice = panel.findChild(QComboBox, name)
    choice.setCurrentIndex(choice.findData(value))


def test_names_that_differ_are_marked_and_mapped(person: Person) -> None:
    panel = _open(person)
    note = panel.findChild(QLabel, "mapping_note")
    assert note.text().startswith("1 name")
    _choose(panel, "name_of_bright", "spot")
    assert "All names" in note.text()
    panel.close()
    assert _found(person) == {"a": ["spot", "spot"], "b": ["spot"], "c": ["spot"]}
    _choose(_open(person), "name_of_bright", "")
    panel.close()
    assert _found(person) == {}


def test_a_score_and_a_region_are_followed_and_kept(person: Person, tmp_path: Path) -> None:
    panel = _open(person)
    panel.findChild(QSpinBox, "score_of_bright").setValue(60)
    _choose(panel, "prelabel_region", "own")
    panel.findChild(QSpinBox, "region_left").setValue(50)
    panel.close()
    assert {name: len(labels) for name, labels in _found(person).items()} == {"a": 1}
    person.window.app.review.choosing.shutdown()
    kept = json.loads((tmp_path / "cells" / ".annotrain" / "prelabel.json").read_text())["models"]["bright"]
    assert (kept["thresholds"], kept["region"]) == ({"bright": 0.6}, [0.5, 0.0, 1.0, 1.0])
    panel.findChild(QPushButton, "reset_prelabel_settings").click()
    assert panel.findChild(QSpinBox, "score_of_bright").value() == 10


def test_choices_are_there_again_with_the_project(person: Person) -> None:
    app = person.window.app
    dataset = app.project.dataset
    _open(person).findChild(QSpinBox, "keep_from").setValue(70)
    person.find(QWidget, "prelabel_settings").close()
    app.review.actions["show_disagreements"].trigger()
    app.close_project()
    assert PrelabelChoices.read(dataset).of("bright").min_score == 0.7
    app.open_folder(dataset.root)
    person.wait_until(lambda: app.project is not None and app.project.is_read, "it is open again")
    person.wait_until(lambda: app.review.actions["show_disagreements"].isChecked(), "the switch is on again")
    person.wait_until(lambda: app.bar.row.model is not None, "the version is offered")
    assert app.review.choosing.settings_of(app.bar.row.model).min_score == 0.7


@pytest.mark.parametrize(
    ("scope", "images"), [(Scope.THIS, {"b"}), (Scope.LISTED, {"c"}), (Scope.ALL, {"a", "b", "c"})]
)
def test_each_scope_looks_at_its_images(person: Person, scope: Scope, images: set[str]) -> None:
    app, page = person.window.app, person.window.annotate_page
    page.show_image("b")
    page.parts.images.filter.setText("c")
    person.wait_until(lambda: page.parts.images.model.rowCount() == 1, "the list is searched")
    app.bar.row.choose("bright@1", scope)
    assert set(_found(person)) == images


def test_it_rests_and_goes_on(person: Person) -> None:
    app = person.window.app
    app.bar.row.choose("bright@1", Scope.ALL)
    row = person.find(QPushButton, "pause_prelabel_button")
    app.bar.prelabel_asked.emit(app.bar.row.model, Scope.ALL)
    row.click()
    assert row.text() == "Go on"
    person.wait_until(lambda: app.review.bulk._job.should_wait(), "it rests")
    row.click()
    person.wait_until(lambda: app.review.bulk._job is None, "it is done", 60)
    assert len(app.suggestions.store.open_suggestions()) == 4


def test_nobody_waits_for_it_who_opens_another_dataset(
    person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app, word, ended = person.window.app, threading.Event(), threading.Event()
    real, store = bulk_work.prelabel, app.suggestions.store
    monkeypatch.setattr(
        bulk_work, "prelabel", lambda *a, **k: (word.wait(10), real(*a, **k), store.close(), ended.set())[1]
    )
    app.bar.prelabel_asked.emit(app.bar.row.model, Scope.ALL)
    assert app.review.bulk.findChildren(BulkJob)
    open_folder(person, make_dataset(tmp_path / "other", {}, 2))
    assert not word.is_set()
    assert not app.bar.findChild(QWidget, "prelabel_progress").isVisible()
    word.set()
    person.wait_until(ended.is_set, "it ends")
    person.wait_until(lambda: not app.review.bulk.findChildren(BulkJob), "nothing of it is left")
    assert not store.open_suggestions(), "it was ended before it had looked at an image"
    assert not person.window.banner.isVisible()


def test_whoever_went_elsewhere_meanwhile_stays_there(person: Person) -> None:
    app, page = person.window.app, person.window.annotate_page
    app.bar.row.choose("bright@1", Scope.THIS)
    app.bar.prelabel_asked.emit(app.bar.row.model, Scope.ALL)
    page.show_image("b")
    person.wait_until(lambda: app.review.bulk._job is None, "it is done", 60)
    person.wait_until(lambda: bool(app.suggestions.shown), "its suggestions are shown")
    assert page.current_name == "b"


def test_what_lies_below_the_threshold_is_not_told_as_nothing(person: Person) -> None:
    app = person.window.app
    app.suggestions.set_threshold(1.1)
    _found(person)
    words = person.window.banner.text.text()
    assert words.startswith("Pre-labelled: 4 suggestions on 3 images.")
    assert words.endswith("All score below 110 %: lower the threshold, or hold Z over the picture to see them.")
    count = person.find(QLabel, "suggestion_count")
    person.wait_until(lambda: "below 110 %" in count.text(), "they are counted")
