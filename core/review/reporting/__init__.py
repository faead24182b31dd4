"""Reports from the review log: values first, then two ways to show them, the window and an HTML file."""

from core.review.reporting.making import report_of
from core.review.reporting.values import Effort, Pace, Report, Step, Tally, Use

__all__ = ["Effort", "Pace", "Report", "Step", "Tally", "Use", "report_of"]
