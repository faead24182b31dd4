"""What several processes that learn one network together must agree on: sums over the whole batch.

Each process has a part of every batch. Batch normalisation and losses divide by what the whole batch holds, so that two
processes with half of it each take the very step that one would take with all of it. Nothing is shared but inside
:func:`together`; a validation loss is of one process alone.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import torch
from torch import Tensor, distributed, nn
from torch.autograd import Function
from torch.nn.modules.batchnorm import _BatchNorm

from core.training.models.layers import Norm

_groups: list[Any] = []


@contextmanager
def together(group: Any) -> Iterator[None]:
    """Share sums within torch's process ``group`` meanwhile; with None nothing is shared."""
    _groups.append(group)
    try:
        yield
    finally:
        _groups.pop()


def process_count() -> int:
    """Return how many processes share each batch now."""
    return distributed.get_world_size(_groups[-1]) if _is_shared() else 1


def whole_sum(own: Tensor) -> Tensor:
    """Return the sum of all processes' tensors, through which gradients flow back to each."""
    return _Sum.apply(own, _groups[-1]) if _is_shared() else own


def share_of(own: Tensor, least: float = 1.0) -> Tensor:
    """Return by what each process divides its loss: its share of the whole batch's count, which is ``least`` at least.

    Gradients are averaged over the processes afterwards, so that the sum comes out as of one.
    """
    return whole_sum(own.detach()).clamp(min=least) / process_count()


def first_place(count: int, device: torch.device) -> int:
    """Return at which place of the whole batch the ``count`` pictures of this process begin."""
    if not _is_shared():
        return 0
    counts = torch.zeros(process_count(), device=device)
    counts[distributed.get_rank(_groups[-1])] = count
    return int(whole_sum(counts)[: distributed.get_rank(_groups[-1])].sum())


def _is_shared() -> bool:
    return bool(_groups) and _groups[-1] is not None


class _Sum(Function):
    """The sum over a process group; its gradient is the sum of theirs."""

    @staticmethod
    def forward(ctx: Any, own: Tensor, group: Any) -> Tensor:
        ctx.group = group
        whole = own.detach().clone(memory_format=torch.contiguous_format)
        distributed.all_reduce(whole, group=group)
        return whole

    @staticmethod
    def backward(ctx: Any, *gradients: Tensor) -> tuple[Tensor, None]:
        whole = gradients[0].clone(memory_format=torch.contiguous_format)
        distributed.all_reduce(whole, group=ctx.group)
        return whole, None


class SharedNorm(Norm):
    """Batch normalisation over the whole batch of all processes; torch's own knows graphics cards only."""

    def forward(self, x: Tensor) -> Tensor:
        """Return N,C,h,w normalised."""
        if not (self.training and process_count() > 1):
            return super().forward(x)
        count = whole_sum(torch.tensor(float(x.numel() // x.shape[1]), device=x.device))
        if count <= 1:
            return self.by_running_statistics(x)
        exact = x.float()
        mean = whole_sum(exact.sum(dim=(0, 2, 3))) / count
        centred = exact - mean[:, None, None]
        spread = whole_sum((centred * centred).sum(dim=(0, 2, 3))) / count
        self._remember(mean.detach(), spread.detach() * count / (count - 1))
        scale = (self.weight / (spread + self.eps).sqrt())[:, None, None]
        return (centred * scale + self.bias[:, None, None]).to(x.dtype)

    @torch.no_grad()
    def _remember(self, mean: Tensor, spread: Tensor) -> None:
        """Let the running statistics follow."""
        assert self.running_mean is not None
        assert self.running_var is not None
        assert self.num_batches_tracked is not None
        self.num_batches_tracked.add_(1)
        share = 1.0 / float(self.num_batches_tracked) if self.momentum is None else self.momentum
        self.running_mean.lerp_(mean.to(self.running_mean.dtype), share)
        self.running_var.lerp_(spread.to(self.running_var.dtype), share)


def share_statistics(network: nn.Module) -> None:
    """Put layers that share their statistics in the place of the network's batch normalisation, weights and all."""
    for parent in list(network.modules()):
        for name, layer in parent.named_children():
            if isinstance(layer, _BatchNorm) and not isinstance(layer, SharedNorm):
                shared = SharedNorm(layer.num_features, eps=layer.eps, momentum=layer.momentum)
                shared.load_state_dict(layer.state_dict())
                setattr(parent, name, shared.train(layer.training))
