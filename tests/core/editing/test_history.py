"""Any walk through a history gives the exact values back, and a step takes little room."""

import tracemalloc

from hypothesis import given
from hypothesis import strategies as st

from core.editing.edits import remove_objects, set_shape, set_tags
from core.editing.history import History
from core.geometry import Box, Polygon
from core.voc.annotation import Annotation, VocObject


def _thing(number: int) -> VocObject:
    return VocObject(label="dent", shape=Box(number, 0, number + 1, 1))


def _annotation(count: int) -> Annotation:
    things = tuple(_thing(number) for number in range(count))
    return Annotation(filename="a.png", width=100, height=100, objects=things, source=b"<annotation/>")


@st.composite
def edited(draw: st.DrawFn, before: Annotation) -> Annotation:
    """Any other annotation that shares some objects with the one before, in any order."""
    pool = [*before.objects, *(_thing(100 + number) for number in range(3))]
    return before.with_objects(tuple(draw(st.lists(st.sampled_from(pool), max_size=8))))


@given(st.data())
def test_any_walk_gives_the_exact_values(data: st.DataObject) -> None:
    history = History.begin(_annotation(4))
    values, texts = [history.current], [""]
    for number in range(data.draw(st.integers(1, 25))):
        match data.draw(st.sampled_from(("commit", "commit", "undo", "redo"))):
            case "commit":
                values, texts = values[: history.place + 1], texts[: history.place + 1]
                values.append(data.draw(edited(history.current)))
                texts.append(f"Edit {number}")
                history = history.commit(texts[-1], values[-1])
            case "undo":
                history = history.undo()
            case _:
                history = history.redo()
        place = history.place
        assert history.current == values[place]
        assert all(a is b for a, b in zip(history.current.objects, values[place].objects, strict=True))
        assert history.current.source == values[0].source
        assert history.undo_text == (texts[place] if place else None)
        assert history.redo_text == (texts[place + 1] if place + 1 < len(texts) else None)
        assert history.first is values[0]


def test_there_is_no_limit_and_an_old_value_stays_as_it_was() -> None:
    history = History.begin(_annotation(1))
    for number in range(5000):
        history = history.commit("Tag", set_tags(history.current, (str(number),)))
    middle = history
    for _ in range(5000):
        history = history.undo()
    assert history.current == history.first
    assert history.undo() is history
    assert middle.current.tags == ("4999",)
    assert middle.redo() is middle


def test_moving_a_point_among_ten_thousand_takes_under_ten_kilobytes() -> None:
    ring = tuple((float(number), float(number % 3)) for number in range(20))
    things = tuple(VocObject(label="dent", shape=Polygon(ring)) for _ in range(10_000))
    history = History.begin(_annotation(0).with_objects(things))
    tracemalloc.start()
    for number in range(6):
        moved = Polygon((*ring[:5], (float(number), 7.0), *ring[6:]))
        history = history.commit("Move point", set_shape(history.current, number * 1400, moved))
    history = history.commit("Delete", remove_objects(history.current, (7, 9000)))
    taken = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    now = 8 * len(history.current.objects)  # the list of the current value itself
    assert (taken - now) / 7 < 10_000
