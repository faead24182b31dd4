"""Images set aside and brought back: every byte, whatever happens in between."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import BatchError
from core.voc import aside_lists, setting_aside
from core.voc.aside_journal import AsideJournal, Stage
from core.voc.dataset import Dataset
from core.voc.setting_aside import all_aside, bring_back, mend, set_aside
from tests.core.voc.conftest import MakeDataset


@pytest.fixture
def dataset(make_dataset: MakeDataset) -> Dataset:
    """Four images, all but d with an annotation, b with masks, in a list each and in one with flags."""
    dataset = make_dataset(a=["dent"], b=["crack"], c=[], d=None)
    root = dataset.root
    write(root / "ImageSets" / "Main" / "train.txt", b"a\r\nb\r\nd")
    write(root / "ImageSets" / "Main" / "crack_train.txt", b"a -1\nb  1\nd -1\n")
    write(root / "ImageSets" / "Segmentation" / "val.txt", b"c\n")
    write(root / "SegmentationClass" / "b.png", b"classes")
    write(root / "SegmentationObject" / "b.png", b"objects")
    return Dataset.open(root)


def write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def all_files(root: Path) -> dict[str, bytes]:
    """Return every file below a folder."""
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def test_an_image_goes_with_all_that_is_said_of_it(dataset: Dataset) -> None:
    root, before = dataset.root, all_files(dataset.root)
    result = set_aside(dataset, ["b", "d"], "Set aside 2 images")
    assert result.images == ("b", "d")
    assert not result.problems
    folder = root / "SetAside" / "000001"
    moved = ("JPEGImages/b.png", "Annotations/b.xml", "SegmentationClass/b.png", "SegmentationObject/b.png",
             "JPEGImages/d.png")  # fmt: skip
    for path in moved:
        assert (folder / path).read_bytes() == before[path]
        assert not (root / path).exists()
    assert (root / "ImageSets/Main/train.txt").read_bytes() == b"a\r\n"
    assert (root / "ImageSets/Main/crack_train.txt").read_bytes() == b"a -1\n"
    assert [entry.name for entry in Dataset.open(root).entries] == ["a", "c"]
    assert [entry.name for entry in Dataset.open(folder).entries] == ["b", "d"]


def test_it_is_brought_back_to_the_very_byte_and_nothing_is_left(dataset: Dataset) -> None:
    before = all_files(dataset.root)
    result = set_aside(dataset, ["a", "b", "d"], "Set aside")
    assert result.folder is not None
    assert bring_back(dataset.root, result.folder).images == ("a", "b", "d")
    assert all_files(dataset.root) == before
    assert not (dataset.root / "SetAside").exists()


def test_what_is_aside_can_be_looked_at_and_comes_back_one_by_one(dataset: Dataset) -> None:
    root, before = dataset.root, all_files(dataset.root)
    first = set_aside(dataset, ["a", "b"], "Blurred")
    set_aside(Dataset.open(root), ["d"], "Staged")
    blurred, staged = all_aside(root)
    assert (blurred.text, list(blurred.images), staged.text) == ("Blurred", ["a", "b"], "Staged")
    assert blurred.path_of("b").read_bytes() == before["JPEGImages/b.png"]
    assert first.folder is not None
    bring_back(root, first.folder, ["a"])
    assert (root / "ImageSets/Main/train.txt").read_bytes() == b"a\r\n"
    bring_back(root, staged.folder)
    bring_back(root, first.folder, ["b"])
    assert all_files(root) == before


def test_bare_images_and_annotations_beside_them(tmp_path: Path) -> None:
    write(tmp_path / "one.jpg", b"one")
    write(tmp_path / "deep" / "two.jpg", b"two")
    write(tmp_path / "deep" / "two.xml", b"<annotation/>")
    dataset = Dataset.open(tmp_path)
    before = all_files(tmp_path)
    result = set_aside(dataset, ["deep/two"], "Set aside")
    assert [entry.name for entry in Dataset.open(tmp_path).entries] == ["one"]
    assert result.folder is not None
    assert [entry.name for entry in Dataset.open(result.folder).entries] == ["deep/two"]
    bring_back(tmp_path, result.folder)
    assert all_files(tmp_path) == before


def test_no_dataset_is_left_without_an_image(dataset: Dataset) -> None:
    with pytest.raises(BatchError, match="leave at least one"):
        set_aside(dataset, list("abcd"), "All")
    assert not (dataset.root / "SetAside").exists()


def test_of_two_images_with_one_name_none_goes_alone(tmp_path: Path) -> None:
    for name in ("a.jpg", "a.png", "b.png"):
        write(tmp_path / "JPEGImages" / name, name.encode())
    dataset = Dataset.open(tmp_path)
    result = set_aside(dataset, ["a.jpg"], "Alone")
    assert result.folder is None
    assert "same name but for the suffix" in str(result.problems[0])
    assert set_aside(dataset, ["a.jpg", "a.png"], "Both").images == ("a.jpg", "a.png")


def test_what_has_taken_a_place_is_not_overwritten(dataset: Dataset) -> None:
    root = dataset.root
    result = set_aside(dataset, ["a", "b"], "Set aside")
    write(root / "JPEGImages" / "a.png", b"another")
    assert result.folder is not None
    back = bring_back(root, result.folder)
    assert back.images == ("b",)
    assert "taken its place" in str(back.problems[0])
    assert (root / "JPEGImages" / "a.png").read_bytes() == b"another"
    assert list(all_aside(root)[0].images) == ["a"]


def test_an_image_whose_name_was_taken_meanwhile_stays_with_its_annotation(dataset: Dataset) -> None:
    root, before = dataset.root, all_files(dataset.root)
    folder = set_aside(dataset, ["a", "b"], "Set aside").folder
    other = root / "JPEGImages" / "a.JPG"
    write(other, b"another")
    assert folder is not None
    back = bring_back(root, folder)
    assert back.images == ("b",)
    assert "a.JPG has the same name" in str(back.problems[0])
    assert (folder / "Annotations" / "a.xml").is_file()
    other.unlink()
    assert bring_back(root, folder).images == ("a",)
    assert all_files(root) == before


def test_cancelling_brings_all_back(dataset: Dataset) -> None:
    before = all_files(dataset.root)
    told: list[int] = []
    result = set_aside(
        dataset, ["a", "b", "c"], "Set aside", report=lambda done, _total: told.append(done),
        should_stop=lambda: len(told) >= 2,
    )  # fmt: skip
    assert result.cancelled
    assert all_files(dataset.root) == before


@pytest.mark.parametrize("moves", range(8))
def test_a_crash_at_any_move_is_mended(dataset: Dataset, monkeypatch: pytest.MonkeyPatch, moves: int) -> None:
    before = all_files(dataset.root)
    _crash_after(moves, monkeypatch)
    with pytest.raises(_Crash):
        set_aside(dataset, ["a", "b", "d"], "Set aside")
    monkeypatch.undo()
    mend(dataset.root)
    assert all_files(dataset.root) == before


@pytest.mark.parametrize("moves", range(8))
def test_a_crash_on_the_way_back_is_brought_to_its_end(
    dataset: Dataset, monkeypatch: pytest.MonkeyPatch, moves: int
) -> None:
    before = all_files(dataset.root)
    folder = set_aside(dataset, ["a", "b", "d"], "Set aside").folder
    assert folder is not None
    _crash_after(moves, monkeypatch)
    with pytest.raises(_Crash):
        bring_back(dataset.root, folder)
    monkeypatch.undo()
    assert mend(dataset.root) == ("a", "b", "d")
    assert all_files(dataset.root) == before


def test_another_process_at_work_is_left_alone(dataset: Dataset) -> None:
    folder = set_aside(dataset, ["a"], "Set aside").folder
    assert folder is not None
    with AsideJournal.open(dataset.root, folder):
        assert mend(dataset.root) == ()
        assert all_aside(dataset.root) == ()
        with pytest.raises(BatchError, match="in use"):
            bring_back(dataset.root, folder)
    with pytest.raises(BatchError, match="nothing is set aside"):
        bring_back(dataset.root, dataset.root / "SetAside" / "000009")


def test_a_damaged_journal_and_one_that_cannot_be_written_are_told(dataset: Dataset) -> None:
    folder = set_aside(dataset, ["a"], "Set aside").folder
    assert folder is not None

    def write_where_none_can() -> None:
        with AsideJournal.open(dataset.root, folder) as journal:
            journal._connection.execute("PRAGMA query_only = ON")  # as a full disk would
            journal.stage = Stage.RETURNING

    with pytest.raises(BatchError, match="make room"):
        write_where_none_can()
    (folder / "moves.sqlite").write_bytes(b"no database, but long enough to be looked at" * 40)
    with pytest.raises(BatchError, match="is damaged"):
        bring_back(dataset.root, folder)
    (folder / "moves.sqlite").unlink()  # as it could not be on Windows if it were still open


def test_a_crash_while_the_journal_is_made_leaves_a_dataset_that_opens(dataset: Dataset) -> None:
    before = all_files(dataset.root)

    def files() -> Iterator[tuple[str, str]]:
        yield "a", "JPEGImages/a.png"
        raise _Crash

    with pytest.raises(_Crash):
        AsideJournal.begin(dataset.root, "Set aside", files(), {})
    assert mend(dataset.root) == ()
    assert all_files(dataset.root) == before


def test_a_list_that_others_write_meanwhile_keeps_what_they_wrote(dataset: Dataset) -> None:
    path = dataset.root / "ImageSets" / "Main" / "train.txt"

    def add_one(_done: int, _total: int) -> None:
        path.write_bytes(b"c\r\na\r\nb\r\nd")

    result = set_aside(dataset, ["b"], "Set aside", report=add_one)
    assert path.read_bytes() == b"c\r\na\r\nd"
    assert result.folder is not None
    bring_back(dataset.root, result.folder)
    assert path.read_bytes() == b"c\r\na\r\nb\r\nd"


class _Crash(BaseException):
    """The process is gone."""


def _crash_after(moves: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let so many steps on disk be made, and no other one: neither a move nor a list written."""
    left = [moves]

    def counted(step: Any) -> Any:
        def step_or_crash(*values: Any) -> None:
            left[0] -= 1
            if left[0] < 0:
                raise _Crash
            step(*values)

        return step_or_crash

    monkeypatch.setattr(setting_aside, "_rename", counted(setting_aside._rename))
    monkeypatch.setattr(aside_lists, "write_atomic", counted(aside_lists.write_atomic))


LINES = st.lists(st.sampled_from([b"a", b"b", b"c", b"d", b"e"]), unique=True)
ENDS = st.sampled_from([b"\n", b"\r\n"])


@given(LINES, ENDS, st.booleans(), st.frozensets(st.integers(0, 4)), st.permutations(range(5)))
def test_lines_come_back_in_any_order(
    names: list[bytes], end: bytes, ended: bool, gone: frozenset[int], order: list[int]
) -> None:
    before = end.join(names) + (end if ended and names else b"")
    lines = {number for number in gone if number < len(names)}
    now = aside_lists.without(before, lines)
    for number in order:
        if number in lines:
            lines.remove(number)
            now = aside_lists.restored(now, before, {number}, lines)
    assert now == before


@given(LINES, st.lists(st.sampled_from([b"x", b"y", b"z"]), unique=True), st.frozensets(st.integers(0, 4)))
def test_what_others_added_to_a_list_stays(names: list[bytes], more: list[bytes], gone: frozenset[int]) -> None:
    before = b"".join(name + b"\n" for name in names)
    lines = {number for number in gone if number < len(names)}
    now = aside_lists.without(before, lines) + b"".join(name + b"\n" for name in more)
    then = aside_lists.restored(now, before, lines, ())
    assert [line for line in then.splitlines() if line in more] == more
    assert [line for line in then.splitlines() if line in names] == names
    assert aside_lists.restored(then, before, lines, ()) == then
