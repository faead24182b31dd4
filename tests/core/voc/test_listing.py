"""Which images a folder holds: links are followed once, what cannot be read is said, a hundred thousand are quick."""

import sys
from pathlib import Path

import pytest

from core.errors import DatasetError, ImageFileError
from core.images import read_rgb, read_size
from core.voc import listing
from core.voc.dataset import Dataset
from core.voc.listing import Entries, Folders, ImageEntry, entry_names, list_files

links = pytest.mark.skipif(sys.platform == "win32", reason="making links needs rights of its own there")


def files(folder: Path, *names: str) -> Path:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(b"")
    return folder


def test_paths_are_made_from_the_names() -> None:
    folders = Folders(Path("root/JPEGImages"), Path("root/Annotations"))
    entry = ImageEntry("sub/a", "sub/a.png", folders)
    assert entry.path == Path("root/JPEGImages/sub/a.png")
    assert entry.annotation_path == Path("root/Annotations/sub/a.xml")


@links
def test_folders_behind_links_are_listed(tmp_path: Path) -> None:
    shots = files(tmp_path / "elsewhere", "b.jpg", "deep/c.jpg")
    images = files(tmp_path / "set" / "JPEGImages", "a.jpg")
    (images / "more").symlink_to(shots, target_is_directory=True)
    dataset = Dataset.open(tmp_path / "set")
    assert [entry.name for entry in dataset.entries] == ["a", "more/b", "more/deep/c"]
    assert dataset.entries[1].path.exists()


@links
def test_links_that_lead_back_are_not_followed(tmp_path: Path) -> None:
    images = files(tmp_path / "set", "a.jpg", "sub/b.jpg")
    (images / "again").symlink_to(images, target_is_directory=True)
    (images / "sub" / "round").symlink_to(tmp_path, target_is_directory=True)
    (images / "twin").symlink_to(images / "sub", target_is_directory=True)
    (images / "gone").symlink_to(tmp_path / "nothing", target_is_directory=True)
    assert list_files(images).images == ("a.jpg", "sub/b.jpg")


@links
def test_two_links_that_lead_into_each_other_end(tmp_path: Path) -> None:
    one, two = files(tmp_path / "one", "a.jpg"), files(tmp_path / "two", "b.jpg")
    top = files(tmp_path / "top", "c.jpg")
    (top / "one").symlink_to(one, target_is_directory=True)
    (one / "two").symlink_to(two, target_is_directory=True)
    (two / "one").symlink_to(one, target_is_directory=True)
    assert list_files(top).images == ("c.jpg", "one/a.jpg", "one/two/b.jpg")


def test_pictures_of_kinds_that_cannot_be_read_are_named(tmp_path: Path) -> None:
    files(tmp_path, "a.jpg", "IMG_1.HEIC", "sub/raw.DNG")
    assert Dataset.open(tmp_path).unreadable == ("IMG_1.HEIC", "sub/raw.DNG")
    files(tmp_path / "phone", "IMG_1.HEIC")
    with pytest.raises(DatasetError, match="HEIC files only, which are not supported: convert them"):
        Dataset.open(tmp_path / "phone")


@pytest.mark.parametrize("read", [read_rgb, read_size])
def test_a_picture_of_such_a_kind_is_refused_in_words(tmp_path: Path, read: object) -> None:
    path = tmp_path / "IMG_1.HEIC"
    path.write_bytes(b"\0\0\0\x18ftypheic\0\0\0\0mif1heic")
    with pytest.raises(ImageFileError, match="is a HEIC file, which is not supported: convert it"):
        read(path)


def test_entries_are_made_as_they_are_asked_for() -> None:
    entries = Entries(Folders(Path("i"), Path("a")), [f"part_{number:06}.jpg" for number in range(1000)])
    assert len(entries) == 1000
    assert entries[-1].annotation_path == Path("a/part_000999.xml")
    assert entries[1:3] == (entries[1], entries[2])
    assert list(entries) == [entries[place] for place in range(1000)]
    assert entries.places["part_000500"] == 500
    assert entries[500] in entries


def test_where_capitals_are_not_told_apart_no_two_images_share_an_annotation(monkeypatch: pytest.MonkeyPatch) -> None:
    images = ("a.jpg", "A.png", "b.jpg", "c.JPG.png", "C.jpg")
    monkeypatch.setattr(listing, "CASE_BLIND", True)
    names = entry_names(images)
    assert names["b.jpg"] == "b"
    assert len({name.casefold() for name in names.values()}) == len(images)
    assert names["a.jpg"] == "a.jpg"
    monkeypatch.setattr(listing, "CASE_BLIND", False)
    assert entry_names(images)["A.png"] == "A"
