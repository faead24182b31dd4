"""A compact anchor-free detector that learns from nothing in minutes on two processor cores.

Three levels of cells (strides 8, 16, 32) look at the picture; each cell says what it sees and how far the object's
four edges are from its centre. Residual stages of split channels (CSPNet, Wang et al., 2020) cost a third of plain
ones on a processor, and full convolutions are as quick there as depthwise ones and learn faster.
"""

import torch
from torch import Tensor, nn
from torch.nn import functional
from torchvision.ops import generalized_box_iou_loss

from core.training.models.assignment import NOBODY, assign
from core.training.models.detector import Detector, stack_targets

STRIDES = (8, 16, 32)
WIDTHS = (16, 32, 64, 128, 192)
NECK = 64
BOX_WEIGHT = 2.5


class Compact(Detector):
    """The detector; ``input_size`` (height, width) are multiples of 32."""

    points: Tensor
    reach: Tensor

    def __init__(self, *, label_count: int, input_size: tuple[int, int]) -> None:
        super().__init__()
        self.label_count = label_count
        self.input_size = input_size
        self.backbone = Backbone()
        self.neck = Neck(WIDTHS[2:], NECK)
        self.heads = nn.ModuleList(Head(NECK, label_count) for _ in STRIDES)
        points, reach = grid(input_size)
        self.register_buffer("points", points, persistent=False)
        self.register_buffer("reach", reach, persistent=False)

    def forward(self, images: Tensor) -> tuple[Tensor, Tensor]:
        """Return scores N,A,C and boxes N,A,4; A is one for each cell of each level."""
        logits, boxes = self._look(images)
        return logits.sigmoid(), boxes

    def losses(self, images: Tensor, targets: list[dict[str, Tensor]]) -> dict[str, Tensor]:
        """Return ``label`` (cross-entropy against the target scores) and ``box`` (generalised IoU loss)."""
        logits, boxes = self._look(images)
        wanted = torch.zeros_like(logits)
        box_loss = boxes.sum() * 0.0
        truths = stack_targets(targets, boxes.device)
        for row, (truth_boxes, truth_labels) in enumerate(truths):
            owner, quality = assign(
                logits[row].detach().sigmoid(), boxes[row].detach(), self.points, truth_boxes, truth_labels
            )
            mine = owner != NOBODY
            if mine.any():
                wanted[row, mine, truth_labels[owner[mine]]] = quality[mine]
                apart = generalized_box_iou_loss(boxes[row, mine], truth_boxes[owner[mine]])
                box_loss = box_loss + (apart * quality[mine]).sum()
        share = wanted.sum().clamp(min=1.0)
        label_loss = functional.binary_cross_entropy_with_logits(logits, wanted, reduction="sum")
        return {"label": label_loss / share, "box": BOX_WEIGHT * box_loss / share}

    def _look(self, images: Tensor) -> tuple[Tensor, Tensor]:
        """Return label logits N,A,C and boxes N,A,4."""
        levels = self.neck(self.backbone((images - 0.45) / 0.25))
        answers = [head(level) for head, level in zip(self.heads, levels, strict=True)]
        logits = torch.cat([label.flatten(2) for label, _ in answers], dim=2).transpose(1, 2)
        edges = torch.cat([edge.flatten(2) for _, edge in answers], dim=2).transpose(1, 2)
        away = edges.clamp(-6.0, 6.0).exp() * self.reach
        return logits, torch.cat([self.points - away[..., :2], self.points + away[..., 2:]], dim=2)


def grid(input_size: tuple[int, int]) -> tuple[Tensor, Tensor]:
    """Return the cells' centres A,2 in pixels and A,1 how far from them an edge is thought at first."""
    points, reach = [], []
    for stride in STRIDES:
        rows, columns = input_size[0] // stride, input_size[1] // stride
        y, x = torch.meshgrid(torch.arange(rows), torch.arange(columns), indexing="ij")
        points.append((torch.stack([x, y], dim=2).reshape(-1, 2) + 0.5) * stride)
        reach.append(torch.full((rows * columns, 1), 1.5 * stride))
    return torch.cat(points), torch.cat(reach)


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


class Backbone(nn.Module):
    """From the picture to features at strides 8, 16 and 32."""

    def __init__(self) -> None:
        super().__init__()
        one, two, three, four, five = WIDTHS
        self.stem = nn.Sequential(
            convolution(3, one, 3, 2), convolution(one, two, 3, 2), Stage(two, two, 1), convolution(two, three, 3, 2)
        )
        self.fine = Stage(three, three, 2)
        self.middle = nn.Sequential(convolution(three, four, 3, 2), Stage(four, four, 2))
        self.coarse = nn.Sequential(convolution(four, five, 3, 2), Stage(five, five, 1))

    def forward(self, x: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Return the three levels, the finest first."""
        fine = self.fine(self.stem(x))
        middle = self.middle(fine)
        return fine, middle, self.coarse(middle)


class Neck(nn.Module):
    """What the coarse levels understand is handed down to the fine ones (FPN, Lin et al., 2017)."""

    def __init__(self, widths: tuple[int, ...], width: int) -> None:
        super().__init__()
        fine, middle, coarse = widths
        self.coarse = convolution(coarse, width, 1)
        self.middle = Stage(middle + width, width, 1)
        self.fine = Stage(fine + width, width, 1)

    def forward(self, levels: tuple[Tensor, Tensor, Tensor]) -> tuple[Tensor, Tensor, Tensor]:
        """Return three levels of equal width, the finest first."""
        fine, middle, coarse = levels
        coarse = self.coarse(coarse)
        middle = self.middle(torch.cat([middle, functional.interpolate(coarse, scale_factor=2.0)], dim=1))
        fine = self.fine(torch.cat([fine, functional.interpolate(middle, scale_factor=2.0)], dim=1))
        return fine, middle, coarse


class Head(nn.Module):
    """For each cell of a level: a logit for each label, and four edges as logarithms."""

    def __init__(self, width: int, label_count: int) -> None:
        super().__init__()
        self.label = nn.Sequential(convolution(width, width), nn.Conv2d(width, label_count, 1))
        self.edge = nn.Sequential(convolution(width, width), nn.Conv2d(width, 4, 1))
        rare = self.label[-1].bias
        assert isinstance(rare, Tensor)
        nn.init.constant_(rare, -4.6)  # at first every label is thought one in a hundred

    def forward(self, x: Tensor) -> tuple[Tensor, Tensor]:
        """Return label logits N,C,h,w and edges N,4,h,w."""
        return self.label(x), self.edge(x)
