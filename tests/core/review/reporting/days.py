"""A review log of days that never were: what happened when is said, not waited for."""

import time
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import pytest

from core.geometry import Box
from core.inference.suggestion import Suggestion
from core.review.store import Doing, Judgement, Missed, Prediction, SuggestionStore, Verdict, Work

FIRST = datetime(2026, 3, 2, 12).timestamp()  # a Monday, at noon of wherever the test runs
DAY = 86400.0


class Days:
    """A store whose clock is set by hand."""

    def __init__(self, path: Path, patch: pytest.MonkeyPatch) -> None:
        self.store = SuggestionStore(path / "review.sqlite")
        self.now = FIRST
        patch.setattr(time, "time", lambda: self.now)

    def wait(self, seconds: float) -> None:
        """Let so much time pass."""
        self.now += seconds

    def predict(
        self, image: str, labels: Sequence[str], model: str = "parts@1", score: float = 0.85, *, tags: bool = False
    ) -> list[int]:
        """Let a version look at an image and return the ids of its suggestions, one for each label."""
        found = [
            Suggestion(image=image, label=label, shape=None if tags else Box(20 * place, 0, 20 * place + 9, 9),
                       score=score, model=model)
            for place, label in enumerate(labels)
        ]  # fmt: skip
        self.store.put([Prediction(image=image, model=model, suggestions=found)])
        rows = self.store.read("SELECT id FROM suggestion WHERE image = ? AND model = ? ORDER BY id", (image, model))
        return [row[0] for row in rows]

    def say(self, ids: Sequence[int], verdict: Verdict, iou: float | None = None, label: str | None = None) -> None:
        """Give a verdict on these at once."""
        self.store.give_verdict({id_: Judgement(verdict=verdict, iou=iou, label=label) for id_ in ids})

    def draw(self, image: str, label: str, missed_by: str | None = None) -> None:
        """Draw an object by hand; one that a version missed where it is named."""
        self.store.add_work([Work(image=image, what=Doing.DRAWN, label=label)])
        if missed_by is not None:
            self.store.add_missed([Missed(image=image, model=missed_by, label=label, shape=Box(0, 0, 5, 5))])
