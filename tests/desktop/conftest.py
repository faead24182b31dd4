"""A small dataset, recorded runs and a whole window, all of real parts."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import cv2
import numpy as np
import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.geometry import Box
from core.training.events import EpochEnded, RunEnded, RunStarted, Said, StepEnded, append
from core.training.run_folder import RunFolder
from core.training.spec import Spec
from core.voc.annotation import VocObject
from core.voc.dataset import Dataset
from desktop import language
from desktop.app import build_window
from desktop.main_window import MainWindow
from desktop.settings import Settings


@pytest.fixture(autouse=True, scope="session")
def _english(qapp: QApplication) -> None:  # noqa: ARG001  its translators live in it
    """Count in English: '1 image', '2 images'."""
    language.use("en")


@pytest.fixture(name="root")
def _root(tmp_path: Path) -> Path:
    """Six images of 120 x 90 below JPEGImages, four of them labelled with one or two boxes."""
    root = tmp_path / "parts"
    (root / "JPEGImages").mkdir(parents=True)
    picture = np.full((90, 120, 3), 180, np.uint8)
    cv2.rectangle(picture, (20, 20), (50, 60), (30, 60, 200), -1)
    for number in range(1, 7):
        cv2.imwrite(str(root / "JPEGImages" / f"img{number}.jpg"), picture)
    (root / "labels.txt").write_text("dent\nscratch\n")
    dataset = Dataset.open(root)
    for number in range(1, 5):
        entry = dataset.entry(f"img{number}")
        label = "dent" if number % 2 else "scratch"
        thing = VocObject(label=label, shape=Box(20, 20, 50, 60))
        dataset.write(entry, dataset.read(entry).with_objects((thing,)))
    return root


@pytest.fixture(name="dataset")
def _dataset(root: Path) -> Dataset:
    return Dataset.open(root)


RunMaker = Callable[..., RunFolder]


@pytest.fixture(name="make_run")
def _make_run(root: Path) -> RunMaker:
    """Return a function that records a run of some epochs by the events a worker writes."""

    def make(
        epochs: int, *, end: str | None = "finished", name: str = "bolts", planned: int | None = None
    ) -> RunFolder:
        planned = planned or epochs
        run = RunFolder.create(root / ".annotrain" / "runs", Spec.for_model(name=name, epochs=planned), root)
        run.mark_worker(os.getpid(), 0)
        begin(run, planned)
        for epoch in range(1, epochs + 1):
            add_epoch(run, epoch, planned)
        if end is not None:
            model = f"{name}@1" if end == "finished" else None
            append(run.events_path, RunEnded(state=end, message=f"The run is {end}.", model=model))  # type: ignore[arg-type]
        return run

    return make


def begin(run: RunFolder, epochs: int, step: int = 0) -> None:
    """Write that a worker begins after ``step`` steps."""
    append(
        run.events_path,
        RunStarted(
            images=4, val_images=2, steps_per_epoch=5, epochs=epochs, device="cpu", labels=("dent", "scratch"),
            input_size=(96, 128), step=step,
        ),
    )  # fmt: skip


def add_epoch(run: RunFolder, epoch: int, epochs: int) -> None:
    """Write the five steps of an epoch and its end."""
    for step in range(5 * epoch - 4, 5 * epoch + 1):
        append(
            run.events_path,
            StepEnded(step=step, epoch=epoch, loss=4.0 / step, learning_rate=1e-3, images_per_second=12.5),
        )
    append(
        run.events_path,
        EpochEnded(
            epoch=epoch, epochs=epochs, step=5 * epoch, train_loss=3.0 / epoch, val_loss=3.5 / epoch,
            metrics={"map50": 1 - 1 / (epoch + 1), "map": 0.5 - 0.5 / (epoch + 1)}, per_label={}, seconds=2.0,
            seconds_left=2.0 * (epochs - epoch),
        ),
    )  # fmt: skip
    append(run.events_path, Said(text=f"Epoch {epoch} is done."))


@pytest.fixture(name="settings")
def _settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "settings.ini")


@pytest.fixture(name="window")
def _window(qtbot: QtBot, settings: Settings) -> Iterator[MainWindow]:
    window = build_window(settings)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    yield window
    window.close()


@pytest.fixture(name="opened")
def _opened(qtbot: QtBot, window: MainWindow, root: Path) -> MainWindow:
    """The window with the small dataset open and read."""
    window.app.open_folder(root)
    qtbot.waitUntil(lambda: window.app.project is not None and window.app.project.is_read)
    return window
