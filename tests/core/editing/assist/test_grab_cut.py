"""Grab-cut against pictures whose truth is known."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.editing.assist.grab_cut import Stroke, corrected, cut_out
from core.errors import AssistError
from core.geometry import Box, Mask
from tests.core.editing.assist.pictures import ellipse, iou, picture, reader, size_of


def box_round(truth: np.ndarray, slack: float) -> Box:
    mask = Mask.from_array(truth)
    assert mask is not None
    return mask.bounds.grown(slack).clamped(truth.shape[1], truth.shape[0])


@settings(max_examples=12)
@given(
    st.tuples(st.integers(50, 150), st.integers(45, 105)),
    st.tuples(st.integers(14, 40), st.integers(14, 40)),
    st.integers(0, 180),
    st.integers(0, 99),
)
def test_an_ellipse_is_cut_out_of_its_box(middle: tuple[int, int], axes: tuple[int, int], turn: int, seed: int) -> None:
    truth = ellipse((200, 150), middle, axes, turn)
    rgb = picture(truth, seed=seed)
    assert iou(cut_out(reader(rgb), size_of(rgb), box_round(truth, 6)), truth) > 0.93


def test_a_large_thing_is_cut_on_a_shrunk_copy_and_outlined_on_the_full_pixels() -> None:
    truth = ellipse((800, 600), (400, 300), (300, 210), 20)
    rgb = picture(truth)
    assert iou(cut_out(reader(rgb), size_of(rgb), box_round(truth, 20)), truth) > 0.985


def test_a_thing_at_the_border_is_cut_out() -> None:
    truth = ellipse((200, 150), (190, 140), (50, 40))
    rgb = picture(truth)
    assert iou(cut_out(reader(rgb), size_of(rgb), box_round(truth, 6)), truth) > 0.9


def test_grey_pictures_are_cut_too() -> None:
    truth = ellipse((200, 150), (100, 75), (40, 25))
    rgb = picture(truth, (150, 150, 150), (100, 100, 100), noise=0)
    rgb = np.repeat(np.asarray(rgb)[:, :, :1], 3, axis=2)
    assert iou(cut_out(reader(rgb), size_of(rgb), box_round(truth, 6)), truth) > 0.93


def test_a_thin_diagonal_is_cut_and_not_the_middle_of_its_box() -> None:
    truth = ellipse((200, 150), (100, 75), (60, 4), 35)
    rgb = picture(truth)
    assert iou(cut_out(reader(rgb), size_of(rgb), box_round(truth, 5)), truth) > 0.7


def test_a_thing_among_others_of_its_kind_is_cut_out() -> None:
    truth = ellipse((300, 200), (150, 100), (30, 30))
    others = sum(ellipse((300, 200), middle, (30, 30)) for middle in ((80, 95), (222, 110), (150, 30), (140, 172)))
    rgb = picture(truth | others.astype(bool))
    assert iou(cut_out(reader(rgb), size_of(rgb), box_round(truth, 4)), truth) > 0.85


def test_strokes_add_and_take_away() -> None:
    left, right = ellipse((240, 120), (70, 60), (30, 30)), ellipse((240, 120), (160, 60), (30, 30))
    rgb = picture(left | right)
    read, size, box = reader(rgb), size_of(rgb), box_round(left | right, 6)
    both = cut_out(read, size, box)
    assert iou(both, left | right) > 0.9
    one = corrected(read, size, box, both, [Stroke(((140, 60), (180, 60)), 20, adds=False)])
    assert iou(one, left) > 0.85
    back = [Stroke(((140, 60), (180, 60)), 20, adds=False), Stroke(((150, 60), (170, 60)), 12, adds=True)]
    assert corrected(read, size, box, one, back).to_array(*size)[52:68, 145:175].all()


def test_a_stroke_outside_of_the_box_is_obeyed() -> None:
    truth = ellipse((200, 150), (100, 75), (40, 30))
    rgb = picture(truth)
    read, size = reader(rgb), size_of(rgb)
    half = Box(55, 40, 100, 110)
    first = cut_out(read, size, half)
    wider = corrected(read, size, half, first, [Stroke(((100, 75), (130, 75)), 12, adds=True)])
    assert wider.to_array(*size)[70:80, 105:130].all()


def test_the_same_cut_twice_is_the_same() -> None:
    truth = ellipse((200, 150), (100, 75), (40, 25))
    rgb = picture(truth, noise=20)
    box = box_round(truth, 6)
    assert cut_out(reader(rgb), size_of(rgb), box) == cut_out(reader(rgb), size_of(rgb), box)


@pytest.mark.parametrize("shade", [0, 128, 255])
def test_one_colour_is_said_in_a_sentence(shade: int) -> None:
    rgb = np.full((60, 80, 3), shade, np.uint8)
    with pytest.raises(AssistError, match="one colour"):
        cut_out(reader(rgb), size_of(rgb), Box(20, 20, 60, 40))


def test_a_box_beside_the_picture_or_round_all_of_it_is_refused() -> None:
    rgb = picture(ellipse((80, 60), (40, 30), (15, 15)))
    with pytest.raises(AssistError, match="beside the picture"):
        cut_out(reader(rgb), size_of(rgb), Box(100, 10, 120, 30))
    with pytest.raises(AssistError, match="nothing round"):
        cut_out(reader(rgb), size_of(rgb), Box(0, 0, 80, 60))
