"""The processes that learn one network together; most often there is only one.

Who starts several of them says so in the environment, in torchrun's words, whether that is torchrun or our own worker.
The first one leads: it alone measures, writes the run's files and publishes, and the others follow its word.
"""

import os
from typing import Any, TypeVar

import torch
from lightning_fabric import Fabric
from torch import distributed

from core.errors import TrainingError
from core.training.journal import Journal, StopError

Said = TypeVar("Said")


def size() -> tuple[int, int]:
    """Return how many processes this machine has of a run, and how many machines there are."""
    here = int(os.environ.get("LOCAL_WORLD_SIZE", "1"))
    return here, max(1, int(os.environ.get("WORLD_SIZE", "1")) // here)


class Crew:
    """What the processes of a run agree on as they go; a single one agrees with itself at no cost."""

    def __init__(self, fabric: Fabric) -> None:
        self._fabric = fabric
        self.count: int = fabric.world_size
        self.share: tuple[int, int] = (fabric.global_rank, fabric.world_size)
        # A group of its own, so that these sums and the averaging of gradients never wait for each other's order.
        self.group: Any = distributed.new_group() if self.count > 1 else None

    @property
    def leads(self) -> bool:
        """Whether this is the process that measures and writes."""
        return self.share[0] == 0

    def mean(self, value: float) -> float:
        """Return the mean of the processes' numbers."""
        return self._sum(value) / self.count

    def wait(self) -> None:
        """Return when all have come so far."""
        self._sum(0.0)

    def check_stop(self, journal: Journal) -> None:
        """Return if the run may go on; all go on or none.

        Raises:
            StopError: it was asked to stop or to pause.
        """
        if self._sum(float(journal.asked)) > 0:
            raise StopError

    def told(self, word: Said) -> Said:
        """Return what the leading process says."""
        if self.count == 1:
            return word
        told: Said = self._fabric.broadcast(word)
        return told

    def _sum(self, value: float) -> float:
        if self.count == 1:
            return value
        whole = torch.tensor(value, dtype=torch.float64, device=self._fabric.device)
        distributed.all_reduce(whole, group=self.group)
        return float(whole)


def check_share(smallest_batch: int, count: int) -> None:
    """Return if each process has a picture of every batch.

    Raises:
        TrainingError: there are more processes than pictures in a batch.
    """
    if smallest_batch < count:
        raise TrainingError(
            f"{count} processes cannot share batches of {smallest_batch} image(s): choose a larger batch, or fewer "
            "processes."
        )
