"""Folders and archives, and datasets that lie too deep in them."""

import zipfile
from pathlib import Path

import pytest

from core.errors import ArchiveError, DatasetError
from core.voc.interchange.formats import VOC
from core.voc.interchange.source import opened, settled
from core.voc.interchange.unpacking import unpacked_beside
from tests.core.voc.interchange.conftest import Maker, everything, write


def archive(folder: Path, path: Path, below: str = "") -> Path:
    """Return a zip of the folder, its content below ``below``."""
    with zipfile.ZipFile(path, "w") as made:
        for file in sorted(folder.rglob("*")):
            made.write(file, f"{below}{file.relative_to(folder)}")
    return path


@pytest.fixture
def voc(maker: Maker, tmp_path: Path) -> Path:
    write(maker.content({"a.png": everything()}), VOC, tmp_path / "voc")
    return tmp_path / "voc"


def test_an_archive_with_its_folders_at_the_root(voc: Path, tmp_path: Path) -> None:
    with opened(archive(voc, tmp_path / "data.zip")) as source:
        assert source.remark == ""
        assert VOC.read(source.folder).samples[0].name == "a.png"
        there = source.folder
    assert not there.exists()


def test_one_folder_too_deep_is_said_with_the_expected_tree_and_opened(voc: Path, tmp_path: Path) -> None:
    with opened(archive(voc, tmp_path / "data.zip", "mine/VOC2012/")) as source:
        assert source.too_deep == ("mine", "VOC2012")
        assert "the dataset lies in mine/VOC2012/ instead of at the root" in source.remark
        assert "├── JPEGImages/" in source.remark
        assert len(VOC.read(source.folder).samples) == 1
    (tmp_path / "outer").mkdir()
    voc.rename(tmp_path / "outer" / "inner")
    with opened(tmp_path / "outer") as source:
        assert (source.folder.name, source.too_deep) == ("inner", ("inner",))


def test_a_folder_of_folders_of_images_stays_as_it_is(maker: Maker) -> None:
    maker.picture("day1/a.png")
    maker.picture("day2/b.png")
    assert settled(maker.folder) == (maker.folder, ())


def test_what_is_neither_folder_nor_archive(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(b"none")
    with pytest.raises(ArchiveError), opened(tmp_path / "a.zip"):
        pass
    for name in ("missing", "missing.zip"):
        with pytest.raises(DatasetError, match="neither a folder nor a zip"), opened(tmp_path / name):
            pass


def test_a_folder_that_was_unpacked_and_zipped_again_is_opened(tmp_path: Path) -> None:
    Maker(tmp_path / "set").picture("JPEGImages/a.png")
    folder, _ = unpacked_beside(archive(tmp_path / "set", tmp_path / "first.zip"))
    again, problems = unpacked_beside(archive(folder, tmp_path / "second.zip"))
    assert (again, problems) == (tmp_path / "second", ())
    assert unpacked_beside(tmp_path / "second.zip")[0] == again
