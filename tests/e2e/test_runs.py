"""What a person does with runs: look through, pause, stop, note, repeat, queue and delete them, and read their log."""

import json
import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
import psutil
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QInputDialog, QLabel, QLineEdit, QPushButton

from core.training import queue
from core.training.events import LossBroke, RunEnded, StepEnded, append
from core.training.run_folder import RunFolder, RunState, list_runs
from core.training.spec import Spec
from core.training.start import new_run
from core.voc.dataset import Dataset
from desktop.demo.person import Person
from desktop.main_window import MainWindow
from desktop.train.page import TrainPage
from tests.core.training.conftest import draw_dataset, follow, tiny_spec
from tests.desktop.conftest import add_epoch, begin
from tests.e2e.conftest import open_folder
from tests.e2e.desk import Desk

Recorder = Callable[..., RunFolder]


@pytest.fixture(name="desk")
def _desk(open_desk: Callable[..., Desk]) -> Desk:
    desk = open_desk(2)
    desk.person.click("train_page_button")
    return desk


@pytest.fixture(name="page")
def _page(desk: Desk) -> TrainPage:
    page: TrainPage = desk.person.window.train_page
    return page


@pytest.fixture(name="record")
def _record(desk: Desk) -> Recorder:
    """Return a function that records a run by the events of a worker; this process is the worker of one that runs."""

    def record(name: str = "bolts", *, epochs: int = 2, end: str | None = "finished", user: str = "me") -> RunFolder:
        spec = Spec.for_model(name=name, epochs=4, batch_size=3)
        run = RunFolder.create(desk.root / ".annotrain" / "runs", spec, desk.root)
        run.write_about(replace(run.about, user=user))
        if end == "queued":
            queue.enqueue(run)
            return run
        run.mark_worker(os.getpid(), 0)
        begin(run, 4)
        for epoch in range(1, epochs + 1):
            add_epoch(run, epoch, 4)
        if end is not None:
            append(run.events_path, RunEnded(state=end, message=f"It is {end}."))  # type: ignore[arg-type]
        return run

    return record


@pytest.fixture(name="shown")
def _shown(desk: Desk, page: TrainPage) -> Callable[[int], None]:
    """Return a function that waits until so many runs are listed."""

    def wait(count: int) -> None:
        desk.person.window.app.monitor.refresh()
        desk.person.wait_until(lambda: page.runs.count() == count, f"{count} runs are listed")

    return wait


def _cells(page: TrainPage, column: int) -> list[str]:
    model = page.runs.model()
    return [str(model.index(row, column).data()) for row in range(model.rowCount())]


def _click_row(page: TrainPage, run: RunFolder, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Click on the run's row with the mouse."""
    model = page.runs.model()
    paths = [page.runs._run_at(model.index(row, 0)).path for row in range(model.rowCount())]
    place = page.runs.visualRect(model.index(paths.index(run.path), 0)).center()
    QTest.mouseClick(page.runs.viewport(), Qt.MouseButton.LeftButton, modifier, place)


def test_every_run_says_its_state_who_started_it_and_its_best_figure(
    page: TrainPage, record: Recorder, shown: Callable[[int], None]
) -> None:
    record("first", epochs=3, user="marie")
    record("second", epochs=1, end="failed", user="tom")
    record("third", end=None)
    record("fourth", end="queued")
    shown(4)
    assert _cells(page, 0) == ["fourth", "third", "second", "first"]
    assert _cells(page, 1) == ["Waiting: 1", "Running 2 of 4", "Failed 1 of 4", "Finished"]
    assert _cells(page, 2) == ["–", "mAP50 0.667", "mAP50 0.500", "mAP50 0.750"]
    assert _cells(page, 6)[2:] == ["tom", "marie"]


def test_a_click_on_a_heading_sorts_and_the_chosen_run_stays_chosen(
    page: TrainPage, record: Recorder, shown: Callable[[int], None]
) -> None:
    worst, best = record("worst", epochs=1), record("best", epochs=4)
    record("middle", epochs=2)
    shown(3)
    _click_row(page, worst)
    header = page.runs.header()
    for expected in (["worst", "middle", "best"], ["best", "middle", "worst"]):
        at = QPoint(header.sectionViewportPosition(2) + 20, header.height() // 2)
        QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=at)
        assert _cells(page, 0) == expected
        assert page.runs.chosen is not None
        assert page.runs.chosen.path == worst.path
    assert best.path in {run.path for run in page.runs.all}


def test_pause_and_stop_reach_the_worker_and_say_so(
    desk: Desk, page: TrainPage, record: Recorder, shown: Callable[[int], None]
) -> None:
    run = record(end=None)
    shown(1)
    desk.person.click("pause_button")
    desk.person.wait_until(run.pause_path.exists, "the worker is asked to pause")
    assert page.view.pause_button.text() == "Pausing…"
    assert page.view.stop_button.isEnabled(), "who waits for a pause may still stop it"
    append(run.events_path, RunEnded(state="paused", message="Paused; it goes on from here."))
    desk.person.wait_until(lambda: _cells(page, 1) == ["Paused 2 of 4"], "it is paused")
    assert page.view.resume_button.isVisible()
    assert not page.view.pause_button.isVisible()
    desk.person.click("stop_button")
    desk.person.wait_until(lambda: run.state() is RunState.STOPPED, "a paused run is stopped for good")


def test_delete_asks_and_removes_all_that_are_selected(
    desk: Desk, page: TrainPage, record: Recorder, shown: Callable[[int], None]
) -> None:
    kept, first, second = record("kept"), record("a"), record("b")
    shown(3)
    _click_row(page, first)
    _click_row(page, second, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(page.runs, Qt.Key.Key_Delete)
    desk.person.click("delete_runs_button")
    shown(1)
    assert [run.path for run in list_runs(kept.path.parent)] == [kept.path]
    assert page.runs.chosen is not None
    assert page.runs.chosen.path == kept.path


def test_a_note_stays_with_the_run(desk: Desk, page: TrainPage, record: Recorder, shown: Callable[[int], None]) -> None:
    run = record()
    shown(1)
    desk.person.window.actions_by_name["note_run"].trigger()
    dialog = desk.person.find(QInputDialog, "note_dialog")
    dialog.findChild(QLineEdit).setText("with the new lamp")
    dialog.accept()
    desk.person.wait_until(lambda: run.about.note == "with the new lamp", "the note is written")
    desk.person.wait_until(lambda: _cells(page, 7) == ["with the new lamp"], "the note is shown")
    assert run.about.user == "me"


def test_a_run_is_repeated_with_its_settings(
    desk: Desk, page: TrainPage, record: Recorder, shown: Callable[[int], None]
) -> None:
    record("bolts-2")
    shown(1)
    desk.person.window.actions_by_name["repeat_run"].trigger()
    assert (page.form.name.text(), page.form.epochs.value(), page.form.batch_size.value()) == ("bolts-2", 4, 3)


def test_waiting_runs_are_put_in_order_and_taken_from_the_queue(
    desk: Desk, page: TrainPage, record: Recorder, shown: Callable[[int], None]
) -> None:
    record("at work", end=None)
    first, second = record("first", end="queued"), record("second", end="queued")
    shown(3)
    assert page.new_run.train_button.text() == "Add to the queue"
    _click_row(page, second)
    desk.person.window.actions_by_name["queue_earlier"].trigger()
    desk.person.wait_until(lambda: queue.waiting(first.path.parent) == [second, first], "the second goes first")
    desk.person.wait_until(lambda: _cells(page, 1)[:2] == ["Waiting: 1", "Waiting: 2"], "the list says so")
    _click_row(page, first)
    assert page.view.stop_button.text() == "Take from the queue"
    desk.person.click("stop_button")
    desk.person.wait_until(lambda: first.state() is RunState.STOPPED, "it waits no longer")
    assert queue.waiting(first.path.parent) == [second]


def test_the_log_is_searched_and_followed(
    desk: Desk, page: TrainPage, record: Recorder, shown: Callable[[int], None]
) -> None:
    run = record(end=None)
    run.log_path.write_text("".join(f"line {number} of the log\n" for number in range(300)))
    shown(1)
    desk.person.window.actions_by_name["show_run_log"].trigger()
    log = page.view.log
    desk.person.wait_until(lambda: "line 299 of the log" in log.text.toPlainText(), "the whole log is there")
    assert log.text.verticalScrollBar().value() == log.text.verticalScrollBar().maximum()
    QTest.keyClicks(log.search, "LINE 29")
    assert log.count.text().startswith("11 place")
    QTest.keyClick(log.search, Qt.Key.Key_Return)
    assert log.text.textCursor().selectedText() == "line 29"
    assert log.count.text() == "1 of 11"
    assert not log.follow.isChecked()
    place = log.text.verticalScrollBar().value()
    with run.log_path.open("a") as stream:
        stream.write("line 29 again\n")
    desk.person.wait_until(lambda: log.text.toPlainText().endswith("again"), "what is new is added")
    assert log.text.verticalScrollBar().value() == place, "who reads is not torn away"
    QTest.keyClick(log.search, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert log.count.text() == "12 of 12"


def test_the_batch_that_broke_the_loss_is_shown(
    desk: Desk, page: TrainPage, record: Recorder, shown: Callable[[int], None]
) -> None:
    run = record(epochs=1, end=None)
    run.broken_path.mkdir()
    cv2.imwrite(str(run.broken_path / "0-a.png"), np.zeros((40, 60, 3), np.uint8))
    content = {"step": 6, "pictures": [{"file": "0-a.png", "image": "a", "boxes": [[5, 5, 30, 30]], "labels": [0]}]}
    (run.broken_path / "batch.json").write_text(json.dumps(content))
    append(run.events_path, LossBroke(step=6, loss="nan", names=("a",), pictures=("0-a.png",)))
    append(run.events_path, RunEnded(state="failed", message="The loss is nan at step 6 (images a): ..."))
    shown(1)
    broken = page.view.broken
    desk.person.wait_until(lambda: len(broken.pictures) == 1, "its picture is shown")
    assert broken.isVisible()
    assert "The loss is nan at step 6." in broken.sentence.text()
    assert broken.horizontalScrollBar().maximum() == 0, "the sentence and the pictures wrap"
    seen = broken.pictures[0].pixmap().toImage()
    reds = [seen.pixelColor(x, seen.height() // 2).red() for x in range(seen.width())]
    assert max(reds) > 200, "its box is drawn"
    record("other")
    shown(2)
    desk.person.wait_until(lambda: page.view.tabs.indexOf(broken) < 0, "another run has none")


@pytest.fixture(name="processes")
def _processes() -> Iterator[Callable[[Path], list[psutil.Process]]]:
    """Return a function that lists the processes that work on a run below a folder; a failed test leaves none."""
    folders: list[Path] = []

    def of(folder: Path) -> list[psutil.Process]:
        folders.append(folder)
        found = []
        for process in psutil.process_iter(["cmdline", "status"]):
            words = process.info["cmdline"] or []
            if process.info["status"] != psutil.STATUS_ZOMBIE and any(str(folder) in word for word in words):
                found.append(process)
        return found

    yield of
    for process in of(folders[0]) if folders else []:
        process.kill()


@pytest.mark.long
def test_a_killed_worker_hands_over_to_the_next_of_the_queue_and_nothing_is_left_behind(
    window: MainWindow, person: Person, tmp_path: Path, processes: Callable[[Path], list[psutil.Process]]
) -> None:
    dataset = draw_dataset(tmp_path / "parts")
    killed, later = (new_run(Dataset.open(dataset.root), tiny_spec(name=name, epochs=500)) for name in ("a", "b"))
    queue.submit(killed)
    queue.submit(later)
    follow(killed, lambda event: isinstance(event, StepEnded))
    (process,) = processes(dataset.runs_folder)
    process.kill()
    open_folder(person, dataset.root)
    person.click("train_page_button")
    person.wait_until(lambda: later.state() is RunState.RUNNING, "the window starts the next one", 30)
    assert killed.state() is RunState.LOST
    window.train_page.runs.choose(later.path)
    person.wait_until(lambda: bool(window.train_page.view.tiles.epoch.value.startswith("1")), "it learns", 300)
    person.click("stop_button")
    person.wait_until(lambda: later.state() is RunState.STOPPED, "it has stopped", 20)
    person.wait_until(lambda: not processes(dataset.runs_folder), "no process is left", 20)
    label = window.findChild(QLabel, "run_words")
    person.wait_until(lambda: label.text() == "", "nothing is said to be at work")
    assert window.findChild(QPushButton, "resume_button").isVisible()
