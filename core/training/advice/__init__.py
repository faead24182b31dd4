"""Advice in plain words: what a run's curves and its data say, on which figures that rests, what to try next."""

from core.training.advice.advise import advise
from core.training.advice.curves import Curves, Recording
from core.training.advice.kinds import KINDS, REMEDIES, Kind, RemedyKind
from core.training.advice.values import Advice, LabelCounts, Remedy

__all__ = [
    "KINDS",
    "REMEDIES",
    "Advice",
    "Curves",
    "Kind",
    "LabelCounts",
    "Recording",
    "Remedy",
    "RemedyKind",
    "advise",
]
