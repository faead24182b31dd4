"""FCOS on a ResNet with a feature pyramid: strong, without anchors, heavy on a processor.

FCOS: a simple and strong anchor-free object detector (Tian et al., PAMI 2020): every place says what it sees, how far
it is to the object's four edges and how near it is to its middle. Built of torchvision's backbone and head; which
place learns which object is decided here.
"""

import torch
from torch import Tensor, nn
from torch.nn import functional
from torchvision.models.detection.fcos import FCOSHead
from torchvision.ops import generalized_box_iou_loss, sigmoid_focal_loss

from core.training.models.assignment import NOBODY
from core.training.models.layers import Normalise
from core.training.models.levels import centres
from core.training.models.network import LabelRows, Network
from core.training.models.plan import NetworkPlan
from core.training.models.pyramids import ALIASES, CHANNELS, TRUNK, resnet_pyramid
from core.training.models.sharing import share_of
from core.training.models.targets import label_weights, real_targets

STRIDES = (8, 16, 32, 64, 128)
RADIUS = 1.5
"""A place learns an object if it is within so many strides of the object's middle."""
REACH = (4.0, 8.0)
"""How far, in strides, the farthest edge of an object is from a place of the level that learns it."""
FIRST_GUESS = 2.0
"""So many strides to each edge are thought at first; torchvision's 0 gives no gradient to learn from."""


def fcos(plan: NetworkPlan) -> "Fcos":
    """Return the detector with random weights; its names are those of torchvision's file."""
    assert plan.backbone is not None
    return Fcos(resnet_pyramid(plan.backbone, coarse=True), plan)


class Fcos(Network):
    """Five levels, from stride 8."""

    channels_last = False
    trunk = TRUNK
    aliases = ALIASES
    places: Tensor
    strides: Tensor
    weights: Tensor

    def __init__(self, backbone: nn.Module, plan: NetworkPlan) -> None:
        super().__init__()
        self.backbone = backbone
        self.head = FCOSHead(CHANNELS, 1, plan.label_count)
        nn.init.constant_(self.head.regression_head.bbox_reg.bias, FIRST_GUESS)
        self.normalise = Normalise()
        # Torchvision's places are the cells' upper left corners, and its published weights know it so.
        places = [centres(plan.input_size, stride, offset=0.0) for stride in STRIDES]
        strides = torch.cat([torch.full((len(own),), float(s)) for s, own in zip(STRIDES, places, strict=True)])
        self.register_buffer("places", torch.cat(places), persistent=False)
        self.register_buffer("strides", strides, persistent=False)
        self.register_buffer("weights", label_weights(plan.label_weights, plan.label_count), persistent=False)

    def forward(self, images: Tensor) -> tuple[Tensor, Tensor]:
        """Return scores N,A,C, the geometric mean of label and middle, and boxes N,A,4."""
        logits, boxes, middle = self._look(images)
        return (logits.sigmoid() * middle.sigmoid()).sqrt(), boxes

    def losses(self, images: Tensor, targets: list[dict[str, Tensor]]) -> dict[str, Tensor]:
        """Return ``label`` (focal), ``box`` (generalised IoU) and ``middle`` (cross-entropy) for each place found."""
        logits, boxes, middle = self._look(images)
        wanted = torch.zeros_like(logits)
        box_loss, middle_loss = boxes.sum() * 0.0, middle.sum() * 0.0
        count = torch.zeros((), device=boxes.device)
        for row, target in enumerate(real_targets(targets, boxes.device)):
            owner = owners(self.places, self.strides, target["boxes"])
            mine = owner != NOBODY
            truth = target["boxes"][owner[mine]]
            wanted[row, mine, target["labels"][owner[mine]]] = 1.0
            box_loss = box_loss + generalized_box_iou_loss(boxes[row, mine], truth, reduction="sum")
            goal = nearness(self.places[mine], truth)
            middle_loss = middle_loss + functional.binary_cross_entropy_with_logits(
                middle[row, mine, 0], goal, reduction="sum"
            )
            count += len(truth)
        label_loss = (sigmoid_focal_loss(logits, wanted) * self.weights).sum()
        share = share_of(count)
        return {"label": label_loss / share, "box": box_loss / share, "middle": middle_loss / share}

    def label_rows(self) -> dict[str, LabelRows]:
        """Return the last layer of the labels."""
        return {"head.classification_head.cls_logits": LabelRows()}

    def _look(self, images: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Return label logits N,A,C, boxes N,A,4 and the logits N,A,1 of being near the middle."""
        answers = self.head(list(self.backbone(self.normalise(images)).values()))
        away = answers["bbox_regression"].float() * self.strides[:, None]
        boxes = torch.cat([self.places - away[..., :2], self.places + away[..., 2:]], dim=-1)
        return answers["cls_logits"].float(), boxes, answers["bbox_ctrness"].float()


@torch.no_grad()
def owners(places: Tensor, strides: Tensor, boxes: Tensor) -> Tensor:
    """Return for each of A places the index of the object n,4 that it learns, or NOBODY.

    A place learns an object if it lies in it and near its middle, and the object is of its level's size; of several the
    smallest. An object that would be nobody's is learned by the place nearest to its middle on its level.
    """
    if len(boxes) == 0:
        return torch.full((len(places),), NOBODY, device=places.device)
    edges = edge_distances(places, boxes[:, None])
    middles = (boxes[:, :2] + boxes[:, 2:]) / 2
    off = (places - middles[:, None]).abs().amax(dim=2)
    fits = of_level(edges.amax(dim=2), strides) & (edges.amin(dim=2) > 0) & (off < RADIUS * strides)
    area = (boxes[:, 2:] - boxes[:, :2]).prod(dim=1)
    cost = area[:, None].expand_as(fits).masked_fill(~fits, torch.inf)
    least, owner = cost.min(dim=0)
    owner = torch.where(least < torch.inf, owner, NOBODY)
    for lost in (~fits.any(dim=1)).nonzero().flatten().tolist():
        level = of_level(((boxes[lost, 2:] - boxes[lost, :2]) / 2).amax(), strides)
        owner[off[lost].masked_fill(~level, torch.inf).argmin()] = lost
    return owner


def edge_distances(places: Tensor, boxes: Tensor) -> Tensor:
    """Return how far the places A,2 are from the left, upper, right and lower edge of boxes ...,4; below 0 outside."""
    return torch.cat([places - boxes[..., :2], boxes[..., 2:] - places], dim=-1)


def of_level(farthest: Tensor, strides: Tensor) -> Tensor:
    """Return whether an edge so far away belongs to a place of that stride; the outer levels have no bound outwards."""
    low = torch.where(strides == min(STRIDES), 0.0, strides * REACH[0])
    high = torch.where(strides == max(STRIDES), torch.inf, strides * REACH[1])
    return (farthest >= low) & (farthest < high)


def nearness(places: Tensor, boxes: Tensor) -> Tensor:
    """Return from 0 to 1 how near the places n,2 are to the middle of their boxes n,4."""
    edges = edge_distances(places, boxes).clamp(min=0.0)
    shorter = torch.minimum(edges[:, :2], edges[:, 2:]) / torch.maximum(edges[:, :2], edges[:, 2:]).clamp(min=1e-6)
    return shorter.prod(dim=1).sqrt()
