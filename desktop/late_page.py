"""The place of a page that is built when it is first looked at, so that no start of the program waits for it."""

from abc import abstractmethod
from typing import Any, ClassVar, Protocol

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.jobs.executor import Executor
from desktop.jobs.late_import import import_late
from desktop.keyboard_focus import first_field
from desktop.project import Project


class PageWork(Protocol):
    """What works behind a page."""

    def set_project(self, project: Project | None) -> None:
        """Work on another project, or on none."""

    def note_page(self, name: str) -> None:
        """Note which page is shown."""

    def shutdown(self) -> None:
        """End threads and processes."""


class LatePage(QObject):
    """Keeps what the page has to know until there is one.

    ``PAGE`` is its name, ``STANDS_ON`` the modules that are imported in the background first, ``PASSED_ON`` the signals
    of the work that are signals of this as well. ``place`` is the widget that the page comes into; ``page`` and
    ``work`` are None until it is there.
    """

    PAGE: ClassVar[str]
    STANDS_ON: ClassVar[tuple[str, ...]]
    PASSED_ON: ClassVar[tuple[str, ...]]

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.place = QWidget()
        layout = QVBoxLayout(self.place)
        layout.setContentsMargins(0, 0, 0, 0)
        self.page: Any = None
        self.work: Any = None
        self._project: Project | None = None
        self._wanted = False
        self._executor = Executor(self)

    def set_project(self, project: Project | None) -> None:
        """Work on another project, or on none."""
        self._project = project
        if self.work is not None:
            self.work.set_project(project)

    @Slot(str)
    def note_page(self, name: str) -> None:
        """Build the page where it is wanted for the first time."""
        if self.work is not None:
            self.work.note_page(name)
        elif name == self.PAGE:
            self.want()

    def want(self) -> None:
        """Begin to build the page, once."""
        if not self._wanted:
            self._wanted = True
            import_late(self.STANDS_ON, self._executor, self._build, self)

    def shutdown(self) -> None:
        """End threads and processes."""
        self._executor.shutdown()
        if self.work is not None:
            self.work.shutdown()

    @abstractmethod
    def make(self) -> tuple[QWidget, PageWork]:
        """Return the page and what works behind it; all that they stand on is loaded now."""

    def _build(self) -> None:
        self.page, self.work = self.make()
        self.place.layout().addWidget(self.page)
        for name in self.PASSED_ON:
            getattr(self.work, name).connect(getattr(self, name))
        self.work.set_project(self._project)
        self.built()
        if self.place.isVisible():
            self.work.note_page(self.PAGE)
        if self.place.hasFocus():
            first_field(self.page).setFocus()

    def built(self) -> None:
        """Tell the work what else is known; it has the project."""
