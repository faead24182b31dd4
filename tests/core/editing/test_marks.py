"""Groups, locks, visibility, poses, attributes, texts, tags and states."""

from dataclasses import replace

import pytest

from core.editing import edits, groups, marks, states
from core.errors import InvalidValueError
from core.geometry import Box, Point
from core.voc.annotation import State
from tests.core.editing.shapes import annotation

THREE = annotation(Box(0, 0, 4, 4), Point(9, 9), Box(5, 5, 8, 8))


def test_one_member_stands_for_its_group() -> None:
    grouped = groups.group(THREE, [0, 2])
    assert groups.with_members(grouped.objects, [2]) == {0, 2}
    assert groups.with_members(grouped.objects, [1]) == {1}
    assert groups.group(grouped, [1]).objects[1].group == "2"


def test_ungrouping_one_ungroups_all() -> None:
    assert groups.ungroup(groups.group(THREE, [0, 2]), [0]) == THREE


def test_numbers_of_other_programs_are_respected() -> None:
    named = marks.set_attribute(THREE, [0, 1], "group_id", "left pair")
    assert groups.with_members(named.objects, [0]) == {0, 1}
    assert groups.free_group(named.objects) == 1


def test_a_locked_object_keeps_its_shape_and_stays() -> None:
    locked = marks.set_locked(THREE, [0], True)
    assert edits.move_objects(locked, [0], 1, 1) == locked
    assert edits.set_shape(locked, 0, Box(0, 0, 1, 1)) == locked
    assert len(edits.remove_objects(locked, [0, 1]).objects) == 2
    assert edits.set_label(locked, [0], "other").objects[0].label == "other"
    assert edits.unlocked(locked, [0, 1]) == {1}
    assert marks.set_locked(locked, [0], False) == THREE


def test_hidden_objects_are_all_shown_again() -> None:
    hidden = marks.set_hidden(THREE, [0, 2], True)
    assert [thing.hidden for thing in hidden.objects] == [True, False, True]
    assert marks.show_all(hidden) == THREE


def test_pose_and_text() -> None:
    said = marks.set_text(marks.set_pose(THREE, [0], " Left "), [0], " AB 12 ")
    assert (said.objects[0].pose, said.objects[0].text) == ("Left", "AB 12")
    assert marks.set_text(marks.set_pose(said, [0], ""), [0], "") == THREE


def test_an_attribute_is_renamed_in_its_place() -> None:
    said = marks.set_attribute(marks.set_attribute(THREE, [0], "colour", "red"), [0], "size", "")
    assert marks.rename_attribute(said, [0], "colour", "tint").objects[0].attributes == (("tint", "red"), ("size", ""))
    with pytest.raises(InvalidValueError, match="already"):
        marks.rename_attribute(said, [0], "colour", "size")
    with pytest.raises(InvalidValueError, match="program's own"):
        marks.rename_attribute(said, [0], "colour", "locked")
    assert marks.set_attribute(said, [0], "size", None).objects[0].attributes == (("colour", "red"),)


def test_ok_and_ng_exclude_each_other_and_leave_the_rest() -> None:
    tagged = states.add_tag(states.add_tag(THREE, "night"), "OK")
    assert states.toggle_tag(tagged, "NG").tags == ("night", "NG")
    assert states.toggle_tag(tagged, "OK").tags == ("night",)
    assert states.remove_tag(tagged, "night").tags == ("OK",)


def test_states_and_what_takes_the_checked_mark_away() -> None:
    checked = states.set_state(THREE, State.CHECKED)
    assert (checked.verified, checked.checked) == (True, True)
    assert states.set_state(checked, State.DONE).state is State.DONE
    assert edits.set_verified(checked, False).state is State.IN_WORK
    locked = marks.set_locked(checked, [0], True)
    assert states.unchecked_where_changed(checked, locked).checked
    moved = edits.move_objects(checked, [0], 1, 0)
    assert states.unchecked_where_changed(checked, moved).state is State.DONE
    assert states.unchecked_where_changed(checked, states.add_tag(checked, "NG")).state is State.DONE
    assert states.unchecked_where_changed(moved, replace(moved, checked=True)).checked
