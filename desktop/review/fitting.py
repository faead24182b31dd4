"""Widgets of a bar that say less where there is little room, but never half a word."""

import re

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QSizePolicy, QStyle, QStyleOptionComboBox, QStylePainter

from desktop import theme

_PARTS = re.compile(r"(?=, )|(?=: )|(?= · )")


class FittingLabel(QLabel):
    """A note in one line. Where it does not fit, its last parts (after a comma, a colon or a dot) are left out."""

    def __init__(self, text: str = "") -> None:
        super().__init__(text)
        self.setProperty("role", "note")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def minimumSizeHint(self) -> QSize:
        """Return that it can do without any width."""
        return QSize(0, super().minimumSizeHint().height())

    @property
    def shown_text(self) -> str:
        """What of the text there is room for."""
        text = self.text()
        parts = _PARTS.split(text)
        while parts and self.fontMetrics().horizontalAdvance("".join(parts)) > self.width():
            parts.pop()
        return "".join(parts)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what fits."""
        del event
        painter = QPainter(self)
        self.style().drawItemText(
            painter,
            self.rect(),
            int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft),
            self.palette(),
            self.isEnabled(),
            self.shown_text,
            self.foregroundRole(),
        )


class FittingChoice(QComboBox):
    """A choice that may be narrower than its words, which then end in an ellipsis; the tooltip has them all."""

    def __init__(self, name: str, tip: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._tip = tip
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setMinimumWidth(64)
        self.currentTextChanged.connect(self._tell)
        self._tell("")

    def sizeHint(self) -> QSize:
        """Return the room for the words; a style sheet's padding leaves them less than Qt thinks."""
        return super().sizeHint() + QSize(2 * theme.SPACE, 0)

    def _tell(self, text: str) -> None:
        self.setToolTip(f"{text}\n{self._tip}" if text else self._tip)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the chosen words, elided where they are too long."""
        del event
        painter, option = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        style = self.style()
        field = style.subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, self
        )
        option.currentText = option.fontMetrics.elidedText(
            self.currentText(), Qt.TextElideMode.ElideRight, field.width() - 2
        )
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)


class BarButton(QPushButton):
    """A button with a short text, or none beside its icon, for narrow windows.

    A click leaves the keyboard where it is, on the canvas; who comes by Tab presses it by Enter, too.
    """

    def __init__(self, name: str, text: str, icon: str, tip: str, *, short: str | None = None) -> None:
        super().__init__(text)
        self._texts = (text, text if short is None else short)
        self.setObjectName(name)
        self.setAccessibleName(text)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAutoDefault(True)
        self.setToolTip(tip)
        self.setProperty("compact", True)
        theme.dress(self, icon)

    def set_texts(self, text: str, short: str) -> None:
        """Take other texts: the long one and the short one, of which the long one is shown."""
        self._texts = (text, short)
        self.setText(text)
        self.setAccessibleName(text)

    def set_short(self, short: bool) -> None:
        """Take the short text, or the long one again."""
        self.setText(self._texts[short])

    def width_with(self, *, short: bool) -> int:
        """Return the width that it wants with the short or the long text."""
        texts = (self.fontMetrics().horizontalAdvance(text) for text in (self.text(), self._texts[short]))
        now, then = texts
        gap = 4 * (bool(self._texts[short]) - bool(self.text()))  # between icon and text
        return self.sizeHint().width() + then - now + gap
