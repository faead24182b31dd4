"""Training pictures varied: all that is said of a picture goes where the picture goes."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import SpecError
from core.tasks.fitting import Fitting
from core.tasks.target import VOID, VOID_LABEL, Target
from core.training.augmentation import NO_AUGMENTATION, Augmentation
from core.training.transforms import TrainTransform, boxes_moved, coloured, placed_by_chance

WHITE = 255
PLAIN_COLOURS = {"brightness": 0.0, "contrast": 0.0, "tint": 0.0, "noise": 0.0}


def square(height: int, width: int, box: tuple[int, int, int, int]) -> tuple[np.ndarray, Target]:
    """A black picture with one white box, and that box said in every way."""
    image = np.zeros((height, width, 3), np.uint8)
    x0, y0, x1, y1 = box
    image[y0:y1, x0:x1] = WHITE
    classes = (image[:, :, 0] > 0).astype(np.uint8) * 2
    crop = (x0, y0, np.full((y1 - y0, x1 - x0), 255, np.uint8))
    target = Target(boxes=np.array([box], np.float32), labels=np.array([1]), masks=(crop,), classes=classes)
    return image, target


def only_boxes(*boxes: tuple[float, ...]) -> Target:
    return Target(boxes=np.array(boxes, np.float32).reshape(-1, 4), labels=np.arange(len(boxes)))


def bright(image: np.ndarray) -> np.ndarray:
    """The box of what is brighter than the grey padding."""
    rows, columns = np.nonzero(image.min(axis=2) > 160)
    return np.array([columns.min(), rows.min(), columns.max() + 1, rows.max() + 1])


@given(st.integers(0, 2**31), st.booleans())
def test_the_box_stays_round_what_it_is_of(seed: int, quarter_turns: bool) -> None:
    image, target = square(120, 160, (50, 40, 100, 70))
    transform = TrainTransform((96, 128), Augmentation(quarter_turns=quarter_turns, **PLAIN_COLOURS))
    varied = transform(image, only_boxes(target.boxes[0]), np.random.default_rng(seed))
    assert varied.picture.shape == (96, 128, 3)
    assert varied.picture.dtype == np.uint8
    assert len(varied.target.boxes) == len(varied.target.labels) == varied.kept.sum()
    if len(varied.target.boxes):
        assert np.abs(varied.target.boxes[0] - bright(varied.picture)).max() <= 1.5


@given(st.integers(0, 2**31), st.booleans(), st.sampled_from([0.0, 10.0, 45.0]))
def test_masks_and_class_maps_go_with_the_picture(seed: int, quarter_turns: bool, rotation: float) -> None:
    image, target = square(120, 160, (50, 40, 100, 70))
    augmentation = Augmentation(quarter_turns=quarter_turns, rotation=rotation, scale=(0.9, 1.1), **PLAIN_COLOURS)
    varied = TrainTransform((96, 128), augmentation)(image, target, np.random.default_rng(seed))
    if not varied.kept.any():
        return
    seen = varied.picture.min(axis=2) > 127
    ((left, top, pixels),) = varied.target.masks or ()
    mask = np.zeros(seen.shape, bool)
    mask[top : top + pixels.shape[0], left : left + pixels.shape[1]] = pixels > 0
    assert (mask & seen).sum() / (mask | seen).sum() > 0.93
    assert varied.target.classes is not None
    named = varied.target.classes == 2
    assert (named & seen).sum() / (named | seen).sum() > 0.9
    rows, columns = np.nonzero(mask)
    np.testing.assert_allclose(
        varied.target.boxes[0], [columns.min(), rows.min(), columns.max() + 1, rows.max() + 1], atol=1e-3
    )


@given(st.integers(0, 2**31))
def test_a_turned_box_is_round_the_ellipse_in_it(seed: int) -> None:
    rows, columns = np.mgrid[:120, :160] + 0.5
    image = np.zeros((120, 160, 3), np.uint8)
    image[((columns - 80) / 40) ** 2 + ((rows - 60) / 20) ** 2 <= 1] = WHITE
    augmentation = Augmentation(rotation=45.0, scale=(0.7, 0.71), stretch=0.0, **PLAIN_COLOURS)
    varied = TrainTransform((96, 128), augmentation)(image, only_boxes((40, 40, 120, 80)), np.random.default_rng(seed))
    (box,) = varied.target.boxes
    inside = (box > 1).all() and (box < (127, 95, 127, 95)).all()
    if inside:
        assert np.abs(box - bright(varied.picture)).max() <= 2.0


def test_what_lies_beside_the_picture_is_void() -> None:
    image, target = square(40, 120, (10, 10, 20, 20))
    varied = TrainTransform((96, 96), NO_AUGMENTATION)(image, target, np.random.default_rng(0))
    assert varied.target.classes is not None
    assert (varied.target.classes[:32] != VOID).all()
    assert (varied.target.classes[32:] == VOID).all()


def test_without_augmentation_it_is_what_the_predictor_sees() -> None:
    rng = np.random.default_rng(0)
    image = rng.integers(0, 256, (120, 200, 3), dtype=np.uint8)
    boxes = only_boxes((10, 20, 50, 80))
    varied = TrainTransform((96, 128), NO_AUGMENTATION)(image, boxes, rng)
    fitting = Fitting.whole((200, 120), (96, 128))
    fitted, scale = fitting.fitted(image), fitting.scale
    assert np.abs(varied.picture.astype(int) - fitted).max() <= 1
    np.testing.assert_allclose(varied.target.boxes, boxes.boxes * scale, atol=0.5)


def test_the_same_seed_gives_the_same_picture_and_another_another() -> None:
    image, target = square(120, 160, (50, 40, 100, 70))
    transform = TrainTransform((96, 128), Augmentation(rotation=5, blur=1))
    one, two, three = (transform(image, target, np.random.default_rng(seed)).picture for seed in (1, 1, 2))
    assert np.array_equal(one, two)
    assert not np.array_equal(one, three)


def test_nothing_given_is_changed() -> None:
    image, target = square(120, 160, (50, 40, 100, 70))
    before = image.copy(), target.boxes.copy(), target.classes.copy() if target.classes is not None else None
    TrainTransform((96, 128), Augmentation(rotation=20, blur=2))(image, target, np.random.default_rng(0))
    assert np.array_equal(image, before[0])
    assert np.array_equal(target.boxes, before[1])
    assert np.array_equal(target.classes, before[2])


def test_a_box_that_loses_too_much_is_dropped_with_its_label() -> None:
    image = np.zeros((100, 100, 3), np.uint8)
    target = only_boxes((0, 0, 10, 10), (45, 45, 55, 55))
    transform = TrainTransform((64, 64), Augmentation(scale=(4.0, 4.0), keep=0.5))
    dropped = 0
    for seed in range(20):
        varied = transform(image, target, np.random.default_rng(seed))
        kept = varied.target.boxes
        assert len(kept) == len(varied.target.labels) == varied.kept.sum()
        assert (varied.target.labels == np.flatnonzero(varied.kept)).all()
        assert (kept[:, 2:] - kept[:, :2]).min(initial=64) > 0
        assert kept.min(initial=0) >= 0
        assert kept.max(initial=0) <= 64
        dropped += 2 - len(kept)
    assert 0 < dropped < 40


def test_what_would_be_dropped_is_left_out_instead_for_a_network_that_can() -> None:
    image = np.zeros((100, 100, 3), np.uint8)
    target = only_boxes((0, 0, 10, 10), (30, 30, 70, 70))
    augmentation = Augmentation(scale=(2.0, 2.0), keep=0.9)
    seen = set()
    for seed in range(20):
        dropping, leaving = (
            TrainTransform((64, 64), augmentation, leaves_out)(image, target, np.random.default_rng(seed))
            for leaves_out in (False, True)
        )
        taught = leaving.target.labels != VOID_LABEL
        assert np.array_equal(leaving.target.boxes[taught], dropping.target.boxes)
        assert np.array_equal(leaving.target.labels[taught], dropping.target.labels)
        assert len(leaving.target.boxes) == leaving.kept.sum()
        seen |= {int(label) for label in leaving.target.labels}
    assert seen == {VOID_LABEL, 0}


@pytest.mark.parametrize("scale", [0.8, 1.25])
def test_a_border_of_the_picture_lies_on_that_of_the_input(scale: float) -> None:
    shape, augmentation = (96, 128, 3), Augmentation(scale=(scale, scale), stretch=0.0)
    placings = [placed_by_chance(shape, shape[:2], augmentation, np.random.default_rng(seed)) for seed in range(200)]
    whole = np.array([[0, 0, 128, 96]], np.float32)
    borders = np.concatenate([boxes_moved(whole, placing.matrix(shape)) for placing in placings])
    for low, high, end in ((0, 2, 128), (1, 3, 96)):
        first, last = np.isclose(borders[:, low], 0, atol=0.01), np.isclose(borders[:, high], end, atol=0.51)
        assert (first != last).all()
        assert 0.3 < first.mean() < 0.7


def test_a_picture_without_boxes_stays_one() -> None:
    varied = TrainTransform((64, 64), Augmentation())(
        np.zeros((50, 40, 3), np.uint8), Target(), np.random.default_rng(0)
    )
    assert varied.target.boxes.shape == (0, 4)
    assert varied.target.labels.shape == (0,)


@pytest.mark.parametrize(
    "change", [{"scale": (2.0, 1.0)}, {"noise": 1.0}, {"keep": -0.1}, {"rotation": 90.0}, {"blur": -1.0}]
)
def test_an_augmentation_that_makes_no_sense_is_refused(change: dict[str, object]) -> None:
    with pytest.raises(SpecError):
        Augmentation(**change)  # type: ignore[arg-type]


def test_noise_is_the_same_grain_in_every_channel_and_every_time() -> None:
    """OpenCV takes a mean and a deviation for each channel; of fewer it reads beyond them."""
    grey = np.full((80, 100, 3), 128, np.uint8)
    noisy = replace(NO_AUGMENTATION, noise=0.05)
    made = [coloured(grey, noisy, np.random.default_rng(seed)) for seed in range(40)]
    again = [coloured(grey, noisy, np.random.default_rng(seed)) for seed in range(40)]
    assert all(np.array_equal(first, second) for first, second in zip(made, again, strict=True))
    strongest = max(made, key=lambda picture: picture.std())
    assert strongest.mean(axis=(0, 1)) == pytest.approx([128] * 3, abs=1.5)
    assert strongest.std(axis=(0, 1)) == pytest.approx([strongest.std()] * 3, rel=0.1)
    assert 8 < strongest.std() < 14
