"""Weights of labels from their counts."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.training.label_weights import MOST, label_weights


def test_equal_counts_weigh_alike() -> None:
    assert label_weights([50, 50, 50]) == pytest.approx((1.0, 1.0, 1.0))


def test_a_rare_label_weighs_more_but_not_without_bound() -> None:
    common, rare = label_weights([100_000, 3])
    assert rare > 1.5 > common
    assert max(label_weights([100_000] * 20 + [1])) == MOST


def test_the_weights_are_those_of_the_paper() -> None:
    effective = [(1 - 0.9**count) / 0.1 for count in (2, 20)]
    inverse = [1 / number for number in effective]
    wanted = [2 * value / sum(inverse) for value in inverse]
    assert label_weights([2, 20], beta=0.9) == pytest.approx(wanted)


def test_a_label_without_objects_is_neutral() -> None:
    assert label_weights([0, 10, 10]) == pytest.approx((1.0, 1.0, 1.0))
    assert label_weights([]) == ()


def test_senseless_arguments_are_refused() -> None:
    for arguments in ({"beta": 1.0}, {"most": 0.5}):
        with pytest.raises(ValueError, match="Weights need"):
            label_weights([1], **arguments)
    with pytest.raises(ValueError, match="Weights need"):
        label_weights([-1])


@given(st.lists(st.integers(0, 10**7), max_size=30))
def test_more_objects_never_weigh_more(counts: list[int]) -> None:
    pairs = sorted((count, weight) for count, weight in zip(counts, label_weights(counts), strict=True) if count)
    assert all(after[1] <= before[1] + 1e-9 for before, after in pairwise(pairs))
