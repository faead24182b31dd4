"""Networks that first propose regions and then look at each again: Faster R-CNN and Mask R-CNN.

Faster R-CNN (Ren et al., NeurIPS 2015) and Mask R-CNN (He et al., ICCV 2017) of torchvision's own parts. What they
find has been through non-maximum suppression already, so there are as many rows as things found, and the exported
graph takes one picture at a time.
"""

from collections.abc import Iterator
from contextlib import contextmanager

import torch
from torch import Tensor, nn
from torch.nn import functional
from torchvision.models.detection import FasterRCNN, MaskRCNN
from torchvision.models.detection._utils import BalancedPositiveNegativeSampler
from torchvision.models.detection.anchor_utils import AnchorGenerator
from torchvision.models.detection.image_list import ImageList
from torchvision.models.detection.roi_heads import fastrcnn_loss, maskrcnn_loss

from core.training.models.layers import Normalise
from core.training.models.levels import Shape, by_level, placed
from core.training.models.network import LabelRows, Network
from core.training.models.plan import NetworkPlan
from core.training.models.pyramids import ALIASES, MOBILENET, TRUNK, mobilenet_pyramid, resnet_pyramid
from core.training.models.sharing import first_place, share_of
from core.training.models.targets import label_weights, real_targets

RATIOS = (0.5, 1.0, 2.0)
FINEST = 32
"""The side in pixels of the finest level's anchors; each next level's are twice as large."""
SETTINGS = {
    # Pictures here are half as wide as COCO's and processors slower than graphics cards: fewer regions do.
    "rpn_pre_nms_top_n_test": 600,
    "rpn_post_nms_top_n_test": 200,
    "rpn_post_nms_top_n_train": 1000,
    "rpn_batch_size_per_image": 128,
    "box_batch_size_per_image": 128,
    "box_score_thresh": 0.01,  # down to this a measurement looks at what is found
}
RENAMED = {"loss_objectness": "object", "loss_rpn_box_reg": "region"}


def faster_rcnn(plan: NetworkPlan) -> "TwoStage":
    """Return the detector with random weights; its names are those of torchvision's file."""
    anchors = Anchors(plan)
    return TwoStage(FasterRCNN(_pyramid(plan), plan.label_count + 1, rpn_anchor_generator=anchors, **SETTINGS), plan)


def mask_rcnn(plan: NetworkPlan) -> "TwoStage":
    """Return the network for instances with random weights; its names are those of torchvision's file."""
    anchors = Anchors(plan)
    return TwoStage(MaskRCNN(_pyramid(plan), plan.label_count + 1, rpn_anchor_generator=anchors, **SETTINGS), plan)


def _pyramid(plan: NetworkPlan) -> nn.Module:
    """Return the plan's backbone."""
    assert plan.backbone is not None
    return mobilenet_pyramid() if plan.backbone == MOBILENET else resnet_pyramid(plan.backbone)


class TwoStage(Network):
    """A detector of torchvision's without its resizing; with masks where it has a head for them."""

    batch_free = False
    trunk = TRUNK
    aliases = ALIASES
    weights: Tensor

    def __init__(self, detector: FasterRCNN, plan: NetworkPlan) -> None:
        super().__init__()
        self.backbone, self.rpn, self.roi_heads = detector.backbone, detector.rpn, detector.roi_heads
        for stage in (self.rpn, self.roi_heads):
            own = stage.fg_bg_sampler
            stage.fg_bg_sampler = Chooser(own.batch_size_per_image, own.positive_fraction)
        self.normalise = Normalise()
        self.channels_last = plan.backbone == MOBILENET
        self._size = plan.input_size
        self._label_count = plan.label_count
        weights = label_weights(plan.label_weights, plan.label_count, background=True)
        self.register_buffer("weights", weights, persistent=False)

    def forward(self, images: Tensor) -> tuple[Tensor, ...]:
        """Return scores N,A,C and boxes N,A,4, and masks N,A,28,28 where they are learned.

        Each row has one label; rows that a picture has fewer than another are empty ones with scores of 0.
        """
        features, shapes = self._features(images)
        heads = self.roi_heads
        with _learning(self.rpn, yes=False):
            regions, _ = self.rpn(_image_list(images, shapes), features)
        logits, steps = heads.box_predictor(heads.box_head(heads.box_roi_pool(features, regions, shapes)))
        found = heads.postprocess_detections(logits.float(), steps.float(), regions, shapes)
        rows = [self._rows(*own) for own in zip(*found, strict=True)]
        outputs: list[list[Tensor]] = [[scores for scores, _ in rows], [boxes for _, boxes in rows]]
        if heads.has_mask():
            outputs.append(self._masks(features, rows, shapes))
        return tuple(_stacked(output) for output in outputs)

    def losses(self, images: Tensor, targets: list[dict[str, Tensor]]) -> dict[str, Tensor]:
        """Return ``object`` and ``region`` of the first stage, ``label`` and ``box`` (and ``mask``) of the second.

        Both stages learn from a random choice of regions; in evaluation mode from the same one each time.
        """
        features, shapes = self._features(images)
        truths = real_targets(targets, images.device)
        for truth in truths:
            truth["labels"] = truth["labels"] + 1
        with _learning(self.rpn, yes=True), _steady(images.device, yes=not self.training):
            regions, first = self.rpn(_image_list(images, shapes), features, truths)
            chosen = self.roi_heads.select_training_samples(regions, truths)
        own = self.rpn.fg_bg_sampler.chosen
        losses = {RENAMED[name]: loss * own / share_of(own) for name, loss in first.items()}
        return losses | self._second_losses(features, shapes, truths, *chosen)

    def pass_norms(self, images: Tensor) -> None:
        """Take pictures through the pyramid: the heads have no batch norm, and masks of all that is found take long."""
        self._features(images)

    def label_rows(self) -> dict[str, LabelRows]:
        """Return the last layers of labels, boxes and masks."""
        heads = {
            "roi_heads.box_predictor.cls_score": LabelRows(background=True),
            "roi_heads.box_predictor.bbox_pred": LabelRows(background=True, after=4),
        }
        if self.roi_heads.has_mask():
            heads["roi_heads.mask_predictor.mask_fcn_logits"] = LabelRows(background=True)
        return heads

    def _features(self, images: Tensor) -> tuple[dict[str, Tensor], list[tuple[int, int]]]:
        """Return the levels by name and the size of each picture."""
        return self.backbone(self.normalise(images)), [self._size] * len(images)

    def _rows(self, boxes: Tensor, scores: Tensor, labels: Tensor) -> tuple[Tensor, Tensor]:
        """Return scores A,C and boxes A,4 of one picture, the last row an empty one.

        With it no later layer and no runtime ever meets a tensor without rows.
        """
        every = torch.arange(1, self._label_count + 1, device=labels.device)
        spread = (labels[:, None] == every).to(scores.dtype) * scores[:, None]
        empty = torch.tensor([[0.0, 0.0, 1.0, 1.0]], device=boxes.device)
        return torch.cat([spread, spread.new_zeros(1, self._label_count)]), torch.cat([boxes, empty])

    def _masks(
        self, features: dict[str, Tensor], rows: list[tuple[Tensor, Tensor]], shapes: list[tuple[int, int]]
    ) -> list[Tensor]:
        """Return the masks A,28,28 of each picture's rows, each for its label."""
        heads = self.roi_heads
        boxes = [own for _, own in rows]
        logits = heads.mask_predictor(heads.mask_head(heads.mask_roi_pool(features, boxes, shapes))).float()
        chosen = torch.cat([scores for scores, _ in rows]) > 0
        masks = (logits[:, 1:].sigmoid() * chosen[:, :, None, None]).sum(dim=1)
        if len(boxes) == 1:
            return [masks]
        return list(masks.split([len(own) for own in boxes]))

    def _second_losses(
        self,
        features: dict[str, Tensor],
        shapes: list[tuple[int, int]],
        truths: list[dict[str, Tensor]],
        regions: list[Tensor],
        owners: list[Tensor],
        labels: list[Tensor],
        steps_wanted: list[Tensor],
    ) -> dict[str, Tensor]:
        """Return the losses of the chosen regions."""
        heads = self.roi_heads
        logits, steps = heads.box_predictor(heads.box_head(heads.box_roi_pool(features, regions, shapes)))
        _, box_loss = fastrcnn_loss(logits.float(), steps.float(), labels, steps_wanted)
        every = torch.cat(labels)
        label_loss = functional.cross_entropy(logits.float(), every, weight=self.weights, reduction="sum")
        count = self.roi_heads.fg_bg_sampler.chosen
        losses = {
            "label": label_loss / share_of(self.weights[every].sum(), least=1e-6),
            "box": box_loss * count / share_of(count),
        }
        if heads.has_mask():
            found = [own > 0 for own in labels]
            regions = [own[mine] for own, mine in zip(regions, found, strict=True)]
            owners = [own[mine] for own, mine in zip(owners, found, strict=True)]
            answers = heads.mask_predictor(heads.mask_head(heads.mask_roi_pool(features, regions, shapes))).float()
            masks = [truth["masks"] for truth in truths]
            mask_loss = maskrcnn_loss(answers, regions, masks, [truth["labels"] for truth in truths], owners)
            things = (every > 0).sum().float()
            losses["mask"] = mask_loss * things / share_of(things)
        return losses


class Chooser(BalancedPositiveNegativeSampler):  # type: ignore[misc]  # torchvision says nothing of types
    """Chooses at random what is learned from, of each picture by a chance of its own.

    That hangs on the picture's place in the whole batch alone, so that processes that share one choose as a single one
    would. ``chosen`` is how many were chosen last, of all pictures of this process.
    """

    chosen: Tensor

    def __call__(self, labels: list[Tensor]) -> tuple[list[Tensor], list[Tensor]]:
        """Return of each picture what is chosen of things and of ground, as masks n of 0 and 1.

        ``labels`` n are 1 and more for things, 0 for ground and less for what is neither.
        """
        device = labels[0].device
        seed, first = int(torch.randint(2**62, ())), first_place(len(labels), device)
        chance = torch.Generator(device)
        chosen = [self._choose(own, chance.manual_seed(seed + first + place)) for place, own in enumerate(labels)]
        self.chosen = torch.stack([mask.sum() for pair in chosen for mask in pair]).sum().float()
        return [things for things, _ in chosen], [ground for _, ground in chosen]

    def _choose(self, labels: Tensor, chance: torch.Generator) -> tuple[Tensor, Tensor]:
        """Return what is chosen of one picture: a share of things at most, and ground for the rest."""
        things = _some(labels >= 1, int(self.batch_size_per_image * self.positive_fraction), chance)
        ground = _some(labels == 0, self.batch_size_per_image - int(things.sum()), chance)
        return things, ground


def _some(there: Tensor, most: int, chance: torch.Generator) -> Tensor:
    """Return as many of the places n that are there as may be, at random, as a mask of 0 and 1."""
    places = torch.where(there)[0]
    order = torch.randperm(len(places), generator=chance, device=places.device)
    mask = torch.zeros_like(there, dtype=torch.uint8)
    mask[places[order[:most]]] = 1
    return mask


class Anchors(AnchorGenerator):  # type: ignore[misc]  # torchvision says nothing of types
    """Anchors that are fixed when the network is built, since its pictures have one size.

    Torchvision's own divides picture by level, and so places them wrongly where a side is no multiple of the stride.
    """

    anchors: Tensor

    def __init__(self, plan: NetworkPlan) -> None:
        strides = (8, 16, 32, 64) if plan.backbone == MOBILENET else (4, 8, 16, 32, 64)
        cells = FINEST / strides[0]
        super().__init__(tuple((int(cells * stride),) for stride in strides), (RATIOS,) * len(strides))
        shapes = by_level(plan.anchors, strides, cells) if plan.anchors else [_shapes(own) for own in self.cell_anchors]
        self._count = len(shapes[0])
        # Torchvision's stand on the cells' upper left corners, and its published weights know it so.
        self.register_buffer("anchors", placed(plan.input_size, strides, shapes, offset=0.0), persistent=False)

    def num_anchors_per_location(self) -> list[int]:
        """Return how many anchors stand on a cell; the head is the same for all levels, and so is their number."""
        return [self._count]

    def forward(self, images: ImageList, _levels: list[Tensor]) -> list[Tensor]:
        """Return the anchors A,4 for each picture."""
        return [self.anchors] * len(images.image_sizes)


def _shapes(corners: Tensor) -> list[Shape]:
    """Return the (width, height) of anchors n,4 about a cell."""
    return [(x1 - x0, y1 - y0) for x0, y0, x1, y1 in corners.tolist()]


def _image_list(images: Tensor, shapes: list[tuple[int, int]]) -> ImageList:
    """Return the pictures as torchvision's layers take them."""
    return ImageList(images, shapes)


def _stacked(rows: list[Tensor]) -> Tensor:
    """Return the pictures' rows A,... as N,A,..., zeros below where a picture has fewer."""
    if len(rows) == 1:
        return rows[0][None]
    return nn.utils.rnn.pad_sequence(rows, batch_first=True)


@contextmanager
def _learning(module: nn.Module, *, yes: bool) -> Iterator[None]:
    """Tell this one module, and none inside it, whether it is learning: torchvision's decide by it what they return."""
    before, module.training = module.training, yes
    try:
        yield
    finally:
        module.training = before


@contextmanager
def _steady(device: torch.device, *, yes: bool) -> Iterator[None]:
    """Let what is drawn at random be the same each time, and leave the generators as they were."""
    devices = [] if device.type == "cpu" else [device]
    kind = "cuda" if device.type == "cpu" else device.type
    with torch.random.fork_rng(devices, enabled=yes, device_type=kind):
        if yes:
            torch.manual_seed(0)
        yield
