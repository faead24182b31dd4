"""Small dialogs of the bulk review: one name for many, and what the review goes by."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from core.errors import InvalidValueError
from core.review.bulk import BulkSettings
from core.voc.annotation import checked_text
from desktop import theme
from desktop.dialog_buttons import do_or_cancel
from desktop.error_words import words_of
from desktop.number_fields import WholeField


class _SmallDialog(QDialog):
    """A form above two buttons, with a note between them."""

    def __init__(self, name: str, title: str, note: str, do: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName(name)
        self.setWindowTitle(title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setMinimumWidth(380)
        self.form = QFormLayout()
        self.note = theme.note(note)
        self.do_button = QPushButton(do)
        self.do_button.setObjectName(f"{name}_do")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[2 * theme.SPACE] * 4)
        layout.setSpacing(2 * theme.SPACE)
        layout.addLayout(self.form)
        layout.addWidget(self.note)
        layout.addWidget(do_or_cancel(self, self.do_button))


class NameDialog(_SmallDialog):
    """Asks for a label or a tag, of those known or a new one; ``chosen`` carries it."""

    chosen = Signal(str)

    def __init__(
        self, name: str, title: str, field: str, note: str, known: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(name, title, note, title, parent)
        self.names = QComboBox(editable=True)
        self.names.setObjectName(f"{name}_name")
        self.names.addItems(list(known))
        self.names.setCurrentText("")
        self.names.completer().setCaseSensitivity(Qt.CaseSensitivity.CaseSensitive)
        self.form.addRow(field, self.names)
        self._note = note
        self.names.currentTextChanged.connect(lambda _text: self._judge())
        self.accepted.connect(lambda: self.chosen.emit(self.names.currentText().strip()))
        self._judge()
        self.names.setFocus()

    def _judge(self) -> None:
        """Let a name be taken that can be written."""
        text, problem = self.names.currentText().strip(), ""
        if text:
            try:
                checked_text(text, "label")
            except InvalidValueError as error:
                problem = words_of(error)
        self.note.setText(problem or self._note)
        self.do_button.setEnabled(bool(text) and not problem)


class BulkSettingsDialog(_SmallDialog):
    """Asks from when a label is common, and which tags mark staged and synthetic images."""

    def __init__(
        self, settings: BulkSettings, keep: Callable[[BulkSettings], None], parent: QWidget | None = None
    ) -> None:
        super().__init__(
            "bulk_settings_dialog", self.tr("Settings of the review"),
            self.tr("Kept with the dataset. Give images such a tag to mark them as staged or synthetic."),
            self.tr("Keep"), parent,
        )  # fmt: skip
        self.cutoff = WholeField(minimum=1, maximum=100_000, value=settings.cutoff)
        self.cutoff.setObjectName("bulk_cutoff")
        self.marks = QLineEdit(", ".join(settings.marks))
        self.marks.setObjectName("bulk_marks")
        self.form.addRow(self.tr("A label is rare on fewer images than"), self.cutoff)
        self.form.addRow(self.tr("Tags of staged and synthetic images"), self.marks)
        self.accepted.connect(lambda: keep(self.settings))

    @property
    def settings(self) -> BulkSettings:
        """What the form says."""
        marks = tuple(dict.fromkeys(mark.strip() for mark in self.marks.text().split(",") if mark.strip()))
        return BulkSettings(cutoff=self.cutoff.value(), marks=marks)
