"""Processes are killed while pictures arrive, and two watch one folder: each picture is taken in once."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from core.files import give_name
from core.review.store import SuggestionStore
from core.review.watching.settings import Taking
from core.review.watching.watch import Watch
from core.voc.dataset import Dataset
from tests.core.review.watching.conftest import Clock, picture_bytes, settled

Begin = Callable[..., Watch]


def images(dataset: Dataset) -> list[str]:
    return [entry.file for entry in Dataset.open(dataset.root).entries]


def test_what_a_killed_process_had_brought_but_not_noted_is_not_taken_twice(
    dataset: Dataset, incoming: Path, watch_of: Begin, clock: Clock
) -> None:
    for file, level in (("OLD.jpg", 100), ("a.png", 90), ("a.jpg", 80)):
        (incoming / file).write_bytes(picture_bytes(level))
    brought = settled(watch_of(), clock).files
    assert sorted(brought) == ["OLD-2.jpg", "a-2.png", "a.jpg"]
    (dataset.program_folder / "watched.sqlite").unlink()  # the note of the last moment
    for _ in range(2):
        reopened = Dataset.open(dataset.root)
        dataset.entries = reopened.entries
        assert settled(watch_of(), clock).files == ()
    assert sorted(images(dataset)) == ["OLD-2.jpg", "a-2.png", "a.jpg", "old.png"]


def test_a_process_killed_between_the_file_and_its_note_leaves_nothing_behind(
    dataset: Dataset, incoming: Path, watch_of: Begin, clock: Clock
) -> None:
    (incoming / "old.png").write_bytes(picture_bytes(100))
    command = [sys.executable, "-c", _KILLED, str(dataset.root), str(incoming)]
    assert subprocess.run(command, timeout=60, check=False).returncode == 9
    assert images(dataset) == ["old.png", "old-2.png"]
    dataset.entries = Dataset.open(dataset.root).entries
    step = settled(watch_of(), clock)
    assert (step.files, step.predicted) == ((), ("old-2",))
    assert images(dataset) == ["old.png", "old-2.png"]
    assert not list(dataset.images_folder.glob(".arriving-*"))


_KILLED = """
import os, sys, time
from pathlib import Path
from core.review.watching import taking_in
from core.review.watching.intake import Intake
from core.review.watching.settings import WatchSettings
from core.voc.dataset import Dataset

real = taking_in.give_name
def and_die(*paths):
    real(*paths)
    os._exit(9)
taking_in.give_name = and_die
settings = WatchSettings(folder=Path(sys.argv[2]), settle_s=0)
Intake(Dataset.open(Path(sys.argv[1])), settings, time.monotonic).look(8, again=False)
"""


def test_a_copy_that_is_under_way_elsewhere_stays(dataset: Dataset, watch_of: Begin, clock: Clock) -> None:
    ours = dataset.images_folder / f".arriving-{os.getpid()}-x.png"
    gone = [dataset.images_folder / name for name in (".arriving-x.png", f".arriving-{os.getpid()}-old.png")]
    for path in (ours, *gone):
        path.write_bytes(b"half")
    os.utime(gone[1], (10, 10))  # of a process that had this number long ago
    settled(watch_of(), clock)
    assert [path.exists() for path in (ours, *gone)] == [True, False, False]


def test_two_watches_of_one_folder_take_each_picture_once_and_both_tell_of_it(
    dataset: Dataset, incoming: Path, watch_of: Begin, clock: Clock, store: SuggestionStore
) -> None:
    one, other = watch_of(), watch_of()
    for file, level in (("old.png", 100), ("new.png", 90)):
        (incoming / file).write_bytes(picture_bytes(level))
    one.step()
    other.step()
    clock.now += 2
    told = [sorted(watch.step().files) for watch in (one, other, one, other)]
    assert told == [["new.png", "old-2.png"], ["new.png", "old-2.png"], [], []]
    assert images(dataset) == ["new.png", "old.png", "old-2.png"]
    assert {found.image for found in store.open_suggestions()} == {"new", "old-2"}
    assert not list(dataset.images_folder.glob(".arriving-*"))


def test_a_picture_that_takes_the_name_at_the_last_moment_is_not_written_over(
    dataset: Dataset, incoming: Path, watch_of: Begin, clock: Clock
) -> None:
    draft, target = dataset.images_folder / ".arriving-1-x.png", dataset.images_folder / "new.png"
    draft.write_bytes(picture_bytes(90))
    target.write_bytes(picture_bytes(7))
    assert not give_name(draft, target)
    assert target.read_bytes() == picture_bytes(7)
    (incoming / "new.png").write_bytes(picture_bytes(90))
    assert settled(watch_of(taking=Taking.LINK), clock).files == ("new-2.png",)
    assert target.read_bytes() == picture_bytes(7)
