"""One step of learning, and what is left of it where memory runs out."""

import weakref
from typing import Any

import pytest
import torch
from lightning_fabric import Fabric
from torch import Tensor, nn
from torch.autograd import Function

from core.training.learner import Learner
from core.training.memory import give_back
from core.training.models import Network
from core.training.samples import Batch
from tests.core.training.conftest import tiny_spec


class Held:
    """Stands for what a step keeps in memory until its way back."""


class Keeping(Function):
    """Keeps something for the way back, on which memory runs out if there is no room."""

    @staticmethod
    def forward(ctx: Any, features: Tensor, held: Held, room: bool) -> Tensor:
        ctx.held, ctx.room = held, room
        return features.clone()

    @staticmethod
    def backward(ctx: Any, *gradients: Tensor) -> tuple[Tensor, None, None]:
        if not ctx.room:
            raise torch.OutOfMemoryError("CUDA out of memory")
        return gradients[0], None, None


class Hungry(Network):
    """A network of one layer for which there is room, or is not, on the way back."""

    def __init__(self, *, room: bool) -> None:
        super().__init__()
        self.layer, self.room = nn.Conv2d(3, 1, 1), room
        self.held: list[weakref.ref[Held]] = []

    def forward(self, images: Tensor) -> tuple[Tensor]:
        return (self.layer(images),)

    def losses(self, images: Tensor, targets: list[dict[str, Tensor]]) -> dict[str, Tensor]:  # noqa: ARG002
        held = Held()
        self.held.append(weakref.ref(held))
        features: Tensor = Keeping.apply(self.layer(images), held, self.room)
        return {"flat": features.square().mean(), "high": features.mean().square()}


BATCH = Batch(names=("a", "b"), images=torch.ones(2, 3, 8, 8), targets=[{}, {}])


def learner_of(network: Network) -> Learner:
    torch.manual_seed(0)
    return Learner(Fabric(accelerator="cpu", devices=1), network, tiny_spec())


def test_a_step_learns_at_its_rate_and_says_the_sum_of_the_losses() -> None:
    network = Hungry(room=True)
    learner = learner_of(network)
    expected = sum(float(loss.detach()) for loss in network.losses(BATCH.images, []).values())
    before = network.layer.weight.detach().clone()
    assert learner.learn(BATCH, 0.01) == pytest.approx(expected)
    # Adam's first step is as long as the rate, whatever the gradient.
    assert float((network.layer.weight.detach() - before).abs().max()) == pytest.approx(0.01, rel=0.1)


def test_a_judge_that_refuses_the_loss_leaves_the_weights_as_they_were() -> None:
    network = Hungry(room=True)
    learner = learner_of(network)
    before = network.layer.weight.detach().clone()

    def refuse(_losses: object, _batch: Batch) -> float:
        raise ValueError

    with pytest.raises(ValueError):  # noqa: PT011
        learner.learn(BATCH, 0.01, refuse)
    assert torch.equal(network.layer.weight, before)


def test_where_memory_ran_out_on_the_way_back_nothing_of_the_step_is_kept() -> None:
    network = Hungry(room=False)
    learner = learner_of(network)
    try:
        learner.learn(BATCH, 0.01)
    except torch.OutOfMemoryError as error:
        give_back(error)
        assert [held() for held in network.held] == [None]
    assert len(network.held) == 1
