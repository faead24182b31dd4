"""A compact network for pixels that learns in minutes on two processor cores, from drawn weights or from nothing.

The compact detector's backbone, and a decoder that goes back up to every second pixel (U-Net, Ronneberger et al.,
2015): a crack of three pixels is gone at stride 8, where the light heads of others begin.
"""

import torch
from torch import Tensor, nn

from core.training.models.compact import WIDTHS, Backbone
from core.training.models.layers import Stage, convolution
from core.training.models.levels import level_size
from core.training.models.plan import NetworkPlan
from core.training.models.points import doubled
from core.training.models.semantic import PixelNetwork

STRIDES = (2, 4, 8, 16)
"""Those of the levels that the decoder goes up through, the coarsest one, 32, apart."""
WIDTH = 64
QUARTER_WIDTH = 32
EDGE_WIDTH = 16
BACKGROUND = 2.0
"""What the answer for the background begins with: most pixels are background, and the rest need not be unlearned."""


def compact_segmenter(plan: NetworkPlan) -> PixelNetwork:
    """Return the network with random weights."""
    return PixelNetwork(AllLevels(), Decoder(plan), {"classifier.answer"}, plan)


class AllLevels(Backbone):
    """The compact backbone, weights and names alike, that also gives what it makes on the way."""

    def forward(self, x: Tensor) -> tuple[Tensor, ...]:  # type: ignore[override]
        """Return the levels at strides 2, 4, 8, 16 and 32."""
        half = self.stem[0](x)
        quarter = self.stem[2](self.stem[1](half))
        fine = self.fine(self.stem[3](quarter))
        middle = self.middle(fine)
        return half, quarter, fine, middle, self.coarse(middle)


class Decoder(nn.Module):
    """Hands what the coarse levels understand down to the finest, whose every cell then answers."""

    def __init__(self, plan: NetworkPlan) -> None:
        super().__init__()
        half, quarter, fine, middle, coarse = WIDTHS
        self.sizes = [level_size(plan.input_size, stride) for stride in STRIDES]
        self.coarse = convolution(coarse, WIDTH, 1)
        self.whole = nn.Conv2d(WIDTH, WIDTH, 1)
        self.middle = Stage(middle + WIDTH, WIDTH, 1)
        self.fine = Stage(fine + WIDTH, WIDTH, 1)
        # Few channels where there are many cells: the last two steps would else cost more than all before them.
        self.quarter = nn.Sequential(
            Stage(quarter + WIDTH, QUARTER_WIDTH, 1), convolution(QUARTER_WIDTH, EDGE_WIDTH, 1)
        )
        self.edges = convolution(half + EDGE_WIDTH, EDGE_WIDTH)
        self.answer = nn.Conv2d(EDGE_WIDTH, plan.label_count + 1, 1)
        assert self.answer.bias is not None
        nn.init.zeros_(self.answer.bias)
        nn.init.constant_(self.answer.bias[:1], BACKGROUND)

    def forward(self, levels: tuple[Tensor, ...]) -> Tensor:
        """Return logits N,C+1,h,w at stride 2; every cell knows what the whole picture looks like."""
        half, quarter, fine, middle, coarse = levels
        x = self.coarse(coarse)
        x = x + self.whole(x.mean(dim=(2, 3), keepdim=True))
        steps = ((self.middle, middle), (self.fine, fine), (self.quarter, quarter), (self.edges, half))
        for (step, level), size in zip(steps, reversed(self.sizes), strict=True):
            x = step(torch.cat([level, doubled(x, size)], dim=1))
        logits: Tensor = self.answer(x)
        return logits
