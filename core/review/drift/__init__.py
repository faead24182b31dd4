"""Whether new images differ from those that a model learned from."""

from core.review.drift.checking import LAST, Checked, check_drift, entries_of, last_check
from core.review.drift.testing import compare
from core.review.drift.values import Drift, Level, Odd, Seen, Shift

__all__ = [
    "LAST", "Checked", "Drift", "Level", "Odd", "Seen", "Shift", "check_drift", "compare", "entries_of", "last_check",
]  # fmt: skip
