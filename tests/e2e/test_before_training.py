"""What a person does before a run: looks at the variation, chooses a size, checks on five images, finds a rate."""

from pathlib import Path

import cv2
import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton

from core.geometry import Box
from core.training.augmentation import NO_AUGMENTATION
from core.training.run_folder import list_runs
from core.training.trials import TrialKind, trial_kind
from core.voc.annotation import State, VocObject
from desktop.demo.person import Person
from desktop.review.scope import Scope, entries_of
from tests.e2e.conftest import open_folder
from tests.e2e.desk import HEIGHT, WIDTH, Desk, make_dataset
from tests.squares import Squares


def _train_page(person: Person, root: Path) -> None:
    open_folder(person, root)
    person.click("train_page_button")
    tuning = person.window.app.tuning
    person.wait_until(lambda: tuning._plan is not None, "what can be learned is counted")


def test_the_variation_is_looked_at_and_taken_over(person: Person, tmp_path: Path) -> None:
    things = (VocObject(label="bolt", shape=Box(40, 40, 140, 120)),)
    _train_page(person, make_dataset(tmp_path / "small", {"a": things, "b": things}))
    form, tuning = person.window.train_page.form, person.window.app.tuning
    person.click("augmentation_fold")
    person.click("preview_button")
    dialog = tuning.dialog
    person.wait_until(lambda: len(dialog.grid.cells) == 2, "the pictures are shown")
    QTest.mouseClick(dialog.findChild(QPushButton, "no_augmentation_button"), Qt.MouseButton.LeftButton)
    flip = dialog.findChild(QCheckBox, "augmentation_flip_horizontal")
    QTest.keyClick(flip, Qt.Key.Key_Space)
    QTest.mouseClick(dialog.findChild(QPushButton, "use_augmentation_button"), Qt.MouseButton.LeftButton)
    person.wait_until(lambda: tuning.dialog is None, "the preview is closed")
    augmentation = form.spec().augmentation
    assert augmentation.flip_horizontal
    assert (augmentation.flip_vertical, augmentation.scale, augmentation.noise) == (False, (1.0, 1.0), 0)
    assert augmentation != NO_AUGMENTATION


def test_a_region_and_tiles_are_chosen_on_the_users_picture(person: Person, tmp_path: Path) -> None:
    places = (Box(40, 40, 44, 44), Box(300, 200, 306, 206))
    things = tuple(VocObject(label="speck", shape=place) for place in places)
    _train_page(person, make_dataset(tmp_path / "small", {"a": things, "b": things}))
    form = person.window.train_page.form
    person.fill(form.image_size, "200")
    assert "100 % of the objects would be under 5 × 5 pixels (speck 4)" in form.pictures.note.text()
    plan = form.pictures.plan
    person.wait_until(lambda: plan._sample is not None, "a picture of the dataset is shown")
    rect = plan.picture_rect()
    places = [QPointF(rect.x() + share * rect.width(), rect.y() + share * rect.height()).toPoint()
              for share in (0.5, 0.75, 0.999)]  # fmt: skip
    QTest.mousePress(plan, Qt.MouseButton.LeftButton, pos=places[0])
    QTest.mouseMove(plan, places[1])
    QTest.mouseRelease(plan, Qt.MouseButton.LeftButton, pos=places[2])
    assert form.spec().region == pytest.approx((0.5, 0.5, 1.0, 1.0), abs=0.03)
    assert "outside the region" in form.pictures.note.text()
    person.click("pictures_fold")
    person.fill(form.pictures.tiles.widget, "2")
    assert (form.spec().tiles, form.spec().overlap) == (2, 0.2)
    assert "No object would be under 5 × 5 pixels" in form.pictures.note.text()


def test_a_task_that_the_dataset_cannot_serve_is_not_offered(person: Person, tmp_path: Path) -> None:
    things = (VocObject(label="bolt", shape=Box(40, 40, 140, 120)),)
    _train_page(person, make_dataset(tmp_path / "small", {"a": things, "b": things}))
    form = person.window.train_page.form
    form.task.setFocus()
    for _ in range(4):
        QTest.keyClick(form.task, Qt.Key.Key_Down)
    assert form.task.currentData() == "detection"
    tip = form.task.itemData(form.task.findData("classification"), Qt.ItemDataRole.ToolTipRole)
    assert "No image has a tag yet" in tip


def _ended(person: Person) -> None:
    dialog = person.window.app.tuning.dialog
    person.wait_until(lambda: dialog.end.text() == "Close", "the trial has ended", seconds=300)


@pytest.mark.long
def test_five_images_are_learned_by_heart_in_a_process_of_its_own(person: Person, squares: Squares) -> None:
    _train_page(person, squares.root)
    person.fill(person.window.train_page.form.image_size, "64")
    person.click("check_five_button")
    dialog = person.window.app.tuning.dialog
    _ended(person)
    assert "All is well" in dialog.verdict.text(), dialog.verdict.text()
    person.wait_until(lambda: len(dialog.grid.cells) == 5, "the five images are shown")
    assert [cell.said for cell in dialog.grid.cells] == ["1 found of 1"] * 5
    (trial,) = list_runs(squares.root / ".annotrain" / "trials")
    assert trial_kind(trial) is TrialKind.CHECK_FIVE
    assert list_runs(squares.dataset.runs_folder) == []  # it is no run
    dialog.reject()


@pytest.mark.long
def test_a_rate_is_found_and_taken_over(person: Person, squares: Squares) -> None:
    _train_page(person, squares.root)
    form = person.window.train_page.form
    person.fill(form.image_size, "64")
    person.click("learning_fold")
    person.click("find_rate_button")
    dialog = person.window.app.tuning.dialog
    _ended(person)
    suggested = dialog.values["learning_rate"]
    assert 1e-5 < suggested < 0.3
    QTest.mouseClick(dialog.use, Qt.MouseButton.LeftButton)
    assert form.spec().learning_rate == pytest.approx(suggested)


@pytest.mark.parametrize("action", ["check_five", "find_rate", "fit_batch"])
def test_nothing_is_tried_where_nothing_is_labelled(person: Person, tmp_path: Path, action: str) -> None:
    root = make_dataset(tmp_path / "bare", {})
    _train_page(person, root)
    person.window.actions_by_name[action].trigger()
    assert "No image is labelled yet: label at least 2" in person.window.banner.text.text()
    assert person.window.app.tuning.dialog is None
    assert not (root / ".annotrain" / "trials").exists()


def test_images_that_only_mask_files_label_are_counted_alike_everywhere(person: Person, tmp_path: Path) -> None:
    root = make_dataset(tmp_path / "masks", {})
    mask = np.zeros((HEIGHT, WIDTH), np.uint8)
    mask[20:60, 20:90] = 1
    for folder in ("SegmentationClass", "ImageSets/Segmentation"):
        (root / folder).mkdir(parents=True)
    for part, names in {"train": "ab", "val": "c"}.items():
        (root / "ImageSets" / "Segmentation" / f"{part}.txt").write_text("".join(f"{name}\n" for name in names))
        for name in names:
            cv2.imwrite(str(root / "SegmentationClass" / f"{name}.png"), mask)
    (root / "labels.txt").write_text("crack\n")
    _train_page(person, root)
    assert person.window.train_page.new_run.sentence.text().startswith("3 labelled images: 2 to train, 1 to validate")
    assert person.window.train_page.form.task.currentData() == "semantic", "no PNG says where one thing ends"
    assert person.window.project_words.text() == "3 of 3 images labelled"
    assert person.find(QLabel, "image_counts").text() == "3 of 3 labelled"
    states = person.window.app.annotate.parts.images.model
    assert {states.state_of(name).state for name in "abc"} == {State.IN_WORK}
    assert person.find(QLabel, "image_state").text() == "In work"
    assert "new" not in states.words_of(0)
    dataset = person.window.app.project.dataset
    assert entries_of(dataset, Scope.UNLABELLED, ()) == []
    person.window.activateWindow()
    Desk(person, root).keys("Alt+2")
    person.wait_until(lambda: "Every image" in person.find(QLabel, "next_title").text(), "nothing is left to label")
