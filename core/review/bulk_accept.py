"""Accepting suggestions in many images at once, as a change that its journal takes back to the very byte."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from core.editing.batch import BatchResult
from core.errors import AnnotrainError
from core.inference.suggestion import Suggestion
from core.review import relabelling
from core.review.acceptance import Standing, accept, agreements, offered, standings
from core.review.doubles import rejected_on, without_doubles
from core.review.relabelling import JudgingOperation, Tally
from core.review.store import Judgement, SuggestionStore, Verdict
from core.voc.annotation import Annotation
from core.voc.dataset import Dataset

TEXT = "Accept suggestions in all images"


@dataclass(frozen=True, kw_only=True)
class BulkResult:
    """What came of it: the change in the whole dataset, and how many objects and tags each image was given."""

    change: BatchResult
    added: Mapping[str, int] = field(default_factory=dict)

    @property
    def accepted(self) -> int:
        """How many objects and tags were added."""
        return sum(self.added.values())

    @property
    def problems(self) -> tuple[AnnotrainError, ...]:
        """What went wrong where: these files are as they were."""
        return self.change.problems


class Accepting(JudgingOperation):
    """Makes objects, or tags, of every open suggestion of ``min_score`` or more, or only of those of one ``model``.

    A suggestion of what is there already is right as well, but adds nothing. One that disagrees with a person goes on
    waiting, for that is for them to decide.
    """

    def __init__(self, store: SuggestionStore, min_score: float, model: str | None = None) -> None:
        super().__init__(store)
        self._min_score, self._model = min_score, model
        self.added: dict[str, int] = {}

    def images(self, dataset: Dataset) -> list[str]:
        """Return the images of the dataset on which something is to be accepted, or is there already.

        Raises:
            DatasetError: the suggestions cannot be read.
        """
        return [name for name in self._store.open_counts(self._min_score, self._model) if name in dataset]

    def edit(self, image: str, annotation: Annotation) -> Annotation:
        """Return the annotation with what is accepted on this image.

        Raises:
            DatasetError: the suggestions cannot be read.
        """
        meant = [found for found in self._store.open_suggestions(image) if self._model in (None, found.model)]
        waiting = [found for found in meant if found.score >= self._min_score]
        news = {id(one) for one in offered(annotation, waiting)}
        fresh = [one for one in without_doubles(meant, rejected_on(self._store, image)) if id(one) in news]
        after = accept(annotation, fresh)
        if after == annotation:
            fresh = []  # nothing of it lies inside the image: it goes on waiting
        given, tally = _judgements(after, waiting, fresh)
        self.judge(image, given, annotation, after, tally)
        self.added[image] = len(fresh)
        return after


def accept_everywhere(
    dataset: Dataset,
    store: SuggestionStore,
    min_score: float,
    *,
    model: str | None = None,
    among: Collection[str] | None = None,
) -> BulkResult:
    """Accept every open suggestion of ``min_score`` or more in all images, as one change in the whole dataset.

    With ``model`` only those of that version, such as ``parts@3``, are meant, with ``among`` only those images. A file
    that cannot be read or written is reported in the result and the others go on. In the log all verdicts are of one
    moment, for a person said so once.

    Raises:
        BatchError: another change is under way or was cut short, or the journal cannot be written.
        DatasetError, WriteError: the suggestions cannot be read, or what is to become of them not be noted.
    """
    operation = Accepting(store, min_score, model)
    names = [name for name in operation.images(dataset) if among is None or name in among]
    change = relabelling.run(dataset, operation, names, TEXT)
    return BulkResult(change=change, added={image: operation.added[image] for image in change.images})


def _judgements(
    after: Annotation, waiting: Collection[Suggestion], fresh: Collection[Suggestion]
) -> tuple[dict[int, Judgement], Tally]:
    """Return the verdicts on what waited on an image that says ``after`` now, with the ``fresh`` ones, and a tally."""
    taken = {id(one) for one in fresh}
    how = zip(waiting, standings(after, [*waiting]), strict=True)
    others = [(one, stands) for one, stands in how if id(one) not in taken]
    known = [one for one, stands in others if stands is Standing.KNOWN]
    against = sum(stands is Standing.DISAGREES for _one, stands in others)
    verdicts = {one.id: Judgement(verdict=Verdict.ACCEPTED) for one in fresh if one.id}
    for one, iou in zip(known, agreements(after, known), strict=True):
        if one.id:
            verdicts[one.id] = Judgement(verdict=Verdict.ACCEPTED, iou=iou)
    return verdicts, Tally(added=len(fresh), known=len(known), against=against)
