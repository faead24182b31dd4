"""What the page 'Review' asks for: reading the suggestions, and answering which of them fit."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from core.review.bulk import Backing, BulkSettings, Column, Criteria, Finder, Found, read_rows
from core.review.store import SuggestionStore, Verdict
from core.voc.dataset import Dataset
from core.voc.index import DatasetIndex
from desktop.annotate.page import AnnotatePage
from desktop.bulk.acting import Acting
from desktop.bulk.dialogs import BulkSettingsDialog
from desktop.bulk.page import BulkPage
from desktop.bulk.shown import Line, Shown
from desktop.jobs import long_lived
from desktop.jobs.executor import Executor
from desktop.project import Project

PAGE = "review"
_REST_MS = 400


@dataclass(frozen=True)
class _Read:
    """What was read, and the state of the files it was read from."""

    finder: Finder
    settings: BulkSettings
    stamp: tuple[object, ...]


class Reviewing(QObject):
    """Keeps one state of the suggestions in memory and puts the page's questions to it, on a thread of its own."""

    image_asked = Signal(str, int)  # name, number of the suggestion there or 0
    said = Signal(str)
    done = Signal(str, object)  # what was done, and a Callable that takes it back
    verdicts_given = Signal()
    failed = Signal(object)

    def __init__(
        self, page: BulkPage, annotate: AnnotatePage, acting: Acting, window: QWidget, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.page, self.acting = page, acting
        self._annotate, self._window = annotate, window
        self._project: Project | None = None
        self._store: SuggestionStore | None = None
        self._finder: Finder | None = None
        self._stamp: tuple[object, ...] | None = None
        self._reading = False
        self._executor = Executor(self)
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._read_if_changed)
        page.asked.connect(self._ask)
        page.opened.connect(self._open)
        page.filters.settings_asked.connect(self._ask_settings)
        acting.judged.connect(self._judged)
        for name in ("said", "done", "failed"):
            getattr(acting, name).connect(getattr(self, name))

    # -- where they come from --------------------------------------------------------------------------------------

    def set_project(self, project: Project | None) -> None:
        """Review the suggestions of another project, or of none."""
        self._executor.shutdown()
        self._executor = Executor(self)
        self._rest.stop()
        self._project = project
        self._finder, self._stamp, self._reading = None, None, False
        self.page.set_busy(False)  # what was under way has ended, and says nothing any more
        if self._store is not None:
            self._store.close()
        self._store = SuggestionStore(project.store_path) if project is not None else None
        self.acting.set_store(self._store, self._executor)
        self.page.gallery.set_source(project.dataset if project is not None else None, self._store)
        self.page.say(
            self.tr("Reading the suggestions…")
            if project is not None
            else self.tr("Open a folder to review what models suggest.")
        )
        if project is not None and self.page.isVisible():
            self._read_if_changed()

    @Slot(str)
    def note_page(self, name: str) -> None:
        """Read what has changed when the page is shown."""
        if name == PAGE:
            self._read_if_changed()

    @Slot()
    def note_change(self, *_what: object) -> None:
        """Note that files or suggestions may be others; they are read again if the page is looked at."""
        if self.page.isVisible():
            self._rest.start()

    def shutdown(self) -> None:
        """End the threads."""
        self._executor.shutdown()
        self.page.gallery.crops.shutdown()
        if self._store is not None:
            self._store.close()

    @Slot()
    def _read_if_changed(self) -> None:
        project, store, known = self._project, self._store, self._stamp
        if project is None or store is None:
            return
        if self._reading:
            self._rest.start()  # it may have begun before what has changed
            return
        self._reading = True
        executor = self._executor
        self._annotate.save_now()
        executor.submit(
            lambda: _read(project.dataset, project.index, store, known, lambda: executor.closed),
            self._take, self._not_read, owner=self,
        )  # fmt: skip

    def _take(self, read: _Read | None) -> None:
        """Show what was read; None: nothing has changed."""
        self._reading = False
        project = self._project
        if read is None or project is None:
            return
        if self._stamp is None:  # not each time, for rings of objects would gather
            long_lived.keep()
        self._stamp, self._finder = read.stamp, read.finder
        tags = sorted(_tags(read.finder))
        self.page.filters.set_settings(read.settings)
        self.page.filters.offer(read.finder.rows.labels, read.finder.rows.models, tags)
        self.page.set_colors(lambda label: project.label_list.color_of(label))
        self._ask()

    def _not_read(self, error: BaseException) -> None:
        self._reading = False
        self.page.say(self.tr("The suggestions cannot be read."))
        self.failed.emit(error)

    # -- asking ----------------------------------------------------------------------------------------------------

    @Slot()
    def _ask(self) -> None:
        """Have the page's question answered; only the newest counts."""
        finder = self._finder
        if finder is None:
            return
        if not len(finder.rows):
            self.page.say(
                self.tr("No model has suggested anything yet.\n"
                        "Pre-label images on the page Annotate, and review here what was found.")
            )  # fmt: skip
            return
        criteria, (column, descending) = self.page.criteria, self.page.order
        self._executor.submit(
            lambda: _answer(finder, criteria, column, descending=descending),
            self._show, self.failed.emit, key="ask", owner=self,
        )  # fmt: skip

    def _show(self, answer: tuple[Shown, Found]) -> None:
        shown, found = answer
        if shown.finder is self._finder:
            self.page.show_found(shown, found.spread.tolist(), found.left)

    @Slot(object)
    def _open(self, line: Line) -> None:
        self.image_asked.emit(line.image, line.suggestion)

    # -- what follows ----------------------------------------------------------------------------------------------

    def _judged(self, verdicts: Mapping[int, Verdict]) -> None:
        """Go on with verdicts that no file holds, without reading everything again."""
        finder = self._finder
        if finder is None:
            return
        self._executor.submit(
            lambda: finder.with_verdicts(verdicts), self._replace,
            lambda error: (self.page.set_busy(False), self.failed.emit(error)), owner=self, must_run=True,
        )  # fmt: skip

    def _replace(self, finder: Finder) -> None:
        """Go on with other verdicts."""
        self._finder = finder
        self.page.set_busy(False)
        self._ask()
        self.verdicts_given.emit()

    def _ask_settings(self) -> None:
        project = self._project
        if project is not None:
            BulkSettingsDialog(self.page.filters.settings, self._keep_settings, self._window).open()

    def _keep_settings(self, settings: BulkSettings) -> None:
        project = self._project
        if project is not None:
            self._stamp = None  # what rests on staged images is counted anew
            self._executor.submit(lambda: settings.save(project.dataset), None, self.failed.emit, must_run=True)
            self._read_if_changed()


def _read(
    dataset: Dataset, index: DatasetIndex, store: SuggestionStore, known: tuple[object, ...] | None,
    should_stop: Callable[[], bool],
) -> _Read | None:  # fmt: skip
    """Read everything, unless the files are as they were; not on the main thread."""
    stamp = _stamp(dataset, store)
    if stamp == known:
        return None
    settings = BulkSettings.load(dataset)
    rows = read_rows(dataset, store, should_stop)
    return _Read(Finder(rows, Backing.of(index, settings.marks)), settings, stamp)


def _stamp(dataset: Dataset, store: SuggestionStore) -> tuple[object, ...]:
    """Return what changes with the suggestions and with what the index knows of the images."""
    names = (store.path, dataset.program_folder / "index.sqlite", dataset.program_folder / "bulk.json")
    files = [path.with_name(path.name + end) for path in names for end in ("", "-wal")]
    return tuple((at.st_mtime_ns, at.st_size) if file.exists() and (at := file.stat()) else None for file in files)


def _answer(finder: Finder, criteria: Criteria, column: Column, *, descending: bool) -> tuple[Shown, Found]:
    """Return the rows with what can be done with them; not on the main thread."""
    found = finder.find(criteria, column, descending=descending)
    return Shown(finder, found.rows), found


def _tags(finder: Finder) -> set[str]:
    """Return the tags that images have."""
    return {tag for tags in finder.backing.tags.values() for tag in tags}
