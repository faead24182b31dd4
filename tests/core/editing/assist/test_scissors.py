"""Intelligent scissors against pictures whose truth is known."""

from itertools import pairwise
from math import cos, hypot, pi, sin

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from core.editing.assist.scissors import WORK_PIXELS, along_border, edge_map, outline, snapped
from core.geometry import XY
from tests.core.editing.assist.pictures import ellipse, iou, picture, reader, size_of


def cut_round(rgb: np.ndarray, seeds: list[XY], radius: float = 5) -> list[tuple[XY, ...]]:
    """Return the ways from seed to seed, and back to the first."""
    read, size = reader(rgb), size_of(rgb)
    near = [snapped(read, size, seed, radius) for seed in seeds]
    ends = pairwise([*near, near[0]])
    return [(a, b) if along_border(a, b, size, 2) else edge_map(read, size, a, b).path(b) for a, b in ends]


def on_ellipse(middle: tuple[int, int], axes: tuple[int, int], count: int) -> list[XY]:
    turns = [2 * pi * n / count for n in range(count)]
    return [(middle[0] + axes[0] * cos(t), middle[1] + axes[1] * sin(t)) for t in turns]


@settings(max_examples=15)
@given(
    st.tuples(st.integers(70, 130), st.integers(60, 90)),
    st.tuples(st.integers(20, 50), st.integers(20, 45)),
    st.integers(0, 99),
)
def test_a_few_clicks_cut_out_an_ellipse(middle: tuple[int, int], axes: tuple[int, int], seed: int) -> None:
    rgb = picture(truth := ellipse((200, 150), middle, axes), seed=seed)
    polygon = outline(cut_round(rgb, on_ellipse(middle, axes, 5)), 1.5)
    assert polygon is not None
    assert iou(polygon, truth) > 0.9
    assert len(polygon.points) < 60


def test_faint_and_grey_edges_are_followed() -> None:
    truth = ellipse((200, 150), (100, 75), (50, 40))
    rgb = picture(truth, (118, 118, 118), (104, 104, 104), noise=1.5)
    polygon = outline(cut_round(rgb, on_ellipse((100, 75), (50, 40), 6)), 1.5)
    assert polygon is not None
    assert iou(polygon, truth) > 0.9


def test_a_large_thing_is_followed_on_a_shrunk_copy() -> None:
    truth = ellipse((1600, 1200), (800, 600), (600, 420))
    rgb = picture(truth)
    read, size = reader(rgb), size_of(rgb)
    seeds = [snapped(read, size, seed, 8) for seed in on_ellipse((800, 600), (600, 420), 4)]
    made = edge_map(read, size, seeds[0], seeds[1])
    assert made.area.area > WORK_PIXELS
    polygon = outline(cut_round(rgb, seeds, 8), 1.5)
    assert polygon is not None
    assert iou(polygon, truth) > 0.98


def test_a_thing_at_the_border_is_followed() -> None:
    truth = ellipse((200, 150), (200, 75), (60, 50))
    rgb = picture(truth)
    polygon = outline(cut_round(rgb, [(200, 25), (170, 32), (140, 75), (170, 118), (200, 125)]), 1.5)
    assert polygon is not None
    assert iou(polygon, truth) > 0.9
    assert all(0 <= x <= 200 and 0 <= y <= 150 for x, y in polygon.points)


def test_a_way_begins_and_ends_where_it_was_told() -> None:
    rgb = picture(ellipse((200, 150), (100, 75), (50, 40)))
    made = edge_map(reader(rgb), size_of(rgb), (50.25, 75.5), (150, 75))
    path = made.path((100.75, 35.25))
    assert (path[0], path[-1]) == ((50.25, 75.5), (100.75, 35.25))
    assert all(hypot(b[0] - a[0], b[1] - a[1]) < 3 for a, b in pairwise(path))


def test_a_map_is_trusted_up_to_the_border_of_the_picture_and_not_to_its_own() -> None:
    rgb = picture(ellipse((900, 700), (450, 350), (50, 40)))
    made = edge_map(reader(rgb), size_of(rgb), (20, 300), (60, 300))
    assert made.covers((0, 300))
    assert not made.covers((made.area.x1 - 1, 300))
    assert not made.covers((700, 300))


def test_one_colour_is_cut_straight() -> None:
    rgb = np.full((150, 200, 3), 120, np.uint8)
    path = edge_map(reader(rgb), size_of(rgb), (20, 75), (180, 75)).path((180, 75))
    assert max(abs(y - 75) for _, y in path) <= 12
    assert snapped(reader(rgb), size_of(rgb), (50.3, 60.7), 8) == (50.3, 60.7)


def test_the_cursor_snaps_to_the_edge_beside_it() -> None:
    rgb = np.full((60, 80, 3), 60, np.uint8)
    rgb[:, 40:] = 180
    at = snapped(reader(rgb), size_of(rgb), (36, 30), 7)
    assert abs(at[0] - 40) <= 1
    assert abs(at[1] - 30) <= 1
    assert snapped(reader(rgb), size_of(rgb), (20, 30), 7) == (20, 30)


def test_spikes_are_left_out_of_the_outline() -> None:
    square = [(0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0)]
    spike = [(10.0, 5.0), (14.0, 5.0), (18.0, 5.0), (14.0, 5.0), (10.0, 5.0)]
    polygon = outline([square[:2], spike, square[2:]], 0.5)
    assert polygon is not None
    assert polygon.bounds.x1 == 10
    assert polygon.area == 100


def test_what_encloses_nothing_is_no_outline() -> None:
    assert outline([[(0.0, 0.0), (5.0, 5.0)], [(5.0, 5.0), (0.0, 0.0)]], 1.5) is None
    assert outline([[(1.0, 1.0)]], 1.5) is None
