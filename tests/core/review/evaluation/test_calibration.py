import numpy as np
import pytest

from core.review.evaluation.calibration import box_error, calibration_of, map_calibration
from core.review.evaluation.cases import map_case
from core.review.evaluation.curves import rankings_of, tag_ranking
from tests.core.review.evaluation.build import case, found, random_case, tags, truth

A = (0, 0, 10, 10)


def by_definition(scores: np.ndarray, right: np.ndarray, bins: int = 10) -> float:
    """The expected calibration error written out: sum over bins of share times distance."""
    total = 0.0
    for low in range(bins):
        inside = [i for i, score in enumerate(scores) if min(int(score * bins), bins - 1) == low]
        if inside:
            total += len(inside) / len(scores) * abs(np.mean(scores[inside]) - np.mean(right[inside]))
    return total


def test_the_error_is_that_of_the_definition() -> None:
    rng = np.random.default_rng(0)
    ranking = rankings_of([random_case(rng) for _ in range(60)], [None])[0]
    kept = ranking.scores >= 0.1
    expected = by_definition(ranking.scores[kept].astype(np.float32), ranking.hits[kept])
    assert calibration_of(ranking).error == pytest.approx(expected, abs=1e-6)


def test_who_is_right_as_often_as_he_says_has_no_error() -> None:
    cases = [tags([number < 8], [0.8]) for number in range(10)]
    calibration = calibration_of(tag_ranking(cases, None))
    assert calibration.error == pytest.approx(0, abs=1e-6)
    assert [(step.count, step.right) for step in calibration.steps] == [(10, 0.8)]


def test_who_is_always_sure_and_half_right_errs_by_half() -> None:
    cases = [tags([number % 2], [1.0]) for number in range(10)]
    calibration = calibration_of(tag_ranking(cases, None))
    assert (calibration.error, calibration.worst) == (pytest.approx(0.5), pytest.approx(0.5))
    assert calibration.steps[0].low == pytest.approx(0.9)


def test_nothing_found_is_nothing_to_measure() -> None:
    assert calibration_of(rankings_of([], [None])[0]).error is None
    assert box_error([]) is None
    assert map_calibration([]).error is None


def test_the_error_over_boxes_sees_what_the_mean_hides() -> None:
    # Score 0.5 throughout: always right on the left, always wrong on the right.
    left = [case(truth((A, 0)), found((A, 0, 0.5))) for _ in range(10)]
    right = [case(truth(), found(((180, 0, 190, 10), 0, 0.5))) for _ in range(10)]
    assert calibration_of(rankings_of([*left, *right], [None])[0]).error == pytest.approx(0)
    assert box_error([*left, *right]) == pytest.approx(0.5)
    assert box_error(left[:3]) is None  # too few to say


def test_pixels() -> None:
    there = np.zeros((2, 5), np.uint8)
    seen = there.copy()
    seen[0] = 1
    calibration = map_calibration([map_case("a", there, seen, np.full((2, 5), 0.9, np.float32), 1)])
    assert calibration.error == pytest.approx(0.4, abs=1e-6)
