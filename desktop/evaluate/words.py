"""What the evaluation page calls things."""

from PySide6.QtCore import QCoreApplication

from core.review.evaluation.label_errors import Doubt
from core.review.evaluation.matching import Kind
from desktop.numbers import number
from desktop.train.words import metric_words


def _tr(text: str) -> str:
    return QCoreApplication.translate("EvaluateWords", text)


def kind_words(kind: Kind) -> str:
    """Return the name of a kind of mistake."""
    return {
        Kind.HIT: _tr("Right"),
        Kind.MISSED: _tr("Missed"),
        Kind.FALSE: _tr("False"),
        Kind.WRONG_LABEL: _tr("Wrong label"),
        Kind.BADLY_PLACED: _tr("Badly placed"),
        Kind.DOUBLE: _tr("Double"),
        Kind.IGNORED: _tr("Difficult"),
    }[kind]


def kind_meaning(kind: Kind) -> str:
    """Return what a kind of mistake means, in a sentence."""
    return {
        Kind.HIT: _tr("The model found what is labelled."),
        Kind.MISSED: _tr("An object is labelled, and the model found nothing there at this threshold."),
        Kind.FALSE: _tr("The model found something where nothing is labelled."),
        Kind.WRONG_LABEL: _tr("The model found the object but gives it another label."),
        Kind.BADLY_PLACED: _tr("The model found the object, but its box overlaps the labelled one by less than half."),
        Kind.DOUBLE: _tr("The model found the object a second time."),
        Kind.IGNORED: _tr("The object is marked difficult and counts neither way."),
    }[kind]


def doubt_words(doubt: Doubt) -> str:
    """Return the name of a kind of probable label error."""
    return {
        Doubt.OVERLOOKED: _tr("Overlooked object"),
        Doubt.SWAPPED: _tr("Swapped label"),
        Doubt.BADLY_PLACED: _tr("Badly placed box"),
        Doubt.TAG: _tr("Wrong tag"),
        Doubt.REGION: _tr("Region"),
    }[doubt]


def doubt_meaning(doubt: Doubt) -> str:
    """Return what a kind of probable label error means, in a sentence."""
    return {
        Doubt.OVERLOOKED: _tr("The model is sure of an object here, and nothing is labelled."),
        Doubt.SWAPPED: _tr("The model is sure that this object has another label."),
        Doubt.BADLY_PLACED: _tr("The model is sure of the object, but sees its box elsewhere."),
        Doubt.TAG: _tr("The model is sure that the image has other tags."),
        Doubt.REGION: _tr("The model is sure that these pixels are something else."),
    }[doubt]


def accept_words(doubt: Doubt) -> str:
    """Return what taking over the model's view does."""
    return {
        Doubt.OVERLOOKED: _tr("Add the object"),
        Doubt.SWAPPED: _tr("Change the label"),
        Doubt.BADLY_PLACED: _tr("Move the box"),
        Doubt.TAG: _tr("Change the tags"),
        Doubt.REGION: _tr("Correct it by hand"),
    }[doubt]


def figure_words(name: str) -> str:
    """Return a figure's name as it is read: a metric's, or one that depends on the threshold."""
    own = {"precision": _tr("Precision"), "recall": _tr("Recall"), "f1": "F1"}
    return own.get(name) or metric_words(name)


def share(value: float | None) -> str:
    """Return a share as text, a dash where there is nothing to measure."""
    return "–" if value is None else number(value, 3)
