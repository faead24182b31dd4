"""The figures of the dataset: counted when looked at, and each part leads to the images behind it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QTableWidget

from core.geometry import Box
from core.voc.annotation import VocObject
from desktop.browse.statistics_page import StatisticsPage
from tests.e2e.desk import Desk

SCRATCH = VocObject(label="scratch", shape=Box(0, 0, 40, 20))
DENT = VocObject(label="red dent", shape=Box(300, 200, 304, 204))


@pytest.fixture
def desk(open_desk: Callable[..., Desk]) -> Desk:
    """Four images, of which a and c have scratches and c a tiny dent, with the figures open."""
    desk = open_desk(count=4, a=(SCRATCH, SCRATCH), c=(SCRATCH, DENT))
    desk.keys("Alt+5")
    desk.person.wait_until(lambda: bool(_page(desk).rows), "the figures are counted")
    return desk


def _page(desk: Desk) -> StatisticsPage:
    return desk.person.window.app.browse.statistics


def _click(desk: Desk, chart: str, x: float, y: float) -> None:
    """Click at a point of a chart's own coordinates."""
    plot = _page(desk).chart(chart).plot
    desk.person.rest(30)  # the axes have settled
    place = plot.mapFromScene(plot.getPlotItem().vb.mapViewToScene(QPointF(x, y)))
    QTest.mouseMove(plot.viewport(), place)
    QTest.mouseClick(plot.viewport(), Qt.MouseButton.LeftButton, pos=place)


def _shown(desk: Desk) -> list[str]:
    places = desk.person.window.app.browse.gallery.view.places
    return [desk.page.parts.images.model.name_at(place) for place in places]


def test_the_figures_are_right(desk: Desk) -> None:
    rows = {(figure, name): value for figure, name, value, _query in _page(desk).rows}
    assert rows["Objects per label", "scratch"] == 3
    assert rows["Images per label", "scratch"] == 2
    assert rows["Images per label", "red dent"] == 1
    assert rows["Images per state", "new"] == 2
    assert rows["Objects per image", "2"] == 2
    assert rows["Sizes", "Objects under 5 × 5 pixels at 320"] == 1


def test_a_click_on_a_bar_shows_the_images_behind_it(desk: Desk) -> None:
    _click(desk, "labels", 0.5, -1)
    gallery = desk.person.window.app.browse.gallery
    assert gallery.isVisible()
    assert gallery.search.text() == 'label="red dent"'
    desk.person.wait_until(lambda: _shown(desk) == ["c"], "the image is shown")


def test_few_images_are_counted_in_whole_ones(desk: Desk) -> None:
    for chart, side in (("counts", "left"), ("labels", "bottom")):
        axis = _page(desk).chart(chart).plot.getAxis(side)
        assert [text for _place, text in axis._tickLevels[0]][:3] == ["0", "1", "2"]


def test_what_no_chart_shows_is_not_explained(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(count=2)
    desk.keys("Alt+5")
    desk.person.wait_until(lambda: bool(_page(desk).rows), "the figures are counted")
    assert _page(desk).chart("sizes").note.isHidden()
    desk.person.wait_until(_page(desk).chart("states").note.isVisible, "that of a chart with figures is shown")


def test_a_click_on_the_map_and_on_a_point(desk: Desk) -> None:
    _click(desk, "heat", 302 / 400, 202 / 300)
    desk.person.wait_until(lambda: _shown(desk) == ["c"], "the image with an object there is shown")
    desk.keys("Alt+5")
    _click(desk, "sizes", 1.60206, 1.30103)  # the logarithms of 40 and 20
    desk.person.wait_until(lambda: _shown(desk) == ["a", "c"], "those with such a size are shown")


def test_the_table_leads_there_as_well(desk: Desk) -> None:
    QTest.mouseClick(_page(desk).as_table, Qt.MouseButton.LeftButton)
    table = desk.find(QTableWidget, "statistics_table")
    row = next(n for n in range(table.rowCount()) if table.item(n, 1).text() == "new")
    table.setFocus()
    table.setCurrentCell(row, 0)
    QTest.keyClick(table, Qt.Key.Key_Return)
    desk.person.wait_until(lambda: _shown(desk) == ["b", "d"], "the new images are shown")


def test_figures_of_one_label_alone(desk: Desk) -> None:
    page = _page(desk)
    page.labels.setCurrentIndex(page.labels.findData("red dent"))
    page.labels.activated.emit(page.labels.currentIndex())
    desk.person.wait_until(lambda: page.chart("heat").prefix == 'label="red dent" ', "they are counted anew")
    assert page._found.sizes.tolist() == [[4, 4]]


def test_the_figures_are_exported(desk: Desk, tmp_path: Path) -> None:
    _page(desk).table.write_csv(tmp_path / "out.csv")
    lines = (tmp_path / "out.csv").read_text(encoding="utf-8").splitlines()
    assert lines[0] == "figure,name,number,search"
    assert any(line.startswith("Objects per label,scratch,3,") for line in lines)


def test_a_file_that_cannot_be_written_is_a_sentence(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    nowhere = tmp_path / "file" / "out.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(nowhere), ""))
    QTest.mouseClick(_page(desk).export, Qt.MouseButton.LeftButton)
    banner = desk.person.window.banner
    assert banner.isVisible()
    assert f"{nowhere}: could not be written" in banner.text.text()


def test_an_empty_dataset_says_so(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(count=2)
    desk.keys("Alt+5")
    desk.person.wait_until(lambda: bool(_page(desk).rows), "the figures are counted")
    assert _page(desk).chart("labels")._hint.text() == "No object is labelled yet."
