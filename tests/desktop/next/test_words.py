"""Reasons in words and numbers."""

import pytest

from core.review.next_up import Kind, Proposed, Reason
from desktop.next.words import words_of


def test_each_reason_names_its_numbers() -> None:
    reasons = (
        Reason(kind=Kind.UNSURE, count=3, low=0.3, high=0.628),
        Reason(kind=Kind.DISAGREE, count=4),
        Reason(kind=Kind.RARE, label="Platelets", count=12),
        Reason(kind=Kind.UNLIKE, distance=0.8),
    )
    words = words_of(Proposed(image="a", score=1.0, reasons=reasons))
    for part in ("3 suggestion", "0.3", "0.63", "4 thing", "Platelets", "12", "unlike anything labelled", "0.8"):
        assert part in words


def test_what_is_like_the_labelled_is_not_called_unlike() -> None:
    words = words_of(Proposed(image="a", score=0.1, reasons=(Reason(kind=Kind.UNLIKE, distance=0.24),)))
    assert "not unlike" in words
    assert "0.24" in words


@pytest.mark.parametrize("kind", list(Kind))
def test_every_kind_has_words(kind: Kind) -> None:
    words = words_of(Proposed(image="a", score=0.1, reasons=(Reason(kind=kind, count=1, label="x"),)))
    assert words
    assert "{" not in words
