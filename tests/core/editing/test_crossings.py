from itertools import combinations, pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from core.editing.crossings import crossing_edges

Point = tuple[int, int]


def side(a: Point, b: Point, at: Point) -> int:
    return int(np.sign((b[0] - a[0]) * (at[1] - a[1]) - (b[1] - a[1]) * (at[0] - a[0])))


def by_hand(points: list[Point], closed: bool) -> list[tuple[int, int]]:
    ring = [*points, points[0]] if closed else points
    edges = list(pairwise(ring))
    return [
        (m, n)
        for (m, (a, b)), (n, (c, d)) in combinations(enumerate(edges), 2)
        if side(a, b, c) * side(a, b, d) < 0 and side(c, d, a) * side(c, d, b) < 0
    ]


def test_a_bow_tie_crosses_and_a_square_does_not() -> None:
    assert crossing_edges([(0, 0), (10, 10), (10, 0), (0, 10)]) == ((0, 2),)
    assert crossing_edges([(0, 0), (10, 0), (10, 10), (0, 10)]) == ()


def test_a_triangle_cannot_cross_itself() -> None:
    assert crossing_edges([(0, 0), (10, 0), (5, 8)]) == ()


def test_an_open_line_has_no_closing_edge() -> None:
    zigzag = [(0, 0), (10, 0), (10, 10), (5, -5)]
    assert crossing_edges(zigzag, closed=False) == ((0, 2),)
    assert crossing_edges([(0, 0), (10, 10), (10, 0), (5, 1)], closed=False) == ()


def test_the_two_sides_of_a_cut_to_a_hole_are_no_crossing() -> None:
    ring = [(0, 0), (20, 0), (20, 20), (0, 20), (0, 0), (5, 5), (5, 10), (10, 10), (10, 5), (5, 5)]
    assert crossing_edges(ring) == ()


@given(st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)), min_size=3, max_size=14), st.booleans())
def test_it_finds_just_the_pairs_that_comparing_all_finds(points: list[Point], closed: bool) -> None:
    assert list(crossing_edges(points, closed=closed)) == by_hand(points, closed)


def test_a_star_of_many_points_is_found_in_portions(monkeypatch) -> None:  # noqa: ANN001
    rng = np.random.default_rng(3)
    points = [tuple(point) for point in rng.integers(0, 1000, (120, 2)).tolist()]
    whole = crossing_edges(points)
    monkeypatch.setattr("core.editing.crossings._AT_ONCE", 50)
    assert crossing_edges(points) == whole
    assert len(whole) > 100
