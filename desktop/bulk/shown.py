"""The rows that are shown, by their number from the top: what table and gallery read."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.review.bulk import VERDICTS, Backing, Finder, Rows
from core.review.store import Verdict

_ACCEPTABLE = (Verdict.OPEN, Verdict.REJECTED)
_REJECTABLE = (Verdict.OPEN,)


@dataclass(frozen=True)
class Line:
    """One row in words and numbers. ``suggestion`` is its number in the store, 0 where nothing was found."""

    suggestion: int
    image: str
    label: str
    score: float
    model: str
    verdict: Verdict
    tags: tuple[str, ...]
    images: int
    """On how many images its label is drawn."""


@dataclass(frozen=True)
class Reach:
    """How many things an act on some rows would concern."""

    rows: int = 0
    acceptable: int = 0
    rejectable: int = 0
    images: int = 0


class Shown:
    """What a question found, in its order. To be made in the background: with many rows it takes some milliseconds."""

    def __init__(self, finder: Finder | None, places: NDArray[np.int32]) -> None:
        self.finder = finder
        self.places = places
        self.reach = self.reach_of(places)
        """What an act on all of it would concern."""

    def __len__(self) -> int:
        return len(self.places)

    @property
    def rows(self) -> Rows:
        """The columns that the places lie in."""
        assert self.finder is not None
        return self.finder.rows

    @property
    def backing(self) -> Backing:
        """What the dataset says beside them."""
        assert self.finder is not None
        return self.finder.backing

    def line(self, number: int) -> Line:
        """Return the row of that number from the top."""
        rows, place = self.rows, int(self.places[number])
        image, label = rows.images[rows.image[place]], rows.labels[rows.label[place]]
        return Line(
            suggestion=int(rows.ids[place]), image=image, label=label, score=float(rows.score[place]),
            model=rows.models[rows.model[place]], verdict=VERDICTS[rows.verdict[place]],
            tags=self.backing.tags.get(image, ()), images=self.backing.images.get(label, 0),
        )  # fmt: skip

    def reach_of(self, places: NDArray[np.int32]) -> Reach:
        """Return what an act on the rows at these places would concern."""
        if not len(places):
            return Reach()
        # Counted in the order of the columns, not of the places: several times as fast, and images stand together.
        marked = np.zeros(len(self.rows), bool)
        marked[places] = True
        suggested, images = marked & (self.rows.ids > 0), self.rows.image[marked]
        standing = {
            verdict: int(np.count_nonzero(suggested & (self.rows.verdict == number)))
            for number, verdict in enumerate(VERDICTS)
        }
        return Reach(
            rows=len(places),
            acceptable=sum(standing[verdict] for verdict in _ACCEPTABLE),
            rejectable=sum(standing[verdict] for verdict in _REJECTABLE),
            images=1 + int(np.count_nonzero(images[1:] != images[:-1])),
        )

    def acceptable(self, places: NDArray[np.int32]) -> NDArray[np.int32]:
        """Return those of these places that can be accepted: what waits, and what was rejected."""
        return self._with_verdict(places, _ACCEPTABLE)

    def rejectable(self, places: NDArray[np.int32]) -> NDArray[np.int32]:
        """Return those of these places that can be rejected: what waits."""
        return self._with_verdict(places, _REJECTABLE)

    def _with_verdict(self, places: NDArray[np.int32], verdicts: tuple[Verdict, ...]) -> NDArray[np.int32]:
        if not len(places):
            return places
        wanted = np.array([verdict in verdicts for verdict in VERDICTS])
        return places[wanted[self.rows.verdict[places]] & (self.rows.ids[places] > 0)]

    def again(self, before: "Shown", numbers: NDArray[np.int64]) -> NDArray[np.int64]:
        """Return the numbers that rows of ``before`` have here: of the same suggestions, or of the same images.

        Those that are not shown here are left out. Where none of them is, because something was done with them, it is
        the row that stands in the place of the first: what is done next is not done to all that is shown. Answers in
        some milliseconds for half a million rows.
        """
        if not len(numbers) or not len(self):
            return np.empty(0, np.int64)
        found = self._again(before, before.places[numbers])
        if len(found) or before.finder is self.finder:
            return found
        return np.minimum(numbers[:1], len(self) - 1)

    def _again(self, before: "Shown", places: NDArray[np.int32]) -> NDArray[np.int64]:
        """Return the numbers of what stood at these places before."""
        if before.finder is self.finder:
            wanted = np.zeros(len(self.rows.ids), bool)
            wanted[places] = True
            return np.flatnonzero(wanted[self.places])
        ids, own = before.rows.ids[places], self.rows.ids[self.places]
        wanted = np.zeros(int(max(ids.max(), own.max())) + 1, bool)
        wanted[ids] = True
        wanted[0] = False  # rows of images without a suggestion: told apart by the image
        names = {before.rows.images[image] for image in before.rows.image[places[ids == 0]].tolist()}
        there = np.array([name in names for name in self.rows.images] if names else False)
        same_image = there[self.rows.image[self.places]] if names else there
        return np.flatnonzero(wanted[own] | ((own == 0) & same_image))


NOTHING = Shown(None, np.empty(0, np.int32))
