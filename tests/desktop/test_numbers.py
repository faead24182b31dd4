"""Numbers stand everywhere as the system writes them."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from pytestqt.qtbot import QtBot

from desktop import language
from desktop.evaluate.words import share
from desktop.models.card_words import figure_words
from desktop.numbers import number


@pytest.fixture(params=["en", "de"])
def german(qtbot: QtBot, request: pytest.FixtureRequest) -> Iterator[str]:
    """A system that writes as in Germany, and a window in one of the languages."""
    del qtbot
    before = QLocale()
    language.use(request.param)
    QLocale.setDefault(QLocale("de"))
    yield request.param
    language.use("en")
    QLocale.setDefault(before)


def test_thousands_are_parted_in_numbers_and_in_words(german: str) -> None:
    assert (number(7789), number(-1234.56, 1)) == ("7.789", "−1.234,6")
    counts = [QCoreApplication.translate("BulkWork", "%n image(s)", "", count) for count in (1, 9292)]
    assert counts == {"en": ["1 image", "9.292 images"], "de": ["1 Bild", "9.292 Bildern"]}[german]


def test_figures_of_networks_are_written_so_too(german: str) -> None:
    del german
    assert (figure_words(0.8024), share(0.5)) == ("0,802", "0,500")
