"""The settings of the smart tool: which two files its model is, tried at once, with what is wrong with them."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFileDialog, QGridLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from desktop import theme
from desktop.error_words import words_of
from desktop.jobs.executor import Executor
from desktop.settings import Settings

TYPED_AFTER = 400
"""So long after the last letter, in milliseconds, what was typed is taken."""


class PromptSettings(QWidget):
    """Two lines for two files; below them whether the model works, said in one sentence.

    The files are tried on the ``executor``, which outlives this widget. ``changed`` says that others were chosen.
    """

    changed = Signal()

    def __init__(self, settings: Settings, executor: Executor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("prompt_settings")
        self._settings = settings
        self._executor = executor
        self._typing = QTimer(self, singleShot=True, interval=TYPED_AFTER)
        self._typing.timeout.connect(self._take)
        self.encoder = self._line("promptable_encoder", settings.promptable_encoder)
        self.decoder = self._line("promptable_decoder", settings.promptable_decoder)
        self.verdict = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.verdict.setObjectName("prompt_verdict")
        self.verdict.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        explained = theme.note(
            self.tr(
                "The smart tool asks a segmentation model that you have as two ONNX files, such as an export of "
                "Segment Anything, MobileSAM or SAM 2. Nothing is fetched from a network."
            ),
            self,
        )
        explained.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * theme.SPACE, 2 * theme.SPACE, 2 * theme.SPACE, 2 * theme.SPACE)
        layout.setSpacing(2 * theme.SPACE)
        layout.addWidget(explained)
        layout.addLayout(self._form())
        layout.addWidget(self.verdict)
        layout.addStretch(1)
        self._try()

    def hideEvent(self, event: QHideEvent) -> None:
        """Take over what was typed last."""
        if self._typing.isActive():
            self._take()
        super().hideEvent(event)

    def _line(self, name: str, path: Path | None) -> QLineEdit:
        line = QLineEdit(str(path or ""))
        line.setObjectName(name)
        line.setPlaceholderText(self.tr("Choose an .onnx file"))
        line.setClearButtonEnabled(True)
        line.editingFinished.connect(self._take)
        line.textEdited.connect(lambda _text: self._typing.start())
        return line

    def _form(self) -> QGridLayout:
        form = QGridLayout()
        form.setSpacing(theme.SPACE)
        form.setColumnStretch(1, 1)
        for row, (title, line) in enumerate(((self.tr("&Encoder"), self.encoder), (self.tr("&Decoder"), self.decoder))):
            label = QLabel(title)
            label.setBuddy(line)
            button = QPushButton(self.tr("Choose…"), autoDefault=False)
            button.setObjectName(f"{line.objectName()}_button")
            button.clicked.connect(partial(self._choose, line))
            for column, widget in enumerate((label, line, button)):
                form.addWidget(widget, row, column)
        return form

    def _choose(self, line: QLineEdit) -> None:
        """Have a file chosen for a line."""
        title = self.tr("Choose an ONNX file")
        path, _ = QFileDialog.getOpenFileName(self, title, line.text(), self.tr("ONNX files (*.onnx);;All files (*)"))
        if path:
            line.setText(path)
            self._take()

    def _take(self) -> None:
        """Keep the files, and try them."""
        self._typing.stop()
        paths = [Path(text).expanduser() if (text := line.text().strip()) else None for line in self._lines]
        if paths != [self._settings.promptable_encoder, self._settings.promptable_decoder]:
            self._settings.promptable_encoder, self._settings.promptable_decoder = paths
            self.changed.emit()
            self._try()

    @property
    def _lines(self) -> tuple[QLineEdit, QLineEdit]:
        return self.encoder, self.decoder

    def _try(self) -> None:
        """Load the model in the background and say whether it works."""
        encoder, decoder = self._settings.promptable_encoder, self._settings.promptable_decoder
        if encoder is None or decoder is None:
            self._say(self.tr("Choose both files to use the smart tool."), "muted")
            return
        self._say(self.tr("Trying the model…"), "muted")
        self._executor.submit(
            partial(_tried, encoder, decoder),
            lambda _none: self._say(self.tr("The model works."), "success"),
            lambda error: self._say(words_of(error), "warning"),
            key="try",
            owner=self,
        )

    def _say(self, text: str, tone: str) -> None:
        self.verdict.setText(text)
        self.verdict.setStyleSheet(f"color: {getattr(theme.colors(), tone)};")


def _tried(encoder: Path, decoder: Path) -> None:
    """Load both files and ask them about a small grey picture.

    Raises:
        PromptableModelError: one of the files cannot be used.
    """
    import numpy as np

    from core.errors import AssistError
    from core.inference.promptable import Prompt, PromptableModel

    model = PromptableModel(encoder, decoder)
    embedding = model.embed(np.full((48, 64, 3), 128, np.uint8), (64, 48))
    try:
        model.segment(embedding, Prompt(points=(((32.0, 24.0), True),)))
    except AssistError:
        return  # nothing found in nothing: the model answered, which is what was asked
