"""Rotated boxes stay rectangles, whatever is pulled."""

from math import hypot

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from core.editing.rotated import (
    angle_towards,
    from_edge,
    is_rotated,
    turn_handle,
    with_box,
    with_corner_at,
    with_edge_at,
)
from core.geometry import XY, Polygon
from core.rectangle import angle_of, angle_text, clockwise, is_rectangle, middle_of, rectangle, size_of, turned
from core.voc.annotation import ROTATION, VocObject

places = st.tuples(st.floats(0, 500), st.floats(0, 500))
boxes = st.builds(rectangle, places, st.floats(10, 200), st.floats(10, 200), st.floats(0, 359.9))


def _object(box: Polygon) -> VocObject:
    return with_box(VocObject(label="dent", shape=box), box)


def _near(a: XY, b: XY, slack: float = 0.05) -> bool:
    return hypot(a[0] - b[0], a[1] - b[1]) <= slack


@given(places, st.floats(10, 200), st.floats(10, 200), st.floats(0, 359.9))
def test_size_and_angle_come_back(middle: XY, width: float, height: float, angle: float) -> None:
    box = rectangle(middle, width, height, angle)
    assert size_of(box) == pytest.approx((width, height), abs=0.01)
    assert (angle_of(box) - angle + 180) % 360 == pytest.approx(180, abs=0.05)
    assert _near(middle_of(box), middle)
    assert is_rotated(_object(box))


@given(boxes, st.integers(0, 3), places)
def test_a_corner_goes_to_the_mouse_and_the_opposite_one_stays(box: Polygon, corner: int, at: XY) -> None:
    after = with_corner_at(box, corner, at)
    assume(min(size_of(after)) > 5)
    assert is_rotated(_object(after))
    assert any(_near(point, at) for point in after.points)
    assert any(_near(point, box.points[(corner + 2) % 4]) for point in after.points)
    assert (angle_of(after) - angle_of(box) + 180) % 360 == pytest.approx(180, abs=0.3)


@given(boxes, st.integers(0, 3), places)
def test_an_edge_moves_alone(box: Polygon, edge: int, at: XY) -> None:
    after = with_edge_at(box, edge, at)
    assume(min(size_of(after)) > 5)
    assert is_rotated(_object(after))
    far = max(size_of(after)) / 1000  # corners lie on a grid, so that the direction of a small box is known that well
    assert size_of(after)[edge % 2] == pytest.approx(size_of(box)[edge % 2], abs=0.05 + far)


@given(boxes, st.floats(0, 359.9))
def test_turning_keeps_middle_and_size(box: Polygon, angle: float) -> None:
    after = turned(box, angle)
    assert _near(middle_of(after), middle_of(box))
    assert size_of(after) == pytest.approx(size_of(box), abs=0.01)


@given(boxes)
def test_the_handle_points_where_the_box_is_turned_to(box: Polygon) -> None:
    handle = turn_handle(box, 30)
    assert (angle_towards(box, handle, snaps=False) - angle_of(box) + 180) % 360 == pytest.approx(180, abs=0.2)
    assert angle_towards(box, handle, snaps=True) % 15 == pytest.approx(0)


@given(places, places, places)
def test_from_an_edge_and_a_width(a: XY, b: XY, at: XY) -> None:
    box = from_edge(a, b, at)
    assume(min(size_of(box)) > 2)
    assert is_rotated(_object(box))
    (x0, y0), (x1, y1), (x2, y2) = box.points[:3]
    assert (x1 - x0) * (y2 - y1) - (y1 - y0) * (x2 - x1) > 0  # clockwise as seen


def test_by_hand() -> None:
    box = from_edge((10, 10), (30, 10), (12, 20))
    assert box.points == ((10, 10), (30, 10), (30, 20), (10, 20))
    assert angle_text(box) == "0"
    assert angle_of(turned(box, 90)) == 90
    assert from_edge((10, 20), (30, 20), (12, 10)).points == ((30, 20), (10, 20), (10, 10), (30, 10))
    assert with_edge_at(box, 2, (99, 50)).points == ((10, 10), (30, 10), (30, 50), (10, 50))


def test_what_is_no_rotated_box() -> None:
    kite = Polygon(((0, 0), (10, 5), (0, 20), (-10, 5)))
    assert not is_rotated(VocObject(label="dent", shape=kite, attributes=((ROTATION, "10"),)))
    assert not is_rotated(VocObject(label="dent", shape=rectangle((5, 5), 4, 2, 10)))


@given(boxes)
def test_a_rectangle_is_one_whichever_way_round_its_corners_are_named(box: Polygon) -> None:
    a, b, c, d = box.points
    backwards = Polygon((a, d, c, b))
    assert is_rectangle(box)
    assert clockwise(box) == box
    assert not is_rectangle(backwards)
    assert is_rectangle(clockwise(backwards))
    assert set(clockwise(backwards).points) == set(box.points)
    assert not is_rectangle(Polygon((a, b, (c[0] + 9, c[1] + 9), d)))
