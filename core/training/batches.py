"""What a network is given in a step: samples, and the tensors that a batch of them becomes."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from core.tasks import Target
from core.tasks.target import VOID

Picture = NDArray[np.uint8]


@dataclass(frozen=True)
class Sample:
    """A picture, uint8 (h, w, 3), with its target in its pixels."""

    name: str
    picture: Picture
    target: Target

    @property
    def nbytes(self) -> int:
        """About how much memory it takes."""
        return self.picture.nbytes + self.target.nbytes


@dataclass(frozen=True)
class Batch:
    """Pictures (N, 3, h, w) from 0 to 1 with their targets as networks take them; see ``Network.losses``.

    ``end`` is how many of the epoch's pictures have been learned from after it, by all processes together.
    """

    names: tuple[str, ...]
    images: Tensor
    targets: list[dict[str, Tensor]]
    end: int = 0


def batch_of(samples: Sequence[Sample], input_size: tuple[int, int]) -> Batch:
    """Return samples whose pictures have the input's size (height, width) as tensors."""
    return Batch(
        names=tuple(sample.name for sample in samples),
        images=torch.stack([to_tensor(sample.picture) for sample in samples]),
        targets=[target_tensors(sample.target, input_size) for sample in samples],
    )


def to_tensor(image: Picture) -> Tensor:
    """Return a uint8 height,width,3 picture as a float32 3,height,width tensor from 0 to 1 (laid out channels last)."""
    return torch.from_numpy(image).permute(2, 0, 1).float().div_(255)


def target_tensors(target: Target, input_size: tuple[int, int]) -> dict[str, Tensor]:
    """Return a target as a network takes it: what is beside the picture in an input of (height, width) is void."""
    limit = np.array([input_size[1], input_size[0]] * 2, np.float32)
    tensors = {
        "boxes": torch.from_numpy(np.clip(target.boxes, 0, limit)),
        "labels": torch.from_numpy(np.ascontiguousarray(target.labels)),
    }
    if target.masks is not None:
        tensors["masks"] = torch.from_numpy(_planes(target, input_size))
    if target.classes is not None:
        whole = np.full(input_size, VOID, np.uint8)
        rows, columns = target.classes.shape
        whole[:rows, :columns] = target.classes
        tensors["map"] = torch.from_numpy(whole)
    if target.tags is not None:
        tensors["tags"] = torch.from_numpy(target.tags)
    return tensors


def _planes(target: Target, input_size: tuple[int, int]) -> Picture:
    """Return the objects' masks as (n, height, width) of 0 and 1, cut at the border."""
    crops = target.masks or ()
    planes = np.zeros((len(crops), *input_size), np.uint8)
    for plane, (left, top, pixels) in zip(planes, crops, strict=True):
        rows, columns = pixels.shape
        x0, y0, x1, y1 = max(left, 0), max(top, 0), min(left + columns, input_size[1]), min(top + rows, input_size[0])
        if x0 < x1 and y0 < y1:
            plane[y0:y1, x0:x1] = pixels[y0 - top : y1 - top, x0 - left : x1 - left] > 0
    return planes
