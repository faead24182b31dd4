"""The panel over the canvas with which pictures are made brighter, and what it does."""

from desktop.annotate.adjusting.adjusting import ADJUSTMENTS, Adjusting

__all__ = ["ADJUSTMENTS", "Adjusting"]
