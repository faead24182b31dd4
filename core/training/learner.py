"""A network that learns, on its device: the one step that runs, trials and measurements of speed all make."""

from collections.abc import Callable, Mapping
from typing import Any

import torch
from lightning_fabric import Fabric
from torch import Tensor, nn

from core.training.batches import Batch
from core.training.models import Network
from core.training.models.sharing import together
from core.training.spec import Spec
from core.training.validation import on_device

LONGEST_GRADIENT = 10.0


def total(losses: Mapping[str, Tensor]) -> float:
    """Return the sum of the losses as a number, which may be none."""
    return float(sum(loss.detach() for loss in losses.values()))


class Judge:
    """Asked before anything is learned from a step; it may raise. This one lets every step pass."""

    def loss(self, losses: Mapping[str, Tensor], batch: Batch) -> float:  # noqa: ARG002  others look at it
        """Return the number of the losses."""
        return total(losses)

    def gradient(self, length: Tensor, losses: Mapping[str, Tensor], batch: Batch, alone: Callable[[], bool]) -> None:
        """Look at the length of the gradient, which all processes share.

        ``alone`` tells whether this process's part of the batch has none that is a number.
        """


class Learner:
    """A network with its optimiser where ``fabric`` puts them, laid out as is quicker.

    ``group`` is torch's process group of those that learn together and share each batch, None for one alone. It is
    ``torn`` where a step broke off midway, so that some weights have made it and others have not.
    """

    def __init__(self, fabric: Fabric, network: Network, spec: Spec, group: Any = None) -> None:
        self._fabric = fabric
        self._group = group
        self._channels_last = spec.channels_last and network.channels_last
        self._network = network
        self.torn = False
        network.to(memory_format=torch.channels_last if self._channels_last else torch.contiguous_format)
        optimizer = optimizer_for(network, spec)
        self.model, self.optimizer = fabric.setup(network, optimizer)
        self.model.mark_forward_method("losses")
        take_room(optimizer)

    def learn(self, batch: Batch, rate: float, judge: Judge | None = None) -> float:
        """Learn from the batch at that rate, the network being in training mode; return its loss.

        All that a step needs memory for is in this function's own variables, so that none of it is left where it ran
        out.
        """
        fabric, optimizer = self._fabric, self.optimizer
        batch = on_device(fabric, batch, channels_last=self._channels_last)
        for group in optimizer.param_groups:
            group["lr"] = rate
        optimizer.zero_grad()
        with together(self._group):
            losses = self.model.losses(batch.images, batch.targets)
        judge = judge or Judge()
        value = judge.loss(losses, batch)
        fabric.backward(sum(losses.values()))
        length = fabric.clip_gradients(self.model, optimizer, max_norm=LONGEST_GRADIENT, error_if_nonfinite=False)
        if length is not None and not self._scales:
            judge.gradient(length, losses, batch, lambda: self._breaks(batch))
        self.torn = True
        optimizer.step()
        self.torn = False
        return value

    @property
    def _scales(self) -> bool:
        """Whether gradients are scaled for half precision: steps whose gradient is none are then left out by torch."""
        return getattr(self._fabric.strategy.precision, "scaler", None) is not None

    def _breaks(self, batch: Batch) -> bool:
        """Tell whether the batch, learned from by this process alone, gives a gradient that is no number."""
        weights = [weight for weight in self._network.parameters() if weight.requires_grad]
        with together(None), self._fabric.autocast():
            losses = self._network.losses(batch.images, batch.targets)
        gradients = torch.autograd.grad(list(losses.values()), weights, allow_unused=True)
        return not all(bool(own.isfinite().all()) for own in gradients if own is not None)


def take_room(optimizer: torch.optim.Optimizer) -> None:
    """Let the optimiser take now all the memory that it keeps: not in its first step, which a lack of it would tear."""
    rates = [group["lr"] for group in optimizer.param_groups]
    for group in optimizer.param_groups:
        group["lr"] = 0.0  # a step of no length, from no gradient, changes nothing but what is counted
        for weight in group["params"]:
            weight.grad = torch.zeros_like(weight)
    optimizer.step()
    optimizer.zero_grad()
    for state in optimizer.state.values():
        state["step"].zero_()
    for group, rate in zip(optimizer.param_groups, rates, strict=True):
        group["lr"] = rate


def optimizer_for(network: nn.Module, spec: Spec) -> torch.optim.Optimizer:
    """Return AdamW; biases and the scales of normalisation layers do not decay."""
    weights = [parameter for parameter in network.parameters() if parameter.ndim > 1]
    others = [parameter for parameter in network.parameters() if parameter.ndim <= 1]
    groups = [{"params": weights, "weight_decay": spec.weight_decay}, {"params": others, "weight_decay": 0.0}]
    return torch.optim.AdamW(groups, lr=spec.learning_rate)
