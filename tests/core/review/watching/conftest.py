"""A dataset, a folder in which pictures arrive, and a clock that goes on when it is told to."""

from collections.abc import Callable, Iterator
from pathlib import Path

import cv2
import numpy as np
import pytest

from core.review.store import SuggestionStore
from core.review.watching.settings import WatchSettings
from core.review.watching.watch import Step, Watch
from core.voc.dataset import Dataset
from tests.core.inference.conftest import CELL, INPUT_SIZE
from tests.core.review.versions import bright_dataset, publish


def picture_bytes(level: int = 255, column: int = 1, row: int = 1) -> bytes:
    """Return a PNG, black but for one cell of that grey: it is found with a score of level / 255."""
    picture = np.zeros((*INPUT_SIZE, 3), np.uint8)
    picture[row * CELL : (row + 1) * CELL, column * CELL : (column + 1) * CELL] = level
    return bytes(cv2.imencode(".png", picture)[1].tobytes())


class Clock:
    """Seconds that go on when they are told to."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def dataset(tmp_path: Path) -> Dataset:
    """One picture, named old, and the version bright@1."""
    dataset = bright_dataset(tmp_path / "cells", {"old": [(0, 0)]})
    publish(dataset.models_folder, 1)
    return dataset


@pytest.fixture
def incoming(tmp_path: Path) -> Path:
    folder = tmp_path / "incoming"
    folder.mkdir()
    return folder


@pytest.fixture
def store(dataset: Dataset) -> Iterator[SuggestionStore]:
    store = SuggestionStore.of(dataset)
    yield store
    store.close()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def watch_of(dataset: Dataset, incoming: Path, store: SuggestionStore, clock: Clock) -> Iterator[Callable[..., Watch]]:
    """Return a function that begins to watch the folder, with other settings where they are named."""
    made: list[Watch] = []

    def begin(**settings: object) -> Watch:
        chosen = WatchSettings(**{"folder": incoming, **settings})  # type: ignore[arg-type]
        made.append(Watch(dataset, chosen, store, threads=1, clock=clock))
        return made[-1]

    yield begin
    for one in made:
        one.close()


def settled(watch: Watch, clock: Clock) -> Step:
    """Let the time pass in which files have to stay as they are, and return what the step after it came to."""
    watch.step()
    clock.now += 2
    return watch.step()
