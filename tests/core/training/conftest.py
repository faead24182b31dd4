"""A tiny dataset of dark and bright blocks, and runs on it by real worker processes."""

import os
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

# Spinning threads make every step many times slower where other programs want the processors too.
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")

import cv2
import numpy as np
import pytest

from core.geometry import Box
from core.training.events import Event, EventReader
from core.training.run_folder import RunFolder, RunState
from core.training.spec import Spec
from core.training.start import new_run
from core.voc.annotation import VocObject
from core.voc.dataset import Dataset

WIDTH, HEIGHT = 96, 80
SILENT_S = 300.0
"""A run that says nothing for so long hangs; a busy machine makes one wait, but hardly that long for a single step."""


def draw_dataset(root: Path, count: int = 8, seed: int = 0) -> Dataset:
    """Draw pictures with one or two blocks each and label them."""
    folder = root / "JPEGImages"
    folder.mkdir(parents=True)
    rng = np.random.default_rng(seed)
    objects: list[list[VocObject]] = []
    for number in range(count):
        image = rng.integers(90, 130, (HEIGHT, WIDTH, 3), np.uint8)
        blocks = [_draw_block(image, label, rng) for label in ("dark", "bright")[: 1 + number % 2]]
        cv2.imwrite(str(folder / f"img{number}.png"), image)
        objects.append(blocks)
    dataset = Dataset.open(root)
    for entry, blocks in zip(dataset.entries, objects, strict=True):
        dataset.write(entry, dataset.read(entry).with_objects(tuple(blocks)))
    return dataset


def _draw_block(image: np.ndarray, label: str, rng: np.random.Generator) -> VocObject:
    width, height = (int(side) for side in rng.integers(16, 30, 2))
    half = 0 if label == "dark" else WIDTH // 2  # so that none lies on another
    x, y = half + int(rng.integers(0, WIDTH // 2 - width)), int(rng.integers(0, HEIGHT - height))
    image[y : y + height, x : x + width] = 20 if label == "dark" else 230
    return VocObject(label=label, shape=Box(x, y, x + width, y + height))


def tiny_spec(**changes: Any) -> Spec:
    """Return the spec of a run that takes seconds."""
    values: dict[str, Any] = {
        "name": "tiny", "epochs": 2, "repeats": 1, "batch_size": 2, "image_size": 96, "threads": 2, "average": 0.9,
    }  # fmt: skip
    return Spec.for_model("compact", **{**values, **changes})


@pytest.fixture
def dataset(tmp_path: Path) -> Dataset:
    return draw_dataset(tmp_path / "parts")


@pytest.fixture
def run(dataset: Dataset) -> RunFolder:
    return new_run(dataset, tiny_spec())


def follow(run: RunFolder, until: Callable[[Event], bool], silent_s: float = SILENT_S) -> list[Event]:
    """Return the run's events as soon as one of them is such; an error if its process is gone, or silent for so long.

    How long it takes in all tells of what else the machine has to do, not of the run.
    """
    reader, seen, deadline = EventReader(run.events_path), list[Event](), time.monotonic() + silent_s
    pause = threading.Event()
    while True:
        lost = run.state() is RunState.LOST  # asked first: what was said before is then still read
        new = reader.read_new()
        seen += new
        if any(until(event) for event in seen):
            return seen
        if new:
            deadline = time.monotonic() + silent_s
        if lost or time.monotonic() > deadline:
            break
        pause.wait(0.05)
    log = run.log_path.read_text() if run.log_path.exists() else "no log"
    why = "its process is gone" if lost else f"silent for {silent_s} s"
    raise AssertionError(
        f"nothing of that kind, and {why}; the last of {len(seen)} events: {seen[-1:]}; the log: {log}"
    )
