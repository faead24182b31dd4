"""Numbers stand everywhere as the system writes them."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale

from desktop.numbers import counted, number


@pytest.fixture
def german() -> Iterator[None]:
    """A system that writes as in Germany."""
    before = QLocale()
    QLocale.setDefault(QLocale("de"))
    yield
    QLocale.setDefault(before)


@pytest.mark.usefixtures("german")
def test_thousands_are_parted_in_numbers_and_in_words() -> None:
    assert (number(7789), number(-1234.56, 1)) == ("7.789", "−1.234,6")
    assert counted("Bring back 9292 images", 9292) == "Bring back 9.292 images"
    assert counted("1 image", 1) == "1 image"
