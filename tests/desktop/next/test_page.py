"""The page that says what to label next, by itself."""

from pytestqt.qtbot import QtBot

from desktop.next.page import NextPage


def test_how_far_the_looking_is_can_be_read_above_the_bar(qtbot: QtBot) -> None:
    page = NextPage()
    qtbot.addWidget(page)
    page.show()
    assert not page.doing.isVisible()
    page.show_working(0, 0)
    page.show_working(96, 384)
    assert page.doing.isVisible()
    assert page.doing.text() == "Looking at the images: 96 of 384"
    assert not page.progress.isTextVisible()
    assert page.doing.geometry().bottom() < page.progress.geometry().top()
    page.stop_working()
    assert not page.doing.isVisible()
