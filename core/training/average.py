"""A moving average of the weights, which does better than the last ones and wavers less."""

import copy

import torch

from core.training.models import Network


class Average:
    """A copy of a network whose weights follow it slowly; with a decay of 0 it is the network itself."""

    def __init__(self, network: Network, decay: float) -> None:
        self._source = network
        self._decay = decay
        self.network = copy.deepcopy(network).requires_grad_(requires_grad=False) if decay else network

    @torch.no_grad()
    def update(self, step: int) -> None:
        """Move towards the weights after ``step`` steps; at first faster, so that random ones are soon forgotten."""
        if not self._decay:
            return
        decay = min(self._decay, (1 + step) / (10 + step))
        for own, new in zip(self.network.parameters(), self._source.parameters(), strict=True):
            own.lerp_(new, 1 - decay)
