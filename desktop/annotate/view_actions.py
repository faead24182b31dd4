"""The page's actions that change what is seen of the image, and nothing else."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.actions import ActionSpec, Menu, Offer
from desktop.annotate.canvas.display import Display

if TYPE_CHECKING:
    from desktop.annotate.page import AnnotatePage


def _tr(text: str) -> str:
    return QCoreApplication.translate("ViewActions", text)


def view_actions(page: "AnnotatePage") -> list[Offer]:
    """Return what zooms and dresses the canvas."""
    canvas = page.canvas
    return [
        *_zooming(page),
        *(
            (
                spec,
                lambda field=field: canvas.set_display(
                    replace(canvas.display, **{field: not getattr(canvas.display, field)})
                ),
            )
            for field, spec in _toggles().items()
        ),
    ]


def follow_display(page: "AnnotatePage") -> None:
    """Have the actions that show or hide something checked when it is shown."""

    def check(display: Display) -> None:
        for field, spec in _toggles().items():
            page.page_actions[spec.name].setChecked(getattr(display, field))

    page.canvas.display_changed.connect(check)
    check(page.canvas.display)


def _toggles() -> dict[str, ActionSpec]:
    """Return the actions by the field of Display that each turns round."""
    return {
        "crosshair": _toggle("crosshair", _tr("Crosshair"), "X", _tr("Lines over the whole view while drawing")),
        "minimap": _toggle("minimap", _tr("Minimap"), "Y", _tr("The whole picture in the corner while zoomed in")),
        "captions": _toggle("captions", _tr("Captions"), "Shift+C", _tr("The labels, texts and scores of objects")),
        "grid": _toggle("grid", _tr("Pixel grid"), "Shift+X", _tr("The borders of single pixels at a high zoom")),
        "by_object": _toggle("by_object", _tr("Colour by object"), "Shift+L",
                             _tr("A colour for each object instead of for each label")),
    }  # fmt: skip


def _toggle(name: str, text: str, key: str, tip: str) -> ActionSpec:
    return ActionSpec(name=name, text=text, menu=Menu.VIEW, section=20, keys=(key,), tip=tip, checkable=True)


def _zooming(page: "AnnotatePage") -> list[Offer]:
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
        (ActionSpec(name="adjust_picture", text=_tr("Adjust picture"), menu=Menu.VIEW, section=40, icon="adjust",
                    keys=("Ctrl+B",), checkable=True,
                    tip=_tr("Brightness, contrast, gamma, and which values are black and white")),
         page.adjusting.toggle),
        (ActionSpec(name="auto_levels", text=_tr("Automatic levels"), menu=Menu.VIEW, section=40, icon="auto-levels",
                    keys=("Ctrl+Shift+B",), checkable=True,
                    tip=_tr("Show each picture from its darkest to its brightest value")),
         page.adjusting.toggle_auto),
        (ActionSpec(name="reset_picture", text=_tr("Show picture as it is"), menu=Menu.VIEW, section=40,
                    icon="refresh", keys=("Ctrl+Alt+B",), tip=_tr("Take back all adjustments of the picture")),
         page.adjusting.reset),
    ]  # fmt: skip
