"""Opening large folders and going from image to image, beside labelme on the same files.

Memory is the resident set of the whole process, measured alike in both, and what opening added to it.
"""

import os
import tempfile
from collections.abc import Callable
from pathlib import Path

import cv2
import numpy as np
from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

from desktop.demo.person import Person
from tests.benchmarks import own_scenes, peer
from tests.benchmarks.measure import Row, print_table, real_window
from tests.benchmarks.timing import LEAST_EVENTS, Watch, from_json

COUNTS = {10_000: (500, 150), 100_000: (1000, 300)}
"""How many images, and the limits in ms and MB."""
LINKS = 30_000
"""Names that one file gets; file systems allow some tens of thousands."""
PACE_MS = 500
"""How long a person looks at each image at least."""


def make_folder(root: Path, count: int) -> Path:
    """Make a dataset of ``count`` names for a few JPEGs of 640 x 480, without annotations."""
    images = root / f"images{count}" / "JPEGImages"
    images.mkdir(parents=True)
    for number in range(count):
        source = images.parent / f"source{number // LINKS}.bin"
        if not source.exists():
            source.write_bytes(_jpeg(480, 640, number))
        os.link(source, images / f"part_{number:06}.jpg")
    return images


def make_large(root: Path) -> Path:
    """Make a dataset of 4000 x 3000 JPEGs, a few different ones under many names."""
    images = root / "large" / "JPEGImages"
    images.mkdir(parents=True)
    sources = [_jpeg(3000, 4000, seed) for seed in range(4)]
    for number in range(LEAST_EVENTS + 4):
        (images / f"shot_{number:03}.jpg").write_bytes(sources[number % 4])
    return images


def _jpeg(height: int, width: int, seed: int) -> bytes:
    noise = np.random.default_rng(seed).integers(0, 255, (height // 4, width // 4, 3), dtype=np.uint8)
    picture = cv2.resize(noise, (width, height), interpolation=cv2.INTER_CUBIC)
    return cv2.imencode(".jpg", picture)[1].tobytes()


def _folders(root: Path) -> list[Row]:
    rows: list[Row] = []
    for count, (limit_ms, limit_mb) in COUNTS.items():
        images = make_folder(root, count)
        ours = own_scenes.figures("opening", images)
        theirs = peer.figures("opening", images)
        known = bool(theirs)
        name = f"{count:,} JPEGs"
        added, whole = float(ours["memory_mb"]) - float(ours["before_mb"]), float(ours["memory_mb"])
        rows += [
            Row(f"{name}: open", from_json(ours["open"]), limit_ms, from_json(theirs["open"]) if known else None,
                judged="wall"),
            Row(f"{name}: memory added", added, limit_mb, unit="MB"),
            Row(f"{name}: memory of the process", whole, 2 * limit_mb, theirs["memory_mb"] if known else None,
                unit="MB"),
            Row(f"{name}: longest stall", float(ours["gap_ms"]), 150),
        ]  # fmt: skip
    return rows


def _next(person: Person, pace_ms: int) -> Watch:
    """Go through the images and time each until it is painted."""
    page, watch = person.window.annotate_page, Watch()
    names = [entry.name for entry in page.dataset.entries]
    page.show_image(names[0])
    person.rest(1500)
    for name in names[1:]:
        person.rest(pace_ms) if pace_ms else None
        with watch:
            _until_shown(person, lambda name=name: page.show_image(name))
    return watch


def _until_shown(person: Person, act: Callable[[], None]) -> None:
    page, loop = person.window.annotate_page, QEventLoop()
    page.pictures.ready.connect(loop.quit)
    act()
    if page.pictures.shown is None:
        loop.exec()
    page.pictures.ready.disconnect(loop.quit)
    QApplication.processEvents()


def main() -> bool:
    """Measure and print; return whether every limit was kept."""
    with tempfile.TemporaryDirectory() as folder:
        rows = _folders(Path(folder))
        images = make_large(Path(folder))
        theirs = peer.figures("next", images)
        known = from_json(theirs["next"]) if theirs else None
        with real_window(images.parent) as person:
            paced, quick = _next(person, PACE_MS).times, _next(person, 0).times
        rows.append(Row("next 4000 x 3000 JPEG", paced, 50, known, judged="wall"))
        rows.append(Row("next one, without a pause", quick, 350, known, judged="wall"))
    return print_table("Opening folders and images", rows)
