"""A version is judged on its page: figures, confusion, mistakes, label errors that can be taken over, speed."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDoubleSpinBox, QLabel, QPushButton, QTableWidget

from core.geometry import Box, Mask
from core.inference.model_folder import ModelFolder
from core.inference.model_use import ModelUse
from core.review.evaluation.results import path_of
from core.voc import annotation_file
from core.voc.dataset import Dataset
from desktop.demo.person import Person
from desktop.evaluate.page import EvaluatePage
from desktop.main_window import MainWindow
from tests.core.review.evaluation.networks import write_instances
from tests.e2e.conftest import open_folder
from tests.e2e.judged import DARK, OVERLOOKED, make_judged

FIGURES, CONFUSION, MISTAKES, ERRORS, CALIBRATION, SPEED, SIZE = range(7)
Show = Callable[[], EvaluatePage]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return make_judged(tmp_path / "judged")


@pytest.fixture
def show(person: Person, root: Path) -> Show:
    """Return a function that opens the dataset and shows the page by its key."""

    def show_page() -> EvaluatePage:
        if person.window.app.root() != root:
            open_folder(person, root)
        QTest.keyClick(person.window, Qt.Key.Key_8, Qt.KeyboardModifier.AltModifier)
        evaluation = person.window.app.evaluation
        person.wait_until(lambda: evaluation.page is not None, "the page is built")
        page = evaluation.page
        person.wait_until(lambda: page.chosen_model is not None and page.image_set.count() > 0, "there is a choice")
        return page

    return show_page


@pytest.fixture
def evaluated(person: Person, show: Show) -> EvaluatePage:
    """The page after bright@1 was measured on val."""
    page = show()
    person.wait_until(lambda: page.image_set.findData("val") >= 0, "the sets are read")
    page.image_set.setCurrentIndex(page.image_set.findData("val"))
    QTest.mouseClick(page.evaluate, Qt.MouseButton.LeftButton)
    person.wait_until(lambda: bool(page.mistakes.shown), "it is measured")
    return page


def table(page: EvaluatePage) -> list[list[str]]:
    widget = page.findChild(QTableWidget, "label_figures")
    return [[widget.item(row, column).text() for column in range(widget.columnCount())]
            for row in range(widget.rowCount())]  # fmt: skip


def press(page: EvaluatePage, name: str) -> None:
    QTest.mouseClick(page.findChild(QPushButton, name), Qt.MouseButton.LeftButton)


def test_figures_of_all_and_of_each_label(evaluated: EvaluatePage) -> None:
    rows = table(evaluated)
    assert [row[:2] for row in rows] == [["All", "4"], ["bright", "4"]]
    assert rows[0][4:7] == ["0.750", "0.750", "0.750"]  # precision, recall, F1: three of four each way
    assert [tile.value for tile in evaluated.figures.tiles if tile.isVisible()][2:] == ["0.750", "0.750", "0.750", "4"]


def test_without_a_model_the_page_says_what_to_do(person: Person, tmp_path: Path) -> None:
    root = make_judged(tmp_path / "bare")
    (Dataset.open(root).models_folder / "bright" / "v1" / "card.json").unlink()
    open_folder(person, root)
    QTest.keyClick(person.window, Qt.Key.Key_8, Qt.KeyboardModifier.AltModifier)
    person.wait_until(lambda: person.window.findChild(QLabel, "evaluate_calm") is not None, "the page is built")
    label = person.find(QLabel, "evaluate_calm")
    person.wait_until(label.isVisible, "it says why it is empty")
    assert label.text() == "There is no model yet"


def test_what_was_measured_is_there_at_once_the_next_time_and_says_when_it_is_stale(
    evaluated: EvaluatePage, person: Person, root: Path
) -> None:
    dataset = Dataset.open(root)
    model = ModelFolder.find(dataset.models_folder)
    assert path_of(dataset, model, "val").is_file()
    assert not evaluated.stale.isVisible()
    entry = dataset.entry("a")
    dataset.write(entry, dataset.read(entry).with_objects(()))
    evaluated.image_set.setCurrentIndex(evaluated.image_set.findData("*"))
    evaluated.choice_changed.emit()
    person.wait_until(lambda: not evaluated.mistakes.shown, "nothing was measured on all images")
    evaluated.image_set.setCurrentIndex(evaluated.image_set.findData("val"))
    evaluated.choice_changed.emit()
    person.wait_until(lambda: bool(evaluated.mistakes.shown), "what was kept is shown")
    assert "evaluate again" in evaluated.stale.text()


def test_the_threshold_changes_what_counts_and_can_be_kept_for_suggestions(
    evaluated: EvaluatePage, person: Person, root: Path
) -> None:
    field = evaluated.findChild(QDoubleSpinBox, "evaluate_threshold")
    before = len(evaluated.mistakes.shown)
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "0.98")
    QTest.keyClick(field, Qt.Key.Key_Return)
    person.wait_until(lambda: len(evaluated.mistakes.shown) == before + 3, "three more are missed")
    assert [tile.value for tile in evaluated.figures.tiles if tile.isVisible()][2:4] == ["0.000", "0.000"]
    press(evaluated, "evaluate_keep_threshold")
    model = ModelFolder.find(Dataset.open(root).models_folder)
    person.wait_until(lambda: ModelUse.read(model.path).threshold == 0.98, "it is kept")
    bar = person.window.app.bar
    person.wait_until(lambda: bar.threshold.percent == 98, "the suggestions take it")


def test_the_line_in_the_curve_can_be_dragged(evaluated: EvaluatePage, person: Person) -> None:
    scores = evaluated.figures.plots[1]
    person.rest(50)
    plot, mark = scores.plot, scores.mark
    box = plot.getPlotItem().vb
    start = plot.mapFromScene(box.mapViewToScene(mark.pos()))
    middle = plot.viewport().rect().center().y()
    start, end = QPoint(start.x(), middle), QPoint(start.x() - 60, middle)
    QTest.mouseMove(plot.viewport(), start)
    QTest.mousePress(plot.viewport(), Qt.MouseButton.LeftButton, pos=start)
    for step in range(1, 7):
        QTest.mouseMove(plot.viewport(), QPoint(start.x() - 10 * step, middle))
    before = evaluated.figures.threshold.value()
    QTest.mouseRelease(plot.viewport(), Qt.MouseButton.LeftButton, pos=end)
    person.wait_until(lambda: evaluated.figures.threshold.value() == round(mark.value(), 2), "the field follows")
    assert mark.value() < 0.9
    assert before >= evaluated.figures.threshold.value()


def test_a_cell_of_the_confusion_shows_its_crops_and_its_images(evaluated: EvaluatePage, person: Person) -> None:
    evaluated.tabs.setCurrentIndex(CONFUSION)
    matrix = evaluated.confusion.matrix
    place = matrix.rect_of((0, 1)).center()
    QTest.mouseClick(matrix, Qt.MouseButton.LeftButton, pos=place)
    assert evaluated.confusion.cell.text() == "bright → not found: 1 (25%)"
    assert [one.image for one in evaluated.confusion.findings.shown] == ["d"]
    QTest.keyClick(matrix, Qt.Key.Key_Left)
    assert [one.image for one in evaluated.confusion.findings.shown] == ["a", "b", "c"]
    press(evaluated, "confusion_images")
    gallery = person.window.app.browse.gallery
    person.wait_until(lambda: gallery.isVisible() and len(gallery.view.places) == 3, "the gallery shows them")


def test_a_mistake_opens_its_image_with_the_object_selected(
    evaluated: EvaluatePage, person: Person, window: MainWindow
) -> None:
    evaluated.tabs.setCurrentIndex(MISTAKES)
    shown = evaluated.mistakes.shown
    assert {(one.kind, one.image) for one in shown} == {("missed", "d"), ("false", "d")}
    grid = evaluated.mistakes.grid
    missed = next(place for place, one in enumerate(shown) if one.kind == "missed")
    person.wait_until(lambda: evaluated.crops.get(shown[missed]) is not None, "its crop is cut out")
    QTest.mouseDClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=grid.cell_of(missed).center())
    page = window.annotate_page
    assert page.isVisible()
    assert (page.current_name, page.selection.places) == ("d", frozenset({0}))


def test_the_models_view_of_a_label_error_becomes_an_edit_that_can_be_undone(
    evaluated: EvaluatePage, person: Person, root: Path, window: MainWindow
) -> None:
    evaluated.tabs.setCurrentIndex(ERRORS)
    assert [(one.kind, one.image) for one in evaluated.errors.shown] == [("overlooked", "d")]
    press(evaluated, "label_errors_accept")
    page = window.annotate_page
    assert evaluated.isVisible()  # one goes on judging
    assert not evaluated.errors.card.accept_button.isEnabled()
    assert page.save_now()

    def shapes() -> list[object]:
        return [thing.shape for thing in annotation_file.read(root / "Annotations" / "d.xml").objects]

    assert shapes() == [DARK, OVERLOOKED]
    press(evaluated, "label_errors_open")
    person.wait_until(page.isVisible, "the image is shown")
    page.canvas.setFocus()
    QTest.keyClick(page.canvas, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.save_now()
    assert shapes() == [DARK]


def test_an_overlooked_object_of_instances_is_added_with_the_models_outline(person: Person, tmp_path: Path) -> None:
    root = make_judged(tmp_path / "outlined", "instances", write_instances)
    open_folder(person, root)
    QTest.keyClick(person.window, Qt.Key.Key_8, Qt.KeyboardModifier.AltModifier)
    evaluation = person.window.app.evaluation
    person.wait_until(lambda: evaluation.page is not None and evaluation.page.chosen_set == "val", "val is chosen")
    page = evaluation.page
    QTest.mouseClick(page.evaluate, Qt.MouseButton.LeftButton)
    person.wait_until(lambda: bool(page.errors.shown), "it is measured")
    page.tabs.setCurrentIndex(ERRORS)
    press(page, "label_errors_accept")
    document = person.window.annotate_page.document
    person.wait_until(lambda: document.annotation is not None and len(document.annotation.objects) == 2, "it is added")
    assert person.window.annotate_page.save_now()
    added = annotation_file.read(root / "Annotations" / "d.xml").objects[-1]
    assert isinstance(added.shape, Mask)
    assert added.shape.bounds == Box(24, 16, 28, 24)  # the left half of the cell, as that network has it


def test_a_view_of_an_object_that_was_changed_since_is_refused(
    evaluated: EvaluatePage, person: Person, window: MainWindow
) -> None:
    evaluated.tabs.setCurrentIndex(ERRORS)
    press(evaluated, "label_errors_accept")
    evaluated.errors.show_findings(evaluated.errors.shown)
    press(evaluated, "label_errors_accept")
    person.wait_until(window.banner.isVisible, "it says why")
    assert len(window.annotate_page.document.annotation.objects) == 2


def test_the_time_is_measured_and_can_be_cancelled(evaluated: EvaluatePage, person: Person) -> None:
    evaluated.tabs.setCurrentIndex(SPEED)
    press(evaluated, "latency_button")
    person.wait_until(lambda: evaluated.cancel.isVisible() and evaluated.bar.maximum() > 0, "it is under way")
    QTest.mouseClick(evaluated.cancel, Qt.MouseButton.LeftButton)
    person.wait_until(evaluated.evaluate.isEnabled, "it has ended")
    rows = evaluated.findChild(QTableWidget, "latency_table").rowCount()
    assert rows < 8


def test_a_version_without_settings_has_no_size_curve(
    evaluated: EvaluatePage, person: Person, window: MainWindow
) -> None:
    evaluated.tabs.setCurrentIndex(SIZE)
    press(evaluated, "size_start")
    person.wait_until(window.banner.isVisible, "it says why")
    assert evaluated.size.start.isEnabled()


@pytest.mark.slow
def test_a_smaller_network_is_tried_in_a_process_and_used_once_chosen(
    evaluated: EvaluatePage, person: Person, root: Path
) -> None:
    evaluated.tabs.setCurrentIndex(SPEED)
    evaluated.speed.limit.setValue(20)
    press(evaluated, "int8_button")
    person.wait_until(lambda: evaluated.speed.use.isVisible(), "it is good enough", seconds=60)
    assert "good enough" in evaluated.speed.result.text()
    QTest.mouseClick(evaluated.speed.use, Qt.MouseButton.LeftButton, pos=QPoint(8, evaluated.speed.use.height() // 2))
    path = Dataset.open(root).models_folder / "bright" / "v1"
    person.wait_until(lambda: ModelFolder.open(path).network == "model-int8.onnx", "it is in use")
