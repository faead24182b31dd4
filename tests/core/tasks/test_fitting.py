import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.tasks.fitting import PADDING, fit, fit_scale, to_batch

SIDES = st.integers(1, 200)


@given(SIDES, SIDES, st.sampled_from([(32, 48), (64, 32), (40, 40)]))
def test_the_whole_picture_fits_and_one_side_is_filled(width: int, height: int, size: tuple[int, int]) -> None:
    picture, scale = fit(np.zeros((height, width, 3), np.uint8), size)
    assert picture.shape == (*size, 3)
    assert picture.dtype == np.uint8
    right, bottom = np.array([0, 0, width, height], np.float32)[2:] * scale[2:]
    assert right == pytest.approx(size[1], abs=1e-3) or bottom == pytest.approx(size[0], abs=1e-3)
    assert right <= size[1] + 1e-3
    assert bottom <= size[0] + 1e-3
    np.testing.assert_array_equal(scale, fit_scale((width, height), size))


def test_a_wide_picture_is_padded_below() -> None:
    picture, scale = fit(np.full((50, 200, 3), 200, np.uint8), (40, 40))
    assert (picture[:10] == 200).all()
    assert (picture[10:] == PADDING).all()
    np.testing.assert_allclose(scale, 0.2)


def test_a_line_of_one_pixel_survives_shrinking() -> None:
    image = np.zeros((400, 400, 3), np.uint8)
    image[:, 201] = 255
    picture, _ = fit(image, (40, 40))
    assert (picture.max(axis=(1, 2)) > 20).all()


def test_a_batch_is_channels_first_from_zero_to_one() -> None:
    image = np.zeros((4, 6, 3), np.uint8)
    image[1, 2] = (255, 0, 51)
    batch = to_batch([image, image])
    assert batch.shape == (2, 3, 4, 6)
    assert batch.dtype == np.float32
    np.testing.assert_allclose(batch[1, :, 1, 2], [1, 0, 0.2], atol=1e-6)
