"""The list of labels: which one is current, its colour, its number key, how often it is in the open image."""

from collections import Counter
from collections.abc import Iterable

from PySide6.QtCore import QAbstractListModel, QItemSelectionModel, QModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from core.errors import InvalidValueError
from core.voc.label_list import LabelList
from desktop import theme
from desktop.annotate.rows import Index, RowDelegate, draw_name, draw_note, draw_swatch, plain_list

COLOR, KEY, COUNT = (Qt.ItemDataRole.UserRole + step for step in (1, 2, 3))


class LabelListModel(QAbstractListModel):
    """The labels in their order."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label_list = LabelList()
        self._counts: Counter[str] = Counter()

    def set_label_list(self, label_list: LabelList) -> None:
        """Show these labels."""
        self.beginResetModel()
        self.label_list = label_list
        self.endResetModel()

    def set_labels_in_image(self, labels: Iterable[str]) -> None:
        """Count how often each label is in the open image; the argument names each object's."""
        self._counts = Counter(labels)
        if self.label_list.labels:
            self.dataChanged.emit(self.index(0), self.index(self.rowCount() - 1), [COUNT])

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many labels there are."""
        return 0 if parent is not None and parent.isValid() else len(self.label_list.labels)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return name, colour, number key or count."""
        label = self.label_list.labels[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return label.name
            case Qt.ItemDataRole.ToolTipRole:
                return f"{label.name} ({label.key})" if label.key else label.name
            case _ if role == COLOR:
                return QColor(label.color)
            case _ if role == KEY:
                return label.key
            case _ if role == COUNT:
                return self._counts[label.name]
        return None


class LabelDelegate(RowDelegate):
    """Draws a label's row."""

    def draw_row(self, painter: QPainter, row: QRectF, index: Index) -> None:
        """Draw swatch, name, count and number key."""
        rest = draw_swatch(painter, row, index.data(COLOR))
        key, count = index.data(KEY), index.data(COUNT)
        colors = theme.colors()
        rest = draw_note(painter, rest, str(key) if key else "", colors.muted, framed=True)
        rest = draw_note(painter, rest, f"{count} ×" if count else "", colors.muted)
        draw_name(painter, rest, index.data())


class LabelPanel(QWidget):
    """The labels and a line to add one. ``chosen`` carries a clicked label, ``added`` a typed one."""

    chosen = Signal(str)
    added = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = LabelListModel(self)
        self.view = plain_list("label_list", LabelDelegate(), self)
        self.view.setModel(self.model)
        self.view.clicked.connect(lambda index: self.chosen.emit(index.data()))
        self.new = QLineEdit(placeholderText=self.tr("Add a label, then Enter"))
        self.new.setObjectName("new_label")
        self.new.returnPressed.connect(self._add)
        self.new.textEdited.connect(lambda _text: self._complain(""))
        self.problem = theme.note(parent=self)
        self.problem.setProperty("role", "problem")
        self.problem.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.SPACE, theme.SPACE, theme.SPACE, theme.SPACE // 2)
        layout.setSpacing(theme.SPACE)
        layout.addWidget(theme.heading(self.tr("Labels"), self))
        layout.addWidget(self.view, 1)
        layout.addWidget(self.new)
        layout.addWidget(self.problem)

    def set_current(self, name: str | None) -> None:
        """Highlight the label that new objects get."""
        chosen = self.view.selectionModel()
        row = self.model.label_list.names.index(name) if name in self.model.label_list.names else None
        index = self.model.index(row) if row is not None else QModelIndex()
        chosen.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _add(self) -> None:
        try:
            self.model.label_list.with_label(self.new.text().strip())
        except InvalidValueError as error:
            self._complain(str(error))
            return
        name = self.new.text().strip()
        self.new.clear()
        self.added.emit(name)

    def _complain(self, text: str) -> None:
        self.problem.setText(text)
        self.problem.setVisible(bool(text))
