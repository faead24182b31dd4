"""How a network learns, on one page. Everything else in this package serves these lines."""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import torch
from lightning_fabric import Fabric
from torch import Tensor

from core.errors import TrainingError
from core.training import checkpoints
from core.training.average import Average
from core.training.batch_norm import reestimate
from core.training.broken_loss import StrictJudge
from core.training.checkpoints import Checkpoint
from core.training.crew import Crew, check_share
from core.training.events import BatchHalved, CheckpointSaved, RunStarted, StepEnded
from core.training.journal import Journal, StopError
from core.training.learner import Learner
from core.training.memory import give_back, is_out_of_memory
from core.training.models import Network
from core.training.models.sharing import share_statistics
from core.training.progress import Progress
from core.training.run_folder import RunFolder
from core.training.samples import TrainSamples, ValSamples
from core.training.spec import Spec
from core.training.subject import Subject
from core.training.validation import validate

STATISTICS_BATCHES = 6
PACE_STEPS = 10
"""After so many steps it is known how long an epoch takes."""
MEASURING = 1 / 3
"""What a batch costs that is only looked at, as a share of one that is learned from."""
SAVE_EVERY_S = 20.0
"""How much of a long epoch may be lost when the process is killed, or stopped in a step that takes too long."""


@dataclass(frozen=True, kw_only=True)
class Lesson:
    """All that the loop works with."""

    run: RunFolder
    spec: Spec
    subject: Subject
    train: TrainSamples
    val: ValSamples
    fabric: Fabric
    journal: Journal


def learn(lesson: Lesson, network: Network, saved: Checkpoint | None) -> Progress:
    """Train the network to the last epoch's end, going on from ``saved``; the best weights are in the run folder.

    Raises:
        StopError: the run was asked to stop; a checkpoint is written.
        TrainingError: the loss is no longer a number.
        ImageFileError, WriteError: an image cannot be read, or the run folder cannot be written.
    """
    spec, train, fabric, journal = lesson.spec, lesson.train, lesson.fabric, lesson.journal
    progress = saved.progress if saved else Progress(spec.epochs, train.per_epoch, spec.batch_size)
    crew = Crew(fabric)
    if crew.count > 1:
        check_share(train.smallest_batch, crew.count)
        share_statistics(network)
    learner, average = Learner(fabric, network, spec, crew.group), Average(network, spec.average)
    parts = {"network": network, "average": average.network, "optimizer": learner.optimizer,
             "precision": fabric.strategy.precision}  # fmt: skip
    keeper = (Keeper if crew.leads else Bystander)(lesson, progress, parts)
    keeper.restore(saved)
    judge = StrictJudge(progress, lesson.run, journal, crew)
    while progress.epoch < progress.epochs:
        try:
            learner.model.train()
            for batch in train.batches(progress.epoch, progress.seen, crew.share):
                rate = progress.learning_rate(spec)
                value = learner.learn(batch, rate, judge)
                speed = progress.step_ended(value, batch.end)
                average.update(progress.step)
                journal.say(
                    StepEnded(step=progress.step, epoch=progress.epoch + 1, loss=value, learning_rate=rate,
                              images_per_second=speed)
                )  # fmt: skip
                if progress.step == PACE_STEPS and progress.epoch == 0:
                    plan_together(lesson, progress, crew)
                keeper.save_if_due()
                crew.check_stop(journal)
            if crew.leads:
                end_epoch(lesson, progress, average.network)
            progress.follow(crew.told(progress))
            keeper.save()
            crew.check_stop(journal)
        except StopError:
            keeper.save()
            raise
        except (RuntimeError, MemoryError) as error:
            go_on_with_less(lesson, progress, error, keeper if learner.torn else None)
            learner.torn = False
    return progress


def end_epoch(lesson: Lesson, progress: Progress, network: Network) -> None:
    """Measure the network as it would be published, keep it if it is the best so far, and say how it does."""
    reestimate(network, statistics_pictures(lesson, progress.epoch), network.pass_norms)
    journal = lesson.journal
    val_loss, metrics = validate(lesson.fabric, network, lesson.val, lesson.subject.labels, journal.check_stop)
    plan(lesson, progress, progress.epoch_ended())
    ended = progress.report(val_loss, metrics)
    if progress.is_best(ended, metrics):
        checkpoints.write_weights(lesson.run.best_path, network)
    journal.say(ended)
    end_if_idle(lesson, progress)


def started(lesson: Lesson, progress: Progress | None) -> RunStarted:
    """Return the event of a beginning, or of going on from ``progress``."""
    return RunStarted(
        images=len(lesson.train.images),
        val_images=len(lesson.val.images),
        steps_per_epoch=progress.steps_per_epoch if progress else lesson.train.steps_per_epoch,
        epochs=progress.epochs if progress else lesson.spec.epochs,
        device=device_name(lesson.fabric.device),
        labels=lesson.subject.labels,
        input_size=lesson.subject.input_size,
        task=lesson.spec.task,
        step=progress.step if progress else 0,
    )


def device_name(device: torch.device) -> str:
    """Return the device as a person knows it."""
    if device.type == "cuda":
        return str(torch.cuda.get_device_name(device))
    return "Apple GPU" if device.type == "mps" else f"CPU, {torch.get_num_threads()} threads"


def go_on_with_less(
    lesson: Lesson, progress: Progress, error: RuntimeError | MemoryError, torn: "Keeper | None" = None
) -> None:
    """Halve the batch where memory ran out; the step that it ran out in is done again, with what else is left.

    Where that step was ``torn``, some weights having made it and others not, all goes back to the last checkpoint.

    Raises:
        RuntimeError: the error is another one.
        TrainingError: not even one picture has room, or several processes share each batch.
    """
    if not is_out_of_memory(error):
        raise error
    if progress.batch_size == 1 or lesson.fabric.world_size > 1:
        raise TrainingError(
            f"There is not enough memory for {progress.batch_size} images at a time: choose a smaller image size, "
            "batch or network, or close other programs; then resume or start again."
        ) from error
    give_back(error)
    if torn is not None:
        torn.go_back()
    progress.halve()
    lesson.train.batch_size = lesson.val.batch_size = progress.batch_size
    lesson.journal.say(BatchHalved(step=progress.step, batch_size=progress.batch_size))


def end_if_idle(lesson: Lesson, progress: Progress) -> None:
    """End the run where the patience is over, and say so."""
    if progress.end_if_idle(lesson.spec):
        lesson.journal.say(
            f"No epoch was better than epoch {progress.best_epoch} for {progress.idle_epochs} epochs: it ends here."
        )


def statistics_pictures(lesson: Lesson, epoch: int) -> Iterator[Tensor]:
    """Yield varied training pictures on the device, for batch normalisation."""
    for pictures in lesson.train.for_statistics(epoch, STATISTICS_BATCHES):
        lesson.journal.check_stop()
        yield lesson.fabric.to_device(pictures).contiguous(memory_format=torch.channels_last)


def expected_epoch_seconds(lesson: Lesson, progress: Progress) -> float:
    """Return how long an epoch will take, from the steps done so far."""
    step = progress.seconds / progress.step
    looked_at = STATISTICS_BATCHES + 2 * len(lesson.val.images) / lesson.val.batch_size
    return step * (progress.steps_per_epoch + MEASURING * looked_at)


def plan_together(lesson: Lesson, progress: Progress, crew: Crew) -> None:
    """Fit the number of epochs to the time budget by the leading process's clock: the rate of all depends on it."""
    if crew.leads:
        plan(lesson, progress, expected_epoch_seconds(lesson, progress))
    progress.follow(crew.told(progress))


def plan(lesson: Lesson, progress: Progress, epoch_seconds: float) -> None:
    """Fit the number of epochs to the time budget, and say so where it changes."""
    if progress.plan(lesson.spec, epoch_seconds):
        lesson.journal.say(
            f"{progress.epochs} of {lesson.spec.epochs} epochs fit into the time given, "
            f"for an epoch takes about {epoch_seconds:.0f} seconds."
        )


class Keeper:
    """Writes the checkpoints of a run."""

    def __init__(self, lesson: Lesson, progress: Progress, parts: dict[str, Any]) -> None:
        self._lesson = lesson
        self._progress = progress
        self._parts = parts
        self._saved_at = time.monotonic()

    def restore(self, saved: Checkpoint | None) -> None:
        """Give every part the state it had."""
        if saved is None:
            return
        for name, part in self._parts.items():
            part.load_state_dict(saved.states[name])
        self._lesson.train.batch_size = self._lesson.val.batch_size = saved.progress.batch_size
        checkpoints.set_random_states(saved.random)

    def go_back(self) -> None:
        """Be again as the last checkpoint has it, at the batch size that there is room for since, and say so.

        Raises:
            TrainingError: there is none yet.
        """
        saved, size = checkpoints.read(self._lesson.run.checkpoint_path), self._progress.batch_size
        if saved is None:
            raise TrainingError(
                "Memory ran out in the middle of a step before the first checkpoint: start again with a smaller image "
                "size, batch or network, or close other programs."
            )
        self.restore(saved)
        self._progress.follow(saved.progress)
        self._progress.batch_size = size
        self._lesson.journal.say(started(self._lesson, self._progress))

    def save(self) -> None:
        """Write everything that a resume needs.

        Raises:
            WriteError: the run folder cannot be written.
        """
        states = {name: part.state_dict() for name, part in self._parts.items()}
        progress = self._progress
        checkpoints.write(self._lesson.run.checkpoint_path, Checkpoint(self._lesson.subject, progress, states))
        self._lesson.journal.say(CheckpointSaved(step=progress.step, epoch=progress.epoch))
        self._saved_at = time.monotonic()

    def save_if_due(self) -> None:
        """Write a checkpoint if the last one is some time ago.

        Raises:
            WriteError: the run folder cannot be written.
        """
        if time.monotonic() - self._saved_at > SAVE_EVERY_S:
            self.save()


class Bystander(Keeper):
    """Restores what the leading process has kept, and writes nothing itself."""

    def save(self) -> None:
        """Leave it to the leading process."""
