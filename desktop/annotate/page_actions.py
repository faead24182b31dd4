"""The page's actions, put together from those of its parts and of its tools."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction

from core.editing.history import History
from desktop.actions import ActionBook, ActionSpec, Menu, Offer, describe
from desktop.annotate.edit_actions import edit_actions
from desktop.annotate.image_actions import image_actions
from desktop.annotate.shape_actions import shape_actions
from desktop.annotate.tools.toolbox import ToolEntry
from desktop.annotate.view_actions import view_actions

if TYPE_CHECKING:
    from desktop.annotate.page import AnnotatePage

BRUSH_STEP = 1.25


def _tr(text: str) -> str:
    return QCoreApplication.translate("AnnotatePage", text)


class PageActions(ActionBook):
    """Actions that work while the page, or anything on it but a line of text, has the keyboard."""

    def __init__(self, page: "AnnotatePage", tools: tuple[ToolEntry, ...]) -> None:
        super().__init__(page, Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.tools: dict[str, QAction] = {entry.name: self._add_tool(entry, page) for entry in tools}
        for spec, call in (
            *_brush(page),
            *edit_actions(page),
            *shape_actions(page),
            *view_actions(page),
            *image_actions(page),
        ):
            self.add(spec, call)
        self._follow_pan_keys(page)
        page.canvas.keys_of = self.keys

    def show_history(self, history: History | None) -> None:
        """Name what undo and redo would do."""
        for action, word, text in (
            (self["undo"], _tr("Undo"), history.undo_text if history else None),
            (self["redo"], _tr("Redo"), history.redo_text if history else None),
        ):
            action.setEnabled(text is not None)
            name = f"{word} {text}" if text else word
            if name != action.text():  # each word that is set goes to menus, buttons and the palette
                action.setText(name)
                describe(action, name)

    def _follow_pan_keys(self, page: "AnnotatePage") -> None:
        """List the key that pans while it is held, so that it can be changed like any other.

        The canvas hears it for itself, the release included; the action is off, so that buttons keep the key.
        """
        tip = _tr("Held down, drags the picture with any tool in hand")
        action = self.add(ActionSpec(name="pan_held", text=_tr("Pan while held"), keys=("Space",), tip=tip))
        action.setEnabled(False)
        action.changed.connect(lambda: setattr(page.canvas, "pan_keys", action.shortcuts()))

    def _add_tool(self, entry: ToolEntry, page: "AnnotatePage") -> QAction:
        spec = ActionSpec(
            name=entry.name,
            text=entry.text,
            menu=Menu.TOOLS,
            section=entry.section,
            keys=entry.keys,
            tip=f"{entry.text}: {entry.tip}",
            icon=entry.name,
            checkable=True,
            group="tool",
            suffix="tool",
        )
        return self.add(spec, lambda: page.take_tool(entry.name))


def _brush(page: "AnnotatePage") -> list[Offer]:
    smaller = ActionSpec(
        name="smaller_brush", text=_tr("Smaller brush"), menu=Menu.TOOLS, section=90, keys=("[",), icon="minus"
    )
    larger = ActionSpec(
        name="larger_brush", text=_tr("Larger brush"), menu=Menu.TOOLS, section=90, keys=("]",), icon="plus"
    )
    return [(smaller, lambda: page.scale_brush(1 / BRUSH_STEP)), (larger, lambda: page.scale_brush(BRUSH_STEP))]
