from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from desktop.main_window import MainWindow
from desktop.settings import Settings
from desktop.tour import TourDialog, stops


def test_the_tour_greets_once(window: MainWindow, settings: Settings) -> None:
    window.app.comfort.greet()
    tour = window.findChild(TourDialog)
    QTest.mouseClick(tour.findChild(QPushButton, "tour_begin"), Qt.MouseButton.LeftButton)
    assert settings.tour_seen
    window.app.comfort.greet()
    assert not any(dialog.isVisible() for dialog in window.findChildren(TourDialog))


def test_every_stop_names_keys_that_work(window: MainWindow) -> None:
    window.actions_by_name["tour"].trigger()
    tour = window.findChild(TourDialog)
    caps = [label.text() for label in tour.findChildren(QLabel) if label.property("role") == "key"]
    assert len(caps) == sum(len(stop.actions) for stop in stops(window.actions_by_name))
    tour.close()
