"""What a variation does to the user's own pictures: objects that vanish or shrink, pictures too bright or too dark.

The very transform that training uses varies the pictures, so that a preview shows what a network will see. No torch.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from core.images import read_rgb, read_size
from core.tasks import Fitting, Target, task_named
from core.tasks.fitting import parts_of, resized
from core.tasks.target import VOID
from core.training.augmentation import Augmentation
from core.training.recipes import MODELS
from core.training.sources import annotation_of
from core.training.spec import Spec
from core.training.transforms import TrainTransform, Variation
from core.voc.dataset import Dataset
from core.voc.distributions import TINY
from core.voc.image_sets import class_tags
from core.voc.label_list import LabelList

LONG = 2.5
"""A picture this many times as long as wide loses most of its size when it is laid on its side."""
_WHITE, _BLACK = 250, 5
_BURNT = 0.2
"""A picture with so many more pixels at white (or black) than before is too bright (or too dark)."""
_NOTABLE = 0.02
"""A share of vanishing or shrinking objects below this is not worth a warning."""

Picture = NDArray[np.uint8]


@dataclass(frozen=True, eq=False)
class Example:
    """A part of one of the user's images, uint8 (h, w, 3), with its target, and how it fits the network's input.

    ``leaves_out`` says whether the network is not taught that an object is there which the variation cuts.
    """

    name: str
    picture: Picture
    target: Target
    fitting: Fitting
    leaves_out: bool = False

    @cached_property
    def plain_sizes(self) -> NDArray[np.float64]:
        """The objects' widths and heights (n, 2) in pixels of the input when nothing is varied."""
        scale = np.array(self.fitting.shape[::-1], float) / self.picture.shape[1::-1]
        return np.asarray((self.target.boxes[:, 2:] - self.target.boxes[:, :2]) * scale, np.float64)

    @property
    def is_long(self) -> bool:
        """Whether a quarter turn would shrink it much."""
        width, height = self.fitting.size
        return max(width, height) >= LONG * min(width, height)


@dataclass(frozen=True, eq=False)
class Varied:
    """A variation of an example, and what became of it.

    ``lost`` and ``tiny`` are places of objects (of the target's boxes, or of the labels of a class map) that are no
    longer there, or under 5 x 5 pixels now and not before. ``white`` and ``black`` are shares of all pixels, beyond
    those of the picture itself.
    """

    example: Example
    variation: Variation
    lost: tuple[int, ...]
    tiny: tuple[int, ...]
    objects: int
    white: float
    black: float

    @property
    def too_bright(self) -> bool:
        """Whether much of the picture is nothing but white."""
        return self.white > _BURNT

    @property
    def too_dark(self) -> bool:
        """Whether much of the picture is nothing but black."""
        return self.black > _BURNT


class Effect(StrEnum):
    """What a person is warned of."""

    LOST = "objects vanish"
    TINY = "objects shrink under 5 x 5 pixels"
    BRIGHT = "too bright"
    DARK = "too dark"
    TURNED = "long pictures are turned"


@dataclass(frozen=True)
class Warned:
    """A warning: so many ``of`` objects or pictures, ``count`` of them."""

    effect: Effect
    count: int
    of: int

    @property
    def share(self) -> float:
        """From 0 to 1."""
        return self.count / self.of if self.of else 0.0


def read_examples(
    dataset: Dataset, names: Sequence[str], spec: Spec, labels: Sequence[str], input_size: tuple[int, int]
) -> list[Example]:
    """Return a part of each of these images as training would be given it, the one with the most objects.

    Images that say nothing to the spec's task are left out. ``labels`` are the labels or tags that are learned.

    Raises:
        AnnotrainError: an image or what is said of it cannot be read.
    """
    task = task_named(spec.task)
    tags = class_tags(dataset) if task.name == "classification" else {}
    numbers = LabelList.load(dataset).names
    found = []
    for entry in map(dataset.entry, names):
        annotation = annotation_of(dataset, entry, task, tags, numbers)
        if annotation is None:
            continue
        size = read_size(entry.path)
        truth = task.truth(annotation, labels, size)
        whole = read_rgb(entry.path)
        parts = [Fitting(rect, size, input_size) for rect in parts_of(size, spec.region, spec.tiles, spec.overlap)]
        made = [_example(entry.name, whole, task.target, truth, fitting, spec) for fitting in parts]
        found.append(max(made, key=lambda example: things(example.target)))
    return found


def _example(name: str, whole: Picture, target_of: object, truth: object, fitting: Fitting, spec: Spec) -> Example:
    """Return one part, no larger than its largest variation needs it."""
    factor = min(1.0, fitting.factor * max(1.0, spec.augmentation.scale[1]))
    part = fitting.cut(whole)
    picture = resized(part, factor) if factor < 1 else np.ascontiguousarray(part)
    target = target_of(truth, fitting, picture.shape[:2])  # type: ignore[operator]
    return Example(name, picture, target, fitting, MODELS[spec.model].leaves_out)


def vary(example: Example, augmentation: Augmentation, rng: np.random.Generator) -> Varied:
    """Return one variation of the example by chance, with what became of its objects and its light."""
    transform = TrainTransform(example.fitting.input_size, augmentation, example.leaves_out)
    variation = transform(example.picture, example.target, rng)
    if example.target.classes is not None:
        lost, tiny, count = _labels_lost(example, variation)
    else:
        lost, tiny, count = _objects_lost(example, variation)
    white, black = _burnt(variation.picture)
    white_before, black_before = _burnt(example.picture)
    return Varied(example, variation, lost, tiny, count, max(0.0, white - white_before), max(0.0, black - black_before))


def warnings_of(many: Iterable[Varied], augmentation: Augmentation) -> list[Warned]:
    """Return what a person should know of these variations, the gravest first; nothing where all is well."""
    varied = list(many)
    objects = sum(one.objects for one in varied)
    long = sum(one.example.is_long for one in varied) if augmentation.quarter_turns else 0
    counts = [
        Warned(Effect.LOST, sum(len(one.lost) for one in varied), objects),
        Warned(Effect.TINY, sum(len(one.tiny) for one in varied), objects),
        Warned(Effect.TURNED, long, len(varied)),
        Warned(Effect.BRIGHT, sum(one.too_bright for one in varied), len(varied)),
        Warned(Effect.DARK, sum(one.too_dark for one in varied), len(varied)),
    ]
    return [warned for warned in counts if warned.share > _NOTABLE]


def things(target: Target) -> int:
    """Return how many objects a target has; of a class map, how many labels."""
    return len(_labels_in(target.classes)) if target.classes is not None else len(target.boxes)


def _objects_lost(example: Example, variation: Variation) -> tuple[tuple[int, ...], tuple[int, ...], int]:
    """Return the places of lost and of shrunken objects, and how many there were."""
    kept = np.flatnonzero(variation.kept)
    sizes = variation.target.boxes[:, 2:] - variation.target.boxes[:, :2]
    small_now = (sizes < TINY).all(axis=1)
    small_before = (example.plain_sizes[kept] < TINY).all(axis=1)
    lost = np.flatnonzero(~variation.kept)
    return tuple(lost.tolist()), tuple(kept[small_now & ~small_before].tolist()), len(example.target.boxes)


def _labels_lost(example: Example, variation: Variation) -> tuple[tuple[int, ...], tuple[int, ...], int]:
    """Return the same for a class map: labels without a pixel left, and with fewer than 5 x 5 left."""
    assert example.target.classes is not None
    assert variation.target.classes is not None
    before, now = _labels_in(example.target.classes), _labels_in(variation.target.classes)
    plain = (example.fitting.shape[0] / example.picture.shape[0]) ** 2
    tiny = [label for label, count in now.items() if count < TINY**2 <= before.get(label, 0) * plain]
    return tuple(label for label in before if label not in now), tuple(tiny), len(before)


def _labels_in(classes: NDArray[np.uint8]) -> dict[int, int]:
    """Return how many pixels each label (0-based) of a class map has."""
    counts = np.bincount(classes.ravel(), minlength=256)
    return {value - 1: int(counts[value]) for value in range(1, VOID) if counts[value]}


def _burnt(picture: Picture) -> tuple[float, float]:
    """Return which shares of the picture are white and black throughout."""
    seen = picture[::2, ::2]
    return float((seen >= _WHITE).all(axis=2).mean()), float((seen <= _BLACK).all(axis=2).mean())
