"""A chart as inline SVG: no script, colours by class, every value as a title that shows under the mouse."""

from collections.abc import Iterator
from html import escape

from core.review.reporting.figures import Chart, Kind, Row, marks, value_words

WIDTH, HEIGHT = 400, 200
"""In the units of the text, which is 11 high: on a phone 390 wide a chart is drawn at about its own size."""
_LEFT, _RIGHT, _TOP, _BOTTOM = 40, 6, 8, 20
_NAMES, _BAR, _GAP = 104, 11, 7
_LYING_MOST = 14
_LETTERS = 16


def drawn(chart: Chart, title: str) -> str:
    """Return the chart as an ``<svg>`` of the whole width it is given."""
    if chart.kind is Kind.LYING:
        height = len(chart.ticks[:_LYING_MOST]) * (len(chart.rows) * _BAR + _GAP) + _BOTTOM
        return _framed(height, title, _lying(chart, height))
    parts = [*_grid(chart), *(_lines(chart) if chart.kind is Kind.LINES else _bars(chart)), *_ticks(chart)]
    return _framed(HEIGHT, title, iter(parts))


def shown_ticks(chart: Chart) -> tuple[str, ...]:
    """Return the names that the chart has room for; the table has them all."""
    return chart.ticks[:_LYING_MOST] if chart.kind is Kind.LYING else chart.ticks


def _framed(height: float, title: str, parts: Iterator[str]) -> str:
    inside = "".join(parts)
    return f'<svg viewBox="0 0 {WIDTH} {height}" role="img" aria-label="{escape(title)}">{inside}</svg>'


def _grid(chart: Chart) -> Iterator[str]:
    top = _top(chart)
    for value in marks(chart.highest, chart.unit):
        y = _y(value, top)
        yield f'<line class="grid" x1="{_LEFT}" x2="{WIDTH - _RIGHT}" y1="{y:.1f}" y2="{y:.1f}"/>'
        yield f'<text x="{_LEFT - 5}" y="{y + 4:.1f}" text-anchor="end">{value_words(value, chart.unit)}</text>'


def _ticks(chart: Chart) -> Iterator[str]:
    """Yield as many of the names below as there is room for, the last always."""
    count = len(chart.ticks)
    longest = max((len(tick) for tick in chart.ticks), default=1)
    step = max(1, -(-count * (longest * 6 + 10) // (WIDTH - _LEFT - _RIGHT)))
    for place in range(count - 1, -1, -step):
        x, anchor = _x(place, count), "middle"
        if x + longest * 3 > WIDTH:
            x, anchor = WIDTH - 1, "end"
        yield f'<text x="{x:.1f}" y="{HEIGHT - 5}" text-anchor="{anchor}">{escape(chart.ticks[place])}</text>'


def _bars(chart: Chart) -> Iterator[str]:
    count, top = len(chart.ticks), _top(chart)
    room = (WIDTH - _LEFT - _RIGHT) / max(count, 1) * 0.8
    stacked = chart.kind is Kind.STACKED
    width = min(room if stacked else room / len(chart.rows), 40)
    whole = width if stacked else width * len(chart.rows)
    for place, tick in enumerate(chart.ticks):
        base = 0.0
        for number, row in enumerate(chart.rows):
            value = float(row.values[place] or 0.0)
            x = _x(place, count) - whole / 2 + (0 if stacked else number * width)
            y, foot = _y(base + value, top), _y(base, top)
            if value:
                yield (f'<rect class="{row.tone}" x="{x:.1f}" y="{y:.1f}" width="{max(width - 0.6, 0.6):.1f}"'
                       f' height="{foot - y:.1f}">{_tip(chart, row, tick, value)}</rect>')  # fmt: skip
            base += value if stacked else 0.0


def _lines(chart: Chart) -> Iterator[str]:
    """Yield each row's line, broken where there is nothing, with a dot for each value."""
    count, top = len(chart.ticks), _top(chart)
    for row in chart.rows:
        pieces: list[list[str]] = [[]]
        for place, value in enumerate(row.values):
            if value is None:
                pieces.append([])
            else:
                pieces[-1].append(f"{_x(place, count):.1f},{_y(value, top):.1f}")
        yield from (f'<polyline class="{row.tone}" points="{" ".join(one)}"/>' for one in pieces if len(one) > 1)
        for place, value in enumerate(row.values):
            if value is not None:
                yield (f'<circle class="{row.tone}" cx="{_x(place, count):.1f}" cy="{_y(value, top):.1f}" r="3">'
                       f"{_tip(chart, row, chart.ticks[place], value)}</circle>")  # fmt: skip


def _lying(chart: Chart, height: float) -> Iterator[str]:
    """Yield bars from left to right with their names before and their values behind them."""
    room = WIDTH - _NAMES - 40
    top = _top(chart)
    for value in marks(chart.highest, chart.unit):
        x = _NAMES + room * value / top
        yield f'<line class="grid" x1="{x:.1f}" x2="{x:.1f}" y1="0" y2="{height - _BOTTOM}"/>'
        yield f'<text x="{x:.1f}" y="{height - 5}" text-anchor="middle">{value_words(value, chart.unit)}</text>'
    for place, tick in enumerate(chart.ticks[:_LYING_MOST]):
        y = place * (len(chart.rows) * _BAR + _GAP) + _GAP / 2
        middle = y + len(chart.rows) * _BAR / 2 + 4
        yield f'<text class="name" x="{_NAMES - 6}" y="{middle:.1f}" text-anchor="end">{escape(_short(tick))}</text>'
        for number, row in enumerate(chart.rows):
            share = row.values[place]
            if share is not None:
                length, at = room * share / top, y + number * _BAR
                yield (f'<rect class="{row.tone}" x="{_NAMES}" y="{at:.1f}" width="{length:.1f}" height="{_BAR - 2}">'
                       f"{_tip(chart, row, tick, share)}</rect>")  # fmt: skip
                words = value_words(share, chart.unit)
                yield f'<text x="{_NAMES + length + 4:.1f}" y="{at + 8.5:.1f}" class="value">{words}</text>'


def _tip(chart: Chart, row: Row, tick: str, value: float) -> str:
    return f"<title>{escape(tick)}: {escape(row.name)} {value_words(value, chart.unit)}</title>"


def _top(chart: Chart) -> float:
    return marks(chart.highest, chart.unit)[-1]


def _x(place: int, count: int) -> float:
    return _LEFT + (WIDTH - _LEFT - _RIGHT) * (place + 0.5) / count


def _y(value: float, top: float) -> float:
    return HEIGHT - _BOTTOM - (HEIGHT - _BOTTOM - _TOP) * value / top


def _short(name: str) -> str:
    return name if len(name) <= _LETTERS else name[: _LETTERS - 1] + "…"
