import numpy as np
import pytest

from core.review.evaluation.cases import Case, map_case
from core.review.evaluation.label_errors import Doubt, label_errors_of, map_errors, tag_errors, usual_scores
from tests.core.review.evaluation.build import case, found, tags, truth

A, B = (0, 0, 10, 10), (50, 50, 70, 70)


def usual(count: int = 5) -> list[Case]:
    """Images of which all is right, with scores about 0.7 for label 0 and 0.6 for label 1."""
    return [case(truth((A, 0), (B, 1)), found((A, 0, 0.7), (B, 1, 0.6)), f"fine{number}") for number in range(count)]


def kinds(one: Case) -> list[tuple[Doubt, int | None, int | None]]:
    return [(error.kind, error.label, error.model_label) for error in label_errors_of([*usual(), one], 2)]


def test_sure_is_what_the_model_usually_is_when_it_is_right() -> None:
    np.testing.assert_allclose(usual_scores(usual(), 3), [0.7, 0.6, 2.0], atol=1e-6)


def test_a_sure_thing_where_nothing_was_drawn_is_overlooked() -> None:
    assert kinds(case(truth(), found((A, 0, 0.9)))) == [(Doubt.OVERLOOKED, None, 0)]
    assert kinds(case(truth(), found((A, 0, 0.5)))) == []


def test_a_sure_other_label_is_swapped() -> None:
    one = case(truth((A, 1)), found((A, 0, 0.9), (A, 1, 0.2)), "swapped")
    errors = label_errors_of([*usual(), one], 2)
    assert [(e.kind, e.image, e.label, e.model_label, e.place) for e in errors] == [
        (Doubt.SWAPPED, "swapped", 1, 0, 10)
    ]
    assert errors[0].doubt == pytest.approx(0.9 * 0.8)


def test_a_sure_box_elsewhere_is_badly_placed() -> None:
    one = case(truth(((0, 0, 10, 6), 0)), found((A, 0, 0.9)))
    errors = label_errors_of([*usual(), one], 2)
    assert [(e.kind, e.box, e.model_box) for e in errors] == [(Doubt.BADLY_PLACED, (0, 0, 10, 6), A)]
    assert errors[0].doubt == pytest.approx(0.9 * 0.4)


def test_doubles_difficult_objects_and_what_is_right_are_no_errors() -> None:
    assert kinds(case(truth((A, 0)), found((A, 0, 0.9), ((0, 0, 10, 9), 0, 0.8)))) == []
    assert kinds(case(truth(((0, 0, 10, 6), 0), ignored=[0]), found((A, 0, 0.9)))) == []


def test_errors_planted_in_many_images_come_first() -> None:
    rng = np.random.default_rng(3)
    cases, planted = [], set()
    for number in range(60):
        label, score = int(rng.integers(2)), float(rng.uniform(0.6, 0.95))
        said = label
        if number % 10 == 0:
            said = 1 - label
            planted.add(str(number))
        other = ((100, 0, 120, 20), int(rng.integers(2)), float(rng.uniform(0.1, 0.5)))
        cases.append(case(truth((A, said)), found((A, label, score), other), str(number)))
    errors = label_errors_of(cases, 2)
    assert {error.image for error in errors} <= planted
    assert len(errors) >= 2


def test_exclusive_tags() -> None:
    fine = [tags([1, 0], [0.8, 0.2], f"x{n}") for n in range(4)] + [tags([0, 1], [0.3, 0.7], f"y{n}") for n in range(4)]
    wrong = tags([1, 0], [0.1, 0.9], "wrong")
    errors = tag_errors([*fine, wrong], exclusive=True)
    assert [(e.image, e.label, e.model_label) for e in errors] == [("wrong", 0, 1)]
    assert errors[0].doubt == pytest.approx(0.8)


def test_tags_by_themselves() -> None:
    cases = [tags([1], [0.8], f"x{n}") for n in range(6)] + [tags([0], [0.1], f"y{n}") for n in range(6)]
    errors = tag_errors([*cases, tags([0], [0.95], "forgotten"), tags([1], [0.02], "too much")], exclusive=False)
    assert [(e.image, e.label, e.model_label) for e in errors] == [("too much", 0, None), ("forgotten", None, 0)]
    assert tag_errors([], exclusive=True) == []


def test_sure_regions() -> None:
    there, seen = np.zeros((20, 20), np.uint8), np.zeros((20, 20), np.uint8)
    seen[:6, :6], seen[15, 15] = 1, 1
    scores = np.where(seen > 0, 0.95, 0.8).astype(np.float32)
    errors = map_errors([map_case("a", there, seen, scores, 1)])
    assert [(e.kind, e.label, e.model_label, e.model_box) for e in errors] == [(Doubt.REGION, None, 0, (0, 0, 6, 6))]
    assert errors[0].doubt == pytest.approx(0.95)
