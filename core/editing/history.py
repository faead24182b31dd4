"""Undo and redo without limit: a frozen list of values, each with the words for the edit that led to it."""

from dataclasses import dataclass, replace

from core.voc.annotation import Annotation


@dataclass(frozen=True)
class Step:
    """An annotation and what was done to get it, such as 'Draw box'; the first step has no text."""

    text: str
    annotation: Annotation


@dataclass(frozen=True)
class History:
    """All values of one image since it was opened. ``place`` is the current step's place in ``steps``."""

    steps: tuple[Step, ...]
    place: int = 0

    @classmethod
    def begin(cls, annotation: Annotation) -> "History":
        """Return a history that knows only the annotation as it was opened."""
        return cls((Step("", annotation),))

    @property
    def current(self) -> Annotation:
        """The annotation as it is now."""
        return self.steps[self.place].annotation

    @property
    def undo_text(self) -> str | None:
        """What undo would take back, or None where there is nothing to undo."""
        return self.steps[self.place].text if self.place > 0 else None

    @property
    def redo_text(self) -> str | None:
        """What redo would do again, or None where there is nothing to redo."""
        return self.steps[self.place + 1].text if self.place + 1 < len(self.steps) else None

    def commit(self, text: str, annotation: Annotation) -> "History":
        """Return the history with a new step after the current one; what could be redone is forgotten."""
        return History((*self.steps[: self.place + 1], Step(text, annotation)), self.place + 1)

    def undo(self) -> "History":
        """Return the history one step back; itself where there is none."""
        return replace(self, place=self.place - 1) if self.place > 0 else self

    def redo(self) -> "History":
        """Return the history one step forward; itself where there is none."""
        return replace(self, place=self.place + 1) if self.place + 1 < len(self.steps) else self
