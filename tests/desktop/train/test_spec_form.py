"""The form of a run: recipes propose figures, a person's own stay."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

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
