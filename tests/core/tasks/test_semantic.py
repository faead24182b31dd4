"""Semantic segmentation: what each pixel is."""

import numpy as np
import pytest

from core.geometry import Box, Mask, Polygon
from core.tasks import Fitting
from core.tasks.fitting import parts_of
from core.tasks.semantic import FoundMap, Semantic, TruthMap, confusion
from core.voc.annotation import Annotation, VocObject

TASK = Semantic()
LABELS = ("crack", "fray")


def truth(*things: VocObject, size: tuple[int, int] = (40, 30)) -> TruthMap:
    said = Annotation(filename="a.png", width=size[0], height=size[1], objects=things)
    return TASK.truth(said, LABELS, size)


def found(classes: np.ndarray) -> FoundMap:
    height, width = classes.shape
    return FoundMap((0, 0, width, height), classes.astype(np.uint8), np.ones(classes.shape, np.float32))


def test_the_last_drawn_is_on_top_and_the_difficult_is_void() -> None:
    classes = truth(
        VocObject(label="crack", shape=Box(0, 0, 20, 20)),
        VocObject(label="fray", shape=Polygon(((10, 10), (30, 10), (30, 25), (10, 25)))),
        VocObject(label="crack", shape=Mask(35, 0, 5, 5, (0, 25)), difficult=True),
        VocObject(label="unknown", shape=Box(0, 25, 5, 30)),
    ).classes()
    assert classes[5, 5] == 1
    assert classes[15, 15] == 2
    assert classes[2, 37] == 255
    assert classes[27, 2] == 0


def test_figures_are_those_of_all_pixels_together_without_the_void_ones() -> None:
    seen = truth(
        VocObject(label="crack", shape=Box(0, 0, 10, 10)),
        VocObject(label="crack", shape=Box(30, 0, 40, 30), difficult=True),
    )
    classes = np.zeros((30, 40), np.uint8)
    classes[:10, 5:10] = 1  # half of it
    classes[20:25, 0:10] = 1  # and as much where there is none
    classes[:, 30:] = 2  # void: does not count
    metrics = TASK.measure([(seen, found(classes))], LABELS)
    assert metrics.values["miou"] == pytest.approx(50 / 150)
    assert metrics.values["pixel_accuracy"] == pytest.approx(1 - 100 / 900)
    assert metrics.per_label["crack"].objects == 100
    assert metrics.per_label["fray"].values["miou"] is None


def test_a_label_that_is_nowhere_but_found_does_not_hide_in_the_mean() -> None:
    seen = truth(VocObject(label="crack", shape=Box(0, 0, 10, 10)))
    classes = seen.classes().copy()
    classes[20:, :] = 2
    metrics = TASK.measure([(seen, found(classes))], LABELS)
    assert metrics.per_label["fray"].values["miou"] == 0.0
    assert metrics.values["miou"] == pytest.approx(1.0)  # the mean is over the labels that are there
    assert metrics.values["pixel_accuracy"] == pytest.approx(1 - 400 / 1200)


@pytest.mark.parametrize("tiles", [1, 2])
def test_the_answer_comes_back_to_where_the_truth_was(tiles: int) -> None:
    size = (64, 48)
    seen = truth(VocObject(label="fray", shape=Box(8, 8, 40, 32)), size=size)
    parts = []
    for rect in parts_of(size, None, tiles, 0.25):
        fitting = Fitting(rect, size, (32, 48))
        target = TASK.target(seen, fitting, fitting.shape)
        assert target.classes is not None
        answer = np.zeros((3, 32, 48), np.float32)
        rows, columns = fitting.shape
        for number in range(3):
            answer[number, :rows, :columns] = target.classes == number
        parts.append(TASK.decode((answer,), fitting, 0.1))
    whole = TASK.merged(parts, size)
    assert whole.classes.shape == (48, 64)
    assert confusion(seen.classes(), whole.classes, 2).trace() / whole.classes.size > 0.97


def test_each_connected_area_is_suggested_but_specks_are_not() -> None:
    classes = np.zeros((30, 40), np.uint8)
    classes[2:12, 3:13] = 1
    classes[20:26, 20:30] = 1
    classes[0, 39] = 2
    areas = TASK.suggestions(found(classes), LABELS)
    assert [label for label, _, _ in areas] == ["crack", "crack"]
    assert {shape.bounds for _, shape, _ in areas} == {Box(3, 2, 13, 12), Box(20, 20, 30, 26)}


def test_networks_agree_where_their_likeliest_classes_do() -> None:
    fitting = Fitting.whole((40, 30), (30, 40))
    answer = np.random.default_rng(0).random((3, 30, 40)).astype(np.float32)
    assert TASK.difference((answer,), (answer + 1e-5,), fitting) is None
    assert "pixels" in (TASK.difference((answer,), (answer[::-1],), fitting) or "")
