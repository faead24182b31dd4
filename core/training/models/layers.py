"""The pieces that our own networks are built of."""

from typing import TypeVar

import torch
from torch import Tensor, nn
from torch.nn import functional
from torch.nn.modules.batchnorm import _BatchNorm

MOMENTUM = 0.1
ModuleT = TypeVar("ModuleT", bound=nn.Module)


def convolution(inside: int, outside: int, size: int = 3, stride: int = 1) -> nn.Sequential:
    """Return a convolution, batch normalisation and SiLU."""
    return nn.Sequential(
        nn.Conv2d(inside, outside, size, stride, size // 2, bias=False),
        nn.BatchNorm2d(outside),
        nn.SiLU(inplace=True),
    )


class Residual(nn.Module):
    """Two 3x3 convolutions round which the input also passes unchanged."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.steps = nn.Sequential(convolution(width, width), convolution(width, width))

    def forward(self, x: Tensor) -> Tensor:
        """Return the input plus what the convolutions make of it."""
        return x + self.steps(x)  # type: ignore[no-any-return]


class Stage(nn.Module):
    """Half of the channels go through residual blocks, half pass by; both meet again."""

    def __init__(self, inside: int, outside: int, blocks: int) -> None:
        super().__init__()
        half = outside // 2
        self.through = nn.Sequential(convolution(inside, half, 1), *(Residual(half) for _ in range(blocks)))
        self.past = convolution(inside, half, 1)
        self.join = convolution(outside, outside, 1)

    def forward(self, x: Tensor) -> Tensor:
        """Return ``outside`` channels at the same resolution."""
        return self.join(torch.cat([self.through(x), self.past(x)], dim=1))  # type: ignore[no-any-return]


class Normalise(nn.Module):
    """Pictures from 0 to 1 as a backbone expects them: minus a mean, by a spread; ImageNet's where none is given."""

    mean: Tensor
    spread: Tensor

    def __init__(
        self, mean: tuple[float, ...] = (0.485, 0.456, 0.406), spread: tuple[float, ...] = (0.229, 0.224, 0.225)
    ) -> None:
        super().__init__()
        self.register_buffer("mean", torch.tensor(mean).reshape(3, 1, 1), persistent=False)
        self.register_buffer("spread", torch.tensor(spread).reshape(3, 1, 1), persistent=False)

    def forward(self, images: Tensor) -> Tensor:
        """Return the pictures N,3,H,W normalised."""
        return (images - self.mean) / self.spread


def with_quick_statistics(network: ModuleT) -> ModuleT:
    """Return the network with batch-norm statistics that follow the weights quickly enough for a short run.

    Torchvision's MobileNets take 0.01 and 0.03, for runs of hundreds of thousands of steps.
    """
    for layer in network.modules():
        if isinstance(layer, _BatchNorm):
            layer.momentum = MOMENTUM
    return network


class Norm(nn.BatchNorm2d):
    """Batch normalisation that also takes one value a channel, as a coarse level of one small picture gives.

    Such a value has no spread to learn from and is normalised by the running statistics.
    """

    def forward(self, x: Tensor) -> Tensor:
        """Return N,C,h,w normalised."""
        if self.training and x.numel() == x.shape[1]:
            return self.by_running_statistics(x)
        return super().forward(x)

    def by_running_statistics(self, x: Tensor) -> Tensor:
        """Return N,C,h,w normalised as in evaluation mode."""
        return functional.batch_norm(
            x, self.running_mean, self.running_var, self.weight, self.bias, training=False, eps=self.eps
        )
