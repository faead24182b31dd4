"""A change that a crash cut short is found on opening, and taken back or finished; one under way can be cancelled."""

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox

from core.editing.batch import SetTag
from desktop.dataset.progress_dialog import ProgressDialog
from desktop.demo.person import Person
from desktop.main_window import MainWindow
from tests.e2e.batches import DENT, OBJECTS, OpenDesk, files, press, wait_idle
from tests.e2e.conftest import open_folder
from tests.e2e.desk import Desk, make_dataset

_KILLED = """
import os, signal, sys
from pathlib import Path
from core.editing.batch import RenameLabels, run
from core.voc.dataset import Dataset
def report(done, total):
    if done == 4:
        os.kill(os.getpid(), signal.SIGKILL)
run(Dataset.open(Path(sys.argv[1])), RenameLabels(("dent",), "bump"), "abc", "Rename dent", report=report)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
@pytest.mark.parametrize("button", ["interrupted_take_back", "interrupted_finish"])
def test_a_person_is_asked_what_to_do(window: MainWindow, person: Person, tmp_path: Path, button: str) -> None:
    root = make_dataset(tmp_path / "small", OBJECTS)
    before = files(root)
    died = subprocess.run([sys.executable, "-c", _KILLED, str(root)], check=False, env=dict(os.environ))
    assert died.returncode == -signal.SIGKILL
    assert files(root)["a.xml"] != before["a.xml"]
    assert files(root)["b.xml"] == before["b.xml"]
    open_folder(person, root)
    person.wait_until(lambda: window.findChild(QMessageBox, "interrupted_box") is not None, "it is asked")
    box = person.find(QMessageBox, "interrupted_box")
    assert "Rename dent" in box.text()
    press(box, button)
    wait_idle(person)
    after = files(root)
    if button == "interrupted_take_back":
        assert after == before
        assert window.annotate_page.document.annotation.objects[0].label == "dent"
    else:
        assert b"bump" in after["a.xml"]
        assert b"bump" in after["b.xml"]
        assert b"dent" not in after["b.xml"]


def test_a_long_change_shows_its_progress_and_is_cancelled(open_desk: OpenDesk) -> None:
    desk: Desk = open_desk(8, **OBJECTS)
    window, before = desk.person.window, files(desk.root)
    names = [entry.name for entry in desk.page.dataset.entries]

    cancelled = threading.Event()

    class Slow(SetTag):
        def edit(self, image, annotation):  # noqa: ANN001, ANN202
            if image == names[5]:
                cancelled.wait(10)
            return super().edit(image, annotation)

    window.app.batches.do(Slow("NG"), names * 6, "Tag")
    desk.person.wait_until(lambda: window.findChild(ProgressDialog, "batch_progress") is not None, "progress is shown")
    dialog = window.findChild(ProgressDialog, "batch_progress")
    desk.person.wait_until(dialog.isVisible, "progress is shown")
    press(dialog, "batch_cancel_button")
    cancelled.set()
    wait_idle(desk.person)
    desk.person.wait_until(lambda: window.statusBar().currentMessage().startswith("Cancelled"), "it is said")
    assert files(desk.root) == before
    assert not (desk.root / "Annotations" / "h.xml").exists()


@pytest.mark.parametrize("images", ["ab", "bc"])
def test_what_is_edited_while_a_change_is_made_is_kept(open_desk: OpenDesk, images: str) -> None:
    desk: Desk = open_desk(**OBJECTS)
    app, edited = desk.person.window.app, threading.Event()

    class Slow(SetTag):
        def edit(self, image, annotation):  # noqa: ANN001, ANN202
            if image == images[-1]:
                edited.wait(10)
            return super().edit(image, annotation)

    desk.click((70, 50))
    app.batches.do(Slow("NG"), images, "Tag")
    desk.person.wait_until(lambda: app.batches.busy, "it is under way")
    desk.keys("Right")
    if "a" in images:
        desk.person.wait_until(lambda: not desk.page.unsaved(), "the edit is saved")
    edited.set()
    wait_idle(desk.person)
    assert desk.shapes("a")[0] == DENT.shape.moved(1, 0)
    assert [desk.saved(name).tags for name in "abc"] == [(), ("NG",), ("NG",) if "c" in images else ()]
    assert ("a.xml" in desk.person.window.banner.text.text()) is ("a" in images)
    assert desk.person.window.banner.button.text() == "Undo"
