import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from core.boxes import areas, overlaps
from core.geometry import Box

CORNERS = st.lists(st.tuples(*[st.integers(-5, 20)] * 2, *[st.integers(0, 12)] * 2), max_size=6)


def rows(corners: list[tuple[int, int, int, int]], kind: type) -> NDArray[np.float64]:
    return np.array([(x, y, x + width, y + height) for x, y, width, height in corners], kind).reshape(-1, 4)


@given(CORNERS, CORNERS, st.sampled_from([np.float32, np.float64]))
def test_each_with_each_is_as_two_boxes_have_it(
    ones: list[tuple[int, int, int, int]], others: list[tuple[int, int, int, int]], kind: type
) -> None:
    one, other = rows(ones, kind), rows(others, kind)
    table = overlaps(one, other)
    assert (table.shape, table.dtype) == ((len(one), len(other)), kind)
    for row, first in enumerate(one.tolist()):
        for column, second in enumerate(other.tolist()):
            assert table[row, column] == pytest.approx(Box(*first).iou(Box(*second)), abs=1e-6)


def test_a_box_turned_inside_out_has_no_area() -> None:
    assert areas(np.array([[0, 0, 2, 3], [2, 3, 0, 0], [0, 0, 0, 5]], np.float32)).tolist() == [6, 0, 0]
