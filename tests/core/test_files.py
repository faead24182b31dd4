"""Atomic writing on a disk that fills up, into folders that cannot be written; natural order."""

import errno
import os
import signal
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import WriteError
from core.files import natural_key, new_folder, sort_naturally, why_not_writable, write_atomic, write_new

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="limits, links and permission bits of POSIX")


@contextmanager
def file_size_limit(size: int) -> Iterator[None]:
    """Let every write beyond ``size`` bytes fail, as on a disk that is full."""
    import resource

    old_limit = resource.getrlimit(resource.RLIMIT_FSIZE)
    old_handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, old_limit[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, old_limit)
        signal.signal(signal.SIGXFSZ, old_handler)


def test_writes_and_replaces_making_folders(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "c.xml"
    write_atomic(path, b"one")
    write_atomic(path, b"two")
    assert path.read_bytes() == b"two"
    assert [entry.name for entry in path.parent.iterdir()] == ["c.xml"]


@posix_only
def test_a_write_cut_short_leaves_the_old_file_whole_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    path.write_bytes(b"old")
    with file_size_limit(1000), pytest.raises(WriteError, match="what was there is unchanged"):
        write_atomic(path, b"x" * 5000)
    assert path.read_bytes() == b"old"
    assert list(tmp_path.glob("*.tmp")) + list(tmp_path.glob(".*.tmp")) == []


def test_a_disk_that_fills_up_at_the_last_moment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    path = tmp_path / "new.xml"
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(WriteError, match=os.strerror(errno.ENOSPC)):
        write_atomic(path, b"content")
    assert not [entry for entry in tmp_path.iterdir() if entry.is_file()]


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(WriteError):
        write_atomic(tmp_path / "file" / "a.xml", b"content")


@posix_only
def test_a_link_and_permissions_stay(tmp_path: Path) -> None:
    target, link = tmp_path / "target.xml", tmp_path / "link.xml"
    target.write_bytes(b"old")
    target.chmod(0o640)
    link.symlink_to(target)
    write_atomic(link, b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


def test_natural_order() -> None:
    names = ["img10", "IMG2", "img1", "a", "10", "9", "img01"]
    assert sorted(names, key=natural_key) == ["9", "10", "a", "img01", "img1", "IMG2", "img10"]
    files = ["a-left.png", "a/c.png", "a.png", "a1.png", "a-left/b.png"]
    assert sorted(files, key=natural_key) == ["a/c.png", "a.png", "a1.png", "a-left/b.png", "a-left.png"]


@given(st.lists(st.text()))
def test_any_texts_can_be_ordered(texts: list[str]) -> None:
    assert sort_naturally(sorted(texts)) == sorted(sorted(texts), key=natural_key)
    assert sorted(sorted(texts), key=natural_key) == sorted(
        sorted(texts, reverse=True), key=lambda t: (natural_key(t), t)
    )


@given(st.lists(st.from_regex(r"part_[0-9]{3}\.[0-9]{2}", fullmatch=True)))
def test_numbers_of_one_length_are_in_plain_order(texts: list[str]) -> None:
    assert sort_naturally(texts) == sorted(texts, key=natural_key)


@posix_only
def test_a_new_folder_is_on_disk_with_all_its_files_before_it_takes_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settled: list[tuple[int, bool]] = []
    fsync = os.fsync

    def noting(descriptor: int) -> None:
        settled.append((os.fstat(descriptor).st_ino, (tmp_path / "new").exists()))
        fsync(descriptor)

    monkeypatch.setattr(os, "fsync", noting)
    with new_folder(tmp_path / "new") as folder:
        write_new(folder / "Annotations" / "a.xml", b"a")
        write_new(folder / "Annotations" / "b.xml", b"b")
        assert not settled
    there = [*(tmp_path / "new").rglob("*"), tmp_path / "new"]
    assert sorted(number for number, named in settled if not named) == sorted(path.stat().st_ino for path in there)
    assert settled[-1] == (tmp_path.stat().st_ino, True)


def test_a_folder_is_tried_by_writing_and_nothing_stays_in_it(tmp_path: Path) -> None:
    assert why_not_writable(tmp_path) == ""
    assert list(tmp_path.iterdir()) == []
    assert why_not_writable(tmp_path / "missing") == os.strerror(errno.ENOENT)
