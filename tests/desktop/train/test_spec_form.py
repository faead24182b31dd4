"""The form of a run: recipes propose figures, a person's own stay."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.errors import SpecError
from core.training.augmentation import Augmentation
from core.training.material import Material
from core.training.recipes import MODELS
from core.training.sizes import ObjectPlaces
from core.training.spec import Spec
from desktop.train.plan import Plan
from desktop.train.spec_form import FEW_IMAGES, SpecForm


@pytest.fixture
def form(qtbot: QtBot) -> SpecForm:
    form = SpecForm()
    qtbot.addWidget(form)
    form.show()
    return form


def test_few_images_bring_the_quick_recipe(form: SpecForm) -> None:
    standard = form.epochs.value()
    form.set_labelled(FEW_IMAGES - 1)
    assert form.recipe.currentData() == "quick"
    assert form.epochs.value() != standard
    form.set_labelled(FEW_IMAGES)
    assert form.epochs.value() == standard


def test_a_figure_typed_before_the_images_are_counted_stays(form: SpecForm) -> None:
    form.epochs.selectAll()
    QTest.keyClicks(form.epochs, "8")
    learning_rate = form.learning_rate.value()
    form.set_labelled(3)
    assert form.epochs.value() == 8
    assert form.recipe.currentData() == "quick"
    assert form.learning_rate.value() != learning_rate


def test_a_recipe_that_is_chosen_brings_all_its_figures(form: SpecForm) -> None:
    form.epochs.selectAll()
    QTest.keyClicks(form.epochs, "8")
    QTest.keyClick(form.recipe, Qt.Key.Key_Down)
    assert form.recipe.currentData() == "quick"
    assert form.epochs.value() != 8
    form.set_labelled(1000)
    assert form.recipe.currentData() == "quick"


@pytest.mark.parametrize("model", list(MODELS))
def test_untouched_the_form_says_what_the_recipe_says(form: SpecForm, model: str) -> None:
    for recipe in MODELS[model].recipes:
        form.task.setCurrentIndex(form.task.findData(MODELS[model].task))
        form.model.setCurrentIndex(form.model.findData(model))
        form.recipe.setCurrentIndex(form.recipe.findData(recipe.name))
        wanted = Spec.for_model(model, recipe=recipe.name, name="model", backbone=MODELS[model].backbone)
        assert form.spec() == wanted


def test_every_value_of_a_spec_can_be_reached(form: SpecForm) -> None:
    reached = set(form.fields.values()) | {"name", "model", "recipe", "backbone", "weights", "continue_from"}
    assert set(Spec.model_fields) - reached == set()


def test_a_spec_that_is_shown_is_the_one_that_is_made(form: SpecForm) -> None:
    spec = Spec.for_model(
        "compact", recipe="quick", name="other", epochs=3, image_size=256, input_size=(192, 256),
        region=(0.1, 0.2, 0.9, 0.8), tiles=3, overlap=0.3, batch_size=5, learning_rate=0.00037, weight_decay=0.01,
        warmup_steps=7, average=0.9, patience=4, seed=11, least_images=3, label_weights=True, fit_anchors=True,
        throw_away=True, device="cpu", precision="bf16", channels_last=False, processes=2, threads=3, workers=2,
        cache_mb=512, time_budget_s=120.0, tensorboard=True, labels=("dent",), weights="/some/where.safetensors",
        augmentation=Augmentation(rotation=10.0, blur=1.5, noise=0.013, scale=(0.5, 2.0)),
    )  # fmt: skip
    form.set_spec(spec)
    assert form.spec() == spec
    form.set_labelled(1000)
    assert form.spec() == spec


def test_a_version_that_is_gone_is_still_named(form: SpecForm) -> None:
    spec = Spec.for_model(name="other", continue_from="parts@2")
    form.set_spec(spec)
    assert form.spec().continue_from == "parts@2"


def test_tasks_without_material_cannot_be_chosen_and_say_why(form: SpecForm) -> None:
    material = Material(boxed=0, outlined=0, tagged=9, tags=("NG", "OK"))
    form.set_plan(Plan(labelled=9, train=7, val=2, labels=0, material=material))
    assert form.task.currentData() == "classification"
    detection = form.task.findData("detection")
    assert not form.task.model().item(detection).isEnabled()
    assert "draw boxes" in form.task.itemData(detection, Qt.ItemDataRole.ToolTipRole)
    material = Material(boxed=9, outlined=0, tagged=9, labels=("dent",), tags=("NG", "OK"))
    form.set_plan(Plan(labelled=9, train=7, val=2, labels=1, material=material))
    assert form.task.model().item(detection).isEnabled()
    assert not form.task.model().item(form.task.findData("semantic")).isEnabled()


def _places() -> ObjectPlaces:
    """A hundred objects of 12 pixels in pictures of 1600 x 1200."""
    corners = np.random.default_rng(0).uniform(0, 1100, (100, 2))
    boxes = np.concatenate([corners, corners + 12], axis=1)
    return ObjectPlaces(boxes, np.tile([1600.0, 1200.0], (100, 1)), np.zeros(100, np.int64), ("dent",), 4 / 3, 1600.0)


def test_objects_too_small_to_be_seen_are_counted_and_mended(form: SpecForm) -> None:
    form.set_plan(Plan(labelled=100, train=80, val=20, labels=1, places=_places()))
    note = form.pictures.note
    assert "100 % of the objects would be under 5 × 5 pixels (dent 100)" in note.text()
    assert note.property("role") == "problem"
    note.linkActivated.emit("use")
    assert form.spec().image_size == 800
    assert "No object would be under 5 × 5 pixels." in note.text()
    form.set_labelled(3)
    assert form.spec().image_size == 800  # what was taken over stays as if it had been typed


def test_a_region_is_dragged_on_the_picture(qtbot: QtBot, form: SpecForm) -> None:
    form.set_plan(Plan(labelled=100, train=80, val=20, labels=1, places=_places()))
    plan = form.pictures.plan
    rect = plan.picture_rect()
    start, end = (QPointF(rect.x() + x * rect.width(), rect.y() + y * rect.height()).toPoint()
                  for x, y in ((0.25, 0.25), (0.75, 1.2)))  # fmt: skip
    qtbot.mousePress(plan, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(plan, end)
    qtbot.mouseRelease(plan, Qt.MouseButton.LeftButton, pos=end)
    assert form.spec().region == pytest.approx((0.25, 0.25, 0.75, 1.0), abs=0.02)
    assert "outside the region" in form.pictures.note.text()
    qtbot.keyClick(plan, Qt.Key.Key_Right)
    assert form.spec().region == pytest.approx((0.27, 0.25, 0.77, 1.0), abs=0.02)
    assert form.folds["pictures"].gist == "a region"
    qtbot.mouseClick(plan, Qt.MouseButton.LeftButton, pos=start)
    assert form.spec().region is None


def test_a_value_that_does_not_do_is_marked(form: SpecForm) -> None:
    form.image_size.setValue(301)
    with pytest.raises(SpecError) as raised:
        form.spec()
    assert raised.value.field == "image_size"
    assert form.image_size.property("wrong")
    form.image_size.setValue(304)
    form.spec()
    assert not form.image_size.property("wrong")


def test_labels_are_chosen_in_a_menu_that_stays(form: SpecForm) -> None:
    material = Material(boxed=9, labels=("bolt", "dent", "scratch"))
    form.set_plan(Plan(labelled=9, train=7, val=2, labels=3, material=material))
    first, second, _third = form.learning.labels.menu().actions()
    first.trigger()
    assert form.spec().labels == ("dent", "scratch")
    second.trigger()
    assert form.spec().labels == ("scratch",)
    assert form.learning.labels.text() == "1 of 3: scratch"
    first.trigger()
    second.trigger()
    assert form.spec().labels is None


def test_the_wheel_scrolls_the_form_and_changes_no_figure(form: SpecForm) -> None:
    before = form.epochs.value()
    form.name.setFocus()
    at = QPointF(form.epochs.rect().center())
    event = QWheelEvent(at, form.epochs.mapToGlobal(at), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton,
                        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False)  # fmt: skip
    QApplication.sendEvent(form.epochs, event)
    assert form.epochs.value() == before
