"""The page 'Review' with 500,000 suggestions on 100,000 images, in the real window.

How long a filter takes in the core (worked out anew each time) and, for comparison, in SQLite; how long until the page
shows the answer; the gaps of the event loop while table and gallery are scrolled, a threshold is dragged, everything is
selected; and memory. The suggestions are made here; the images are a few JPEGs under many names.
"""

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import psutil
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from core.geometry import Box
from core.inference.suggestion import Suggestion
from core.review.bulk import Backing, Column, Criteria, Finder, Marked, Show, read_rows
from core.review.store import Prediction, SuggestionStore
from core.voc.dataset import Dataset
from desktop.bulk.page import BulkPage
from desktop.demo.person import Person
from tests.benchmarks.measure import come_to_rest, real_window
from tests.benchmarks.opening import make_folder
from tests.benchmarks.stall import Pulse

ROWS, IMAGES, LABELS = 500_000, 100_000, 40
FILTER_MS = 100
STALL_MS = 50
_PER_IMAGE = ROWS // IMAGES
_AT_ONCE = 2_000
_SQL = "SELECT id FROM suggestion WHERE verdict = 'open' AND score BETWEEN 0.3 AND 0.6 ORDER BY score DESC"
QUESTIONS = {
    "all, by score": (Criteria(), Column.SCORE),
    "score 0.3 to 0.6": (Criteria(low=0.3, high=0.6), Column.SCORE),
    "label, version, tag": (
        Criteria(low=0.2, labels=frozenset({"label 3", "label 7"}), models=frozenset({"parts@2"}),
                 tags=frozenset({"NG"})), Column.IMAGE,
    ),
    "rare labels": (Criteria(rare_below=1_000), Column.LABEL),
    "staged images": (Criteria(marked=Marked.IMAGES), Column.MODEL),
    "labels on staged images": (Criteria(marked=Marked.LABELS), Column.VERDICT),
    "look-alikes": (Criteria(show=Show.LOOK_ALIKES, high=0.5), Column.SCORE),
    "unknown images": (Criteria(show=Show.UNKNOWN, high=0.5), Column.TAGS),
    "lowest 1,000": (Criteria(show=Show.LOWEST, most=1_000), Column.BACKING),
}  # fmt: skip


def suggest(dataset: Dataset) -> None:
    """Write what three versions suggest."""
    store, rng = SuggestionStore.of(dataset), np.random.default_rng(0)
    names = list(dataset.entries.names)
    for start in range(0, len(names), _AT_ONCE):
        store.put([_prediction(name, rng) for name in names[start : start + _AT_ONCE]])
    store.close()


def _prediction(name: str, rng: np.random.Generator) -> Prediction:
    model = f"parts@{rng.integers(1, 4)}"
    scores, labels, left = rng.beta(1.2, 1.5, _PER_IMAGE), rng.integers(0, LABELS, _PER_IMAGE), rng.uniform(0, 100)
    found = [
        Suggestion(image=name, label=f"label {label}", score=float(score), model=model,
                   shape=Box(left + 90 * place, 10, left + 90 * place + 60, 80))
        for place, (score, label) in enumerate(zip(scores, labels, strict=True))
    ]  # fmt: skip
    return Prediction(image=name, model=model, suggestions=found)


def _backing(dataset: Dataset) -> Backing:
    """Return tags for three of four images, and labels for a third of them, one of which the staged ones have alone."""
    tags = ((), ("NG",), ("staged",), ("OK",))
    return Backing.from_images(
        ((name, [f"label {38 if number % 4 == 2 and number % 5 == 0 else number % 37}"], tags[number % 4])
         for number, name in enumerate(dataset.entries.names) if number % 3 == 0),
        ("staged", "synthetic"),
    )  # fmt: skip


def _say(words: str) -> None:
    sys.stdout.write(f"bulk    {words}\n")
    sys.stdout.flush()


def _filters(dataset: Dataset) -> bool:
    """Time each question in the core, each time as if it were the first one."""
    store = SuggestionStore.of(dataset)
    begun = time.perf_counter()
    rows = read_rows(dataset, store)
    read = time.perf_counter() - begun
    finder = Finder(rows, _backing(dataset))
    _say(f"read    {len(rows):,} rows in {read:.1f} s, sorted by all columns after {time.perf_counter() - begun:.1f} s;"
         f" the columns take {rows.nbytes / 1e6:.0f} MB")  # fmt: skip
    slowest = max(_timed(finder, name, *question) for name, question in QUESTIONS.items())
    begun = time.perf_counter()
    found = store.read(_SQL)
    _say(f"SQLite  {'score 0.3 to 0.6':24} {(time.perf_counter() - begun) * 1000:6.1f} ms  {len(found):,} rows")
    store.close()
    return slowest < FILTER_MS


def _timed(finder: Finder, name: str, criteria: Criteria, column: Column) -> float:
    times, found = [], 0
    for _ in range(7):
        fresh = finder.with_verdicts({})  # has kept nothing of the question before
        fresh.order(column)
        begun = time.perf_counter()
        found = len(fresh.find(criteria, column).rows)
        times.append((time.perf_counter() - begun) * 1000)
    _say(f"filter  {name:24} {np.median(times):6.1f} ms, worst of 7 {max(times):6.1f}  {found:,} rows")
    return float(np.median(times))


# -- the window --------------------------------------------------------------------------------------------------------


def _stalls(name: str, act: Callable[[], None]) -> bool:
    """Measure the gaps of the event loop while something is done."""
    pulse = Pulse()
    pulse.begin()
    act()
    gaps = pulse.end()
    p99 = float(np.percentile(gaps, 99))
    _say(f"stall   {name:24} median {np.median(gaps):5.1f}  p99 {p99:5.1f}  largest {gaps.max():6.1f} ms"
         f"  ({len(gaps)} beats, {(gaps > STALL_MS).sum()} above {STALL_MS} ms)")  # fmt: skip
    return bool(gaps.max() < STALL_MS)


def _scroll(person: Person, page: BulkPage) -> None:
    """Scroll by the wheel's steps, jump along the bar, and page by keys."""
    view = page.gallery if page.as_pictures.isChecked() else page.table
    bar = view.verticalScrollBar()
    for step in range(240):
        bar.setValue(bar.value() + (90 if step % 8 else bar.maximum() // 37))
        person.rest(10)
    for _ in range(40):
        QTest.keyClick(view, Qt.Key.Key_PageUp)
        person.rest(10)


def _drag(person: Person, page: BulkPage) -> None:
    """Drag the lower threshold from one end to the other."""
    histogram = page.histogram
    QTest.mousePress(histogram, Qt.MouseButton.LeftButton, pos=QPoint(20, 40))
    for x in range(20, histogram.width() - 40, 10):
        QTest.mouseMove(histogram, QPoint(x, 40))
        person.rest(15)
    for x in range(histogram.width() - 40, 20, -10):
        QTest.mouseMove(histogram, QPoint(x, 40))
        person.rest(15)
    QTest.mouseRelease(histogram, Qt.MouseButton.LeftButton, pos=QPoint(20, 40))


def _answers(person: Person, page: BulkPage) -> None:
    """Say how long it takes from asking to the rows on the screen."""
    times = []
    for low in np.linspace(0.05, 0.9, 12):
        before = page.shown
        begun = time.perf_counter()
        page.histogram.set_thresholds(float(low), 1.0)
        page.asked.emit()
        while page.shown is before:
            person.rest(1)
        page.table.viewport().repaint()
        times.append((time.perf_counter() - begun) * 1000)
    page.histogram.set_thresholds(0.0, 1.0)
    page.asked.emit()
    person.rest(300)
    _say(f"window  from a threshold to painted rows: median {np.median(times):.0f} ms, worst {max(times):.0f}")


def _window(root: Path) -> bool:
    process = psutil.Process()
    with real_window(root) as person:
        come_to_rest(person)
        before, begun = process.memory_info().rss, time.perf_counter()
        person.click("review_page_button")
        review = person.window.app.bulk_review
        person.wait_until(lambda: review.page is not None and len(review.page.shown) == ROWS, "the rows", 120)
        page = review.page
        _say(f"window  all rows stand {time.perf_counter() - begun:.1f} s after the click;"
             f" memory grew by {(process.memory_info().rss - before) / 2**20:.0f} MB")  # fmt: skip
        come_to_rest(person)
        _answers(person, page)
        results = [
            _stalls("scrolling the table", lambda: _scroll(person, page)),
            _stalls("dragging a threshold", lambda: _drag(person, page)),
            _stalls("selecting everything", lambda: (page.table.selectAll(), person.rest(1000))),
        ]
        page.table.clearSelection()
        page.as_pictures.setChecked(True)
        person.rest(500)
        results.append(_stalls("scrolling the gallery", lambda: _scroll(person, page)))
        _say(f"window  memory at the end: {process.memory_info().rss / 2**20:.0f} MB")
    return all(results)


def main() -> bool:
    """Measure and print; return whether every filter and the 99th percentile of the gaps keep their limits."""
    with tempfile.TemporaryDirectory() as folder:
        dataset = Dataset.open(make_folder(Path(folder), IMAGES))
        suggest(dataset)
        quick = _filters(dataset)
        smooth = _window(dataset.root)
    return quick and smooth
