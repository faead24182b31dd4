"""Accepting in all images, and taking it back from wherever a person is by then."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from core.geometry import Box
from tests.e2e.desk import Desk
from tests.e2e.suggested import suggest


def test_one_undo_takes_it_back_and_leaves_the_image_alone_that_is_open_by_then(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(count=3)
    for name in "ab":
        suggest(desk, ("scratch", Box(20, 20, 80, 80), 0.9), image=name)
    person, bulk = desk.person, desk.person.window.app.review.bulk
    person.click("accept_all_button")
    person.click("confirm_button")
    person.wait_until(lambda: bulk._job is None and len(desk.objects("b")) == 1, "both are accepted")
    desk.page.show_image("c")
    suggest(desk, ("dent", Box(20, 20, 80, 80), 0.9), image="c")
    person.click("accept_shown_button")
    person.click("banner_button")
    person.wait_until(lambda: bulk._job is None and not (desk.root / "Annotations" / "b.xml").exists(), "it is back")
    desk.page.save_now()
    assert desk.page.current_name == "a"
    assert not (desk.root / "Annotations" / "a.xml").exists()
    assert [thing.label for thing in desk.objects("c")] == ["dent"]


def test_escape_takes_the_question_back_and_changes_nothing(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(count=2)
    suggest(desk, ("scratch", Box(20, 20, 80, 80), 0.9), image="b")
    person, question = desk.person, desk.find(QLabel, "confirm_question")
    person.click("accept_all_button")
    assert question.isVisible()
    person.press(Qt.Key.Key_Escape)
    assert not question.isVisible()
    assert desk.canvas.hasFocus()
    assert not (desk.root / "Annotations" / "b.xml").exists()
