"""Advice in the person's language; the English templates stand in ``core.training.advice.kinds``."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from core.training.advice import REMEDIES, Advice, Remedy
from desktop.train.words import metric_words


def title_of(advice: Advice) -> str:
    """Return its heading."""
    return _said(advice.about.title, advice.figures)


def message_of(advice: Advice) -> str:
    """Return what is so, with the figures that it rests on."""
    return _said(advice.about.messages[advice.evidence], advice.figures)


def remedy_words(remedy: Remedy) -> str:
    """Return what to do."""
    return _said(REMEDIES[remedy.kind].text, remedy.figures)


def _said(template: str, figures: Mapping[str, object]) -> str:
    """Return the template, translated and filled; the name of a metric as people write it."""
    metric = str(figures.get("metric", ""))
    words = QCoreApplication.translate("Advice", template)
    return words.format(**{**figures, "metric": metric_words(metric)})
