"""Detection and what it shares with instances: truth, target, answer and merging."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import SpecError
from core.geometry import Box, Polygon
from core.metrics import Found
from core.tasks import Fitting, task_named
from core.tasks.detection import Detection
from core.tasks.fitting import parts_of
from core.voc.annotation import Annotation, VocObject

LABELS = ("dent", "scratch")
TASK = Detection()


def annotation(*things: VocObject) -> Annotation:
    return Annotation(filename="a.png", width=200, height=100, objects=things)


def found(*rows: tuple[float, ...]) -> Found:
    table = np.array(rows, np.float32).reshape(-1, 6)
    return Found(boxes=table[:, :4], scores=table[:, 4], labels=table[:, 5].astype(np.int64))


def test_a_task_of_no_name_that_is_known_is_refused() -> None:
    with pytest.raises(SpecError, match="choose one of: detection, instances, semantic, classification"):
        task_named("poetry")


def test_the_target_is_in_pixels_of_the_resized_part() -> None:
    said = annotation(
        VocObject(label="dent", shape=Box(20, 10, 60, 30)),
        VocObject(label="scratch", shape=Polygon(((110, 50), (190, 50), (150, 90)))),
    )
    truth = TASK.truth(said, LABELS, (200, 100))
    right = Fitting((100, 0, 200, 100), (200, 100), (64, 64))
    target = TASK.target(truth, right, (50, 50))
    assert target.labels.tolist() == [1]
    np.testing.assert_allclose(target.boxes, [[5, 25, 45, 45]])


def test_an_object_that_a_part_hardly_sees_is_not_taught_there() -> None:
    truth = TASK.truth(annotation(VocObject(label="dent", shape=Box(80, 0, 110, 10))), LABELS, (200, 100))
    left, right = (Fitting(rect, (200, 100), (64, 64)) for rect in ((0, 0, 100, 100), (100, 0, 200, 100)))
    assert len(TASK.target(truth, left, (64, 64)).labels) == 1
    assert len(TASK.target(truth, right, (64, 64)).labels) == 0


@given(st.floats(0, 150), st.floats(0, 60), st.floats(10, 50), st.floats(10, 40), st.integers(1, 3))
def test_the_answer_comes_back_to_where_the_truth_was(
    x: float, y: float, width: float, height: float, tiles: int
) -> None:
    box = Box(x, y, min(x + width, 200), min(y + height, 100))
    truth = TASK.truth(annotation(VocObject(label="scratch", shape=box)), LABELS, (200, 100))
    founds = []
    for rect in parts_of((200, 100), None, tiles, 0.3):
        fitting = Fitting(rect, (200, 100), (64, 96))
        target = TASK.target(truth, fitting, fitting.shape)
        scores = np.zeros((len(target.boxes), 2), np.float32)
        scores[:, 1] = 0.9
        founds.append(TASK.decode((scores, target.boxes), fitting, 0.5))
    whole = TASK.merged(founds, (200, 100))
    assert len(whole.boxes)
    assert set(whole.labels.tolist()) == {1}
    best = max(Box(*map(float, one)).iou(box) for one in whole.boxes)
    assert best > (0.98 if tiles == 1 else 0.3)


def test_what_two_parts_saw_of_one_object_counts_once_and_neighbours_stay_two() -> None:
    one = found((10, 10, 50, 30, 0.9, 0))
    same = found((11, 10, 50, 30, 0.8, 0), (60, 10, 90, 30, 0.7, 0), (12, 11, 48, 29, 0.6, 1))
    whole = TASK.merged([one, same], (200, 100))
    assert whole.scores.tolist() == pytest.approx([0.9, 0.7, 0.6])


def test_suggestions_carry_names_and_plain_numbers() -> None:
    ((label, shape, score),) = TASK.suggestions(found((1, 2, 3, 4, 0.5, 1)), LABELS)
    assert (label, shape, score) == ("scratch", Box(1, 2, 3, 4), 0.5)


def test_networks_that_differ_by_rounding_agree_and_others_do_not() -> None:
    fitting = Fitting.whole((200, 100), (50, 100))
    scores = np.array([[0.9, 0.0], [0.02, 0.6]], np.float32)
    boxes = np.array([[5, 5, 20, 20], [30, 10, 60, 40]], np.float32)
    assert TASK.difference((scores, boxes), (scores + 0.002, boxes + 0.01), fitting) is None
    assert "no like" in (TASK.difference((scores, boxes), (scores, boxes + 5), fitting) or "")
    assert "no like" in (TASK.difference((scores, boxes), (scores * 0.8, boxes), fitting) or "")
