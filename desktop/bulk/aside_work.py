"""Setting images aside and bringing them back, in the background, with one undo."""

from collections.abc import Callable, Collection, Mapping
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from core.voc.setting_aside import AsideResult, Report, bring_back, set_aside
from desktop.annotate.page import AnnotatePage
from desktop.dataset.shown_job import ShownJob
from desktop.error_words import words_of
from desktop.jobs.progress import counting
from desktop.project import Project

_MANY = 40


class AsideWork(QObject):
    """Moves images; afterwards the dataset is read anew, and what was done can be taken back."""

    reopen_asked = Signal(object)  # Path
    done = Signal(str, object)  # what was done, and a Callable that takes it back
    ended = Signal()  # no image is being moved any more
    said = Signal(str)
    warned = Signal(str)
    failed = Signal(object)

    def __init__(self, page: AnnotatePage, window: QWidget, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._page = page
        self._project: Project | None = None
        self._job = ShownJob(window, self)
        self._job.ended.connect(self.ended)
        self._news: tuple[Path, Callable[[], None]] | None = None

    @property
    def busy(self) -> bool:
        """Tell whether images are being moved."""
        return self._job.busy

    def set_project(self, project: Project | None) -> None:
        """Work on another project; where it is the one that was read anew, say what was done to it."""
        self._job.end()
        self._project = project
        if project is not None and self._news is not None:
            root, tell = self._news
            self._news = None
            if project.dataset.root == root:
                tell()

    def shutdown(self) -> None:
        """Wait for what is under way."""
        self._job.end()

    def set_aside(self, names: Collection[str], text: str) -> None:
        """Move these images away; ``text`` says why, for who looks later."""
        project = self._project
        if project is None or self._job.busy or not self._page.save_now():
            return
        dataset = project.dataset
        self._job.begin(
            lambda report, stop: set_aside(dataset, names, text, report=counting(report), should_stop=stop),
            self._gone,
            self.failed.emit,
            self.tr("Setting aside…"),
            many=len(names) > _MANY,
        )

    def bring_back(self, folder: Path) -> None:
        """Bring back all that was set aside at one time."""
        self.bring_back_all({folder: None})

    def bring_back_all(self, wanted: Mapping[Path, Collection[str] | None]) -> None:
        """Bring images back from these folders: those named, or (None) all."""
        project = self._project
        if project is None or self._job.busy or not self._page.save_now():
            return
        root = project.dataset.root
        self._job.begin(
            lambda report, _stop: _brought_back(root, wanted, counting(report)),
            self._returned,
            self.failed.emit,
            self.tr("Bringing back…"),
            many=any(names is None or len(names) > _MANY for names in wanted.values()),
            can_cancel=False,
        )

    def _gone(self, result: AsideResult) -> None:
        folder = result.folder
        if result.cancelled:
            self.said.emit(self.tr("Cancelled: everything is as it was."))
        if folder is not None:
            count = len(result.images)
            words = self.tr("%n image(s) set aside; they lie in {folder}.", "", count)
            words = words.format(folder=f"{folder.parent.name}/{folder.name}")
            self._read_anew(result, lambda: self.done.emit(words, lambda: self.bring_back(folder)))
        else:
            self._warn(result)

    def _returned(self, result: AsideResult) -> None:
        words = self.tr("%n image(s) brought back.", "", len(result.images))
        self._read_anew(result, lambda: self.said.emit(words))

    def _read_anew(self, result: AsideResult, tell: Callable[[], None]) -> None:
        """Have the dataset read anew, and say then what was done."""
        if self._project is None:
            return
        root = self._project.dataset.root
        self._news = root, lambda: (tell(), self._warn(result))
        self.reopen_asked.emit(root)

    def _warn(self, result: AsideResult) -> None:
        if result.problems:
            left = self.tr("%n image(s) left alone; the first:", "", len(result.problems))
            self.warned.emit(f"{left} {words_of(result.problems[0])}")


def _brought_back(root: Path, wanted: Mapping[Path, Collection[str] | None], report: Report) -> AsideResult:
    """Bring back from one folder after the other; return what came of all of it."""
    results = [bring_back(root, folder, names, report=report) for folder, names in wanted.items()]
    return AsideResult(
        folder=None,
        images=tuple(name for result in results for name in result.images),
        problems=tuple(problem for result in results for problem in result.problems),
    )
