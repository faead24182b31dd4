from dataclasses import replace
from datetime import datetime
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.review.drift import Checked, Drift, Level, Odd, Shift
from core.review.reporting import Report, report_of
from core.review.reporting.charts import Chart, Kind, Row, Tone, Unit, marks
from core.review.reporting.figures import figures_of, tiles_of
from core.review.reporting.page import as_html
from core.review.reporting.saying import Plainly, duration, percent
from core.review.reporting.svg import drawn
from core.review.store import Verdict
from tests.core.review.reporting.days import DAY, Days

_VOID = {"meta", "img", "link", "br"}


class Reader(HTMLParser):
    """Reads a page strictly: what is opened is closed, in order."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in _VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.text += data


class Marked(Plainly):
    """A language in which each text has a mark, and each number another."""

    def __call__(self, text: str, count: int | None = None, /) -> str:
        del count
        return f"¶{text}"

    def number(self, value: float, places: int = 0) -> str:
        return f"<{super().number(value, places)}>"


@pytest.fixture
def report(days: Days) -> Report:
    for day in range(4):
        found = days.predict(f"image{day}", ["<b>dent</b>", "scratch & more"], f"parts@{day // 2 + 1}", score=0.75)
        days.wait(3)
        days.say(found[:1], Verdict.ACCEPTED)
        days.wait(3)
        days.say(found[1:], Verdict.REJECTED)
        days.draw(f"image{day}", "scratch & more", missed_by=f"parts@{day // 2 + 1}")
        days.wait(DAY)
    return report_of("<script>parts", days.store)


def test_the_page_needs_nothing_but_itself(report: Report) -> None:
    page = as_html(report)
    read = Reader(page)
    names = {tag for tag, _ in read.tags}
    assert not names & {"script", "link", "iframe", "object"}
    assert not [attrs for _, attrs in read.tags if "href" in attrs or "src" in attrs]
    assert "http" not in page.replace("http-equiv", "")
    assert "url(" not in page
    assert "default-src 'none'" in page


def test_the_page_shows_every_figure_with_chart_and_numbers(report: Report) -> None:
    read = Reader(as_html(report))
    names = [tag for tag, _ in read.tags]
    figures = figures_of(report)
    assert names.count("svg") == names.count("table") == len(figures) == 8  # one of the images is drawn by lot
    for figure in figures:
        assert figure.title in read.text
        for row in figure.table.rows:
            assert all(text in read.text for text in row)
    for tile in tiles_of(report):
        assert tile.value in read.text
    assert "<b>dent</b>" in read.text  # as a text, not as a tag
    assert "Report on <script>parts" in read.text


def test_the_check_for_drift_is_told_with_its_pictures(report: Report) -> None:
    drift = Drift(
        model="parts@2", by="descriptor", level=Level.DRIFT, reference=100, recent=30, p_unlike=1e-6, outside=28,
        shifts=(Shift(measure="brightness", reference=0.5, recent=0.3, by=-4, p=1e-6),),
        odd=(Odd(image="image1", times=4.0), Odd(image="gone", times=3.0)),
    )  # fmt: skip
    page = as_html(report, checked=Checked(drift, datetime(2026, 3, 9, 8)), pictures={"image1": b"jpeg"})
    read = Reader(page)
    assert "darker by 40\u00a0%" in read.text
    assert [attrs["src"] for tag, attrs in read.tags if tag == "img"] == ["data:image/jpeg;base64,anBlZw=="]


def test_an_empty_report_says_so(days: Days) -> None:
    assert "was judged" in Reader(as_html(report_of("parts", days.store))).text


def test_every_text_can_be_said_in_another_language(report: Report) -> None:
    read = Reader(as_html(report, language="de", say=Marked()))
    for title in ("Use over time", "Accuracy by label", "Images predicted", "Report on"):
        assert f"¶{title}" in read.text
    assert ("html", {"lang": "de"}) in read.tags
    for numbers in ("<0.1>–<0.2>", "<50>\u00a0%"):  # in a table, on an axis
        assert numbers in read.text


@pytest.mark.parametrize(("seconds", "words"), [
    (-0.4, "0 s"), (-8, "−8 s"), (59.4, "59 s"), (59.6, "1 min"), (-3600, "−60 min"), (9000, "2.5 h"),
])  # fmt: skip
def test_short_times_are_seconds_and_nothing_is_below_zero_by_less_than_one(seconds: float, words: str) -> None:
    assert duration(seconds) == words


@pytest.mark.parametrize(("share", "words"), [
    (-0.001, "0\u00a0%"), (-121.67, "−12\u202f167\u00a0%"), (0.5, "50\u00a0%"), (None, "–")
])  # fmt: skip
def test_shares_are_whole_percents(share: float | None, words: str) -> None:
    assert percent(share) == words


@given(
    kind=st.sampled_from(Kind),
    unit=st.sampled_from(Unit),
    values=st.lists(st.tuples(*[st.none() | st.floats(0, 1e7)] * 2), min_size=1, max_size=40),
)
def test_every_bar_and_dot_lies_inside_its_chart(
    kind: Kind, unit: Unit, values: list[tuple[float | None, float | None]]
) -> None:
    if unit is Unit.SHARE:
        values = [tuple(None if one is None else min(one, 1.0) for one in pair) for pair in values]
        kind = Kind.LINES if kind is Kind.STACKED else kind
    rows = tuple(Row(f"row {place}", Tone.MAIN, tuple(pair[place] for pair in values)) for place in range(2))
    chart = Chart(kind=kind, unit=unit, ticks=tuple(f"tick {place}" for place in range(len(values))), rows=rows)
    read = Reader(drawn(chart, "title"))
    svg = read.tags[0][1]
    width, height = (float(text) for text in (svg["viewbox"] or "").split()[2:])
    for tag, attrs in read.tags:
        if tag == "rect":
            x, y, wide, high = (float(attrs[name] or 0) for name in ("x", "y", "width", "height"))
            assert -0.1 <= x <= x + wide <= width + 0.1
            assert -0.1 <= y <= y + high <= height + 0.1
        if tag == "circle":
            assert 0 <= float(attrs["cx"] or 0) <= width
            assert 0 <= float(attrs["cy"] or 0) <= height


@given(st.floats(1, 1e9))
def test_the_marks_are_few_and_reach_the_highest_value(highest: float) -> None:
    found = marks(highest, Unit.COUNT)
    assert found[0] == 0
    assert found[-1] >= highest
    assert 2 <= len(found) <= 6


def test_a_row_that_was_never_measured_leaves_a_gap_in_its_line() -> None:
    row = Row("precision", Tone.MAIN, (0.5, 0.6, None, 0.8, 0.9))
    chart = Chart(kind=Kind.LINES, unit=Unit.SHARE, ticks=tuple("abcde"), rows=(row,))
    tags = [tag for tag, _ in Reader(drawn(chart, "title")).tags]
    assert (tags.count("polyline"), tags.count("circle")) == (2, 4)
    assert replace(chart, rows=()).highest == 1.0
