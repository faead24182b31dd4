"""What every trial works with: the images, the network on its device, and single steps of learning."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import torch
from lightning_fabric import Fabric

from core.inference.model_folder import ModelFolder
from core.tasks import task_named
from core.training.batches import Batch
from core.training.events import RunStarted, StepEnded
from core.training.export import plan_of
from core.training.journal import Journal
from core.training.learner import Learner
from core.training.material import nothing_to_learn
from core.training.models import Network, build
from core.training.picking import pick_varied
from core.training.run_folder import RunFolder
from core.training.samples import TrainSamples
from core.training.sources import Labelled, read_labelled
from core.training.spec import Spec
from core.training.subject import Subject, settle
from core.training.teaching import fabric_for, with_workers
from core.voc.dataset import Dataset
from core.voc.held_out import not_held_out
from core.voc.image_sets import read_set, set_names

MOST_IMAGES = 400
"""A trial looks at so many images at the most: reading what is said of each takes time, and it wants a few batches."""


@dataclass(frozen=True, kw_only=True)
class Setting:
    """The spec of a trial, its images with what is said of them, what is learned, and where."""

    spec: Spec
    images: Sequence[Labelled]
    subject: Subject
    fabric: Fabric
    network: Network
    journal: Journal


def set_up(run: RunFolder, journal: Journal, *, count: int = MOST_IMAGES, **changes: Any) -> Setting:
    """Return what the trial in ``run`` works with: ``count`` varied training images, the spec with ``changes``.

    Raises:
        AnnotrainError: the dataset has nothing to learn from, or the network cannot be built.
    """
    spec, dataset = run.spec.changed(**changes), Dataset.open(run.dataset_root)
    fabric = fabric_for(spec)
    spec = with_workers(spec, fabric)
    torch.manual_seed(spec.seed)
    images = _chosen(dataset, spec, count)
    subject = settle(dataset, spec, images, ())
    parent = ModelFolder.find(dataset.models_folder, spec.continue_from) if spec.continue_from else None
    network = build(
        spec.model,
        plan_of(spec, subject),
        weights=str(parent.weights_path) if parent else spec.weights,
        report=journal.say,
        labels=subject.labels,
        parent_labels=parent.card.labels if parent else (),
    )
    journal.check_stop()
    return Setting(spec=spec, images=images, subject=subject, fabric=fabric, network=network, journal=journal)


def _chosen(dataset: Dataset, spec: Spec, count: int) -> list[Labelled]:
    """Return some of the images that a run would learn from, all labels among them as far as can be."""
    task = task_named(spec.task)
    names = read_set(dataset, spec.train_set) if spec.train_set in set_names(dataset) else None
    known = not_held_out(dataset, dataset.entries.names if names is None else filter(dataset.__contains__, names))
    some = read_labelled(dataset, _spread(known, MOST_IMAGES), task)
    wanted = set(spec.labels) if spec.labels is not None else None
    labels = {
        one.entry.name: task.labels_in(one.annotation) & (wanted or task.labels_in(one.annotation)) for one in some
    }
    picked = set(pick_varied({name: found for name, found in labels.items() if found}, count, seed=spec.seed))
    if not picked:
        raise nothing_to_learn(dataset)
    return [one for one in some if one.entry.name in picked]


def _spread(names: Sequence[str], count: int) -> list[str]:
    """Return at most ``count`` of the names, evenly taken."""
    return list(names[:: -(-len(names) // count) or 1])


class TrialLearner:
    """Makes single steps with a rate for each; ``step`` counts them."""

    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        self._learner = Learner(setting.fabric, setting.network, setting.spec)
        self.step = 0

    def begin(self, epochs: int, steps_per_epoch: int) -> None:
        """Say that the trial begins."""
        setting = self._setting
        self._setting.journal.say(
            RunStarted(
                images=len(setting.images), val_images=0, steps_per_epoch=steps_per_epoch, epochs=epochs,
                device=setting.fabric.device.type, labels=setting.subject.labels,
                input_size=setting.subject.input_size, task=setting.spec.task,
            )
        )  # fmt: skip

    def learn(self, batch: Batch, rate: float) -> float:
        """Learn from a batch at that rate and return its loss, which may be no number; the weights are then spoilt."""
        self._learner.model.train()
        loss = self._learner.learn(batch, rate)
        self.step += 1
        return loss

    def say(self, loss: float, rate: float, images_per_second: float) -> None:
        """Say how the step went, and end where that was asked for.

        Raises:
            StopError: the trial was asked to stop.
        """
        journal = self._setting.journal
        if loss == loss and abs(loss) != float("inf"):
            journal.say(StepEnded(step=self.step, epoch=1, loss=loss, learning_rate=rate,
                                  images_per_second=images_per_second))  # fmt: skip
        journal.check_stop()


def endless(samples: TrainSamples) -> Iterator[Batch]:
    """Yield the batches of one epoch after the other.

    Raises:
        ImageFileError: an image cannot be read.
    """
    epoch = 0
    while True:
        yield from samples.batches(epoch)
        epoch += 1
