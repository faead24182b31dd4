"""The forms of the four dialogs: what a person says, as a task."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QListWidget,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from desktop import theme
from desktop.interchange.path_row import PathRow
from desktop.interchange.task import Seen, Task
from desktop.interchange.words import format_notes, format_titles


def _tr(text: str) -> str:
    return QCoreApplication.translate("InterchangeForms", text)


class Form(QWidget):
    """What all forms have: words for the dialog, a target, and a task once everything is said."""

    changed = Signal()
    name = ""

    def __init__(self, title: str, claim: str, verb: str, verb_anyway: str) -> None:
        super().__init__()
        self.title, self.claim, self.verb, self.verb_anyway = title, claim, verb, verb_anyway
        self._suggested: Path | None = None
        self.target = PathRow("target", self.tr("New folder"))
        self.target.changed.connect(self.changed)
        self.link = QCheckBox(self.tr("Link the images instead of copying them"))
        self.link.setObjectName("link_box")
        self.link.setToolTip(
            self.tr("Takes no space where the disk can link; a program that changes an image in place changes both")
        )
        self.rows = QFormLayout(self)
        self.rows.setContentsMargins(0, 0, 0, 0)
        self.rows.setSpacing(theme.SPACE)
        self.rows.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)

    @property
    def makes_project(self) -> bool:
        """Whether what is written can be opened here as a project."""
        return True

    def task(self) -> Task | None:
        """Return what was asked for; None while something is missing, as it always is in a form that asks nothing."""
        return None

    def missing(self) -> str:
        """Say what is still to be said."""
        return self.tr("Choose the source and a new folder.")

    def take(self, seen: Seen) -> None:
        """Learn from what was read."""

    def _suggest_target(self, source: Path | None, ending: str) -> None:
        """Propose a folder beside the source, unless a person chose one."""
        old = self.target.path
        if source is None or not source.name or (old is not None and old != self._suggested):
            return
        self._suggested = free_folder(source.with_name(f"{source.stem}-{ending}"))
        self.target.set_path(self._suggested)


class ImportForm(Form):
    """A folder or zip file of any format, to become a project."""

    name = "import"

    def __init__(self, source: Path | None = None) -> None:
        title = _tr("Import a dataset")
        claim = _tr("Makes a new project of a COCO, YOLO, labelme or Pascal VOC dataset. The source is only read.")
        super().__init__(title, claim, _tr("Import"), _tr("Import anyway"))
        self.source = PathRow("source", self.tr("Folder or zip file"), archives=True)
        self.format = format_box("source_format_box")
        self.format.insertItem(0, self.tr("Found out by itself"), None)
        self.format.setCurrentIndex(0)
        self.rows.addRow(self.tr("From"), self.source)
        self.rows.addRow(self.tr("Format"), self.format)
        self.rows.addRow(self.tr("New folder"), self.target)
        self.rows.addRow("", self.link)
        self.source.changed.connect(self._source_changed)
        self.format.currentIndexChanged.connect(self.changed)
        self.source.set_path(source)

    def task(self) -> Task | None:
        """Return what was asked for; None while something is missing."""
        source, target = self.source.path, self.target.path
        if source is None or target is None or not source.exists():
            return None
        return Task(
            sources=(source,), target=target, source_format=self.format.currentData(), link=self.link.isChecked()
        )

    def missing(self) -> str:
        """Say what is still to be said."""
        source = self.source.path
        if source is not None and not source.exists():
            return self.tr("{source} is not there.").format(source=source)
        return super().missing()

    def _source_changed(self) -> None:
        source = self.source.path
        if source is not None and source.exists():
            self._suggest_target(source, "imported")
        self.changed.emit()


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
        self.border = QSpinBox()
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


class ResizeForm(Form):
    """A dataset with smaller pictures."""

    name = "resize"

    def __init__(self, source: Path | None = None) -> None:
        title = _tr("Resize a dataset")
        claim = _tr(
            "Makes a new project with smaller images; boxes, polygons, paths and masks are made smaller with them. The "
            "source is only read. Images that fit already are copied as they are."
        )
        super().__init__(title, claim, _tr("Resize"), _tr("Resize anyway"))
        self.source = PathRow("source", self.tr("Folder or zip file"), archives=True)
        self.longest = QSpinBox()
        self.longest.setObjectName("longest_box")
        self.longest.setRange(16, 32_000)
        self.longest.setSingleStep(64)
        self.longest.setValue(1024)
        self.longest.setSuffix(self.tr(" px"))
        self.quality = QSpinBox()
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
        self.source.changed.connect(self._source_changed)
        self.longest.valueChanged.connect(self._source_changed)
        self.enlarge.toggled.connect(self.changed)
        self.quality.valueChanged.connect(self.changed)
        self.source.set_path(source)

    def task(self) -> Task | None:
        """Return what was asked for; None while something is missing."""
        source, target = self.source.path, self.target.path
        if source is None or target is None or not source.exists():
            return None
        return Task(
            sources=(source,), target=target, longest=self.longest.value(), quality=self.quality.value(),
            enlarge=self.enlarge.isChecked(),
        )  # fmt: skip

    def _source_changed(self) -> None:
        source = self.source.path
        if source is not None and source.exists():
            self._suggest_target(source, str(self.longest.value()))
        self.changed.emit()


def format_box(name: str) -> QComboBox:
    """Return a choice of all formats."""
    box = QComboBox()
    box.setObjectName(name)
    for known, title in format_titles().items():
        box.addItem(title, known)
    return box


def free_folder(path: Path) -> Path:
    """Return the path, or the first of it with a number at its end that is not there yet."""
    number, candidate = 2, path
    while candidate.exists():
        candidate = path.with_name(f"{path.name}-{number}")
        number += 1
    return candidate
