"""What the processes that learn together agree on, seen from one of them; ``test_processes`` starts real ones."""

import math
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any, TypeVar

import pytest
import torch

from core.errors import TrainingError
from core.training.batches import Batch
from core.training.broken_loss import StrictJudge
from core.training.events import EventReader, LossBroke
from core.training.journal import Journal
from core.training.loop import plan_together
from core.training.progress import Progress
from core.training.run_folder import RunFolder
from tests.core.training.conftest import tiny_spec

Said = TypeVar("Said")
BATCH = Batch(names=tuple(f"img{number}" for number in range(20)), images=torch.zeros(20, 3, 8, 8), targets=[{}] * 20)


@dataclass
class Follower:
    """A crew of two seen by the one that follows: the other's loss, and how far the leading one says that it is."""

    other: float = 1.0
    progress: Progress | None = None
    waits: int = 0
    leads = False

    def mean(self, value: float) -> float:
        return (value + self.other) / 2

    def wait(self) -> None:
        self.waits += 1

    def told(self, _word: Said) -> Any:
        return self.progress


def test_all_plan_by_the_leading_ones_clock() -> None:
    """Else each would learn at a rate of its own, and their weights would part."""
    mine, leading = (Progress(epochs=count, per_epoch=10, batch_size=1, step=10) for count in (50, 9))
    spec = tiny_spec(epochs=50, time_budget_s=1.0)
    plan_together(SimpleNamespace(spec=spec), mine, Follower(progress=leading))  # type: ignore[arg-type]
    assert (mine.epochs, mine.learning_rate(spec)) == (9, leading.learning_rate(spec))


def checked(loss: float, run: RunFolder, crew: Follower) -> float:
    journal = Journal(run)
    journal.be_silent()
    judge = StrictJudge(Progress(epochs=1, per_epoch=20, batch_size=20, step=6), run, journal, crew)  # type: ignore[arg-type]
    return judge.loss({"a": torch.tensor(loss)}, BATCH)


def test_a_loss_that_breaks_in_one_process_ends_all_of_them_with_a_sentence(run: RunFolder) -> None:
    crew = Follower(other=math.nan)
    with pytest.raises(TrainingError, match=r"no number at step 7 in another of.*'broken-batch'"):
        checked(1.0, run, crew)
    assert crew.waits == 1, "until the other has said which images they were"
    assert not run.broken_path.exists()


def test_the_process_whose_loss_broke_saves_its_images_and_names_some(run: RunFolder) -> None:
    assert checked(3.0, run, Follower()) == 2.0
    crew = Follower()
    with pytest.raises(TrainingError, match=r"\(images img0, img1, .* img7, …\)"):
        checked(math.inf, run, crew)
    (broke,) = (event for event in EventReader(run.events_path).read_new() if isinstance(event, LossBroke))
    assert (broke.step, broke.names, crew.waits) == (7, BATCH.names, 1)
