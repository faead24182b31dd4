import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.tasks.fitting import PADDING, Fitting, fit_scale, parts_of, to_batch

SIDES = st.integers(1, 200)


@given(SIDES, SIDES, st.sampled_from([(32, 48), (64, 32), (40, 40)]))
def test_the_whole_picture_fits_and_one_side_is_filled(width: int, height: int, size: tuple[int, int]) -> None:
    fitting = Fitting.whole((width, height), size)
    picture, scale = fitting.fitted(np.zeros((height, width, 3), np.uint8)), fitting.scale
    assert picture.shape == (*size, 3)
    assert picture.dtype == np.uint8
    right, bottom = np.array([0, 0, width, height], np.float32)[2:] * scale[2:]
    assert right == pytest.approx(size[1], abs=1e-3) or bottom == pytest.approx(size[0], abs=1e-3)
    assert right <= size[1] + 1e-3
    assert bottom <= size[0] + 1e-3
    np.testing.assert_array_equal(scale, fit_scale((width, height), size))


def test_a_wide_picture_is_padded_below() -> None:
    fitting = Fitting.whole((200, 50), (40, 40))
    picture = fitting.fitted(np.full((50, 200, 3), 200, np.uint8))
    assert (picture[:10] == 200).all()
    assert (picture[10:] == PADDING).all()
    np.testing.assert_allclose(fitting.scale, 0.2)


def test_a_line_of_one_pixel_survives_shrinking() -> None:
    image = np.zeros((400, 400, 3), np.uint8)
    image[:, 201] = 255
    picture = Fitting.whole((400, 400), (40, 40)).fitted(image)
    assert (picture.max(axis=(1, 2)) > 20).all()


def test_a_batch_is_channels_first_from_zero_to_one() -> None:
    image = np.zeros((4, 6, 3), np.uint8)
    image[1, 2] = (255, 0, 51)
    batch = to_batch([image, image])
    assert batch.shape == (2, 3, 4, 6)
    assert batch.dtype == np.float32
    np.testing.assert_allclose(batch[1, :, 1, 2], [1, 0, 0.2], atol=1e-6)


@given(
    st.integers(1, 5000),
    st.integers(1, 5000),
    st.integers(1, 6),
    st.floats(0, 0.5),
    st.sampled_from([None, (0.1, 0.2, 0.7, 0.95)]),
)
def test_parts_cover_the_region_and_nothing_else(
    width: int, height: int, tiles: int, overlap: float, region: tuple[float, float, float, float] | None
) -> None:
    parts = parts_of((width, height), region, tiles, overlap)
    assert 1 <= len(parts) <= tiles**2
    assert len({(right - left, below - above) for left, above, right, below in parts}) == 1
    x0, y0 = min(part[0] for part in parts), min(part[1] for part in parts)
    x1, y1 = max(part[2] for part in parts), max(part[3] for part in parts)
    left, top, right, bottom = region or (0, 0, 1, 1)
    assert abs(x0 - left * width) <= 1
    assert abs(x1 - right * width) <= 1
    assert abs(y0 - top * height) <= 1
    assert abs(y1 - bottom * height) <= 1
    assert 0 <= x0 < x1 <= width
    assert 0 <= y0 < y1 <= height
    for start, end in ((0, 2), (1, 3)):  # along each axis the next part begins before the last one ends
        stretches = sorted({(part[start], part[end]) for part in parts})
        assert all(after[0] <= before[1] for before, after in itertools.pairwise(stretches))


def test_a_part_is_cut_fitted_and_found_again() -> None:
    image = np.zeros((60, 100, 3), np.uint8)
    image[20:40, 50:90] = 255
    fitting = Fitting((40, 10, 100, 50), (100, 60), (32, 48))
    assert fitting.size == (60, 40)
    assert fitting.shape == (32, 48)
    fitted = fitting.fitted(image)
    rows, columns = np.nonzero(fitted[:, :, 0] > 127)
    box = np.array([columns.min(), rows.min(), columns.max() + 1, rows.max() + 1])
    np.testing.assert_allclose(box / fitting.scale + fitting.offset, [50, 20, 90, 40], atol=1.0)
