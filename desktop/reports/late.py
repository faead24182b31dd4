"""The place of the page of reports."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.late_page import LatePage, PageWork
from desktop.project import Project
from desktop.reports.retraining import Retraining


class Reports(LatePage):
    """Watches whether it is time to train again, with the page or without it."""

    PAGE = "reports"
    STANDS_ON = ("desktop.reports.reporting",)
    PASSED_ON = ("image_asked", "said", "failed")

    image_asked = Signal(str)
    said = Signal(str)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.retraining = Retraining(self)
        self.retraining.failed.connect(self.failed)

    def set_project(self, project: Project | None) -> None:
        """Report on another project, or on none."""
        self.retraining.set_project(project)
        super().set_project(project)

    def shutdown(self) -> None:
        """End the threads."""
        super().shutdown()
        self.retraining.shutdown()

    def make(self) -> tuple[QWidget, PageWork]:
        """Return the page and what reports for it."""
        from desktop.reports.page import ReportsPage
        from desktop.reports.reporting import Reporting

        page = ReportsPage()
        return page, Reporting(page, self.retraining, self)
