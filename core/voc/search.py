"""The search language: ``label:scratch score:<0.5 state:new -tag:NG w<12 part_0*`` as a value.

Terms stand between spaces and all of them must hold. A term is a key, a sign and a value: ``w<12``, ``w:10..20``,
``tag:NG``; several values with commas between mean any of them, a minus before the term means that it does not hold.
Values with spaces or commas stand in quotes. A word without a key is looked for in the file name.

What is asked of a thing (label, size, shape, text, score) must hold of one and the same object: ``label:scratch w<12``
finds scratches narrower than 12 pixels. Each further ``label:`` begins another thing. Where a score is asked for, the
thing is a suggestion that waits for a verdict. A term with a minus stands by itself: no such thing is in the image.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from core.errors import SearchError
from core.voc.search_terms import KEYS, Key, Match, Value, Words, key_of, read_value, words

MOST = 300
"""More terms than this, or values of one, would nest deeper than the database reads."""
_HEAD = re.compile(r"(\w+)(:|<=|>=|<|>|=)")
_QUOTES = "\"'"


@dataclass(frozen=True)
class Term:
    """One term: its key, its values, of which one must hold, and whether none may; ``text`` is how it was written."""

    key: Key
    values: tuple[Value, ...]
    negated: bool = False
    text: str = ""


@dataclass(frozen=True)
class Query:
    """All terms of a search; an empty one finds every image."""

    terms: tuple[Term, ...] = ()

    @property
    def things(self) -> tuple[tuple[Term, ...], ...]:
        """The terms that must hold of one thing together, for each thing asked for."""
        groups: list[list[Term]] = []
        for term in self.terms:
            if not term.key.of_thing or term.negated:
                continue
            begun = bool(groups) and any(other.key is KEYS["label"] for other in groups[-1])
            if not groups or (term.key is KEYS["label"] and begun):
                groups.append([])
            groups[-1].append(term)
        return tuple(map(tuple, groups))

    @property
    def others(self) -> tuple[Term, ...]:
        """The terms that stand by themselves: those asked of the image, and those with a minus."""
        return tuple(term for term in self.terms if term.negated or not term.key.of_thing)


def parse(text: str) -> Query:
    """Return the query that ``text`` says.

    Raises:
        SearchError: a term cannot be understood; one sentence names it and what is possible.
    """
    query = Query(tuple(_term(raw) for raw in _split(text, " \t\n\u3000")))
    longest = max((len(term.values) for term in query.terms if not _is_list(term)), default=0)
    if max(longest, len(query.terms)) > MOST:
        raise SearchError(f"A search holds at most {MOST} terms, and a term so many values: shorten it.")
    return query


def term(key: str, *values: str, sign: str = "=") -> str:
    """Return a term that finds exactly these texts, quoted where that is needed, to be put into a search line."""
    return f"{key}{sign}{','.join(map(quoted, values))}"


def quoted(value: str) -> str:
    """Return the value as it is written in a search: in quotes where it has a sign that means something."""
    if value and not re.search(r"[\s,*?\"'\\<>=:]|^-", value):
        return value
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _is_list(term: Term) -> bool:
    """Tell whether the term names images exactly, which may be any number."""
    return all(isinstance(value, Words) and value.match is Match.EXACT for value in term.values) and (
        term.key is KEYS["name"]
    )


def _term(raw: str) -> Term:
    negated = raw.startswith("-") and len(raw) > 1
    body = raw[1:] if negated else raw
    head = _HEAD.match(body)
    if head is None:
        text, was_quoted = _unquoted(body)
        if not text:
            raise SearchError(f"'{raw}' holds no word to look for: write a part of the file name.")
        return Term(KEYS["name"], (words(text, part=True, quoted=was_quoted),), negated, raw)
    key, sign, rest = key_of(head[1], raw), head[2], body[head.end() :]
    values = []
    for part in _split(rest, ",", empty=True):
        text, was_quoted = _unquoted(part)
        values.append(read_value(key, sign, text, quoted=was_quoted, term=raw))
    return Term(key, tuple(values), negated, raw)


def _split(text: str, separators: str, *, empty: bool = False) -> Iterator[str]:
    """Yield the parts between separators that stand outside quotes; with ``empty`` those of no length as well."""
    start, quote, place = 0, "", 0
    while place < len(text):
        sign = text[place]
        if quote:
            place += sign == "\\"
            quote = "" if sign == quote else quote
        elif sign in _QUOTES and _opens(text, place, start):
            quote = sign
        elif sign in separators:
            if empty or place > start:
                yield text[start:place]
            start = place + 1
        place += 1
    if empty or start < len(text):
        yield text[start:]


def _opens(text: str, place: int, start: int) -> bool:
    """Tell whether a quote there begins a quoted value: at the beginning of a word or behind a sign."""
    return place == start or text[place - 1] in ":=<>,-"


def _unquoted(part: str) -> tuple[str, bool]:
    """Return the text without its quotes, and whether it had any; a quote that is still open ends with the text."""
    if part[:1] not in tuple(_QUOTES):
        return part, False
    inside = re.match(rf"(?:\\.|[^\\{part[0]}])*", part[1:], re.DOTALL)
    assert inside is not None  # it may be empty
    return re.sub(r"\\(.)", r"\1", inside[0], flags=re.DOTALL), True
