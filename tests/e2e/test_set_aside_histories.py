"""Images are set aside and brought back: what was done on the others can still be taken back."""

from collections.abc import Callable

from core.geometry import Box
from core.voc.annotation import VocObject
from tests.e2e.desk import Desk

BOX = VocObject(label="dent", shape=Box(40, 40, 100, 80))


def test_the_others_keep_their_histories(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(a=(BOX,), b=(BOX,))
    desk.click((60, 60))
    desk.keys("Right", "D")
    desk.click((60, 60))
    desk.keys("Delete", "D")
    app = desk.person.window.app
    app.bulk_review.want()
    desk.person.wait_until(lambda: app.bulk_review.aside is not None, "the page is there")
    for move in (
        lambda: app.bulk_review.aside.set_aside(["c"], "blurred"),
        lambda: app.bulk_review.aside.bring_back(desk.root / "SetAside" / "000001"),
    ):
        count = len(app.project.dataset.entries)
        move()
        desk.person.wait_until(lambda count=count: len(app.project.dataset.entries) != count, "it is read anew")
    desk.show("b")
    desk.person.window.activateWindow()
    desk.person.wait_until(desk.person.window.isActiveWindow, "keys go to the window")
    desk.canvas.setFocus()
    desk.keys("Ctrl+Z")
    assert desk.objects("b") == (BOX,)
    desk.show("a")
    desk.keys("Ctrl+Z")
    assert desk.objects("a") == (BOX,)
    desk.keys("Ctrl+Shift+Z")
    assert desk.shapes("a") == [Box(41, 40, 101, 80)]
