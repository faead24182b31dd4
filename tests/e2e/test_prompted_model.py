"""Segment by a promptable model of one's own: points and a box, corrected, accepted; the XML holds the pixels."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit

from core.geometry import Mask
from desktop.main_window import MainWindow
from tests import promptable_networks as networks
from tests.core.editing.assist.pictures import ellipse, iou, picture
from tests.e2e.desk import Desk

LEFT, RIGHT = ellipse((400, 300), (120, 150), (70, 60)), ellipse((400, 300), (290, 150), (70, 60))
RGB = picture(LEFT | RIGHT, noise=0)
OpenPicture = Callable[[np.ndarray], Desk]


@pytest.fixture(params=["sam", "sam 2"])
def files(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Path, Path]:
    """An encoder and a decoder, of the official signature and of SAM 2's."""
    paths = tmp_path / "encoder.onnx", tmp_path / "decoder.onnx"
    makers = {
        "sam": (networks.sam_encoder, networks.sam_decoder),
        "sam 2": (networks.sam2_encoder, networks.sam2_decoder),
    }[request.param]
    for make, path in zip(makers, paths, strict=True):
        make(path)
    return paths


@pytest.fixture
def desk(window: MainWindow, files: tuple[Path, Path], open_picture: OpenPicture) -> Desk:
    settings = window.app.settings
    settings.promptable_encoder, settings.promptable_decoder = files
    desk = open_picture(RGB)
    desk.keys("I")
    return desk


def settle(desk: Desk) -> None:
    desk.person.wait_until(lambda: not desk.canvas.working, "the model has answered")


def only(desk: Desk) -> Mask:
    (shape,) = desk.shapes()
    assert isinstance(shape, Mask)
    return shape


def test_points_then_enter(desk: Desk) -> None:
    desk.click((120, 150))
    settle(desk)
    preview = desk.canvas.overlay.preview
    assert iou(preview.shape, LEFT | RIGHT) > 0.8
    desk.click((290, 150), Qt.KeyboardModifier.ShiftModifier)
    settle(desk)
    desk.keys("Backspace")
    desk.keys("Return")
    assert iou(only(desk), LEFT | RIGHT) > 0.8


def test_a_box_and_points_in_it(desk: Desk) -> None:
    desk.drag((45, 85), (195, 215))
    settle(desk)
    desk.keys("Return")
    assert iou(only(desk), LEFT) > 0.8
    desk.keys("Ctrl+Z")
    desk.click((20, 20))
    QTest.mouseClick(desk.canvas, Qt.MouseButton.RightButton, pos=desk.place((120, 150)))
    desk.keys("Return")
    desk.person.wait_until(lambda: not desk.canvas.busy, "the model has answered")
    ground = ~(LEFT | RIGHT)
    assert iou(only(desk), ground) > 0.8


def test_the_picture_is_looked_at_as_soon_as_the_tool_is_in_hand_and_once(desk: Desk) -> None:
    prompting = desk.person.window.app.prompting
    desk.person.wait_until(lambda: not prompting.looking, "the picture is looked at")
    desk.click((120, 150))
    settle(desk)
    desk.click((130, 160))
    settle(desk)
    said = desk.person.window.statusBar().currentMessage()
    assert said == "" or "Enter accepts" in said
    desk.keys("Escape")
    assert not (desk.root / "Annotations" / "a.xml").exists()


def test_without_a_model_the_settings_open_and_say_what_is_wrong(
    window: MainWindow, open_picture: OpenPicture, tmp_path: Path
) -> None:
    desk = open_picture(RGB)
    desk.keys("I")
    desk.click((120, 150))
    dialog = window.findChild(QDialog, "preferences")
    assert dialog is not None
    section = dialog.findChild(QLineEdit, "promptable_encoder").parentWidget()
    dialog.tabs.setCurrentWidget(section)
    verdict = section.findChild(QLabel, "prompt_verdict")
    assert "Choose both files" in verdict.text()
    encoder = networks.sam_encoder(tmp_path / "encoder.onnx")
    desk.person.fill(section.findChild(QLineEdit, "promptable_encoder"), str(encoder))
    desk.person.fill(section.findChild(QLineEdit, "promptable_decoder"), str(encoder))
    desk.person.wait_until(lambda: "is not a decoder" in verdict.text(), "the wrong file is found out")
    decoder = networks.sam_decoder(tmp_path / "decoder.onnx")
    desk.person.fill(section.findChild(QLineEdit, "promptable_decoder"), str(decoder))
    desk.person.wait_until(lambda: "works" in verdict.text(), "the model is tried")
    dialog.close()
    assert (window.app.settings.promptable_encoder, window.app.settings.promptable_decoder) == (encoder, decoder)
    desk.canvas.setFocus()
    desk.click((120, 150))
    settle(desk)
    desk.keys("Return")
    assert iou(only(desk), LEFT | RIGHT) > 0.8


def test_a_file_that_went_away_is_said_and_work_goes_on(desk: Desk, files: tuple[Path, Path]) -> None:
    prompting = desk.person.window.app.prompting
    desk.person.wait_until(lambda: not prompting.looking, "the picture is looked at")
    desk.person.window.app.settings.promptable_decoder = files[1].with_name("gone.onnx")
    said: list[str] = []
    desk.page.hint.connect(said.append)
    desk.click((120, 150))
    settle(desk)
    assert "is not there" in said[-1]
    desk.keys("Escape", "B")
    desk.drag((20, 20), (60, 60))
    assert len(desk.objects()) == 1
