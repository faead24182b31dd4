"""A chart as inline SVG: no script, colours by class, every value as a title that shows under the mouse."""

from html import escape
from typing import assert_never

from core.review.reporting.charts import Chart
from core.review.reporting.layout import Bar, Dot, Part, Path, Rule, Words, height_of, laid_out
from core.review.reporting.saying import Say, plainly

WIDTH, HEIGHT = 400.0, 200.0
"""In the units of the text: on a phone 390 wide a chart is drawn at about its own size."""


def drawn(chart: Chart, title: str, say: Say = plainly) -> str:
    """Return the chart as an ``<svg>`` of the whole width it is given."""
    height = height_of(chart, HEIGHT)
    inside = "".join(_element(part) for part in laid_out(chart, WIDTH, height, say))
    return f'<svg viewBox="0 0 {WIDTH:.0f} {height:.0f}" role="img" aria-label="{escape(title)}">{inside}</svg>'


def _element(part: Part) -> str:
    match part:
        case Bar():
            return (
                f'<rect class="{part.tone}" x="{part.x:.1f}" y="{part.y:.1f}" width="{part.width:.1f}"'
                f' height="{part.height:.1f}">{_title(part.tip)}</rect>'
            )
        case Dot():
            return f'<circle class="{part.tone}" cx="{part.x:.1f}" cy="{part.y:.1f}" r="3">{_title(part.tip)}</circle>'
        case Path():
            points = " ".join(f"{x:.1f},{y:.1f}" for x, y in part.points)
            return f'<polyline class="{part.tone}" points="{points}"/>'
        case Rule():
            return f'<line class="grid" x1="{part.x0:.1f}" y1="{part.y0:.1f}" x2="{part.x1:.1f}" y2="{part.y1:.1f}"/>'
        case Words():
            kind = ' class="name"' if part.is_name else ""
            return (
                f'<text{kind} x="{part.x:.1f}" y="{part.y:.1f}" text-anchor="{part.anchor}">{escape(part.text)}</text>'
            )
        case _:
            assert_never(part)


def _title(text: str) -> str:
    return f"<title>{escape(text)}</title>"
