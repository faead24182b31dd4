"""Bulk review: hundreds of thousands of suggestions as columns, what is asked of them, and acts on many at once.

Measured with 500,000 rows on two loaded cores: with an index SQLite answers a narrow question in 17 ms, but a wide one
in 170 to 360, and another order or a histogram as long again; the columns in memory (10 MB) answer any of them in 3 to
30. So the rows are read once, in the background, and every question is put to arrays.
"""

from core.review.bulk.backing import Backing
from core.review.bulk.criteria import Criteria, Marked, Show
from core.review.bulk.finding import Column, Finder, Found
from core.review.bulk.judging import Judging
from core.review.bulk.rows import VERDICTS, Rows, read_rows
from core.review.bulk.settings import BulkSettings

__all__ = [
    "VERDICTS", "Backing", "BulkSettings", "Column", "Criteria", "Finder", "Found", "Judging", "Marked", "Rows", "Show",
    "read_rows",
]  # fmt: skip
