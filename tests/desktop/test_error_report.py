"""Errors that nobody expected reach a log and a person."""

import logging
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import qInstallMessageHandler, qWarning
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from core.errors import DatasetError
from desktop.error_report import ErrorDialog, ErrorReport, start_log


@pytest.fixture(name="log")
def _log(tmp_path: Path) -> Iterator[Path]:
    path = tmp_path / "logs" / "annotrain.log"
    start_log(path)
    yield path
    logger = logging.getLogger("annotrain")
    for handler in logger.handlers[:]:
        handler.close()
        logger.removeHandler(handler)


@pytest.fixture(name="report")
def _report(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[ErrorReport]:
    window = QWidget()
    qtbot.addWidget(window)
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    report = ErrorReport(window)
    report.install()
    yield report
    qInstallMessageHandler(None)


def _dialog(report: ErrorReport) -> ErrorDialog | None:
    return report.findChild(ErrorDialog) or report.parent().findChild(ErrorDialog)


def _raise_in_hook(error: Exception) -> None:
    try:
        raise error
    except type(error):
        sys.excepthook(*sys.exc_info())


def test_an_exception_is_logged_whole_and_told_in_one_sentence(qtbot: QtBot, report: ErrorReport, log: Path) -> None:
    _raise_in_hook(ZeroDivisionError("division by zero"))
    qtbot.waitUntil(lambda: _dialog(report) is not None)
    dialog = _dialog(report)
    assert dialog is not None
    assert any("did not expect (ZeroDivisionError)" in label.text() for label in dialog.findChildren(QLabel))
    details = dialog.findChild(QPlainTextEdit)
    assert not details.isVisible()
    buttons = {button.text(): button for button in dialog.findChildren(QPushButton)}
    buttons["Show details"].click()
    assert details.isVisible()
    buttons["Copy"].click()
    assert "Traceback" in QGuiApplication.clipboard().text()
    assert "ZeroDivisionError: division by zero" in log.read_text()
    dialog.close()


def test_an_exception_of_another_thread_comes_the_same_way(qtbot: QtBot, report: ErrorReport, log: Path) -> None:
    thread = threading.Thread(target=lambda: [][0])
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: _dialog(report) is not None)
    assert "IndexError" in log.read_text()
    _dialog(report).close()


def test_an_error_of_ours_is_said_in_its_own_words(qtbot: QtBot) -> None:
    dialog = ErrorDialog(DatasetError("Choose another folder."))
    qtbot.addWidget(dialog)
    assert any(label.text() == "Choose another folder." for label in dialog.findChildren(QLabel))


def test_messages_of_qt_go_into_the_log(report: ErrorReport, log: Path) -> None:
    del report
    qWarning("a curve without points")
    assert "Qt: a curve without points" in log.read_text()


def test_a_log_that_cannot_be_written_harms_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    start_log(tmp_path / "file" / "annotrain.log")
    logger = logging.getLogger("annotrain")
    logger.info("goes nowhere")
    logger.removeHandler(logger.handlers[-1])
