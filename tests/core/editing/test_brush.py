import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from core.editing.brush import mask_within, paint_line, union
from core.editing.hit_test import distance_to_segment
from core.geometry import Box

places = st.tuples(st.floats(-10, 50), st.floats(-10, 40))


@given(places, places, st.floats(0.5, 12))
def test_a_stroke_sets_the_pixels_whose_centres_it_covers(start: tuple, end: tuple, radius: float) -> None:
    pixels = np.zeros((30, 40), dtype=np.uint8)
    touched = paint_line(pixels, start, end, radius, 1)
    distances = np.array([[distance_to_segment((x + 0.5, y + 0.5), start, end) for x in range(40)] for y in range(30)])
    assert (pixels[distances < radius - 1e-6] == 1).all()
    assert (pixels[distances > radius + 1e-6] == 0).all()
    for y, x in zip(*np.nonzero(pixels), strict=True):
        assert touched is not None
        assert touched.contains(x, y)


def test_a_long_stroke_in_pieces_is_the_same_set_of_pixels() -> None:
    pixels = np.zeros((400, 400), dtype=np.uint8)
    paint_line(pixels, (5, 5), (390, 380), 3, 1)
    y, x = np.mgrid[0:400, 0:400] + 0.5
    share = np.clip(((x - 5) * 385 + (y - 5) * 375) / (385**2 + 375**2), 0, 1)
    expected = np.hypot(x - 5 - share * 385, y - 5 - share * 375) <= 3
    assert np.array_equal(pixels != 0, expected)


def test_the_eraser_takes_pixels_away() -> None:
    pixels = np.ones((10, 10), dtype=np.uint8)
    paint_line(pixels, (5, 5), (5, 5), 2, 0)
    assert pixels[5, 5] == 0
    assert pixels[0, 0] == 1


def test_a_stroke_outside_touches_nothing() -> None:
    pixels = np.zeros((10, 10), dtype=np.uint8)
    assert paint_line(pixels, (-20, -20), (-30, -20), 2, 1) is None
    assert not pixels.any()


def test_a_mask_is_cut_to_what_is_painted() -> None:
    pixels = np.zeros((20, 30), dtype=np.uint8)
    pixels[5:8, 10:14] = 1
    mask = mask_within(pixels, Box(2, 2, 25, 18))
    assert mask is not None
    assert (mask.left, mask.top, mask.width, mask.height, mask.area) == (10, 5, 4, 3, 12)
    assert mask_within(pixels, Box(0, 0, 5, 5)) is None


def test_the_union_of_nothing_is_nothing() -> None:
    assert union(None, None) is None
    assert union(Box(0, 0, 1, 1), None) == Box(0, 0, 1, 1)
    assert union(Box(0, 0, 1, 1), Box(4, 4, 5, 5)) == Box(0, 0, 5, 5)
