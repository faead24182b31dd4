"""One step of learning, and what is left of it where memory runs out."""

import weakref
from collections.abc import Mapping
from typing import Any

import pytest
import torch
from lightning_fabric import Fabric
from torch import Tensor, nn
from torch.autograd import Function

from core.training.batches import Batch
from core.training.learner import Judge, Learner, optimizer_for, take_room
from core.training.memory import give_back
from core.training.models import Network
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

    class Refusing(Judge):
        def loss(self, losses: Mapping[str, Tensor], batch: Batch) -> float:  # noqa: ARG002
            raise ValueError

    with pytest.raises(ValueError):  # noqa: PT011
        learner.learn(BATCH, 0.01, Refusing())
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


def test_the_optimiser_has_all_its_memory_before_the_first_step_and_steps_as_without() -> None:
    bare, roomy = (nn.Conv2d(3, 1, 1) for _ in range(2))
    roomy.load_state_dict(bare.state_dict())
    spec = tiny_spec()
    first, second = optimizer_for(bare, spec), optimizer_for(roomy, spec)
    take_room(second)
    assert len(second.state) == 2
    kept = {id(value) for state in second.state.values() for value in state.values()}
    for _ in range(3):
        for layer, optimizer in ((bare, first), (roomy, second)):
            optimizer.zero_grad()
            layer(BATCH.images).square().mean().backward()
            optimizer.step()
    assert torch.equal(bare.weight, roomy.weight)
    assert {id(value) for state in second.state.values() for value in state.values()} == kept


def test_a_step_that_breaks_off_midway_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    learner = learner_of(Hungry(room=True))

    def tear(*_parts: object) -> None:
        raise torch.OutOfMemoryError("CUDA out of memory")

    monkeypatch.setattr(learner.optimizer.optimizer, "step", tear)
    with pytest.raises(torch.OutOfMemoryError):
        learner.learn(BATCH, 0.01)
    assert learner.torn
