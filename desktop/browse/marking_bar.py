"""The bar below the gallery: what can be said of all selected images at once, as buttons and as a menu."""

from collections.abc import Mapping

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QPushButton, QWidget

from core.voc.annotation import State
from desktop import state_marks, theme


class MarkingBar(QFrame):
    """``state_asked`` (names, State), ``tag_asked`` (names, tag, on) and ``new_tag_asked`` (names) say what to mark.

    ``known_tags`` are offered; ``open_asked`` says that the current image is to be opened.
    """

    open_asked = Signal()
    state_asked = Signal(object, object)
    tag_asked = Signal(object, str, bool)
    new_tag_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "bar")
        self.known_tags: tuple[str, ...] = ()
        self._selected: Mapping[str, tuple[str, ...]] = {}
        self.words = QLabel()
        self.words.setObjectName("gallery_selection")
        self.state_button = QPushButton(self.tr("Set state"))
        self.state_button.setObjectName("gallery_state")
        self.state_button.setMenu(self._state_menu())
        self.tag_button = QPushButton(self.tr("Tags"))
        self.tag_button.setObjectName("gallery_tags")
        tags = QMenu(self)
        tags.aboutToShow.connect(lambda: self._fill_tags(tags))
        self.tag_button.setMenu(tags)
        self.open_button = QPushButton(self.tr("Open"))
        self.open_button.setObjectName("gallery_open")
        self.open_button.setToolTip(self.tr("Open the image to draw on it (Enter)"))
        self.open_button.clicked.connect(self.open_asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, theme.SPACE // 2, theme.SPACE, theme.SPACE // 2)
        row.addWidget(self.words, 1)
        for button in (self.state_button, self.tag_button, self.open_button):
            row.addWidget(button)

    def show_selection(self, selected: Mapping[str, tuple[str, ...]]) -> None:
        """Offer to mark these images, given with the tags that each has."""
        self._selected = selected
        self.words.setText(self.tr("%n image(s) selected", "", len(selected)) if selected else self.tr(
            "Double-click or Enter opens an image; Ctrl and Shift select several."))  # fmt: skip
        for button in (self.state_button, self.tag_button, self.open_button):
            button.setEnabled(bool(selected))

    def show_menu(self, at: QPoint) -> None:
        """Show the same as a menu at a place of the screen."""
        if not self._selected:
            return
        menu = QMenu(self)
        menu.addAction(self.tr("Open")).triggered.connect(self.open_asked)
        menu.addMenu(self._state_menu())
        self._fill_tags(menu.addMenu(self.tr("Tags")))
        menu.popup(at)

    def _state_menu(self) -> QMenu:
        menu = QMenu(self.tr("Set state"), self)
        for state in (State.IN_WORK, State.DONE, State.CHECKED):
            action = menu.addAction(state_marks.state_words(state))
            action.setObjectName(f"gallery_state_{state.name.lower()}")
            action.triggered.connect(lambda _on=False, state=state: self.state_asked.emit(list(self._selected), state))
        return menu

    def _fill_tags(self, menu: QMenu) -> None:
        """Offer the known tags: checked where all selected images have them."""
        menu.clear()
        names = list(self._selected)
        for tag in self.known_tags:
            everywhere = all(tag in self._selected[name] for name in names)
            action = menu.addAction(tag)
            action.setCheckable(True)
            action.setChecked(everywhere)
            action.triggered.connect(
                lambda _on=False, tag=tag, on=not everywhere: self.tag_asked.emit(list(self._selected), tag, on)
            )
        menu.addSeparator()
        menu.addAction(self.tr("Other tag…")).triggered.connect(lambda: self.new_tag_asked.emit(list(self._selected)))
