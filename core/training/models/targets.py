"""Targets as losses want them."""

import torch
from torch import Tensor

THINNEST = 0.01
"""A box that is thinner than so many pixels has no logarithm to learn, and is left out."""


def boxes_and_labels(targets: list[dict[str, Tensor]], device: torch.device) -> list[tuple[Tensor, Tensor]]:
    """Return each target as ``(boxes n,4 float32, labels n int64)`` on the device."""
    return [
        (target["boxes"].to(device, torch.float32).reshape(-1, 4), target["labels"].to(device, torch.int64))
        for target in targets
    ]


def real_targets(targets: list[dict[str, Tensor]], device: torch.device) -> list[dict[str, Tensor]]:
    """Return the targets without boxes that have no area, on the device, each object's every tensor with it."""
    found = []
    for target, (boxes, labels) in zip(targets, boxes_and_labels(targets, device), strict=True):
        real = ((boxes[:, 2:] - boxes[:, :2]) > THINNEST).all(dim=1)
        kept = {"boxes": boxes[real], "labels": labels[real]}
        if "masks" in target:
            kept["masks"] = target["masks"].to(device)[real]
        found.append(kept)
    return found


def label_weights(weights: tuple[float, ...] | None, label_count: int, *, background: bool = False) -> Tensor:
    """Return one weight a label, 1 where nothing is said; with ``background`` one more before them, which is 1."""
    own = weights or (1.0,) * label_count
    return torch.tensor((1.0, *own) if background else own)
