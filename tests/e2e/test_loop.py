"""The whole loop in the real window: draw, train, watch, pre-label, accept, by mouse and keys alone."""

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSlider, QWidget

from core.geometry import Box, Mask, Polygon
from core.training.events import EpochEnded, EventReader, RunEnded, StepEnded
from core.training.run_folder import RunState, list_runs
from desktop.demo.person import Person
from tests.e2e.conftest import open_folder, pixels
from tests.squares import Squares


def draw_three_shapes(person: Person, squares: Squares) -> None:
    """Go to the first picture without labels; draw a box, a polygon and a mask on it."""
    canvas = person.window.annotate_page.canvas
    for _ in range(10):
        person.press(Qt.Key.Key_D)
    person.wait_until(lambda: canvas.scene() is not None, "the picture is shown")
    box = squares.truth["p11"]
    person.press(Qt.Key.Key_1)
    person.press(Qt.Key.Key_B)
    person.drag(canvas, [(box.x0, box.y0), (box.x0 + 9, box.y0 + 5), (box.x1, box.y1)])
    person.press(Qt.Key.Key_Escape)
    person.press(Qt.Key.Key_P)
    person.click_points(canvas, [(70, 4), (90, 6), (80, 20)])
    person.press(Qt.Key.Key_Return)
    person.press(Qt.Key.Key_Escape)
    person.press(Qt.Key.Key_R)
    while canvas.brush_radius > 3:
        person.press(Qt.Key.Key_BracketLeft)
    person.drag(canvas, [(60, 50), (70, 50), (85, 50)])


def test_three_shapes_by_mouse_are_in_the_file_and_undo_takes_them_back(person: Person, squares: Squares) -> None:
    open_folder(person, squares.root)
    page, entry = person.window.annotate_page, squares.dataset.entry("p11")
    before = pixels(page.canvas)
    draw_three_shapes(person, squares)
    assert page.current_name == "p11"
    person.wait_until(entry.annotation_path.exists, "it is saved by itself")
    person.wait_until(lambda: len(squares.dataset.read(entry).objects) == 3, "all of it is saved")
    box, polygon, mask = (thing.shape for thing in squares.dataset.read(entry).objects)
    assert isinstance(box, Box)
    assert box.iou(squares.truth["p11"]) > 0.85
    assert isinstance(polygon, Polygon)
    assert np.allclose(polygon.points, [(70, 4), (90, 6), (80, 20)], atol=0.5)
    assert isinstance(mask, Mask)
    assert mask.to_array(96, 64)[50, 60:86].all()
    assert not mask.to_array(96, 64)[:40].any()
    assert (pixels(page.canvas) != before).any()
    for _ in range(3):
        person.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    person.press(Qt.Key.Key_D)
    person.wait_until(
        lambda: not entry.annotation_path.exists() or not squares.dataset.read(entry).objects, "undo is saved as well"
    )


@pytest.mark.slow
def test_train_watch_prelabel_and_accept(person: Person, squares: Squares) -> None:
    window, page = person.window, person.window.annotate_page
    open_folder(person, squares.root)
    form = window.train_page.form
    person.click("train_page_button")
    person.fill(form.epochs, "4")
    form.folds["learning"].header.click()
    person.fill(form.image_size, "96")
    empty = pixels(window.train_page.view.curves)
    person.click("train_button")
    runs = squares.dataset.runs_folder
    person.wait_until(lambda: bool(list_runs(runs)), "the run is there")
    (run,) = list_runs(runs)
    reader, seen = EventReader(run.events_path), []

    def ended() -> bool:
        seen.extend(reader.read_new())
        return bool(seen) and isinstance(seen[-1], RunEnded)

    person.wait_until(ended, "the run ends", 240)
    assert seen[-1].model == "squares@1"
    steps, epochs = ([e for e in seen if isinstance(e, kind)] for kind in (StepEnded, EpochEnded))
    assert [step.step for step in steps] == list(range(1, len(steps) + 1))
    assert len(epochs) == 4
    assert all(epoch.val_loss is not None and epoch.headline is not None for epoch in epochs)
    person.wait_until(lambda: "squares@1" in window.train_page.view.title.text(), "the window has read the end")
    drawn = pixels(window.train_page.view.curves)
    assert (drawn[: empty.shape[0], : empty.shape[1]] != empty[: drawn.shape[0], : drawn.shape[1]]).mean() > 0.001

    person.click("annotate_page_button")
    person.click("prelabel_button")
    bar = person.find(QWidget, "prelabel_progress")
    person.wait_until(lambda: bool(page.canvas.ghosts) and not bar.isVisible(), "suggestions appear", 60)
    assert page.current_name == "p11"
    assert not squares.dataset.entry("p11").annotation_path.exists()
    slider = person.find(QSlider, "threshold_slider")
    ghosts = page.canvas.ghosts
    with_ghosts = pixels(page.canvas)
    slider.setValue(100)
    assert not page.canvas.ghosts
    changed = np.argwhere((pixels(page.canvas) != with_ghosts).any(axis=2))
    around = [page.canvas.view_rect(ghost.shape).adjusted(-60, -60, 60, 60) for ghost in ghosts]
    assert len(changed) > 50
    assert all(any(rect.contains(float(x), float(y)) for rect in around) for y, x in changed)
    slider.setValue(50)
    page.canvas.setFocus()
    person.press(Qt.Key.Key_Delete)
    person.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    person.press(Qt.Key.Key_Return)
    first = squares.dataset.entry("p11")
    person.wait_until(first.annotation_path.exists, "the accepted one is saved")
    person.click("accept_all_button")
    person.click("confirm_button")
    names = ("p11", "p12", "p13", "p14")
    person.wait_until(
        lambda: all(squares.dataset.entry(name).annotation_path.exists() for name in names), "all are accepted"
    )
    person.wait_until(lambda: not bar.isVisible(), "the work ends")
    for name in names:
        (thing,) = squares.dataset.read(squares.dataset.entry(name)).objects
        assert thing.label == "square"
        assert thing.shape.bounds.iou(squares.truth[name]) > 0.5


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "getpgid"), reason="process groups are a thing of POSIX")
def test_a_run_goes_on_without_the_window_and_stops_within_two_seconds(person: Person, squares: Squares) -> None:
    open_folder(person, squares.root)
    person.click("train_page_button")
    person.click("train_button")
    runs = squares.dataset.runs_folder
    person.wait_until(lambda: bool(list_runs(runs)), "the run is there")
    (run,) = list_runs(runs)
    reader = EventReader(run.events_path)
    person.wait_until(lambda: any(isinstance(e, StepEnded) for e in reader.read_new()), "the first step", 120)
    worker = run.worker
    assert worker is not None
    assert os.getpgid(worker.pid) != os.getpgrp()  # neither Ctrl-C nor the window's end reaches it
    person.click("stop_button")
    person.wait_until(lambda: run.state() is RunState.STOPPED, "the run stops", 5)
    person.wait_until(lambda: not worker.is_alive(run.path), "the process ends", 5)


@pytest.mark.slow
def test_the_written_files_are_read_by_torchvision(person: Person, squares: Squares, tmp_path: Path) -> None:
    open_folder(person, squares.root)
    draw_three_shapes(person, squares)
    entry = squares.dataset.entry("p11")
    person.wait_until(lambda: entry.annotation_path.exists() and b"mask" in entry.annotation_path.read_bytes(), "saved")
    sets = tmp_path / "VOCdevkit" / "VOC2012"
    sets.parent.mkdir()
    sets.symlink_to(squares.root, target_is_directory=True)
    (squares.root / "ImageSets" / "Main").mkdir(parents=True, exist_ok=True)
    (squares.root / "ImageSets" / "Main" / "train.txt").write_text("p11\n")
    code = (
        "import sys; from torchvision.datasets import VOCDetection\n"
        "image, said = VOCDetection(sys.argv[1], year='2012', image_set='train')[0]\n"
        "print(image.size, [thing['name'] for thing in said['annotation']['object']])"
    )
    ran = subprocess.run([sys.executable, "-c", code, str(tmp_path)], capture_output=True, text=True, check=False)
    assert ran.stdout.strip() == "(96, 64) ['square', 'square', 'square']", ran.stderr
