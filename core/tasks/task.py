"""What a task is: what is learned from an annotation, what a network's answer means, and how good it is. No torch."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence
from typing import ClassVar, Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

from core.geometry import Shape
from core.metrics import Metrics
from core.tasks.choice import Choice
from core.tasks.fitting import Fitting
from core.tasks.target import Target
from core.voc.annotation import Annotation

TruthT = TypeVar("TruthT")
FoundT = TypeVar("FoundT")
Outputs = Sequence[NDArray[np.float32]]
"""One picture's rows of the network's outputs, in the order of :attr:`Task.outputs`."""
USUAL = Choice(0.0)
"""What gives way to what where nobody asks for anything else."""


class Task(ABC, Generic[TruthT, FoundT]):
    """One kind of question to a picture. A further one is a file beside this and a line in ``TASKS``.

    ``TruthT`` is what an annotation says to that question, ``FoundT`` what a network says, both in pixels of the image.
    """

    name: ClassVar[str]
    outputs: ClassVar[tuple[str, ...]]
    """The names of the network's outputs, in their order."""
    metrics: ClassVar[tuple[str, ...]]
    """The names of its figures, the headline first: by it epochs, runs and versions are compared."""
    counted: ClassVar[str] = "objects"
    """What of a label is counted where its figures are told."""
    averaged: ClassVar[str] = ""
    """What the headline is an average of, in a sentence, where that needs to be said."""

    def labels_in(self, annotation: Annotation) -> set[str]:
        """Return what of the annotation can be learned: the labels of its objects."""
        return {thing.label for thing in annotation.objects}

    def is_labelled(self, annotation: Annotation) -> bool:  # noqa: ARG002  # some tasks look
        """Tell whether the annotation answers the question; one without objects says that there are none."""
        return True

    @abstractmethod
    def truth(self, annotation: Annotation, labels: Sequence[str], size: tuple[int, int]) -> TruthT:
        """Return what the annotation of an image of ``size`` (width, height) says about ``labels``."""

    @abstractmethod
    def target(self, truth: TruthT, fitting: Fitting, shape: tuple[int, int]) -> Target:
        """Return what a network learns of the fitting's part, resized to ``shape`` (rows, columns)."""

    @abstractmethod
    def decode(self, outputs: Outputs, fitting: Fitting, choice: Choice | float) -> FoundT:
        """Return what the network's answer to the fitted part means in pixels of the image.

        ``choice`` says what of it is taken; a number is the least score, all else as usual.
        """

    @abstractmethod
    def merged(self, founds: Sequence[FoundT], size: tuple[int, int], choice: Choice = USUAL) -> FoundT:
        """Return what was found in the parts of one image of ``size`` (width, height) as one.

        ``choice`` is that by which the parts were decoded.
        """

    @abstractmethod
    def measure(self, pairs: Iterable[tuple[TruthT, FoundT]], labels: Sequence[str]) -> Metrics:
        """Return how well what was found fits the truth, over all images together."""

    @abstractmethod
    def suggestions(self, found: FoundT, labels: Sequence[str]) -> list[tuple[str, Shape | None, float]]:
        """Return what was found as label, shape and score; the shape is None for a tag of the whole image."""

    @abstractmethod
    def difference(self, ours: Outputs, theirs: Outputs, fitting: Fitting) -> str | None:
        """Return in words how the answers of two networks to one picture differ, None where they say the same.

        It proves an exported network: rounding may differ, what a person would see may not.
        """
