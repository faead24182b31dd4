"""The likely cause, from what was found against what is there."""

import numpy as np
import pytest

from core.tasks.things import truth_of
from core.training.diagnosis import Cause, Diagnosis, diagnose
from core.training.marks import Marks, of_found, of_truth
from core.voc.annotation import Annotation

LABELS = ("dent", "scratch", "hole")
FALLEN = [3.0, 2.9, 2.0, 1.0, 0.5, 0.2, 0.1, 0.05] * 3
FALLEN.sort(reverse=True)


def _truths(seed: int = 0, images: int = 5, objects: int = 6) -> list[Marks]:
    rng = np.random.default_rng(seed)
    corners = rng.uniform(10, 250, (images, objects, 2))
    sizes = rng.uniform(20, 60, (images, objects, 2))
    labels = rng.integers(0, 3, (images, objects))
    return [Marks.of(np.concatenate([corners[i], corners[i] + sizes[i]], axis=1), labels[i]) for i in range(images)]


def _noisy(truths: list[Marks], change: object = None) -> list[Marks]:
    """What a network that learned them by heart says: nearly the same, changed by a fault."""
    rng = np.random.default_rng(9)
    change = change or (lambda boxes, labels: (boxes, labels))
    return [
        Marks.of(*change(truth.boxes + rng.normal(0, 0.7, truth.boxes.shape), truth.labels))  # type: ignore[operator]
        for truth in truths
    ]


def _of(change: object = None, losses: list[float] = FALLEN) -> Diagnosis:
    truths = _truths()
    return diagnose(losses, truths, _noisy(truths, change), LABELS)


def test_what_was_learned_by_heart_passes() -> None:
    found = _of()
    assert found.passed
    assert found.recall == 1.0
    assert found.objects == 30


@pytest.mark.parametrize("by", [(30, 0), (-18, 25), (0, -40)])
def test_everything_beside_its_place_means_shifted_labels(by: tuple[int, int]) -> None:
    found = _of(lambda boxes, labels: (boxes + np.array([*by, *by]), labels))
    assert found.cause is Cause.SHIFTED
    assert found.shift == pytest.approx(by, abs=4)


@pytest.mark.parametrize("by", [(0.5, 0.5), (2.0, 2.0), (1.0, 0.6), (1.4, 1.4)])
def test_everything_larger_by_a_factor_means_a_resize_mismatch(by: tuple[float, float]) -> None:
    found = _of(lambda boxes, labels: (boxes * np.array([*by, *by]), labels))
    assert found.cause is Cause.RESIZED
    assert found.factor == pytest.approx(by, rel=0.12)


def test_exchanged_labels_are_named() -> None:
    found = _of(lambda boxes, labels: (boxes, np.array([1, 0, 2])[labels]))
    assert found.cause is Cause.SWAPPED
    assert found.swaps == (("dent", "scratch"), ("scratch", "dent"))


def test_labels_one_place_on_are_swapped_too() -> None:
    found = _of(lambda boxes, labels: (boxes, (labels + 1) % 3))
    assert found.cause is Cause.SWAPPED
    assert len(found.swaps) == 3


def NOTHING(boxes: np.ndarray, labels: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    return boxes[:0], labels[:0]


@pytest.mark.parametrize(
    ("losses", "cause"),
    [
        ([3.0, 3.1, 9.0, 40.0, float("nan")], Cause.RATE_HIGH),
        ([3.0] * 10 + [8.0] * 10, Cause.RATE_HIGH),
        ([3.0 - 0.005 * step for step in range(60)], Cause.RATE_LOW),
        ([3.0 - 0.05 * step for step in range(6)], Cause.UNKNOWN),
        ([3.0 + (-1) ** step * 0.8 for step in range(60)], Cause.RATE_HIGH),
        (FALLEN, Cause.UNKNOWN),
    ],
)
def test_a_loss_that_does_not_fall_is_the_rate(losses: list[float], cause: Cause) -> None:
    found = _of(NOTHING, losses)
    assert found.cause is cause
    assert found.recall == 0.0


def test_findings_at_random_name_no_cause() -> None:
    found = _of(lambda boxes, labels: (_truths(7, 1, len(boxes))[0].boxes, labels))
    assert found.cause is Cause.UNKNOWN


class _Map:
    def __init__(self, classes: np.ndarray, *, drawn_later: bool) -> None:
        self.classes = (lambda: classes) if drawn_later else classes


def test_a_map_and_tags_become_marks() -> None:
    classes = np.zeros((20, 30), np.uint8)
    classes[2:6, 3:9], classes[10:12, 0:30], classes[0, 0] = 1, 3, 255
    marks = of_truth(_Map(classes, drawn_later=True))
    assert marks.boxes.tolist() == [[3, 2, 9, 6], [0, 10, 30, 12]]
    assert marks.labels.tolist() == [0, 2]
    assert of_found(_Map(classes, drawn_later=False)).labels.tolist() == [0, 2]
    assert of_truth(truth_of(Annotation(filename="a", width=9, height=9), LABELS)).boxes.shape == (0, 4)
