"""The check page finds problems, shows them, mends them as one undo, and forgets those that are ignored."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QMessageBox, QSpinBox

from core.geometry import Box
from core.voc.annotation import VocObject
from core.voc.dataset import Dataset
from core.voc.image_sets import write_set
from desktop.dataset.check_page import CheckPage
from tests.e2e.batches import DENT, SCRATCH, OpenDesk, files, press, wait_for_banner, wait_idle
from tests.e2e.desk import Desk

OUT = VocObject(label="dent", shape=Box(-7, 100, 60, 160))
BELOW = VocObject(label="scratch", shape=Box(200, 250, 260, 309))
PROBLEMS = {"a": (DENT, OUT), "b": (SCRATCH, BELOW), "c": (DENT, DENT)}


def check(desk: Desk) -> CheckPage:
    """Open the page by its key and wait for what is found."""
    desk.keys("Alt+6")
    page = desk.person.window.app.check
    desk.person.wait_until(page.isVisible, "the page is shown")
    wait_until_checked(desk)
    return page


def wait_until_checked(desk: Desk) -> None:
    page, checking = desk.person.window.app.check, desk.person.window.app.checking
    desk.person.wait_until(lambda: page.again.isEnabled() and not checking.stale, "the check is done")


def kinds(page: CheckPage) -> dict[str, int]:
    rows = [page.kinds.topLevelItem(row) for row in range(1, page.kinds.topLevelItemCount())]
    return {row.data(0, Qt.ItemDataRole.UserRole): int(row.text(1)) for row in rows}


def choose_kind(page: CheckPage, kind: str) -> None:
    for row in range(page.kinds.topLevelItemCount()):
        item = page.kinds.topLevelItem(row)
        if item.data(0, Qt.ItemDataRole.UserRole) == kind:
            place = page.kinds.visualItemRect(item).center()
            QTest.mouseClick(page.kinds.viewport(), Qt.MouseButton.LeftButton, pos=place)


@pytest.fixture
def desk(open_desk: OpenDesk) -> Desk:
    """Three images with an object over the border each in a and b, and a thing annotated twice in c."""
    desk = open_desk(**PROBLEMS)
    desk.person.find(QSpinBox, "least_images").setValue(0)
    return desk


def test_problems_are_grouped_and_shown_on_the_image(desk: Desk) -> None:
    page = check(desk)
    assert kinds(page) == {"box-out-of-image": 2, "annotated-twice": 1}
    assert page.summary.text() == "3 problems in 3 images"
    choose_kind(page, "annotated-twice")
    assert page.problems.rows.rowCount() == 1
    desk.person.wait_until(lambda: page.card.picture.shown == ("c",), "its picture is shown")
    press(page, "problem_show_button")
    assert (desk.page.current_name, desk.selected) == ("c", frozenset({1}))
    assert desk.page.isVisible()


def test_the_filter_narrows_the_list(desk: Desk) -> None:
    page = check(desk)
    desk.person.fill(page.findChild(QLineEdit, "check_filter"), "scratch")
    assert [page.problems.rows.problem(row).image for row in range(page.problems.rows.rowCount())] == ["b"]


def test_one_fix_and_its_undo(desk: Desk) -> None:
    before = files(desk.root)
    page = check(desk)
    choose_kind(page, "box-out-of-image")
    assert page.card.fix_button.text() == "Cut off what lies outside"
    press(page, "problem_fix_button")
    wait_for_banner(desk.person)
    assert desk.shapes("a")[1] == Box(0, 100, 60, 160)
    assert desk.shapes("b")[1] == BELOW.shape
    wait_until_checked(desk)
    desk.person.wait_until(lambda: kinds(page).get("box-out-of-image") == 1, "the check is made anew")
    desk.person.click("banner_button")
    wait_idle(desk.person)
    assert files(desk.root) == before
    desk.person.wait_until(lambda: kinds(page).get("box-out-of-image") == 2, "the check is made anew")


def test_all_of_a_kind_are_fixed_after_a_count_and_taken_back_by_ctrl_z(desk: Desk) -> None:
    before = files(desk.root)
    page = check(desk)
    choose_kind(page, "box-out-of-image")
    press(page, "problem_fix_all_button")
    box = desk.person.find(QMessageBox, "fix_all_box")
    assert "2 objects in 2 images" in box.informativeText()
    press(box, "fix_all_yes")
    wait_for_banner(desk.person)
    assert (desk.shapes("a")[1], desk.shapes("b")[1]) == (Box(0, 100, 60, 160), Box(200, 250, 260, 300))
    desk.keys("Alt+1")
    desk.person.wait_until(desk.page.isVisible, "the annotate page is shown")
    desk.keys("Ctrl+Z")
    wait_idle(desk.person)
    assert files(desk.root) == before


def test_what_is_ignored_stays_away_until_it_is_heeded_again(desk: Desk) -> None:
    page = check(desk)
    choose_kind(page, "annotated-twice")
    press(page, "problem_ignore_button")
    assert "annotated-twice" not in kinds(page)
    desk.person.wait_until((desk.root / ".annotrain" / "ignored_problems.json").exists, "it is kept")
    press(page, "check_again_button")
    wait_until_checked(desk)
    assert "annotated-twice" not in kinds(page)
    page.show_ignored.click()
    assert kinds(page) == {"annotated-twice": 1}
    press(page, "problem_ignore_button")
    page.show_ignored.click()
    assert kinds(page)["annotated-twice"] == 1


def test_an_edit_is_checked_without_being_asked(desk: Desk) -> None:
    page = check(desk)
    desk.keys("Alt+1")
    desk.person.wait_until(desk.page.isVisible, "the annotate page is shown")
    desk.page.selection.set((1,))
    desk.keys("Delete")
    assert len(desk.objects("a")) == 1
    desk.keys("Alt+6")
    desk.person.wait_until(lambda: kinds(page) == {"box-out-of-image": 1, "annotated-twice": 1}, "it is gone")


def test_a_sound_dataset_is_told_so(open_desk: OpenDesk) -> None:
    desk = open_desk(a=(DENT,))
    desk.person.find(QSpinBox, "least_images").setValue(0)
    page = check(desk)
    assert page.findChild(QLabel, "check_calm").text() == "No problem was found"


def test_look_alikes_are_shown_side_by_side(desk: Desk) -> None:
    noise = np.random.default_rng(0).integers(0, 255, (30, 40, 3), dtype=np.uint8)
    picture = Image.fromarray(noise).resize((400, 300), Image.Resampling.BICUBIC)
    picture.save(desk.root / "JPEGImages" / "a.png")
    picture.resize((396, 296)).save(desk.root / "JPEGImages" / "b.png")
    dataset = Dataset.open(desk.root)
    write_set(dataset, "train", ["a"])
    write_set(dataset, "val", ["b"])
    page = check(desk)
    choose_kind(page, "near-duplicate-in-train-and-val")
    desk.person.wait_until(lambda: page.card.picture.shown == ("b", "a"), "both are shown")


def test_the_rail_counts(desk: Desk) -> None:
    check(desk)
    assert desk.person.window.findChild(object, "check_page_button").text() == "Check 3"


def test_the_root_is_untouched_by_looking(desk: Desk) -> None:
    before = files(Path(desk.root))
    check(desk)
    assert files(desk.root) == before
