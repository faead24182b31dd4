"""The form of an export."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QComboBox

from desktop import theme
from desktop.interchange.form import Form, format_box
from desktop.interchange.task import Seen, Task
from desktop.interchange.words import format_notes
from desktop.number_fields import WholeField


def _tr(text: str) -> str:
    return QCoreApplication.translate("InterchangeForms", text)


class ExportForm(Form):
    """The open project in another format."""

    name = "export"

    def __init__(self, source: Path) -> None:
        title = _tr("Export the dataset")
        claim = _tr("Writes the open project in another program's format into a new folder.")
        super().__init__(title, claim, _tr("Export"), _tr("Export anyway"))
        self._source = source
        self.format = format_box("target_format_box")
        self.note = theme.note()
        self.note.setMinimumWidth(480)
        self.split = QComboBox()
        self.split.setObjectName("split_box")
        self.split.addItem(self.tr("All images"), None)
        self.border = WholeField()
        self.border.setObjectName("border_box")
        self.border.setRange(0, 21)
        self.border.setValue(5)
        self.border.setSuffix(self.tr(" px"))
        self.border.setSpecialValueText(self.tr("none"))
        self.convention = QComboBox()
        self.convention.setObjectName("convention_box")
        self.convention.addItem(self.tr("Counted from 1, as the devkit"), False)
        self.convention.addItem(self.tr("Counted from 0, as labelImg"), True)
        self.unlabelled = QCheckBox(self.tr("Images without annotation too, as images without objects"))
        self.unlabelled.setObjectName("unlabelled_box")
        for text, field in (
            (self.tr("Format"), self.format), ("", self.note), (self.tr("Images"), self.split),
            (self.tr("Void border"), self.border), (self.tr("Pixels in XML"), self.convention), ("", self.unlabelled),
            (self.tr("New folder"), self.target), ("", self.link),
        ):  # fmt: skip
            self.rows.addRow(text, field)
        self.format.currentIndexChanged.connect(self._format_changed)
        self.split.currentIndexChanged.connect(self.changed)
        self.unlabelled.toggled.connect(self.changed)
        self._format_changed()

    @property
    def makes_project(self) -> bool:
        """Whether what is written can be opened here as a project."""
        return self._is_voc

    @property
    def _is_voc(self) -> bool:
        return str(self.format.currentData()).startswith("voc")

    def task(self) -> Task | None:
        """Return what was asked for; None while something is missing."""
        target = self.target.path
        if target is None:
            return None
        split = self.split.currentData()
        return Task(
            sources=(self._source,), target=target, to=self.format.currentData(), source_format="voc",
            link=self.link.isChecked(), border=self.border.value(), unshifted=bool(self.convention.currentData()),
            unlabelled=self.unlabelled.isChecked(), splits=(split,) if split else (),
        )  # fmt: skip

    def missing(self) -> str:
        """Say what is still to be said."""
        return self.tr("Choose a new folder.")

    def take(self, seen: Seen) -> None:
        """Offer the splits that there are."""
        if self.split.count() == 1:
            for split in seen.splits:
                self.split.addItem(self.tr("Only {split}").format(split=split), split)

    def _format_changed(self) -> None:
        name = str(self.format.currentData())
        self.note.setText(format_notes()[name])
        self.rows.setRowVisible(self.border, name == "voc-png")
        self.rows.setRowVisible(self.convention, self._is_voc)
        self.rows.setRowVisible(self.unlabelled, name == "coco" or name.startswith("yolo"))
        self._suggest_target(self._source, name)
        self.changed.emit()
