"""What a run would learn from, and roughly how long it would take, said before it starts."""

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from core.voc.dataset import Dataset
from core.voc.image_sets import proposed_split
from core.voc.index import ImageSummary, labels_of
from desktop.jobs.training_monitor import RunSummary
from desktop.train.tiles import duration

if TYPE_CHECKING:
    from core.training.spec import Spec

LEAST_IMAGES = 2
# CPU seconds to learn from one picture of 320 x 320, measured on EPYC cores: a guess for people, until a run here has
# shown how fast this computer is.
_CPU_SECONDS = {"compact": 0.18, "mobilenet": 0.15}
_OTHER_CPU_SECONDS = 0.3
_START_SECONDS = 10.0


def _tr(text: str, count: int = -1) -> str:
    return QCoreApplication.translate("Plan", text, None, count)


@dataclass(frozen=True, kw_only=True)
class Plan:
    """How the labelled images would be used: so many to train, so many to validate, with so many labels."""

    labelled: int
    train: int
    val: int
    labels: int

    @property
    def problem(self) -> str | None:
        """Why nothing can be trained yet, with what to do; None if it can."""
        if self.labelled < LEAST_IMAGES:
            if self.labelled:
                return _tr("One image is labelled: label at least 2, one to train and one to validate.")
            return _tr("No image is labelled yet: label at least 2, one to train and one to validate.")
        if not self.labels:
            return _tr("The annotations hold no object yet: draw at least one box.")
        return None

    def sentence(self, spec: "Spec", runs: Sequence[RunSummary] = ()) -> str:
        """Say what Train will do; ``runs`` are the earlier ones, newest first."""
        return _tr("{images}: {train} to train, {val} to validate; {labels}; about {time}.").format(
            images=_tr("%n labelled image(s)", self.labelled),
            train=self.train,
            val=self.val,
            labels=_tr("%n label(s)", self.labels),
            time=duration(self.seconds(spec, runs)),
        )

    def seconds(self, spec: "Spec", runs: Sequence[RunSummary] = ()) -> float:
        """Return roughly how long the run takes on this computer, as fast as the newest run like it was."""
        each = next((known for run in runs if (known := _seconds_each(spec, run)) is not None), None)
        if each is None:
            cores = min(os.cpu_count() or 1, 8)
            each = _CPU_SECONDS.get(spec.model, _OTHER_CPU_SECONDS) * _area(spec) / 320**2 / cores
        needed = _START_SECONDS + each * spec.epochs * (self.train * spec.repeats + self.val / 3)
        return min(needed, spec.time_budget_s) if spec.time_budget_s is not None else needed


def _seconds_each(spec: "Spec", run: RunSummary) -> float | None:
    """Return how long a picture takes by what ``run`` measured; None if that was another network or device."""
    if not run.images_per_second or (run.spec.model, run.spec.device) != (spec.model, spec.device):
        return None
    return _area(spec) / _area(run.spec) / run.images_per_second


def _area(spec: "Spec") -> float:
    """Return the pixels of the network's input; roughly where the pictures decide its shape."""
    height, width = spec.input_size or (spec.image_size, spec.image_size * 3 / 4)
    return height * width


def plan_of(dataset: Dataset, summaries: Iterable[ImageSummary]) -> Plan:
    """Return the plan for what is labelled now; a split that was made before is kept.

    Raises:
        DatasetError: a list of images cannot be read.
    """
    labels = labels_of(summaries)
    found = {label for on_image in labels.values() for label in on_image}
    if len(labels) < LEAST_IMAGES:
        return Plan(labelled=len(labels), train=len(labels), val=0, labels=len(found))
    train, val = proposed_split(dataset, labels, seed=0)
    return Plan(
        labelled=len(labels),
        train=len(labels.keys() & set(train)),
        val=len(labels.keys() & set(val)),
        labels=len(found),
    )
