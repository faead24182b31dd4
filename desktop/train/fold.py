"""A part of a form that is folded away, with a line that says what is in it."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desktop import theme


class Fold(QWidget):
    """A heading to press; below it, once pressed, ``content``. ``name`` makes the object names."""

    def __init__(self, name: str, title: str, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"{name}_group")
        self.content = content
        self.header = QPushButton(title)
        self.header.setObjectName(f"{name}_fold")
        self.header.setProperty("role", "link")
        self.header.setCheckable(True)
        self.header.toggled.connect(self._fold_out)
        self._gist = _Gist()
        head = QHBoxLayout()
        head.setSpacing(theme.SPACE // 2)
        head.addWidget(self.header)
        head.addWidget(self._gist, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE)
        column.addLayout(head)
        column.addWidget(content)
        content.hide()
        theme.dress(self.header, "chevron-right")

    def set_gist(self, text: str) -> None:
        """Say in a few words what is chosen inside; seen while it is folded."""
        self._gist.set_text(text)

    @property
    def gist(self) -> str:
        """What is said of the inside."""
        return self._gist.whole

    def open(self) -> None:
        """Fold it out."""
        self.header.setChecked(True)

    @Slot(bool)
    def _fold_out(self, out: bool) -> None:
        """Show or hide the content."""
        self.content.setVisible(out)
        self._gist.setVisible(not out)
        theme.dress(self.header, "chevron-down" if out else "chevron-right")


def below(above: QWidget, *buttons: QPushButton) -> QWidget:
    """Return the widget with buttons below it."""
    together = QWidget()
    column = QVBoxLayout(together)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme.SPACE)
    column.addWidget(above)
    for button in buttons:
        column.addWidget(button)
    return together


class _Gist(QLabel):
    """A second-rank line at the right that is cut short where there is no room."""

    def __init__(self) -> None:
        super().__init__()
        self.whole = ""
        self.setProperty("role", "note")
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def set_text(self, text: str) -> None:
        """Show another line."""
        self.whole = text
        self.setToolTip(text)
        self._cut()

    def resizeEvent(self, event: object) -> None:
        """Cut the line anew."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._cut()

    def _cut(self) -> None:
        self.setText(self.fontMetrics().elidedText(self.whole, Qt.TextElideMode.ElideRight, max(0, self.width() - 4)))
