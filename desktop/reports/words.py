"""What core says of reports and drift, in the language of the window."""

import re
from datetime import date, datetime

from PySide6.QtCore import QCoreApplication, QLocale

from core.review.reporting.values import Step
from desktop.numbers import number


class InWindow:
    """Says core's texts, numbers and days as the window does: ``make translations`` collects the texts from there."""

    def __call__(self, text: str, count: int | None = None, /) -> str:
        """Return the text, for so many where it counts."""
        if count is None:
            return QCoreApplication.translate("Reports", text)
        return QCoreApplication.translate("Reports", text, None, count)

    def number(self, value: float, places: int = 0) -> str:
        """Return a number with so many places behind the point."""
        return number(value, places)

    def period(self, first: date, step: Step, *, short: bool = False) -> str:
        """Return a period by its first day; ``short`` for an axis: a day without its year."""
        if step is Step.MONTH:
            return QLocale().toString(first, "MMM yyyy")
        layout = QLocale().dateFormat(QLocale.FormatType.ShortFormat)
        return QLocale().toString(first, re.sub("y+", "", layout).strip("/-, ") if short else layout)

    def moment(self, when: datetime) -> str:
        """Return a day with its time, as clocks show it here."""
        return QLocale().toString(when.astimezone().replace(tzinfo=None), QLocale.FormatType.ShortFormat)


say = InWindow()
