"""Targets as losses want them."""

import torch
from torch import Tensor


def boxes_and_labels(targets: list[dict[str, Tensor]], device: torch.device) -> list[tuple[Tensor, Tensor]]:
    """Return each target as ``(boxes n,4 float32, labels n int64)`` on the device."""
    return [
        (target["boxes"].to(device, torch.float32).reshape(-1, 4), target["labels"].to(device, torch.int64))
        for target in targets
    ]
