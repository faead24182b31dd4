"""A compact backbone that learns in minutes on two processor cores, from drawn weights or from nothing.

Stages of split channels (CSPNet, Wang et al., 2020) cost a third of plain residual ones on a processor; full 3x3
convolutions are as quick there as depthwise ones, which wait for memory, and learn faster.
"""

from torch import Tensor, nn

from core.training.models.layers import Stage, convolution
from core.training.models.plan import NetworkPlan
from core.training.models.points import PointDetector

WIDTHS = (16, 32, 64, 128, 192)


def compact(plan: NetworkPlan) -> PointDetector:
    """Return the detector with random weights."""
    return PointDetector(Backbone(), WIDTHS[2:], plan)


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
