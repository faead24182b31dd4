"""The page's actions that go from image to image and say how far one is."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from core.voc.annotation import State
from desktop.actions import ActionSpec, Menu, Offer

if TYPE_CHECKING:
    from desktop.annotate.page import AnnotatePage


def _tr(text: str) -> str:
    return QCoreApplication.translate("ImageActions", text)


def image_actions(page: "AnnotatePage") -> list[Offer]:
    """Return what opens another image or marks the open one."""
    return [
        (ActionSpec(name="previous", text=_tr("Previous image"), menu=Menu.IMAGE, icon="previous", keys=("A",)),
         page.walk.previous),
        (ActionSpec(name="next", text=_tr("Next image"), menu=Menu.IMAGE, icon="next", keys=("D",)), page.walk.next),
        (ActionSpec(name="next_new", text=_tr("Next unlabelled image"), menu=Menu.IMAGE, section=2, keys=("N",),
                    icon="next-new", tip=_tr("Open the next image of the list that has no annotation yet")),
         lambda: page.walk.next_in_state(State.NEW)),
        (ActionSpec(name="next_in_work", text=_tr("Next image in work"), menu=Menu.IMAGE, section=2, keys=("Shift+N",),
                    tip=_tr("Open the next image of the list that is not done")),
         lambda: page.walk.next_in_state(State.IN_WORK)),
        (ActionSpec(name="next_done", text=_tr("Next image to check"), menu=Menu.IMAGE, section=2, keys=("Alt+N",),
                    tip=_tr("Open the next image of the list that is done and not checked yet")),
         lambda: page.walk.next_in_state(State.DONE)),
        (ActionSpec(name="search", text=_tr("Search Images"), menu=Menu.IMAGE, section=5, keys=("/",), icon="search",
                    tip=_tr("Show only the images that you look for")),
         lambda: page.parts.images.search.focus()),
        (ActionSpec(name="verified", text=_tr("Verified"), menu=Menu.IMAGE, section=10, icon="verified", keys=("Q",),
                    checkable=True), page.marks.toggle_done),
    ]  # fmt: skip
