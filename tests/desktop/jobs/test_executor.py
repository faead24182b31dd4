"""The background thread: one way back, newest wins, nothing after the end."""

import threading
from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QObject, QThread
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from core.errors import DatasetError
from desktop.jobs.executor import Executor


@pytest.fixture(name="executor")
def _executor(qapp: QCoreApplication) -> Iterator[Executor]:
    del qapp
    executor = Executor()
    yield executor
    executor.shutdown()


class _Gate:
    """Holds the background thread until it is opened."""

    def __init__(self, executor: Executor) -> None:
        self._event = threading.Event()
        entered = threading.Event()
        executor.submit(lambda: (entered.set(), self._event.wait(10)))
        entered.wait(10)

    def open(self) -> None:
        self._event.set()


def test_work_runs_elsewhere_and_its_result_comes_back_on_the_main_thread(qtbot: QtBot, executor: Executor) -> None:
    results: list[tuple[int, bool]] = []
    main = QThread.currentThread()
    executor.submit(threading.get_ident, lambda who: results.append((who, QThread.currentThread() == main)))
    qtbot.waitUntil(lambda: bool(results))
    worker, on_main = results[0]
    assert worker != threading.get_ident()
    assert on_main


def test_results_come_in_the_order_of_the_work_and_once_each(qtbot: QtBot, executor: Executor) -> None:
    results: list[int] = []
    for number in range(200):
        executor.submit(lambda number=number: number, results.append)
    qtbot.waitUntil(lambda: len(results) == 200)
    assert results == list(range(200))
    assert not executor.busy


def test_the_newest_of_a_key_replaces_the_ones_that_wait(qtbot: QtBot, executor: Executor) -> None:
    gate, done, ran = _Gate(executor), [], []
    for number in range(5):
        executor.submit(lambda number=number: ran.append(number), lambda _none, n=number: done.append(n), key="picture")
    executor.submit(lambda: None, lambda _none: done.append("other"))
    gate.open()
    qtbot.waitUntil(lambda: len(done) == 2)
    assert ran == [4]
    assert done == [4, "other"]


def test_an_error_of_ours_goes_to_whoever_asked(qtbot: QtBot, executor: Executor) -> None:
    errors: list[BaseException] = []

    def fail() -> None:
        raise DatasetError("Choose another folder.")

    executor.submit(fail, None, errors.append)
    qtbot.waitUntil(lambda: bool(errors))
    assert str(errors[0]) == "Choose another folder."


def test_an_error_that_nobody_expected_is_raised_on_the_main_thread_as_well(qtbot: QtBot, executor: Executor) -> None:
    errors: list[BaseException] = []
    with capture_exceptions() as raised:
        executor.submit(lambda: 1 // 0, None, errors.append)
        qtbot.waitUntil(lambda: bool(errors))
    assert isinstance(errors[0], ZeroDivisionError)
    assert [kind for kind, _error, _trace in raised] == [ZeroDivisionError]


def test_nothing_is_delivered_to_an_owner_that_is_gone(qtbot: QtBot, executor: Executor) -> None:
    gate, owner, results = _Gate(executor), QObject(), []
    executor.submit(lambda: "late", results.append, owner=owner)
    executor.submit(lambda: "other", results.append)
    shiboken6.delete(owner)
    gate.open()
    qtbot.waitUntil(lambda: bool(results))
    assert results == ["other"]


def test_shutdown_drops_what_waits_runs_what_must_and_delivers_nothing(qtbot: QtBot, executor: Executor) -> None:
    gate, ran, results = _Gate(executor), [], []
    executor.submit(lambda: ran.append("dropped"), results.append)
    executor.submit(lambda: ran.append("save"), results.append, must_run=True)
    threading.Timer(0.05, gate.open).start()
    executor.shutdown()
    executor.submit(lambda: ran.append("after"), results.append)
    qtbot.wait(20)
    assert ran == ["save"]
    assert results == []


def test_shutdown_need_not_wait_for_what_runs(qtbot: QtBot, executor: Executor) -> None:
    gate, ran, results = _Gate(executor), [], []
    executor.submit(lambda: ran.append("dropped"), results.append)
    executor.submit(lambda: ran.append("save"), results.append, must_run=True)
    executor.shutdown(wait=False)
    assert not ran
    gate.open()
    qtbot.waitUntil(lambda: ran == ["save"])
    qtbot.wait(20)
    assert results == []


def test_a_second_shutdown_does_nothing(executor: Executor) -> None:
    executor.shutdown()
    executor.shutdown()
    assert executor.closed
