"""What is below the threshold is found at the place where it lies, and nowhere else."""

import numpy as np
import pytest

from core.geometry import XY, Box, Mask, Point, Polygon, Shape
from core.inference.suggestion import Suggestion
from core.review.hidden import hidden, hidden_at
from core.voc.annotation import Annotation, VocObject

EMPTY = Annotation(filename="a.png", width=200, height=100)
BOX = Box(20, 20, 60, 60)
MIDDLE = (40.0, 40.0)


def seen(shape: Shape | None, score: float = 0.2, label: str = "dent") -> Suggestion:
    return Suggestion(image="a", label=label, shape=shape, score=score, model="parts@1")


def found(*suggestions: Suggestion, at: XY = MIDDLE, there: Annotation = EMPTY) -> Suggestion | None:
    return hidden_at(there, suggestions, 0.4, at)


def test_one_below_the_threshold_is_found_where_it_lies() -> None:
    one = seen(BOX)
    assert found(one) is one
    assert found(one, at=(20, 60)) is one, "its border counts"
    assert found(one, at=(61, 40)) is None
    assert found() is None


def test_what_is_shown_is_not_hidden() -> None:
    assert found(seen(BOX, 0.4)) is None
    assert found(seen(BOX, 0.399)) is not None


def test_the_highest_score_goes_first_and_of_equal_ones_the_smaller() -> None:
    large, small, best = seen(Box(0, 0, 100, 100)), seen(BOX), seen(Box(10, 10, 90, 90), 0.3)
    assert found(large, small) is small
    assert found(small, large) is small
    assert found(large, small, best) is best


@pytest.mark.parametrize("label", ["dent", "scratch"])
def test_nothing_is_taken_twice_or_against_what_a_person_drew(label: str) -> None:
    there = EMPTY.with_objects((VocObject(label=label, shape=Box(22, 22, 60, 60)),))
    assert found(seen(BOX), there=there) is None
    part = seen(Box(36, 36, 44, 44), 0.15)
    assert found(seen(BOX), part, there=there) is part, "a small thing on a drawn one is another thing"


def test_masks_and_polygons_count_as_they_are() -> None:
    corner = seen(Polygon(((20, 20), (60, 20), (20, 60))))
    assert found(corner, at=(25, 25)) is corner
    assert found(corner, at=(55, 55)) is None
    pixels = np.zeros((100, 200), bool)
    pixels[20:60, 20:30] = True
    mask = seen(Mask.from_array(pixels))
    assert found(mask, at=(25, 40)) is mask
    assert found(mask, at=(30, 40)) is None


def test_tags_points_and_what_lies_outside_are_never_found() -> None:
    assert found(seen(None), seen(Point(40, 40))) is None
    assert found(seen(Box(-30, 20, 0, 60)), at=(0, 40)) is None


def test_all_that_are_hidden_can_be_counted() -> None:
    drawn = EMPTY.with_objects((VocObject(label="dent", shape=BOX),))
    far, sure, tag = seen(Box(120, 20, 160, 60)), seen(Box(70, 20, 90, 60), 0.9), seen(None)
    assert hidden(drawn, [seen(BOX), far, sure, tag], 0.4) == [far]
    assert hidden(drawn, [sure, tag], 0.4) == []
