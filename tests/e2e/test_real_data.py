"""Real images with real labels: 364 pictures of blood cells, opened, corrected and learned from."""

import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from core.geometry import Box
from core.training.events import EventReader, StepEnded
from core.training.run_folder import RunState, list_runs
from core.voc.dataset import Dataset
from desktop.demo.person import Person
from tests.e2e.conftest import open_folder, pixels


@pytest.fixture
def cells(bccd: Path, tmp_path: Path) -> Path:
    """A copy of the real data that may be written."""
    return Path(shutil.copytree(bccd, tmp_path / "cells", copy_function=shutil.copyfile))


def go_to(person: Person, name: str) -> None:
    """Filter the list for one image, and open it with the mouse and keys."""
    images = person.window.annotate_page.parts.images
    person.fill(images.filter, name)
    person.window.annotate_page.setFocus()
    person.press(Qt.Key.Key_D)
    person.wait_until(lambda: person.window.annotate_page.current_name == name, "the image opens")
    person.wait_until(lambda: person.window.annotate_page.canvas.scene() is not None, "its picture is shown")


def test_it_opens_at_once_and_counts(person: Person, cells: Path) -> None:
    open_folder(person, cells)
    page = person.window.annotate_page
    assert page.parts.images.model.rowCount() == 364
    person.wait_until(lambda: "292 of 364" in person.find(QLabel, "project_words").text(), "292 are labelled")
    assert set(page.label_list.names) == {"RBC", "WBC", "Platelets"}
    shown = pixels(page.canvas)
    middle = shown[shown.shape[0] // 4 : -shown.shape[0] // 4, shown.shape[1] // 4 : -shown.shape[1] // 4]
    assert middle.std() > 10  # a photograph with boxes, not a plain colour


def test_a_correction_changes_nothing_but_itself(person: Person, cells: Path) -> None:
    open_folder(person, cells)
    page, dataset = person.window.annotate_page, Dataset.open(cells)
    entry = dataset.entry("BloodImage_00000")
    before = entry.annotation_path.read_bytes()
    others = {path: path.read_bytes() for path in (cells / "Annotations").glob("*.xml")}
    go_to(person, entry.name)
    box = dataset.read(entry).objects[0].shape
    assert isinstance(box, Box)
    person.press(Qt.Key.Key_V)
    person.click_points(page.canvas, [((box.x0 + box.x1) / 2, box.y0 + 1)])
    person.drag(page.canvas, [(box.x1, box.y1), (box.x1 - 10, box.y1 - 8), (box.x1 - 20, box.y1 - 16)])
    person.wait_until(lambda: entry.annotation_path.read_bytes() != before, "the correction is saved")
    now = dataset.read(entry).objects[0].shape.bounds
    assert (now.x0, now.y0) == (box.x0, box.y0)
    assert np.allclose((now.x1, now.y1), (box.x1 - 20, box.y1 - 16), atol=1.5)
    changed = [
        (old, new)
        for old, new in zip(before.splitlines(), entry.annotation_path.read_bytes().splitlines(), strict=True)
        if old != new
    ]
    assert [old.split(b">")[0].strip() for old, _ in changed] == [b"<xmax", b"<ymax"]
    person.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    person.wait_until(lambda: entry.annotation_path.read_bytes() == before, "undo brings every byte back")
    assert {path: path.read_bytes() for path in others} == others


@pytest.mark.slow
def test_train_shows_the_loss_of_every_step_and_stops_at_once(person: Person, cells: Path) -> None:
    open_folder(person, cells)
    person.click("train_page_button")
    person.wait_until(lambda: "205 to train, 87 to validate" in person.find(QLabel, "plan_sentence").text(), "the plan")
    empty = pixels(person.window.train_page.view.curves)
    person.click("train_button")
    runs = Dataset.open(cells).runs_folder
    person.wait_until(lambda: bool(list_runs(runs)), "the run is there")
    (run,) = list_runs(runs)
    reader, steps = EventReader(run.events_path), []

    def three_steps() -> bool:
        steps.extend(event for event in reader.read_new() if isinstance(event, StepEnded))
        return len(steps) >= 3

    person.wait_until(three_steps, "three steps", 180)
    assert [step.step for step in steps[:3]] == [1, 2, 3]

    def drawn() -> bool:
        curves = pixels(person.window.train_page.view.curves)
        rows, columns = min(len(curves), len(empty)), min(curves.shape[1], empty.shape[1])  # the tiles above may grow
        return bool((curves[:rows, :columns] != empty[:rows, :columns]).mean() > 0.001)

    person.wait_until(drawn, "the curve is on the screen", 10)
    person.click("stop_button")
    person.wait_until(lambda: run.state() is RunState.STOPPED, "it stops", 10)
    assert (cells / "ImageSets" / "Main" / "train.txt").read_text().split()[0] == "BloodImage_00001"


@pytest.mark.slow
def test_torchvision_reads_what_was_drawn(person: Person, cells: Path, tmp_path: Path) -> None:
    open_folder(person, cells)
    page = person.window.annotate_page
    name = (cells / "ImageSets" / "Main" / "unlabelled.txt").read_text().split()[0]
    go_to(person, name)
    person.press(Qt.Key(Qt.Key.Key_0 + page.label_list.names.index("WBC") + 1))
    person.press(Qt.Key.Key_B)
    person.drag(page.canvas, [(100, 120), (200, 200), (300, 280)])
    path = cells / "Annotations" / f"{name}.xml"
    person.wait_until(path.exists, "it is saved")
    devkit = tmp_path / "devkit" / "VOCdevkit"
    devkit.mkdir(parents=True)
    (devkit / "VOC2012").symlink_to(cells, target_is_directory=True)
    code = (
        "import sys; from torchvision.datasets import VOCDetection\n"
        "image, said = VOCDetection(sys.argv[1], year='2012', image_set='val')[0]\n"
        "thing = said['annotation']['object'][0]\n"
        "print(image.size, thing['name'], *(round(int(v), -1) for v in thing['bndbox'].values()))"
    )
    (cells / "ImageSets" / "Main" / "val.txt").write_text(f"{name}\n")
    ran = subprocess.run([sys.executable, "-c", code, str(devkit.parent)], capture_output=True, text=True, check=False)
    assert ran.stdout.strip() == "(640, 480) WBC 100 120 300 280", ran.stderr
