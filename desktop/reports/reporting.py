"""Connects the page of reports to the open project: makes reports in the background."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from PySide6.QtCore import QLocale, QObject, Signal, Slot
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog

from core.errors import ImageFileError
from core.files import write_atomic
from core.images import read_thumbnail
from core.review.drift.checking import Checked
from core.review.drift.values import Level
from core.review.reporting import Report, report_of
from core.review.reporting.page import as_html
from core.review.reporting.pictures import small_pictures
from core.review.store import SuggestionStore
from core.voc.dataset import Dataset
from desktop.jobs.executor import Executor
from desktop.language import resolved
from desktop.project import Project
from desktop.reports.drift_card import PICTURE, SHOWN
from desktop.reports.page import ReportsPage
from desktop.reports.retraining import Retraining, Standing
from desktop.reports.words import say

PAGE = "reports"


class Reporting(QObject):
    """Does what the page asks for; reports and pictures are made on a thread of its own."""

    image_asked = Signal(str)
    said = Signal(str)
    failed = Signal(object)

    def __init__(self, page: ReportsPage, retraining: Retraining, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._page, self._retraining = page, retraining
        self._project: Project | None = None
        self.report: Report | None = None
        self._shown: Checked | None = None
        self._has_model = False
        self._executor = Executor(self)
        page.save_asked.connect(self._ask_file)
        page.drift.check_asked.connect(retraining.check_drift)
        page.drift.cancel_asked.connect(retraining.drift_check.cancel)
        retraining.drift_check.progress.connect(page.drift.show_progress)
        retraining.drift_check.working.connect(page.drift.set_working)
        page.drift.set_working(retraining.drift_check.is_working)
        page.drift.image_asked.connect(self.image_asked)
        page.retraining.rules_changed.connect(retraining.set_rules)
        page.retraining.run_asked.connect(retraining.ask_run)
        retraining.known.connect(self._show_standing)

    def set_project(self, project: Project | None) -> None:
        """Report on another project, or on none."""
        self._project, self.report = project, None
        self._shown, self._has_model = None, False
        self._page.show_report(None)
        self._page.drift.show_check(None, has_model=False)
        self._page.retraining.forget()
        self._page.retraining.show_due(None)
        if project is None:
            self._page.say(self.tr("Open a folder to see what its models brought."))

    @Slot(str)
    def note_page(self, name: str) -> None:
        """Make the report anew when the page is looked at."""
        if name == PAGE and self._project is not None:
            self.make()
            self._retraining.think()

    def make(self) -> None:
        """Read the review log."""
        project = self._project
        if project is not None:
            self._executor.submit(
                lambda: _report(project.name, project.dataset), lambda report: self._take(report, project),
                self._not_made, key="report", owner=self,
            )  # fmt: skip

    def write(self, target: Path) -> None:
        """Write the report as one HTML file."""
        project, report, checked = self._project, self.report, self._shown
        if project is not None and report is not None:
            self._executor.submit(
                lambda: _write(target, project.dataset, report, checked),
                lambda _done: self.said.emit(self.tr("Saved {file}.").format(file=target.name)),
                self.failed.emit,
                owner=self,
                must_run=True,
            )

    def shutdown(self) -> None:
        """End the thread."""
        self._executor.shutdown()

    # -- inside ----------------------------------------------------------------------------------------------------

    def _take(self, report: Report, project: Project) -> None:
        if project is self._project:
            self.report = report
            self._page.show_report(report)

    def _not_made(self, error: BaseException) -> None:
        if self.report is None:
            self._page.say(self.tr("The review log cannot be read."))
        self.failed.emit(error)

    @Slot(object)
    def _show_standing(self, standing: Standing) -> None:
        self._page.retraining.show_rules(standing.rules)
        self._page.retraining.show_due(standing.due)
        has_model = standing.folder is not None
        if (standing.checked, has_model) != (self._shown, self._has_model):
            self._shown, self._has_model = standing.checked, has_model
            self._show_check()

    def _show_check(self) -> None:
        checked, project = self._shown, self._project
        self._page.drift.show_check(checked, has_model=self._has_model)
        if checked is not None and project is not None and checked.drift.level in _ODD:
            names = [odd.image for odd in checked.drift.odd]
            self._executor.submit(
                lambda: _pictures(project.dataset, names),
                lambda pictures: self._page.drift.show_pictures(pictures) if checked is self._shown else None,
                self.failed.emit, key="pictures", owner=self,
            )  # fmt: skip

    @Slot()
    def _ask_file(self) -> None:
        if self._project is None:
            return
        proposed = self.tr("{project} report.html").format(project=self._project.name)
        chosen, _kind = QFileDialog.getSaveFileName(
            self._page, self.tr("Save the report"), proposed, self.tr("HTML files (*.html)")
        )
        if chosen:
            self.write(Path(chosen if chosen.lower().endswith(".html") else f"{chosen}.html"))


_ODD = (Level.DRIFT, Level.UNEVEN)


def _report(name: str, dataset: Dataset) -> Report:
    store = SuggestionStore.of(dataset)
    try:
        return report_of(name, store)
    finally:
        store.close()


def _pictures(dataset: Dataset, names: Sequence[str]) -> list[tuple[str, QImage]]:
    """Return small pictures of the first images that can be read; runs in the background."""
    found: list[tuple[str, QImage]] = []
    for name in names:
        if len(found) < SHOWN and name in dataset:
            try:
                pixels = np.ascontiguousarray(read_thumbnail(dataset.entry(name).path, 2 * PICTURE.width()))
            except ImageFileError:
                continue
            height, width = pixels.shape[:2]
            image = QImage(pixels.data, width, height, 3 * width, QImage.Format.Format_RGB888)
            found.append((name, image.copy()))  # the pixels go with this function
    return found


def _write(target: Path, dataset: Dataset, report: Report, checked: Checked | None) -> None:
    """Write the page; runs in the background."""
    names = [odd.image for odd in checked.drift.odd] if checked is not None and checked.drift.level in _ODD else []
    language = resolved(QLocale().name()[:2])
    page = as_html(report, checked=checked, pictures=small_pictures(dataset, names), language=language, say=say)
    write_atomic(target, page.encode())
