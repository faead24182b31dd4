import numpy as np
import pytest

from core.review.evaluation.cases import map_case
from core.review.evaluation.confusion import confusion_of, map_confusion, tag_confusion
from core.review.evaluation.curves import curve_of, rankings_of
from core.review.evaluation.matching import all_outcomes
from tests.core.review.evaluation.build import case, found, random_case, tags, truth

A, B, C, D = (0, 0, 10, 10), (20, 20, 40, 40), (60, 60, 80, 80), (100, 0, 120, 20)


def test_each_outcome_has_its_cell_and_each_cell_its_images() -> None:
    first = case(
        truth((A, 0), (B, 0), (C, 1)),
        found((A, 0, 0.9), (B, 1, 0.8), (D, 0, 0.7), ((0, 0, 10, 9), 0, 0.6)),  # hit, wrong label, false, double
        "first",
    )
    second = case(truth((A, 1)), found(((0, 0, 10, 4), 1, 0.9), (D, 0, 0.8)), "second")  # badly placed, false
    table = confusion_of(all_outcomes([first, second], 0.5), 2)
    assert table.counts.tolist() == [[1, 1, 0], [0, 0, 2], [3, 1, 0]]
    assert table.images[2, 0] == ("first", "second")  # two there, one here
    assert table.images[1, 2] == ("first", "second")
    assert (0, 2) not in table.images
    np.testing.assert_allclose(table.shares[0], [0.5, 0.5, 0])


def test_the_threshold_decides_what_was_found() -> None:
    one = case(truth((A, 0)), found((A, 0, 0.4)))
    assert confusion_of(all_outcomes([one], 0.3), 1).counts.tolist() == [[1, 0], [0, 0]]
    assert confusion_of(all_outcomes([one], 0.5), 1).counts.tolist() == [[0, 1], [0, 0]]


@pytest.mark.parametrize("seed", range(4))
def test_its_diagonal_and_sums_are_those_of_the_curve(seed: int) -> None:
    rng = np.random.default_rng(seed)
    cases = [random_case(rng) for _ in range(20)]
    counts = confusion_of(all_outcomes(cases, 0.4), 3).counts
    for label, ranking in enumerate(rankings_of(cases, range(3))):
        shown = ranking.scores >= 0.4
        assert counts[label, label] == ranking.hits[shown].sum()
        assert counts[label].sum() == ranking.objects
        assert counts[:, label].sum() == shown.sum()
        precision, recall, _ = curve_of(ranking).at(0.4)
        assert counts[label, label] / counts[:, label].sum() == pytest.approx(precision)
        assert counts[label, label] / counts[label].sum() == pytest.approx(recall)


def test_tags_that_exclude_each_other_are_confused_with_one_another() -> None:
    cases = [tags([1, 0, 0], [0.6, 0.3, 0.1], "a"), tags([1, 0, 0], [0.2, 0.7, 0.1], "b"), tags([0, 0, 1], [0, 0, 1])]
    table = tag_confusion(cases, 3, 0.5, exclusive=True)
    assert table.counts.tolist() == [[1, 1, 0, 0], [0, 0, 0, 0], [0, 0, 1, 0], [0, 0, 0, 0]]
    assert table.images[0, 1] == ("b",)


def test_other_tags_are_missed_or_false() -> None:
    table = tag_confusion([tags([1, 1, 0], [0.6, 0.3, 0.9])], 3, 0.5, exclusive=False)
    assert table.counts.tolist() == [[1, 0, 0, 0], [0, 0, 0, 1], [0, 0, 0, 0], [0, 0, 1, 0]]


def test_pixels_are_counted_with_the_background_last_and_void_left_out() -> None:
    there = np.array([[0, 1, 1], [2, 255, 0]], np.uint8)
    seen = np.array([[0, 1, 2], [2, 1, 1]], np.uint8)
    one = map_case("a", there, seen, np.full((2, 3), 0.5, np.float32), 2)
    assert map_confusion([one], 2).counts.tolist() == [[1, 1, 0], [0, 1, 0], [1, 0, 1]]
