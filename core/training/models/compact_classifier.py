"""A compact classifier that learns in minutes on two processor cores, from drawn weights or from nothing.

The compact detector's backbone and neck; what is anywhere in the picture on any of three levels is asked for by the
mean of its largest values, so that a defect of a few pixels counts as much as one that covers the picture, and a
single odd cell for little.
"""

import torch
from torch import Tensor, nn

from core.training.models.classifier import Classifier
from core.training.models.compact import WIDTHS, Backbone
from core.training.models.layers import convolution
from core.training.models.plan import NetworkPlan
from core.training.models.points import WIDTH, Neck

DROPOUT = 0.2
LARGEST = 0.05
"""The share of a level's cells whose values are averaged."""


def compact_classifier(plan: NetworkPlan) -> Classifier:
    """Return the network with random weights."""
    return Classifier(Tagger(plan), plan, trunk="backbone.trunk")


class Tagger(nn.Module):
    """From pictures to a logit for each tag."""

    def __init__(self, plan: NetworkPlan) -> None:
        super().__init__()
        self.trunk = Backbone()
        self.neck = Neck(WIDTHS[2:], plan.input_size)
        self.counts = [max(1, round(LARGEST * rows * columns)) for rows, columns in self.neck.sizes]
        self.looks = nn.ModuleList(convolution(WIDTH, WIDTH) for _ in range(3))
        self.drop = nn.Dropout(DROPOUT)
        self.answer = nn.Linear(4 * WIDTH, plan.label_count)
        # Largest values are large: answers as strong as theirs would have to be unlearned first.
        nn.init.normal_(self.answer.weight, std=0.01)
        nn.init.zeros_(self.answer.bias)

    def forward(self, x: Tensor) -> Tensor:
        """Return the logits N,C."""
        levels = [look(level) for look, level in zip(self.looks, self.neck(self.trunk(x)), strict=True)]
        seen = [
            level.flatten(2).topk(count, dim=2).values.mean(dim=2)
            for level, count in zip(levels, self.counts, strict=True)
        ]
        seen.append(levels[-1].mean(dim=(2, 3)))
        logits: Tensor = self.answer(self.drop(torch.cat(seen, dim=1)))
        return logits
