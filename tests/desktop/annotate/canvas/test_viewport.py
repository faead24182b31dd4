"""Where the picture may lie in the view, and how large it may be shown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF

from desktop.annotate.canvas.viewport import LARGEST_ZOOM, MARGIN, Viewport, fitting_zoom, least_zoom

sizes = st.tuples(st.integers(1, 30_000), st.integers(1, 30_000))
views = st.tuples(st.integers(200, 4000), st.integers(150, 3000))
places = st.floats(-1e5, 1e5)


@given(sizes, views, st.sampled_from([1.0, 1.5, 2.0]))
def test_zoomed_out_as_far_as_it_goes_the_whole_picture_is_in_sight(
    image: tuple[int, int], view: tuple[int, int], ratio: float
) -> None:
    least = least_zoom(image, view, ratio)
    out = Viewport.fitted(image, view).zoomed(1e-9, QPointF(0, 0), least).held(image, view, ratio)
    for start, length, extent in zip((out.x, out.y), image, view, strict=True):
        assert start >= -1
        assert start + length * out.zoom <= extent + 1


@given(sizes, views)
def test_the_smallest_picture_still_takes_half_of_what_fits_or_is_at_its_actual_size(
    image: tuple[int, int], view: tuple[int, int]
) -> None:
    least = least_zoom(image, view, 1.0)
    assert least == 1 or least >= fitting_zoom(image, view) / 2
    assert least <= fitting_zoom(image, view)


@given(sizes, views, st.floats(0.01, LARGEST_ZOOM), places, places)
def test_some_of_the_picture_stays_in_sight_wherever_it_is_pushed(
    image: tuple[int, int], view: tuple[int, int], zoom: float, x: float, y: float
) -> None:
    held = Viewport(zoom, x, y).held(image, view, 1.0)
    for start, length, extent in zip((held.x, held.y), image, view, strict=True):
        seen = min(start + length * zoom, extent) - max(start, 0)
        assert seen >= min(length * zoom, 2 * MARGIN) - 1


@given(sizes, views, st.floats(0, 1), st.floats(0, 1), st.floats(1, 50))
def test_who_zooms_in_keeps_the_point_under_the_cursor(
    image: tuple[int, int], view: tuple[int, int], across: float, down: float, factor: float
) -> None:
    fitted = Viewport.fitted(image, view)
    at = fitted.to_view((image[0] * across, image[1] * down))
    now = fitted.zoomed(factor, at).held(image, view, 1e6)
    assert now.to_view((image[0] * across, image[1] * down)).x() == pytest.approx(at.x(), abs=0.01)
    assert now.to_view((image[0] * across, image[1] * down)).y() == pytest.approx(at.y(), abs=0.01)
