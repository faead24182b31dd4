"""The line below the canvas that says how far the image is and shows its tags."""

from collections.abc import Iterable

from PySide6.QtCore import QSize, QStringListModel, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QCompleter,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from core.editing.states import NG, OK
from core.errors import InvalidValueError
from core.voc.annotation import Annotation, State, checked_text
from desktop import theme
from desktop.error_words import words_of

ROOMY = 520
"""From this width on, in device-independent pixels, the bar shows all its buttons."""


class TagBar(QFrame):
    """State, OK and NG, a chip for each other tag, and a line to add one.

    ``added`` carries a typed tag, ``removed`` one whose cross was pressed, ``refused`` why a tag cannot be written,
    ``left`` says that the person is done with the line.
    """

    added = Signal(str)
    removed = Signal(str)
    refused = Signal(str)
    left = Signal()

    def __init__(self, state_actions: Iterable[QAction], tag_actions: Iterable[QAction], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("tag_bar")
        self.setProperty("role", "bar")
        self.state = QLabel()
        self.state.setObjectName("image_state")
        self.state.setProperty("role", "note")
        self.line = _TagLine(self)
        self.line.accepted.connect(self._add)
        self.line.left.connect(self.left)
        self._names = QStringListModel(self)
        completer = QCompleter(self._names, self, caseSensitivity=Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.line.setCompleter(completer)
        self._chip_row = _ChipRow(self)
        self._chips = self._chip_row.chips
        layout = QHBoxLayout(self)
        layout.setContentsMargins(theme.SPACE, 3, theme.SPACE, 3)
        layout.setSpacing(theme.SPACE // 2)
        layout.addWidget(self.state)
        self._states = [_button(action, Qt.ToolButtonStyle.ToolButtonIconOnly) for action in state_actions]
        for widget in (*self._states, _line()):
            layout.addWidget(widget)
        for action, word in zip(tag_actions, (OK, NG), strict=True):
            action.setIconText(word)
            layout.addWidget(_button(action, Qt.ToolButtonStyle.ToolButtonTextOnly))
        layout.addWidget(_line())
        layout.addWidget(self._chip_row)
        layout.addWidget(self.line)
        layout.addStretch(1)
        self.show_annotation(None)
        self.show_state(State.NEW)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Do without the state's buttons where there is little room: menu, tool bar and keys have them too."""
        super().resizeEvent(event)
        for button in self._states:
            button.setVisible(event.size().width() >= ROOMY)

    def show_state(self, state: State) -> None:
        """Say how far the image is."""
        self.state.setText(self._state_words(state))

    def show_annotation(self, annotation: Annotation | None) -> None:
        """Show the tags of another annotation."""
        self.setEnabled(annotation is not None)
        tags = [tag for tag in (annotation.tags if annotation is not None else ()) if tag not in (OK, NG)]
        if tags != self.chip_names():
            self._show_chips(tags)

    def set_known(self, tags: Iterable[str]) -> None:
        """Complete from these tags."""
        self._names.setStringList([tag for tag in tags if tag not in (OK, NG)])

    def chip_names(self) -> list[str]:
        """Return the tags that have a chip."""
        return [chip.property("tag") for chip in self._chip_widgets()]

    def ask(self) -> None:
        """Put the keyboard into the line."""
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()

    def _chip_widgets(self) -> list[QWidget]:
        return [self._chips.itemAt(place).widget() for place in range(self._chips.count())]

    def _show_chips(self, tags: list[str]) -> None:
        for chip in self._chip_widgets():
            self._chips.removeWidget(chip)
            chip.hide()
            chip.setObjectName("")  # nobody finds it any more
            chip.deleteLater()
        for tag in tags:
            self._chips.addWidget(self._chip(tag))
        self._chip_row.fit()

    def _chip(self, tag: str) -> QWidget:
        chip = QToolButton(self, toolButtonStyle=Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        chip.setProperty("tag", tag)
        chip.setProperty("role", "chip")
        chip.setObjectName("tag_chip")
        chip.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the cross behind the name
        chip.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        chip.setText(chip.fontMetrics().elidedText(tag, Qt.TextElideMode.ElideRight, 140))
        chip.setToolTip(self.tr("Remove the tag {tag}").format(tag=tag))
        theme.dress(chip, "close")
        chip.clicked.connect(lambda: self.removed.emit(tag))
        return chip

    def _add(self, text: str) -> None:
        try:
            tag = checked_text(text.strip(), "tag")
        except InvalidValueError as error:
            self.refused.emit(words_of(error))
            return
        self.line.clear()
        self.added.emit(tag)

    def _state_words(self, state: State) -> str:
        words = {
            State.NEW: self.tr("New"),
            State.IN_WORK: self.tr("In work"),
            State.DONE: self.tr("Done"),
            State.CHECKED: self.tr("Checked"),
        }
        return words[state]


class _ChipRow(QScrollArea):
    """Chips beside each other; the wheel moves them where there are more than fit."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        content = QWidget()
        content.setObjectName("tag_chips")
        self.chips = QHBoxLayout(content)
        self.chips.setContentsMargins(0, 0, 0, 0)
        self.chips.setSpacing(theme.SPACE // 2)
        self.setWidget(content)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.fit()

    def fit(self) -> None:
        """Take the room that the chips need, or none."""
        self.setVisible(self.chips.count() > 0)
        self.setFixedHeight(max(self.chips.sizeHint().height(), 1))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return what all chips need."""
        return self.chips.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return the room of about one chip."""
        return QSize(min(90, self.chips.sizeHint().width()), self.chips.sizeHint().height())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Move sideways."""
        bar = self.horizontalScrollBar()
        bar.setValue(bar.value() - event.angleDelta().y())
        event.accept()


class _TagLine(QLineEdit):
    """The line for a tag: Enter adds it and leaves, a comma adds it and stays, Esc leaves."""

    accepted = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("tag_line")
        self.setPlaceholderText(self.tr("Add tag"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(70)
        self.setMaximumWidth(120)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter, comma and Esc."""
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Comma):
            if self.text().strip():
                self.accepted.emit(self.text())
            if key != Qt.Key.Key_Comma:
                self.left.emit()
        elif key == Qt.Key.Key_Escape:
            self.clear()
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _line() -> QFrame:
    line = QFrame()
    line.setProperty("role", "line-vertical")
    return line


def _button(action: QAction, style: Qt.ToolButtonStyle) -> QToolButton:
    button = QToolButton(toolButtonStyle=style)
    button.setDefaultAction(action)
    button.setObjectName(action.objectName().removesuffix("_action") + "_button")
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return button
