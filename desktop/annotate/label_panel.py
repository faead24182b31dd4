"""The list of labels, and a line to add one."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from core.errors import InvalidValueError
from desktop import theme
from desktop.annotate.label_list import LabelDelegate, LabelListModel
from desktop.annotate.rows import SwitchList
from desktop.error_words import words_of


class LabelPanel(QWidget):
    """The labels and a line to add one.

    ``chosen`` carries a clicked label, ``added`` a typed one, ``hidden_changed`` the labels whose objects are not
    shown: this is a matter of looking, and no file says it. ``left`` says that the person is done with the line.
    """

    chosen = Signal(str)
    added = Signal(str)
    hidden_changed = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = LabelListModel(self)
        self.view = SwitchList("label_list", LabelDelegate(), 1, self)
        self.view.setModel(self.model)
        self.view.switched.connect(lambda row, _eye: self.toggle_hidden(self.model.label_list.names[row]))
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

    @property
    def hidden(self) -> frozenset[str]:
        """The labels whose objects are not shown."""
        return self.model.hidden

    def set_hidden(self, labels: frozenset[str]) -> None:
        """Hide the objects of just these labels."""
        if labels != self.model.hidden:
            self.model.set_hidden(labels)
            self.hidden_changed.emit(labels)

    def toggle_hidden(self, name: str) -> None:
        """Hide the objects of a label, or show them again."""
        self.set_hidden(self.hidden ^ {name})

    def label_at(self, place: QPoint) -> str | None:
        """Return the label in whose row a place of the view lies."""
        index = self.view.indexAt(place)
        return self.model.label_list.names[index.row()] if index.isValid() else None

    def set_current(self, name: str | None) -> None:
        """Highlight the label that new objects get."""
        chosen = self.view.selectionModel()
        row = self.model.label_list.names.index(name) if name in self.model.label_list.names else None
        index = self.model.index(row) if row is not None else QModelIndex()
        chosen.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _add(self) -> None:
        if not self.new.text().strip():
            QTimer.singleShot(
                0, self, self.left.emit
            )  # when this key is done with: on the canvas it means another thing
            return
        try:
            self.model.label_list.with_label(self.new.text().strip())
        except InvalidValueError as error:
            self._complain(words_of(error))
            return
        name = self.new.text().strip()
        self.new.clear()
        self.added.emit(name)

    def _complain(self, text: str) -> None:
        self.problem.setText(text)
        self.problem.setVisible(bool(text))
