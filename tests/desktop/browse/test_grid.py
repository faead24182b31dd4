"""Where the cells of the gallery lie, and that a hundred thousand scroll smoothly."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.voc.listing import Entries, Folders
from desktop.annotate.image_list import ImageListModel
from desktop.browse.gallery_page import GalleryPage
from desktop.browse.grid import Grid

_grids = st.builds(Grid, st.integers(0, 500), st.integers(50, 2500), st.integers(80, 256))


@given(grid=_grids, share=st.floats(0, 1))
def test_every_cell_is_found_at_its_middle_and_lies_within(grid: Grid, share: float) -> None:
    if not grid.count:
        return
    number = int(share * (grid.count - 1))
    x, y, width, height = grid.cell(number)
    assert grid.at(x + width // 2, y + height // 2) == number
    assert y + height <= grid.height
    assert number in grid.between(y, y + height)


@given(grid=_grids, top=st.integers(-500, 50_000), height=st.integers(1, 2000))
def test_what_is_in_sight_leaves_out_nothing(grid: Grid, top: int, height: int) -> None:
    seen = grid.between(top, top + height)
    for number in range(grid.count):
        _x, y, _width, tall = grid.cell(number)
        if y < top + height and y + tall > top:
            assert number in seen


def test_a_hundred_thousand_images_are_scrolled_through(qtbot: QtBot) -> None:
    model, here = ImageListModel(), Folders(Path("nowhere"), Path("nowhere"))
    model.set_entries(Entries(here, [f"part_{n:06}.png" for n in range(100_000)]))
    page = GalleryPage(model)
    qtbot.addWidget(page)
    page.resize(1200, 800)
    page.show()
    page.show_found(range(100_000))
    bar = page.view.verticalScrollBar()
    for step in range(1, 51):
        bar.setValue(bar.maximum() * step // 50)
        page.view.viewport().repaint()
    assert page.view.places[-1] == 99_999
    QTest.keyClick(page.view, Qt.Key.Key_End)
    assert page.view.selected == [99_999]
    page.thumbnails.shutdown()
