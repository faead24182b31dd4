"""How a report says things: its texts in some language, numbers, days and times as one writes them there."""

from datetime import date, datetime
from typing import Protocol

from core.review.reporting.values import Step


class Say(Protocol):
    """Says a text in some language. One that counts has "%n" for the number and "(s)" for its plural."""

    def __call__(self, text: str, count: int | None = None, /) -> str:
        """Return the text, for so many where it counts."""
        ...

    def number(self, value: float, places: int = 0) -> str:
        """Return a number with so many places behind the point."""
        ...

    def period(self, first: date, step: Step, *, short: bool = False) -> str:
        """Return a period by its first day; ``short`` for an axis: a day without its year."""
        ...

    def moment(self, when: datetime) -> str:
        """Return a day with its time, as clocks show it here."""
        ...


class Plainly:
    """English, with narrow spaces between thousands and days that sort: for the command line."""

    def __call__(self, text: str, count: int | None = None, /) -> str:
        """Return the text as it is, for so many where it counts."""
        if count is None:
            return text
        return text.replace("%n", self.number(count)).replace("(s)", "" if count == 1 else "s")

    def number(self, value: float, places: int = 0) -> str:
        """Return a number with so many places behind the point."""
        return f"{value:,.{places}f}".replace(",", "\u202f").replace("-", "−")

    def period(self, first: date, step: Step, *, short: bool = False) -> str:
        """Return a period by its first day; ``short`` for an axis: a day without its year."""
        return first.strftime("%Y-%m" if step is Step.MONTH else "%m-%d" if short else "%Y-%m-%d")

    def moment(self, when: datetime) -> str:
        """Return a day with its time, as clocks show it here."""
        return when.astimezone().strftime("%Y-%m-%d %H:%M")


plainly = Plainly()


def percent(share: float | None, say: Say = plainly) -> str:
    """Return a share as a text, a dash where there is none."""
    return "–" if share is None else f"{say.number(round(100 * share))}\u00a0%"


def duration(seconds: float | None, say: Say = plainly) -> str:
    """Return a time in seconds, minutes or hours, with a minus where it is below 0; a dash where there is none."""
    if seconds is None:
        return "–"
    whole, minutes = round(seconds), round(seconds / 60)
    if abs(whole) < 60:
        return say("{seconds} s").format(seconds=say.number(whole))
    if abs(minutes) < 100:
        return say("{minutes} min").format(minutes=say.number(minutes))
    return say("{hours} h").format(hours=say.number(seconds / 3600, 1))
