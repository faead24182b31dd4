"""Instances: objects with their pixels."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.geometry import Box, Mask, Polygon
from core.metrics import Found
from core.tasks import Fitting
from core.tasks.instances import Instances, pasted_mask, resized_crop
from core.voc.annotation import Annotation, VocObject

TASK = Instances()
SIZE = (120, 80)
TRIANGLE = Polygon(((10, 10), (70, 20), (30, 60)))


def truth_of(*shapes: Polygon | Box | Mask) -> Annotation:
    things = tuple(VocObject(label="cell", shape=shape) for shape in shapes)
    return Annotation(filename="a.png", width=SIZE[0], height=SIZE[1], objects=things)


def test_a_box_counts_as_filled_and_a_shape_outside_is_left_out() -> None:
    truth = TASK.truth(truth_of(Box(10.4, 10, 20, 30), Polygon(((200, 5), (210, 5), (205, 9)))), ("cell",), SIZE)
    assert len(truth.masks) == len(truth.boxes) == 1
    assert truth.masks[0].area == 10 * 20
    assert truth.canvas == SIZE


@given(st.sampled_from([0.4, 0.75, 1.0, 2.0]), st.integers(0, 30), st.integers(0, 20))
def test_a_resized_mask_lies_where_the_resized_picture_has_it(factor: float, left: int, top: int) -> None:
    mask = Mask(left, top, 40, 30, (0, 1200))
    fitting = Fitting((0, 0, *SIZE), SIZE, (80, 120))
    shape = round(SIZE[1] * factor), round(SIZE[0] * factor)
    x0, y0, pixels = resized_crop(mask, fitting, shape)
    rows, columns = np.nonzero(pixels)
    bounds = np.array([x0 + columns.min(), y0 + rows.min(), x0 + columns.max() + 1, y0 + rows.max() + 1])
    np.testing.assert_allclose(bounds, np.array([left, top, left + 40, top + 30]) * factor, atol=0.51)


def test_a_mask_in_a_box_is_pasted_at_its_place_and_cut_at_the_border() -> None:
    full = np.ones((28, 28), np.float32)
    inside = pasted_mask(full, np.array([10, 20, 38, 48], np.float32), (0, 0, 100, 100))
    assert inside is not None
    assert (inside.left, inside.top, inside.width, inside.height) == (10, 20, 28, 28)
    assert inside.area == 28 * 28
    cut = pasted_mask(full, np.array([90, 90, 118, 118], np.float32), (0, 0, 100, 100))
    assert cut is not None
    assert (cut.left, cut.top, cut.width, cut.height) == (90, 90, 10, 10)
    assert pasted_mask(np.zeros((28, 28), np.float32), np.array([0, 0, 28, 28], np.float32), (0, 0, 100, 100)) is None


def test_a_right_answer_measures_as_one_and_a_shifted_one_as_less() -> None:
    truth = TASK.truth(truth_of(TRIANGLE), ("cell",), SIZE)
    bounds = np.array([[10, 10, 70, 60]], np.float32)
    right = Found(
        boxes=bounds, scores=np.array([0.9], np.float32), labels=np.zeros(1, np.int64), masks=truth.masks, canvas=SIZE
    )
    assert TASK.measure([(truth, right)], ("cell",)).values == pytest.approx({"map50": 1.0, "map": 1.0})
    moved = Found(
        boxes=bounds,
        scores=right.scores,
        labels=right.labels,
        masks=(truth.masks[0].moved(0, 6),),
        canvas=SIZE,
    )
    measured = TASK.measure([(truth, moved)], ("cell",)).values
    assert measured["map50"] == pytest.approx(1.0)
    assert measured["map"] is not None
    assert measured["map"] < 0.8
    ((label, shape, _),) = TASK.suggestions(right, ("cell",))
    assert (label, shape) == ("cell", truth.masks[0])


def test_the_answer_of_a_network_becomes_masks_in_the_image() -> None:
    fitting = Fitting((40, 0, 120, 80), SIZE, (40, 40))
    scores = np.array([[0.9], [0.1]], np.float32)
    boxes = np.array([[10, 10, 20, 30], [0, 0, 5, 5]], np.float32)
    masks = np.zeros((2, 14, 14), np.float32)
    masks[0, :, :7] = 1.0
    found = TASK.decode((scores, boxes, masks), fitting, 0.5)
    np.testing.assert_allclose(found.boxes, [[60, 20, 80, 60]])
    (mask,) = found.masks
    assert (mask.left, mask.top, mask.width, mask.height) == (60, 20, 10, 40)
