"""The monitor follows real run folders, whoever writes them."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from core.training.events import EpochEnded, RunEnded, append
from core.training.pieces import PIECE
from core.training.run_folder import RunState
from desktop.jobs.training_monitor import RunNews, RunSummary, TrainingMonitor
from tests.desktop.conftest import RunMaker, add_epoch, begin


class _Heard:
    """Everything that a monitor has said."""

    def __init__(self, monitor: TrainingMonitor) -> None:
        self.news: list[RunNews] = []
        self.lists: list[list[RunSummary]] = []
        self.ended: list[RunSummary] = []
        monitor.news.connect(self.news.append)
        monitor.runs_changed.connect(self.lists.append)
        monitor.run_ended.connect(self.ended.append)

    @property
    def steps(self) -> list[float]:
        return [step for news in self.news for step in news.steps]

    @property
    def epochs(self) -> list[int]:
        return [event.epoch for news in self.news for event in news.events if isinstance(event, EpochEnded)]


@pytest.fixture(name="monitor")
def _monitor(qapp: QCoreApplication) -> Iterator[TrainingMonitor]:
    del qapp
    monitor = TrainingMonitor()
    yield monitor
    monitor.shutdown()


def test_a_recorded_run_comes_whole_and_then_grows(qtbot: QtBot, monitor: TrainingMonitor, make_run: RunMaker) -> None:
    run, heard = make_run(2, end=None, planned=4), _Heard(monitor)
    monitor.follow(run.path)
    qtbot.waitUntil(lambda: len(heard.steps) == 10)
    assert heard.news[0].fresh
    assert heard.news[0].started is not None
    add_epoch(run, 3, 4)
    qtbot.waitUntil(lambda: len(heard.steps) == 15)
    assert heard.steps == [float(step) for step in range(1, 16)]
    assert heard.epochs == [1, 2, 3]
    assert not heard.news[-1].fresh
    assert heard.news[-1].state is RunState.RUNNING


def test_a_long_run_comes_in_few_news(qtbot: QtBot, monitor: TrainingMonitor, make_run: RunMaker) -> None:
    """The window would otherwise have thousands of them to take, some milliseconds after one another."""
    run, heard = make_run(1, end=None), _Heard(monitor)
    line = '{{"event": "StepEnded", "at": 1.0, "step": {}, "epoch": 1, "loss": 0.5, "learning_rate": 0.1, '
    with run.events_path.open("a") as stream:
        stream.writelines(line.format(step) + '"images_per_second": 9.0}\n' for step in range(6, 20_001))
    monitor.follow(run.path)
    qtbot.waitUntil(lambda: len(heard.steps) == 20_000)
    assert heard.steps == [float(step) for step in range(1, 20_001)]
    assert len(heard.news) < run.events_path.stat().st_size / PIECE


def test_a_line_that_is_half_written_waits_for_its_rest(
    qtbot: QtBot, monitor: TrainingMonitor, make_run: RunMaker
) -> None:
    run, heard = make_run(1, end=None, planned=2), _Heard(monitor)
    whole = run.events_path.read_bytes()
    run.events_path.write_bytes(whole[:-40])
    monitor.follow(run.path)
    qtbot.waitUntil(lambda: len(heard.steps) == 5)
    run.events_path.write_bytes(whole)
    qtbot.waitUntil(lambda: any(getattr(e, "text", "") == "Epoch 1 is done." for n in heard.news for e in n.events))


def test_the_list_says_state_quality_and_model_of_every_run(
    qtbot: QtBot, monitor: TrainingMonitor, make_run: RunMaker, root: Path
) -> None:
    make_run(3)
    make_run(1, end="stopped", name="other", planned=5)
    heard = _Heard(monitor)
    monitor.watch(root / ".annotrain" / "runs")
    qtbot.waitUntil(lambda: bool(heard.lists))
    newest, oldest = heard.lists[-1]
    assert (newest.spec.name, newest.state, newest.epoch) == ("other", RunState.STOPPED, 1)
    assert (oldest.model, oldest.state) == ("bolts@1", RunState.FINISHED)
    assert (oldest.metric, oldest.best) == ("map50", pytest.approx(0.75))
    assert oldest.val_images == 2
    assert heard.ended == []


def test_a_run_that_was_started_elsewhere_is_picked_up_and_its_end_is_told(
    qtbot: QtBot, monitor: TrainingMonitor, make_run: RunMaker, root: Path
) -> None:
    heard = _Heard(monitor)
    monitor.watch(root / ".annotrain" / "runs")
    qtbot.waitUntil(lambda: heard.lists == [[]])
    run = make_run(1, end=None)
    monitor.refresh()
    qtbot.waitUntil(lambda: bool(heard.lists[-1]) and heard.lists[-1][0].state is RunState.RUNNING)
    append(run.events_path, RunEnded(state="finished", message="Done.", model="bolts@1"))
    qtbot.waitUntil(lambda: bool(heard.ended))
    assert heard.ended[0].model == "bolts@1"


def test_a_run_whose_process_is_gone_is_lost(
    qtbot: QtBot, monitor: TrainingMonitor, make_run: RunMaker, root: Path
) -> None:
    run = make_run(1, end=None)
    mark = (run.path / "worker.json").read_text()
    (run.path / "worker.json").write_text(mark.replace(f'"pid": {os.getpid()}', '"pid": 4194000'))
    heard = _Heard(monitor)
    monitor.watch(root / ".annotrain" / "runs")
    qtbot.waitUntil(lambda: bool(heard.lists) and heard.lists[-1][0].state is RunState.LOST)


def test_a_resume_comes_as_a_part_of_its_own(qtbot: QtBot, monitor: TrainingMonitor, make_run: RunMaker) -> None:
    run, heard = make_run(2, end="stopped", planned=3), _Heard(monitor)
    begin(run, 3, step=5)
    add_epoch(run, 2, 3)
    monitor.follow(run.path)
    qtbot.waitUntil(lambda: len(heard.steps) == 15)
    assert [news.started.step for news in heard.news if news.started] == [0, 5]


def test_another_run_begins_afresh_and_the_log_comes_with_it(
    qtbot: QtBot, monitor: TrainingMonitor, make_run: RunMaker
) -> None:
    first, second, heard = make_run(1), make_run(2), _Heard(monitor)
    second.log_path.write_text("loaded 4 images\n")
    monitor.follow(first.path)
    qtbot.waitUntil(lambda: len(heard.steps) == 5)
    heard.news.clear()
    monitor.follow(second.path)
    qtbot.waitUntil(lambda: len(heard.steps) == 10)
    assert heard.news[0].path == second.path
    assert heard.news[0].fresh
    assert heard.news[0].log == "loaded 4 images\n"


def test_a_folder_that_is_no_run_does_not_hide_the_others(
    qtbot: QtBot, monitor: TrainingMonitor, make_run: RunMaker, root: Path
) -> None:
    make_run(1)
    broken = root / ".annotrain" / "runs" / "broken"
    broken.mkdir()
    (broken / "spec.json").write_text("{")
    heard = _Heard(monitor)
    monitor.watch(root / ".annotrain" / "runs")
    qtbot.waitUntil(lambda: bool(heard.lists) and len(heard.lists[-1]) == 1)
