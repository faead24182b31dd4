"""Nothing that a person drew is lost: kills, full disks, two windows, other programs, renamed images."""

import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest

from core.geometry import Box
from core.voc import annotation_file
from core.voc.annotation import VocObject
from desktop.app import build_window
from desktop.demo.person import Person
from desktop.settings import Settings
from tests.e2e.conftest import open_folder
from tests.e2e.desk import Desk, make_dataset

BOX = VocObject(label="dent", shape=Box(40, 40, 100, 80))
OTHER = VocObject(label="dent", shape=Box(200, 40, 300, 80))
EDITS_WITHOUT_END = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
application = QApplication([])
from desktop.app import build_window
from desktop.demo.person import Person
from desktop.settings import Settings
from tests.e2e.conftest import open_folder
from tests.e2e.desk import Desk
window = build_window(Settings(Path(sys.argv[2])))
window.show()
person = Person(window)
open_folder(person, Path(sys.argv[1]))
desk = Desk(person, Path(sys.argv[1]))
person.wait_until(lambda: desk.canvas.scene() is not None, "the picture is shown")
desk.canvas.setFocus()
desk.keys("Ctrl+A")
def edit():
    desk.keys("Ctrl+D")
    print(len(desk.page.document.annotation.objects), flush=True)
timer = QTimer(interval=20)
timer.timeout.connect(edit)
timer.start()
application.exec()
"""


@contextmanager
def full_disk() -> Iterator[None]:
    """Let no file of this process grow beyond some bytes, which fails as a full disk does."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (64, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@contextmanager
def second_window(tmp_path: Path, root: Path) -> Iterator[Desk]:
    """A second window on the same folder."""
    other = build_window(Settings(tmp_path / "second.ini"))
    try:
        other.show()
        person = Person(other)
        open_folder(person, root)
        desk = Desk(person, root)
        person.wait_until(lambda: desk.canvas.scene() is not None, "the picture is shown")
        desk.canvas.setFocus()
        yield desk
    finally:
        other.close()


def test_a_killed_program_loses_no_more_than_the_last_moment(tmp_path: Path) -> None:
    root = make_dataset(tmp_path / "small", {"a": (BOX,)}, 1)
    path = root / "Annotations" / "a.xml"
    command = [sys.executable, "-c", EDITS_WITHOUT_END, str(root), str(tmp_path / "killed.ini")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        made = 0
        begun = time.monotonic()
        while made < 20 or len(annotation_file.read(path).objects) < 5:
            made = int(program.stdout.readline())
            assert time.monotonic() - begun < 60
        program.send_signal(signal.SIGKILL)
    kept = annotation_file.read(path)  # whole, whenever the kill came
    assert len(kept.objects) >= 5
    assert kept.objects[0] == BOX


def test_a_window_that_is_closed_at_once_has_saved(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(a=(BOX,))
    desk.click((60, 60))
    desk.keys("Ctrl+D")
    desk.person.window.close()
    assert len(annotation_file.read(desk.root / "Annotations" / "a.xml").objects) == 2


def test_edits_of_many_images_in_a_hurry_are_all_saved(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(count=6)
    for _ in range(6):
        desk.keys("J", "D")
    desk.person.wait_until(lambda: not desk.page.unsaved(), "everything is saved in the background")
    names = sorted(path.stem for path in (desk.root / "Annotations").glob("*.xml"))
    assert names == list("abcdef")


def test_a_full_disk_is_said_and_the_edit_is_kept_until_there_is_room(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(a=(BOX,))
    path = desk.root / "Annotations" / "a.xml"
    before = path.read_bytes()
    desk.click((60, 60))
    desk.keys("Ctrl+D")
    with full_disk():
        assert not desk.page.save_now()
    banner = desk.page.parts.save_problem
    assert "Your edits are kept" in banner.text.text()
    assert path.read_bytes() == before
    assert not list(path.parent.glob(".*.tmp"))
    desk.keys("D", "A")
    QTest.mouseClick(banner.button, Qt.MouseButton.LeftButton)
    assert len(desk.objects()) == 2
    assert not banner.isVisible()


def test_two_windows_on_one_folder_do_not_overwrite_each_other(open_desk: Callable[..., Desk], tmp_path: Path) -> None:
    first = open_desk(a=(BOX, OTHER))
    with second_window(tmp_path, first.root) as second:
        second.click((60, 60))
        second.keys("Delete")
        assert second.objects() == (OTHER,)
        first.canvas.setFocus()
        first.click((250, 60))
        first.keys("Right")
        assert not first.page.save_now()
        assert first.page.parts.save_problem.isVisible()
        assert annotation_file.read(first.root / "Annotations" / "a.xml").objects == (OTHER,)
        QTest.mouseClick(first.page.parts.save_problem.button, Qt.MouseButton.LeftButton)
        assert first.shapes() == [BOX.shape, OTHER.shape.moved(1, 0)]
        QCoreApplication.sendEvent(second.page, QEvent(QEvent.Type.ActivationChange))
        assert [thing.shape for thing in second.page.document.annotation.objects] == first.shapes()


def test_an_image_that_is_renamed_meanwhile_keeps_what_was_drawn(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(a=(BOX,))
    image = desk.root / "JPEGImages" / "a.png"
    image.rename(image.with_name("z.png"))
    desk.click((60, 60))
    desk.keys("Ctrl+D")
    assert len(desk.objects()) == 2
    desk.keys("D", "A", "Ctrl+Z")
    assert desk.objects() == (BOX,)


def test_a_folder_of_annotations_that_is_moved_away_is_written_anew(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(a=(BOX,))
    (desk.root / "Annotations").rename(desk.root / "Old")
    desk.click((60, 60))
    desk.keys("Ctrl+D")
    assert len(desk.objects()) == 2
