"""What is wrong with a dataset, as values: each with its place, what to do about it and, where safe, a fix."""

from core.voc.checks.checker import Checker, check
from core.voc.checks.kinds import KINDS, Kind, Severity
from core.voc.checks.limits import Limits
from core.voc.checks.problem import ClipFix, FilenameFix, Fix, LabelFix, LineFix, ObjectFix, Problem

__all__ = [
    "KINDS",
    "Checker",
    "ClipFix",
    "FilenameFix",
    "Fix",
    "Kind",
    "LabelFix",
    "Limits",
    "LineFix",
    "ObjectFix",
    "Problem",
    "Severity",
    "check",
]
