"""A query as a condition in SQL on the listing of images (``l``), their objects and the suggestions.

Most terms are answered by the image's digest in the listing: the bits of its labels, the least and largest width. Only
where that cannot decide are the objects of the images that are left looked at one by one.
"""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from core.voc.index_rows import MASK_BITS, STATES, bits
from core.voc.search import Query, Term
from core.voc.search_terms import FLAGS, KEYS, SHAPES, Match, Span, Value, Words

_OBJECT_NUMBERS = {
    "w": "o.w",
    "h": "o.h",
    "area": "o.area",
    "aspect": "o.w / nullif(o.h, 0)",
    "x": "(o.x0 + o.w / 2) / nullif(l.width, 0)",
    "y": "(o.y0 + o.h / 2) / nullif(l.height, 0)",
    "score": "o.score",
}
_DIGESTED = ("w", "h", "area")


@dataclass(frozen=True)
class Suggested:
    """Where suggestions lie: a database, and a SELECT on it (as ``review``) of those that wait for a verdict.

    Its columns are: image (name), label, score, kind (a name of ``SHAPES``), x0, y0, w, h.
    """

    path: Path
    rows: str


@dataclass(frozen=True)
class Clause:
    """A condition with the values of its question marks; ``sure`` says that it needs nothing else to be right."""

    sql: str
    values: tuple[object, ...] = ()
    sure: bool = True


_NEVER = Clause("0")
_ALWAYS = Clause("1")


def condition(connection: sqlite3.Connection, query: Query, suggested: Suggested | None) -> Clause:
    """Return the condition on the listing under which an image is found."""
    writer = _Writer(connection, suggested.rows if suggested else None)
    things = [writer.thing(group) for group in query.things]
    return _all([*(writer.other(term) for term in query.others), *things])


class _Writer:
    """Writes conditions; knows the numbers of labels and tags."""

    def __init__(self, connection: sqlite3.Connection, suggestions: str | None) -> None:
        self._connection = connection
        self._suggestions = suggestions

    def other(self, term: Term) -> Clause:
        """Return the condition of a term that stands by itself."""
        found = self.thing((term,)) if term.key.of_thing else _any([self._image(term, value) for value in term.values])
        return Clause(f"({found.sql}) IS NOT TRUE", found.values) if term.negated else found

    def thing(self, group: Sequence[Term]) -> Clause:
        """Return the condition that one object, or where a score is asked for one suggestion, is as all terms say."""
        if any(term.key is KEYS["score"] for term in group):
            return self._suggestion(group)
        digests = [self._digest(term) for term in group]
        if len(group) == 1 and digests[0].sure:
            return digests[0]
        exact = _all([_any([self._object(term, value) for value in term.values]) for term in group])
        objects = f"EXISTS (SELECT 1 FROM cache.objects o WHERE o.image = l.image AND {exact.sql})"
        return _all([*digests, Clause(objects, exact.values)])

    def _suggestion(self, group: Sequence[Term]) -> Clause:
        if self._suggestions is None:
            return _NEVER
        exact = _all([_any([_of_suggestion(term, value) for value in term.values]) for term in group])
        if any(term.key.name in ("x", "y") for term in group):  # they need the picture's size
            return Clause(f"EXISTS (SELECT 1 FROM ({self._suggestions}) o WHERE o.image = l.name AND {exact.sql})",
                          exact.values)  # fmt: skip
        return Clause(f"l.name IN (SELECT o.image FROM ({self._suggestions}) o WHERE {exact.sql})", exact.values)

    def _digest(self, term: Term) -> Clause:
        """Return what the image's digest says of a term; not sure where the objects have the last word."""
        return _any([self._digest_of(term, value) for value in term.values])

    def _digest_of(self, term: Term, value: Value) -> Clause:
        name = term.key.name
        if name == "label":
            return self._numbered("labels", "label_bits", value)
        if name == "shape":
            return Clause(f"l.shape_bits & {1 << SHAPES.index(str(value))}")
        if name == "is":
            return Clause(f"l.flag_bits & {1 << FLAGS.index(str(value))}")
        if name == "text":
            return Clause(f"l.flag_bits & {1 << FLAGS.index('text')}", sure=False)
        if name in _DIGESTED and isinstance(value, Span):
            return _ends(name, value)
        return Clause("l.objects > 0", sure=False)

    def _numbered(self, table: str, column: str, value: Value) -> Clause:
        """Return the condition that the image has one of the labels or tags that ``value`` means."""
        numbers = self._numbers(table, value)
        if not numbers:
            return _NEVER
        (largest,) = self._connection.execute(f"SELECT max(id) FROM cache.{table}").fetchone()
        return Clause(f"l.{column} & {bits(numbers)}", sure=largest < MASK_BITS)

    def _numbers(self, table: str, value: Value) -> list[int]:
        assert isinstance(value, Words)
        found = _words("name", value)
        rows = self._connection.execute(f"SELECT id FROM cache.{table} WHERE {found.sql}", found.values)
        return [number for (number,) in rows]

    def _object(self, term: Term, value: Value) -> Clause:
        """Return the condition on an object ``o``."""
        name = term.key.name
        if name == "label":
            return Clause(f"o.label IN ({', '.join(map(str, self._numbers('labels', value)))})")
        if name == "shape":
            return Clause(f"o.kind = {SHAPES.index(str(value))}")
        if name == "is":
            return Clause(f"o.flags & {1 << FLAGS.index(str(value))}")
        if isinstance(value, Words):
            return _all([Clause("o.text != ''"), _words("o.text", value)])
        assert isinstance(value, Span)
        return _span(_OBJECT_NUMBERS[name], value)

    def _image(self, term: Term, value: Value) -> Clause:
        """Return the condition of a term that is asked of the image."""
        name = term.key.name
        if name == "tag":
            found = self._numbered("tags", "tag_bits", value)
            numbers = ", ".join(map(str, self._numbers("tags", value)))
            tagged = f"EXISTS (SELECT 1 FROM cache.tagged t WHERE t.image = l.image AND t.tag IN ({numbers}))"
            return found if found.sure else _all([found, Clause(tagged)])
        if name == "state":
            return Clause(f"l.state = {[state.value for state in STATES].index(str(value))}")
        if isinstance(value, Span):
            return _span("l.objects", value)
        if isinstance(value, Words):
            return _file_name(value)
        return self._owning(value)

    def _owning(self, what: str) -> Clause:
        if what in SHAPES:
            return Clause(f"l.shape_bits & {1 << SHAPES.index(what)}")
        if what in FLAGS:
            return Clause(f"l.flag_bits & {1 << FLAGS.index(what)}")
        if what == "suggestions":
            rows = self._suggestions
            return Clause(f"l.name IN (SELECT o.image FROM ({rows}) o)") if rows else _NEVER
        return {
            "objects": Clause("l.objects > 0"),
            "tags": Clause("l.tag_bits"),
            "problem": Clause("l.problem"),
            "file": Clause("l.image > 0"),
        }[what]


def _of_suggestion(term: Term, value: Value) -> Clause:
    """Return the condition on a suggestion ``o``."""
    name = term.key.name
    if name == "label":
        assert isinstance(value, Words)
        return _words("o.label", value)
    if name == "shape":
        return Clause("o.kind = ?", (str(value),))
    if name == "area":
        assert isinstance(value, Span)
        return _span("o.w * o.h", value)
    if isinstance(value, Span):
        return _span(_OBJECT_NUMBERS[name], value)
    return _NEVER  # a suggestion has neither flags nor a text


def _ends(name: str, span: Span) -> Clause:
    """Return what the least and largest of an image's objects say; that is all where the span has one end."""
    found = [_span(f"l.max_{name}", Span(low=span.low, low_open=span.low_open))] if span.low is not None else []
    if span.high is not None:
        found.append(_span(f"l.min_{name}", Span(high=span.high, high_open=span.high_open)))
    whole = _all(found)
    return Clause(whole.sql, whole.values, sure=len(found) < 2)


def _span(column: str, span: Span) -> Clause:
    found = []
    if span.low is not None:
        found.append(Clause(f"{column} {'>' if span.low_open else '>='} ?", (span.low,)))
    if span.high is not None:
        found.append(Clause(f"{column} {'<' if span.high_open else '<='} ?", (span.high,)))
    return _all(found)


def _words(column: str, wanted: Words) -> Clause:
    match wanted.match:
        case Match.EXACT:
            return Clause(f"{column} = ?", (wanted.text,))
        case Match.WHOLE:
            return Clause(f"fold({column}) = ?", (wanted.text,))
        case Match.PART:
            return Clause(f"instr(fold({column}), ?)", (wanted.text,))
        case Match.PATTERN:
            return Clause(f"fold({column}) GLOB ?", (_glob(wanted.text),))


def _file_name(wanted: Words) -> Clause:
    """Return the condition on the file's name; a pattern stands for all of it, with or without folder and suffix."""
    if wanted.match is Match.EXACT:
        return Clause("l.name = ?", (wanted.text,))
    if wanted.match is not Match.PATTERN:
        return Clause("instr(l.file, ?)", (wanted.text,))
    pattern = _glob(wanted.text)
    return _any([Clause("l.file GLOB ?", (start + pattern + end,)) for start in ("", "*/") for end in ("", ".*")])


def _glob(pattern: str) -> str:
    return pattern.replace("[", "[[]")


def _all(clauses: Sequence[Clause]) -> Clause:
    return _joined(clauses, " AND ", _ALWAYS)


def _any(clauses: Sequence[Clause]) -> Clause:
    named = [clause for clause in clauses if clause.sql == "l.name = ?"]
    if len(named) > 1:  # thousands of names would nest too deeply
        others = [clause for clause in clauses if clause.sql != "l.name = ?"]
        names = json.dumps([clause.values[0] for clause in named])
        clauses = [*others, Clause("l.name IN (SELECT value FROM json_each(?))", (names,))]
    return _joined(clauses, " OR ", _NEVER)


def _joined(clauses: Iterable[Clause], word: str, nothing: Clause) -> Clause:
    found = list(clauses)
    if not found:
        return nothing
    values = tuple(value for clause in found for value in clause.values)
    return Clause(f"({word.join(clause.sql for clause in found)})", values, all(clause.sure for clause in found))
