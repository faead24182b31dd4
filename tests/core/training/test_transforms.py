"""Training pictures varied: the boxes go where the picture goes."""

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from core.errors import SpecError
from core.inference.preprocess import fit
from core.training.recipes import NO_AUGMENTATION, Augmentation
from core.training.transforms import TrainTransform, to_tensor

WHITE = 255


def square(height: int, width: int, box: tuple[int, int, int, int]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """A black picture with one white box, its box and its label."""
    image = np.zeros((height, width, 3), np.uint8)
    image[box[1] : box[3], box[0] : box[2]] = WHITE
    return image, np.array([box], np.float32), np.array([1])


def bright(image: np.ndarray) -> np.ndarray:
    """The box of what is brighter than the grey padding."""
    rows, columns = np.nonzero(image.min(axis=2) > 160)
    return np.array([columns.min(), rows.min(), columns.max() + 1, rows.max() + 1])


@given(st.integers(0, 2**31), st.booleans())
def test_the_box_stays_round_what_it_is_of(seed: int, quarter_turns: bool) -> None:
    sample = square(120, 160, (50, 40, 100, 70))
    varied = TrainTransform(
        (96, 128), Augmentation(quarter_turns=quarter_turns, brightness=0, contrast=0, tint=0, noise=0)
    )
    image, boxes, labels = varied(*sample, np.random.default_rng(seed))
    assert image.shape == (96, 128, 3)
    assert image.dtype == np.uint8
    assert len(boxes) == len(labels)
    if len(boxes):
        assert np.abs(boxes[0] - bright(image)).max() <= 1.5


def test_without_augmentation_it_is_what_the_predictor_sees() -> None:
    rng = np.random.default_rng(0)
    image = rng.integers(0, 256, (120, 200, 3), dtype=np.uint8)
    boxes = np.array([[10, 20, 50, 80]], np.float32)
    varied, moved, _ = TrainTransform((96, 128), NO_AUGMENTATION)(image, boxes, np.array([0]), rng)
    fitted, scale = fit(image, (96, 128))
    assert np.abs(varied.astype(int) - fitted).max() <= 1
    np.testing.assert_allclose(moved, boxes * scale, atol=0.5)


def test_the_same_seed_gives_the_same_picture_and_another_another() -> None:
    sample = square(120, 160, (50, 40, 100, 70))
    varied = TrainTransform((96, 128), Augmentation())
    one, two, three = (varied(*sample, np.random.default_rng(seed))[0] for seed in (1, 1, 2))
    assert np.array_equal(one, two)
    assert not np.array_equal(one, three)


def test_nothing_given_is_changed() -> None:
    image, boxes, labels = square(120, 160, (50, 40, 100, 70))
    before = image.copy(), boxes.copy()
    TrainTransform((96, 128), Augmentation())(image, boxes, labels, np.random.default_rng(0))
    assert np.array_equal(image, before[0])
    assert np.array_equal(boxes, before[1])


def test_a_box_that_loses_too_much_is_dropped_with_its_label() -> None:
    image = np.zeros((100, 100, 3), np.uint8)
    boxes = np.array([[0, 0, 10, 10], [45, 45, 55, 55]], np.float32)
    varied = TrainTransform((64, 64), Augmentation(scale=(4.0, 4.0), keep=0.5))
    for seed in range(20):
        _, kept, labels = varied(image, boxes, np.array([0, 1]), np.random.default_rng(seed))
        assert len(kept) == len(labels)
        assert (kept[:, 2:] - kept[:, :2]).min(initial=64) > 0
        assert kept.min(initial=0) >= 0
        assert kept.max(initial=0) <= 64


def test_a_picture_without_boxes_stays_one() -> None:
    empty = np.zeros((0, 4), np.float32), np.zeros(0, np.int64)
    _, boxes, labels = TrainTransform((64, 64), Augmentation())(
        np.zeros((50, 40, 3), np.uint8), *empty, np.random.default_rng(0)
    )
    assert boxes.shape == (0, 4)
    assert labels.shape == (0,)


@pytest.mark.parametrize("change", [{"scale": (2.0, 1.0)}, {"noise": 1.0}, {"keep": -0.1}])
def test_an_augmentation_that_makes_no_sense_is_refused(change: dict[str, object]) -> None:
    with pytest.raises(SpecError):
        Augmentation(**change)  # type: ignore[arg-type]


def test_a_tensor_is_channels_first_from_0_to_1() -> None:
    image = np.zeros((2, 3, 3), np.uint8)
    image[1, 2] = (255, 51, 0)
    tensor = to_tensor(image)
    assert tensor.shape == (3, 2, 3)
    assert tensor.dtype == torch.float32
    torch.testing.assert_close(tensor[:, 1, 2], torch.tensor([1.0, 0.2, 0.0]))
