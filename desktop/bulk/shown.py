"""The rows that are shown, by their number from the top: what table and gallery read."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.review.bulk import VERDICTS, Backing, Finder, Rows
from core.review.store import Verdict


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


class Shown:
    """What a question found, in its order."""

    def __init__(self, finder: Finder | None, places: NDArray[np.int32]) -> None:
        self.finder = finder
        self.places = places

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

    def numbers_of(self, places: NDArray[np.int32]) -> list[int]:
        """Return the numbers from the top of those of these places that are shown."""
        return np.flatnonzero(np.isin(self.places, places)).tolist()


NOTHING = Shown(None, np.empty(0, np.int32))
