"""An anchor-free detector on any backbone: every point of three grids says what it sees and how far that reaches.

The idea of FCOS (Tian et al., ICCV 2019): a point predicts the distances to an object's four edges, so that no
anchor sizes need to be fitted to the data. Which points learn from which object is found by ``assignment``.
"""

import torch
from torch import Tensor, nn
from torch.nn import functional
from torchvision.ops import generalized_box_iou_loss

from core.tasks.target import VOID_LABEL
from core.training.models.assignment import NOBODY, assign, left_out
from core.training.models.layers import Stage, convolution
from core.training.models.levels import centres, level_size
from core.training.models.network import LabelRows, Network
from core.training.models.plan import NetworkPlan
from core.training.models.sharing import share_of
from core.training.models.targets import boxes_and_labels, label_weights

STRIDES = (8, 16, 32)
WIDTH = 64  # channels of the neck and the heads
BOX_WEIGHT = 2.5


class PointDetector(Network):
    """A backbone, a neck and heads; the plan's ``input_size`` (height, width) are multiples of 8.

    The backbone gives three levels of ``widths`` channels at strides 8, 16 and 32.
    """

    points: Tensor
    reach: Tensor
    weights: Tensor

    def __init__(self, backbone: nn.Module, widths: tuple[int, int, int], plan: NetworkPlan) -> None:
        super().__init__()
        self.backbone = backbone
        self.neck = Neck(widths, plan.input_size)
        self.heads = nn.ModuleList(Head(plan.label_count) for _ in STRIDES)
        points, reach = grid(plan.input_size)
        self.register_buffer("weights", label_weights(plan.label_weights, plan.label_count), persistent=False)
        self.register_buffer("points", points, persistent=False)
        self.register_buffer("reach", reach, persistent=False)

    def forward(self, images: Tensor) -> tuple[Tensor, Tensor]:
        """Return scores N,A,C and boxes N,A,4; A is one for each cell of each level."""
        logits, boxes = self._look(images)
        return logits.sigmoid(), boxes

    def losses(self, images: Tensor, targets: list[dict[str, Tensor]]) -> dict[str, Tensor]:
        """Return ``label`` (cross-entropy against the target scores) and ``box`` (generalised IoU loss).

        Objects of the VOID_LABEL teach where their edges are, but neither that they are there nor that they are not.
        """
        logits, boxes = self._look(images)
        wanted, counts = torch.zeros_like(logits), torch.ones_like(logits[..., :1])
        guesses = torch.cat([self.points - self.reach, self.points + self.reach], dim=1)
        box_loss = boxes.sum() * 0.0
        truths = boxes_and_labels(targets, boxes.device)
        for row, (truth_boxes, truth_labels) in enumerate(truths):
            owner, quality = assign(boxes[row].detach(), guesses, truth_boxes)
            mine = owner != NOBODY
            void = left_out(owner, self.points, truth_boxes, truth_labels == VOID_LABEL)
            counts[row, void] = 0.0
            seen = mine & ~void
            if mine.any():
                wanted[row, seen, truth_labels[owner[seen]]] = quality[seen]
                apart = generalized_box_iou_loss(boxes[row, mine], truth_boxes[owner[mine]])
                box_loss = box_loss + (apart * quality[mine]).sum()
        share = share_of(wanted.sum())
        label_loss = functional.binary_cross_entropy_with_logits(
            logits, wanted, weight=self.weights * counts, reduction="sum"
        )
        return {"label": label_loss / share, "box": BOX_WEIGHT * box_loss / share}

    def label_rows(self) -> dict[str, LabelRows]:
        """Return the last layer of each head."""
        return {f"heads.{level}.label.1": LabelRows() for level in range(len(STRIDES))}

    def _look(self, images: Tensor) -> tuple[Tensor, Tensor]:
        """Return label logits N,A,C and boxes N,A,4."""
        levels = self.neck(self.backbone((images - 0.45) / 0.25))
        answers = [head(level) for head, level in zip(self.heads, levels, strict=True)]
        logits = torch.cat([label.flatten(2) for label, _ in answers], dim=2).transpose(1, 2).float()
        edges = torch.cat([edge.flatten(2) for _, edge in answers], dim=2).transpose(1, 2).float()
        away = edges.clamp(-6.0, 6.0).exp() * self.reach
        return logits, torch.cat([self.points - away[..., :2], self.points + away[..., 2:]], dim=2)


def grid(input_size: tuple[int, int]) -> tuple[Tensor, Tensor]:
    """Return the cells' centres A,2 in pixels and A,1 how far from them an edge is thought at first."""
    points, reach = [], []
    for stride in STRIDES:
        points.append(centres(input_size, stride))
        reach.append(torch.full((len(points[-1]), 1), 1.5 * stride))
    return torch.cat(points), torch.cat(reach)


class Neck(nn.Module):
    """What the coarse levels understand is handed down to the fine ones (FPN, Lin et al., 2017)."""

    def __init__(self, widths: tuple[int, int, int], input_size: tuple[int, int]) -> None:
        super().__init__()
        fine, middle, coarse = widths
        self.sizes = [level_size(input_size, stride) for stride in STRIDES]
        self.coarse = convolution(coarse, WIDTH, 1)
        self.middle = Stage(middle + WIDTH, WIDTH, 1)
        self.fine = Stage(fine + WIDTH, WIDTH, 1)

    def forward(self, levels: tuple[Tensor, Tensor, Tensor]) -> tuple[Tensor, Tensor, Tensor]:
        """Return three levels of WIDTH channels, the finest first."""
        fine, middle, coarse = levels
        coarse = self.coarse(coarse)
        middle = self.middle(torch.cat([middle, doubled(coarse, self.sizes[1])], dim=1))
        fine = self.fine(torch.cat([fine, doubled(middle, self.sizes[0])], dim=1))
        return fine, middle, coarse


def doubled(level: Tensor, size: tuple[int, int]) -> Tensor:
    """Return the level with each cell doubled, cut to ``size`` (rows, columns) where that is odd."""
    return functional.interpolate(level, scale_factor=2.0)[:, :, : size[0], : size[1]]


class Head(nn.Module):
    """For each cell of a level: a logit for each label, and four edges as logarithms."""

    def __init__(self, label_count: int) -> None:
        super().__init__()
        self.label = nn.Sequential(convolution(WIDTH, WIDTH), nn.Conv2d(WIDTH, label_count, 1))
        self.edge = nn.Sequential(convolution(WIDTH, WIDTH), nn.Conv2d(WIDTH, 4, 1))
        rare = self.label[-1].bias
        assert isinstance(rare, Tensor)
        nn.init.constant_(rare, -4.6)  # at first every label is thought one in a hundred

    def forward(self, x: Tensor) -> tuple[Tensor, Tensor]:
        """Return label logits N,C,h,w and edges N,4,h,w."""
        return self.label(x), self.edge(x)
