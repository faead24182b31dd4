"""The menu's four ways from one dataset to another, and the dialogs that they open."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from desktop.actions import ActionBook, ActionSpec, Menu

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.interchange.dialog import InterchangeDialog
    from desktop.interchange.form import Form

_SECTION = 10


def _tr(text: str) -> str:
    return QCoreApplication.translate("InterchangeActions", text)


def specs() -> tuple[ActionSpec, ...]:
    """Return the actions in the order of the File menu."""
    return (
        ActionSpec(name="import_dataset", text=_tr("&Import…"), menu=Menu.FILE, section=_SECTION, icon="import",
                   keys=("Ctrl+Shift+I",), tip=_tr("Make a project of a COCO, YOLO, labelme or Pascal VOC dataset")),
        ActionSpec(name="export_dataset", text=_tr("&Export…"), menu=Menu.FILE, section=_SECTION, icon="export",
                   keys=("Ctrl+Shift+E",), needs_project=True,
                   tip=_tr("Write this project as COCO, YOLO, labelme or Pascal VOC with mask PNGs")),
        ActionSpec(name="merge_datasets", text=_tr("&Merge datasets…"), menu=Menu.FILE, section=_SECTION,
                   icon="merge-datasets", tip=_tr("Make one new project of several datasets")),
        ActionSpec(name="resize_dataset", text=_tr("&Resize dataset…"), menu=Menu.FILE, section=_SECTION,
                   icon="resize", tip=_tr("Make a new project with smaller images and everything drawn on them")),
    )  # fmt: skip


class Interchange(QObject):
    """Opens the dialogs. ``root`` gives the folder of the open project, None without one; ``save`` saves its edits."""

    open_asked = Signal(Path)

    def __init__(
        self,
        window: QWidget,
        actions: ActionBook,
        root: Callable[[], Path | None],
        save: Callable[[], object],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._root = root
        self._save = save
        calls = (self.import_dataset, self.export_dataset, self.merge_datasets, self.resize_dataset)
        for spec, call in zip(specs(), calls, strict=True):
            actions.add(spec, call)

    def import_dataset(self, source: Path | None = None) -> InterchangeDialog:
        """Ask for a dataset of any format, to become a project."""
        from desktop.interchange.import_form import ImportForm

        return self._show(ImportForm(source))

    def export_dataset(self) -> InterchangeDialog | None:
        """Ask how to write the open project in another format."""
        from desktop.interchange.export_form import ExportForm

        root = self._saved_root()
        return None if root is None else self._show(ExportForm(root))

    def merge_datasets(self) -> InterchangeDialog:
        """Ask for datasets to become one; the open project is the first."""
        from desktop.interchange.merge_form import MergeForm

        root = self._saved_root()
        return self._show(MergeForm([] if root is None else [root]))

    def resize_dataset(self) -> InterchangeDialog:
        """Ask for a dataset to make smaller; the open project, unless another is named."""
        from desktop.interchange.resize_form import ResizeForm

        return self._show(ResizeForm(self._saved_root()))

    def _saved_root(self) -> Path | None:
        root = self._root()
        if root is not None:
            self._save()
        return root

    def _show(self, form: Form) -> InterchangeDialog:
        from desktop.interchange.dialog import InterchangeDialog

        dialog = InterchangeDialog(form, self._window)
        dialog.open_asked.connect(self.open_asked)
        dialog.open()
        return dialog
