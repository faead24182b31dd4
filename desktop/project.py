"""The dataset that is open, and what is learned about it in the background."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from core.review.store import SuggestionStore
from core.voc.dataset import Dataset
from core.voc.index import DatasetIndex, ImageSummary
from core.voc.label_list import LabelList
from core.voc.listing import SET_ASIDE
from desktop.jobs.executor import Executor
from desktop.train.plan import plan_of

if TYPE_CHECKING:
    from core.training.run_folder import RunFolder
    from core.training.spec import Spec

_BATCH = 500
_PAINT_MS = 50  # how long the first picture has the computer to itself
_REST_MS = 150  # after so long without another change the plan is made anew


class Project(QObject):
    """One open dataset: its labels, the summaries of its images, its suggestions.

    Whatever reads files runs on the project's own thread; signals come on the main thread.
    """

    summaries_read = Signal(object)  # list[ImageSummary], in batches while the dataset is read
    summary_changed = Signal(object)  # ImageSummary of one image
    labels_found = Signal(object)  # LabelList with the labels that the files use as well
    plan_changed = Signal(object)  # Plan
    failed = Signal(object)  # an error of the background work

    def __init__(self, dataset: Dataset, label_list: LabelList, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.dataset = dataset
        self.label_list = label_list
        self.summaries: dict[str, ImageSummary] = {}
        self._executor = Executor(self)
        self._index = DatasetIndex(dataset)
        self._store: SuggestionStore | None = None
        self._reading_begun = False
        self._start_timer = QTimer(self, singleShot=True, interval=_PAINT_MS)
        self._start_timer.timeout.connect(self.read_all)
        self.is_read = False
        """Whether every file was read and its labels are known."""
        self._plan_timer = QTimer(self, singleShot=True, interval=_REST_MS)
        self._plan_timer.timeout.connect(self.make_plan)
        self.summaries_read.connect(self._keep)

    @property
    def name(self) -> str:
        """The folder's name."""
        return self.dataset.root.resolve().name

    @property
    def store_path(self) -> Path:
        """Where suggestions are kept."""
        return self.dataset.program_folder / "review.sqlite"

    def store(self, *, make: bool = False) -> SuggestionStore | None:
        """Return the suggestions; None if there are none yet, unless ``make`` asks for the file to be made.

        Raises:
            DatasetError: the file cannot be opened or made.
        """
        if self._store is None and (make or self.store_path.exists()):
            self._store = SuggestionStore(self.store_path)
        return self._store

    @Slot()
    def begin_reading(self) -> None:
        """Read what every file holds as soon as what is shown is painted, the first time that this is called."""
        if not self._reading_begun:
            self._reading_begun = True
            self._start_timer.start()

    def read_all(self) -> None:
        """Read what every file holds; it comes in batches by :attr:`summaries_read`."""
        self._executor.submit(self._read, self._end_reading, self.failed.emit, key="read", owner=self)

    def refresh(self, name: str) -> None:
        """Read one image's file again, after it was saved."""
        self._executor.submit(
            lambda: self._index.summary(self.dataset.entry(name)),
            self._refreshed,
            self.failed.emit,
            key=f"summary {name}",
            owner=self,
        )

    def save_labels(self, label_list: LabelList) -> None:
        """Keep the labels that a person changed, and write them down."""
        self.label_list = label_list
        self._executor.submit(
            lambda: label_list.save(self.dataset), None, self.failed.emit, key="labels", owner=self, must_run=True
        )

    def make_plan(self) -> None:
        """Work out what a run would learn from now; it comes by :attr:`plan_changed`."""
        summaries = list(self.summaries.values())
        self._executor.submit(
            lambda: plan_of(self.dataset, summaries, self._index),
            self.plan_changed.emit,
            self.failed.emit,
            key="plan",
            owner=self,
        )

    def start_run(self, spec: "Spec") -> "RunFolder":
        """Make the split where it is missing, create the run and start or queue it; not on the main thread.

        Raises:
            AnnotrainError: the folder cannot be written, or the process not be started.
        """
        from core.training import queue  # not above: it would delay the window's start
        from core.training.start import new_run

        run = new_run(self.dataset, spec)
        queue.submit(run)
        return run

    @property
    def index(self) -> DatasetIndex:
        """What is known of every file; asked on a thread in the background."""
        return self._index

    @property
    def executor(self) -> Executor:
        """The project's thread."""
        return self._executor

    def close(self) -> None:
        """End the background work and close the files."""
        self._start_timer.stop()
        self._plan_timer.stop()
        self._executor.shutdown()
        if self._store is not None:
            self._store.close()
            self._store = None

    def _read(self) -> LabelList:
        """Read every summary, and return the labels with those in use; runs on the project's thread."""
        batch: list[ImageSummary] = []
        used: set[str] = set()
        for summary in self._index.summaries():
            if self._executor.closed:
                break
            used.update(summary.objects)
            batch.append(summary)
            if len(batch) == _BATCH:
                self.summaries_read.emit(batch)
                batch = []
        self.summaries_read.emit(batch)
        return LabelList.load(self.dataset, sorted(used))

    @Slot(object)
    def _keep(self, batch: list[ImageSummary]) -> None:
        """Keep what was read."""
        self.summaries.update((summary.name, summary) for summary in batch)

    def _end_reading(self, label_list: LabelList) -> None:
        """Say that everything was read."""
        self.is_read = True
        if label_list != self.label_list:
            self.label_list = label_list
            self.labels_found.emit(label_list)
        self.make_plan()

    def _refreshed(self, summary: ImageSummary) -> None:
        """Keep one image's new summary."""
        self.summaries[summary.name] = summary
        self.summary_changed.emit(summary)
        self._plan_timer.start()


def open_project(root: Path) -> tuple[Dataset, LabelList]:
    """Read the folder's listing and its label list; not on the main thread. What a crash left half moved comes home.

    Raises:
        DatasetError: the folder cannot be used.
    """
    dataset = Dataset.open(root)
    if (dataset.root / SET_ASIDE).is_dir() and _mended(dataset):
        dataset = Dataset.open(root)
    _ = dataset.entries.places, dataset.entries.folded  # made here, or the main thread would wait for them
    return dataset, LabelList.load(dataset, ())


def _mended(dataset: Dataset) -> bool:
    """Bring home images whose way was cut short; tell whether there were any."""
    from core.voc.setting_aside import mend  # not above: few datasets need it

    return bool(mend(dataset.root))
