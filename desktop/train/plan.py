"""What a run would learn from, and roughly how long it would take, said before it starts."""

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from core.training.recipes import MODELS
from core.voc.dataset import Dataset
from core.voc.image_sets import is_class_list, set_names
from core.voc.index import DatasetIndex, ImageSummary
from desktop.jobs.training_monitor import RunSummary
from desktop.train.tiles import duration

if TYPE_CHECKING:
    from core.training.material import Material
    from core.training.sizes import ObjectPlaces
    from core.training.spec import Spec

LEAST_IMAGES = 2
# CPU seconds to learn from one picture of 320 x 320, measured on EPYC cores: a guess for people, until a run here has
# shown how fast this computer is.
_CPU_SECONDS = {
    "compact": 0.18, "mobilenet": 0.15, "ssdlite": 0.15, "faster_rcnn": 1.5, "lraspp": 0.27, "deeplab": 0.45,
    "classifier": 0.2, "compact_segmenter": 0.25, "compact_classifier": 0.16,
}  # fmt: skip
_OTHER_CPU_SECONDS = 1.5
_START_SECONDS = 10.0


def _tr(text: str, count: int = -1) -> str:
    return QCoreApplication.translate("Plan", text, None, count)


@dataclass(frozen=True, kw_only=True)
class Plan:
    """How the labelled images would be used: so many to train, so many to validate, with so many labels.

    ``material`` is what there is for each task, ``places`` where the objects lie, ``image_sets`` the lists in
    ImageSets/Main that are no class lists; the first two are None where they were not asked for. ``test`` images are
    kept for a test, ``unmeasured`` are labels that no validation image has. ``given`` are labelled not by annotation
    files but by mask PNGs or lists of image-level classes, where the dataset has hardly any other.
    """

    labelled: int
    train: int
    val: int
    labels: int
    material: "Material | None" = None
    places: "ObjectPlaces | None" = None
    image_sets: tuple[str, ...] = ()
    test: int = 0
    given: int = 0
    unmeasured: tuple[str, ...] = ()

    @property
    def problem(self) -> str | None:
        """Why nothing can be trained yet, with what to do; None if it can."""
        if self.labelled < LEAST_IMAGES:
            if self.labelled:
                return _tr("One image is labelled: label at least 2, one to train and one to validate.")
            return _tr("No image is labelled yet: label at least 2, one to train and one to validate.")
        if not self.labels and not self.names("semantic") and not self.names("classification"):
            return _tr("The annotations hold no object yet: draw at least one box.")
        return None

    def missing(self, task: str) -> str | None:
        """Say what the dataset lacks for a task, with what to do; None where it has something for it."""
        if self.material is None or self.material.images(task):
            return None
        return {
            "boxed": _tr("No object is drawn yet: draw boxes, polygons or masks."),
            "outlined": _tr("No object has an outline yet: draw polygons, masks or paths."),
            "tagged": _tr("No image has a tag yet: give images tags, such as OK and NG."),
        }[self.material.need(task)]

    def problem_of(self, task: str) -> str | None:
        """Say why the task cannot be learned yet, with what to do; None if it can."""
        return self.problem or self.missing(task)

    def proposed(self, tasks: Sequence[str]) -> str | None:
        """Return the first of the tasks that the dataset has something for; None where that is none.

        Where mask PNGs are all there is, what each pixel is goes first: they seldom part one thing from the next.
        """
        order = sorted(tasks, key=lambda task: task != "semantic") if self.given else tasks
        return next((task for task in order if self.missing(task) is None), None)

    def names(self, task: str) -> tuple[str, ...]:
        """Return the labels that a task tells apart, or the tags."""
        return self.material.names(task) if self.material is not None else ()

    def sentence(self, spec: "Spec", runs: Sequence[RunSummary] = ()) -> str:
        """Say what Train will do; ``runs`` are the earlier ones, newest first."""
        template = _tr("{images}: {train} to train, {val} to validate; {labels}; about {time}.")
        if self.test:
            template = _tr("{images}: {train} to train, {val} to validate, {test} for a test; {labels}; about {time}.")
        sentence = template.format(
            images=_tr("%n labelled image(s)", self.labelled),
            train=self.train,
            val=self.val,
            test=self.test,
            labels=self._labels(spec),
            time=duration(self.seconds(spec, runs)),
        )
        if self.unmeasured and not self._is_tagged(spec):
            names = ", ".join(self.unmeasured[:3]) + (" …" if len(self.unmeasured) > 3 else "")
            sentence += " " + _tr("No validation image has {names}: what is learned of it is not measured.").format(
                names=names
            )
        return sentence

    def _labels(self, spec: "Spec") -> str:
        """Say how many labels or tags are told apart."""
        task = MODELS[spec.model].task
        count = len(spec.labels or self.names(task)) or self.labels
        if self._is_tagged(spec):
            return _tr("%n tag(s)", count)
        return _tr("%n label(s)", count)

    def _is_tagged(self, spec: "Spec") -> bool:
        """Tell whether the spec's task learns from tags of whole images."""
        return self.material is not None and self.material.need(MODELS[spec.model].task) == "tagged"

    def seconds(self, spec: "Spec", runs: Sequence[RunSummary] = ()) -> float:
        """Return roughly how long the run takes on this computer, as fast as the newest run like it was."""
        each = next((known for run in runs if (known := _seconds_each(spec, run)) is not None), None)
        if each is None:
            cores = min(os.cpu_count() or 1, 8)
            each = _CPU_SECONDS.get(spec.model, _OTHER_CPU_SECONDS) * _area(spec) / 320**2 / cores
        parts = spec.epochs * spec.tiles**2 * (self.train * spec.train_share * spec.repeats + self.val / 3)
        needed = _START_SECONDS + each * parts
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


def plan_of(dataset: Dataset, summaries: Iterable[ImageSummary], index: DatasetIndex | None = None) -> Plan:
    """Return the plan for what is labelled now; a split that was made before is kept.

    With the dataset's index, which has read all files by then, it also says what there is for each task. Not on the
    main thread.

    Raises:
        DatasetError: a list of images cannot be read.
    """
    from core.voc.splits import like_frozen, proposed_split  # not above: it would delay the window's start

    known = list(summaries)
    labels = {one.name: tuple(one.objects) for one in known if one.is_labelled}
    found = {label for on_image in labels.values() for label in on_image}
    more = _looked_up(dataset, index) if index is not None else {}
    if len(labels) < LEAST_IMAGES:
        return Plan(labelled=len(labels), train=len(labels), val=0, labels=len(found), **more)
    split = proposed_split(dataset, known, seed=0, alike=like_frozen(dataset, labels, read=False))
    return Plan(
        labelled=len(labels),
        train=len(labels.keys() & set(split.train)),
        val=len(labels.keys() & set(split.val)),
        test=len(labels.keys() & set(split.test)),
        labels=len(found),
        given=len(labels) if sum(one.is_annotated for one in known) < LEAST_IMAGES else 0,
        unmeasured=tuple(label for label, counts in split.labels.items() if counts.train and not counts.val),
        **more,
    )


def _looked_up(dataset: Dataset, index: DatasetIndex) -> dict[str, Any]:
    """Return what the index and the folder of image sets say."""
    from core.training.material import Material  # not above: these two would delay the window's start
    from core.training.sizes import ObjectPlaces

    sets = tuple(name for name in set_names(dataset) if not is_class_list(dataset, name))
    return {"material": Material.of(dataset, index), "places": ObjectPlaces.of(index), "image_sets": sets}
