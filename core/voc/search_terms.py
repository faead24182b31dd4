"""What can be asked in a search: the keys, the values that each takes, and how a value is read."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

from core.errors import SearchError
from core.voc.annotation import State

SHAPES = ("box", "polygon", "path", "point", "mask", "rotated")
"""The kinds of shape, in the order of their numbers in the index; a rotated box is a kind of its own."""
FLAGS = ("difficult", "truncated", "occluded", "locked", "hidden", "text", "group")
"""What an object can be, in the order of their bits in the index; the last two: it has a text, it is in a group."""
OWNINGS = ("objects", "tags", "suggestions", "problem", "file")
"""What an image can have beside the shapes and flags of its objects."""

_STATES = {state.value: state.value for state in State} | {"work": "in work", "in-work": "in work", "inwork": "in work"}
_NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)%?")
_SIGNS = re.compile(r"(<=|>=|<|>|=)?(.*)", re.DOTALL)


class Match(Enum):
    """How a text is compared: wholly as written, or, in any capitals, wholly, as a part, or by ``*`` and ``?``."""

    EXACT = "exact"
    WHOLE = "whole"
    PART = "part"
    PATTERN = "pattern"


@dataclass(frozen=True)
class Words:
    """A text to be compared with; folded to small letters unless the match is exact."""

    text: str
    match: Match


@dataclass(frozen=True)
class Span:
    """The numbers from ``low`` to ``high`` (None: without end), each end included unless it is said to be open."""

    low: float | None = None
    high: float | None = None
    low_open: bool = False
    high_open: bool = False


Value: TypeAlias = Words | Span | str
"""One value of a term: a text, a stretch of numbers or one of the key's choices."""


class Kind(Enum):
    """What values a key takes."""

    WHOLE_WORDS = "whole words"
    PART_WORDS = "part of words"
    NUMBER = "number"
    CHOICE = "choice"


@dataclass(frozen=True)
class Key:
    """One key: what it asks of, a thing in the image (an object or a suggestion) or the image, and its values."""

    name: str
    kind: Kind
    of_thing: bool
    meaning: str
    choices: tuple[str, ...] = ()


_ALL = (
    Key("label", Kind.WHOLE_WORDS, True, "an object of that label"),
    Key("tag", Kind.WHOLE_WORDS, False, "a tag of the image"),
    Key("state", Kind.CHOICE, False, "how far the labelling is", tuple(State)),
    Key("score", Kind.NUMBER, True, "a suggestion with such a score, 0 to 1"),
    Key("w", Kind.NUMBER, True, "an object so many pixels wide"),
    Key("h", Kind.NUMBER, True, "an object so many pixels high"),
    Key("area", Kind.NUMBER, True, "an object of so many square pixels"),
    Key("aspect", Kind.NUMBER, True, "an object whose width is so many times its height"),
    Key("x", Kind.NUMBER, True, "an object with its middle there, 0 left to 1 right"),
    Key("y", Kind.NUMBER, True, "an object with its middle there, 0 top to 1 bottom"),
    Key("shape", Kind.CHOICE, True, "an object of that shape", SHAPES),
    Key("is", Kind.CHOICE, True, "an object that is so", FLAGS[:5]),
    Key("text", Kind.PART_WORDS, True, "an object with that text"),
    Key("n", Kind.NUMBER, False, "so many objects in the image"),
    Key("name", Kind.PART_WORDS, False, "the file name holds this"),
    Key("has", Kind.CHOICE, False, "the image has one", (*OWNINGS, *SHAPES, *FLAGS)),
)
KEYS: Mapping[str, Key] = {key.name: key for key in _ALL}
"""Every key by its name, in the order in which they are offered."""


def key_of(name: str, term: str) -> Key:
    """Return the key of that name, in whatever capitals.

    Raises:
        SearchError: there is none.
    """
    found = KEYS.get(name.casefold())
    if found is None:
        raise SearchError(f"'{term}': there is no '{name}' to search by; possible are {', '.join(KEYS)}.")
    return found


def read_value(key: Key, sign: str, text: str, *, quoted: bool, term: str) -> Value:
    """Return one value of a term; ``sign`` is what stood before it (":", "=", "<" ...), ``term`` is named in errors.

    Raises:
        SearchError: the key does not take such a value.
    """
    if not text:
        raise SearchError(f"'{term}' lacks a value: {_wanted(key)}.")
    if key.kind is Kind.NUMBER:
        return _span(key, sign, text, term)
    if sign not in (":", "="):
        raise SearchError(f"'{term}': {key.name} is no number, so it takes ':' or '=' alone: {_wanted(key)}.")
    if key.kind is Kind.CHOICE:
        return _choice(key, text, term)
    return words(text, part=key.kind is Kind.PART_WORDS, quoted=quoted, exact=sign == "=")


def words(text: str, *, part: bool, quoted: bool = False, exact: bool = False) -> Words:
    """Return a text to compare with; ``*`` and ``?`` stand for any signs and one sign where it was not quoted."""
    if exact:
        return Words(text, Match.EXACT)
    if not quoted and ("*" in text or "?" in text):
        return Words(text.casefold(), Match.PATTERN)
    return Words(text.casefold(), Match.PART if part else Match.WHOLE)


def _choice(key: Key, text: str, term: str) -> str:
    wanted = text.casefold()
    if key.name == "state":
        wanted = _STATES.get(wanted, wanted)
    if wanted not in key.choices:
        raise SearchError(f"'{term}': {_wanted(key)}.")
    return str(wanted)


def _span(key: Key, sign: str, text: str, term: str) -> Span:
    """Return the numbers meant by "5", "<5", ">=5", "5..9", "5.." or "..9"; the sign may stand before the text."""
    if sign == ":":
        found = _SIGNS.fullmatch(text)
        assert found is not None  # every text matches
        sign, text = found[1] or "=", found[2]
    low, dots, high = text.partition("..")
    if dots and sign == "=" and (low or high):
        return Span(_number(key, low, term) if low else None, _number(key, high, term) if high else None)
    number = _number(key, text, term)
    spans: dict[str, Callable[[], Span]] = {
        "=": lambda: Span(number, number),
        "<": lambda: Span(high=number, high_open=True),
        "<=": lambda: Span(high=number),
        ">": lambda: Span(low=number, low_open=True),
        ">=": lambda: Span(low=number),
    }
    return spans[sign]()


def _number(key: Key, text: str, term: str) -> float:
    if not _NUMBER.fullmatch(text):
        raise SearchError(f"'{term}': {_wanted(key)}.")
    return float(text[:-1]) / 100 if text.endswith("%") else float(text)


def _wanted(key: Key) -> str:
    """Return what may stand behind the key."""
    if key.kind is Kind.CHOICE:
        return f"possible are {', '.join(key.choices)}"
    if key.kind is Kind.NUMBER:
        return f"write a number, as {key.name}:12, {key.name}<12 or {key.name}:10..20"
    example = {"label": "scratch", "tag": "NG", "text": "A12", "name": "part_0*"}[key.name]
    return f"write a text, as {key.name}:{example}, with quotes round one that has spaces"
