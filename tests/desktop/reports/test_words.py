from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QLocale

from core.review.reporting.saying import percent
from core.review.reporting.values import Step
from desktop.reports.words import say


@pytest.fixture
def german() -> Iterator[None]:
    """A system that writes as in Germany."""
    before = QLocale()
    QLocale.setDefault(QLocale("de"))
    yield
    QLocale.setDefault(before)


@pytest.mark.usefixtures("german")
def test_numbers_and_days_are_written_as_the_system_does() -> None:
    assert (say.number(9292), say.number(0.5, 1), percent(-12.34, say)) == ("9.292", "0,5", "−1.234\u00a0%")
    day = date(2026, 3, 2)
    assert [say.period(day, Step.WEEK), say.period(day, Step.DAY, short=True), say.period(day, Step.MONTH)] == [
        "02.03.26", "02.03.", "März 2026",
    ]  # fmt: skip
