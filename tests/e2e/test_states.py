"""How far each image is: shown in the list, and gone to by keys."""

from collections.abc import Callable

from core.geometry import Box
from core.voc.annotation import State, VocObject
from tests.e2e.desk import Desk

THING = VocObject(label="scratch", shape=Box(20, 20, 60, 60))


def test_the_next_unlabelled_image_goes_round(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(count=4, a=(THING,), c=(THING,))
    desk.keys("N")
    assert desk.page.current_name == "b"
    desk.keys("N")
    assert desk.page.current_name == "d"
    desk.keys("N")
    assert desk.page.current_name == "b"
    desk.keys("Shift+N")
    assert desk.page.current_name == "c"


def test_states_follow_the_keys_and_are_written(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(count=2, a=(THING,))
    model = desk.page.parts.images.model
    desk.person.wait_until(lambda: model.state_of("a").state is State.IN_WORK, "the file is read")
    desk.keys("Q")
    assert model.state_of("a").state is State.DONE
    assert desk.saved("a").state is State.DONE
    desk.keys("Shift+Q")
    assert model.state_of("a").state is State.CHECKED
    assert desk.saved("a").checked
    assert model.state_of("b").state is State.NEW


def test_nothing_left_is_said(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(count=1, a=(THING,))
    desk.keys("N")
    assert "new" in desk.person.window.statusBar().currentMessage()
