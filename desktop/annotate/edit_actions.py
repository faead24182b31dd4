"""The page's actions that change what is said of the image: history, objects, labels."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence

from core.editing.states import NG, OK
from desktop.actions import ActionSpec, Menu, Offer

if TYPE_CHECKING:
    from desktop.annotate.page import AnnotatePage


def _tr(text: str) -> str:
    return QCoreApplication.translate("EditActions", text)


def edit_actions(page: "AnnotatePage") -> list[Offer]:
    """Return what changes the open image's annotation."""
    return [
        *_history(page), *_clipboard(page), *_selection(page), *_labels(page), *_order(page), *_marks(page),
        *_image(page), *_label_keys(page),
    ]  # fmt: skip


def _history(page: "AnnotatePage") -> list[Offer]:
    return [
        (ActionSpec(name="save", text=_tr("Save now"), menu=Menu.FILE, section=20, icon="save",
                    keys=(QKeySequence.StandardKey.Save,)), page.save_now),
        (ActionSpec(name="undo", text=_tr("Undo"), menu=Menu.EDIT, icon="undo",
                    keys=(QKeySequence.StandardKey.Undo,)), page.undo),
        (ActionSpec(name="redo", text=_tr("Redo"), menu=Menu.EDIT, icon="redo",
                    keys=(QKeySequence.StandardKey.Redo, "Ctrl+Shift+Z", "Ctrl+Y")), page.redo),
    ]  # fmt: skip


def _clipboard(page: "AnnotatePage") -> list[Offer]:
    return [
        (ActionSpec(name="cut", text=_tr("Cut"), menu=Menu.EDIT, section=5, icon="cut",
                    keys=(QKeySequence.StandardKey.Cut,), tip=_tr("Put the selected objects on the clipboard")),
         page.clipboard.cut),
        (ActionSpec(name="copy", text=_tr("Copy"), menu=Menu.EDIT, section=5, icon="copy",
                    keys=(QKeySequence.StandardKey.Copy,),
                    tip=_tr("Put copies of the selected objects on the clipboard, for any image or window")),
         page.clipboard.copy),
        (ActionSpec(name="paste", text=_tr("Paste"), menu=Menu.EDIT, section=5, icon="paste",
                    keys=(QKeySequence.StandardKey.Paste,),
                    tip=_tr("Put the objects of the clipboard where they were")), page.clipboard.paste),
        (ActionSpec(name="copy_from_previous", text=_tr("Copy from previous image"), menu=Menu.EDIT, section=5,
                    icon="copy-previous", keys=("Ctrl+Shift+V",),
                    tip=_tr("Put all objects of the image before on this one")), page.walk.copy_from_previous),
        (ActionSpec(name="duplicate", text=_tr("Duplicate"), menu=Menu.EDIT, section=5, icon="duplicate",
                    keys=("Ctrl+D",), tip=_tr("Put a copy beside each selected object")), page.objects.duplicate),
    ]  # fmt: skip


def _selection(page: "AnnotatePage") -> list[Offer]:
    return [
        (ActionSpec(name="delete", text=_tr("Delete"), menu=Menu.EDIT, section=10, icon="delete", keys=("Delete",)),
         page.delete),
        (ActionSpec(name="select_all", text=_tr("Select all"), menu=Menu.EDIT, section=10,
                    keys=(QKeySequence.StandardKey.SelectAll,)), page.select_all),
    ]  # fmt: skip


def _labels(page: "AnnotatePage") -> list[Offer]:
    return [
        (ActionSpec(name="change_label", text=_tr("Change label…"), menu=Menu.OBJECT, icon="tag", keys=("L", "Ctrl+E")),
         page.labelling.ask_label_of_selection),
        (ActionSpec(name="last_label", text=_tr("Give the last label"), menu=Menu.OBJECT, icon="repeat",
                    keys=("Ctrl+R",), tip=_tr("Give the selected objects the label that was used last")),
         page.labelling.use_last_label),
        (ActionSpec(name="ask_label", text=_tr("Ask for each label"), menu=Menu.OBJECT, checkable=True,
                    tip=_tr("Ask for the label of each new object instead of repeating the last one")),
         page.toggle_asking),
        (ActionSpec(name="edit_text", text=_tr("Edit text…"), menu=Menu.OBJECT, icon="text", keys=("Ctrl+T", "F2"),
                    tip=_tr("Type the characters that the object shows; Tab goes to the next object")),
         page.text_editor.open),
    ]  # fmt: skip


def _order(page: "AnnotatePage") -> list[Offer]:
    objects = page.objects
    return [
        (ActionSpec(name="raise", text=_tr("Raise"), menu=Menu.OBJECT, section=10, icon="raise", keys=("PgUp",),
                    tip=_tr("Bring the selected objects one step up")), objects.raise_up),
        (ActionSpec(name="lower", text=_tr("Lower"), menu=Menu.OBJECT, section=10, icon="lower", keys=("PgDown",),
                    tip=_tr("Bring the selected objects one step down")), objects.lower),
        (ActionSpec(name="to_top", text=_tr("Bring to top"), menu=Menu.OBJECT, section=10, icon="to-top",
                    keys=("Shift+PgUp",), tip=_tr("Bring the selected objects over all others")), objects.to_top),
        (ActionSpec(name="to_bottom", text=_tr("Send to bottom"), menu=Menu.OBJECT, section=10, icon="to-bottom",
                    keys=("Shift+PgDown",), tip=_tr("Bring the selected objects under all others")),
         objects.to_bottom),
    ]  # fmt: skip


def _marks(page: "AnnotatePage") -> list[Offer]:
    objects = page.objects
    return [
        (ActionSpec(name="group", text=_tr("Group"), menu=Menu.OBJECT, section=20, icon="group", keys=("Ctrl+G",),
                    tip=_tr("Have the selected objects selected together from now on; Alt+click takes one alone")),
         objects.group),
        (ActionSpec(name="ungroup", text=_tr("Ungroup"), menu=Menu.OBJECT, section=20, icon="ungroup",
                    keys=("Ctrl+Shift+G",), tip=_tr("Dissolve the group of the selected objects")), objects.ungroup),
        (ActionSpec(name="lock", text=_tr("Lock"), menu=Menu.OBJECT, section=30, icon="lock", keys=("Ctrl+L",),
                    tip=_tr("Protect the selected objects from the mouse and from deletion, or free them")),
         objects.toggle_locked),
        (ActionSpec(name="hide", text=_tr("Hide"), menu=Menu.OBJECT, section=30, icon="eye-off", keys=("Ctrl+H",),
                    tip=_tr("Hide the selected objects, or show those that are hidden")), objects.toggle_hidden),
        (ActionSpec(name="show_all", text=_tr("Show all"), menu=Menu.OBJECT, section=30, icon="eye",
                    keys=("Ctrl+Shift+H",), tip=_tr("Show all hidden objects and labels again")), page.show_everything),
    ]  # fmt: skip


def _image(page: "AnnotatePage") -> list[Offer]:
    marks = page.marks
    return [
        (ActionSpec(name="checked", text=_tr("Checked"), menu=Menu.IMAGE, section=10, icon="checked",
                    keys=("Shift+Q",), checkable=True,
                    tip=_tr("Say that the image is done and was looked at once more")), marks.toggle_checked),
        (ActionSpec(name="tag_ok", text=_tr("Tag OK"), menu=Menu.IMAGE, section=20, icon="accept", keys=("J",),
                    checkable=True, tip=_tr("Tag the image as OK, instead of NG")), lambda: marks.toggle_tag(OK)),
        (ActionSpec(name="tag_ng", text=_tr("Tag NG"), menu=Menu.IMAGE, section=20, icon="reject", keys=("K",),
                    checkable=True, tip=_tr("Tag the image as NG (no good), instead of OK")),
         lambda: marks.toggle_tag(NG)),
        (ActionSpec(name="add_tag", text=_tr("Add tag…"), menu=Menu.IMAGE, section=20, icon="tag", keys=("Ctrl+J",),
                    tip=_tr("Type a tag of the whole image")), page.ask_tag),
    ]  # fmt: skip


def _label_keys(page: "AnnotatePage") -> list[Offer]:
    def pressing(key: int) -> Callable[[], object]:
        return lambda: page.labelling.press_number(key)

    return [
        (ActionSpec(name=f"label_{key}", text=_tr("Label {key}").format(key=key), keys=(str(key),)), pressing(key))
        for key in range(1, 10)
    ]
