"""SSDLite on MobileNetV3, by torchvision's builder: a small detector with anchors, at home on slow computers.

SSD (Liu et al., ECCV 2016) with the depthwise heads of MobileNetV2 (Sandler et al., CVPR 2018).
"""

from functools import partial
from math import log

import torch
from torch import Tensor
from torch.nn import functional
from torchvision.models.detection import ssdlite320_mobilenet_v3_large
from torchvision.models.detection.anchor_utils import DefaultBoxGenerator
from torchvision.models.detection.image_list import ImageList
from torchvision.models.detection.ssdlite import SSDLiteHead
from torchvision.ops import box_iou

from core.training.models.assignment import NOBODY
from core.training.models.layers import MOMENTUM, Norm, Normalise
from core.training.models.levels import by_level, level_size, placed
from core.training.models.network import LabelRows, Network
from core.training.models.plan import NetworkPlan
from core.training.models.sharing import share_of
from core.training.models.targets import label_weights, real_targets

STRIDES = (16, 32, 64, 128, 256, 512)
CHANNELS = (672, 480, 512, 256, 256, 128)
CELLS = 4.0
"""How many cells of its level an anchor is wide, as SSD's own are on the finest level."""
ENOUGH_OVERLAP = 0.5
NEGATIVES = 3
"""So many places that look most like an object and are none are learned for each that is one."""
LEAST_NEGATIVES = 8
"""So many are learned in any picture, so that one without objects teaches too."""
CENTRE_UNIT, SIZE_UNIT = 0.1, 0.2
"""What 1 means in a box's answer, in shares of the anchor, as torchvision's published weights have it."""
LARGEST_STEP = log(1000.0 / 16.0)


def ssdlite(plan: NetworkPlan) -> "SsdLite":
    """Return the detector with random weights; its names are those of torchvision's file."""
    return SsdLite(plan)


class SsdLite(Network):
    """Six levels, from stride 16; every anchor says which label it covers and how far it is off."""

    trunk = "backbone.features.1"
    anchors: Tensor
    weights: Tensor

    def __init__(self, plan: NetworkPlan) -> None:
        super().__init__()
        norm = partial(Norm, eps=0.001, momentum=MOMENTUM)
        model = ssdlite320_mobilenet_v3_large(
            weights=None, weights_backbone=None, num_classes=plan.label_count + 1, norm_layer=norm
        )
        self.backbone, self.head = model.backbone, model.head
        self.normalise = Normalise((0.5,) * 3, (0.5,) * 3)
        self._label_count = plan.label_count
        self._anchor_count = 6
        anchors = usual_anchors(plan.input_size)
        if plan.anchors:
            shapes = by_level(plan.anchors, STRIDES, CELLS)
            anchors, self._anchor_count = placed(plan.input_size, STRIDES, shapes), len(shapes[0])
            counts = [len(own) for own in shapes]
            self.head = SSDLiteHead(list(CHANNELS), counts, plan.label_count + 1, norm)
        self.register_buffer("anchors", anchors, persistent=False)
        weights = label_weights(plan.label_weights, plan.label_count, background=True)
        self.register_buffer("weights", weights, persistent=False)

    def forward(self, images: Tensor) -> tuple[Tensor, Tensor]:
        """Return scores N,A,C and boxes N,A,4, one for each anchor."""
        logits, steps = self._look(images)
        return logits.softmax(dim=2)[..., 1:], moved(self.anchors, steps)

    def losses(self, images: Tensor, targets: list[dict[str, Tensor]]) -> dict[str, Tensor]:
        """Return ``label`` (cross-entropy, the hardest of the background only) and ``box`` (smooth L1)."""
        logits, steps = self._look(images)
        wanted = torch.zeros(logits.shape[:2], dtype=torch.int64, device=logits.device)
        box_loss = steps.sum() * 0.0
        for row, target in enumerate(real_targets(targets, logits.device)):
            owner = owners(self.anchors, target["boxes"])
            mine = owner != NOBODY
            wanted[row, mine] = target["labels"][owner[mine]] + 1
            goal = steps_to(self.anchors[mine], target["boxes"][owner[mine]])
            box_loss = box_loss + functional.smooth_l1_loss(steps[row, mine], goal, reduction="sum")
        each = functional.cross_entropy(logits.transpose(1, 2), wanted, weight=self.weights, reduction="none")
        found = wanted > 0
        count = share_of(found.sum())
        return {"label": each[found | hardest(each.detach(), found)].sum() / count, "box": box_loss / count}

    def label_rows(self) -> dict[str, LabelRows]:
        """Return the last layer of each level's labels."""
        rows = LabelRows(before=self._anchor_count, background=True)
        return {f"head.classification_head.module_list.{level}.1": rows for level in range(len(STRIDES))}

    def _look(self, images: Tensor) -> tuple[Tensor, Tensor]:
        """Return label logits N,A,C+1, the background first, and the steps N,A,4 from anchors to boxes."""
        answers = self.head(list(self.backbone(self.normalise(images)).values()))
        return answers["cls_logits"].float(), answers["bbox_regression"].float()


def usual_anchors(input_size: tuple[int, int]) -> Tensor:
    """Return the anchors A,4 of torchvision's SSDLite, whose sizes are shares of the picture."""
    generator = DefaultBoxGenerator([[2, 3] for _ in STRIDES], min_ratio=0.2, max_ratio=0.95)
    levels = [torch.zeros(1, 1, *level_size(input_size, stride)) for stride in STRIDES]
    boxes: Tensor = generator(ImageList(torch.zeros(1, 3, *input_size), [input_size]), levels)[0]
    return boxes


def owners(anchors: Tensor, boxes: Tensor) -> Tensor:
    """Return for each of A anchors the index of the box n,4 that it learns, or NOBODY; each box has one at least."""
    if len(boxes) == 0:
        return torch.full((len(anchors),), NOBODY, device=anchors.device)
    overlap = box_iou(boxes, anchors)
    most, owner = overlap.max(dim=0)
    owner = torch.where(most >= ENOUGH_OVERLAP, owner, NOBODY)
    owner[overlap.argmax(dim=1)] = torch.arange(len(boxes), device=boxes.device)
    return owner


def hardest(losses: Tensor, found: Tensor) -> Tensor:
    """Return which places N,A of the background are learned: those with the highest loss, three for each found."""
    order = losses.masked_fill(found, -1.0).argsort(dim=1, descending=True).argsort(dim=1)
    count = (NEGATIVES * found.sum(dim=1, keepdim=True)).clamp(min=LEAST_NEGATIVES)
    return (order < count) & ~found


def steps_to(anchors: Tensor, boxes: Tensor) -> Tensor:
    """Return the steps n,4 that lead from the anchors n,4 to the boxes n,4."""
    size = anchors[:, 2:] - anchors[:, :2]
    apart = (boxes[:, :2] + boxes[:, 2:] - anchors[:, :2] - anchors[:, 2:]) / 2
    return torch.cat([apart / size / CENTRE_UNIT, ((boxes[:, 2:] - boxes[:, :2]) / size).log() / SIZE_UNIT], dim=1)


def moved(anchors: Tensor, steps: Tensor) -> Tensor:
    """Return the boxes N,A,4 to which the steps N,A,4 lead from the anchors A,4."""
    size = anchors[:, 2:] - anchors[:, :2]
    centre = (anchors[:, :2] + anchors[:, 2:]) / 2 + steps[..., :2] * CENTRE_UNIT * size
    half = (steps[..., 2:] * SIZE_UNIT).clamp(max=LARGEST_STEP).exp() * size / 2
    return torch.cat([centre - half, centre + half], dim=-1)
