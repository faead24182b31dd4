"""The train page: what it says before a run, and what it shows of one."""

from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from core.training.run_folder import RunState
from core.training.spec import Spec
from desktop.jobs.training_monitor import RunNews, TrainingMonitor
from desktop.train.page import TrainPage
from desktop.train.plan import Plan
from tests.desktop.conftest import RunMaker, add_epoch, begin

ENOUGH = Plan(labelled=24, train=19, val=5, labels=3)


@pytest.fixture(name="page")
def _page(qtbot: QtBot) -> TrainPage:
    page = TrainPage()
    qtbot.addWidget(page)
    page.resize(1200, 800)
    page.show()
    page.set_project("bolts")
    return page


@pytest.fixture(name="followed")
def _followed(page: TrainPage, root: Path) -> Iterator[TrainPage]:
    """The page with a monitor that looks after the runs of the small dataset."""
    monitor = TrainingMonitor()
    page.run_chosen.connect(monitor.follow)
    monitor.news.connect(page.add_news)
    monitor.runs_changed.connect(page.set_runs)
    monitor.watch(root / ".annotrain" / "runs")
    yield page
    monitor.shutdown()


def _curve(page: TrainPage, plot: str, place: int) -> tuple[list[float], list[float]]:
    """Return what a curve shows, in the order in which they were added."""
    curve = getattr(page.view.curves.plots, plot).plot.listDataItems()[place]
    xs, ys = curve.getOriginalDataset()
    return [] if xs is None else list(xs), [] if ys is None else list(ys)


def _button(page: TrainPage, name: str) -> QPushButton:
    return page.findChild(QPushButton, name)


def test_the_sentence_says_what_train_will_do(page: TrainPage) -> None:
    page.set_plan(ENOUGH)
    assert page.new_run.sentence.text().startswith("24 labelled images: 19 to train, 5 to validate; 3 labels; about ")
    assert _button(page, "train_button").isEnabled()
    assert page.form.recipe.currentData() == "quick"


@pytest.mark.parametrize(
    ("plan", "words"),
    [
        (Plan(labelled=0, train=0, val=0, labels=0), "No image is labelled yet"),
        (Plan(labelled=1, train=1, val=0, labels=1), "One image is labelled"),
        (Plan(labelled=5, train=4, val=1, labels=0), "hold no object yet"),
    ],
)
def test_where_nothing_can_be_trained_the_button_is_off_and_the_sentence_says_why(
    page: TrainPage, plan: Plan, words: str
) -> None:
    page.set_plan(plan)
    assert words in page.new_run.sentence.text()
    assert not _button(page, "train_button").isEnabled()


def test_a_name_that_is_no_folder_is_refused_before_anything_starts(page: TrainPage) -> None:
    page.set_plan(ENOUGH)
    page.form.name.setText("a/b")
    assert "cannot be a model's name" in page.new_run.sentence.text() or "name" in page.new_run.sentence.text()
    assert not _button(page, "train_button").isEnabled()


def test_the_fields_make_the_spec(qtbot: QtBot, page: TrainPage) -> None:
    page.set_plan(ENOUGH)
    asked: list[Spec] = []
    page.train_asked.connect(asked.append)
    page.form.epochs.setValue(7)
    page.form.folds["machine"].header.click()
    page.form.image_size.setValue(256)
    page.form.budget.setValue(2)
    qtbot.mouseClick(_button(page, "train_button"), Qt.MouseButton.LeftButton)
    (spec,) = asked
    assert (spec.name, spec.epochs, spec.image_size, spec.time_budget_s) == ("bolts", 7, 256, 120.0)
    assert (spec.recipe, spec.weights, spec.continue_from) == ("quick", "drawn", None)


def test_a_model_that_knows_photographs_starts_from_its_weights(page: TrainPage) -> None:
    page.set_plan(ENOUGH)
    page.form.model.setCurrentIndex(page.form.model.findData("mobilenet"))
    assert page.form.spec().weights == "pretrained"
    page.form.start.setCurrentIndex(page.form.start.findData("nothing"))
    assert page.form.spec().weights is None


def test_a_compact_model_starts_from_drawn_pictures_unless_a_person_wants_nothing(page: TrainPage) -> None:
    page.set_plan(ENOUGH)
    start = page.form.start
    assert (start.currentData(), page.form.spec().weights) == ("drawn", "drawn")
    assert start.findData("pretrained") < 0
    start.setCurrentIndex(start.findData("nothing"))
    assert page.form.spec().weights is None
    page.form.model.setCurrentIndex(page.form.model.findData("mobilenet"))
    assert page.form.start.findData("drawn") < 0


def test_a_recipe_that_a_person_chose_stays(page: TrainPage) -> None:
    page.set_plan(ENOUGH)
    page.form.recipe.setCurrentIndex(0)
    page.form.recipe.activated.emit(0)
    page.set_plan(Plan(labelled=30, train=24, val=6, labels=3))
    assert page.form.recipe.currentData() == "standard"


def test_an_empty_page_says_what_will_be_there(page: TrainPage) -> None:
    assert not page.view.curves.plots.loss.plot.isVisible()
    assert not _button(page, "stop_button").isVisible()
    assert not _button(page, "resume_button").isVisible()


def test_a_running_run_shows_its_curves_figures_and_log(qtbot: QtBot, followed: TrainPage, make_run: RunMaker) -> None:
    run = make_run(2, end=None, planned=4)
    qtbot.waitUntil(lambda: len(_curve(followed, "loss", 0)[0]) == 10)
    add_epoch(run, 3, 4)
    qtbot.waitUntil(lambda: len(_curve(followed, "loss", 0)[0]) == 15)
    assert _curve(followed, "loss", 1) == ([5, 10, 15], [3.0, 1.5, 1.0])
    assert _curve(followed, "loss", 2)[1] == pytest.approx([3.5, 1.75, 3.5 / 3])
    assert _curve(followed, "metrics", 0)[1] == pytest.approx([0.5, 2 / 3, 0.75])
    assert followed.view.curves.plots.loss.plot.isVisible()
    assert followed.view.tiles.epoch.value == "3 of 4"
    assert followed.view.tiles.best.value == "0.750"
    assert followed.view.tiles.speed.value == "12.5"
    assert followed.view.tiles.time.value == "2 s"
    assert "Epoch 3 is done." in followed.findChild(QPlainTextEdit, "run_log").toPlainText()
    assert _button(followed, "stop_button").isVisible()


def test_a_finished_run_says_how_long_it_took_not_how_long_it_will(
    qtbot: QtBot, followed: TrainPage, make_run: RunMaker
) -> None:
    run = make_run(2)
    time = followed.view.tiles.time
    qtbot.waitUntil(lambda: time.accessibleName() == "Time taken")
    qtbot.waitUntil(lambda: time.value != "–")
    begin(run, 4, step=10)
    add_epoch(run, 3, 4)
    qtbot.waitUntil(lambda: time.accessibleName() == "Time left")


def test_stop_says_that_it_is_stopping(qtbot: QtBot, followed: TrainPage, make_run: RunMaker) -> None:
    run = make_run(1, end=None, planned=4)
    asked: list[Path] = []
    followed.stop_asked.connect(asked.append)
    qtbot.waitUntil(lambda: _button(followed, "stop_button").isVisible())
    qtbot.mouseClick(_button(followed, "stop_button"), Qt.MouseButton.LeftButton)
    assert asked == [run.path]
    assert _button(followed, "stop_button").text() == "Stopping…"
    assert not _button(followed, "stop_button").isEnabled()


def test_a_stopped_run_can_be_resumed(qtbot: QtBot, followed: TrainPage, make_run: RunMaker) -> None:
    run = make_run(1, end="stopped", planned=4)
    asked: list[Path] = []
    followed.resume_asked.connect(asked.append)
    qtbot.waitUntil(lambda: _button(followed, "resume_button").isVisible())
    qtbot.mouseClick(_button(followed, "resume_button"), Qt.MouseButton.LeftButton)
    assert asked == [run.path]


def test_after_a_resume_what_was_learned_in_vain_is_gone(qtbot: QtBot, followed: TrainPage, make_run: RunMaker) -> None:
    run = make_run(2, end="stopped", planned=3)
    begin(run, 3, step=5)
    add_epoch(run, 2, 3)
    qtbot.waitUntil(lambda: followed.view.tiles.state.value == "Running")
    qtbot.waitUntil(lambda: _curve(followed, "loss", 0)[0] == list(range(1, 11)))
    assert _curve(followed, "metrics", 0)[0] == [5, 10]


def test_choosing_an_older_run_shows_that_one(qtbot: QtBot, followed: TrainPage, make_run: RunMaker) -> None:
    older = make_run(1, name="first")
    make_run(3, name="second")
    qtbot.waitUntil(lambda: len(_curve(followed, "loss", 0)[0]) == 15)
    followed.runs.choose(older.path)
    qtbot.waitUntil(lambda: len(_curve(followed, "loss", 0)[0]) == 5)
    assert followed.view.title.text() == "first@1"


def test_a_million_steps_are_drawn_in_a_moment(qtbot: QtBot, page: TrainPage) -> None:
    """The curve thins out what it draws, so that a long run costs the window nothing."""

    steps = np.arange(1, 1_000_001, dtype=np.float64)
    losses = 1 / np.sqrt(steps)
    nowhere = Path("nowhere")
    page.view.curves.add(RunNews(path=nowhere, state=RunState.RUNNING, steps=steps, losses=losses))
    qtbot.wait(1)
    begun = perf_counter()
    later = RunNews(path=nowhere, state=RunState.RUNNING, steps=steps[:10] + 1_000_000, losses=losses[:10])
    page.view.curves.add(later)
    page.view.curves.grab()
    assert perf_counter() - begun < 1.0
