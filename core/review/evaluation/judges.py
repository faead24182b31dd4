"""All that is asked of an evaluation, answered the same way for every kind of task."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from functools import cached_property
from typing import Generic, TypeVar

from core.review.evaluation import calibration, confusion, curves, label_errors, mistakes
from core.review.evaluation.calibration import Calibration
from core.review.evaluation.cases import AnyCase, Case, MapCase, TagCase
from core.review.evaluation.confusion import Cell, Confusion
from core.review.evaluation.curves import Curve
from core.review.evaluation.label_errors import LabelError
from core.review.evaluation.matching import Judged, all_outcomes
from core.review.evaluation.mistakes import Mistake

CaseT = TypeVar("CaseT", bound=AnyCase)
DEFAULT_THRESHOLD = 0.4


class Judge(ABC, Generic[CaseT]):
    """Answers from the cases of one evaluation; what does not depend on the threshold is worked out once."""

    has_threshold = True

    def __init__(self, cases: Sequence[CaseT], labels: Sequence[str]) -> None:
        self.cases = tuple(cases)
        self.labels = tuple(labels)

    @cached_property
    @abstractmethod
    def curves(self) -> tuple[Curve, ...]:
        """The curve of each label, and last that of all together; none where there is no threshold."""

    @cached_property
    @abstractmethod
    def calibration(self) -> Calibration:
        """Whether scores mean what they say."""

    @cached_property
    @abstractmethod
    def label_errors(self) -> list[LabelError]:
        """The annotations that are probably wrong, the surest first."""

    @abstractmethod
    def confusion(self, threshold: float) -> Confusion:
        """Return what is taken for what."""

    @abstractmethod
    def mistakes(self, threshold: float) -> list[Mistake]:
        """Return what is wrong, the worst first."""

    @abstractmethod
    def in_cell(self, cell: Cell, threshold: float) -> list[Mistake]:
        """Return what counts in a cell of the confusion, hits included, the worst first."""

    @property
    def best_threshold(self) -> float:
        """The threshold with the best F1 over all labels together; a usual one where there is nothing to tell it."""
        best = self.curves[-1].best if self.curves else None
        return DEFAULT_THRESHOLD if best is None else best[0]


class ObjectJudge(Judge[Case]):
    """Of detection and instances; what became of everything is kept for the threshold that was asked for last."""

    def __init__(self, cases: Sequence[Case], labels: Sequence[str]) -> None:
        super().__init__(cases, labels)
        self._last: tuple[float, list[Judged]] | None = None

    def _judged(self, threshold: float) -> list[Judged]:
        last = self._last
        if last is None or last[0] != threshold:
            last = self._last = (threshold, all_outcomes(self.cases, threshold))
        return last[1]

    @cached_property
    def _rankings(self) -> list[curves.Ranking]:
        return curves.rankings_of(self.cases, [*range(len(self.labels)), None])

    @cached_property
    def curves(self) -> tuple[Curve, ...]:
        """The curve of each label, and last that of all together."""
        return tuple(curves.curve_of(ranking) for ranking in self._rankings)

    @cached_property
    def calibration(self) -> Calibration:
        """Whether scores mean what they say, over the boxes' places and sizes as well."""
        made = calibration.calibration_of(self._rankings[-1])
        return Calibration(
            steps=made.steps, error=made.error, worst=made.worst, box_error=calibration.box_error(self.cases)
        )

    @cached_property
    def label_errors(self) -> list[LabelError]:
        """Overlooked objects, swapped labels, badly placed boxes."""
        return label_errors.label_errors_of(self.cases, len(self.labels))

    def confusion(self, threshold: float) -> Confusion:
        """Return objects by what they are and what they were taken for."""
        return confusion.confusion_of(self._judged(threshold), len(self.labels))

    def mistakes(self, threshold: float) -> list[Mistake]:
        """Return what was missed, is false, wrongly labelled, badly placed or double."""
        return mistakes.mistakes_of(self._judged(threshold))

    def in_cell(self, cell: Cell, threshold: float) -> list[Mistake]:
        """Return the objects and the things found of a cell."""
        return mistakes.in_cell(self._judged(threshold), cell, len(self.labels))


class TagJudge(Judge[TagCase]):
    """Of classification; where tags are ``exclusive`` the best one is found, whatever the threshold."""

    def __init__(self, cases: Sequence[TagCase], labels: Sequence[str], *, exclusive: bool) -> None:
        super().__init__(cases, labels)
        self.exclusive = exclusive

    @cached_property
    def curves(self) -> tuple[Curve, ...]:
        """The curve of each tag, and last that of all together."""
        ranks = [curves.tag_ranking(self.cases, label) for label in (*range(len(self.labels)), None)]
        return tuple(curves.curve_of(ranking) for ranking in ranks)

    @cached_property
    def calibration(self) -> Calibration:
        """Whether scores mean what they say; every tag of every image counts, whatever its score."""
        return calibration.calibration_of(curves.tag_ranking(self.cases, None), least=0.0)

    @cached_property
    def label_errors(self) -> list[LabelError]:
        """Tags that are probably wrong."""
        return label_errors.tag_errors(self.cases, exclusive=self.exclusive)

    def confusion(self, threshold: float) -> Confusion:
        """Return images by the tags they have and those that were found."""
        return confusion.tag_confusion(self.cases, len(self.labels), threshold, exclusive=self.exclusive)

    def mistakes(self, threshold: float) -> list[Mistake]:
        """Return the tags that were missed, are false, or were taken for another."""
        return mistakes.tag_mistakes(self.cases, len(self.labels), threshold, exclusive=self.exclusive)

    def in_cell(self, cell: Cell, threshold: float) -> list[Mistake]:
        """Return the images of a cell."""
        return mistakes.tags_in_cell(self.cases, cell, len(self.labels), threshold, exclusive=self.exclusive)


class MapJudge(Judge[MapCase]):
    """Of semantic segmentation: each pixel is what it most probably is, there is no threshold."""

    has_threshold = False

    @cached_property
    def curves(self) -> tuple[Curve, ...]:
        """None: there is no threshold."""
        return ()

    @cached_property
    def calibration(self) -> Calibration:
        """Whether the pixels' scores mean what they say."""
        return calibration.map_calibration(self.cases)

    @cached_property
    def label_errors(self) -> list[LabelError]:
        """Regions of which the model is surely of another mind."""
        return label_errors.map_errors(self.cases)

    def confusion(self, threshold: float) -> Confusion:  # noqa: ARG002  there is none
        """Return pixels by what they are and what they were taken for."""
        return confusion.map_confusion(self.cases, len(self.labels))

    def mistakes(self, threshold: float) -> list[Mistake]:  # noqa: ARG002  there is none
        """Return the largest wrong regions, the images' worst shares first."""
        return mistakes.map_mistakes(self.cases)

    def in_cell(self, cell: Cell, threshold: float) -> list[Mistake]:  # noqa: ARG002  there is none
        """Return the largest region of a cell in each image; where it is right, just the images."""
        return mistakes.maps_in_cell(self.cases, cell, len(self.labels))
