"""How many suggestions wait on each image: without those that say what is there already."""

from core.errors import AnnotrainError
from core.files import stamp_of
from core.review.acceptance import offered
from core.review.doubles import rejected_on, without_doubles
from core.review.store import SuggestionStore
from core.voc import annotation_file
from core.voc.annotation import Annotation
from core.voc.dataset import Dataset

AT_A_TIME = 40
"""So many annotations are read before the others that use the store have their turn: some tens of milliseconds."""

_OPEN = (
    "SELECT image, sum(score >= ?), count(*), sum(id), min(model) = max(model) FROM suggestion WHERE verdict = 'open'"
    " GROUP BY image ORDER BY image"
)
_Key = tuple[str, int, int]


class Waiting:
    """Counts what there is to judge. To be used by one thread at a time, but for :meth:`forget`.

    Only the annotation of an image tells what is there already. What came of comparing the two is kept until the file
    or the suggestions are others. A file is looked at once, and again when :meth:`forget` says so: to look at those of
    30,000 images for each verdict took longer than all the rest.
    """

    def __init__(self, store: SuggestionStore, dataset: Dataset) -> None:
        self._store, self._dataset = store, dataset
        self._kept: dict[str, tuple[_Key, tuple[float, ...]]] = {}  # the scores of what is offered
        self._left: list[tuple[str, _Key]] = []
        self._stamps: dict[str, str] = {}
        self._forgotten = set[str | None]()

    def forget(self, image: str | None = None) -> None:
        """Have the annotation of an image, or all of them, looked at by the next counting: there may be another."""
        self._forgotten.add(image)

    def counts(self, min_score: float) -> tuple[dict[str, int], bool]:
        """Return by image how many suggestions of ``min_score`` or more wait, and whether that is the last word.

        It is not while there are annotations that were not compared yet (:meth:`compare_some`): their images count with
        all that is open there. Images on which nothing waits, or that are gone, are left out.

        Raises:
            DatasetError: the review log cannot be read.
        """
        counts: dict[str, int] = {}
        self._left = []
        self._drop_forgotten()
        for image, above, count, ids, of_one in self._store.read(_OPEN, (min_score,)):
            if not above or image not in self._dataset:
                continue
            counts[image] = above
            if image not in self._stamps:
                self._stamps[image] = stamp_of(self._dataset.entry(image).annotation_path)
            key = (self._stamps[image], count, ids)
            kept, scores = self._kept.get(image, (None, ()))
            if kept == key:
                counts[image] = sum(score >= min_score for score in scores)
            elif key[0] or not of_one:  # something may be there already, or be said by two versions
                self._left.append((image, key))
        return {image: count for image, count in counts.items() if count}, not self._left

    def compare_some(self) -> bool:
        """Compare some of those that the last counting found to be left; return whether there are more.

        Raises:
            DatasetError: the review log cannot be read.
        """
        some, self._left = self._left[:AT_A_TIME], self._left[AT_A_TIME:]
        for image, key in some:
            self._kept[image] = (key, self._offered(image, has_file=bool(key[0])))
        return bool(self._left)

    def _drop_forgotten(self) -> None:
        forgotten, self._forgotten = self._forgotten, set()
        if None in forgotten:
            self._stamps.clear()
        for image in forgotten:
            self._stamps.pop(image or "", None)

    def _offered(self, image: str, *, has_file: bool) -> tuple[float, ...]:
        """Return the scores of what is offered on an image; of nothing where opening it says what is wrong with it."""
        found = without_doubles(self._store.open_suggestions(image), rejected_on(self._store, image))
        annotation = Annotation(filename=image, width=0, height=0)
        if has_file and image in self._dataset:
            try:
                annotation = annotation_file.read(self._dataset.entry(image).annotation_path)
            except AnnotrainError:
                return ()
        return tuple(one.score for one in offered(annotation, found))
