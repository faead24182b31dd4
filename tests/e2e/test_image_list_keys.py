"""The list of images by keys alone: rows, pages, the first and the last one."""

from collections.abc import Callable

from core.geometry import Box
from core.voc.annotation import VocObject
from tests.e2e.desk import Desk

BOX = VocObject(label="dent", shape=Box(40, 40, 100, 80))


def test_home_end_and_page_keys_go_through_the_rows(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(count=4, a=(BOX,))
    desk.page.parts.images.view.setFocus()
    seen = []
    for key in ("End", "Home", "PgDown", "PgUp", "Down"):
        desk.keys(key)
        seen.append(desk.page.current_name)
    assert seen == ["d", "a", "d", "a", "b"]
    assert desk.objects("a") == (BOX,)


def test_the_open_image_is_marked_although_the_list_made_its_row_current_by_itself(
    open_desk: Callable[..., Desk],
) -> None:
    desk = open_desk(count=4)
    panel = desk.page.parts.images
    panel.search.focus()
    desk.write("name:b")
    desk.person.wait_until(lambda: panel.model.rowCount() == 1, "the list shows what was asked for")
    desk.keys("Tab")
    panel.view.setFocus()
    assert desk.page.current_name == "b"
    assert [index.data() for index in panel.view.selectionModel().selectedIndexes()] == ["b"]
