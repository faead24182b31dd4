"""What core says in English is said in the language of the window, with the same values."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtWidgets import QApplication

from core.errors import AnnotationFileError, InputError, InvalidValueError, WriteError
from core.voc.annotation import checked_text
from desktop.error_words import translated, words_of
from tests.conftest import PROJECT

sys.path.append(str(PROJECT / "packaging"))
import core_errors


class Backwards(QTranslator):
    """A language whose words are English between marks, its values the other way round."""

    def isEmpty(self) -> bool:
        return False

    def translate(self, context: str, source: str, _comment: str | None = None, _number: int = -1) -> str:
        if context != "CoreErrors":
            return ""
        holes = source.count("{")
        for place in range(holes):
            source = source.replace(f"{{{place}}}", f"<{holes - 1 - place}>")
        return "« " + source.replace("<", "{").replace(">", "}") + " »"


@pytest.fixture
def _backwards(qapp: QApplication) -> Iterator[None]:
    language = Backwards()
    qapp.installTranslator(language)
    yield
    QCoreApplication.removeTranslator(language)


def test_the_window_knows_the_sentences_that_core_has_now() -> None:
    known = (PROJECT / "resources" / "translations" / "core_errors.txt").read_text("utf-8").splitlines()
    assert known == core_errors.templates(), "run `make translations`"


@pytest.mark.usefixtures("_backwards")
def test_every_sentence_is_recognised_with_its_values() -> None:
    for template in core_errors.templates():
        values = [f"value-{number}" for number in range(template.count("{"))]
        words = translated(template.format(*values))
        assert words.startswith("« "), template
        assert all(value in words for value in values), template


@pytest.mark.usefixtures("_backwards")
def test_what_core_really_raises_is_translated_and_its_file_stays_in_front() -> None:
    with pytest.raises(InvalidValueError) as raised:
        checked_text(" dent", "label")
    assert words_of(raised.value).startswith("« The ' dent' label begins or ends with a space")
    broken = AnnotationFileError(Path("a.xml"), "is empty: remove it or restore an older copy.", 3)
    assert words_of(broken) == "a.xml:3: « is empty: remove it or restore an older copy. »"
    assert words_of(WriteError(Path("a.xml"), "no space")) == (
        "« no space: could not be written (a.xml); what was there is unchanged »"
    )
    assert words_of(WriteError(Path("a.db"), "another program is writing to it; try again in a moment")) == (
        "« « another program is writing to it; try again in a moment »: could not be written (a.db); what was there is "
        "unchanged »"
    )


@pytest.mark.usefixtures("_backwards")
def test_what_nobody_translates_stays_as_it_is() -> None:
    assert words_of(InputError("An error {of no} template.")) == "An error {of no} template."
    assert words_of(OSError("no such file")) == "no such file"


def test_in_english_every_sentence_stays_as_it_is() -> None:
    for template in core_errors.templates():
        sentence = template.format(*("{odd} %n" for _ in range(template.count("{"))))
        assert translated(sentence) == sentence
