"""The suggestions of a dataset as columns: one array for each thing that is known of them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.files import natural_key
from core.review.store import SuggestionStore, Verdict
from core.voc.dataset import Dataset

VERDICTS = (Verdict.OPEN, Verdict.ACCEPTED, Verdict.CORRECTED, Verdict.REJECTED)
"""The verdicts in the order of their numbers in the columns."""
_AT_ONCE = 20_000
_PAGE = (
    "SELECT id, image, model, label, score, verdict FROM suggestion WHERE id > ? AND verdict <> 'replaced'"
    " ORDER BY id LIMIT ?"
)
_EMPTY = (
    "SELECT image, model FROM prediction WHERE found = 0"
    " AND id IN (SELECT max(id) FROM prediction GROUP BY image, model)"
)
_OF_IDS = "SELECT id, label, verdict FROM suggestion WHERE id IN (SELECT value FROM json_each(?))"


@dataclass(frozen=True, eq=False, kw_only=True)
class Rows:
    """Columns of equal length (n,), sorted by image, and within one by score, the best first.

    ``ids`` (int64) are the numbers in the store; 0 is no suggestion but says that a version looked at the image and
    found nothing (its label is "", its score 0). ``image`` (int32) is the place in the dataset, ``label`` and
    ``model`` (int16) places in the names, which are in natural order, ``verdict`` (int8) one in ``VERDICTS``,
    ``score`` float32.
    """

    ids: NDArray[np.int64]
    image: NDArray[np.int32]
    label: NDArray[np.int16]
    model: NDArray[np.int16]
    verdict: NDArray[np.int8]
    score: NDArray[np.float32]
    labels: tuple[str, ...]
    models: tuple[str, ...]
    images: Sequence[str]

    def __len__(self) -> int:
        return len(self.ids)

    @property
    def nbytes(self) -> int:
        """The memory of the columns in bytes."""
        columns = (self.ids, self.image, self.label, self.model, self.verdict, self.score)
        return sum(column.nbytes for column in columns)

    def with_verdicts(self, verdicts: Mapping[int, Verdict]) -> "Rows":
        """Return the columns with other verdicts, by id; nothing else is copied."""
        column = self.verdict.copy()
        wanted = np.fromiter(verdicts, np.int64, len(verdicts))
        numbers = np.array([VERDICTS.index(verdict) for verdict in verdicts.values()], np.int8)
        order = np.argsort(wanted)
        places = np.searchsorted(wanted, self.ids, sorter=order).clip(max=max(0, len(wanted) - 1))
        if len(wanted):
            found = wanted[order][places] == self.ids
            column[found] = numbers[order][places[found]]
        return replace(self, verdict=column)


def read_rows(dataset: Dataset, store: SuggestionStore, should_stop: Callable[[], bool] = lambda: False) -> Rows:
    """Read all suggestions that were not replaced by newer ones, and the images on which nothing was found.

    Those of images that the dataset no longer holds are left out. Takes about a second for 300,000.

    Raises:
        DatasetError: the store is damaged.
    """
    coder = _Coder(dataset)
    for page in _pages(store):
        if should_stop():
            break
        coder.add(page)
    empty = store.read(_EMPTY, ())
    coder.add([(0, image, model, "", 0.0, Verdict.OPEN) for image, model in empty])
    return coder.rows()


def _pages(store: SuggestionStore) -> Iterator[list[tuple[Any, ...]]]:
    last = 0
    while page := store.read(_PAGE, (last, _AT_ONCE)):
        yield page
        last = page[-1][0]


class _Coder:
    """Turns rows of the store into columns, piece by piece, so that not all of them are held at once."""

    def __init__(self, dataset: Dataset) -> None:
        self._places = dataset.entries.places
        self._names = dataset.entries.names
        self._labels: dict[str, int] = {}
        self._models: dict[str, int] = {}
        self._verdicts = {str(verdict): number for number, verdict in enumerate(VERDICTS)}
        self._pieces: list[tuple[NDArray[Any], ...]] = []

    def add(self, page: Sequence[tuple[Any, ...]]) -> None:
        """Take some rows: id, image, model, label, score, verdict."""
        known = [row for row in page if row[1] in self._places]
        if not known:
            return
        ids, images, models, labels, scores, verdicts = zip(*known, strict=True)
        self._pieces.append((
            np.array(ids, np.int64),
            np.fromiter(map(self._places.__getitem__, images), np.int32, len(known)),
            _numbers(self._labels, labels),
            _numbers(self._models, models),
            np.fromiter(map(self._verdicts.__getitem__, verdicts), np.int8, len(known)),
            np.array(scores, np.float32),
        ))  # fmt: skip

    def rows(self) -> Rows:
        """Return the columns of all that was taken, sorted."""
        kinds = (np.int64, np.int32, np.int16, np.int16, np.int8, np.float32)
        columns = [
            np.concatenate([np.empty(0, kind), *(piece[number] for piece in self._pieces)]).astype(kind)
            for number, kind in enumerate(kinds)
        ]
        self._pieces.clear()
        ids, image, label, model, verdict, score = columns
        labels, label = _in_order(self._labels, label)
        models, model = _in_order(self._models, model)
        order = np.lexsort((-score, image))
        return Rows(
            ids=ids[order], image=image[order], label=label[order], model=model[order], verdict=verdict[order],
            score=score[order], labels=labels, models=models, images=self._names,
        )  # fmt: skip


def _numbers(known: dict[str, int], names: Sequence[str]) -> NDArray[np.int16]:
    for name in set(names).difference(known):
        known[name] = len(known)
    return np.fromiter(map(known.__getitem__, names), np.int16, len(names))


def _in_order(known: Mapping[str, int], column: NDArray[np.int16]) -> tuple[tuple[str, ...], NDArray[np.int16]]:
    """Return the names in natural order, and the column with the numbers that they have there."""
    names = sorted(known, key=natural_key)
    new = np.zeros(len(names), np.int16)
    for number, name in enumerate(names):
        new[known[name]] = number
    return tuple(names), new[column] if len(names) else column
