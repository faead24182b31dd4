"""Mistakes and probable label errors as the page shows them: one image, two boxes, a few words."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from core.review.evaluation.label_errors import LabelError
from core.review.evaluation.mistakes import Corners, Mistake
from desktop.evaluate.words import doubt_meaning, doubt_words, kind_meaning, kind_words


def _tr(text: str) -> str:
    return QCoreApplication.translate("Findings", text)


@dataclass(frozen=True, kw_only=True)
class Finding:
    """What is shown of one mistake or probable error.

    ``box`` is what is labelled, ``model_box`` what the model found, x0, y0, x1, y1 in pixels of the image, each None
    where there is none. ``weight`` is how bad, or how probable, 0 to 1.
    """

    kind: str
    title: str
    meaning: str
    image: str
    label: str | None
    model_label: str | None
    place: int | None
    box: Corners | None
    model_box: Corners | None
    score: float | None
    overlap: float
    weight: float
    source: Mistake | LabelError

    @property
    def caption(self) -> str:
        """What stands below its crop: one label where only one is meant, for the lines say whose it is."""
        single = self.label if self.model_label is None else self.model_label if self.label is None else None
        return single or self.labels or self.image

    @property
    def labels(self) -> str:
        """What is labelled and what was found, in one line."""
        if self.label == self.model_label:
            return self.label or ""
        return f"{self.label or _tr('nothing')} → {self.model_label or _tr('nothing')}"


def of_mistakes(mistakes: Sequence[Mistake], labels: Sequence[str]) -> list[Finding]:
    """Return the findings of mistakes, in their order."""
    return [
        Finding(
            kind=mistake.kind, title=kind_words(mistake.kind), meaning=kind_meaning(mistake.kind), image=mistake.image,
            label=_name(mistake.label, labels), model_label=_name(mistake.found_label, labels), place=mistake.place,
            box=mistake.box, model_box=mistake.found_box, score=mistake.score, overlap=mistake.overlap,
            weight=mistake.badness, source=mistake,
        )
        for mistake in mistakes
    ]  # fmt: skip


def of_errors(errors: Sequence[LabelError], labels: Sequence[str]) -> list[Finding]:
    """Return the findings of probable label errors, in their order."""
    return [
        Finding(
            kind=error.kind, title=doubt_words(error.kind), meaning=doubt_meaning(error.kind), image=error.image,
            label=_name(error.label, labels), model_label=_name(error.model_label, labels), place=error.place,
            box=error.box, model_box=error.model_box, score=None, overlap=0.0, weight=error.doubt, source=error,
        )
        for error in errors
    ]  # fmt: skip


def _name(label: int | None, labels: Sequence[str]) -> str | None:
    return None if label is None else labels[label]
