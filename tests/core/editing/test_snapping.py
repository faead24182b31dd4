"""Sticking to the image's border."""

from hypothesis import given
from hypothesis import strategies as st

from core.editing.snapping import on_border, shift_to_border
from core.geometry import Box

SIZE = (200, 100)


def test_a_place_near_the_border_goes_onto_it() -> None:
    assert on_border((3, 50), SIZE, 4) == (0, 50)
    assert on_border((197, 96), SIZE, 4) == (200, 100)
    assert on_border((5, 5), SIZE, 4) == (5, 5)


@given(st.floats(0, 200), st.floats(0, 100), st.floats(0, 300))
def test_a_place_goes_no_further_than_the_reach(x: float, y: float, reach: float) -> None:
    there = on_border((x, y), SIZE, reach)
    assert abs(there[0] - x) <= reach
    assert abs(there[1] - y) <= reach


def test_what_is_moved_sticks_only_where_it_is_moved_to() -> None:
    box = Box(10, 40, 50, 97)
    assert shift_to_border(box, SIZE, (-8, 0), 4) == (-10, 0)  # the lower side is near, but not moved
    assert shift_to_border(box, SIZE, (147, 1), 4) == (150, 3)
    assert shift_to_border(Box(0, 0, 9, 9), SIZE, (3, 3), 4) == (3, 3)  # what lies there may leave
