"""Networks that say of every pixel what it belongs to: LR-ASPP and DeepLabV3, by torchvision's builders.

LR-ASPP is the light head of MobileNetV3 (Howard et al., ICCV 2019); DeepLabV3 (Chen et al., 2017) looks at several
widths at once and costs accordingly.
"""

from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional
from torchvision.models.segmentation import (
    deeplabv3_mobilenet_v3_large,
    deeplabv3_resnet50,
    lraspp_mobilenet_v3_large,
)

from core.training.models.layers import Norm, Normalise, with_quick_statistics
from core.training.models.network import LabelRows, Network
from core.training.models.plan import NetworkPlan
from core.training.models.pyramids import MOBILENET
from core.training.models.sharing import share_of, whole_sum
from core.training.models.targets import label_weights

VOID = 255
RARITY = 0.5
"""Of which power of its share of the pixels the inverse weighs a class: at 0 all pixels alike, at 1 all classes."""
DEEPLABS: dict[str, Callable[..., Any]] = {MOBILENET: deeplabv3_mobilenet_v3_large, "resnet50": deeplabv3_resnet50}


def lraspp(plan: NetworkPlan) -> "PixelNetwork":
    """Return LR-ASPP with random weights; its names are those of torchvision's file."""
    model = lraspp_mobilenet_v3_large(weights=None, weights_backbone=None, num_classes=plan.label_count + 1)
    layers = {"classifier.low_classifier", "classifier.high_classifier"}
    return PixelNetwork(model.backbone, model.classifier, layers, plan)


def deeplab(plan: NetworkPlan) -> "PixelNetwork":
    """Return DeepLabV3 with random weights; its names are those of torchvision's file."""
    assert plan.backbone is not None
    model = DEEPLABS[plan.backbone](
        weights=None, weights_backbone=None, num_classes=plan.label_count + 1, aux_loss=False
    )
    pooling = model.classifier[0].convs[-1]
    pooling[2] = Norm(pooling[2].num_features)
    return PixelNetwork(model.backbone, model.classifier, {"classifier.4"}, plan, level="out")


class PixelNetwork(Network):
    """A backbone and a head whose answer is stretched to the size of the picture."""

    weights: Tensor
    aliases = (("", "backbone."), ("features.", "backbone."))

    def __init__(
        self,
        backbone: nn.Module,
        head: nn.Module,
        output_layers: set[str],
        plan: NetworkPlan,
        *,
        level: str | None = None,
    ) -> None:
        """Join the two; ``level`` is the one of the backbone's levels that the head takes, None gives it all."""
        super().__init__()
        self.backbone, self.classifier = with_quick_statistics(backbone), head
        self._level = level
        self.normalise = Normalise()
        self._size = plan.input_size
        self._output_layers = output_layers
        weights = label_weights(plan.label_weights, plan.label_count, background=True)
        self.register_buffer("weights", weights, persistent=False)

    def forward(self, images: Tensor) -> tuple[Tensor]:
        """Return the probabilities N,C+1,H,W, the background first."""
        return (self._look(images).softmax(dim=1),)

    def losses(self, images: Tensor, targets: list[dict[str, Tensor]]) -> dict[str, Tensor]:
        """Return ``pixel`` (cross-entropy) and ``overlap`` (the logarithm of dice); void pixels count in neither."""
        logs = self._look(images).log_softmax(dim=1)
        wanted = torch.stack([target["map"] for target in targets]).to(logs.device, torch.int64)
        known = wanted != VOID
        areas = wanted[known].bincount(minlength=logs.shape[1]).to(logs)
        weights = self.weights * rarity(whole_sum(areas))
        pixel = functional.nll_loss(logs, wanted, weight=weights, ignore_index=VOID, reduction="sum")
        return {
            "pixel": pixel / share_of((weights * areas).sum()),
            "overlap": overlap_loss(logs.exp(), wanted, known),
        }

    def label_rows(self) -> dict[str, LabelRows]:
        """Return the layers that answer."""
        return dict.fromkeys(self._output_layers, LabelRows(background=True))

    def _look(self, images: Tensor) -> Tensor:
        """Return the logits N,C+1,H,W."""
        features = self.backbone(self.normalise(images))
        logits = self.classifier(features[self._level] if self._level else features).float()
        return functional.interpolate(logits, size=self._size, mode="bilinear", align_corners=False)


def rarity(areas: Tensor) -> Tensor:
    """Return a weight for each class from how many pixels it has in the batch: those of the rare ones weigh more.

    A class then counts by the root of its area. By the area itself a crack in a ten-thousandth of the pixels is given
    up before it is seen, and once its probability is near nothing, dice no longer moves it either.
    """
    return (areas.sum() / areas.clamp(min=1)) ** RARITY


def overlap_loss(probabilities: Tensor, wanted: Tensor, known: Tensor) -> Tensor:
    """Return the mean of -log(overlap) over the labels that are there, the background left out; 0 where none is.

    The overlap is dice's. ``probabilities`` N,C+1,H,W, ``wanted`` N,H,W the labels and ``known`` N,H,W which pixels
    count. It is the same for a thin scratch as for a large stain, where cross-entropy all but forgets the scratch
    (V-Net, Milletari et al., 2016); and by its logarithm, what is hardly found yet pulls hardest (Wong et al., 2018).
    """
    count = probabilities.shape[1]
    truth = wanted.where(known, 0)  # void counts as background, which is left out
    right = probabilities.gather(1, truth[:, None]).flatten()
    area = truth.flatten().bincount(minlength=count).to(right)
    common = torch.zeros_like(area).index_add(0, truth.flatten(), right)
    claimed = (probabilities * known[:, None]).sum(dim=(0, 2, 3))
    common, claimed, area = whole_sum(torch.stack([common, claimed, area])[:, 1:]).unbind()
    overlap = (2 * common + 1) / (claimed + area + 1)
    there = area > 0
    return -(overlap.log() * there).sum() / there.sum().clamp(min=1)
