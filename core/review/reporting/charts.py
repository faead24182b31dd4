"""What a report is made of: charts with the tables of their numbers, however they are drawn."""

import math
from dataclasses import dataclass
from enum import StrEnum

from core.review.reporting.saying import Say, percent, plainly


class Kind(StrEnum):
    """How a chart is drawn."""

    STACKED = "stacked"
    BESIDE = "beside"
    LYING = "lying"
    """Beside each other as well, from left to right: for names, which may be long and many."""
    LINES = "lines"


class Unit(StrEnum):
    """What a chart's values are."""

    COUNT = "count"
    SHARE = "share"
    """From 0 to 1, shown in percent."""
    MINUTES = "minutes"


class Tone(StrEnum):
    """What a row of values means, by which each view chooses its colour."""

    MAIN = "main"
    SECOND = "second"
    GOOD = "good"
    FAIR = "fair"
    BAD = "bad"
    QUIET = "quiet"


@dataclass(frozen=True)
class Row:
    """One row of values, one for each tick; None where there is nothing to show."""

    name: str
    tone: Tone
    values: tuple[float | None, ...]


@dataclass(frozen=True, kw_only=True)
class Chart:
    """Rows of values over ticks."""

    kind: Kind
    unit: Unit
    ticks: tuple[str, ...]
    rows: tuple[Row, ...]

    @property
    def highest(self) -> float:
        """The highest value that is drawn; 1 at least for counts, 1 for shares."""
        if self.unit is Unit.SHARE:
            return 1.0
        columns = zip(*(row.values for row in self.rows), strict=True)
        join = sum if self.kind is Kind.STACKED else max
        return max([1.0, *(float(join(value or 0.0 for value in column)) for column in columns)])


@dataclass(frozen=True)
class Table:
    """Column titles, and rows of texts; the first column names the row."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, kw_only=True)
class Figure:
    """One finding: its ``name`` in code, what it is called, how to read it, the chart and the table."""

    name: str
    title: str
    note: str
    chart: Chart
    table: Table


@dataclass(frozen=True)
class Tile:
    """One number that a reader sees first."""

    title: str
    value: str
    note: str


def value_words(value: float, unit: Unit, say: Say = plainly) -> str:
    """Return a value as it is read off a chart."""
    if unit is Unit.SHARE:
        return percent(value, say)
    return say.number(value, 0 if unit is Unit.COUNT or value >= 10 else 1)


def marks(highest: float, unit: Unit) -> tuple[float, ...]:
    """Return the values at which a chart has lines: some round ones from 0 to the highest or just beyond."""
    if unit is Unit.SHARE:
        return (0.0, 0.25, 0.5, 0.75, 1.0)
    power = 10 ** math.floor(math.log10(highest / 4)) if highest > 4 else 1
    steps = (power * one for one in (1, 2, 2.5, 5, 10))
    step = next(one for one in steps if one * 4 >= highest and (unit is not Unit.COUNT or one == int(one)))
    return tuple(step * place for place in range(math.ceil(highest / step) + 1))
