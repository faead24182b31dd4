"""Every dialog fits on a laptop of 1366 x 768, and on one of 1280 x 720 whose picture is scaled by 150 %."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QDialog, QFrame, QPushButton, QScrollArea, QToolButton, QWidget

from core.geometry import Box
from core.voc.annotation import VocObject
from desktop import room
from desktop.jobs.executor import Executor
from desktop.main_window import MainWindow
from desktop.room import FRAME, resize_to_fit
from tests.e2e.desk import Desk

DENT = VocObject(label="dent", shape=Box(60, 60, 160, 140))
LAPTOP, SCALED = QSize(1366, 768 - 40), QSize(820, 400)
"""What a laptop's screen leaves beside its bar, and what one of 1280 x 720 does at 150 %, without frame and title."""
DIALOGS = (
    "shortcuts", "preferences", "about", "tour", "import_dataset", "export_dataset", "merge_datasets",
    "resize_dataset", "dataset_settings", "rename_label", "merge_labels", "delete_label", "delete_small_objects",
)  # fmt: skip


def opened_by(desk: Desk, name: str) -> QDialog:
    """Return the dialog that an action opens."""
    window = desk.person.window
    known = window.findChildren(QDialog)
    window.actions_by_name[name].trigger()
    desk.person.wait_until(lambda: len(window.findChildren(QDialog)) > len(known), "the dialog is there")
    return next(dialog for dialog in window.findChildren(QDialog) if dialog not in known)


@pytest.mark.parametrize("name", DIALOGS)
def test_every_dialog_fits_and_can_be_made_as_small_as_a_scaled_screen(
    open_desk: Callable[..., Desk], name: str
) -> None:
    desk = open_desk(a=(DENT,))
    dialog = opened_by(desk, name)
    dialog.show()
    desk.person.rest(20)
    assert dialog.width() <= LAPTOP.width()
    assert dialog.height() <= LAPTOP.height() - FRAME.height()
    least = dialog.minimumSizeHint().expandedTo(dialog.minimumSize())
    assert least.boundedTo(SCALED) == least
    dialog.close()


def test_the_export_form_scrolls_where_it_is_low_and_its_buttons_stay(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(a=(DENT,))
    dialog = opened_by(desk, "export_dataset")
    box = dialog.findChild(QComboBox, "target_format_box")
    box.setCurrentIndex(box.findData("yolo"))
    go = dialog.findChild(QPushButton, "interchange_go_button")
    desk.person.wait_until(go.isEnabled, "the project is read")
    dialog.resize(SCALED)
    desk.person.rest(50)
    area = dialog.findChild(QScrollArea, "scrolled")
    assert area.verticalScrollBar().maximum() > 0
    losses = dialog.findChild(QWidget, "interchange_losses")
    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
    assert losses.visibleRegion().boundingRect().height() > 40
    assert dialog.rect().contains(go.geometry())
    QTest.mouseClick(go, Qt.MouseButton.LeftButton)
    desk.person.wait_until(dialog.findChild(QPushButton, "show_result_button").isVisible, "it is written")


def test_the_smallest_window_fits_a_scaled_screen_and_still_draws(
    open_desk: Callable[..., Desk], window: MainWindow
) -> None:
    desk = open_desk(a=(DENT,))
    window.resize(window.minimumSize())
    desk.person.rest(50)
    assert window.height() <= 480 - 40
    assert window.width() <= 853 - FRAME.width()
    palette = opened_by(desk, "palette")
    assert palette.height() < window.height()
    palette.close()
    desk.keys("B")
    desk.drag((200, 150), (300, 250))
    assert len(desk.shapes()) == 2


def test_a_dialog_gets_no_more_than_there_is_room_for(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    dialog = QDialog(window)
    monkeypatch.setattr(room, "room_for", lambda _widget: QSize(500, 300))
    resize_to_fit(dialog, 720, 200)
    assert dialog.size() == QSize(500, 200)


def test_every_tool_has_a_button_in_sight_in_the_lowest_window_and_works(
    open_desk: Callable[..., Desk], window: MainWindow
) -> None:
    desk = open_desk(a=(DENT,))
    widths = []
    for height in (900, 620, window.minimumHeight()):
        window.resize(1000, height)
        desk.person.rest(30)
        column = desk.find(QWidget, "tool_column")
        buttons = column.findChildren(QToolButton)
        assert len(buttons) == len(desk.page.page_actions.tools) + 9
        seen = [column.rect().contains(button.geometry()) and button.height() >= 24 for button in buttons]
        assert all(seen), height
        widths.append(column.width())
    assert widths == sorted(set(widths))
    desk.person.click("smart_tool_button")
    assert desk.canvas.tool.name == "smart"
    desk.person.click("box_tool_button")
    desk.drag((200, 150), (300, 250))
    assert len(desk.shapes()) == 2


def test_no_tool_moves_the_picture_when_it_is_taken(open_desk: Callable[..., Desk], window: MainWindow) -> None:
    desk = open_desk(a=(DENT,))
    threads = window.findChildren(Executor)
    desk.person.wait_until(lambda: not any(thread.busy for thread in threads), "what follows a folder is shown")
    for width in (820, 1000, 1360):
        window.resize(width, 700)
        desk.person.rest(60)
        places = set()
        for name in desk.page.page_actions.tools:
            desk.page.take_tool(name)
            desk.person.rest(10)
            places.add(desk.canvas.mapTo(window, QPoint(0, 0)).toTuple() + desk.canvas.size().toTuple())
        assert len(places) == 1, width


def test_the_rail_gives_up_its_words_before_a_page_is_out_of_reach(
    open_desk: Callable[..., Desk], window: MainWindow
) -> None:
    desk = open_desk(a=(DENT,))
    rail = desk.find(QWidget, "rail")
    for height, words in ((900, True), (720, True), (window.minimumHeight(), False)):
        window.resize(1000, height)
        desk.person.rest(30)
        buttons = rail.findChildren(QToolButton)
        assert all(rail.rect().contains(button.geometry()) for button in buttons)
        assert all(
            (button.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonTextUnderIcon) is words for button in buttons
        )
    desk.person.click("gallery_page_button")
    assert window.app.browse.gallery.isVisible()


def test_the_tour_lies_in_two_columns_where_it_can_and_in_one_where_not(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(a=(DENT,))
    tour = opened_by(desk, "tour")
    desk.person.rest(20)
    cards = [frame for frame in tour.findChildren(QFrame) if frame.property("role") == "card"]
    for width, columns in ((930, 2), (680, 1)):
        tour.resize(width, 500)
        desk.person.rest(20)
        assert len({card.x() for card in cards}) == columns
    tour.close()
