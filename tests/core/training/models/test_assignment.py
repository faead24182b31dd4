"""Which place answers for which object."""

import torch
from hypothesis import given
from hypothesis import strategies as st

from core.training.models.assignment import FLOOR, NOBODY, PLACES, assign, left_out
from core.training.models.points import grid

POINTS, REACH = grid((64, 64))
GUESSES = torch.cat([POINTS - REACH, POINTS + REACH], dim=1)


def assigned(boxes: list[list[float]]) -> tuple[torch.Tensor, torch.Tensor]:
    return assign(GUESSES, GUESSES, torch.tensor(boxes).reshape(-1, 4))


def test_no_object_takes_no_place() -> None:
    owner, score = assigned([])
    assert (owner == NOBODY).all()
    assert (score == 0).all()


def test_an_object_takes_a_few_places_inside_its_box_and_they_score() -> None:
    owner, score = assigned([[8.0, 8.0, 40.0, 40.0]])
    mine = owner == 0
    assert 1 <= mine.sum() <= PLACES
    assert ((POINTS[mine] >= 8) & (POINTS[mine] <= 40)).all()
    assert ((score[mine] >= FLOOR) & (score[mine] <= 1)).all()
    assert (score[~mine] == 0).all()


def test_a_place_that_fits_perfectly_should_score_one() -> None:
    truth = GUESSES[[9 * 3]]
    owner, score = assign(GUESSES, GUESSES, truth)
    assert owner[27] == 0
    assert score[27] == 1


def test_a_place_answers_for_the_object_it_fits_better() -> None:
    owner, _ = assigned([[0.0, 0.0, 60.0, 60.0], [16.0, 16.0, 40.0, 40.0]])
    fine = POINTS.eq(28.0).all(dim=1) & (REACH[:, 0] == 12)
    assert owner[fine] == 1


@given(st.floats(0, 60), st.floats(0, 60), st.floats(0.5, 40), st.floats(0.5, 40))
def test_every_object_however_small_has_a_teacher(x: float, y: float, width: float, height: float) -> None:
    owner, score = assigned([[x, y, min(64.0, x + width), min(64.0, y + height)]])
    assert (owner == 0).any()
    assert torch.isfinite(score).all()


def test_the_places_of_a_void_object_and_those_in_it_that_nobody_owns_learn_nothing() -> None:
    boxes = torch.tensor([[8.0, 8.0, 40.0, 40.0], [24.0, 8.0, 60.0, 40.0]])
    owner, _ = assign(GUESSES, GUESSES, boxes)
    out = left_out(owner, POINTS, boxes, torch.tensor([True, False]))
    covered = ((POINTS >= 8) & (POINTS <= 40)).all(dim=1)
    assert out[owner == 0].all()
    assert not out[owner == 1].any()
    assert (out == (covered & (owner != 1))).all()
    assert not left_out(owner, POINTS, boxes, torch.tensor([False, False])).any()
