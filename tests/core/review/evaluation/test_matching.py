import numpy as np
import pytest

from core.review.evaluation.matching import NOBODY, Kind, outcomes, partners
from tests.core.review.evaluation.build import case, found, truth

A = (0, 0, 10, 10)
B = (50, 50, 70, 70)
NEAR_A = (0, 0, 10, 8)  # IoU 0.8
HALF_A = (0, 0, 10, 4)  # IoU 0.4


def kinds(*arguments: object, threshold: float = 0.3) -> list[tuple[Kind, int | None, int | None]]:
    return [(one.kind, one.found, one.there) for one in outcomes(case(*arguments), threshold)]


def test_the_better_score_takes_the_object_even_with_the_lesser_overlap() -> None:
    seen = found((NEAR_A, 0, 0.9), (A, 0, 0.8))
    assert partners(case(truth((A, 0)), seen)).tolist() == [0, NOBODY]


def test_each_takes_the_object_that_it_overlaps_most() -> None:
    there = truth(((0, 0, 10, 10), 0), ((2, 0, 12, 10), 0))
    assert partners(case(there, found(((2, 0, 12, 10), 0, 0.9), ((1, 0, 11, 10), 0, 0.5)))).tolist() == [1, 0]


def test_difficult_objects_are_taken_only_where_no_other_is_left() -> None:
    there = truth((A, 0), (A, 0), ignored=[0])
    one = case(there, found((A, 0, 0.9), (A, 0, 0.8), (A, 0, 0.7)))
    assert partners(one).tolist() == [1, 0, NOBODY]
    assert [outcome.kind for outcome in outcomes(one, 0.3)] == [Kind.HIT, Kind.IGNORED, Kind.DOUBLE]


def test_a_label_takes_only_objects_of_its_own() -> None:
    assert partners(case(truth((A, 1)), found((A, 0, 0.9)))).tolist() == [NOBODY]


@pytest.mark.parametrize(
    ("seen", "expected"),
    [
        (found((A, 0, 0.9)), [(Kind.HIT, 0, 0)]),
        (found(), [(Kind.MISSED, None, 0)]),
        (found((A, 0, 0.2)), [(Kind.MISSED, None, 0)]),
        (found((A, 1, 0.9)), [(Kind.WRONG_LABEL, 0, 0)]),
        (found((HALF_A, 0, 0.9)), [(Kind.BADLY_PLACED, 0, 0)]),
        (found((HALF_A, 1, 0.9)), [(Kind.FALSE, 0, None), (Kind.MISSED, None, 0)]),
        (found((B, 0, 0.9)), [(Kind.FALSE, 0, None), (Kind.MISSED, None, 0)]),
        (found((A, 0, 0.9), (NEAR_A, 0, 0.8)), [(Kind.HIT, 0, 0), (Kind.DOUBLE, 1, 0)]),
        (found((A, 1, 0.9), (A, 0, 0.8)), [(Kind.DOUBLE, 0, 0), (Kind.HIT, 1, 0)]),
        (found((HALF_A, 0, 0.9), (A, 0, 0.8)), [(Kind.FALSE, 0, None), (Kind.HIT, 1, 0)]),
    ],
)
def test_every_kind_of_outcome(seen: object, expected: list[object]) -> None:
    assert kinds(truth((A, 0)), seen) == expected


def test_an_image_with_nothing_has_no_outcome() -> None:
    assert kinds(truth(), found()) == []
    assert kinds(truth((A, 0), ignored=[0]), found()) == []


def test_overlaps_are_those_of_the_boxes() -> None:
    one = case(truth((A, 0), (B, 0)), found((NEAR_A, 0, 0.9), (B, 1, 0.8)))
    np.testing.assert_allclose(one.overlaps, [[0.8, 0], [0, 1]], atol=1e-6)
