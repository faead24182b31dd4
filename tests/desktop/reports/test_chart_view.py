import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QFontMetrics, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.review.reporting.charts import Chart, Figure, Kind, Row, Table, Tone, Unit
from core.review.reporting.layout import Bar, Dot, Words
from desktop import theme
from desktop.reports.chart_view import ChartView
from desktop.reports.figure_card import FigureCard


def chart(kind: Kind) -> Chart:
    rows = (Row("precision", Tone.MAIN, (0.5, None, 0.75)), Row("recall", Tone.SECOND, (0.9, 0.8, 1.0)))
    return Chart(kind=kind, unit=Unit.SHARE, ticks=("one", "two", "three"), rows=rows)


@pytest.mark.parametrize("kind", [Kind.BESIDE, Kind.LYING, Kind.LINES])
def test_every_value_is_told_where_it_is_drawn(qtbot: QtBot, kind: Kind) -> None:
    view = ChartView("accuracy")
    qtbot.addWidget(view)
    view.resize(500, 200)
    view.show_chart(chart(kind))
    found = {
        view.words_at(QPointF(part.x + part.width / 2, part.y + part.height / 2))
        if isinstance(part, Bar)
        else view.words_at(QPointF(part.x, part.y))
        for part in view.parts
        if isinstance(part, Bar | Dot)
    }
    assert found == {
        "one: precision 50\u00a0%", "three: precision 75\u00a0%", "one: recall 90\u00a0%", "two: recall 80\u00a0%",
        "three: recall 100\u00a0%",
    }  # fmt: skip
    assert view.words_at(QPointF(-50, -50)) == ""


def test_a_wider_chart_is_laid_out_anew(qtbot: QtBot) -> None:
    view = ChartView("accuracy")
    qtbot.addWidget(view)
    view.show_chart(chart(Kind.LINES))
    view.show()
    places = []
    for width in (400, 800):
        view.resize(width, view.height())
        qtbot.waitUntil(lambda width=width: view.width() == width)
        places.append(max(part.x for part in view.parts if isinstance(part, Dot)))
    assert places[1] > 1.8 * places[0]
    assert not view.grab().isNull()


def test_the_table_goes_below_the_chart_in_a_narrow_card(qtbot: QtBot) -> None:
    card = FigureCard("accuracy")
    qtbot.addWidget(card)
    table = Table(("Day", "Accepted"), (("2026-03-02", "12"), ("2026-03-03", "7")))
    card.show_figure(Figure(name="accuracy", title="Accuracy", note="How", chart=chart(Kind.LINES), table=table))
    card.show()
    for width, beside in ((1100, True), (600, False)):
        card.resize(width, 600)
        qtbot.waitUntil(lambda beside=beside: (card.table.x() > card.chart.geometry().right()) is beside)
    assert [card.table.item(row, 1).text() for row in range(2)] == ["12", "7"]
    assert card.table.horizontalHeaderItem(1).text() == "Accepted"


def _first_column(seen: QImage) -> int:
    """Return the first column in whose middle rows something is drawn on the ground."""
    rows = range(4, seen.height() - 4)
    return next(x for x in range(seen.width()) if len({seen.pixel(x, y) for y in rows}) > 1)


@pytest.mark.parametrize("mode", [theme.Mode.LIGHT, theme.Mode.DARK])
def test_what_stands_in_a_column_begins_below_its_title(qtbot: QtBot, mode: theme.Mode) -> None:
    theme.apply(QApplication.instance(), mode)
    card = FigureCard("accuracy")
    qtbot.addWidget(card)
    table = Table(("HHH", "Accepted"), (("HHH", "12"),))
    card.show_figure(Figure(name="accuracy", title="Accuracy", note="How", chart=chart(Kind.LINES), table=table))
    card.resize(1100, 600)
    card.show()
    header, cells = card.table.horizontalHeader().viewport(), card.table.viewport()
    title, cell = header.grab(), cells.grab(card.table.visualItemRect(card.table.item(0, 0)))
    assert _first_column(title.toImage()) == _first_column(cell.toImage())


def test_long_names_of_lying_bars_keep_begin_and_end_and_fit(qtbot: QtBot) -> None:
    long = "bracket inspection of the whole line, camera 4"
    names = (f"{long}@2", f"{long}@3", "dent", "W" * 30)
    rows = (Row("precision", Tone.MAIN, (0.5, 0.6, 0.7, 1.0)),)
    view = ChartView("accuracy")
    qtbot.addWidget(view)
    view.resize(420, 200)
    view.show_chart(Chart(kind=Kind.LYING, unit=Unit.SHARE, ticks=names, rows=rows))
    shown = [part for part in view.parts if isinstance(part, Words) and part.is_name]
    assert [part.text[-3:] for part in shown] == ["4@2", "4@3", "ent", "WWW"]
    font = view.font()
    font.setPixelSize(11)
    assert all(QFontMetrics(font).horizontalAdvance(part.text) <= part.x for part in shown)
    assert shown[2].text == "dent"


@pytest.mark.parametrize("width", [1000, 1240, 1600])
def test_no_column_of_the_table_is_cut(qtbot: QtBot, width: int) -> None:
    card = FigureCard("accuracy")
    qtbot.addWidget(card)
    names = ("Version", "Precision", "Looked at", "Recall", "At once", "Accepted", "Corrected", "Overlap", "Relabelled",
             "Rejected", "Missed")  # fmt: skip
    table = Table(names, (("detector-of-parts@12", *(["100\u00a0%"] * 10)),))
    card.show_figure(Figure(name="accuracy", title="Accuracy", note="How", chart=chart(Kind.LINES), table=table))
    card.resize(width, 600)
    card.show()
    qtbot.waitExposed(card)
    assert card.width() == width
    assert card.table.horizontalHeader().length() <= card.table.viewport().width()
