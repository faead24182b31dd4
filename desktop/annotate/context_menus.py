"""What a right click offers: on an object, beside objects, in the list of objects and in that of labels."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction, QColor
from PySide6.QtWidgets import QColorDialog, QMenu, QWidget

from core.editing.groups import with_members
from core.editing.hit_test import find_locked, find_target

if TYPE_CHECKING:
    from desktop.annotate.page import AnnotatePage

_LINE = ""
_ON_OBJECT = (
    "change_label", "last_label", "edit_text", _LINE, "cut", "copy", "duplicate", "delete", _LINE,
    "to_top", "raise", "lower", "to_bottom", _LINE, "group", "ungroup", _LINE, "lock", "hide",
)  # fmt: skip
_ON_PICTURE = ("paste", "copy_from_previous", "select_all", "show_all", _LINE, "fit", "actual")
GRIP = 7.0
"""How near to an object a right click must be, in view pixels."""


class ContextMenus(QObject):
    """The menus of one page; ``menu`` is the one opened last."""

    def __init__(self, page: "AnnotatePage") -> None:
        super().__init__(page)
        self._page = page
        self.menu: QMenu | None = None
        labels, objects = page.parts.labels.view, page.parts.objects.view
        for widget, call in ((page.canvas, self._on_canvas), (objects, self._on_objects), (labels, self._on_labels)):
            widget.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            widget.customContextMenuRequested.connect(call)

    def _on_canvas(self, at: QPoint) -> None:
        """Offer what fits the object under the mouse; no menu while a gesture is under way, which has its own word."""
        canvas, annotation = self._page.canvas, self._page.document.annotation
        tool = canvas.tool
        if annotation is None or canvas.busy or (tool is not None and tool.both_buttons):
            return
        if (ghost := canvas.ghost_at(canvas.to_image(at.toPointF()))) is not None:
            canvas.ghost_clicked.emit(ghost.place)
            self._on_ghost(at)
            return
        index, place, reach = canvas.overlay.index, canvas.to_image(at.toPointF()), GRIP / canvas.viewport.zoom
        target = find_target(index, canvas.overlay.selected, place, reach) or find_locked(index, place)
        if target is not None and target.place not in self._page.selection.places:
            self._page.selection.set(with_members(annotation.objects, (target.place,)))
        self._show(_ON_OBJECT if target is not None else _ON_PICTURE, canvas, at)

    def _on_ghost(self, at: QPoint) -> None:
        """Offer what can be done with the suggestion that is current now."""
        menu, key = QMenu(self._page), self._page.ghost_key
        menu.addAction(self.tr("Accept"), lambda: key.emit("accept"))
        menu.addAction(self.tr("Reject"), lambda: key.emit("reject"))
        menu.addAction(self.tr("Change label…"), lambda: key.emit("relabel"))
        menu.addSeparator()
        menu.addAction(self.tr("Accept all shown"), lambda: key.emit("accept_all"))
        self._open(menu, self._page.canvas, at)

    def _on_objects(self, at: QPoint) -> None:
        view = self._page.parts.objects.view
        self._show(_ON_OBJECT if view.indexAt(at).isValid() else _ON_PICTURE, view.viewport(), at)

    def _on_labels(self, at: QPoint) -> None:
        """Offer what can be done with a label of the list."""
        panel = self._page.parts.labels
        name = panel.label_at(at)
        if name is None:
            return
        menu = QMenu(panel)
        hidden = name in panel.hidden
        menu.addAction(self.tr("Show") if hidden else self.tr("Hide"), lambda: panel.toggle_hidden(name))
        others = frozenset(panel.model.label_list.names) - {name}
        menu.addAction(self.tr("Show only this one"), lambda: panel.set_hidden(others))
        menu.addAction(self.tr("Show all"), lambda: panel.set_hidden(frozenset()))
        menu.addSeparator()
        menu.addAction(self.tr("Select its objects"), lambda: self._page.select_label(name))
        menu.addSeparator()
        menu.addAction(self.tr("Colour…"), lambda: self._ask_color(name))
        menu.addMenu(self._keys(name, menu))
        rename = self._page.window().findChild(QAction, "rename_label_action")
        if rename is not None:
            menu.addAction(rename.text(), lambda: self._rename(name, rename))
        self._open(menu, panel.view.viewport(), at)

    def _show(self, names: Iterable[str], on: QWidget, at: QPoint) -> None:
        menu, book = QMenu(self._page), self._page.page_actions
        for name in names:
            menu.addAction(book[name]) if name else menu.addSeparator()
        self._open(menu, on, at)

    def _open(self, menu: QMenu, on: QWidget, at: QPoint) -> None:
        if self.menu is not None:
            self.menu.deleteLater()
        self.menu = menu
        menu.popup(on.mapToGlobal(at))

    def _keys(self, name: str, parent: QWidget) -> QMenu:
        """Return the menu of the number keys, each with the label that it chooses now."""
        menu, labels = QMenu(self.tr("Number key"), parent), self._page.label_list
        for key in (*range(1, 10), None):
            label = labels.for_key(key) if key is not None else None
            text = self.tr("None") if key is None else f"{key}  {label.name}" if label is not None else str(key)
            action = menu.addAction(text)
            action.setCheckable(True)
            action.setChecked(label is not None and label.name == name)
            action.triggered.connect(lambda _on=False, key=key: self._set_key(name, key))
        return menu

    def _set_key(self, name: str, key: int | None) -> None:
        labelling = self._page.labelling
        labelling.change_labels(labelling.label_list.with_key(name, key))

    def _ask_color(self, name: str) -> None:
        dialog = QColorDialog(QColor(self._page.label_list.color_of(name)), self._page)
        dialog.setObjectName("label_color")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.colorSelected.connect(lambda color: self._set_color(name, color))
        dialog.open()

    def _set_color(self, name: str, color: QColor) -> None:
        labelling = self._page.labelling
        labelling.change_labels(labelling.label_list.with_color(name, color.name()))

    def _rename(self, name: str, rename: QAction) -> None:
        """Have the label that is current now renamed in the whole dataset."""
        self._page.labelling.choose_label(name)
        rename.trigger()
