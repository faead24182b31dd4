"""Accepting in all images, the open one too, and taking it back from wherever a person is by then."""

import shutil
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from core.cli.app import main
from core.geometry import Box
from core.review.store import SuggestionStore
from core.voc.annotation import VocObject
from core.voc.dataset import Dataset
from tests.e2e.batches import OpenDesk, files, wait_for_banner, wait_idle
from tests.e2e.desk import Desk
from tests.e2e.suggested import captions, suggest

THERE = {name: (VocObject(label="stain", shape=Box(200, 100, 280, 180)),) for name in "ab"}


@pytest.fixture
def desk(open_desk: OpenDesk) -> Desk:
    """Images a, which is open, to d. There are objects on a and b, and all but d have a suggestion."""
    desk = open_desk(count=4, **THERE)
    for name in "abc":
        suggest(desk, ("scratch", Box(20, 20, 80, 80), 0.9), image=name)
    return desk


def accept_all(desk: Desk) -> None:
    desk.person.click("accept_all_button")
    desk.person.click("confirm_button")
    wait_for_banner(desk.person)


def waiting(root: Path) -> dict[str, int]:
    with closing(SuggestionStore.of(Dataset.open(root))) as store:
        return store.open_counts()


def test_the_open_image_is_part_of_it_and_ctrl_z_takes_all_back(desk: Desk) -> None:
    before = files(desk.root)
    accept_all(desk)
    after = files(desk.root)
    assert {*after, "labels.txt"} == {"a.xml", "b.xml", "c.xml", "labels.txt"}
    words = desk.person.window.banner.text.text()
    assert words == "3 suggestions accepted in 3 images."
    assert [thing.label for thing in desk.page.document.annotation.objects] == ["stain", "scratch"]
    assert "scratch" in desk.page.label_list.names
    assert waiting(desk.root) == {}
    desk.canvas.setFocus()
    desk.keys("Ctrl+Z")
    wait_idle(desk.person)
    assert desk.page.save_now()
    assert files(desk.root) == before
    assert desk.page.document.annotation.objects == THERE["a"]
    desk.person.wait_until(lambda: captions(desk) == ["scratch 0.90"], "it is offered again")
    assert waiting(desk.root) == {"a": 1, "b": 1, "c": 1}
    desk.keys("Ctrl+Shift+Z")
    wait_idle(desk.person)
    assert desk.page.save_now()
    assert files(desk.root) == after
    assert waiting(desk.root) == {}


def test_an_edit_that_is_not_saved_yet_is_saved_before_and_stays(desk: Desk) -> None:
    desk.click((240, 140))
    desk.keys("Right")
    accept_all(desk)
    moved = Box(201, 100, 281, 180)
    assert desk.shapes("a") == [moved, Box(20, 20, 80, 80)]
    desk.person.click("banner_button")
    wait_idle(desk.person)
    assert desk.shapes("a") == [moved]
    desk.canvas.setFocus()
    desk.keys("Ctrl+Z")
    assert desk.objects("a") == THERE["a"]


def test_it_is_taken_back_after_a_restart_in_the_open_image_too(desk: Desk, tmp_path: Path) -> None:
    before = files(desk.root)
    accept_all(desk)
    desk.person.window.close()
    restarted = shutil.copytree(desk.root, tmp_path / "restarted")
    assert files(restarted) != before
    assert main(["undo", str(restarted)]) == 0
    assert files(restarted) == before
    assert waiting(restarted) == {"a": 1, "b": 1, "c": 1}


def test_one_undo_takes_it_back_and_leaves_the_image_alone_that_is_open_by_then(desk: Desk) -> None:
    before, person = files(desk.root), desk.person
    accept_all(desk)
    desk.page.show_image("d")
    suggest(desk, ("dent", Box(20, 20, 80, 80), 0.9), image="d")
    person.click("accept_shown_button")
    person.click("banner_button")
    wait_idle(person)
    assert desk.page.save_now()
    assert desk.page.current_name == "d"
    assert [thing.label for thing in desk.objects("d")] == ["dent"]
    left = files(desk.root)
    assert {name: left[name] for name in before} == before
    assert "c.xml" not in left
    desk.page.show_image("a")
    assert desk.page.document.annotation.objects == THERE["a"]


def test_it_says_what_was_there_already_and_what_goes_on_waiting(open_desk: OpenDesk) -> None:
    desk = open_desk(count=4, **THERE)
    suggest(desk, ("stain", Box(200, 100, 280, 180), 0.9), ("scratch", Box(20, 20, 80, 80), 0.9), image="b")
    suggest(desk, ("dent", Box(200, 100, 280, 180), 0.9), image="a")
    suggest(desk, ("scratch", Box(20, 20, 80, 80), 0.9), image="c")
    accept_all(desk)
    words = desk.person.window.banner.text.text()
    assert words == (
        "2 suggestions accepted in 2 images; 1 more already there; 1 left waiting, as something else is labelled there."
    )
    assert waiting(desk.root) == {"a": 1}


def test_what_cannot_be_read_is_left_alone_and_the_undo_still_offered(desk: Desk) -> None:
    broken = desk.root / "Annotations" / "b.xml"
    broken.write_text("<annotation><object>")
    accept_all(desk)
    assert "b.xml" in desk.person.window.banner.text.text()
    assert broken.read_text() == "<annotation><object>"
    assert waiting(desk.root) == {"b": 1}


def test_escape_takes_the_question_back_and_changes_nothing(open_desk: OpenDesk) -> None:
    desk = open_desk(count=2)
    suggest(desk, ("scratch", Box(20, 20, 80, 80), 0.9), image="b")
    person, question = desk.person, desk.find(QLabel, "confirm_question")
    person.click("accept_all_button")
    assert question.isVisible()
    person.press(Qt.Key.Key_Escape)
    assert not question.isVisible()
    assert desk.canvas.hasFocus()
    assert not (desk.root / "Annotations" / "b.xml").exists()
