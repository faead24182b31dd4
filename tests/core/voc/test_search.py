"""The search language, and that SQL answers a query just as a naive look at every annotation does."""

import fnmatch
import random
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from core.errors import DatasetError, SearchError
from core.geometry import Box, Mask, Point, Polygon, Polyline
from core.inference.suggestion import Suggestion
from core.review.queries import suggested
from core.review.store import SuggestionStore, Verdict
from core.voc import annotation_file
from core.voc.annotation import GROUP, HIDDEN, LOCKED, ROTATION, TEXT, Annotation, VocObject
from core.voc.dataset import Dataset
from core.voc.index import DatasetIndex
from core.voc.index_rows import area_of, kind_of
from core.voc.search import MOST, Query, Term, parse, quoted, term
from core.voc.search_terms import FLAGS, OWNINGS, SHAPES, Match, Span, Value, Words

LABELS = ("scratch", "Scratch", "dent", "red cell", "a,b", 'say "so"', "x*")
TAGS = ("OK", "NG", "to do")
WIDTH, HEIGHT = 100, 80


class World:
    """A dataset of every kind of object on disk, and the same values in memory."""

    def __init__(self, root: Path) -> None:
        draw = random.Random(7)
        images = root / "JPEGImages"
        names = [f"part_{n:02d}" for n in range(40)] + ["Line A/part_01", "Ünter/ß[1]", "don't"]
        for name in names:
            (images / name).parent.mkdir(parents=True, exist_ok=True)
            Image.new("L", (WIDTH, HEIGHT)).save(images / f"{name}.png")
        self.dataset = Dataset.open(root)
        self.annotations: dict[str, Annotation | None] = {}
        self.suggestions: dict[str, list[Suggestion]] = {name: [] for name in names}
        for entry in self.dataset.entries:
            self.annotations[entry.name] = self._write(draw, entry.name) if draw.random() < 0.75 else None
        self.broken = names[3]
        self.dataset.entry(self.broken).annotation_path.parent.mkdir(parents=True, exist_ok=True)
        self.dataset.entry(self.broken).annotation_path.write_text("<annotation>")
        self._suggest(draw)
        self.index = DatasetIndex(self.dataset)
        list(self.index.summaries())

    def _write(self, draw: random.Random, name: str) -> Annotation:
        objects = tuple(_object(draw) for _ in range(draw.choice((0, 1, 1, 2, 3, 6))))
        tags = tuple(tag for tag in TAGS if draw.random() < 0.3)
        verified = draw.random() < 0.4
        annotation = Annotation(
            filename=f"{name}.png", width=WIDTH, height=HEIGHT, objects=objects, tags=tags,
            verified=verified, checked=verified and draw.random() < 0.5,
        )  # fmt: skip
        return annotation_file.write(self.dataset.entry(name).annotation_path, annotation)

    def _suggest(self, draw: random.Random) -> None:
        store = SuggestionStore.of(self.dataset)
        for name in self.suggestions:
            if draw.random() < 0.4:
                made = [_suggestion(draw, name) for _ in range(draw.randint(1, 3))]
                store.replace_open(name, "parts@1", made)
                self.suggestions[name] = made
        judged = next(s for s in store.open_suggestions() if len(self.suggestions[s.image]) == 1)
        store.give_verdict({judged.id: Verdict.REJECTED})
        self.suggestions[judged.image] = []
        store.close()

    def naive(self, query: Query) -> list[str]:
        """Return what a look at every value finds."""
        return [entry.name for entry in self.dataset.entries if self._matches(entry.name, query)]

    def _matches(self, name: str, query: Query) -> bool:
        things = all(self._has_thing(name, group) for group in query.things)
        others = (self._holds(name, found) != found.negated for found in query.others)
        return things and all(others)

    def _holds(self, name: str, found: Term) -> bool:
        if found.key.of_thing:
            return self._has_thing(name, (found,))
        return any(self._image(name, found.key.name, value) for value in found.values)

    def _has_thing(self, name: str, group: tuple[Term, ...]) -> bool:
        if any(found.key.name == "score" for found in group):
            things: list[object] = list(self.suggestions[name])
        else:
            things = list(self._objects(name))
        return any(all(any(_thing(t, g.key.name, v) for v in g.values) for g in group) for t in things)

    def _objects(self, name: str) -> tuple[VocObject, ...]:
        annotation = None if name == self.broken else self.annotations[name]
        return annotation.objects if annotation else ()

    def _image(self, name: str, key: str, value: Value) -> bool:
        annotation = None if name == self.broken else self.annotations[name]
        has_file = annotation is not None or name == self.broken
        match key, value:
            case "tag", Words():
                return any(_is(tag, value) for tag in (annotation.tags if annotation else ()))
            case "state", _:
                state = annotation.state.value if annotation else "in work" if has_file else "new"
                return state == value
            case "n", Span():
                return _within(len(self._objects(name)), value)
            case "name", Words(match=Match.EXACT):
                return name == value.text
            case "name", Words(match=Match.PART):
                return value.text in f"{name}.png".casefold()
            case "name", Words():
                file = f"{name}.png".casefold()
                stems = (file, file.rpartition("/")[2], file[:-4], file[:-4].rpartition("/")[2])
                pattern = value.text.replace("[", "[[]")
                return any(fnmatch.fnmatchcase(stem, pattern) for stem in stems)
        return {
            "objects": bool(self._objects(name)),
            "tags": bool(annotation and annotation.tags),
            "suggestions": bool(self.suggestions[name]),
            "problem": name == self.broken,
            "file": has_file,
        }.get(str(value)) or any(_thing(o, "is", value) or _thing(o, "shape", value) for o in self._objects(name))


def _thing(thing: object, key: str, value: Value) -> bool:
    shape = thing.shape
    box, own = shape.bounds, isinstance(thing, VocObject)
    if key == "label":
        return _is(thing.label, value)
    if key == "shape":
        kind = kind_of(thing) if own else kind_of(VocObject(label="a", shape=shape))
        return kind == value
    if key in ("is", "text") and not own:
        return False
    if key == "is":
        return bool(getattr(thing, str(value), False)) if value in FLAGS else False
    if key == "text":
        return bool(thing.text) and _is(thing.text, value)
    if key == "score":
        return _within(thing.score, value)
    area = area_of(shape) if own else box.width * box.height
    numbers = {
        "w": box.width, "h": box.height, "area": area, "aspect": box.width / box.height if box.height else None,
        "x": (box.x0 + box.width / 2) / WIDTH, "y": (box.y0 + box.height / 2) / HEIGHT,
    }  # fmt: skip
    return numbers[key] is not None and _within(numbers[key], value)


def _is(text: str, wanted: Words) -> bool:
    match wanted.match:
        case Match.EXACT:
            return text == wanted.text
        case Match.WHOLE:
            return text.casefold() == wanted.text
        case Match.PART:
            return wanted.text in text.casefold()
        case Match.PATTERN:
            return fnmatch.fnmatchcase(text.casefold(), wanted.text.replace("[", "[[]"))


def _within(number: float, span: Span) -> bool:
    low = span.low is None or (number > span.low if span.low_open else number >= span.low)
    return low and (span.high is None or (number < span.high if span.high_open else number <= span.high))


def _shape(draw: random.Random) -> object:
    x, y, w, h = (draw.choice((0, 4, 8, 12, 20)) for _ in range(4))
    return draw.choice((
        Box(x, y, x + w + 1, y + h + 1),
        Polygon(((x, y), (x + w + 1, y), (x, y + h + 1))),
        Polyline(((x, y), (x + w + 1, y + h + 1)), 3),
        Point(x, y),
        Mask(x, y, 3, 2, (0, 6)),
    ))  # fmt: skip


def _object(draw: random.Random) -> VocObject:
    names = ((TEXT, "A12 b"), (LOCKED, "true"), (HIDDEN, "true"), (GROUP, "3"))
    attributes = [pair for pair in names if draw.random() < 0.15]
    shape = _shape(draw)
    if draw.random() < 0.1:
        shape, attributes = Polygon(((0, 0), (9, 0), (9, 5), (0, 5))), [*attributes, (ROTATION, "0")]
    return VocObject(
        label=draw.choice(LABELS), shape=shape, attributes=tuple(attributes), difficult=draw.random() < 0.2,
        truncated=draw.random() < 0.2, occluded=draw.random() < 0.1,
    )  # fmt: skip


def _suggestion(draw: random.Random, image: str) -> Suggestion:
    score = draw.choice((0.2, 0.5, 0.9))
    return Suggestion(image=image, label=draw.choice(LABELS), shape=_shape(draw), score=score, model="parts@1")


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    return World(tmp_path_factory.mktemp("world"))


_NUMBERS = st.sampled_from(("5", "<9", "<=9", ">9", ">=13", "5..13", "..9", "9..", "0.5", "<0.6", ">1", "50%", "0"))
_TEXTS = st.sampled_from((*map(quoted, LABELS), *map(quoted, TAGS), "SCRATCH", "s*", "*e*", "?ent", "a12", "none"))
_NAMES = st.sampled_from(("part", "part_0*", "part_0?", "*_01", "A/part", "*.png", "ß[1]", '"ß[1]"', "don't", "PART_1"))


def _terms() -> st.SearchStrategy[str]:
    """Terms as a person may write them."""
    numbers = st.tuples(st.sampled_from(("w", "h", "area", "aspect", "x", "y", "n", "score")), _NUMBERS)
    words = st.tuples(st.sampled_from(("label", "label", "tag", "text")), _TEXTS)
    choices = st.one_of(
        st.tuples(st.just("state"), st.sampled_from(("new", "work", "done", "checked"))),
        st.tuples(st.just("shape"), st.sampled_from(SHAPES)),
        st.tuples(st.just("is"), st.sampled_from(FLAGS[:5])),
        st.tuples(st.just("has"), st.sampled_from((*OWNINGS, "mask", "hidden", "text", "group"))),
    )  # fmt: skip

    def several(pair: tuple[str, str], more: list[str]) -> str:
        return f"{pair[0]}:{','.join([pair[1], *more])}"

    keyed = st.one_of(
        st.builds(several, numbers, st.lists(_NUMBERS, max_size=1)),
        st.builds(several, words, st.lists(_TEXTS, max_size=2)),
        st.builds(lambda pair: term(pair[0], *LABELS[pair[1] : pair[1] + 2]),
                  st.tuples(st.just("label"), st.integers(0, 5))),
        st.builds(several, choices, st.just([])),
        _NAMES,
    )  # fmt: skip
    return st.builds(lambda minus, written: "-" * minus + written, st.booleans(), keyed)


@settings(max_examples=400, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(written=st.lists(_terms(), max_size=4).map(" ".join))
def test_sql_finds_what_a_naive_look_finds(world: World, written: str) -> None:
    query = parse(written)
    assert world.index.search(query, suggested(world.dataset)) == world.naive(query), written


def test_a_suggestion_is_found_by_its_place_on_a_picture_without_a_file(world: World) -> None:
    written = "score:>0 x:..9 y:..9"
    found = world.index.search(parse(written), suggested(world.dataset))
    assert found == [name for name in world.suggestions if world.suggestions[name]]
    assert any(world.annotations[name] is None for name in found)


def test_the_example_of_the_manual(world: World) -> None:
    query = parse("label:scratch score:<0.6 -tag:NG w<30")
    found = world.index.search(query, suggested(world.dataset))
    assert found == world.naive(query)
    assert found


@given(label=st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).map(str.strip).filter(bool))
def test_a_quoted_value_is_read_back(label: str) -> None:
    (found,) = parse(term("label", label)).terms
    assert found.values == (Words(label, Match.EXACT),)


@given(written=st.text(alphabet="abw:<>=\"'\\ ,-*?.19", max_size=20))
def test_any_text_is_a_query_or_an_explained_error(written: str) -> None:
    with suppress(SearchError):  # any other error fails
        parse(written)


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("wdth<12", "there is no 'wdth' to search by; possible are label, tag"),
        ("w:abc", "write a number, as w:12, w<12 or w:10..20"),
        ("state:old", "possible are new, in work, done, checked"),
        ("label:", "'label:' lacks a value"),
        ("tag<3", "tag is no number"),
        ("has:legs", "possible are objects, tags"),
    ],
)
def test_an_error_names_the_term_and_what_is_possible(written: str, words: str) -> None:
    with pytest.raises(SearchError) as raised:
        parse(f"part {written}")
    assert str(raised.value).startswith(f"'{written}'")
    assert words in str(raised.value)


def test_a_label_begins_another_thing() -> None:
    first, second = parse("w<5 label:a h>3 label:b").things
    assert [found.text for found in first] == ["w<5", "label:a", "h>3"]
    assert [found.text for found in second] == ["label:b"]


def test_very_many_names_are_one_query(world: World) -> None:
    names = [entry.name for entry in world.dataset.entries]
    query = parse(term("name", *names, *(f"no{n}" for n in range(5000))))
    assert world.index.search(query) == names


def test_very_many_labels_are_told_apart(tmp_path: Path) -> None:
    (tmp_path / "JPEGImages").mkdir()
    for n in range(150):
        (tmp_path / "JPEGImages" / f"{n}.png").touch()
    dataset = Dataset.open(tmp_path)
    for n, entry in enumerate(dataset.entries):
        thing = VocObject(label=f"label{n}", shape=Box(0, 0, 5, 5))
        annotation = Annotation(filename="", width=9, height=9, objects=(thing,), tags=(f"tag{n}",))
        annotation_file.write(entry.annotation_path, annotation)
    index = DatasetIndex(dataset)
    list(index.summaries())
    assert index.search(parse("label:label7")) == ["7"]
    assert index.search(parse("tag:tag100")) == ["100"]
    assert len(index.search(parse("-label:label7,label70"))) == 148


def test_a_search_follows_edits_and_removals(world: World, tmp_path: Path) -> None:
    del world
    (tmp_path / "JPEGImages").mkdir()
    for name in "ab":
        (tmp_path / "JPEGImages" / f"{name}.png").touch()
    dataset = Dataset.open(tmp_path)
    index = DatasetIndex(dataset)
    assert index.search(parse("state:new")) == ["a", "b"]
    assert not dataset.program_folder.exists()
    annotation = Annotation(filename="", width=9, height=9, objects=(VocObject(label="x", shape=Box(0, 0, 5, 5)),))
    dataset.write(dataset.entry("b"), annotation)
    index.summary(dataset.entry("b"))
    assert index.search(parse("label:x")) == ["b"]
    assert index.search(parse("state:new")) == ["a"]
    dataset.entry("b").annotation_path.unlink()
    index.summary(dataset.entry("b"))
    assert index.search(parse("label:x")) == []
    assert index.search(parse("-label:x w<9")) == []
    assert index.search(parse("state:new")) == ["a", "b"]


def test_suggestions_that_cannot_be_read_are_an_error(world: World, tmp_path: Path) -> None:
    del world
    (tmp_path / "JPEGImages").mkdir()
    (tmp_path / "JPEGImages" / "a.png").touch()
    dataset = Dataset.open(tmp_path)
    dataset.program_folder.mkdir()
    SuggestionStore.of(dataset).path.write_bytes(b"no database at all, but long enough to be taken for one" * 20)
    index = DatasetIndex(dataset)
    with pytest.raises(DatasetError, match="restore or remove it"):
        index.search(parse("score>0"), suggested(dataset))
    assert index.search(parse("a")) == ["a"]


@pytest.mark.parametrize("written", [" ".join(["part"] * 301), "label:" + ",".join(map(str, range(301)))])
def test_a_search_deeper_than_the_database_reads_is_an_explained_error(written: str) -> None:
    with pytest.raises(SearchError, match="at most 300 terms"):
        parse(written)


def test_the_longest_search_is_understood_by_the_database(world: World) -> None:
    assert world.index.search(parse(" ".join(["-label:no*,none"] * MOST))) != []
    assert world.index.search(parse("name:" + ",".join(f"x{number}*" for number in range(MOST)))) == []
