"""Answering what is asked of the suggestions: which rows, in which order, and how their scores are spread."""

from collections.abc import Iterable, Mapping
from copy import copy
from dataclasses import dataclass
from enum import Enum

import numpy as np
from numpy.typing import NDArray

from core.review.bulk.backing import Backing
from core.review.bulk.criteria import Criteria, Marked, Show
from core.review.bulk.rows import VERDICTS, Rows
from core.review.store import Verdict

BINS = 50
"""So many bars has the histogram of scores, each 0.02 wide."""
_STANDING = (Verdict.OPEN, Verdict.ACCEPTED, Verdict.CORRECTED)
Places = NDArray[np.int32]
Mask = NDArray[np.bool_]


class Column(Enum):
    """What the rows can be sorted by."""

    IMAGE = "image"
    LABEL = "label"
    SCORE = "score"
    MODEL = "model"
    VERDICT = "verdict"
    BACKING = "backing"
    """On how many images the row's label is drawn."""
    TAGS = "tags"


@dataclass(frozen=True, eq=False)
class Found:
    """An answer: ``rows`` are places in the columns, in the order asked for.

    ``spread`` (BINS,) counts the scores of all rows that the criteria leave without their thresholds; ``left`` is how
    many these are.
    """

    rows: Places
    spread: NDArray[np.int64]
    left: int


class Finder:
    """Answers from one state of the columns. To be used by one thread at a time.

    What does not hang on the thresholds is kept from one question to the next, so that dragging one of them asks of
    arrays that are there already.
    """

    def __init__(self, rows: Rows, backing: Backing) -> None:
        self.rows = rows
        self.backing = backing
        self._tagged = _images_by_tag(rows, backing)
        self._orders: dict[Column, Places] = {}
        self._last: tuple[Criteria, Mask, Mask, NDArray[np.int64]] | None = None
        for column in Column:  # now, in the background, and not when a person waits
            self.order(column)

    def with_verdicts(self, verdicts: Mapping[int, Verdict]) -> "Finder":
        """Return the same with other verdicts, by id; only what they decide is worked out anew."""
        other = copy(self)
        other.rows = self.rows.with_verdicts(verdicts)
        kept: dict[Column, Places] = {
            column: order for column, order in self._orders.items() if column is not Column.VERDICT
        }
        other._orders, other._last = kept, None  # noqa: SLF001  the same class
        return other

    def find(self, criteria: Criteria, column: Column = Column.SCORE, *, descending: bool = True) -> Found:
        """Return the rows for which everything holds that is asked."""
        fitting, shown, spread = self._but_scores(criteria)
        mask = shown & self._within(criteria, fitting)
        if criteria.show is Show.LOWEST:
            mask = self._lowest(mask, criteria.most)
        order = self.order(column)
        found = order[mask[order]]
        return Found(found[::-1] if descending else found, spread, int(spread.sum()))

    def order(self, column: Column) -> Places:
        """Return the places of all rows, rising in a column; equal ones in the order of the rows."""
        if column not in self._orders:
            keys = self._keys(column)
            order = np.arange(len(self.rows)) if keys is None else np.argsort(keys, kind="stable")
            self._orders[column] = order.astype(np.int32)
        return self._orders[column]

    def images_of(self, rows: Places) -> list[str]:
        """Return the names of the images of these rows, each once, in the dataset's order."""
        return [self.rows.images[place] for place in np.unique(self.rows.image[rows]).tolist()]

    def ids_by_image(self, rows: Places) -> dict[str, tuple[int, ...]]:
        """Return the suggestions of these rows by the name of their image, best score first."""
        by_image: dict[str, list[int]] = {}
        chosen = np.sort(rows[self.rows.ids[rows] > 0])
        for place, number in zip(self.rows.image[chosen].tolist(), self.rows.ids[chosen].tolist(), strict=True):
            by_image.setdefault(self.rows.images[place], []).append(number)
        return {name: tuple(ids) for name, ids in by_image.items()}

    # -- what does not hang on the thresholds ----------------------------------------------------------------------

    def _but_scores(self, criteria: Criteria) -> tuple[Mask, Mask, NDArray[np.int64]]:
        """Return which rows count for an image, which of them may be shown, and how the scores of these are spread."""
        asked = criteria.but_scores
        if self._last is None or self._last[0] != asked:
            rows = self.rows
            wanted = self._is_one_of(rows.model, rows.models, criteria.models)
            asked_for = wanted & self._with_verdict(criteria.verdicts)
            # What a person accepted is as sure as ever: without it, all that is judged would look unknown.
            counted = asked_for | (wanted & self._with_verdict(_STANDING))
            shown = asked_for & (self._best(counted) if criteria.show.of_images else rows.ids > 0)
            shown &= self._fits(criteria)
            bins = np.minimum(rows.score[shown] * np.float32(BINS), BINS - 1).astype(np.int8)
            self._last = asked, counted, shown, np.bincount(bins, minlength=BINS)
        return self._last[1:]

    def _with_verdict(self, verdicts: Iterable[Verdict]) -> Mask:
        """Return the rows that have one of the verdicts."""
        fits: Mask = np.isin(np.arange(len(VERDICTS)), [VERDICTS.index(one) for one in verdicts])[self.rows.verdict]
        return fits

    def _fits(self, criteria: Criteria) -> Mask:
        """Return which rows have the label and the tags asked for."""
        rows, backing = self.rows, self.backing
        labels = np.array([_is_wanted(name, criteria, backing) for name in rows.labels], bool)
        fits: Mask = labels[rows.label] if len(labels) else np.zeros(len(rows), bool)
        if criteria.tags:
            fits &= self._with_any(criteria.tags)[rows.image]
        if criteria.marked is Marked.IMAGES:
            fits &= self._with_any(backing.marks)[rows.image]
        return fits

    def _with_any(self, tags: Iterable[str]) -> Mask:
        """Return which images of the dataset have one of the tags."""
        has = np.zeros(len(self.rows.images), bool)
        for tag in tags:
            if tag in self._tagged:
                has |= self._tagged[tag]
        return has

    def _best(self, counted: Mask) -> Mask:
        """Return of each image's rows that count the first, which scores best."""
        places = np.flatnonzero(counted)
        image = self.rows.image[places]
        first = np.ones(len(places), bool)
        first[1:] = image[1:] != image[:-1]
        best = np.zeros(len(self.rows), bool)
        best[places[first]] = True
        return best

    @staticmethod
    def _is_one_of(column: NDArray[np.int16], names: tuple[str, ...], wanted: frozenset[str]) -> Mask:
        if not wanted:
            return np.ones(len(column), bool)
        fits: Mask = np.array([*(name in wanted for name in names), False], bool)[column]
        return fits

    # -- what the thresholds say -----------------------------------------------------------------------------------

    def _within(self, criteria: Criteria, counted: Mask) -> Mask:
        score, low, high = self.rows.score, np.float32(criteria.low), np.float32(criteria.high)
        if criteria.show in (Show.SUGGESTIONS, Show.LOWEST):
            within: Mask = (score >= low) & (score <= high)
        else:
            within = (score >= low) & (score < high)
        if criteria.show is Show.LOOK_ALIKES:
            within &= ~self._surely_named(counted & (score >= high))
        return within

    def _surely_named(self, sure: Mask) -> Mask:
        """Return the rows whose image has a sure suggestion of the same label."""
        rows = self.rows
        count = max(1, len(rows.labels))
        named = np.zeros(max(1, len(rows.images)) * count, bool)  # one for each image and label
        keys = rows.image.astype(np.int64) * count + rows.label
        named[keys[sure]] = True
        found: Mask = named[keys]
        return found

    def _lowest(self, mask: Mask, most: int) -> Mask:
        """Return those ``most`` rows of the mask that score least."""
        rising = self.order(Column.SCORE)
        lowest = np.zeros(len(mask), bool)
        lowest[rising[mask[rising]][:most]] = True
        return lowest

    # -- orders ----------------------------------------------------------------------------------------------------

    def _keys(self, column: Column) -> NDArray[np.generic] | None:
        """Return what rises in an order by that column; None where the rows stand so already."""
        rows = self.rows
        match column:
            case Column.IMAGE:
                return None
            case Column.LABEL:
                return rows.label
            case Column.SCORE:
                return rows.score
            case Column.MODEL:
                return rows.model
            case Column.VERDICT:
                return rows.verdict
            case Column.BACKING:
                counts = np.array([self.backing.images.get(name, 0) for name in rows.labels], np.int32)
                return counts[rows.label] if len(counts) else rows.label
            case Column.TAGS:
                return self._tag_keys()[rows.image] if len(rows.images) else rows.image

    def _tag_keys(self) -> NDArray[np.int32]:
        """Return for each image the place of its tags among all that there are; those without any come first."""
        texts = sorted(set(self.backing.tags.values()))
        places = {text: number for number, text in enumerate(texts, start=1)}
        tags = self.backing.tags
        keys = (places[tags[name]] if name in tags else 0 for name in self.rows.images)
        return np.fromiter(keys, np.int32, len(self.rows.images))


def _images_by_tag(rows: Rows, backing: Backing) -> dict[str, Mask]:
    """Return which images of the dataset have each tag."""
    tagged: dict[str, Mask] = {}
    for place, name in enumerate(rows.images):
        for tag in backing.tags.get(name, ()):
            if tag not in tagged:
                tagged[tag] = np.zeros(len(rows.images), bool)
            tagged[tag][place] = True
    return tagged


def _is_wanted(label: str, criteria: Criteria, backing: Backing) -> bool:
    """Tell whether a label may be shown; "" is that of an image on which nothing was found."""
    if criteria.labels and label not in criteria.labels:
        return False
    if criteria.rare_below is not None and backing.images.get(label, 0) >= criteria.rare_below:
        return False
    return criteria.marked is not Marked.LABELS or backing.rests_on_marked(label)
