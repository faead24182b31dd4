"""The tools beside the canvas: one column of buttons, or two and three where the window is too low for one."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QSizePolicy, QToolButton, QWidget

ICON, MOST_COLUMNS = 20, 3
_MARGIN, _GAP, _LINE = 3, 1, 11
"""Free pixels round the buttons, between two, and what the line between two groups takes."""


class ToolColumn(QFrame):
    """Groups of actions as buttons, all in sight; the last group, with ``foot`` below it, lies at the bottom."""

    def __init__(self, groups: Sequence[Iterable[QAction]], foot: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("tool_column")
        self.setProperty("role", "panel")
        self._groups = [[_button(action) for action in group] for group in groups]
        self._lines = [_line() for _ in self._groups[1:-1]]
        self._foot = foot
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        self._grid.setSpacing(_GAP)
        self._grid.setSizeConstraint(QGridLayout.SizeConstraint.SetNoConstraint)  # so that it can become too low
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Ignored)
        self._arrange(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take as few columns as show every button."""
        super().resizeEvent(event)
        fitting = (number for number in range(1, MOST_COLUMNS) if self._height_in(number) <= self.height())
        self._arrange(next(fitting, MOST_COLUMNS))

    def _height_in(self, columns: int) -> int:
        """Return how high so many columns are, in pixels."""
        rows = sum(-(-len(group) // columns) for group in self._groups)
        row = self._groups[0][0].sizeHint().height() + _GAP
        return 2 * _MARGIN + rows * row + len(self._lines) * _LINE + self._foot.sizeHint().height() + _GAP

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        row = 0
        for number, group in enumerate(self._groups):
            last = number == len(self._groups) - 1
            if number and not last:
                self._grid.addWidget(self._lines[number - 1], row, 0, 1, columns, Qt.AlignmentFlag.AlignVCenter)
            self._grid.setRowStretch(row, 1 if last else 0)  # free room lies above the last group
            row += number > 0
            for place, button in enumerate(group):
                self._grid.setRowStretch(row + place // columns, 0)
                self._grid.addWidget(button, row + place // columns, place % columns)
            row += -(-len(group) // columns)
        self._grid.addWidget(self._foot, row, 0, 1, columns)
        for below in range(row, self._grid.rowCount()):
            self._grid.setRowStretch(below, 0)
        button = max(thing.sizeHint().width() for group in self._groups for thing in group)
        self.setFixedWidth(max(columns * (button + _GAP) - _GAP, self._foot.sizeHint().width()) + 2 * _MARGIN)


def _button(action: QAction) -> QToolButton:
    """Return a button that does what the action does; the keyboard stays on the canvas."""
    button = QToolButton(autoRaise=True, iconSize=QSize(ICON, ICON), focusPolicy=Qt.FocusPolicy.NoFocus)
    button.setDefaultAction(action)
    button.setObjectName(f"{action.objectName()}_button")
    return button


def _line() -> QFrame:
    line = QFrame()
    line.setProperty("role", "line")
    line.setContentsMargins(4, 0, 4, 0)
    line.setMinimumHeight(_LINE)
    return line
