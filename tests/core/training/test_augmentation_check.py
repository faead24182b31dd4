"""What a variation does to the user's own pictures."""

from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
import pytest

from core.geometry import Box, Polygon
from core.training.augmentation import NO_AUGMENTATION, Augmentation
from core.training.augmentation_check import Effect, Example, Varied, read_examples, vary, warnings_of
from core.training.spec import Spec
from core.voc.annotation import Annotation, VocObject
from core.voc.dataset import Dataset

INPUT = (96, 128)


@pytest.fixture(name="dataset")
def _dataset(tmp_path: Path) -> Dataset:
    """One grey picture of 256 x 192 with a large and a small object, one long one of 300 x 90."""
    (tmp_path / "JPEGImages").mkdir()
    for name, size in (("a", (192, 256)), ("long", (90, 300))):
        cv2.imwrite(str(tmp_path / "JPEGImages" / f"{name}.png"), np.full((*size, 3), 200, np.uint8))
    dataset = Dataset.open(tmp_path)
    small = VocObject(label="dent", shape=Box(10, 10, 24, 24))
    large = VocObject(label="bolt", shape=Polygon(((100, 50), (180, 50), (180, 150), (100, 150))))
    for name in ("a", "long"):
        entry = dataset.entry(name)
        dataset.write(entry, dataset.read(entry).with_objects((small, large) if name == "a" else (small,)))
    return dataset


def _examples(dataset: Dataset, augmentation: Augmentation, model: str = "compact", **changes: object) -> list[Example]:
    spec = Spec.for_model(model, name="parts", augmentation=augmentation, **changes)
    return read_examples(dataset, ["a", "long"], spec, ("bolt", "dent"), INPUT)


def _many(example: Example, augmentation: Augmentation, count: int = 40) -> list[Varied]:
    return [vary(example, augmentation, np.random.default_rng(seed)) for seed in range(count)]


def test_without_variation_nothing_happens(dataset: Dataset) -> None:
    for example in _examples(dataset, NO_AUGMENTATION):
        (one,) = _many(example, NO_AUGMENTATION, 1)
        assert (one.lost, one.tiny, one.too_bright, one.too_dark) == ((), (), False, False)
        assert warnings_of([one], NO_AUGMENTATION) == []
        assert one.variation.picture.shape == (*INPUT, 3)


def test_objects_that_shrink_are_told_from_those_that_were_small(dataset: Dataset) -> None:
    smaller = replace(NO_AUGMENTATION, scale=(0.5, 0.5))
    example, long = _examples(dataset, smaller)
    (one,) = _many(example, smaller, 1)
    assert [example.target.labels[place] for place in one.tiny] == [1]  # 7 pixels become 3.5; the large stays
    (warned,) = warnings_of([one], smaller)
    assert (warned.effect, warned.count, warned.of, warned.share) == (Effect.TINY, 1, 2, 0.5)
    assert long.plain_sizes.max() > 5


def test_cropping_loses_objects_and_says_so(dataset: Dataset) -> None:
    closer = replace(NO_AUGMENTATION, scale=(3.0, 3.0))
    example = _examples(dataset, closer)[0]
    many = _many(example, closer)
    assert any(one.lost for one in many)
    assert all(set(one.lost) | set(np.flatnonzero(one.variation.kept)) == {0, 1} for one in many)
    assert warnings_of(many, closer)[0].effect is Effect.LOST


@pytest.mark.parametrize(("brightness", "effect"), [(0.9, Effect.BRIGHT), (0.95, Effect.DARK)])
def test_too_much_light_is_seen(dataset: Dataset, brightness: float, effect: Effect) -> None:
    wild = replace(NO_AUGMENTATION, brightness=brightness)
    many = _many(_examples(dataset, wild)[0], wild)
    assert effect in {warned.effect for warned in warnings_of(many, wild)}


def test_long_pictures_are_not_to_be_laid_on_their_side(dataset: Dataset) -> None:
    turning = replace(NO_AUGMENTATION, quarter_turns=True)
    examples = _examples(dataset, turning)
    assert [example.is_long for example in examples] == [False, True]
    many = [one for example in examples for one in _many(example, turning, 4)]
    turned = next(warned for warned in warnings_of(many, turning) if warned.effect is Effect.TURNED)
    assert turned.share == 0.5
    assert not any(warned.effect is Effect.TURNED for warned in warnings_of(many, NO_AUGMENTATION))


def test_of_tiles_the_one_with_most_objects_is_shown(dataset: Dataset) -> None:
    example = _examples(dataset, NO_AUGMENTATION, tiles=2, overlap=0.0)[0]
    assert example.fitting.size == (128, 96)
    assert len(example.target.boxes) >= 1


def test_a_class_map_loses_labels(dataset: Dataset) -> None:
    closer = replace(NO_AUGMENTATION, scale=(4.0, 4.0))
    example = _examples(dataset, closer, "lraspp")[0]
    many = _many(example, closer)
    assert {one.objects for one in many} == {len(set(np.unique(example.target.classes)) - {0, 255})}
    assert any(one.lost for one in many)


def test_an_image_that_says_nothing_to_the_task_is_left_out(dataset: Dataset) -> None:
    assert _examples(dataset, NO_AUGMENTATION, "classifier") == []
    entry = dataset.entry("a")
    dataset.write(entry, replace(dataset.read(entry), tags=("OK",)))
    spec = Spec.for_model("classifier", name="parts", augmentation=NO_AUGMENTATION)
    (example,) = read_examples(dataset, ["a", "long"], spec, ("NG", "OK"), INPUT)
    assert example.target.tags is not None
    assert example.target.tags.tolist() == [0.0, 1.0]
    assert isinstance(dataset.read(entry), Annotation)
