"""Classification: which tags an image has."""

import numpy as np
import pytest

from core.tasks import Fitting
from core.tasks.classification import Classification, FoundTags, TruthTags
from core.voc.annotation import Annotation

TASK = Classification()
LABELS = ("NG", "OK", "rust")


def pair(present: tuple[int, ...], scores: tuple[float, ...]) -> tuple[TruthTags, FoundTags]:
    return TruthTags(np.array(present, bool)), FoundTags(np.array(scores, np.float32))


def said(*tags: str) -> Annotation:
    return Annotation(filename="a.png", width=8, height=8, tags=tags)


def test_tags_are_what_is_learned_and_an_image_without_one_says_nothing() -> None:
    assert TASK.labels_in(said("OK", "rust")) == {"OK", "rust"}
    assert TASK.is_labelled(said("OK"))
    assert not TASK.is_labelled(said())
    truth = TASK.truth(said("rust"), LABELS, (8, 8))
    target = TASK.target(truth, Fitting.whole((8, 8), (32, 32)), (32, 32))
    assert target.tags is not None
    assert target.tags.tolist() == [0, 0, 1]


def test_where_each_image_has_one_tag_the_likeliest_counts() -> None:
    pairs = [pair((1, 0, 0), (0.4, 0.35, 0.25)), pair((0, 1, 0), (0.2, 0.4, 0.4)), pair((0, 0, 1), (0.5, 0.2, 0.3))]
    metrics = TASK.measure(pairs, LABELS)
    assert metrics.values["accuracy"] == pytest.approx(2 / 3)
    # NG: found twice, right once: F1 = 2/3; OK: 1; rust: never found: 0.
    assert metrics.values["macro_f1"] == pytest.approx((2 / 3 + 1 + 0) / 3)
    assert metrics.per_label["NG"].values["macro_f1"] == pytest.approx(2 / 3)
    assert metrics.per_label["rust"].objects == 1


def test_where_an_image_may_have_several_all_from_one_half_on_count() -> None:
    pairs = [pair((1, 0, 1), (0.6, 0.1, 0.4)), pair((0, 1, 0), (0.1, 0.9, 0.5))]
    metrics = TASK.measure(pairs, LABELS)
    assert metrics.values["accuracy"] == 0.0
    assert metrics.per_label["NG"].values["macro_f1"] == 1.0
    assert metrics.per_label["rust"].values["macro_f1"] == 0.0


def test_without_an_image_nothing_is_known() -> None:
    metrics = TASK.measure([], LABELS)
    assert metrics.values == {"macro_f1": None, "accuracy": None}


def test_a_defect_in_one_part_is_a_defect_of_the_image() -> None:
    parts = [FoundTags(np.array(scores, np.float32)) for scores in ([0.1, 0.8, 0.0], [0.9, 0.2, 0.1])]
    assert TASK.merged(parts, (8, 8)).scores.tolist() == pytest.approx([0.9, 0.8, 0.1])
    fitting = Fitting.whole((8, 8), (32, 32))
    assert TASK.difference((parts[0].scores,), (parts[0].scores + 0.001,), fitting) is None
    assert TASK.difference((parts[0].scores,), (parts[1].scores,), fitting)


def test_every_tag_is_suggested_as_surely_as_it_is_seen_but_one_alone_where_they_exclude_each_other() -> None:
    fitting = Fitting.whole((8, 8), (32, 32))
    several = TASK.decode((np.array([0.2, 0.8, 0.5], np.float32),), fitting, 0.1)
    assert [(label, shape) for label, shape, _ in TASK.suggestions(several, LABELS)] == [
        (LABELS[1], None),
        (LABELS[2], None),
        (LABELS[0], None),
    ]
    one = TASK.decode((np.array([0.2, 0.7, 0.1], np.float32),), fitting, 0.1)
    assert TASK.suggestions(TASK.merged([one, one], (8, 8)), LABELS) == [(LABELS[1], None, pytest.approx(0.7))]
