"""The actions of the menu 'Dataset' that change all images at once, and the dialogs they open."""

from collections.abc import Callable
from copy import copy
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from core.editing.batch import Interrupted
from core.errors import AnnotrainError
from core.geometry import Box
from core.voc.convention import Convention
from desktop.actions import ActionSpec, Menu, Offer
from desktop.annotate.page import AnnotatePage
from desktop.dataset.batch_dialog import Asked, BatchDialog
from desktop.dataset.batches import Batches
from desktop.dataset.label_dialogs import DeleteLabelDialog, MergeDialog, RenameDialog
from desktop.dataset.settings_dialog import DatasetSettingsDialog
from desktop.dataset.small_dialog import DeleteSmallDialog
from desktop.project import Project

_EXAMPLE = "SELECT x0, y0, w, h FROM cache.objects WHERE kind = 0 ORDER BY x0 LIMIT 1"


def _tr(text: str) -> str:
    return QCoreApplication.translate("DatasetActions", text)


class DatasetWork(QObject):
    """Opens the dialogs that ask, and hands over what was asked for."""

    reopen_asked = Signal(object)  # Path: the dataset is to be read anew
    failed = Signal(object)

    def __init__(self, page: AnnotatePage, batches: Batches, window: QWidget) -> None:
        super().__init__(window)
        self._page = page
        self._batches = batches
        self._window = window
        self._project: Project | None = None
        batches.found_interrupted.connect(self.ask_to_mend)

    def set_project(self, project: Project | None) -> None:
        """Ask about another project."""
        self._project = project

    def offers(self) -> list[Offer]:
        """Return the actions with what they call."""
        return [
            (_spec("rename_label", _tr("&Rename label…"), _tr("Give a label another name in all images"), "tag"),
             lambda: self._open(RenameDialog)),
            (_spec("merge_labels", _tr("&Merge labels…"), _tr("Make one label of several"), "merge-labels"),
             lambda: self._open(MergeDialog)),
            (_spec("delete_label", _tr("&Delete label…"), _tr("Remove a label and all its objects"), "delete"),
             lambda: self._open(DeleteLabelDialog)),
            (_spec("delete_small_objects", _tr("Delete &small objects…"),
                   _tr("Remove the objects below a size in all images"), "prune"), self._open_small),
            (replace(_spec("dataset_settings", _tr("Dataset se&ttings…"),
                           _tr("How pixels are counted in the XML files"), "settings"), section=90),
             self.open_settings),
        ]  # fmt: skip

    def _open(self, kind: Callable[..., BatchDialog]) -> None:
        if self._can_begin() and self._project is not None:
            self._show(kind(self._project, self._page.label_list, self._chosen_label(), self._window))

    def _open_small(self) -> None:
        if self._can_begin() and self._project is not None:
            self._show(DeleteSmallDialog(self._project, self._page.label_list, self._window))

    def _can_begin(self) -> bool:
        """Save first, so that the counts are those of the files; they follow within a moment."""
        return self._project is not None and not self._batches.busy and self._page.save_now()

    def _show(self, dialog: BatchDialog) -> None:
        dialog.asked.connect(self._do)
        dialog.open()

    def _do(self, asked: Asked) -> None:
        self._batches.do(asked.operation, asked.images, asked.text)

    def _chosen_label(self) -> str | None:
        """Return the label of what is selected, or else the current one."""
        annotation, places = self._page.document.annotation, self._page.selection.places
        if annotation is not None and places:
            return annotation.objects[min(places)].label
        return self._page.labelling.label

    def open_settings(self) -> None:
        """Ask how pixels are counted; with an example of the dataset's own."""
        project = self._project
        if project is None or not self._can_begin():
            return
        project.executor.submit(lambda: project.index.rows(_EXAMPLE), self._show_settings, self.failed.emit, owner=self)

    def _show_settings(self, rows: list[tuple[float, float, float, float]]) -> None:
        project = self._project
        if project is None:
            return
        now = project.dataset.convention
        example = now.edges(Box(rows[0][0], rows[0][1], rows[0][0] + rows[0][2], rows[0][1] + rows[0][3]),
                            fractional=True) if rows else None  # fmt: skip
        dialog = DatasetSettingsDialog(now, example, project.name, self._window)
        dialog.chosen.connect(self._set_convention)
        dialog.open()

    def _set_convention(self, convention: Convention) -> None:
        """Read the dataset's numbers otherwise from now on: everything is read anew."""
        project = self._project
        if project is None or not self._page.save_now():
            return
        try:
            copy(project.dataset).set_convention(convention)  # what is open is read as it was until then
        except AnnotrainError as error:
            self.failed.emit(error)
        else:
            self.reopen_asked.emit(project.dataset.root)

    def ask_to_mend(self, found: Interrupted) -> None:
        """Ask what to do about a change that was cut short."""
        box = QMessageBox(self._window)
        box.setObjectName("interrupted_box")
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(self.tr("A change was cut short"))
        box.setText(self.tr("“{what}” was cut short: some files are changed, some are not.").format(what=found.text))
        box.setInformativeText(self.tr("Every byte of before is kept, and every byte of after. What shall be done?"))
        back = box.addButton(self.tr("Take it back"), QMessageBox.ButtonRole.AcceptRole)
        back.setObjectName("interrupted_take_back")
        finish = box.addButton(self.tr("Finish it"), QMessageBox.ButtonRole.AcceptRole)
        finish.setObjectName("interrupted_finish")
        box.addButton(self.tr("Later"), QMessageBox.ButtonRole.RejectRole)
        back.clicked.connect(lambda: self._batches.mend(found, back=True))
        finish.clicked.connect(lambda: self._batches.mend(found, back=False))
        box.open()


def _spec(name: str, text: str, tip: str, icon: str) -> ActionSpec:
    return ActionSpec(name=name, text=text, tip=tip, icon=icon, menu=Menu.DATASET, section=20, needs_project=True)
