"""What networks for pixels learn from: rare classes weigh more, and void pixels count neither way."""

import math

import pytest
import torch

from core.training.models.semantic import VOID, overlap_loss, rarity
from tests.core.training.models.examples import SIZE, made, target


def test_a_class_counts_by_the_root_of_its_area() -> None:
    areas = torch.tensor([9_900.0, 100.0, 0.0])
    weights = rarity(areas)
    assert torch.allclose(weights[:2], (1e4 / areas[:2]) ** 0.5)
    assert torch.isfinite(weights).all(), "a class without a pixel weighs something too"


@torch.no_grad()
def test_void_pixels_teach_nothing() -> None:
    wanted = target([[8, 8, 40, 40]], [1])["map"]
    wanted[:, 60:] = VOID
    void = torch.full(SIZE, VOID, dtype=torch.uint8)
    network, images = made("compact_segmenter").eval(), torch.rand(2, 3, *SIZE)
    alone = network.losses(images[:1], [{"map": wanted}])
    beside = network.losses(images, [{"map": wanted}, {"map": void}])
    nothing = network.losses(images, [{"map": void}, {"map": void}])
    for name, loss in alone.items():
        assert float(beside[name]) == pytest.approx(float(loss), rel=1e-4)
        assert float(nothing[name]) == 0.0


def test_the_overlap_loses_nothing_where_all_is_right_and_much_where_nothing_is() -> None:
    wanted = torch.zeros(1, 8, 8, dtype=torch.int64)
    wanted[0, :4] = 1
    right = torch.nn.functional.one_hot(wanted, 3).permute(0, 3, 1, 2).float()
    known = torch.ones_like(wanted, dtype=torch.bool)
    assert float(overlap_loss(right, wanted, known)) == pytest.approx(0.0)
    wrong = right[:, [1, 0, 2]]
    assert float(overlap_loss(wrong, wanted, known)) == pytest.approx(math.log(65))
    half = (right + wrong) / 2
    assert float(overlap_loss(half, wanted, known)) == pytest.approx(math.log(65 / 33))
