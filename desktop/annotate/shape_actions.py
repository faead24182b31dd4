"""The page's actions that change what kind of shape an object is."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.actions import ActionSpec, Menu, Offer

if TYPE_CHECKING:
    from desktop.annotate.page import AnnotatePage


def shape_actions(page: "AnnotatePage") -> list[Offer]:
    """Return what makes one shape of another."""
    shapes = page.shape_edits
    return [
        (ActionSpec(name="convert", text=_tr("Mask to polygon and back"), menu=Menu.OBJECT, section=15,
                    icon="to-polygon", keys=("Ctrl+M",),
                    tip=_tr("Make polygons of the selected masks, or masks of the other shapes")), shapes.convert),
        (ActionSpec(name="merge", text=_tr("Merge into one mask"), menu=Menu.OBJECT, section=15, icon="merge",
                    keys=("Ctrl+Shift+M",), tip=_tr("Make one object of the selected ones of one label")),
         shapes.merge),
        (ActionSpec(name="split", text=_tr("Split mask into parts"), menu=Menu.OBJECT, section=15, icon="split",
                    tip=_tr("Make an object of each part of the selected masks")), shapes.split),
        (ActionSpec(name="fill_holes", text=_tr("Fill holes"), menu=Menu.OBJECT, section=15, icon="fill",
                    keys=("Shift+G",), tip=_tr("Fill all holes of the selected masks")), shapes.fill_holes),
    ]  # fmt: skip


def _tr(text: str) -> str:
    return QCoreApplication.translate("ShapeActions", text)
