"""The page's actions: names, icons, shortcuts, menus. They call the page's methods and know nothing else."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence

from core.editing.history import History
from desktop import theme

if TYPE_CHECKING:
    from desktop.annotate.page import AnnotatePage

Keys = tuple[str | QKeySequence.StandardKey, ...]
Menu = list[QAction | None]
BRUSH_STEP = 1.25


def tr(text: str) -> str:
    """Translate a text of this page."""
    return QCoreApplication.translate("AnnotatePage", text)


class PageActions:
    """Actions that work while the page, or anything on it but a line of text, has the keyboard."""

    def __init__(self, page: "AnnotatePage") -> None:
        self._page = page
        self._group = QActionGroup(page)
        self.tools = self._make_tools()
        self.undo = self._make(tr("Undo"), "undo", (QKeySequence.StandardKey.Undo,), page.undo)
        self.redo = self._make(tr("Redo"), "redo", (QKeySequence.StandardKey.Redo, "Ctrl+Shift+Z", "Ctrl+Y"), page.redo)
        self.previous = self._make(tr("Previous image"), "previous", ("A",), page.previous_image)
        self.next = self._make(tr("Next image"), "next", ("D",), page.next_image)
        self.zoom_in = self._make(tr("Zoom in"), "zoom-in", ("Ctrl++", "Ctrl+="), lambda: page.canvas.zoom_by(1.25))
        self.zoom_out = self._make(tr("Zoom out"), "zoom-out", ("Ctrl+-",), lambda: page.canvas.zoom_by(0.8))
        self.fit = self._make(tr("Fit in view"), "fit", ("F", "Ctrl+F"), page.canvas.fit)
        self.actual = self._make(tr("Actual size"), "actual-size", ("Ctrl+1", "Ctrl+0"), page.canvas.actual_size)
        self.verified = self._make(tr("Verified"), "verified", ("Q",), page.labelling.toggle_verified)
        self.verified.setCheckable(True)
        self.menus = self._make_menus()
        for key in range(1, 10):
            self._make(tr("Label {key}").format(key=key), None, (str(key),), self._number(key))

    def show_history(self, history: History | None) -> None:
        """Name what undo and redo would do."""
        for action, word, text in (
            (self.undo, tr("Undo"), history.undo_text if history else None),
            (self.redo, tr("Redo"), history.redo_text if history else None),
        ):
            action.setEnabled(text is not None)
            action.setText(f"{word} {text}" if text else word)
            _describe(action, action.text())

    def _make_menus(self) -> dict[str, Menu]:
        page, make = self._page, self._make
        label = make(tr("Change label…"), "tag", ("L", "Ctrl+E"), page.labelling.ask_label_of_selection)
        return {
            tr("File"): [make(tr("Save now"), "save", (QKeySequence.StandardKey.Save,), page.save_now)],
            tr("Edit"): [
                self.undo,
                self.redo,
                None,
                make(tr("Delete"), "delete", ("Delete",), page.delete),
                make(tr("Select all"), None, (QKeySequence.StandardKey.SelectAll,), page.select_all),
                label,
            ],
            tr("View"): [self.zoom_in, self.zoom_out, self.fit, self.actual],
            tr("Image"): [self.previous, self.next, None, self.verified],
            tr("Tools"): [
                *self.tools.values(),
                None,
                make(tr("Smaller brush"), "minus", ("[",), lambda: page.scale_brush(1 / BRUSH_STEP)),
                make(tr("Larger brush"), "plus", ("]",), lambda: page.scale_brush(BRUSH_STEP)),
            ],
        }

    def _make_tools(self) -> dict[str, QAction]:
        tools = (
            ("select", tr("Select"), ("V",), tr("select, move and reshape")),
            ("box", tr("Box"), ("B", "W"), tr("drag or click two corners")),
            ("polygon", tr("Polygon"), ("P",), tr("click the outline")),
            ("brush", tr("Brush"), ("R",), tr("paint a mask; [ and ] change the size")),
            ("eraser", tr("Eraser"), ("E",), tr("take away from a mask")),
            ("pan", tr("Pan"), ("H",), tr("move the picture; hold Space with any other tool")),
        )
        made = {}
        for name, text, keys, description in tools:
            action = self._make(text, name, keys, self._taking(name))
            action.setCheckable(True)
            action.setObjectName(f"{name}_tool")
            _describe(action, f"{text}: {description}")
            self._group.addAction(action)
            made[name] = action
        return made

    def _make(self, text: str, icon: str | None, keys: Keys, call: Callable[[], object]) -> QAction:
        action = QAction(text, self._page)
        if icon:
            theme.dress(action, icon)
        # A platform's own key may be one of ours: twice the same would be ambiguous, and Qt then takes neither.
        sequences = {sequence.toString(): sequence for sequence in map(QKeySequence, keys)}
        action.setShortcuts(list(sequences.values()))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        _describe(action, text)
        action.triggered.connect(lambda _checked=False: call())
        self._page.addAction(action)
        return action

    def _number(self, key: int) -> Callable[[], None]:
        return lambda: self._page.labelling.press_number(key)

    def _taking(self, name: str) -> Callable[[], None]:
        return lambda: self._page.take_tool(name)


def _describe(action: QAction, text: str) -> None:
    """Have the tooltip name the first shortcut."""
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    action.setToolTip(f"{text} ({keys})" if keys else text)
