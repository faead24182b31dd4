"""Which place of a detector answers for which object.

Each object is learned by the few places inside its box whose first guess (a square about the place) and present
answer overlap it best. The guess keeps the choice steady while the answers are still random; choosing by the answers
alone (TOOD, Feng et al., ICCV 2021) began to learn later from two dozen pictures. What a place should score is how
well its box fits (GFL, Li et al., NeurIPS 2020), so that the best of the boxes on one object is the one kept.
"""

import torch
from torch import Tensor
from torchvision.ops import box_iou

NOBODY = -1
PLACES = 9
FLOOR = 0.5


@torch.no_grad()
def assign(
    boxes: Tensor, guesses: Tensor, truth_boxes: Tensor, *, places: int = PLACES, smallest: float = 4.0
) -> tuple[Tensor, Tensor]:
    """Return for each of A places the index of its object (or NOBODY) and the score it should give.

    ``boxes`` A,4 is what the network says now, ``guesses`` A,4 what it said at first, about the places' centres, and
    ``truth_boxes`` n,4 the objects. An object gets at most ``places`` places, all inside its box; one smaller than
    the finest grid is widened to ``smallest`` pixels either side of its centre.
    """
    if len(truth_boxes) == 0:
        return torch.full((len(boxes),), NOBODY, device=boxes.device), torch.zeros_like(boxes[:, 0])
    points = (guesses[:, :2] + guesses[:, 2:]) / 2
    overlap = box_iou(truth_boxes, boxes)
    fit = (box_iou(truth_boxes, guesses) + overlap + 1e-6) * _inside(points, truth_boxes, smallest)
    best = fit.topk(min(places, len(points)), dim=1).indices
    fit = torch.zeros_like(fit).scatter_(1, best, 1.0) * fit
    most, owner = fit.max(dim=0)
    score = overlap.gather(0, owner[None])[0].clamp(min=FLOOR)
    return torch.where(most > 0, owner, NOBODY), torch.where(most > 0, score, 0.0)


def left_out(owner: Tensor, points: Tensor, boxes: Tensor, void: Tensor) -> Tensor:
    """Return which of A places (bool) learn no label: those of void objects, and those in one that nobody else owns.

    ``owner`` A is what :func:`assign` chose, ``points`` A,2 the places' centres, ``boxes`` n,4 the objects and ``void``
    n (bool) which of them count neither for nor against.
    """
    if not void.any():
        return torch.zeros_like(owner, dtype=torch.bool)
    corners = boxes[void, None]
    covered = ((points >= corners[..., :2]) & (points <= corners[..., 2:])).all(dim=2).any(dim=0)
    return torch.where(owner == NOBODY, covered, void[owner.clamp(min=0)])


def _inside(points: Tensor, boxes: Tensor, smallest: float) -> Tensor:
    """Return n,A: 1 where a point lies in a box, small boxes widened about their centre."""
    centre = (boxes[:, :2] + boxes[:, 2:]) / 2
    half = ((boxes[:, 2:] - boxes[:, :2]) / 2).clamp(min=smallest)
    away = (points[None] - centre[:, None]).abs()
    return (away <= half[:, None]).all(dim=2).float()
