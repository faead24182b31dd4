"""The rules that say when to train again, while a person types and results come in."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.review.drift.values import Level
from core.review.retraining import Due, Rules, Why
from desktop.reports.retraining_card import RetrainingCard


@pytest.fixture
def card(qtbot: QtBot) -> RetrainingCard:
    card = RetrainingCard()
    qtbot.addWidget(card)
    card.show()
    card.show_rules(Rules(images=50))
    card.activateWindow()
    qtbot.waitUntil(card.isActiveWindow)
    return card


def test_a_number_that_is_being_typed_stays(card: RetrainingCard) -> None:
    said: list[Rules] = []
    card.rules_changed.connect(said.append)
    card.images.setFocus()
    card.images.selectAll()
    QTest.keyClicks(card.images, "12")
    card.show_rules(Rules(images=50))
    card.show_rules(Rules(images=40, days=7))  # chosen in another window meanwhile
    assert card.images.text() == "12"
    assert card.days.value() == 7
    QTest.keyClick(card.images, Qt.Key.Key_0)
    QTest.keyClick(card.images, Qt.Key.Key_Return)
    assert said[-1] == Rules(images=120, days=7)


def test_a_result_of_before_does_not_undo_a_choice(card: RetrainingCard) -> None:
    card.boxes[Why.IMAGES].click()
    card.show_rules(Rules(images=50))  # it was on its way when the box was clicked
    assert card.rules.images is None
    card.show_rules(Rules(images=None))
    assert card.rules.images is None


def test_another_project_shows_its_own_rules(card: RetrainingCard) -> None:
    card.images.setFocus()
    QTest.keyClicks(card.images, "1")
    card.forget()
    card.show_rules(Rules(images=50))
    assert card.rules == Rules(images=50)


def test_a_long_name_of_a_version_takes_no_more_room_than_there_is(card: RetrainingCard) -> None:
    usual = card.minimumSizeHint().width()
    card.show_due(Due(model="<b>" + "w" * 90 + "@12", rules=Rules(), images=60, days=3, drift=Level.DRIFT))
    words = card.standing[Why.IMAGES]
    assert words.toolTip().endswith("@12")
    assert "@12" in words.text()
    assert "&lt;b&gt;" in words.text()
    assert card.minimumSizeHint().width() < usual + 260


def test_a_check_that_could_not_tell_is_not_said_to_be_missing(card: RetrainingCard) -> None:
    for level, words in ((None, "not checked"), (Level.TOO_FEW, "too few"), (Level.UNEVEN, "no drift")):
        card.show_due(Due(model="bright@1", rules=Rules(), images=0, days=3, drift=level))
        assert words in card.standing[Why.DRIFT].text()
