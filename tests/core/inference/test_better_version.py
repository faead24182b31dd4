"""Whether an earlier version is clearly better, where that can be known."""

from pathlib import Path

import pytest

from core.inference.better_version import better_than
from core.inference.model_card import CardMetrics, CardSplit
from core.inference.model_folder import ModelFolder
from tests.core.inference.conftest import card


def version(number: int, figure: float | None, *, val: str = "v", **changes: object) -> ModelFolder:
    split = CardSplit(
        train_set="train", val_set="val", train_images=30, val_images=12, train_hash=f"t{number}", val_hash=val
    )
    metrics = CardMetrics(values={"map50": figure}, per_label={})
    created = f"2026-01-0{number}T00:00:00+00:00"
    made = card(**{"version": number, "created": created, "metrics": metrics, "split": split, **changes})
    return ModelFolder(path=Path(f"bright/v{number}"), card=made)


def test_the_best_of_the_earlier_ones_is_told_with_both_figures() -> None:
    versions = [version(3, 0.6), version(2, 0.7), version(1, 0.8)]
    found = better_than(versions[0], versions)
    assert found is not None
    assert (found.earlier, found.figures, found.images) == (versions[2], (0.8, 0.6), 12)
    assert better_than(versions[2], versions) is None, "later ones do not count"


@pytest.mark.parametrize(
    "earlier",
    [
        version(1, 0.62),
        version(1, 0.9, val="other"),
        version(1, 0.9, split=None),
        version(1, 0.9, labels=("else",)),
        version(1, None),
        version(1, 0.9, metrics=CardMetrics(values={"accuracy": 0.9}, per_label={})),
    ],
    ids=["little better", "other images", "old card", "other labels", "not measured", "other figure"],
)
def test_nothing_is_said_of_what_cannot_be_compared(earlier: ModelFolder) -> None:
    assert better_than(version(2, 0.6), [earlier]) is None
