"""The cache of what pictures look like: kept, current, and done without where it cannot be kept."""

from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
import pytest

from core.files import stamp_of
from core.images import read_rgb
from core.inference.embedding import Measures, descriptor, measures_of
from core.inference.model_folder import ModelFolder
from core.review.looks import DESCRIPTOR, Impression, Looks, who_looks
from core.review.prelabel import PrelabelSettings, prelabel
from core.review.store import SuggestionStore
from core.voc.dataset import Dataset
from tests.core.inference.conftest import model_folder, models_folder  # noqa: F401  # fixtures
from tests.core.inference.test_embedding import with_embedding


@pytest.fixture
def dataset(tmp_path: Path) -> Dataset:
    """Six grey pictures from dark to light, and a file that is no picture."""
    folder = tmp_path / "parts"
    folder.mkdir()
    for number in range(6):
        cv2.imwrite(str(folder / f"{number}.png"), np.full((32, 48, 3), 40 * number, np.uint8))
    (folder / "9.png").write_bytes(b"no picture")
    return Dataset.open(folder)


def impression(image: str, stamp: str, *numbers: float, model: str = "parts@1") -> Impression:
    measures = Measures(brightness=0.5, contrast=0.1, sharpness=0.2)
    return Impression(image=image, model=model, stamp=stamp, embedding=np.array(numbers, np.float32), measures=measures)


def stamp(dataset: Dataset, name: str) -> str:
    return stamp_of(dataset.entry(name).path)


def test_looking_leaves_no_trace(dataset: Dataset) -> None:
    looks = Looks.of(dataset)
    names, rows = looks.matrix(DESCRIPTOR, ["0", "1"])
    assert names == []
    assert rows.shape == (0, 0)
    assert looks.measures(["0"]) == {}
    assert not dataset.program_folder.exists()


def test_a_picture_that_left_the_dataset_is_left_out(dataset: Dataset) -> None:
    looks = Looks.of(dataset)
    looks.put_many([impression(name, stamp(dataset, name), 1) for name in "01"])
    dataset.entry("1").path.unlink()
    later = Looks.of(Dataset.open(dataset.root))
    assert later.matrix("parts@1", ["0", "1"])[0] == ["0"]
    assert list(later.measures(["0", "1"])) == ["0"]
    looks.close()


def test_what_is_put_comes_back_in_the_order_asked_for(dataset: Dataset) -> None:
    looks = Looks.of(dataset)
    looks.put_many([impression(name, stamp(dataset, name), int(name), 2.5, 1e9) for name in "012"])
    names, rows = Looks.of(dataset).matrix("parts@1", ["2", "5", "0"])
    assert names == ["2", "0"]
    np.testing.assert_allclose(rows, [[2, 2.5, 65504], [0, 2.5, 65504]])
    assert rows.dtype == np.float32
    assert looks.measures(["5", "1"]) == {"1": Measures(brightness=0.5, contrast=0.1, sharpness=0.2)}
    assert looks.matrix("parts@2", ["0"])[0] == []


def test_a_picture_that_changed_is_no_longer_known(dataset: Dataset) -> None:
    looks = Looks.of(dataset)
    looks.put_many([impression(name, stamp(dataset, name), 1.0) for name in "01"])
    cv2.imwrite(str(dataset.entry("1").path), np.full((99, 99, 3), 7, np.uint8))
    assert looks.matrix("parts@1", ["0", "1"])[0] == ["0"]
    assert list(looks.measures(["0", "1"])) == ["0"]


def test_rows_of_another_length_are_left_out(dataset: Dataset) -> None:
    looks = Looks.of(dataset)
    looks.put_many([impression("0", stamp(dataset, "0"), 1, 2, 3)])
    looks.put_many([impression(name, stamp(dataset, name), 1, 2) for name in "12"])
    assert looks.matrix("parts@1", ["0", "1", "2"])[0] == ["1", "2"]


def test_without_a_model_pictures_are_described_by_hand_once(dataset: Dataset) -> None:
    looks, told = Looks.of(dataset), []
    model = looks.complete(dataset.entries, on_progress=lambda *progress: told.append(progress))
    assert model == DESCRIPTOR
    assert told == [(7, 7)]
    names, rows = looks.matrix(model, [entry.name for entry in dataset.entries])
    assert names == ["0", "1", "2", "3", "4", "5"]
    np.testing.assert_allclose(rows[3], descriptor(read_rgb(dataset.entry("3").path)), atol=2e-3)
    assert looks.measures(["3"])["3"].brightness == pytest.approx(
        measures_of(read_rgb(dataset.entry("3").path)).brightness
    )
    told.clear()
    looks.complete(dataset.entries[:6], on_progress=lambda *progress: told.append(progress))
    assert told == []


def test_a_model_tells_what_pictures_look_like_to_it(dataset: Dataset, model_folder: ModelFolder) -> None:  # noqa: F811
    looks = Looks.of(dataset)
    assert looks.complete(dataset.entries, model_folder) == DESCRIPTOR, "this one tells none"
    model = with_embedding(model_folder)
    by = looks.complete(dataset.entries, model)
    assert by == who_looks(model)
    names, rows = looks.matrix(by, [entry.name for entry in dataset.entries])
    assert len(names) == 6
    np.testing.assert_allclose(rows, (np.arange(6) * 40 / 255)[:, None].repeat(24, axis=1), atol=1e-3)


def test_what_a_removed_version_saw_is_not_taken_for_what_the_next_of_its_number_sees(
    dataset: Dataset,
    model_folder: ModelFolder,  # noqa: F811
) -> None:
    looks, told = Looks.of(dataset), []
    old = with_embedding(model_folder)
    new = replace(old, card=old.card.model_copy(update={"created": "2026-02-01T00:00:00+00:00"}))
    for model in (old, new):
        looks.complete(dataset.entries, model, on_progress=lambda *progress: told.append(progress))
    assert new.reference == old.reference
    assert told == [(7, 7), (7, 7)]


def test_pre_labelling_and_looking_see_the_same(tmp_path: Path, model_folder: ModelFolder) -> None:  # noqa: F811
    texture = np.random.default_rng(0).integers(0, 256, (640, 960, 3)).astype(np.uint8)
    cv2.imwrite(str(tmp_path / "large.jpg"), texture)
    dataset, model = Dataset.open(tmp_path), with_embedding(model_folder)
    looks, seen = Looks.of(dataset), []
    for fill in (
        lambda: looks.complete(dataset.entries, model),
        lambda: prelabel(model, dataset.entries, SuggestionStore.of(dataset), looks=looks),
    ):
        fill()
        seen.append((looks.matrix(who_looks(model), ["large"])[1], looks.measures(["large"])["large"]))
        looks.close()
        looks.path.unlink()
    np.testing.assert_array_equal(seen[0][0], seen[1][0])
    assert seen[0][1] == seen[1][1]
    tiled = PrelabelSettings(tiles=2)
    prelabel(model, dataset.entries, SuggestionStore.of(dataset), settings=tiled, looks=looks)
    assert looks.measures(["large"]) == {}, "in parts it looks another way"


def test_a_stop_is_heard_and_what_was_done_is_kept(dataset: Dataset) -> None:
    looks = Looks.of(dataset)
    looks.complete(dataset.entries, should_stop=lambda: True)
    assert looks.matrix(DESCRIPTOR, ["0"])[0] == []


@pytest.mark.parametrize("content", [b"damaged " * 4096, None])
def test_where_nothing_can_be_kept_it_works_from_memory(dataset: Dataset, content: bytes | None) -> None:
    path = Looks.of(dataset).path
    path.parent.mkdir()
    if content is None:
        path.mkdir()
    else:
        path.write_bytes(content)
    looks = Looks.of(dataset)
    assert looks.complete(dataset.entries) == DESCRIPTOR
    assert len(looks.matrix(DESCRIPTOR, ["0", "1"])[0]) == 2
    looks.close()
