"""The page's actions that change what is said of the image: history, objects, labels."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence

from desktop.actions import ActionSpec, Menu, Offer

if TYPE_CHECKING:
    from desktop.annotate.page import AnnotatePage


def _tr(text: str) -> str:
    return QCoreApplication.translate("EditActions", text)


def edit_actions(page: "AnnotatePage") -> list[Offer]:
    """Return what changes the open image's annotation."""
    return [*_history(page), *_objects(page), *_label_keys(page)]


def _history(page: "AnnotatePage") -> list[Offer]:
    return [
        (ActionSpec(name="save", text=_tr("Save now"), menu=Menu.FILE, section=20, icon="save",
                    keys=(QKeySequence.StandardKey.Save,)), page.save_now),
        (ActionSpec(name="undo", text=_tr("Undo"), menu=Menu.EDIT, icon="undo",
                    keys=(QKeySequence.StandardKey.Undo,)), page.undo),
        (ActionSpec(name="redo", text=_tr("Redo"), menu=Menu.EDIT, icon="redo",
                    keys=(QKeySequence.StandardKey.Redo, "Ctrl+Shift+Z", "Ctrl+Y")), page.redo),
    ]  # fmt: skip


def _objects(page: "AnnotatePage") -> list[Offer]:
    return [
        (ActionSpec(name="delete", text=_tr("Delete"), menu=Menu.EDIT, section=10, icon="delete", keys=("Delete",)),
         page.delete),
        (ActionSpec(name="select_all", text=_tr("Select all"), menu=Menu.EDIT, section=10,
                    keys=(QKeySequence.StandardKey.SelectAll,)), page.select_all),
        (ActionSpec(name="change_label", text=_tr("Change label…"), menu=Menu.OBJECT, icon="tag", keys=("L", "Ctrl+E")),
         page.labelling.ask_label_of_selection),
    ]  # fmt: skip


def _label_keys(page: "AnnotatePage") -> list[Offer]:
    def pressing(key: int) -> Callable[[], object]:
        return lambda: page.labelling.press_number(key)

    return [
        (ActionSpec(name=f"label_{key}", text=_tr("Label {key}").format(key=key), keys=(str(key),)), pressing(key))
        for key in range(1, 10)
    ]
