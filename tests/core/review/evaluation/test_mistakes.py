import numpy as np
import pytest

from core.review.evaluation.cases import map_case
from core.review.evaluation.judges import MapJudge, ObjectJudge, TagJudge
from core.review.evaluation.matching import Kind, all_outcomes
from core.review.evaluation.mistakes import map_mistakes, mistakes_of, tag_mistakes
from tests.core.review.evaluation.build import case, found, random_case, tags, truth

A, B, C = (0, 0, 10, 10), (20, 20, 40, 40), (60, 60, 80, 80)


def test_the_worst_come_first_with_all_that_is_known_of_them() -> None:
    one = case(
        truth((A, 0), (B, 1), (C, 0)),
        found(((100, 0, 110, 10), 1, 0.95), (B, 0, 0.9), ((0, 0, 10, 4), 0, 0.8), (C, 0, 0.2)),
    )
    mistakes = mistakes_of(all_outcomes([one], 0.5))
    assert [(mistake.kind, round(mistake.badness, 2)) for mistake in mistakes] == [
        (Kind.FALSE, 0.95),
        (Kind.WRONG_LABEL, 0.9),
        (Kind.MISSED, 0.8),  # the model saw it with 0.2
        (Kind.BADLY_PLACED, 0.48),  # 0.8 times 1 - IoU 0.4
    ]
    wrong = mistakes[1]
    assert (wrong.label, wrong.found_label, wrong.place) == (1, 0, 11)
    assert (wrong.box, wrong.found_box, wrong.overlap) == (B, B, pytest.approx(1.0))
    false = mistakes[0]
    assert (false.label, false.place, false.box) == (None, None, None)


def test_a_missed_object_that_the_model_never_saw_is_the_worst() -> None:
    assert mistakes_of(all_outcomes([case(truth((A, 0)), found())], 0.5))[0].badness == 1.0


def test_a_double_is_half_as_bad() -> None:
    one = case(truth((A, 0)), found((A, 0, 0.9), ((0, 0, 10, 9), 0, 0.8)))
    assert [(m.kind, m.badness) for m in mistakes_of(all_outcomes([one], 0.5))] == [(Kind.DOUBLE, pytest.approx(0.4))]


def test_tags() -> None:
    multi = tag_mistakes([tags([1, 0, 1], [0.1, 0.7, 0.9])], 3, 0.5, exclusive=False)
    assert [(m.kind, m.label, m.found_label) for m in multi] == [(Kind.MISSED, 0, None), (Kind.FALSE, None, 1)]
    single = tag_mistakes([tags([1, 0, 0], [0.3, 0.6, 0.1])], 3, 0.5, exclusive=True)
    assert [(m.kind, m.label, m.found_label) for m in single] == [(Kind.WRONG_LABEL, 0, 1)]


def test_of_pixels_the_largest_region_of_each_pair_is_shown() -> None:
    there, seen = np.zeros((10, 20), np.uint8), np.zeros((10, 20), np.uint8)
    there[0:4, 0:5] = 1  # 20 pixels, half of them taken for the second label
    seen[0:2, 0:5] = 1
    seen[2:4, 0:5] = 2
    seen[7:10, 15:18] = 1  # nine false ones
    seen[9, 0] = 1  # and one more, smaller
    mistakes = map_mistakes([map_case("a", there, seen, np.full(there.shape, 0.75, np.float32), 2)])
    assert [(m.kind, m.label, m.found_label, m.found_box) for m in mistakes] == [
        (Kind.WRONG_LABEL, 0, 1, (0, 2, 5, 4)),
        (Kind.FALSE, None, 0, (15, 7, 18, 10)),
    ]
    assert mistakes[0].badness == pytest.approx(10 / 30)  # 20 are there, 10 more were found
    assert mistakes[0].score == pytest.approx(0.75)


@pytest.mark.parametrize("seed", range(3))
def test_a_cell_holds_as_many_as_the_confusion_counts(seed: int) -> None:
    rng = np.random.default_rng(seed)
    judge = ObjectJudge([random_case(rng, 2, str(number)) for number in range(20)], ("dent", "scratch"))
    counts = judge.confusion(0.4).counts
    for row, column in np.ndindex(counts.shape):
        assert len(judge.in_cell((row, column), 0.4)) == counts[row, column]


def test_cells_of_tags_and_of_pixels() -> None:
    judge = TagJudge([tags([1, 0], [0.9, 0.6], "a"), tags([0, 1], [0.1, 0.2], "b")], ("ok", "ng"), exclusive=False)
    assert [one.image for one in judge.in_cell((0, 0), 0.5)] == ["a"]
    assert [(one.kind, one.image) for one in judge.in_cell((2, 1), 0.5)] == [(Kind.FALSE, "a")]
    assert [(one.kind, one.image) for one in judge.in_cell((1, 2), 0.5)] == [(Kind.MISSED, "b")]
    there, seen = np.zeros((4, 4), np.uint8), np.zeros((4, 4), np.uint8)
    there[0], seen[1] = 1, 1
    pixels = MapJudge([map_case("m", there, seen, np.ones((4, 4), np.float32), 1)], ("dent",))
    assert [one.kind for one in pixels.in_cell((0, 1), 0.5)] == [Kind.MISSED]
    assert [one.kind for one in pixels.in_cell((1, 0), 0.5)] == [Kind.FALSE]
    assert [one.image for one in pixels.in_cell((1, 1), 0.5)] == ["m"]
    assert pixels.in_cell((0, 0), 0.5) == []
