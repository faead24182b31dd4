"""A watch folder in the window: pictures arrive while somebody labels, and the doubtful ones wait for review."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton

from core.review.watching.settings import WatchSettings
from core.voc.dataset import Dataset
from desktop.demo.person import Person
from desktop.watching import looking
from tests.core.review.versions import bright_dataset, publish
from tests.core.review.watching.conftest import picture_bytes
from tests.e2e.conftest import open_folder


@pytest.fixture
def dataset(tmp_path: Path) -> Dataset:
    """Two pictures and the version bright@1."""
    dataset = bright_dataset(tmp_path / "cells", {"a": [(0, 0)], "b": []})
    (dataset.root / "labels.txt").write_text("bright\n")
    publish(dataset.models_folder, 1)
    return dataset


@pytest.fixture
def incoming(tmp_path: Path) -> Path:
    folder = tmp_path / "camera"
    folder.mkdir()
    return folder


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Look more often than a person would wish."""
    monkeypatch.setattr(looking, "EVERY_MS", 20)


def watched(person: Person, dataset: Dataset, incoming: Path, **settings: object) -> None:
    """Open the dataset with a watch folder that was chosen before, whose files settle at once."""
    chosen = WatchSettings(**{"folder": incoming, "settle_s": 0.05, **settings})  # type: ignore[arg-type]
    chosen.write(dataset)
    open_folder(person, dataset.root)
    person.wait_until(person.window.app.watching.status.isVisible, "the status says so")


def shown(person: Person) -> list[str]:
    model = person.window.annotate_page.parts.images.model
    return [model.index(row).data() for row in range(model.rowCount())]


def test_pictures_join_the_open_dataset_and_the_lowest_score_is_reviewed_first(
    person: Person, dataset: Dataset, incoming: Path
) -> None:
    watched(person, dataset, incoming)
    page, watching = person.window.annotate_page, person.window.app.watching
    QTest.keySequence(person.window, QKeySequence("D"))
    assert page.current_name == "b"
    with (incoming / "low.png").open("wb", buffering=0) as file:
        content = picture_bytes(80)
        file.write(content[:40])
        person.wait_until(lambda: watching.status.toolTip().count("\n") > 0, "it is seen and not taken yet")
        assert shown(person) == ["a", "b"]
        file.write(content[40:])
    person.wait_until(lambda: shown(person) == ["a", "b", "low"], "it joins the list")
    for name, level in (("sure", 250), ("lower", 78)):
        (incoming / f"{name}.png").write_bytes(picture_bytes(level))
    person.wait_until(lambda: len(shown(person)) == 5, "all join")
    person.wait_until(lambda: [one.image for one in watching.waiting] == ["lower", "low"], "two are doubtful")
    assert page.current_name == "b"
    assert "2 doubtful" in watching.status.text()
    QTest.keySequence(person.window, QKeySequence("Ctrl+Shift+U"))
    person.wait_until(lambda: page.current_name == "lower", "the lowest-scoring is open")
    said = person.window.statusBar().currentMessage()
    assert said == "Doubtful image 1 of 2: score 0.31."
    person.wait_until(lambda: page.suggests, "what was found is suggested")
    person.press(Qt.Key.Key_Delete)
    person.wait_until(lambda: [one.image for one in watching.waiting] == ["low"], "it is seen to")
    QTest.keySequence(person.window, QKeySequence("Ctrl+Shift+U"))
    person.wait_until(lambda: page.current_name == "low", "then the next")
    person.wait_until(lambda: page.suggests, "what was found is suggested")
    person.press(Qt.Key.Key_Return)
    person.wait_until(lambda: not watching.waiting, "nothing waits any longer")
    page.save_now()
    assert len(dataset.read(Dataset.open(dataset.root).entry("low")).objects) == 1
    assert not person.window.actions_by_name["review_doubtful"].isEnabled()


def test_a_folder_is_chosen_and_what_cannot_be_read_is_told(person: Person, dataset: Dataset, incoming: Path) -> None:
    (incoming / "broken.png").write_bytes(b"no picture at all")
    open_folder(person, dataset.root)
    status = person.window.app.watching.status
    assert not status.isVisible()
    person.window.actions_by_name["watch_folder"].trigger()
    field, save = person.find(QLineEdit, "watch_field"), person.find(QPushButton, "watch_save")
    assert not save.isEnabled()
    field.setText(str(dataset.root))
    note = person.find(QLabel, "watch_note")
    person.wait_until(lambda: "holds the dataset itself" in note.text(), "a wrong folder is said")
    assert not save.isEnabled()
    person.fill(field, str(incoming))
    person.click("watch_save")
    person.wait_until(status.isVisible, "it is watched")
    person.wait_until(lambda: "broken.png" in status.toolTip(), "the broken file is told")
    kept = json.loads((dataset.program_folder / "watch.json").read_text())
    assert (kept["folder"], kept["on"], kept["model"]) == (str(incoming), True, None)
    assert shown(person) == ["a", "b"]


def test_it_is_switched_off_and_on_and_the_folder_may_vanish(person: Person, dataset: Dataset, incoming: Path) -> None:
    watched(person, dataset, incoming, on=False)
    status, switch = person.window.app.watching.status, person.window.actions_by_name["watch_on"]
    (incoming / "c.png").write_bytes(picture_bytes())
    assert not switch.isChecked()
    assert "not watched" in status.text()
    switch.trigger()
    person.wait_until(lambda: shown(person) == ["a", "b", "c"], "it is taken in")
    assert switch.isChecked()
    incoming.rename(incoming.with_name("away"))
    person.wait_until(lambda: "is not there" in status.text(), "it is said that the folder is gone")
    incoming.with_name("away").rename(incoming)
    (incoming / "d.png").write_bytes(picture_bytes(240))
    person.wait_until(lambda: shown(person) == ["a", "b", "c", "d"], "it goes on")
    switch.trigger()
    person.wait_until(lambda: "not watched" in status.text(), "it is off")
    kept = WatchSettings.read(dataset)
    assert kept is not None
    assert not kept.on


def test_a_search_that_is_shown_stays_while_pictures_arrive(person: Person, dataset: Dataset, incoming: Path) -> None:
    watched(person, dataset, incoming)
    images = person.window.annotate_page.parts.images
    images.filter.setText("b")
    person.wait_until(lambda: shown(person) == ["b"], "only b is shown")
    (incoming / "c.png").write_bytes(picture_bytes())
    person.wait_until(lambda: images.model.total == 3, "it joins")
    assert shown(person) == ["b"]
    images.filter.setText("")
    person.wait_until(lambda: shown(person) == ["a", "b", "c"], "all are shown")
