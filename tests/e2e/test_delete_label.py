"""A label is deleted with its objects by the dialog, and undone to the very byte."""

from tests.e2e.batches import OBJECTS, OpenDesk, count, files, labels, open_dialog, press, wait_for_banner, wait_idle


def test_deleting_and_ctrl_z(open_desk: OpenDesk) -> None:
    desk = open_desk(**OBJECTS)
    before = files(desk.root)
    dialog = open_dialog(desk, "delete_label", "delete_label_dialog")
    desk.person.wait_until(lambda: count(dialog) == "3 objects in 2 images", "the dialog counts")
    press(dialog, "batch_do_button")
    wait_for_banner(desk.person)
    assert labels(desk) == {"a": ["scratch"], "b": [], "c": ["scratch"]}
    assert desk.page.label_list.names == ("scratch",)
    desk.keys("Ctrl+Z")
    wait_idle(desk.person)
    assert files(desk.root) == before
    assert desk.page.label_list.names == ("dent", "scratch")


def test_closing_the_dialog_changes_nothing(open_desk: OpenDesk) -> None:
    desk = open_desk(**OBJECTS)
    before = files(desk.root)
    dialog = open_dialog(desk, "delete_label", "delete_label_dialog")
    press(dialog, "batch_close_button")
    desk.person.rest(50)
    assert files(desk.root) == before
