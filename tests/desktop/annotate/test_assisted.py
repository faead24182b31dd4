"""What the assisted tools share: wishes that keep up with the mouse, and the shape that a mask becomes."""

import numpy as np

from core.editing.outline import mask_of
from core.geometry import Mask, Polygon
from desktop.annotate.tools.assisted import Latest, found
from desktop.annotate.tools.options import ToolOptions


def test_of_many_wishes_the_first_is_done_and_then_the_newest() -> None:
    latest, done = Latest(), []
    for number in range(3):
        latest.want(number, lambda number=number: done.append(number))
        if (work := latest.take()) is not None:
            work()
    assert done == [0]
    assert not latest.settled
    assert latest.end()
    work = latest.take()
    assert work is not None
    work()
    assert done == [0, 2]
    assert latest.end()
    assert latest.settled


def test_the_wish_under_way_is_no_new_one() -> None:
    latest = Latest()
    latest.want("a", lambda: None)
    assert latest.take() is not None
    latest.want("b", lambda: None)
    latest.want("a", lambda: None)
    latest.end()
    assert latest.settled


def test_what_was_forgotten_is_not_waited_for() -> None:
    latest = Latest()
    latest.want("a", lambda: None)
    latest.take()
    latest.forget()
    assert latest.settled
    assert not latest.end()


def pixels_of(*parts: tuple[slice, slice]) -> Mask:
    pixels = np.zeros((60, 80), bool)
    for part in parts:
        pixels[part] = True
    mask = Mask.from_array(pixels)
    assert mask is not None
    return mask


def test_several_parts_become_one_polygon_and_specks_are_left_out() -> None:
    mask = pixels_of(np.s_[5:30, 5:30], np.s_[40:55, 50:70], np.s_[2:3, 60:61])
    made = found(mask, ToolOptions(result="polygon", simplify=0.0))
    assert isinstance(made.shape, Polygon)
    assert mask_of(made.shape, 80, 60) == pixels_of(np.s_[5:30, 5:30], np.s_[40:55, 50:70])
    assert made.mask == mask


def test_a_hole_stays_a_hole() -> None:
    pixels = pixels_of(np.s_[5:40, 5:40]).to_array(80, 60)
    pixels[15:25, 15:25] = False
    mask = Mask.from_array(pixels)
    assert mask is not None
    made = found(mask, ToolOptions(result="polygon", simplify=0.0))
    assert mask_of(made.shape, 80, 60) == mask


def test_a_mask_stays_as_it_is() -> None:
    mask = pixels_of(np.s_[5:30, 5:30])
    assert found(mask, ToolOptions()).shape is mask


def test_a_single_pixel_has_an_outline() -> None:
    made = found(pixels_of(np.s_[5:6, 5:6]), ToolOptions(result="polygon", simplify=20.0))
    assert isinstance(made.shape, Polygon)
    assert made.shape.area == 1
