"""The page's actions that change what is seen of the image, and nothing else."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.actions import ActionSpec, Menu, Offer

if TYPE_CHECKING:
    from desktop.annotate.page import AnnotatePage


def _tr(text: str) -> str:
    return QCoreApplication.translate("ViewActions", text)


def view_actions(page: "AnnotatePage") -> list[Offer]:
    """Return what zooms and dresses the canvas."""
    canvas = page.canvas
    return [
        (ActionSpec(name="zoom_in", text=_tr("Zoom in"), menu=Menu.VIEW, section=10, icon="zoom-in",
                    keys=("Ctrl++", "Ctrl+=")), lambda: canvas.zoom_by(1.25)),
        (ActionSpec(name="zoom_out", text=_tr("Zoom out"), menu=Menu.VIEW, section=10, icon="zoom-out",
                    keys=("Ctrl+-",)), lambda: canvas.zoom_by(0.8)),
        (ActionSpec(name="fit", text=_tr("Fit in view"), menu=Menu.VIEW, section=10, icon="fit", keys=("F", "Ctrl+F")),
         canvas.fit),
        (ActionSpec(name="actual", text=_tr("Actual size"), menu=Menu.VIEW, section=10, icon="actual-size",
                    keys=("Ctrl+1", "Ctrl+0")), canvas.actual_size),
    ]  # fmt: skip
