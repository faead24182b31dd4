"""A label is renamed in all images by the dialog, and undone by Ctrl+Z or the banner to the very byte."""

from PySide6.QtWidgets import QLineEdit

from core.geometry import Box
from core.inference.suggestion import Suggestion
from tests.e2e.batches import OBJECTS, OpenDesk, count, files, labels, open_dialog, press, wait_for_banner, wait_idle
from tests.e2e.desk import Desk


def rename(desk: Desk, new: str) -> None:
    dialog = open_dialog(desk, "rename_label", "rename_label_dialog")
    desk.person.wait_until(lambda: count(dialog) == "3 objects in 2 images", "the dialog counts")
    desk.person.fill(dialog.findChild(QLineEdit, "rename_new"), new)
    press(dialog, "batch_do_button")
    wait_for_banner(desk.person)


def test_renaming_and_ctrl_z(open_desk: OpenDesk) -> None:
    desk = open_desk(**OBJECTS)
    before, color = files(desk.root), desk.page.label_list.color_of("dent")
    rename(desk, "bump")
    assert labels(desk) == {"a": ["bump", "scratch"], "b": ["bump", "bump"], "c": ["scratch"]}
    assert (desk.root / "labels.txt").read_text() == "bump\nscratch\n"
    assert desk.page.label_list.names == ("bump", "scratch")
    assert desk.page.label_list.color_of("bump") == color
    assert desk.page.document.annotation.objects[0].label == "bump"
    after = files(desk.root)
    desk.keys("Ctrl+Z")
    wait_idle(desk.person)
    assert files(desk.root) == before
    assert desk.page.label_list.names == ("dent", "scratch")
    assert desk.page.document.annotation.objects[0].label == "dent"
    desk.keys("Ctrl+Shift+Z")
    wait_idle(desk.person)
    assert files(desk.root) == after
    desk.keys("Ctrl+Z")
    wait_idle(desk.person)
    assert files(desk.root) == before


def test_edits_before_and_after_are_steps_of_their_own(open_desk: OpenDesk) -> None:
    desk = open_desk(**OBJECTS)
    desk.click((70, 50))
    desk.keys("Right", "Right")
    moved = desk.shapes("a")[0]
    before = files(desk.root)
    rename(desk, "bump")
    desk.click((70, 50))
    desk.keys("Delete")
    assert labels(desk)["a"] == ["scratch"]
    desk.keys("Ctrl+Z")
    assert labels(desk)["a"] == ["bump", "scratch"]
    desk.keys("Ctrl+Z")
    wait_idle(desk.person)
    assert files(desk.root) == before
    desk.keys("Ctrl+Z")
    assert desk.shapes("a")[0] != moved
    assert labels(desk)["a"] == ["dent", "scratch"]


def test_the_banner_takes_it_back_from_another_image(open_desk: OpenDesk) -> None:
    desk = open_desk(**OBJECTS)
    before = files(desk.root)
    rename(desk, "bump")
    desk.show("b")
    assert [thing.label for thing in desk.page.document.annotation.objects] == ["bump", "bump"]
    desk.person.click("banner_button")
    wait_idle(desk.person)
    assert files(desk.root) == before
    assert [thing.label for thing in desk.page.document.annotation.objects] == ["dent", "dent"]
    desk.show("a")
    assert desk.page.document.annotation.objects[0].label == "dent"


def test_the_history_of_a_touched_image_does_not_bring_the_old_label_back(open_desk: OpenDesk) -> None:
    desk = open_desk(**OBJECTS)
    desk.show("b")
    desk.click((70, 50))
    desk.keys("Right")
    desk.show("a")
    rename(desk, "bump")
    desk.show("b")
    desk.keys("Ctrl+Z")
    assert labels(desk)["b"] == ["bump", "bump"]


def test_a_name_that_cannot_be_is_refused(open_desk: OpenDesk) -> None:
    desk = open_desk(**OBJECTS)
    dialog = open_dialog(desk, "rename_label", "rename_label_dialog")
    desk.person.fill(dialog.findChild(QLineEdit, "rename_new"), " ")
    assert not dialog.do_button.isEnabled()
    desk.person.fill(dialog.findChild(QLineEdit, "rename_new"), "scratch")
    assert "become one" in dialog.note.text()
    dialog.reject()


def test_suggestions_that_wait_go_to_the_new_name_and_back(open_desk: OpenDesk) -> None:
    desk = open_desk(**OBJECTS)
    app = desk.person.window.app
    store = app.project.store(make=True)
    boxes = [Box(200, 200, 260, 250), Box(30, 200, 90, 250)]
    store.replace_open("a", "parts@1", [
        Suggestion(image="a", label=label, score=0.9, shape=box, model="parts@1")
        for label, box in zip(("dent", "scratch"), boxes, strict=True)
    ])  # fmt: skip
    app.suggestions.reload()

    def waiting() -> list[str]:
        return sorted(ghost.caption.split()[0] for ghost in desk.canvas.ghosts)

    desk.person.wait_until(lambda: waiting() == ["dent", "scratch"], "the suggestions are shown")
    rename(desk, "bump")
    desk.person.wait_until(lambda: waiting() == ["bump", "scratch"], "they follow")
    desk.keys("Ctrl+Z")
    desk.person.wait_until(lambda: waiting() == ["dent", "scratch"], "they go back")
    desk.keys("Ctrl+Shift+Z")
    desk.person.wait_until(lambda: waiting() == ["bump", "scratch"], "they follow again")
    desk.canvas.setFocus()
    for _ in range(2):
        desk.keys("Return")
    assert [thing.label for thing in desk.objects("a")] == ["bump", "scratch", "bump", "scratch"]
