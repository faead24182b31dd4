"""Asks which folder is watched, by which version, and what is doubtful."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFormLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from core.errors import AnnotrainError
from core.review.watching.settings import Taking, WatchSettings, check_folder, is_inside
from core.voc.dataset import Dataset
from core.voc.listing import list_files
from desktop import theme
from desktop.dialog_buttons import do_or_cancel
from desktop.error_words import words_of
from desktop.interchange.path_row import PathRow
from desktop.jobs.executor import Executor
from desktop.number_fields import DecimalField


class WatchDialog(QDialog):
    """Shows settings; ``chosen`` carries those that a person wants from now on."""

    chosen = Signal(object)  # WatchSettings

    def __init__(
        self, dataset: Dataset, settings: WatchSettings | None, versions: Sequence[str], parent: QWidget | None = None
    ) -> None:
        """``versions`` are the references of all published versions, the newest first."""
        super().__init__(parent)
        self.setObjectName("watch_dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Watch folder"))
        self.setMinimumWidth(520)
        self._dataset, self._before = dataset, settings
        self._possible = False
        self._executor = Executor(self)
        self.finished.connect(lambda _result: self._executor.shutdown(wait=False))
        self._build_fields(settings or WatchSettings(folder=Path()), versions)
        self._lay_out()
        self.folder.changed.connect(self._look)
        self.accepted.connect(lambda: self.chosen.emit(self.settings()))
        self._look()

    def _build_fields(self, settings: WatchSettings, versions: Sequence[str]) -> None:
        self.folder = PathRow("watch", self.tr("The folder in which pictures arrive"))
        self.folder.set_path(settings.folder if settings.folder != Path() else None)
        self.model = QComboBox()
        self.model.setObjectName("watch_model")
        self.model.addItem(self.tr("The version in use"), None)
        for version in versions:
            self.model.addItem(version, version)
        self.model.setCurrentIndex(max(0, self.model.findData(settings.model)))
        self.doubtful = DecimalField()
        self.doubtful.setObjectName("watch_doubtful")
        self.doubtful.setRange(0, 1)
        self.doubtful.setSingleStep(0.05)
        self.doubtful.setValue(settings.doubtful)
        self.doubtful.setToolTip(self.tr("An image waits for review where the model's least sure finding scores less"))
        self.empty = QCheckBox(self.tr("Images on which nothing is found wait as well"))
        self.empty.setObjectName("watch_empty")
        self.empty.setChecked(settings.empty_is_doubtful)
        self.taking = QComboBox()
        self.taking.setObjectName("watch_taking")
        self.taking.addItem(self.tr("Copied"), Taking.COPY)
        self.taking.addItem(self.tr("Linked"), Taking.LINK)
        self.taking.setCurrentIndex(self.taking.findData(settings.taking))
        self.taking.setToolTip(self.tr("A link needs no room, but the picture is gone when the source is"))
        self.existing = QCheckBox(self.tr("Take in what lies there already"))
        self.existing.setObjectName("watch_existing")
        self.existing.setChecked(settings.existing)
        self.on = QCheckBox(self.tr("Watch while this project is open"))
        self.on.setObjectName("watch_on")
        self.on.setChecked(settings.on)

    def _lay_out(self) -> None:
        self.note = theme.note()
        self.note.setObjectName("watch_note")
        self.note.setMinimumHeight(3 * self.fontMetrics().lineSpacing())
        self.save_button = QPushButton(self.tr("Save"))
        self.save_button.setObjectName("watch_save")
        form = QFormLayout()
        form.setHorizontalSpacing(2 * theme.SPACE)
        form.setVerticalSpacing(theme.SPACE)
        form.addRow(self.tr("Folder"), self.folder)
        form.addRow("", self.existing)
        form.addRow(self.tr("Pictures are"), self.taking)
        form.addRow(self.tr("Predicted by"), self.model)
        form.addRow(self.tr("Doubtful below"), self.doubtful)
        form.addRow("", self.empty)
        form.addRow("", self.on)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[2 * theme.SPACE] * 4)
        layout.setSpacing(2 * theme.SPACE)
        layout.addWidget(theme.note(self.tr(
            "Pictures that arrive in a folder join this dataset and are predicted; those of which the model is least "
            "sure wait for review. Nothing is changed in the folder."
        )))  # fmt: skip
        layout.addLayout(form)
        layout.addWidget(self.note)
        layout.addWidget(do_or_cancel(self, self.save_button))

    def settings(self) -> WatchSettings:
        """Return what the form says."""
        return WatchSettings(
            folder=(self.folder.path or Path()).absolute(),
            on=self.on.isChecked(),
            model=self.model.currentData(),
            doubtful=self.doubtful.value(),
            empty_is_doubtful=self.empty.isChecked(),
            taking=Taking(self.taking.currentData()),
            existing=self.existing.isChecked(),
        )

    def _look(self) -> None:
        """Say what there is to say of the folder; it is counted in the background."""
        folder = self.folder.path
        self._possible = False
        self.note.setText("")
        if folder is not None:
            self._executor.submit(
                lambda: _found(self._dataset, folder), self._show_found, self._cannot, key="folder", owner=self
            )
        self.save_button.setEnabled(False)

    def _show_found(self, found: tuple[int, bool]) -> None:
        images, inside = found
        words = self.tr("%n picture(s) lie there now.", "", images)
        if inside:
            words += " " + self.tr("The folder is a part of this dataset: pictures stay where they are.")
        self.note.setText(words)
        self.taking.setEnabled(not inside)
        self._possible = True
        self.save_button.setEnabled(True)

    def _cannot(self, error: BaseException) -> None:
        if isinstance(error, AnnotrainError):
            self.note.setText(words_of(error))


def _found(dataset: Dataset, folder: Path) -> tuple[int, bool]:
    """Return how many pictures lie in the folder, and whether it is a part of the dataset; runs in the background.

    Raises:
        DatasetError: it cannot be watched, or not be read.
    """
    check_folder(dataset, folder)
    return len(list_files(folder).images), is_inside(dataset, folder)
