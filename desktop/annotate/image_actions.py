"""The page's actions that go from image to image and say how far one is."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.actions import ActionSpec, Menu, Offer

if TYPE_CHECKING:
    from desktop.annotate.page import AnnotatePage


def _tr(text: str) -> str:
    return QCoreApplication.translate("ImageActions", text)


def image_actions(page: "AnnotatePage") -> list[Offer]:
    """Return what opens another image or marks the open one."""
    return [
        (ActionSpec(name="previous", text=_tr("Previous image"), menu=Menu.IMAGE, icon="previous", keys=("A",)),
         page.previous_image),
        (ActionSpec(name="next", text=_tr("Next image"), menu=Menu.IMAGE, icon="next", keys=("D",)), page.next_image),
        (ActionSpec(name="verified", text=_tr("Verified"), menu=Menu.IMAGE, section=10, icon="verified", keys=("Q",),
                    checkable=True), page.marks.toggle_done),
    ]  # fmt: skip
