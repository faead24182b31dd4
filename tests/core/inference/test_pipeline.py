"""Many files go through a network in order, several at a time, and never more than a few of them at once."""

from collections.abc import Iterator
from pathlib import Path

import cv2
import numpy as np
import pytest

from core.errors import ImageFileError, ModelFolderError
from core.images import read_rgb
from core.inference.embedding import measures_of
from core.inference.model_folder import CARD, ModelFolder
from core.inference.predictor import Predictor
from tests.core.inference.conftest import CELL, INPUT_SIZE, card


class Counted(list[Path]):
    """Paths that tell how many of them were taken."""

    taken = 0

    def __iter__(self) -> Iterator[Path]:
        for path in super().__iter__():
            self.taken += 1
            yield path


@pytest.fixture
def files(tmp_path: Path) -> Counted:
    """Forty pictures with one bright cell each, every seventh of which is no image."""
    paths = Counted()
    for number in range(40):
        picture = np.zeros((*INPUT_SIZE, 3), np.uint8)
        x, y = number % 6 * CELL, number % 4 * CELL
        picture[y : y + CELL, x : x + CELL] = 255
        path = tmp_path / f"{number:02}.png"
        cv2.imwrite(str(path), picture)
        if number % 7 == 6:
            path.write_bytes(b"no image")
        paths.append(path)
    return paths


@pytest.mark.parametrize("threads", [1, 2, 5])
@pytest.mark.parametrize("batch_size", [1, 8])
def test_each_file_comes_out_in_its_place_and_few_are_taken_ahead(
    model_folder: ModelFolder, files: Counted, threads: int, batch_size: int
) -> None:
    predictor = Predictor.for_many(model_folder, threads)
    for done, seen in enumerate(predictor.look_at(files, 0.5, batch_size=batch_size)):
        assert seen.path == files[done]
        assert files.taken <= done + 1 + (4 * predictor.at_once + 1) * batch_size + 8
        if done % 7 == 6:
            assert isinstance(seen.found, ImageFileError)
        else:
            assert seen.found.boxes.tolist() == [[done % 6 * 8, done % 4 * 8, done % 6 * 8 + 8, done % 4 * 8 + 8]]
    assert done == len(files) - 1


def test_parts_of_pictures_share_batches_and_find_their_way_back(model_folder: ModelFolder, files: Counted) -> None:
    whole = list(Predictor(model_folder).look_at(files, 0.5))
    (model_folder.path / CARD).write_text(card(tiles=2, overlap=0.0).model_dump_json())
    predictor = Predictor.for_many(ModelFolder.open(model_folder.path), 2)
    for one, parts in zip(whole, predictor.look_at(files, 0.3, batch_size=3), strict=True):
        assert isinstance(one.found, ImageFileError) == isinstance(parts.found, ImageFileError)
        if not isinstance(one.found, ImageFileError):
            assert np.abs(parts.found.boxes[0] - one.found.boxes[0]).max() <= CELL


def test_measures_are_of_the_picture_where_they_are_wanted(model_folder: ModelFolder, files: Counted) -> None:
    seen = next(Predictor(model_folder).look_at(files[:1], measured=True))
    assert seen.measures == measures_of(read_rgb(files[0]))
    assert seen.stamp
    assert seen.embedding is None
    assert next(Predictor(model_folder).look_at(files[:1])).measures is None


def test_who_stops_asking_leaves_no_thread_behind(model_folder: ModelFolder, files: Counted) -> None:
    seen = Predictor.for_many(model_folder, 2).look_at(files)
    next(seen)
    seen.close()
    assert list(seen) == []


def test_what_goes_wrong_in_the_network_is_told(model_folder: ModelFolder, files: Counted) -> None:
    (model_folder.path / CARD).write_text(card(labels=("bright", "dark")).model_dump_json())
    with pytest.raises(ModelFolderError, match="other labels"):
        list(Predictor(ModelFolder.open(model_folder.path)).look_at(files))
