"""What the check says, in the person's language; the English templates stand in ``core.voc.checks.kinds``."""

from PySide6.QtCore import QCoreApplication

from core.voc.checks import Kind, Problem, Severity
from desktop.error_words import translated


def title_of(kind: Kind) -> str:
    """Return the heading of a kind of problem."""
    return _said(kind.title)


def message_of(problem: Problem) -> str:
    """Return what is so."""
    kinds = _kinds_of_value()
    values = {name: kinds.get(str(value), value) for name, value in problem.values.items()}
    if "reason" in values:  # what core said when it could not read the file
        values["reason"] = translated(str(values["reason"]))
    words = _said(problem.about.message).format(**values)
    return words[:1].upper() + words[1:]


def remedy_of(kind: Kind) -> str:
    """Return what to do."""
    return _said(kind.remedy)


def fix_of(kind: Kind) -> str:
    """Return what a machine would do."""
    return _said(kind.fix)


def severity_words(severity: Severity) -> str:
    """Return how much it matters."""
    words = {
        Severity.SERIOUS: QCoreApplication.translate("Check", "Serious"),
        Severity.WARNING: QCoreApplication.translate("Check", "Worth mending"),
        Severity.NOTE: QCoreApplication.translate("Check", "For your notice"),
    }
    return words[severity]


def _kinds_of_value() -> dict[str, str]:
    """Return the words that the check puts into its sentences, translated."""
    return {
        "capitals": QCoreApplication.translate("Check", "capitals"),
        "spaces or dashes": QCoreApplication.translate("Check", "spaces or dashes"),
        "accents": QCoreApplication.translate("Check", "accents"),
        "capitals, spaces or accents": QCoreApplication.translate("Check", "capitals, spaces or accents"),
        "polygon": QCoreApplication.translate("Check", "polygon"),
        "polyline": QCoreApplication.translate("Check", "path"),
    }


def _said(template: str) -> str:
    return QCoreApplication.translate("Check", template)
