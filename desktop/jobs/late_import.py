"""Modules that are imported in the background once they are wanted, without harm to the Qt types they use."""

import importlib
import time
from collections.abc import Callable, Iterator
from importlib.util import find_spec

from PySide6.QtCore import QObject, QTimer

from desktop.jobs.executor import Executor

SLICE = 0.004  # seconds of the main thread at a time: a frame is still drawn at 60 Hz
_QT = ("QtCore", "QtGui", "QtWidgets", "QtSvg", "QtOpenGLWidgets", "QtTest")  # pyqtgraph asks for the last two


def import_late(names: tuple[str, ...], executor: Executor, on_done: Callable[[], None], owner: QObject) -> None:
    """Import the named modules on the executor's threads, then call ``on_done`` on the main thread.

    Shiboken makes the Python types of Qt when they are first asked for, and not in a way that two threads may use at
    once: where a background thread imported a module that asks for many, as pyqtgraph does, while the main thread
    met a new type, the program died. So the types are made first, on the main thread, in slices of ``SLICE``.
    Nothing is called where the ``owner`` is gone by then.
    """
    types = _qt_types()
    timer = QTimer(owner)

    def go_on() -> None:
        end = time.perf_counter() + SLICE
        for module, name in types:
            getattr(module, name)
            if time.perf_counter() >= end:
                return
        timer.stop()
        timer.deleteLater()
        executor.submit(_imports(names), lambda _: on_done(), owner=owner)

    timer.timeout.connect(go_on)
    timer.start()


def _qt_types() -> Iterator[tuple[object, str]]:
    """Yield each name of the modules of Qt that a window or its plots use; a packaged program may lack some."""
    for name in _QT:
        if find_spec(f"PySide6.{name}") is not None:
            module = importlib.import_module(f"PySide6.{name}")
            yield from ((module, one) for one in dir(module))


def _imports(names: tuple[str, ...]) -> Callable[[], None]:
    """Return what imports the modules, the first first."""

    def work() -> None:
        for name in names:
            importlib.import_module(name)

    return work
