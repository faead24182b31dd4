"""From counts of done and total to the progress that a job reports."""

import time
from collections.abc import Callable

from core.review.prelabel import Progress
from desktop.jobs.bulk_job import Report


def counting(report: Report) -> Callable[[int, int], None]:
    """Return a function of (done, total) that reports progress with the time since now."""
    begun = time.monotonic()
    return lambda done, total: report(Progress(done=done, total=total, seconds=time.monotonic() - begun))
