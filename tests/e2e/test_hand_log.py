"""What a person does by hand is noted, and what no version had suggested, when the image is left."""

from collections.abc import Callable

from core.geometry import Box
from core.voc.annotation import VocObject
from tests.e2e.desk import Desk
from tests.e2e.suggested import suggest

BOX = Box(40, 40, 100, 90)


def _rows(desk: Desk, query: str) -> list[tuple[object, ...]]:
    review = desk.person.window.app.review
    review.hand_log.flush()
    return [tuple(row) for row in review.suggestions.store.read(query)]


def _work(desk: Desk) -> list[tuple[object, ...]]:
    return _rows(desk, "SELECT image, what, label FROM work ORDER BY id")


def test_each_gesture_is_noted_and_a_verdict_is_not(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk()
    desk.page.labelling.add_label("scratch")
    desk.keys("B")
    desk.drag((200, 150), (260, 220))
    desk.keys("V", "Right", "Right", "Right")
    desk.page.labelling.use_label("dent")
    desk.keys("J", "Delete")
    suggest(desk, ("dent", BOX, 0.9))
    desk.keys("Return")
    assert len(desk.objects()) == 1
    assert _work(desk) == [
        ("a", "drawn", "scratch"), ("a", "moved", "scratch"), ("a", "relabelled", "dent"), ("a", "tagged", "OK"),
        ("a", "deleted", "dent"),
    ]  # fmt: skip


def test_what_was_not_suggested_is_noted_when_the_image_is_left(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(a=(VocObject(label="dent", shape=Box(300, 200, 350, 250)),))
    suggest(desk, ("dent", BOX, 0.9))
    suggest(desk, image="b")
    desk.page.labelling.add_label("dent")
    desk.keys("B")
    desk.drag((42, 40), (100, 90))
    desk.drag((200, 150), (260, 220))
    desk.keys("Ctrl+Z")
    desk.drag((210, 150), (260, 220))
    desk.show("b")
    desk.drag((10, 10), (60, 60))
    desk.show("c")
    desk.drag((10, 10), (60, 60))
    desk.show("a")
    found = _rows(desk, "SELECT image, model, label, shape FROM missed ORDER BY id")
    assert [row[:3] for row in found] == [("a", "bolts@1", "dent"), ("b", "bolts@1", "dent")]
    assert "210" in str(found[0][3])


def test_a_dataset_that_is_only_looked_at_keeps_no_log(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk()
    desk.show("b")
    desk.person.window.app.review.hand_log.flush()
    assert not desk.person.window.app.review.suggestions.store.path.exists()
