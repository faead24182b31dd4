"""Reasons in words and numbers."""

import pytest

from core.review.next_up import Kind, Proposed, Reason
from desktop.next.words import distance_words, words_of


def test_each_reason_names_its_numbers() -> None:
    reasons = (
        Reason(kind=Kind.UNSURE, count=3, low=0.3, high=0.628),
        Reason(kind=Kind.DISAGREE, count=4),
        Reason(kind=Kind.RARE, label="Platelets", count=12),
        Reason(kind=Kind.UNLIKE, distance=0.8),
    )
    words = words_of(Proposed(image="a", score=1.0, reasons=reasons))
    for part in ("3 suggestion", "0.3", "0.63", "4 thing", "Platelets", "12", "unlike all labelled"):
        assert part in words
    assert "0.8" not in words, "nobody knows its scale"
    assert "labelled image: 0.8;" in distance_words(Proposed(image="a", score=1.0, reasons=reasons))


def test_what_is_like_the_labelled_is_not_called_unlike() -> None:
    proposed = Proposed(image="a", score=0.1, reasons=(Reason(kind=Kind.UNLIKE, distance=0.24),))
    assert words_of(proposed) == "much like some labelled image"
    assert "0.24" in distance_words(proposed)


@pytest.mark.parametrize("kind", list(Kind))
def test_every_kind_has_words(kind: Kind) -> None:
    words = words_of(Proposed(image="a", score=0.1, reasons=(Reason(kind=kind, count=1, label="x"),)))
    assert words
    assert "{" not in words
