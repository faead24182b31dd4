"""The watch on its thread: the window never waits for it."""

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from core.review.watching.settings import WatchSettings
from core.review.watching.watch import Step, Watch
from core.voc.dataset import Dataset
from desktop.watching.looking import Looking
from tests.core.review.versions import bright_dataset, publish
from tests.core.review.watching.conftest import picture_bytes


@pytest.fixture
def dataset(tmp_path: Path) -> Dataset:
    (tmp_path / "camera").mkdir()
    dataset = bright_dataset(tmp_path / "cells", {"a": [(0, 0)]})
    publish(dataset.models_folder, 1)
    return dataset


@pytest.fixture
def settings(tmp_path: Path) -> WatchSettings:
    return WatchSettings(folder=tmp_path / "camera", settle_s=0)


def test_the_end_waits_for_no_step_and_the_next_watch_tells_what_that_took(
    qtbot: QtBot, dataset: Dataset, settings: WatchSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    (settings.folder / "new.png").write_bytes(picture_bytes())
    begun, go_on, real = threading.Event(), threading.Event(), Watch.step

    def slow(watch: Watch) -> Step:
        begun.set()
        assert go_on.wait(30)
        return real(watch)

    monkeypatch.setattr(Watch, "step", slow)
    owner = QObject()
    looking = Looking(dataset, settings, owner)
    looking.start()
    qtbot.waitUntil(begun.is_set)
    looking.end()
    assert _threads(looking), "the step is still under way"
    go_on.set()
    qtbot.waitUntil(lambda: not _threads(looking))
    monkeypatch.setattr(Watch, "step", real)
    told: list[str] = []
    after = Looking(dataset, settings, owner)
    after.seen.connect(lambda seen: told.extend(seen.files))
    after.start()
    qtbot.waitUntil(lambda: told == ["new.png"])
    after.end()
    qtbot.waitUntil(lambda: not _threads(after))


def _threads(looking: Looking) -> list[threading.Thread]:
    return [thread for thread in looking._executor._pool._threads if thread.is_alive()]
