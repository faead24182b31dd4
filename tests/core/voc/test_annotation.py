"""Attributes that mean something to the program, and the states of an image."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import InvalidValueError
from core.geometry import Box
from core.voc import annotation_file
from core.voc.annotation import GROUP, HIDDEN, LOCKED, TEXT, Annotation, State, VocObject, state_of

THING = VocObject(label="a", shape=Box(0, 0, 4, 4))
names = st.sampled_from(["a", "b", TEXT, GROUP, LOCKED])
values = st.text(st.characters(categories=("L", "N", "P", "S")), max_size=8)
pairs = st.lists(st.tuples(names, values), max_size=5).map(tuple)


@given(pairs, names, values)
def test_an_attribute_that_is_set_is_found_and_the_others_stay_in_their_order(
    attributes: tuple[tuple[str, str], ...], name: str, value: str
) -> None:
    after = replace(THING, attributes=attributes).with_attribute(name, value)
    assert after.attribute(name) == value
    assert [known for known, _ in after.attributes].count(name) == 1
    assert [pair for pair in after.attributes if pair[0] != name] == [p for p in attributes if p[0] != name]
    assert after.with_attribute(name, value) == after


@given(pairs, names)
def test_an_attribute_that_is_removed_is_gone(attributes: tuple[tuple[str, str], ...], name: str) -> None:
    after = replace(THING, attributes=attributes).with_attribute(name, None)
    assert after.attribute(name) is None
    assert after.attributes == tuple(pair for pair in attributes if pair[0] != name)


def test_the_first_place_is_kept() -> None:
    thing = replace(THING, attributes=(("a", "1"), ("b", "2"), ("a", "3"), ("c", "4")))
    assert thing.with_attribute("a", "5").attributes == (("a", "5"), ("b", "2"), ("c", "4"))


def test_what_xml_cannot_hold_is_refused() -> None:
    with pytest.raises(InvalidValueError, match="empty"):
        THING.with_attribute("", "x")
    with pytest.raises(InvalidValueError, match="cannot"):
        THING.with_attribute(TEXT, "a\x00b")


def test_the_reserved_attributes_are_understood_as_others_write_them() -> None:
    thing = replace(THING, attributes=((TEXT, "AB 12"), (GROUP, "7"), (LOCKED, "True"), (HIDDEN, "no")))
    assert (thing.text, thing.group, thing.locked, thing.hidden) == ("AB 12", "7", True, False)
    assert (THING.text, THING.group, THING.locked, THING.hidden) == ("", None, False, False)


@pytest.mark.parametrize(
    ("has_file", "verified", "checked", "state"),
    [
        (False, False, False, State.NEW),
        (True, False, False, State.IN_WORK),
        (True, False, True, State.IN_WORK),
        (True, True, False, State.DONE),
        (True, True, True, State.CHECKED),
    ],
)
def test_states(*, has_file: bool, verified: bool, checked: bool, state: State) -> None:
    assert state_of(has_file=has_file, verified=verified, checked=checked) is state


def test_checked_stands_beside_verified_and_only_the_start_tag_changes() -> None:
    source = b'<?xml version="1.0"?>\n<annotation foo="1"><filename>a.jpg</filename></annotation>\n'
    read = annotation_file.parse(source, Path("a.xml"))
    done = annotation_file.to_bytes(replace(read, verified=True, checked=True))
    assert done == source.replace(b"<annotation foo", b'<annotation verified="yes" checked="yes" foo')
    again = annotation_file.parse(done, Path("a.xml"))
    assert (again.verified, again.checked, again.state) == (True, True, State.CHECKED)
    assert annotation_file.to_bytes(replace(again, verified=False, checked=False)) == source


def test_a_new_file_says_checked() -> None:
    new = Annotation(filename="a.jpg", width=4, height=4, verified=True, checked=True)
    assert b'<annotation verified="yes" checked="yes">' in annotation_file.to_bytes(new)
