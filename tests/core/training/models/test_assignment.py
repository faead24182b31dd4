"""Which place answers for which object."""

import torch
from hypothesis import given
from hypothesis import strategies as st

from core.training.models.assignment import NOBODY, assign
from core.training.models.points import grid

POINTS, REACH = grid((64, 64))
GUESSES = torch.cat([POINTS - REACH, POINTS + REACH], dim=1)
SCORES = torch.full((len(POINTS), 2), 0.01)


def assigned(boxes: list[list[float]]) -> tuple[torch.Tensor, torch.Tensor]:
    return assign(SCORES, GUESSES, POINTS, torch.tensor(boxes), torch.zeros(len(boxes), dtype=torch.int64))


def test_no_object_takes_no_place() -> None:
    owner, quality = assign(SCORES, GUESSES, POINTS, torch.zeros(0, 4), torch.zeros(0, dtype=torch.int64))
    assert (owner == NOBODY).all()
    assert (quality == 0).all()


def test_an_object_takes_places_inside_its_box_and_the_best_is_as_good_as_its_box() -> None:
    owner, quality = assigned([[8.0, 8.0, 40.0, 40.0]])
    mine = owner == 0
    assert 1 <= mine.sum() <= 10
    assert ((POINTS[mine] >= 8) & (POINTS[mine] <= 40)).all()
    assert 0 < quality.max() <= 1
    assert (quality[~mine] == 0).all()


def test_a_place_answers_for_the_object_it_fits_better() -> None:
    owner, _ = assigned([[0.0, 0.0, 60.0, 60.0], [16.0, 16.0, 40.0, 40.0]])
    fine = POINTS.eq(28.0).all(dim=1) & (REACH[:, 0] == 12)
    assert owner[fine] == 1


@given(st.floats(0, 60), st.floats(0, 60), st.floats(0.5, 40), st.floats(0.5, 40))
def test_every_object_however_small_has_a_teacher(x: float, y: float, width: float, height: float) -> None:
    owner, quality = assigned([[x, y, min(64.0, x + width), min(64.0, y + height)]])
    assert (owner == 0).any()
    assert torch.isfinite(quality).all()
