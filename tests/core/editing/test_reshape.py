from hypothesis import given
from hypothesis import strategies as st

from core.clipping import inside
from core.editing import reshape
from core.geometry import Box, Mask, Point, Polygon, Polyline
from tests.core.editing.shapes import boxes, points

SQUARE = Polygon(((0, 0), (10, 0), (10, 10), (0, 10)))


@given(boxes(), st.integers(0, 3), points)
def test_a_corner_goes_where_it_is_dragged_and_the_opposite_one_stays(box: Box, corner: int, at: tuple) -> None:
    fixed = reshape.vertices(box)[(corner + 2) % 4]
    changed = reshape.with_vertex_at(box, corner, at)
    assert changed == reshape.box_between(fixed, at)
    assert changed.width >= 0
    assert changed.height >= 0


@given(boxes(), st.integers(0, 3), points)
def test_an_edge_moves_across_and_keeps_the_other_three_lines(box: Box, edge: int, at: tuple) -> None:
    changed = reshape.with_edge_at(box, edge, at)
    if edge % 2:
        assert (changed.y0, changed.y1) == (box.y0, box.y1)
        assert at[0] in (changed.x0, changed.x1)
    else:
        assert (changed.x0, changed.x1) == (box.x0, box.x1)
        assert at[1] in (changed.y0, changed.y1)


def test_a_vertex_is_put_in_and_taken_out_again() -> None:
    more = reshape.with_vertex_inserted(SQUARE, 3, (-2, 5))
    assert more.points == (*SQUARE.points, (-2, 5))
    assert reshape.without_vertex(more, 4) == SQUARE


def test_a_shape_never_loses_its_last_points() -> None:
    triangle = Polygon(((0, 0), (4, 0), (0, 4)))
    assert reshape.without_vertex(triangle, 0) is None
    assert reshape.without_vertex(Polyline(((0, 0), (4, 4))), 0) is None
    assert reshape.without_vertex(Box(0, 0, 2, 2), 0) is None
    assert reshape.without_vertex(Polyline(((0, 0), (4, 4), (8, 8))), 1) == Polyline(((0, 0), (8, 8)))


def test_only_outlines_have_edges() -> None:
    assert len(reshape.edges(SQUARE)) == 4
    assert len(reshape.edges(Polyline(((0, 0), (4, 4), (8, 8))))) == 2
    assert reshape.edges(Point(1, 2)) == ()
    assert reshape.vertices(Mask(0, 0, 1, 1, (0, 1))) == ()


def test_points_are_kept_in_the_image() -> None:
    assert inside((-4, 70), 64, 48) == (0, 48)
    assert reshape.on_pixel_edges((1.6, 2.4)) == (2, 2)
