"""What every benchmark of the window shares: the real window, a person who is patient, and one table of figures."""

import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QApplication

from desktop.app import build_window
from desktop.demo.person import Person
from desktop.jobs.executor import Executor
from desktop.settings import Settings
from tests.benchmarks.timing import Times

WINDOW = (1600, 1000)


@dataclass(frozen=True)
class Row:
    """One figure: ours, the limit, and the peer's for the same scene.

    ``ours`` and ``peer`` are Times, or a plain number in ``unit`` (MB, KB, s). The processor time is held against the
    limit, because other programs do not change it; ``judged`` "wall" holds the wall time against it.
    """

    name: str
    ours: Times | float
    limit: float
    peer: Times | float | None = None
    unit: str = "ms"
    judged: str = "cpu"

    @property
    def reached(self) -> bool:
        """Tell whether the limit was kept."""
        return _figure(self.ours, self.judged) <= self.limit

    @property
    def ratio(self) -> float | None:
        """How many times the peer's figure is ours; None without a peer."""
        ours = _figure(self.ours, self.judged)
        return _figure(self.peer, self.judged) / ours if self.peer is not None and ours > 0 else None


@contextmanager
def real_window(dataset: Path | None = None) -> Iterator[Person]:
    """Show the program's own window, 1600 x 1000, with settings of its own; yield whoever sits at it.

    With a ``dataset``, its first picture is on the canvas and every file was read.
    """
    application = QApplication.instance() or QApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory() as folder:
        window = build_window(Settings(Path(folder) / "settings.ini"))
        window.resize(*WINDOW)
        window.show()
        person = Person(window)
        if dataset is not None:
            open_dataset(person, dataset)
        yield person
        window.close()
        application.processEvents()


def open_dataset(person: Person, root: Path) -> None:
    """Open a folder and wait until its first picture is on the canvas and every file was read."""
    app, page = person.window.app, person.window.annotate_page
    app.open_folder(root)
    person.wait_until(lambda: page.dataset is not None and page.dataset.root == root, "the folder opens", 120)
    person.wait_until(lambda: page.canvas.scene() is not None, "the first picture is shown", 120)
    person.wait_until(lambda: not page.document.reading, "its annotation is read", 120)
    project = app.project
    person.wait_until(lambda: project.is_read, "every file is read", 600)


def come_to_rest(person: Person) -> None:
    """Wait until all is written and no thread of the window works, and go on being so for a moment."""
    window = person.window

    def rests() -> bool:
        busy = any(thread.busy for thread in window.findChildren(Executor))
        return not busy and not window.annotate_page.unsaved()

    for _ in range(2):
        person.wait_until(rests, "all is at rest", 120)
        person.rest(300)


def print_table(title: str, rows: Iterable[Row]) -> bool:
    """Print the figures as one table; return whether every limit was kept."""
    rows = list(rows)
    width = max(len(row.name) for row in rows)
    head = f"{'':{width}}  events      CPU     wall     limit   labelme    ratio"
    lines = [title, head, *(_line(row, width) for row in rows)]
    sys.stdout.write("\n".join(lines) + "\n\n")
    sys.stdout.flush()
    return all(row.reached for row in rows)


def _line(row: Row, width: int) -> str:
    if isinstance(row.ours, Times):
        ours = f"{row.ours.count:6d} {_number(row.ours.cpu):>8} {_number(row.ours.wall):>8}"
    else:
        ours = f"{'':6} {_number(row.ours):>8} {'':8}"
    peer = _number(_figure(row.peer, row.judged)) if row.peer is not None else "-"
    ratio = (
        f"{row.ratio:.0f} x"
        if row.ratio is not None and row.ratio >= 10
        else f"{row.ratio:.1f} x"
        if row.ratio
        else "-"
    )
    verdict = "ok" if row.reached else "MISSED"
    limit = f"{row.limit:g} {row.unit}"
    return f"{row.name:{width}}  {ours}  {limit:>8} {peer:>9} {ratio:>8}  {verdict}" + (
        " (wall)" if row.judged == "wall" else ""
    )


def _figure(value: Times | float, judged: str) -> float:
    if isinstance(value, Times):
        return value.wall if judged == "wall" else value.cpu
    return value


def _number(value: float) -> str:
    return f"{value:.2f}" if value < 10 else f"{value:.1f}" if value < 100 else f"{value:.0f}"
