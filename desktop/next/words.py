"""Why an image is proposed, in words and numbers."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.numbers import number

if TYPE_CHECKING:
    from core.review.next_up import Proposed, Reason


def _tr(text: str, count: int = -1) -> str:
    return QCoreApplication.translate("NextWords", text, "", count)


def distance_words(proposed: "Proposed") -> str:
    """Return the number behind 'unlike', with its scale; nothing where that is none of the reasons."""
    apart = next((reason.distance for reason in proposed.reasons if str(reason.kind) == "unlike"), None)
    if apart is None:
        return ""
    return _tr("Distance to the nearest labelled image: {distance}; any two images here lie 1 apart on average").format(
        distance=_number(apart)
    )


def words_of(proposed: "Proposed") -> str:
    """Return all reasons, the weightiest first."""
    return " · ".join(_reason(reason) for reason in proposed.reasons)


def _reason(reason: "Reason") -> str:
    """Return one reason."""
    texts = {
        "unsure": _tr("%n suggestion(s) between {low} and {high}", reason.count),
        "disagree": _tr("two versions differ by %n thing(s)", reason.count),
        "rare": _tr("looks like {label}, of which there are %n", reason.count),
        "unlike": _tr("unlike all labelled images") if reason.distance >= 0.6 else _tr("much like some labelled image"),
        "typical": _tr("typical of the images here"),
        "random": _tr("drawn by lot, for an honest measure"),
    }
    text = texts[str(reason.kind)]
    return text.format(low=_number(reason.low), high=_number(reason.high), label=reason.label)


def _number(value: float) -> str:
    """Return a number as all pages write them."""
    return number(value, 1 if round(value, 1) == round(value, 2) else 2)
