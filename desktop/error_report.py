"""Errors that nobody expected: logged whole, told to a person in one sentence."""

import logging
import logging.handlers
import sys
import threading
import traceback
from pathlib import Path
from types import TracebackType

from platformdirs import user_log_dir
from PySide6.QtCore import QMessageLogContext, QObject, Qt, QtMsgType, Signal, Slot, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from core.errors import AnnotrainError
from desktop import theme
from desktop.error_words import words_of

_log = logging.getLogger("annotrain")
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def log_path() -> Path:
    """Return where the program's log is kept."""
    return Path(user_log_dir("Annotrain", appauthor=False)) / "annotrain.log"


def start_log(path: Path) -> None:
    """Log to ``path``, half a megabyte at most and one older file; without a log where it cannot be written."""
    _log.setLevel(logging.INFO)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        stream: logging.Handler = logging.handlers.RotatingFileHandler(path, maxBytes=500_000, backupCount=1)
    except OSError:
        stream = logging.NullHandler()
    stream.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    _log.addHandler(stream)


class ErrorReport(QObject):
    """Takes what reached the top of any thread, logs it and shows it once."""

    _raised = Signal(object)

    def __init__(self, window: QWidget | None = None) -> None:
        super().__init__(window)
        self._window = window
        self._dialog: ErrorDialog | None = None
        self._raised.connect(self.show_error, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Become the end of the line for exceptions of every thread and for Qt's messages."""
        sys.excepthook = self._except
        threading.excepthook = lambda args: self._except(args.exc_type, args.exc_value, args.exc_traceback)
        qInstallMessageHandler(_log_qt_message)

    def _except(self, kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> None:
        """Log the exception and hand it to the main thread."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error or kind(), trace)
            return
        _log.error("Unexpected error", exc_info=(kind, error or kind(), trace))
        self._raised.emit(error or kind())

    @Slot(object)
    def show_error(self, error: BaseException) -> None:
        """Show the error in a window of its own that nothing waits for; one at a time, the rest is only logged."""
        if self._dialog is not None and self._dialog.isVisible():
            return
        self._dialog = ErrorDialog(error, self._window)
        self._dialog.show()


class ErrorDialog(QDialog):
    """One sentence, and the details for whoever wants them."""

    def __init__(self, error: BaseException, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Something went wrong"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        self.setMinimumWidth(480)
        self._details = QPlainTextEdit("".join(traceback.format_exception(error)))
        self._details.setReadOnly(True)
        self._details.setMinimumHeight(220)
        self._details.hide()
        self._toggle = QPushButton(self.tr("Show details"))
        self._toggle.clicked.connect(self._toggle_details)
        copy = QPushButton(self.tr("Copy"))
        copy.setToolTip(self.tr("Copy the details, to send them to whoever looks after the program"))
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._details.toPlainText()))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        for button in (self._toggle, copy):
            buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        layout = QVBoxLayout(self)
        layout.setSpacing(2 * theme.SPACE)
        layout.addLayout(_sentence_row(_sentence(error)))
        layout.addWidget(theme.note(self.tr("What was saved is safe. The log is {path}.").format(path=log_path())))
        layout.addWidget(self._details)
        layout.addWidget(buttons)

    @Slot()
    def _toggle_details(self) -> None:
        """Fold the details out or in."""
        self._details.setVisible(not self._details.isVisible())
        self._toggle.setText(self.tr("Hide details") if self._details.isVisible() else self.tr("Show details"))
        self.adjustSize()


def _sentence(error: BaseException) -> str:
    """Return what a person is told."""
    if isinstance(error, AnnotrainError):
        return words_of(error)
    return f"The program met an error that it did not expect ({type(error).__name__}). You can go on working."


def _sentence_row(text: str) -> QHBoxLayout:
    """Return the sentence with a warning sign before it."""
    row = QHBoxLayout()
    sign = QLabel()
    sign.setPixmap(theme.picture("warning", theme.colors().warning, 28))
    sign.setAlignment(Qt.AlignmentFlag.AlignTop)
    sentence = QLabel(text)
    sentence.setWordWrap(True)
    sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    row.addWidget(sign)
    row.addWidget(sentence, 1)
    return row


def _log_qt_message(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    """Write Qt's own messages into the log."""
    _log.log(_LEVELS.get(kind, logging.INFO), "Qt: %s", message)
