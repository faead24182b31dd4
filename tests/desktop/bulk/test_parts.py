"""The parts of the review page by themselves: histogram, table, choices, and what a crash left half moved."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QPushButton
from pytestqt.qtbot import QtBot

from core.review.bulk import Backing, Column, Finder, Show
from core.review.store import Verdict
from core.voc import setting_aside
from core.voc.dataset import Dataset
from core.voc.listing import SET_ASIDE
from desktop import theme
from desktop.actions import ActionBook, ActionSpec, Menu
from desktop.bulk.action_bar import ActionBar
from desktop.bulk.cells import BulkModel
from desktop.bulk.filter_row import FilterRow
from desktop.bulk.gallery import BulkGallery
from desktop.bulk.histogram import ScoreHistogram
from desktop.bulk.many_choice import ManyChoice
from desktop.bulk.shown import Reach, Shown
from desktop.bulk.table import BulkTable
from desktop.project import open_project
from tests.core.review.bulk.made import Row, rows_of
from tests.core.review.bulk.test_finding import IMAGES, ROWS
from tests.e2e.desk import make_dataset


@pytest.fixture
def histogram(qtbot: QtBot) -> ScoreHistogram:
    """A histogram of 500 pixels with some counts."""
    histogram = ScoreHistogram()
    qtbot.addWidget(histogram)
    histogram.resize(500, 96)
    histogram.show_counts([1] * 50)
    histogram.show()
    return histogram


def test_thresholds_stay_in_order_however_they_are_dragged(histogram: ScoreHistogram) -> None:
    heard: list[tuple[float, float]] = []
    histogram.moved.connect(lambda low, high: heard.append((low, high)))
    QTest.mousePress(histogram, Qt.MouseButton.LeftButton, pos=QPoint(14, 40))
    for x in (100, 300, 490, 2000):
        QTest.mouseMove(histogram, QPoint(x, 40))
    QTest.mouseRelease(histogram, Qt.MouseButton.LeftButton, pos=QPoint(490, 40))
    assert histogram.thresholds == (1.0, 1.0)
    assert all(0 <= low <= high <= 1 for low, high in heard)
    QTest.mouseDClick(histogram, Qt.MouseButton.LeftButton, pos=QPoint(100, 40))
    assert histogram.thresholds == (0.0, 1.0)


def test_thresholds_move_by_keys(histogram: ScoreHistogram) -> None:
    QTest.keyClick(histogram, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(histogram, Qt.Key.Key_Right)
    QTest.keyClick(histogram, Qt.Key.Key_Space)
    QTest.keyClick(histogram, Qt.Key.Key_Left)
    assert histogram.thresholds == pytest.approx((0.11, 0.99))


def _shown(count: int) -> Shown:
    made = [(number, number % 5, "dent", "m@1", number / (count + 1), Verdict.OPEN) for number in range(1, count + 1)]
    finder = Finder(rows_of(made, "abcde"), Backing())
    return Shown(finder, finder.order(Column.SCORE))


def test_showing_that_all_rows_are_selected_asks_for_few_of_them(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[QModelIndex] = []

    class Counting(BulkModel):
        def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008
            asked.append(parent)
            return super().rowCount(parent)

    monkeypatch.setattr("desktop.bulk.table.BulkModel", Counting)
    table = BulkTable()
    qtbot.addWidget(table)
    table.resize(900, 400)
    table.show_rows(_shown(5_000))
    with qtbot.waitExposed(table):
        table.show()
    asked.clear()
    table.selectAll()
    table.grab()
    assert len(table.selected) == 5_000
    assert 0 < len(asked) < 2_500


def test_what_is_selected_stays_selected_in_another_order(qtbot: QtBot) -> None:
    table, shown = BulkTable(), _shown(20)
    qtbot.addWidget(table)
    table.show_rows(shown)
    table.select([2, 3, 7])
    places = set(shown.places[table.selected].tolist())
    turned = Shown(shown.finder, shown.places[::-1].copy())
    table.show_rows(turned)
    assert set(turned.places[table.selected].tolist()) == places
    assert table.selected.tolist() == [12, 16, 17]
    table.show_rows(Shown(shown.finder, shown.places[np.isin(shown.places, list(places), invert=True)]))
    assert not len(table.selected)


def test_what_is_selected_stays_selected_when_all_is_read_again(qtbot: QtBot) -> None:
    found = [(1, 0, "dent", "m@1", 0.9, Verdict.OPEN), (2, 1, "dent", "m@1", 0.8, Verdict.OPEN)]
    nothing = [(0, 2, "", "m@1", 0.0, Verdict.OPEN), (0, 3, "", "m@1", 0.0, Verdict.OPEN)]
    before = Finder(rows_of(found + nothing, "abcd"), Backing())
    more = [(9, 0, "dent", "m@1", 0.95, Verdict.OPEN), (2, 2, "dent", "m@1", 0.8, Verdict.OPEN),
            (0, 1, "", "m@1", 0.0, Verdict.OPEN), (0, 4, "", "m@1", 0.0, Verdict.OPEN)]  # fmt: skip
    after = Finder(rows_of(more, "a_bcd"), Backing())
    for view in (BulkTable(), BulkGallery()):
        qtbot.addWidget(view)
        shown, again = (Shown(one, np.arange(4, dtype=np.int32)) for one in (before, after))
        more_words = () if isinstance(view, BulkTable) else (Show.LOWEST,)
        view.show_rows(shown, *more_words)
        view.select([1, 3])
        view.show_rows(again, *more_words)
        kept = [again.line(number) for number in view.selected]
        assert [(line.suggestion, line.image) for line in kept] == [(2, "b"), (0, "d")]


@given(ROWS)
def test_an_act_is_counted_as_it_would_be_done(made: list[Row]) -> None:
    finder = Finder(rows_of(made, IMAGES), Backing())
    shown = Shown(finder, finder.order(Column.SCORE)[::2].copy())
    wanted = (len(shown), len(shown.acceptable(shown.places)), len(shown.rejectable(shown.places)),
              len(finder.images_of(shown.places)))  # fmt: skip
    assert (shown.reach.rows, shown.reach.acceptable, shown.reach.rejectable, shown.reach.images) == wanted


def test_the_row_that_keys_go_on_from_is_marked_without_being_selected(qtbot: QtBot) -> None:
    table = BulkTable()
    qtbot.addWidget(table)
    table.show_rows(_shown(5))
    table.resize(900, 300)
    table.show()
    table.setCurrentIndex(table.rows.index(1, 3))
    table.clearSelection()
    QTest.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert (table.currentIndex().row(), len(table.selected)) == (2, 0)
    seen = table.viewport().grab().toImage()
    marks = [seen.pixelColor(1, table.rowViewportPosition(row) + 14).name() for row in range(5)]
    assert [mark != marks[0] for mark in marks] == [False, False, True, False, False]


def test_delete_never_means_all_that_is_shown(qtbot: QtBot) -> None:
    table, asked = BulkTable(), []
    qtbot.addWidget(table)
    table.reject_asked.connect(lambda: asked.append(table.selected.tolist()))
    table.show_rows(_shown(5))
    QTest.keyClick(table, Qt.Key.Key_Delete)
    assert not asked
    table.select([1, 2])
    QTest.keyClick(table, Qt.Key.Key_Delete)
    assert asked == [[1, 2]]


def test_names_are_ticked_and_none_means_all(qtbot: QtBot) -> None:
    choice = ManyChoice("labels", "All labels", lambda count: f"{count} labels", "")
    qtbot.addWidget(choice)
    choice.offer({name: name.upper() for name in "abcdefghij"})
    choice.choose(frozenset("b"))
    assert choice.text() == "B"
    choice.choose(frozenset("bc"))
    assert choice.text() == "2 labels"
    choice.popup.show_names({"b": "B", "c": "C"}, choice.chosen)
    choice.popup.all_button.click()
    assert choice.chosen == frozenset()
    assert choice.text() == "All labels"


@pytest.mark.parametrize("count", [1, 3, 12])
def test_a_few_names_stand_there_whole(qtbot: QtBot, count: int) -> None:
    theme.apply(QApplication.instance(), theme.Mode.LIGHT)
    choice = ManyChoice("labels_choice", "All labels", "{} labels".format, "")
    qtbot.addWidget(choice)
    choice.offer({f"name{place}": f"name {place}" for place in range(count)})
    choice.show()
    choice.click()
    assert choice.popup.list.verticalScrollBar().maximum() == 0
    last = choice.popup.list.visualItemRect(choice.popup.list.item(count - 1))
    assert choice.popup.list.viewport().rect().contains(last)


def test_each_kind_of_row_can_be_asked_for(qtbot: QtBot) -> None:
    filters = FilterRow()
    qtbot.addWidget(filters)
    for show in Show:
        filters.choose_show(show)
        assert filters.criteria(0.2, 0.8).show is show
    filters.backing.setCurrentIndex(1)
    assert filters.criteria(0.0, 1.0).rare_below == 40
    assert filters.narrows
    filters.clear()
    assert not filters.narrows
    assert filters.criteria(0.0, 1.0).verdicts == {Verdict.OPEN}


def test_opening_a_folder_mends_what_was_half_moved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    dataset = Dataset.open(make_dataset(tmp_path / "d", {}, count=3))
    monkeypatch.setattr(setting_aside, "_settle", _crash)
    with pytest.raises(KeyboardInterrupt):
        setting_aside.set_aside(dataset, ["a", "b"], "Set aside")
    monkeypatch.undo()
    assert len(Dataset.open(dataset.root).entries) == 1
    mended, _labels = open_project(dataset.root)
    assert [entry.name for entry in mended.entries] == ["a", "b", "c"]
    assert not (dataset.root / SET_ASIDE).exists()


def _crash(_journal: object) -> None:
    raise KeyboardInterrupt


@pytest.mark.parametrize(("width", "words"), [(1300, "Accept 163"), (860, "Accept 163"), (420, "163")])
def test_acts_are_named_where_there_is_room_for_their_words(qtbot: QtBot, width: int, words: str) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    book = ActionBook(window)
    for name in ("bulk_accept", "bulk_relabel", "bulk_reject", "bulk_tag", "bulk_set_aside"):
        book.add(ActionSpec(name=name, text=name, menu=Menu.DATASET))
    bar = ActionBar(book)
    qtbot.addWidget(bar)
    bar.show_reach(Reach(rows=163, acceptable=163, rejectable=163, images=32))
    bar.resize(width, 40)
    bar.show()
    assert bar.findChild(QPushButton, "bulk_accept_button").text() == words
    assert bar.words.shown_text.startswith("Nothing selected")
