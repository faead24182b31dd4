"""Which place of a detector answers for which object: task-aligned assignment (TOOD, Feng et al., ICCV 2021).

A place is a good teacher for an object where the network already says the right label and nearly the right box.
The best few places of each object learn from it, each with a target score as good as its box.
"""

import torch
from torch import Tensor
from torchvision.ops import box_iou

NOBODY = -1


@torch.no_grad()
def assign(
    scores: Tensor,
    boxes: Tensor,
    points: Tensor,
    truth_boxes: Tensor,
    truth_labels: Tensor,
    *,
    places: int = 10,
    smallest: float = 4.0,
) -> tuple[Tensor, Tensor]:
    """Return for each of A places the index of its object (or NOBODY) and the target score for its label.

    ``scores`` A,C and ``boxes`` A,4 are what the network says now, ``points`` A,2 the centres of the places,
    ``truth_boxes`` n,4 and ``truth_labels`` n the objects. An object may take at most ``places`` places, all inside
    its box; one smaller than the finest grid is widened to ``smallest`` pixels either side of its centre.
    """
    if len(truth_boxes) == 0:
        return torch.full((len(points),), NOBODY, device=points.device), torch.zeros_like(scores[:, 0])
    overlap = box_iou(truth_boxes, boxes)
    fit = scores[:, truth_labels].T.clamp(min=1e-6).sqrt() * overlap.pow(6)
    fit = (fit + 1e-9) * _inside(points, truth_boxes, smallest)
    best = fit.topk(min(places, len(points)), dim=1).indices
    taken = torch.zeros_like(fit).scatter_(1, best, 1.0) * fit
    owner = taken.argmax(dim=0)
    owned = taken.max(dim=0).values > 0
    own = torch.zeros_like(fit, dtype=torch.bool)
    own[owner[owned], owned.nonzero().squeeze(1)] = True
    fit, overlap = fit * own, overlap * own
    quality = fit / fit.amax(dim=1, keepdim=True).clamp(min=1e-12) * overlap.amax(dim=1, keepdim=True)
    return torch.where(owned, owner, NOBODY), quality.amax(dim=0)


def _inside(points: Tensor, boxes: Tensor, smallest: float) -> Tensor:
    """Return n,A: 1 where a point lies in a box, small boxes widened about their centre."""
    centre = (boxes[:, :2] + boxes[:, 2:]) / 2
    half = ((boxes[:, 2:] - boxes[:, :2]) / 2).clamp(min=smallest)
    away = (points[None] - centre[:, None]).abs()
    return (away <= half[:, None]).all(dim=2).float()
