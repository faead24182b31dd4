"""A field for a folder or a zip file, with a button that looks for one."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QPushButton, QWidget

from desktop import theme


class PathRow(QWidget):
    """One path: typed, chosen, or dropped here. With ``archives`` a zip file may be chosen as well."""

    changed = Signal()

    def __init__(self, name: str, title: str, *, archives: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = title
        self.setAcceptDrops(True)
        self.field = QLineEdit()
        self.field.setObjectName(f"{name}_field")
        self.field.setAccessibleName(title)
        self.field.textChanged.connect(self.changed)
        self.field.setAcceptDrops(False)  # the row takes what is dropped
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.SPACE // 2)
        row.addWidget(self.field, 1)
        row.addWidget(self._button(self.tr("Folder…"), f"{name}_folder_button", self._ask_for_folder))
        if archives:
            row.addWidget(self._button(self.tr("Zip…"), f"{name}_zip_button", self._ask_for_archive))

    @property
    def path(self) -> Path | None:
        """The path; None while nothing stands there."""
        text = self.field.text().strip()
        return Path(text).expanduser() if text else None

    def set_path(self, path: Path | None) -> None:
        """Put a path there."""
        self.field.setText("" if path is None else str(path))

    def _button(self, text: str, name: str, call: Callable[[], None]) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        button.setAutoDefault(False)
        button.clicked.connect(call)
        return button

    def _ask_for_folder(self) -> None:
        """Let a person choose a folder."""
        found = QFileDialog.getExistingDirectory(self, self._title, self._nearby())
        if found:
            self.set_path(Path(found))

    def _ask_for_archive(self) -> None:
        """Let a person choose a zip file."""
        found, _ = QFileDialog.getOpenFileName(self, self._title, self._nearby(), self.tr("Zip files (*.zip)"))
        if found:
            self.set_path(Path(found))

    def _nearby(self) -> str:
        """Return the nearest folder that is there."""
        path = self.path
        around = [] if path is None else [path, *path.parents]
        return str(next((place for place in around if place.is_dir()), Path.home()))

    # -- Qt's events -----------------------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and folders."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Put the path there that was dropped."""
        for url in event.mimeData().urls():
            if url.isLocalFile():
                event.acceptProposedAction()
                self.set_path(Path(url.toLocalFile()))
                return
