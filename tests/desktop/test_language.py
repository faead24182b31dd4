import sys
from pathlib import Path

import pytest

from desktop import language
from tests.conftest import PROJECT

sys.path.append(str(PROJECT / "packaging"))
import translations

TRANSLATIONS = PROJECT / "resources" / "translations"


@pytest.fixture(scope="module")
def texts() -> list[translations.Text]:
    return translations.collect()


def test_every_text_of_the_window_has_a_german_one(texts: list[translations.Text]) -> None:
    german = translations.read(TRANSLATIONS / "annotrain_de.ts")
    assert [text for text in texts if text not in german] == [], "run `make translations`, then translate"


def test_a_translation_keeps_every_place_that_is_filled_in() -> None:
    for text, forms in translations.read(TRANSLATIONS / "annotrain_de.ts").items():
        for form in forms:
            assert _places(form) <= _places(text.source), text
            assert text.plural or _places(form) == _places(text.source), text


def test_the_compiled_files_are_those_of_the_sources(tmp_path: Path) -> None:
    for source in TRANSLATIONS.glob("*.ts"):
        compiled = tmp_path / "again.qm"
        translations.compile_to(source, compiled)
        assert compiled.read_bytes() == source.with_suffix(".qm").read_bytes(), "run `make translations`"


def test_a_text_that_nobody_collects_is_found_out(tmp_path: Path) -> None:
    (tmp_path / "page.py").write_text(
        'def _tr(text: str) -> str:\n    return QCoreApplication.translate("Page", text)\n\n\n'
        'class Panel:\n    def words(self) -> str:\n        a = self.tr("one") + _tr("two")\n'
        '        return self.tr("%n dog(s)", "", 2)\n'
    )
    assert sorted(translations.texts_below(tmp_path)) == [
        translations.Text("Page", "two"),
        translations.Text("Panel", "%n dog(s)", plural=True),
        translations.Text("Panel", "one"),
    ]


def test_a_language_that_is_not_there_is_english() -> None:
    assert language.resolved("de") == "de"
    assert language.resolved("xx") == "en"


def _places(text: str) -> set[str]:
    return {part.split("}")[0] for part in text.split("{")[1:]} | ({"%n"} if "%n" in text else set())
