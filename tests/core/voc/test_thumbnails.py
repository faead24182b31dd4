"""Thumbnails are decoded once, made anew when the image changes, bounded, and done without where none can be kept."""

import os

import numpy as np
import pytest
from PIL import Image

from core.errors import ImageFileError
from core.voc import thumbnails
from core.voc.thumbnails import SIDE, ThumbnailStore
from tests.core.voc.conftest import MakeDataset


@pytest.fixture
def decoded(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the images decoded since."""
    found: list[str] = []
    read = thumbnails.read_thumbnail
    monkeypatch.setattr(thumbnails, "read_thumbnail", lambda path, side: found.append(path.stem) or read(path, side))
    return found


def test_an_image_is_decoded_once_until_it_changes(make_dataset: MakeDataset, decoded: list[str]) -> None:
    dataset = make_dataset(a=None)
    (entry,) = dataset.entries
    Image.fromarray(np.full((300, 600, 3), (200, 30, 40), np.uint8)).save(entry.path)
    first = ThumbnailStore(dataset).get(entry)
    assert first.shape == (SIDE // 2, SIDE, 3)
    again = ThumbnailStore(dataset).get(entry)
    assert decoded == ["a"]
    assert np.abs(again.astype(int) - (200, 30, 40)).max() < 12
    Image.fromarray(np.zeros((300, 600, 3), np.uint8)).save(entry.path)
    os.utime(entry.path, ns=(1, 1))
    assert ThumbnailStore(dataset).get(entry).max() < 12
    assert decoded == ["a", "a"]


def test_no_more_are_kept_than_allowed(make_dataset: MakeDataset, decoded: list[str]) -> None:
    dataset = make_dataset(**dict.fromkeys("abcdef"))
    noise = np.random.default_rng(0)
    for entry in dataset.entries:
        Image.fromarray(noise.integers(0, 255, (100, 100, 3), np.uint8)).save(entry.path)
    store = ThumbnailStore(dataset, limit=40_000)
    for entry in dataset.entries:
        store.get(entry)
    assert store._kept <= 40_000
    decoded.clear()
    store.get(dataset.entries[-1])
    assert decoded == []
    store.get(dataset.entries[0])
    assert decoded == ["a"]


def test_a_damaged_file_is_made_anew(make_dataset: MakeDataset) -> None:
    dataset = make_dataset(a=None)
    store = ThumbnailStore(dataset)
    store.path.parent.mkdir(parents=True)
    store.path.write_bytes(b"this is no database, and longer than a header of one" * 9)
    assert store.get(dataset.entries[0]).shape == (10, 20, 3)
    assert store.get(dataset.entries[0]).shape == (10, 20, 3)


def test_a_folder_that_cannot_be_written_harms_nothing(make_dataset: MakeDataset, decoded: list[str]) -> None:
    dataset = make_dataset(a=None)
    dataset.program_folder.write_text("a file where the folder should be")
    store = ThumbnailStore(dataset)
    assert store.get(dataset.entries[0]).shape == (10, 20, 3)
    assert store.get(dataset.entries[0]).shape == (10, 20, 3)
    assert decoded == ["a", "a"]


def test_an_image_that_is_gone_is_an_error(make_dataset: MakeDataset) -> None:
    dataset = make_dataset(a=None)
    dataset.entries[0].path.unlink()
    with pytest.raises(ImageFileError):
        ThumbnailStore(dataset).get(dataset.entries[0])
