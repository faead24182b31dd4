"""A MobileNetV3 backbone that can start from the weights torchvision's SSDLite320 learned on COCO's photographs.

Only the backbone is taken over: our neck and heads look at strides 8, 16 and 32, where SSDLite begins at 16 and
misses what is small.
"""

from torch import Tensor, nn
from torchvision.models.detection import ssdlite320_mobilenet_v3_large

from core.training.models.layers import with_quick_statistics
from core.training.models.plan import NetworkPlan
from core.training.models.points import PointDetector

WIDTHS = (40, 672, 480)
FINE = 7  # the layers of the first block whose output has stride 8


def mobilenet(plan: NetworkPlan) -> PointDetector:
    """Return the detector with random weights; its backbone's names are those of torchvision's file."""
    return PointDetector(Backbone(), WIDTHS, plan)


class Backbone(nn.Module):
    """From the picture to features at strides 8, 16 and 32."""

    def __init__(self) -> None:
        super().__init__()
        model = ssdlite320_mobilenet_v3_large(weights=None, weights_backbone=None)
        self.features = with_quick_statistics(model.backbone.features)

    def forward(self, x: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Return the three levels, the finest first."""
        fine = self.features[0][:FINE](x)
        middle = self.features[0][FINE:](fine)
        return fine, middle, self.features[1](middle)
