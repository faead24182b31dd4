"""Where the cells of a network's levels lie, and the anchors that stand there."""

from collections.abc import Sequence
from math import log2

import torch
from torch import Tensor

Shape = tuple[float, float]
"""An anchor's width and height in input pixels."""


def level_size(input_size: tuple[int, int], stride: int) -> tuple[int, int]:
    """Return the rows and columns of the level of that stride."""
    return -(-input_size[0] // stride), -(-input_size[1] // stride)


def centres(input_size: tuple[int, int], stride: int, offset: float = 0.5) -> Tensor:
    """Return the cells' points n,2 in pixels, row by row; ``offset`` is where in its cell a point lies."""
    rows, columns = level_size(input_size, stride)
    y, x = torch.meshgrid(torch.arange(rows), torch.arange(columns), indexing="ij")
    return (torch.stack([x, y], dim=2).reshape(-1, 2) + offset) * stride


def placed(
    input_size: tuple[int, int], strides: Sequence[int], shapes: Sequence[Sequence[Shape]], offset: float = 0.5
) -> Tensor:
    """Return the anchors A,4 of all levels, ``shapes`` being those of each: level, row, column, shape in turn."""
    levels = []
    for stride, own in zip(strides, shapes, strict=True):
        points = centres(input_size, stride, offset)
        half = torch.tensor(own, dtype=torch.float32) / 2
        corners = [points[:, None] - half[None], points[:, None] + half[None]]
        levels.append(torch.cat(corners, dim=2).reshape(-1, 4))
    return torch.cat(levels)


def by_level(anchors: Sequence[Shape], strides: Sequence[int], cells: float) -> list[list[Shape]]:
    """Return for each level the anchors that suit its stride, the same number for all.

    An anchor suits the level on which it is nearest to ``cells`` cells wide. A level that has too few takes those of
    the nearest levels as well, grown or shrunk as the strides are, so that larger and smaller things than the dataset
    has are not missed.
    """
    own: list[list[Shape]] = [[] for _ in strides]
    for width, height in anchors:
        cells_here = [abs(log2((width * height) ** 0.5 / (cells * stride))) for stride in strides]
        own[cells_here.index(min(cells_here))].append((width, height))
    count = max(len(shapes) for shapes in own)
    filled = []
    for level, stride in enumerate(strides):
        shapes = [
            (width * stride / strides[other], height * stride / strides[other])
            for other in sorted(range(len(strides)), key=lambda other: abs(other - level))
            for width, height in own[other]
        ]
        filled.append(shapes[:count])
    return filled
