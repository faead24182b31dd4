"""The order in which images are proposed for labelling."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from core.inference.model_folder import ModelFolder
from core.review.looks import Looks
from core.review.next_up.expected import Expected, expected
from core.review.next_up.material import Material, material_of
from core.review.next_up.proposed import Kind, Proposed, Reason
from core.review.next_up.variety import distance_to, middle_of, nearest, spread_out
from core.review.store import SuggestionStore
from core.voc.dataset import Dataset
from core.voc.index import DatasetIndex, ImageSummary

THRESHOLD = 0.5
RANDOM_SHARE = 0.1
WEIGHED = 240
"""So many images are weighed against each other; those behind them come in the order of what each teaches alone."""
UNSURE_WEIGHT, DISAGREE_WEIGHT, RARE_WEIGHT, UNLIKE_WEIGHT = 2.0, 0.5, 1.0, 0.7
FAR = 1.5
"""From this distance on an image is simply unlike; farther ones are often mere waste, such as a black frame."""
NEAR = 0.6
"""Below this distance nobody is told that an image is unlike the others."""


@dataclass(frozen=True, kw_only=True)
class NextUp:
    """The images that lack labels, those that teach most first, and what the order went by.

    ``labelled`` is how many images have labels, ``model`` the version whose suggestions counted, None where the order
    goes by variety alone.
    """

    proposed: tuple[Proposed, ...]
    labelled: int
    model: str | None

    @classmethod
    def of(
        cls,
        dataset: Dataset,
        store: SuggestionStore,
        looks: Looks,
        model: ModelFolder | None,
        *,
        summaries: Iterable[ImageSummary] | None = None,
        threshold: float = THRESHOLD,
        share: float = RANDOM_SHARE,
        on_progress: Callable[[int, int], None] = lambda _done, _total: None,
        should_stop: Callable[[], bool] = lambda: False,
    ) -> "NextUp":
        """Return the order for a dataset.

        ``model`` is the version in use, None where there is none yet. Pictures that nobody has looked at are looked at
        now, as ``on_progress`` hears (those done, those that lacked); stopped meanwhile, the rest counts as seen.

        Raises:
            DatasetError: the suggestions cannot be read.
            ModelFolderError: the model cannot be loaded.
        """
        there = list(DatasetIndex(dataset).summaries() if summaries is None else summaries)
        entries = [dataset.entry(one.name) for one in there if one.name in dataset]
        look = looks.complete(entries, model, on_progress=on_progress, should_stop=should_stop)
        reference = model.reference if model else None
        material = material_of(there, store, looks, reference, look)
        spoken = material.said is not None and len(material.said.score) > 0
        return cls(
            proposed=tuple(ranked(material, threshold=threshold, share=share)),
            labelled=sum(one.is_labelled for one in there),
            model=reference if spoken else None,
        )


def ranked(material: Material, *, threshold: float = THRESHOLD, share: float = RANDOM_SHARE) -> list[Proposed]:
    """Return all images that lack labels in the order in which they teach most, those drawn by lot strewn in.

    Which images are drawn by lot is decided by their names alone, so that it is the same tomorrow, and those that are
    labelled already are still known for what they are. They come in no other way than by lot.
    """
    teach = expected(material, threshold)
    lot = np.array([by_lot(name, share) for name in material.images], bool)
    chosen = _chosen(material, teach, np.flatnonzero(~lot))
    drawn = sorted(np.flatnonzero(lot).tolist(), key=lambda place: crc32(material.images[place].encode()))
    drawn_ones = [
        Proposed(image=material.images[place], score=0.0, reasons=(Reason(kind=Kind.RANDOM),), random=True)
        for place in drawn
    ]
    return _strewn(chosen, drawn_ones, share)


def by_lot(image: str, share: float = RANDOM_SHARE) -> bool:
    """Tell whether the image belongs to the share (0 to 1) that is drawn by lot, as its name's checksum says."""
    return crc32(image.encode()) < share * 2**32


def _chosen(material: Material, teach: Expected, places: NDArray[np.intp]) -> list[Proposed]:
    """Return the images at ``places`` in their order: each picked makes those that look like it less wanted."""
    rows, labelled_rows = spread_out(material.rows, material.labelled_rows)
    rows = rows[places]
    told = (UNSURE_WEIGHT * teach.unsure + DISAGREE_WEIGHT * teach.disagreement + RARE_WEIGHT * teach.rare)[places]
    apart = nearest(rows, labelled_rows)
    picks: list[Proposed] = []
    left = np.ones(len(places), bool)
    while left.any() and len(picks) < WEIGHED:
        score = told + UNLIKE_WEIGHT * np.minimum(apart, FAR)
        begins = not picks and not told.any() and np.isinf(apart).any()  # there is nothing to go by yet
        pick = middle_of(rows) if begins else int(np.where(left, score, -np.inf).argmax())
        picks.append(_proposed(material, teach, int(places[pick]), float(score[pick]), float(apart[pick])))
        left[pick] = False
        apart = np.minimum(apart, distance_to(rows, pick))
    rest = np.flatnonzero(left)
    score = told + UNLIKE_WEIGHT * np.minimum(apart, FAR)
    order = rest[np.argsort(-score[rest], kind="stable")]
    picks += [_proposed(material, teach, int(places[one]), float(score[one]), float(apart[one])) for one in order]
    return picks


def _proposed(material: Material, teach: Expected, place: int, score: float, apart: float) -> Proposed:
    """Return the image with its reasons, the weightiest first."""
    reasons: list[tuple[float, Reason]] = []
    if teach.unsure_count[place]:
        unsure = Reason(kind=Kind.UNSURE, count=int(teach.unsure_count[place]), low=teach.low, high=teach.high)
        reasons.append((UNSURE_WEIGHT * teach.unsure[place], unsure))
    if teach.differing[place]:
        differ = Reason(kind=Kind.DISAGREE, count=int(teach.differing[place]))
        reasons.append((DISAGREE_WEIGHT * teach.disagreement[place], differ))
    if teach.rare[place] > 0.25:
        label = teach.labels[teach.rare_label[place]]
        rare = Reason(kind=Kind.RARE, label=label, count=material.labelled.get(label, 0))
        reasons.append((RARE_WEIGHT * teach.rare[place], rare))
    if np.isinf(apart):
        reasons.append((0.0, Reason(kind=Kind.TYPICAL)))
    elif apart >= NEAR or not reasons:
        reasons.append((UNLIKE_WEIGHT * min(apart, FAR), Reason(kind=Kind.UNLIKE, distance=apart)))
    reasons.sort(key=lambda pair: -pair[0])
    return Proposed(
        image=material.images[place],
        score=score,
        reasons=tuple(reason for _, reason in reasons),
    )


def _strewn(chosen: list[Proposed], drawn: list[Proposed], share: float) -> list[Proposed]:
    """Return both in one row, so that of any first n about ``share`` were drawn by lot, as long as there are any.

    Where chance has drawn more of them they come closer together, or they would pile up at the end.
    """
    share = max(share, len(drawn) / max(1, len(chosen) + len(drawn)))
    mixed: list[Proposed] = []
    lots = iter(drawn)
    taken = 0
    for one in chosen:
        if taken < share * (len(mixed) + 1) - 0.5 and (lot := next(lots, None)):
            mixed.append(lot)
            taken += 1
        mixed.append(one)
    return [*mixed, *lots]
