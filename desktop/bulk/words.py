"""What stands in rows and choices of the bulk review, in words."""

from PySide6.QtCore import QCoreApplication

from core.review.bulk import Marked, Show
from core.review.store import Verdict


def _tr(text: str) -> str:
    return QCoreApplication.translate("BulkReview", text)


def verdict_words(verdict: Verdict) -> str:
    """Return a verdict in a word."""
    return {
        Verdict.OPEN: _tr("waiting"),
        Verdict.ACCEPTED: _tr("accepted"),
        Verdict.CORRECTED: _tr("corrected"),
        Verdict.REJECTED: _tr("rejected"),
    }[verdict]


def show_words(show: Show) -> str:
    """Return what is shown, as a choice."""
    return {
        Show.SUGGESTIONS: _tr("Suggestions"),
        Show.LOOK_ALIKES: _tr("Look-alikes"),
        Show.UNKNOWN: _tr("Unknown images"),
        Show.LOWEST: _tr("Lowest-scoring images"),
    }[show]


def show_meaning(show: Show) -> str:
    """Return what a choice means, in a sentence."""
    return {
        Show.SUGGESTIONS: _tr("Every suggestion whose score lies between the thresholds"),
        Show.LOOK_ALIKES: _tr("Weaker suggestions of a label, on images where none of that label reaches the upper"
                              " threshold"),
        Show.UNKNOWN: _tr("Images on which nothing reaches the upper threshold, each with the label that comes"
                         " nearest"),
        Show.LOWEST: _tr("The images whose best suggestion scores least"),
    }[show]  # fmt: skip


def marked_words(marked: Marked | None) -> str:
    """Return what is asked of staged and synthetic images, as a choice."""
    if marked is None:
        return _tr("Staged or not")
    return {
        Marked.IMAGES: _tr("Staged or synthetic images"),
        Marked.LABELS: _tr("Labels on such images alone"),
    }[marked]
