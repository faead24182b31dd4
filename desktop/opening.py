"""Opening a folder, or making the sample project, in the background."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QFileDialog

from desktop.jobs.executor import Executor
from desktop.main_window import MainWindow
from desktop.project import open_project
from desktop.settings import Settings


class Opening(QObject):
    """Asks for folders, reads them, and hands over what was read. The newest wish wins."""

    opened = Signal(object, object)  # Dataset, LabelList
    failed = Signal(object)

    def __init__(self, window: MainWindow, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window = window
        self._settings = settings
        self._executor = Executor(self)
        start, actions = window.start_page, window.actions_by_name
        actions["open"].triggered.connect(self.ask_for_folder)
        actions["sample"].triggered.connect(self.ask_for_sample)
        start.open_asked.connect(self.ask_for_folder)
        start.sample_asked.connect(self.ask_for_sample)
        start.project_chosen.connect(self.open_folder)
        window.folder_dropped.connect(self.open_folder)
        self.show_recent()

    @Slot()
    def ask_for_folder(self) -> None:
        """Let a person choose a folder, and open it."""
        folder = QFileDialog.getExistingDirectory(self._window, "Open a folder of images", self._nearby())
        if folder:
            self.open_folder(Path(folder))

    @Slot()
    def ask_for_sample(self) -> None:
        """Let a person choose where the sample project goes, and make it."""
        folder = QFileDialog.getExistingDirectory(self._window, "Where to put the sample project", self._nearby())
        if folder:
            self.make_sample(Path(folder) / "annotrain-sample")

    def make_sample(self, folder: Path) -> None:
        """Draw the sample project into ``folder`` and open it; one that is there already is opened as it is."""
        if folder.exists():
            self.open_folder(folder)
            return
        self._say("Drawing 60 pictures of parts with scratches, dents and stains…")
        self._executor.submit(
            lambda: _draw_sample(folder),
            lambda _made: self.open_folder(folder),
            self._not_opened,
            key="open",
            owner=self,
        )

    @Slot(Path)
    def open_folder(self, root: Path) -> None:
        """Open the dataset in ``root``."""
        self._say(f"Opening {root.name}…")
        self._executor.submit(
            lambda: open_project(root), lambda read: self._opened(root, *read), self._not_opened, key="open", owner=self
        )

    def show_recent(self) -> None:
        """Show the projects that were opened last and are still there."""
        folders = [path for path in self._settings.recent_projects if path.is_dir()]
        self._window.set_recent(folders, self.open_folder)

    def shutdown(self) -> None:
        """End the thread."""
        self._executor.shutdown()

    def _opened(self, root: Path, dataset: object, label_list: object) -> None:
        """Hand over what was read."""
        self._window.start_page.set_busy()
        self._settings.remember_project(root.absolute())
        self.show_recent()
        self.opened.emit(dataset, label_list)

    def _not_opened(self, error: BaseException) -> None:
        """Say why nothing was opened."""
        self._window.start_page.set_busy()
        self.failed.emit(error)

    def _say(self, text: str) -> None:
        """Show that something is on its way, on the start page and in the status bar."""
        self._window.start_page.set_busy(text)
        self._window.show_message(text)

    def _nearby(self) -> str:
        """Return the folder at which a choice of folders begins."""
        recent = self._settings.recent_projects
        return str(recent[0].parent) if recent else str(Path.home())


def _draw_sample(folder: Path) -> None:
    """Draw the sample project."""
    from core import sample_project  # not above: it would delay the window's start

    sample_project.generate(folder)
