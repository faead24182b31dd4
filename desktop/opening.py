"""Opening a folder or a zip file, or making the sample project, in the background."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QFileDialog

from core.archives import is_archive
from core.errors import DatasetError
from core.files import why_not_writable
from core.images.formats import IMAGE_SUFFIXES
from desktop.jobs.executor import Executor
from desktop.main_window import MainWindow
from desktop.project import open_project
from desktop.settings import Settings

if TYPE_CHECKING:
    from core.errors import AnnotrainError
    from core.voc.dataset import Dataset
    from core.voc.label_list import LabelList

_SIGNS = ("annotations", "labels", "data.yaml", "train", "images", "_annotations.coco.json")


@dataclass(frozen=True)
class _Opened:
    """What was read: the dataset, its labels, the folders that it lay too deep in, what an archive left out."""

    given: Path
    dataset: Dataset
    labels: LabelList
    too_deep: tuple[str, ...] = ()
    problems: tuple[AnnotrainError, ...] = ()


class Opening(QObject):
    """Asks for folders, reads them, and hands over what was read. The newest wish wins."""

    opened = Signal(object, object)  # Dataset, LabelList
    failed = Signal(object)
    too_deep = Signal(str, object)  # the name of what was given, and the folders down to the dataset
    left_out = Signal(object)  # tuple[AnnotrainError, ...]: what an archive held that was not unpacked
    locked_found = Signal(Path, str)  # a folder that cannot be written, and why
    foreign_found = Signal(Path, str)  # a folder that holds another format's annotations, and the format's title

    def __init__(self, window: MainWindow, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window = window
        self._settings = settings
        self._executor = Executor(self)
        start, actions = window.start_page, window.actions_by_name
        actions["open"].triggered.connect(self.ask_for_folder)
        actions["open_zip"].triggered.connect(self.ask_for_archive)
        actions["sample"].triggered.connect(self.ask_for_sample)
        start.open_asked.connect(self.ask_for_folder)
        start.sample_asked.connect(self.ask_for_sample)
        start.project_chosen.connect(self.open_folder)
        window.folder_dropped.connect(self.open_folder)
        self.show_recent()

    @property
    def busy(self) -> bool:
        """Tell whether something is being read."""
        return self._executor.busy

    @Slot()
    def ask_for_folder(self) -> None:
        """Let a person choose a folder, and open it."""
        folder = QFileDialog.getExistingDirectory(self._window, self.tr("Open a folder of images"), self._nearby())
        if folder:
            self.open_folder(Path(folder))

    @Slot()
    def ask_for_archive(self) -> None:
        """Let a person choose a zip file, and open it."""
        kinds = self.tr("Zip files (*.zip)")
        found, _ = QFileDialog.getOpenFileName(self._window, self.tr("Open a zip file"), self._nearby(), kinds)
        if found:
            self.open_folder(Path(found))

    @Slot()
    def ask_for_sample(self) -> None:
        """Let a person choose where the sample project goes, and make it."""
        title = self.tr("Where to put the sample project")
        folder = QFileDialog.getExistingDirectory(self._window, title, self._nearby())
        if folder:
            self.make_sample(Path(folder) / "annotrain-sample")

    def make_sample(self, folder: Path) -> None:
        """Draw the sample project into ``folder`` and open it; one that is there already is opened as it is."""
        if folder.exists():
            self.open_folder(folder)
            return
        self._say(self.tr("Drawing 60 pictures of parts with scratches, dents and stains…"))
        self._executor.submit(
            lambda: _generate(folder),
            lambda _made: self.open_folder(folder),
            self._not_opened,
            key="open",
            owner=self,
        )

    @Slot(Path)
    def open_folder(self, root: Path) -> None:
        """Open the dataset in the folder ``root``, or in the zip file, which is unpacked beside itself once."""
        words = self.tr("Unpacking {name}…") if is_archive(root) else self.tr("Opening {name}…")
        self._say(words.format(name=root.name))
        self._executor.submit(lambda: _read(root), self._opened, self._not_opened, key="open", owner=self)

    def show_recent(self) -> None:
        """Show the projects that were opened last and are still there."""
        folders = [path for path in self._settings.recent_projects if path.is_dir()]
        self._window.set_recent(folders, self.open_folder)

    def shutdown(self) -> None:
        """End the thread."""
        self._executor.shutdown()

    def _opened(self, read: _Opened) -> None:
        """Hand over what was read, and say what is odd about it."""
        root = read.dataset.root
        self._window.start_page.set_busy()
        self._settings.remember_project(root.absolute())
        self.show_recent()
        self.opened.emit(read.dataset, read.labels)
        if read.too_deep:
            self.too_deep.emit(read.given.name, read.too_deep)
        if read.problems:
            self.left_out.emit(read.problems)
        self._executor.submit(
            lambda: _foreign_format(read.dataset),
            lambda title: self.foreign_found.emit(root, title) if title else None,
            self.failed.emit,
            key="foreign",
            owner=self,
        )
        self._executor.submit(
            lambda: _why_locked(read.dataset),
            lambda reason: self.locked_found.emit(root, reason) if reason else None,
            self.failed.emit,
            key="locked",
            owner=self,
        )

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


def _generate(folder: Path) -> None:
    """Draw the sample project; what draws it is imported only now."""
    from core import sample_project

    sample_project.generate(folder)


def _read(given: Path) -> _Opened:
    """Read a folder or a zip file; not on the main thread.

    Raises:
        DatasetError: the folder cannot be used.
        ArchiveError: the zip file cannot be unpacked, or must not be.
    """
    problems: tuple[AnnotrainError, ...] = ()
    root = given
    if is_archive(given) and not given.is_dir():
        from core.voc.interchange.unpacking import unpacked_beside

        root, problems = unpacked_beside(given)
    try:
        root, way = _settled(root)
    except OSError as error:
        raise DatasetError(f"{error.filename}: cannot be read ({error.strerror}): allow it.") from error
    return _Opened(given, *open_project(root), way, problems)


def _settled(root: Path) -> tuple[Path, tuple[str, ...]]:
    """Return the folder of the dataset in ``root``, and the folders on the way to it."""
    if not root.is_dir() or (root / "JPEGImages").is_dir() or _holds_images(root):
        return root, ()
    from core.voc.interchange.source import settled

    return settled(root, any_format=False)


def _holds_images(folder: Path) -> bool:
    """Tell whether there are images in the folder itself; looks no further than the first."""
    with os.scandir(folder) as entries:
        return any(Path(entry.name).suffix.lower() in IMAGE_SUFFIXES for entry in entries)


def _why_locked(dataset: Dataset) -> str:
    """Return why the dataset's files cannot be written; "" where they can."""
    folders = (dataset.root, dataset.annotations_folder, dataset.program_folder)
    return next(filter(None, (why_not_writable(folder) for folder in folders if folder.is_dir())), "")


def _foreign_format(dataset: Dataset) -> str:
    """Return the title of another format whose annotations lie in a folder without ours; "" where there are none."""
    root, first = dataset.root, dataset.entries[0].path
    if (root / "JPEGImages").is_dir() or dataset.annotations_folder.is_dir():
        return ""
    signs = [first.with_suffix(".json"), first.with_suffix(".txt"), *(root / name for name in _SIGNS)]
    beside = first.parent.glob("*.json")
    if not any(sign.exists() for sign in signs) and next(beside, None) is None:
        return ""
    from core.voc.interchange.formats import VOC, recognised

    found = recognised(root)
    return "" if found is VOC else found.title
