"""Advice on a run appears beside its curves; a button fills in the form of the next run with the change made."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QTabWidget

from core.training.events import EventReader, RunEnded, append
from core.training.run_folder import RunFolder
from core.training.spec import Spec
from desktop.demo.person import Person
from desktop.main_window import MainWindow
from tests.e2e.conftest import open_folder
from tests.squares import Squares

RECORDED = Path(__file__).parents[1] / "core" / "training" / "advice" / "recorded"


def add_run(root: Path, name: str, stamp: str, events: int | None = None) -> RunFolder:
    """Put a recorded run among those of a dataset, with its first so many events."""
    spec = Spec.read(RECORDED / f"{name}.json").changed(train_set="train", val_set="val")
    made = RunFolder.create(root / ".annotrain" / "runs", spec, root)
    run = RunFolder(made.path.rename(made.path.with_name(stamp)))
    lines = (RECORDED / f"{name}.jsonl").read_text().splitlines(keepends=True)
    run.mark_worker(1, 0)
    run.events_path.write_text("".join(lines[:events]))
    return run


@pytest.fixture
def root(squares: Squares) -> Path:
    return squares.root


def look_at(person: Person, run: RunFolder) -> None:
    """Open the train page, choose the run and bring its advice to the front."""
    person.window.show_train()
    page = person.window.train_page
    person.wait_until(lambda: run.path in [one.path for one in page.runs.all], "the run is listed")
    page.runs.choose(run.path)
    page.view.show_view("advice")


def shown(person: Person) -> list[str]:
    return [advice.kind for advice in person.window.app.advice.shown]


def test_a_button_opens_the_next_run_with_the_change_made(window: MainWindow, person: Person, root: Path) -> None:
    run = add_run(root, "overfitting", "20260101-000000")
    open_folder(person, root)
    look_at(person, run)
    person.wait_until(lambda: shown(person) == ["overfitting"], "the advice is there")
    (message,) = window.app.advice.findChildren(QLabel, "advice_message")
    assert message.text().endswith("but the validation loss went from 7.79 to 8.58.")
    assert window.train_page.view.findChild(QTabWidget, "run_tabs").tabText(2) == "Advice (1)"
    person.click("remedy_more-augmentation")
    form = window.train_page.form
    person.wait_until(lambda: form.spec().augmentation.rotation > 0, "the form shows the change")
    assert form.spec().epochs == 25
    assert form.spec().image_size == 192


def test_a_healthy_run_is_left_alone_and_another_choice_forgets_it(person: Person, root: Path) -> None:
    healthy, other = add_run(root, "healthy", "20260101-000000"), add_run(root, "rate_too_high", "20260102-000000")
    open_folder(person, root)
    look_at(person, healthy)
    hint = person.find(QLabel, "advice_hint")
    person.wait_until(lambda: "nothing that is wrong" in hint.text(), "nothing is said")
    assert shown(person) == []
    look_at(person, other)
    person.wait_until(lambda: shown(person) == ["rate-too-high"], "the other run's advice")
    assert hint.isHidden()


def test_advice_comes_while_the_run_goes_on(window: MainWindow, person: Person, root: Path) -> None:
    run = add_run(root, "overfitting", "20260101-000000", events=30)
    open_folder(person, root)
    look_at(person, run)
    hint = person.find(QLabel, "advice_hint")
    person.wait_until(lambda: "3 epoch" in hint.text(), "the first epochs are known")
    for event in EventReader(RECORDED / "overfitting.jsonl").read_new()[30:110]:
        append(run.events_path, event)
    person.wait_until(lambda: shown(person) == ["overfitting"], "the advice comes")
    button = window.findChild(QPushButton, "remedy_more-augmentation")
    for event in EventReader(RECORDED / "overfitting.jsonl").read_new()[110:140]:
        if not isinstance(event, RunEnded):
            append(run.events_path, event)
    before = window.app.advice.shown
    person.wait_until(lambda: window.app.advice.shown != before, "the figures follow")
    assert window.findChild(QPushButton, "remedy_more-augmentation") is button


def test_runs_are_laid_over_each_other(window: MainWindow, person: Person, root: Path) -> None:
    for place, name in enumerate(("too_few_epochs", "healthy")):
        add_run(root, name, f"2026010{place + 1}-000000")
    open_folder(person, root)
    window.show_train()
    page, panel = window.train_page, window.app.compare
    person.wait_until(lambda: page.runs.count() == 2, "both runs are listed")
    page.view.show_view("compare")
    assert panel.hint.isVisible()
    page.runs.selectAll()
    person.wait_until(panel.table.isVisible, "the comparison is there")
    heads = [panel.table.horizontalHeaderItem(column).text() for column in range(panel.table.columnCount())]
    assert heads == ["healthy@1", "too-few-epochs@1"]
    rows = [panel.table.verticalHeaderItem(row).text() for row in range(panel.table.rowCount())]
    assert rows[:2] == ["mAP50", "mAP"]
    assert {"Epochs", "Learning rate"} <= set(rows)
    assert "Seed" not in rows
    panel.only_differing.click()
    rows = [panel.table.verticalHeaderItem(row).text() for row in range(panel.table.rowCount())]
    assert "Seed" in rows
