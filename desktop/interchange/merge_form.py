"""The form of a merging."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QListWidget, QPushButton, QVBoxLayout

from desktop.interchange.form import Form
from desktop.interchange.task import Task


def _tr(text: str) -> str:
    return QCoreApplication.translate("InterchangeForms", text)


class MergeForm(Form):
    """Several datasets, to become one project."""

    name = "merge"

    def __init__(self, sources: Sequence[Path] = ()) -> None:
        title = _tr("Merge datasets")
        claim = _tr(
            "Makes one new project of several datasets of any format. The same picture is taken once; another picture "
            "of the same name is renamed. Splits stay, labels are united."
        )
        super().__init__(title, claim, _tr("Merge"), _tr("Merge anyway"))
        self.list = QListWidget()
        self.list.setObjectName("sources_list")
        self.list.setAccessibleName(self.tr("Datasets"))
        self.list.setFixedHeight(110)
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        buttons = QVBoxLayout()
        for text, name, call in (
            (self.tr("Add folder…"), "add_folder_button", self._add_folder),
            (self.tr("Add zip…"), "add_zip_button", self._add_archive),
            (self.tr("Remove"), "remove_source_button", self._remove),
        ):
            button = QPushButton(text)
            button.setObjectName(name)
            button.setAutoDefault(False)
            button.clicked.connect(call)
            buttons.addWidget(button)
        buttons.addStretch(1)
        row = QHBoxLayout()
        row.addWidget(self.list, 1)
        row.addLayout(buttons)
        self.rows.addRow(self.tr("Datasets"), row)
        self.rows.addRow(self.tr("New folder"), self.target)
        self.rows.addRow("", self.link)
        for source in sources:
            self.add(source)

    @property
    def sources(self) -> tuple[Path, ...]:
        """The datasets in their order."""
        return tuple(Path(self.list.item(row).text()) for row in range(self.list.count()))

    def add(self, source: Path) -> None:
        """Add a dataset at the end."""
        if source not in self.sources:
            self.list.addItem(str(source))
        self._suggest_target(self.sources[0], "merged")
        self.changed.emit()

    def task(self) -> Task | None:
        """Return what was asked for; None while something is missing."""
        target = self.target.path
        if target is None or len(self.sources) < 2:
            return None
        return Task(sources=self.sources, target=target, link=self.link.isChecked())

    def missing(self) -> str:
        """Say what is still to be said."""
        return self.tr("Add at least two datasets.") if len(self.sources) < 2 else super().missing()

    def _add_folder(self) -> None:
        found = QFileDialog.getExistingDirectory(self, self.tr("Add a dataset"), self._nearby())
        if found:
            self.add(Path(found))

    def _add_archive(self) -> None:
        kinds = self.tr("Zip files (*.zip)")
        found, _ = QFileDialog.getOpenFileNames(self, self.tr("Add datasets"), self._nearby(), kinds)
        for path in found:
            self.add(Path(path))

    def _remove(self) -> None:
        for entry in self.list.selectedItems():
            self.list.takeItem(self.list.row(entry))
        self.changed.emit()

    def _nearby(self) -> str:
        return str(self.sources[-1].parent if self.sources else Path.home())
