import numpy as np
import pytest

from core.metrics import Found, Truth, detection_metrics

LABELS = ("scratch", "dent", "stain")


def boxes(*rows: tuple[float, float, float, float]) -> np.ndarray:
    return np.array(rows, np.float32).reshape(-1, 4)


def truth(rows: np.ndarray, labels: list[int], ignored: list[bool] | None = None) -> Truth:
    return Truth(
        boxes=rows, labels=np.array(labels, np.int64), ignored=np.array(ignored or [False] * len(labels), bool)
    )


def found(rows: np.ndarray, labels: list[int], scores: list[float]) -> Found:
    return Found(boxes=rows, labels=np.array(labels, np.int64), scores=np.array(scores, np.float32))


def test_what_is_found_exactly_scores_one_and_labels_without_objects_are_unknown() -> None:
    rows = boxes((0, 0, 10, 10), (20, 20, 30, 40))
    metrics = detection_metrics([truth(rows, [0, 1])], [found(rows, [0, 1], [0.9, 0.8])], LABELS)
    assert metrics.values["map50"] == metrics.values["map"] == pytest.approx(1.0)
    assert metrics.per_label["scratch"].objects == 1
    assert metrics.per_label["stain"].values["map50"] is None
    assert metrics.per_label["stain"].objects == 0


def test_a_false_alarm_above_a_hit_halves_the_precision() -> None:
    metrics = detection_metrics(
        [truth(boxes((0, 0, 10, 10)), [0])],
        [found(boxes((50, 50, 60, 60), (0, 0, 10, 10)), [0, 0], [0.9, 0.8])],
        LABELS,
    )
    assert metrics.values["map50"] == pytest.approx(0.5)


def test_a_box_off_by_a_quarter_counts_at_the_lower_ious_only() -> None:
    # IoU 0.75: right at 0.5 to 0.75, six of the ten thresholds.
    metrics = detection_metrics(
        [truth(boxes((0, 0, 100, 100)), [0])], [found(boxes((0, 0, 100, 75)), [0], [0.9])], LABELS
    )
    assert metrics.values["map50"] == pytest.approx(1.0)
    assert metrics.values["map"] == pytest.approx(0.6)


def test_ignored_objects_count_neither_as_missed_nor_as_mistakes() -> None:
    rows = boxes((0, 0, 10, 10), (20, 20, 40, 40))
    seen = truth(rows, [0, 0], [False, True])
    assert detection_metrics([seen], [found(rows[:1], [0], [0.5])], LABELS).values["map50"] == pytest.approx(1.0)
    both = detection_metrics([seen], [found(rows[::-1].copy(), [0, 0], [0.9, 0.5])], LABELS)
    assert both.values["map50"] == pytest.approx(1.0)
    assert both.per_label["scratch"].objects == 1


def test_a_small_box_inside_a_large_ignored_object_is_still_a_mistake() -> None:
    seen = truth(boxes((0, 0, 10, 10), (100, 100, 200, 200)), [0, 0], [False, True])
    rows = boxes((120, 120, 130, 130), (0, 0, 10, 10))
    assert detection_metrics([seen], [found(rows, [0, 0], [0.9, 0.5])], LABELS).values["map50"] == pytest.approx(0.5)


def test_more_than_a_hundred_objects_in_an_image_all_count() -> None:
    x, y = np.meshgrid(np.arange(15) * 20.0, np.arange(15) * 20.0)
    corners = np.stack([x.ravel(), y.ravel()], axis=1)
    rows = np.concatenate([corners, corners + 10], axis=1).astype(np.float32)
    scores = np.linspace(0.9, 0.1, len(rows)).tolist()
    metrics = detection_metrics([truth(rows, [0] * 225)], [found(rows, [0] * 225, scores)], LABELS)
    assert metrics.values["map50"] == pytest.approx(1.0)


@pytest.mark.parametrize("images", [0, 1])
def test_nothing_to_measure_is_unknown_and_nothing_found_is_zero(images: int) -> None:
    nothing = found(boxes(), [], [])
    unknown = detection_metrics([truth(boxes(), [])] * images, [nothing] * images, LABELS)
    assert unknown.values["map50"] is None
    assert unknown.values["map"] is None
    missed = detection_metrics([truth(boxes((0, 0, 5, 5)), [2])], [nothing], LABELS)
    assert missed.values["map50"] == 0.0


def test_nothing_is_printed(capfd: pytest.CaptureFixture[str]) -> None:
    detection_metrics([truth(boxes((0, 0, 5, 5)), [2])], [found(boxes((0, 0, 5, 5)), [2], [0.5])], LABELS)
    assert capfd.readouterr() == ("", "")
