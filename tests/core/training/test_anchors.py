"""Anchors from boxes."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.training.anchors import fit_anchors, mean_overlap, overlaps


def test_kinds_of_boxes_become_the_anchors() -> None:
    rng = np.random.default_rng(1)
    kinds = np.array([(10.0, 10.0), (40.0, 12.0), (15.0, 60.0), (120.0, 90.0)])
    boxes = np.concatenate([kind * rng.normal(1, 0.05, (50, 2)) for kind in kinds])
    fitted = fit_anchors(boxes, 4)
    assert np.allclose(sorted(fitted.sizes), sorted(map(tuple, kinds)), rtol=0.1)
    assert fitted.mean_iou > 0.9


def test_anchors_fit_better_than_a_fixed_set() -> None:
    boxes = np.random.default_rng(2).uniform((4, 30), (12, 90), (300, 2))
    fixed = np.array([(side * shape, side / shape) for side in (32, 64, 128) for shape in (0.7, 1.0, 1.4)])
    assert fit_anchors(boxes).mean_iou > mean_overlap(boxes, fixed) + 0.2


def test_a_single_box_gives_as_many_anchors_as_asked_for() -> None:
    assert fit_anchors([(30.0, 20.0)], 3).sizes == ((30.0, 20.0),) * 3


@pytest.mark.parametrize(("sizes", "count"), [([], 3), ([(0.0, 5.0)], 3), ([(1.0, 1.0)], 0)])
def test_nothing_to_fit_is_an_error(sizes: list[tuple[float, float]], count: int) -> None:
    with pytest.raises(ValueError, match="cannot be fitted"):
        fit_anchors(sizes, count)


def test_the_overlap_of_boxes_on_one_middle() -> None:
    assert overlaps(np.array([[10.0, 10.0]]), np.array([[10.0, 20.0], [5.0, 5.0]])).tolist() == [[0.5, 0.25]]


@settings(max_examples=40)
@given(
    st.lists(st.tuples(st.floats(1, 500), st.floats(1, 500)), min_size=1, max_size=60),
    st.integers(1, 9),
    st.randoms(use_true_random=False),
)
def test_the_order_of_the_boxes_changes_nothing(boxes: list[tuple[float, float]], count: int, chance) -> None:  # noqa: ANN001
    fitted = fit_anchors(boxes, count)
    mixed = list(boxes)
    chance.shuffle(mixed)
    assert fit_anchors(mixed, count) == fitted
    assert len(fitted.sizes) == count
    areas = [width * height for width, height in fitted.sizes]
    assert 0 < fitted.mean_iou <= 1.0001
    assert np.all(np.diff(areas) >= -0.02 * np.asarray(areas[1:], float)) if count > 1 else areas
