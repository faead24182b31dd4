"""The place of the page of reports, which is built when it is first looked at, so that no start waits for it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.jobs.executor import Executor
from desktop.jobs.late_import import import_late
from desktop.project import Project
from desktop.reports.retraining import Retraining

if TYPE_CHECKING:
    from desktop.reports.page import ReportsPage
    from desktop.reports.reporting import Reporting

PAGE = "reports"
_STANDS_ON = ("desktop.reports.reporting",)


class Reports(QObject):
    """Keeps what the page has to know until there is one, and passes on what it says."""

    image_asked = Signal(str)
    said = Signal(str)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.place = QWidget()
        layout = QVBoxLayout(self.place)
        layout.setContentsMargins(0, 0, 0, 0)
        self.retraining = Retraining(self)
        self.retraining.failed.connect(self.failed)
        self.page: ReportsPage | None = None
        self.work: Reporting | None = None
        self._project: Project | None = None
        self._wanted = False
        self._executor = Executor(self)

    def set_project(self, project: Project | None) -> None:
        """Report on another project, or on none."""
        self._project = project
        self.retraining.set_project(project)
        if self.work is not None:
            self.work.set_project(project)

    @Slot(str)
    def note_page(self, name: str) -> None:
        """Build the page where it is wanted for the first time."""
        if self.work is not None:
            self.work.note_page(name)
        elif name == PAGE and not self._wanted:
            self._wanted = True
            import_late(_STANDS_ON, self._executor, self._build, self)

    def shutdown(self) -> None:
        """End the threads."""
        self._executor.shutdown()
        if self.work is not None:
            self.work.shutdown()
        self.retraining.shutdown()

    def _build(self) -> None:
        """Build the page, now that all that it stands on is loaded."""
        from desktop.reports.page import ReportsPage
        from desktop.reports.reporting import Reporting

        self.page = ReportsPage()
        self.place.layout().addWidget(self.page)
        work = self.work = Reporting(self.page, self.retraining, self)
        for name in ("image_asked", "said", "failed"):
            getattr(work, name).connect(getattr(self, name))
        work.set_project(self._project)
        if self.place.isVisible():
            work.note_page(PAGE)
