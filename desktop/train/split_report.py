"""Which images of the split look alike: kept together on one side, or, in lists made by hand, on both."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from core.voc.image_sets import set_names
from desktop.jobs.bulk_job import BulkJob, Report, ShouldStop
from desktop.project import Project
from desktop.train.new_run import NewRun

if TYPE_CHECKING:
    from core.voc.splits import Split

_FEW = 2000
"""So many labelled images are compared unasked: some seconds, once, for what was found of a picture is kept."""
_NAMED = 4


class _Ended(Exception):  # noqa: N818  it is no error
    """The comparing is no longer wanted."""


class SplitReport(QObject):
    """Compares the pictures of the split in the background, and says below the form what came of it."""

    images_asked = Signal(object)  # tuple of names that look alike, on several sides
    failed = Signal(object)

    def __init__(self, form: NewRun, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._form = form
        self._project: Project | None = None
        self._job: BulkJob | None = None
        self._apart: tuple[str, ...] = ()
        form.alike.linkActivated.connect(lambda _link: self.images_asked.emit(self._apart))

    def set_project(self, project: Project | None) -> None:
        """Compare the pictures of another dataset, or of none."""
        self._end()
        self._project = project
        self._form.alike.hide()

    def shutdown(self) -> None:
        """End the work."""
        self.set_project(None)

    @Slot(str)
    def note_page(self, name: str) -> None:
        """Compare when the page is looked at, where there is a split already and it is not long work."""
        project = self._project
        if name != "train" or project is None or not project.is_read or len(project.dataset.entries) > _FEW:
            return
        if {"train", "val"} <= set(set_names(project.dataset)):
            self.compare()

    @Slot()
    def compare(self) -> None:
        """Compare the pictures of the split as it is now."""
        project = self._project
        if project is None:
            return
        self._end()
        dataset, summaries = project.dataset, tuple(project.summaries.values())

        def work(_report: Report, stop: ShouldStop) -> "Split | None":
            from core.voc.splits import compared_split  # not above: it would delay the window's start

            def end_if_asked(_done: int, _total: int) -> None:
                if stop():
                    raise _Ended

            try:
                return compared_split(dataset, summaries, report=end_if_asked)
            except _Ended:
                return None

        self._job = BulkJob(work, self)
        self._job.done.connect(self._show)
        self._job.failed.connect(self.failed)
        self._job.start()

    def _end(self) -> None:
        if self._job is not None:
            self._job.shutdown()
            self._job.deleteLater()
            self._job = None

    @Slot(object)
    def _show(self, split: "Split | None") -> None:
        """Say what was found; nothing where no two images look alike."""
        if split is None:
            return
        self._apart = tuple(name for group in split.apart for name in group)
        self._form.show_alike(self._words(split), problem=bool(split.apart))

    def _words(self, split: "Split") -> str:
        words = []
        if split.together:
            count = sum(map(len, split.together))
            words.append(self.tr("%n look-alike(s) are kept together, each group on one side.", "", count))
        if split.apart:
            named = ", ".join(self._apart[:_NAMED]) + (" …" if len(self._apart) > _NAMED else "")
            words.append(
                self.tr("Look alike, but lie on several sides: {names}. Figures on them flatter the model.").format(
                    names=named
                )
            )
            words.append(f'<a href="show">{self.tr("Show")}</a>')
        return " ".join(words)
