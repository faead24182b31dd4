"""The form of an import."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication

from desktop.interchange.form import SourceForm, format_box
from desktop.interchange.task import Task


def _tr(text: str) -> str:
    return QCoreApplication.translate("InterchangeForms", text)


class ImportForm(SourceForm):
    """A folder or zip file of any format, to become a project."""

    name = "import"

    def __init__(self, source: Path | None = None) -> None:
        title = _tr("Import a dataset")
        claim = _tr("Makes a new project of a COCO, YOLO, labelme or Pascal VOC dataset. The source is only read.")
        super().__init__(title, claim, _tr("Import"), _tr("Import anyway"))
        self.format = format_box("source_format_box")
        self.format.insertItem(0, self.tr("Found out by itself"), None)
        self.format.setCurrentIndex(0)
        self.rows.addRow(self.tr("From"), self.source)
        self.rows.addRow(self.tr("Format"), self.format)
        self.rows.addRow(self.tr("New folder"), self.target)
        self.rows.addRow("", self.link)
        self.format.currentIndexChanged.connect(self.changed)
        self.source.set_path(source)

    def task(self) -> Task | None:
        """Return what was asked for; None while something is missing."""
        if self.ends is None:
            return None
        source, target = self.ends
        return Task(
            sources=(source,), target=target, source_format=self.format.currentData(), link=self.link.isChecked()
        )

    def _ending(self) -> str:
        return "imported"
