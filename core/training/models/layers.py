"""The pieces that our own networks are built of."""

import torch
from torch import Tensor, nn


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
