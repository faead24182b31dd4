"""What an error of core says, in the language of the window.

Core writes its sentences in English and knows no other. Their templates are collected from its source, one a line, by
``make translations``; a sentence is recognised by its template, whose translation is filled with the same values.
"""

import re
from functools import cache
from importlib.resources import files

from PySide6.QtCore import QCoreApplication

from core.errors import FileError

_HOLE = re.compile(r"\\\{\d+\\\}")


def words_of(error: BaseException) -> str:
    """Return an error's sentence; in English where nobody has translated it."""
    sentence = str(error)
    if isinstance(error, FileError):
        return sentence.removesuffix(error.reason) + translated(error.reason)
    return translated(sentence)


def translated(sentence: str) -> str:
    """Return a sentence of core in the language of the window, as it is where no template fits.

    A value may be one itself, as the reason is why something could not be written.
    """
    for template, pattern in _patterns():
        found = pattern.fullmatch(sentence)
        if found is not None:
            values = map(translated, found.groups())
            return QCoreApplication.translate("CoreErrors", template).format(*values)
    return sentence


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return the templates with what they look like when filled, those that say most themselves first."""
    text = files("resources").joinpath("translations", "core_errors.txt").read_text(encoding="utf-8")
    templates = sorted(text.splitlines(), key=lambda line: -len(re.sub(r"\{\d+\}", "", line)))
    return tuple((template, re.compile(_HOLE.sub("(.*?)", re.escape(template)), re.DOTALL)) for template in templates)
