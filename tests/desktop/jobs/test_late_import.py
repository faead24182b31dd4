"""Importing in the background what stands on Qt."""

import subprocess
import sys

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from desktop.jobs.executor import Executor
from desktop.jobs.late_import import import_late

_PROGRAM = """
import sys, threading
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from desktop.jobs import late_import
from desktop.jobs.executor import Executor

app = QApplication([])
asked = []
types = late_import._qt_types

def noted():
    for module, name in types():
        asked.append((threading.current_thread() is threading.main_thread(), "pyqtgraph" in sys.modules))
        yield module, name

late_import._qt_types = noted
executor = Executor()
late_import.import_late(("pyqtgraph",), executor, app.quit, app)
assert "pyqtgraph" not in sys.modules
app.exec()
executor.shutdown()
assert "pyqtgraph" in sys.modules
assert len(asked) > 300 and set(asked) == {(True, False)}, set(asked)
"""


def test_the_types_of_qt_are_made_on_the_main_thread_before() -> None:
    subprocess.run([sys.executable, "-c", _PROGRAM], check=True, timeout=120)


def test_nobody_is_told_whose_owner_is_gone(qtbot: QtBot) -> None:
    executor, owner, told = Executor(), QObject(), []
    import_late(("colorsys",), executor, lambda: told.append("gone"), owner)
    owner.deleteLater()
    import_late(("colorsys",), executor, lambda: told.append("there"), executor)
    qtbot.waitUntil(lambda: bool(told))
    assert told == ["there"]
    executor.shutdown()


def test_a_module_that_cannot_be_imported_is_not_passed_over(qtbot: QtBot) -> None:
    executor = Executor()
    with qtbot.captureExceptions() as raised:
        import_late(("no_such_module",), executor, lambda: pytest.fail("it is not there"), executor)
        qtbot.waitUntil(lambda: bool(raised))
    assert raised[0][0] is ModuleNotFoundError
    executor.shutdown()
