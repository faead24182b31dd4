"""How many suggestions wait on each image, counted beside the window."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from core.review.waiting import Waiting

Submit = Callable[[Callable[[], Any], Callable[[Any], None], str], None]
"""Has work done on the store's thread; the second one gets what came of it, unless newer work of the same key came."""


class Counting(QObject):
    """Counts what says something that is not there already: roughly at once, and again once all is compared.

    ``changed`` tells the counts, how many by image; ``settled`` tells them where that was the last word.
    """

    changed = Signal(object)
    settled = Signal(object)

    def __init__(self, submit: Submit, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._submit = submit
        self._waiting: Waiting | None = None
        self._threshold = 0.0
        self.counts: dict[str, int] = {}

    def set_waiting(self, waiting: Waiting | None) -> None:
        """Count in another project, or in none: nothing waits until it is counted."""
        self._waiting = waiting
        self._tell({})

    def note_change(self, image: str | None = None) -> None:
        """Something else is drawn on an image, or on all of them perhaps: it is compared anew with the next count."""
        if self._waiting is not None:
            self._waiting.forget(image)

    def count(self, threshold: float) -> None:
        """Count what waits at the threshold or above in all images."""
        self._threshold, waiting = threshold, self._waiting
        if waiting is not None:
            self._submit(lambda: waiting.counts(threshold), self._take, "counts")

    def _take(self, found: tuple[dict[str, int], bool]) -> None:
        counts, whole = found
        self._tell(counts)
        if whole:
            self.settled.emit(counts)
        else:
            self._compare()

    def _compare(self) -> None:
        """Compare what was not yet with its annotations, some at a time: what is read for a person goes between."""
        waiting = self._waiting
        if waiting is not None:
            self._submit(
                waiting.compare_some,
                lambda more: self._compare() if more else self.count(self._threshold),
                "compare",
            )

    def _tell(self, counts: dict[str, int]) -> None:
        self.counts = counts
        self.changed.emit(counts)
