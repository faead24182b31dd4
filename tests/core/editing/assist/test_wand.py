"""The magic wand against pictures whose truth is known."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.editing.assist.wand import STRIP_PIXELS, Basin, flood
from core.errors import AssistError
from tests.core.editing.assist.pictures import ellipse, iou, picture, reader, size_of


def test_a_thing_is_flooded_and_its_twin_is_not() -> None:
    one, other = ellipse((200, 150), (60, 75), (30, 20)), ellipse((200, 150), (150, 75), (30, 20))
    rgb = picture(one | other, noise=3)
    assert iou(flood(reader(rgb), size_of(rgb), (60, 75), 40), one) > 0.95


def test_a_thing_at_the_border_is_flooded_to_the_last_pixel() -> None:
    truth = ellipse((200, 150), (199, 149), (50, 40))
    rgb = picture(truth, noise=0)
    found = flood(reader(rgb), size_of(rgb), (199.9, 149.9), 40)
    assert iou(found, truth) > 0.95
    assert (found.bounds.x1, found.bounds.y1) == (200, 150)


def test_a_flood_goes_further_than_the_first_look() -> None:
    truth = ellipse((2600, 900), (1300, 450), (1250, 400))
    rgb = picture(truth, noise=2)
    assert iou(flood(reader(rgb), size_of(rgb), (1300, 450), 40), truth) > 0.99
    assert iou(flood(reader(rgb), size_of(rgb), (60, 450), 40), truth) > 0.99


def test_other_tolerances_at_the_same_place_find_what_they_find_alone() -> None:
    truth = ellipse((1700, 1500), (900, 700), (700, 600))
    rgb = picture(truth, noise=6)
    assert rgb.shape[0] * rgb.shape[1] > 3 * STRIP_PIXELS
    basin = Basin(reader(rgb), size_of(rgb), (900, 700))
    areas = []
    for tolerance in (40, 3, 20, 0, 40):
        found = basin.flood(tolerance)
        assert found == flood(reader(rgb), size_of(rgb), (900, 700), tolerance)
        areas.append(found.area)
    assert areas[3] < areas[1] < areas[2] < areas[0] == areas[4]


@given(st.integers(0, 255), st.integers(0, 60))
def test_just_the_shades_within_the_tolerance_are_flooded(shade: int, tolerance: int) -> None:
    rgb = np.repeat(np.arange(256, dtype=np.uint8)[None, :, None], 3, axis=2).repeat(4, axis=0)
    found = flood(reader(rgb), size_of(rgb), (shade + 0.5, 1.5), tolerance)
    first, last = max(0, shade - tolerance), min(255, shade + tolerance)
    middle = np.median(np.arange(max(shade - 1, 0), min(shade + 2, 256)))
    assert abs(found.bounds.x0 - first) <= abs(middle - shade) + 0.5
    assert abs(found.bounds.x1 - 1 - last) <= abs(middle - shade) + 0.5


def test_a_noisy_pixel_does_not_decide() -> None:
    rgb = np.full((40, 40, 3), 90, np.uint8)
    rgb[:, 20:] = 200
    rgb[10, 10] = 255
    assert flood(reader(rgb), size_of(rgb), (10.5, 10.5), 10).area == 800


def test_one_colour_and_a_click_beside_the_picture_are_said_in_a_sentence() -> None:
    rgb = np.full((60, 80, 3), 77, np.uint8)
    with pytest.raises(AssistError, match="lower its tolerance"):
        flood(reader(rgb), size_of(rgb), (10, 10), 5)
    with pytest.raises(AssistError, match="beside the picture"):
        flood(reader(rgb), size_of(rgb), (80, 10), 5)
