"""The form of a resizing."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox

from desktop.interchange.form import SourceForm
from desktop.interchange.task import Task
from desktop.number_fields import WholeField


def _tr(text: str) -> str:
    return QCoreApplication.translate("InterchangeForms", text)


class ResizeForm(SourceForm):
    """A dataset with smaller pictures."""

    name = "resize"

    def __init__(self, source: Path | None = None) -> None:
        title = _tr("Resize a dataset")
        claim = _tr(
            "Makes a new project with smaller images; boxes, polygons, paths and masks are made smaller with them. The "
            "source is only read. Images that fit already are copied as they are."
        )
        super().__init__(title, claim, _tr("Resize"), _tr("Resize anyway"))
        self.longest = WholeField()
        self.longest.setObjectName("longest_box")
        self.longest.setRange(16, 32_000)
        self.longest.setSingleStep(64)
        self.longest.setValue(1024)
        self.longest.setSuffix(self.tr(" px"))
        self.quality = WholeField()
        self.quality.setObjectName("quality_box")
        self.quality.setRange(1, 100)
        self.quality.setValue(92)
        self.enlarge = QCheckBox(self.tr("Make smaller images larger as well"))
        self.enlarge.setObjectName("enlarge_box")
        for text, field in (
            (self.tr("From"), self.source), (self.tr("Longest side"), self.longest),
            (self.tr("JPEG quality"), self.quality), ("", self.enlarge), (self.tr("New folder"), self.target),
        ):  # fmt: skip
            self.rows.addRow(text, field)
        self.longest.valueChanged.connect(self._source_changed)
        self.enlarge.toggled.connect(self.changed)
        self.quality.valueChanged.connect(self.changed)
        self.source.set_path(source)

    def task(self) -> Task | None:
        """Return what was asked for; None while something is missing."""
        if self.ends is None:
            return None
        source, target = self.ends
        return Task(
            sources=(source,), target=target, longest=self.longest.value(), quality=self.quality.value(),
            enlarge=self.enlarge.isChecked(),
        )  # fmt: skip

    def _ending(self) -> str:
        return str(self.longest.value())
