import json
from pathlib import Path

import cv2
import numpy as np
import pytest

from core.errors import DatasetError, ModelFolderError
from core.files import write_atomic
from core.inference.model_folder import SPLIT, ModelFolder
from core.review.drift import Drift, Level, Seen, check_drift, compare, entries_of, last_check
from core.review.drift.reference import FILE
from core.review.drift.testing import LEAST
from core.review.drift.words import headline, sentence
from core.review.looks import DESCRIPTOR
from core.voc.dataset import Dataset
from core.voc.held_out import FROZEN, frozen_folder
from core.voc.image_sets import write_set
from tests.core.review.versions import publish

DEAL = np.random.default_rng(5)


def camera(count: int, *, light: float = 1.0, series: float = 0.0, among: int = 8, uneven: float = 0.1) -> Seen:
    """Return what images of one camera look like, taken in series of eight whose middles differ by ``series``.

    Brightness, contrast and sharpness differ by the share ``uneven``; ``light`` multiplies the brightness.
    """
    middles = np.repeat(DEAL.normal(0, series, (-(-count // among), 23)), among, axis=0)[:count]
    rows = (DEAL.normal(0, 1, (count, 23)) + middles).astype(np.float32)
    measures = np.array([0.4 * light, 0.1, 0.08], np.float32) * np.exp(uneven * rows[:, 20:])
    return Seen(tuple(f"image{place}" for place in range(count)), rows[:, :20], measures)


def together(one: Seen, other: Seen) -> Seen:
    """Return all images of both."""
    return Seen((*one.names, *other.names), np.concatenate([one.embeddings, other.embeddings]),
                np.concatenate([one.measures, other.measures]))  # fmt: skip


def test_images_of_the_same_camera_are_no_drift() -> None:
    levels = [compare("parts@1", "parts@1", camera(120), camera(30)).level for _ in range(20)]
    assert levels.count(Level.DRIFT) == 0
    assert levels.count(Level.SAME) >= 18


def test_false_alarms_are_as_rare_as_is_said() -> None:
    """Where no image is of a series there is nothing that makes the tests more careful than their level."""
    alarms = sum(compare("parts@1", "parts@1", camera(60), camera(20)).level is Level.DRIFT for _ in range(50))
    assert alarms <= 4  # at one in fifty more come up once in three hundred times


def test_another_light_is_drift_and_is_named() -> None:
    found = compare("parts@1", "parts@1", camera(120), camera(30, light=0.6))
    assert found.level is Level.DRIFT
    assert found.effect > 0.9
    assert found.outside > 20
    [brightness, contrast, _] = found.shifts
    assert (brightness.measure, brightness.p < 1e-6, contrast.p > 0.001) == ("brightness", True, True)
    assert brightness.by == pytest.approx(-4, abs=1)
    assert brightness.recent / brightness.reference == pytest.approx(0.6, abs=0.05)


def test_a_part_that_is_like_nothing_before_is_drift() -> None:
    strange = camera(10)
    strange.embeddings[:] += 15
    found = compare("parts@1", "parts@1", camera(120), together(camera(40), strange))
    assert found.level is Level.DRIFT
    assert {odd.image for odd in found.odd[:10]} == set(strange.names)


def test_a_darker_camera_is_drift_where_light_was_always_unequal() -> None:
    """Most darker images are as bright as some that were learned from; those that were dark are darker than any."""
    lamps = np.repeat(np.linspace(0.4, 1.0, 6), 40)
    learned, recent = camera(240, uneven=0.05), camera(60, uneven=0.05)
    learned.measures[:] *= lamps[:, None]
    recent.measures[:] *= 0.6 * lamps[::4, None]
    dark = recent.measures[:, 0] < learned.measures[:, 0].min()
    assert 0.1 < dark.mean() < 0.5
    assert compare("parts@1", "parts@1", learned, recent).level is Level.DRIFT


def test_contrast_that_does_not_go_with_the_light_is_drift() -> None:
    lamps = np.repeat(np.linspace(0.4, 1.0, 6), 40)
    learned, recent = camera(240, uneven=0.05), camera(30, uneven=0.05)
    learned.measures[:] *= lamps[:, None]
    recent.measures[:] *= np.stack([lamps[::8], lamps[::8][::-1], lamps[::8]], axis=1)
    assert compare("parts@1", "parts@1", learned, recent).level is Level.DRIFT
    assert max(abs(shift.by) for shift in compare("parts@1", "parts@1", learned, recent).shifts) < 0.5


def test_what_never_varied_may_vary_a_little() -> None:
    learned, recent = camera(120, uneven=1e-6), camera(30, uneven=1e-6, light=1.005)
    assert compare("parts@1", "parts@1", learned, recent).level is not Level.DRIFT
    assert compare("parts@1", "parts@1", learned, camera(30, uneven=1e-6, light=0.9)).level is Level.DRIFT


def test_black_images_are_drift_and_no_failure() -> None:
    black = camera(30)
    black.measures[:] = 0
    assert compare("parts@1", "parts@1", camera(120), black).level is Level.DRIFT
    assert compare("parts@1", "parts@1", black, black).level is Level.SAME


def test_one_series_is_another_mix_but_no_alarm() -> None:
    learned = camera(400, series=3.0, among=40)
    once_more = Seen(learned.names[:30], learned.embeddings[:30] + DEAL.normal(0, 1, (30, 20)).astype(np.float32),
                     learned.measures[:30])  # fmt: skip
    assert compare("parts@1", "parts@1", learned, once_more).level is Level.UNEVEN


def test_the_image_that_differs_most_comes_first() -> None:
    recent = camera(30)
    recent.embeddings[17] += 30
    found = compare("parts@1", "parts@1", camera(120), recent)
    assert found.odd[0].image == "image17"
    assert found.odd[0].times > 2
    assert [odd.times for odd in found.odd] == sorted((odd.times for odd in found.odd), reverse=True)


@pytest.mark.parametrize(("reference", "recent"), [(LEAST - 1, 50), (50, LEAST - 1), (0, 0)])
def test_too_few_images_say_nothing(reference: int, recent: int) -> None:
    found = compare("parts@1", "parts@1", camera(reference), camera(recent))
    assert (found.level, found.reference, found.recent) == (Level.TOO_FEW, reference, recent)


def test_images_that_are_all_alike_can_be_compared() -> None:
    flat = Seen(tuple("abcdefghijklmno"), np.ones((15, 4), np.float32), np.ones((15, 3), np.float32))
    assert compare("parts@1", "parts@1", flat, flat).level is Level.SAME


def test_a_small_difference_of_thousands_is_none() -> None:
    found = compare("parts@1", "parts@1", camera(900), camera(900, light=1.03))
    assert found.level is Level.UNEVEN
    assert found.p_mix < 1e-3


def test_thinning_keeps_the_order_and_the_ends() -> None:
    thin = camera(1001).thinned(11)
    assert thin.names == tuple(f"image{place}" for place in range(0, 1001, 100))
    assert thin.embeddings.shape == (11, 20)


@pytest.mark.parametrize("level", Level)
def test_every_finding_is_a_plain_sentence(level: Level) -> None:
    found = Drift(model="parts@1", by="parts@1", level=level, reference=100, recent=30, outside=7)
    assert "{" not in sentence(found)
    assert ("30" in sentence(found), "parts@1" in sentence(found), headline(found) != "") == (True, True, True)


# -- on images ------------------------------------------------------------------------------------------------------


@pytest.fixture
def shop(tmp_path: Path) -> tuple[Dataset, ModelFolder]:
    """Forty images and a version that learned from the first twenty-six, with fourteen others that are darker."""
    folder = tmp_path / "shop" / "JPEGImages"
    folder.mkdir(parents=True)
    deal = np.random.default_rng(0)
    for place in range(40):
        picture = deal.integers(90, 160, (48, 64, 3)) * (1.0 if place < 26 else 0.5)
        cv2.imwrite(str(folder / f"{place:02d}.png"), picture.astype(np.uint8))
    dataset = Dataset.open(tmp_path / "shop")
    version = publish(dataset.models_folder, 1)
    names = [f"{place:02d}" for place in range(26)]
    (version.path / SPLIT).write_text(json.dumps({"train": names[:-4], "val": names[-4:]}))
    return dataset, version


def test_new_images_of_a_folder_are_compared_and_the_result_kept(shop: tuple[Dataset, ModelFolder]) -> None:
    dataset, version = shop
    assert last_check(dataset) is None
    found = check_drift(dataset, version)
    assert (found.level, found.by, found.reference, found.recent) == (Level.DRIFT, DESCRIPTOR, 22, 14)
    assert {odd.image for odd in found.odd} <= {f"{place:02d}" for place in range(26, 40)}
    kept = last_check(dataset)
    assert kept is not None
    assert kept.drift == found
    (dataset.program_folder / "drift.json").write_text("{}")
    assert last_check(dataset) is None


def test_only_the_newest_are_looked_at_where_so_many_are_asked_for(shop: tuple[Dataset, ModelFolder]) -> None:
    dataset, version = shop
    assert check_drift(dataset, version, last=11).recent == 11


def test_images_of_the_test_and_of_benchmark_sets_are_not_new(shop: tuple[Dataset, ModelFolder]) -> None:
    dataset, version = shop
    write_set(dataset, "test", ["26", "27"])
    write_atomic(frozen_folder(dataset) / "hard" / FROZEN, b'{"images": [{"name": "28"}]}')
    assert check_drift(dataset, version).recent == 11


def test_images_that_are_named_are_compared_instead(shop: tuple[Dataset, ModelFolder]) -> None:
    dataset, version = shop
    same = entries_of(dataset, [f"{place:02d}" for place in range(26)])
    assert check_drift(dataset, version, entries=same).level is Level.SAME
    assert last_check(dataset) is None  # that was no look at what is new
    with pytest.raises(DatasetError, match="none of these images"):
        entries_of(dataset, ["nothing"])


def test_the_reference_goes_with_the_version_without_its_images(shop: tuple[Dataset, ModelFolder]) -> None:
    dataset, version = shop
    first = check_drift(dataset, version)
    assert (version.path / FILE).is_file()
    for place in range(22):
        dataset.entry(f"{place:02d}").path.unlink()
    smaller = Dataset.open(dataset.root)
    again = check_drift(smaller, version)
    assert (again.reference, again.level) == (first.reference, first.level)


def test_a_damaged_reference_is_made_anew(shop: tuple[Dataset, ModelFolder]) -> None:
    dataset, version = shop
    check_drift(dataset, version)
    (version.path / FILE).write_bytes(b"PK\x03\x04 no more")
    assert check_drift(dataset, version).level is Level.DRIFT


def test_a_version_that_does_not_say_what_it_learned_from_cannot_be_asked(shop: tuple[Dataset, ModelFolder]) -> None:
    dataset, version = shop
    (version.path / SPLIT).unlink()
    with pytest.raises(ModelFolderError, match="which images it learned from"):
        check_drift(dataset, version)
