"""Where the parts of a chart lie: once for the window and for the page.

Places are in units of which a line of text is 11 high (pixels in the window), x to the right and y down from the
chart's upper left corner.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from core.review.reporting.charts import Chart, Kind, Row, Tone, marks, value_words
from core.review.reporting.saying import Say, plainly

LETTER = 6.8
"""How wide a letter is, about, in the widest of the usual fonts."""
_OTHERS = {"MW@mw": 1.6, "ABCDEFGHKNOPQRSUVXYZ": 1.13, "ijlftrI.,:;'|!()[]/ -": 0.58}
"""By how much letters are wider or narrower than that."""
_LEFT, _RIGHT, _TOP, _BOTTOM = 40.0, 6.0, 8.0, 20.0
_NAMES, _VALUES, _BAR, _GAP = 104.0, 46.0, 11.0, 7.0
_NAMES_MOST = 0.36
"""The share of the width that lying bars leave to long names."""
_LYING_MOST = 14
_WIDEST = 40.0


@dataclass(frozen=True)
class Bar:
    """A bar with its upper left corner, and what is said of it."""

    tone: Tone
    x: float
    y: float
    width: float
    height: float
    tip: str


@dataclass(frozen=True)
class Dot:
    """A value on a line, and what is said of it."""

    tone: Tone
    x: float
    y: float
    tip: str


@dataclass(frozen=True)
class Path:
    """A line through points."""

    tone: Tone
    points: tuple[tuple[float, float], ...]


@dataclass(frozen=True)
class Rule:
    """A thin line of the grid."""

    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(frozen=True)
class Words:
    """A text whose foot is at y and whose ``anchor`` (start, middle or end) is at x; a name stands out a little."""

    x: float
    y: float
    text: str
    anchor: str
    is_name: bool = False


Part = Bar | Dot | Path | Rule | Words


def height_of(chart: Chart, usual: float) -> float:
    """Return how high the chart is: as high as its bars where these lie, else as ``usual``."""
    if chart.kind is not Kind.LYING:
        return usual
    return len(chart.ticks[:_LYING_MOST]) * (len(chart.rows) * _BAR + _GAP) + _BOTTOM


def laid_out(chart: Chart, width: float, height: float, say: Say = plainly) -> tuple[Part, ...]:
    """Return the parts of the chart, what lies at the back first. Of many names the first 14 are drawn lying."""
    if not chart.ticks:
        return ()
    room = _Room(chart, width, height, say)
    if chart.kind is Kind.LYING:
        return tuple(room.lying())
    drawn = room.lines() if chart.kind is Kind.LINES else room.bars()
    return (*room.grid(), *drawn, *room.ticks())


class _Room:
    """The place that a chart has, and where values lie in it."""

    def __init__(self, chart: Chart, width: float, height: float, say: Say) -> None:
        self.chart, self.width, self.height = chart, width, height
        self.say = say
        self.marks = marks(chart.highest, chart.unit)
        self.inner = max(width - _LEFT - _RIGHT, 1.0)
        longest = max(map(_width, chart.ticks)) + 10
        self.names = min(longest, max(_NAMES, _NAMES_MOST * width))
        """How much of the width the names of lying bars take."""

    def x(self, place: int) -> float:
        """Return the middle of a tick."""
        return _LEFT + self.inner * (place + 0.5) / len(self.chart.ticks)

    def y(self, value: float) -> float:
        """Return the height of a value."""
        foot = self.height - _BOTTOM
        return foot - (foot - _TOP) * value / self.marks[-1]

    def grid(self) -> Iterator[Part]:
        """Yield a line and a number for each mark."""
        for value in self.marks:
            y = self.y(value)
            yield Rule(_LEFT, y, self.width - _RIGHT, y)
            yield Words(_LEFT - 5, y + 4, value_words(value, self.chart.unit, self.say), "end")

    def ticks(self) -> Iterator[Part]:
        """Yield as many of the names below as there is room for, the last always."""
        ticks = self.chart.ticks
        longest = max(map(len, ticks)) * LETTER
        step = max(1, -int(-len(ticks) * (longest + 10) // self.inner))
        for place in range(len(ticks) - 1, -1, -step):
            x = min(self.x(place), self.width - longest / 2)
            yield Words(x, self.height - 5, ticks[place], "middle")

    def bars(self) -> Iterator[Part]:
        """Yield bars on one another, or beside each other."""
        chart = self.chart
        stacked = chart.kind is Kind.STACKED
        beside = 1 if stacked else len(chart.rows)
        wide = min(self.inner / len(chart.ticks) * 0.8 / beside, _WIDEST)
        for place, tick in enumerate(chart.ticks):
            base = 0.0
            left = self.x(place) - wide * beside / 2
            for number, row in enumerate(chart.rows):
                value = float(row.values[place] or 0.0)
                top, foot = self.y(base + value), self.y(base)
                x = left + (0.0 if stacked else number * wide)
                if value:
                    yield Bar(row.tone, x, top, max(wide - 0.6, 0.6), foot - top, self._tip(row, tick, value))
                base += value if stacked else 0.0

    def lines(self) -> Iterator[Part]:
        """Yield each row's line, broken where there is nothing, with a dot for each value."""
        for row in self.chart.rows:
            points = [
                None if value is None else (self.x(place), self.y(value)) for place, value in enumerate(row.values)
            ]
            yield from (Path(row.tone, piece) for piece in _pieces(points) if len(piece) > 1)
            for point, value, tick in zip(points, row.values, self.chart.ticks, strict=True):
                if point is not None and value is not None:
                    yield Dot(row.tone, *point, self._tip(row, tick, value))

    def lying(self) -> Iterator[Part]:
        """Yield bars from left to right with their names before and their values behind them."""
        inner = max(self.width - self.names - _VALUES, 1.0)
        foot = self.height - _BOTTOM
        for value in self.marks:
            x = self.names + inner * value / self.marks[-1]
            yield Rule(x, 0, x, foot)
            yield Words(x, self.height - 5, value_words(value, self.chart.unit, self.say), "middle")
        for place, tick in enumerate(self.chart.ticks[:_LYING_MOST]):
            yield from self._lying_rows(place, tick, inner)

    def _lying_rows(self, place: int, tick: str, inner: float) -> Iterator[Part]:
        rows = self.chart.rows
        y = place * (len(rows) * _BAR + _GAP) + _GAP / 2
        yield Words(self.names - 6, y + len(rows) * _BAR / 2 + 4, _short(tick, self.names - 8), "end", is_name=True)
        for number, row in enumerate(rows):
            value = row.values[place]
            if value is not None:
                length, top = inner * value / self.marks[-1], y + number * _BAR
                yield Bar(row.tone, self.names, top, length, _BAR - 2, self._tip(row, tick, value))
                yield Words(self.names + length + 4, top + 8.5, value_words(value, self.chart.unit, self.say), "start")

    def _tip(self, row: Row, tick: str, value: float) -> str:
        return f"{tick}: {row.name} {value_words(value, self.chart.unit, self.say)}"


def _pieces(points: list[tuple[float, float] | None]) -> Iterator[tuple[tuple[float, float], ...]]:
    """Yield the stretches of points without a gap."""
    piece: list[tuple[float, float]] = []
    for point in (*points, None):
        if point is not None:
            piece.append(point)
        else:
            yield tuple(piece)
            piece = []


def _width(text: str) -> float:
    """Return about how wide a text is."""
    return LETTER * sum(next((by for letters, by in _OTHERS.items() if letter in letters), 1.0) for letter in text)


def _short(name: str, room: float) -> str:
    """Return the name, without its middle where it is too wide: versions differ at the end."""
    if _width(name) <= room:
        return name
    kept = len(name) - 1
    while kept > 2 and _width(_without_middle(name, kept)) > room:
        kept -= 1
    return _without_middle(name, kept)


def _without_middle(name: str, kept: int) -> str:
    """Return so many letters of a name, two fifths of them from its end."""
    behind = kept * 2 // 5
    return f"{name[: kept - behind]}…{name[len(name) - behind :]}"
