"""Every image has a history of its own, without limit, whatever is opened in between."""

from collections.abc import Callable

from core.geometry import Box
from core.voc.annotation import VocObject
from tests.e2e.conftest import open_folder
from tests.e2e.desk import Desk

BOX = VocObject(label="dent", shape=Box(40, 40, 100, 80))
MANY = 60


def test_undo_goes_on_where_it_was_after_a_visit_to_other_images(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(a=(BOX,), b=(BOX,))
    desk.click((60, 60))
    desk.keys("Right", "D")
    desk.click((60, 60))
    desk.keys("Delete", "A")
    desk.keys("Ctrl+Z")
    assert desk.objects("a") == (BOX,)
    assert desk.objects("b") == ()
    desk.keys("Ctrl+Shift+Z", "D", "Ctrl+Z")
    assert desk.shapes("a") == [Box(41, 40, 101, 80)]
    assert desk.objects("b") == (BOX,)


def test_many_edits_of_every_kind_are_all_taken_back_and_done_again(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(a=(BOX,))
    before = (desk.root / "Annotations" / "a.xml").read_bytes()
    desk.click((60, 60))
    edits = ["Right", "Ctrl+D", "Shift+PgDown", "Ctrl+L", "Ctrl+L", "J", "Q", "Ctrl+A", "Ctrl+G", "Ctrl+H",
             "Ctrl+Shift+H", "Ctrl+A", "Ctrl+X", "Ctrl+V", "Shift+Q"]  # fmt: skip
    for number in range(MANY):
        desk.keys(edits[number % len(edits)])
    after = desk.saved()
    while desk.page.document.history.undo_text is not None:
        desk.keys("Ctrl+Z")
    assert desk.page.save_now()
    assert (desk.root / "Annotations" / "a.xml").read_bytes() == before
    while desk.page.document.history.redo_text is not None:
        desk.keys("Ctrl+Shift+Z")
    assert desk.saved() == after


def test_opening_the_open_folder_again_forgets_nothing(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(a=(BOX,))
    desk.click((60, 60))
    desk.keys("Delete")
    desk.page.save_now()
    open_folder(desk.person, desk.root)
    desk.person.wait_until(lambda: desk.canvas.scene() is not None, "the picture is shown")
    desk.canvas.setFocus()
    desk.keys("Ctrl+Z")
    assert desk.objects() == (BOX,)
