"""The dataset's settings: another way to count pixels is explained, previewed, and reads every box anew."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QRadioButton

from core.geometry import Box
from core.voc.annotation import VocObject
from core.voc.convention import Convention
from core.voc.dataset import Dataset
from tests.e2e.batches import OpenDesk, files, press
from tests.e2e.desk import Desk

AT_ZERO = VocObject(label="dent", shape=Box(-1, -1, 60, 50))


def opened(desk: Desk) -> QDialog:
    name, window = "dataset_settings_dialog", desk.person.window
    desk.person.wait_until(lambda: window.findChild(QDialog, name) is not None, "the dialog opens")
    return desk.person.find(QDialog, name)


def test_the_convention_is_changed_and_files_are_not(open_desk: OpenDesk) -> None:
    desk = open_desk(a=(AT_ZERO,))
    before = files(desk.root)
    desk.person.window.actions_by_name["dataset_settings"].trigger()
    desk.person.wait_until(
        lambda: desk.person.window.findChild(QDialog, "dataset_settings_dialog") is not None, "it opens"
    )
    dialog = desk.person.find(QDialog, "dataset_settings_dialog")
    choice = dialog.findChild(QRadioButton, "convention_unshifted")
    assert not dialog.apply_button.isEnabled()
    QTest.keyClick(choice, Qt.Key.Key_Space)
    assert dialog.findChild(QLabel, "convention_preview").text().startswith("60 × 50 pixels, 0 from the left")
    press(dialog, "dataset_settings_apply")
    desk.person.wait_until(
        lambda: desk.page.document.annotation is not None and desk.page.document.annotation.objects[0].shape.x0 == 0,
        "the box is read anew",
    )
    assert desk.page.document.annotation.objects[0].shape == Box(0, 0, 60, 50)
    assert Dataset.open(desk.root).convention is Convention.UNSHIFTED
    assert files(desk.root) == before


def test_the_check_recommends_it_where_many_boxes_begin_at_0(open_desk: OpenDesk) -> None:
    things = tuple(VocObject(label="dent", shape=Box(-1, y, 40, y + 20)) for y in (0, 40, 80, 120, 160))
    desk = open_desk(a=things)
    desk.keys("Alt+6")
    page = desk.person.window.app.check
    desk.person.wait_until(lambda: page.problems.current is not None, "the check is done")
    assert page.problems.current.kind == "unshifted-numbers"
    press(page, "problem_settings_button")
    desk.person.wait_until(
        lambda: desk.person.window.findChild(QDialog, "dataset_settings_dialog") is not None, "it opens"
    )
    desk.person.find(QDialog, "dataset_settings_dialog").reject()
    desk.person.window.show_train()
    assert "1 serious problem" in desk.person.find(QLabel, "check_warning").text()
