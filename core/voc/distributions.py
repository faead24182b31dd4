"""What a person looks at before training: how labels, sizes, places, tags and states are spread over a dataset."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.voc.annotation import State
from core.voc.index import DatasetIndex
from core.voc.index_rows import STATES

SAMPLE = 60_000
"""Sizes and places are those of so many objects at the most, evenly taken."""
FEW_IMAGES = 40
"""A label in fewer images is hardly learned."""
TINY = 5.0
"""An object below so many pixels a side at the training size is hardly seen."""
CELLS = (32, 24)
"""The heat map's cells across and down."""
ASPECTS = tuple(2.0 ** (step / 2) for step in range(-8, 9))
"""The edges of the bins of width by height: from 1/16 to 16, each a factor of about 1.4."""


@dataclass(frozen=True)
class LabelCount:
    """How many objects a label has, in how many images."""

    name: str
    objects: int
    images: int


@dataclass(frozen=True, eq=False)
class Distributions:
    """The figures of one look at a dataset.

    ``sizes`` are widths and heights in pixels as (N, 2) float64; ``aspects`` counts per bin of ``ASPECTS``; ``heat``
    how many objects have their middle in each cell, (down, across) float64: all three of the objects of one label or of
    all, where they are very many of a sample. ``tiny`` tells which of the sizes are below 5 x 5 pixels when the
    picture's longest side is ``input_size``; ``scale`` is that size by the median longest side of the pictures.
    """

    images: int
    objects: int
    labels: tuple[LabelCount, ...]
    states: dict[State, int]
    tags: tuple[tuple[str, int], ...]
    objects_per_image: tuple[tuple[int, int], ...]
    sizes: NDArray[np.float64]
    tiny: NDArray[np.bool_]
    aspects: NDArray[np.int64]
    heat: NDArray[np.float64]
    input_size: int
    scale: float


def distributions(index: DatasetIndex, label: str | None = None, input_size: int = 320) -> Distributions:
    """Count what the index has read so far; sizes, aspects and places of the objects of ``label``, or of all."""
    objects = int(index.rows("SELECT coalesce(sum(objects), 0) FROM cache.images")[0][0])
    sizes, middles, longest = _sampled(index, label, objects)
    with_file = {STATES[state]: count for state, count in
                 index.rows("SELECT state, count(*) FROM cache.images GROUP BY state")}  # fmt: skip
    without = index.image_count - sum(with_file.values())
    given = _given_without_file(index)
    with_file[State.IN_WORK] = with_file.get(State.IN_WORK, 0) + given
    new = without - given
    scales = input_size / np.maximum(longest, 1.0)
    tiny = np.asarray((sizes * scales[:, None] < TINY).all(axis=1), dtype=np.bool_)
    return Distributions(
        images=index.image_count,
        objects=objects,
        labels=_labels(index),
        states={state: new if state is State.NEW else with_file.get(state, 0) for state in State},
        tags=tuple(index.rows("SELECT t.name, count(*) FROM cache.tagged g JOIN cache.tags t ON t.id = g.tag"
                              " GROUP BY g.tag ORDER BY 2 DESC, 1")),
        objects_per_image=_objects_per_image(index, without),
        sizes=sizes,
        tiny=tiny,
        aspects=_aspects(sizes),
        heat=_heat(middles),
        input_size=input_size,
        scale=float(np.median(scales)) if scales.size else 1.0,
    )  # fmt: skip


def _given_without_file(index: DatasetIndex) -> int:
    """Return how many images are labelled by masks or classes that come with the dataset, and have no file."""
    return len(index.given.difference(name for (name,) in index.rows("SELECT name FROM cache.images")))


def _labels(index: DatasetIndex) -> tuple[LabelCount, ...]:
    query = (
        "SELECT l.name, count(*), count(DISTINCT o.image) FROM cache.objects o JOIN cache.labels l ON l.id = o.label"
        " GROUP BY o.label ORDER BY 2 DESC, 1"
    )
    return tuple(LabelCount(*row) for row in index.rows(query))


def _objects_per_image(index: DatasetIndex, new: int) -> tuple[tuple[int, int], ...]:
    counts = dict(index.rows("SELECT objects, count(*) FROM cache.images GROUP BY objects"))
    counts[0] = counts.get(0, 0) + new
    return tuple(sorted((number, images) for number, images in counts.items() if images))


def _sampled(
    index: DatasetIndex, label: str | None, objects: int
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
    """Return sizes (N, 2) in pixels, middles (N, 2) in shares of the picture, and each picture's longest side (N,)."""
    query = (
        "SELECT o.w, o.h, (o.x0 + o.w / 2) / i.width, (o.y0 + o.h / 2) / i.height, max(i.width, i.height)"
        " FROM cache.objects o JOIN cache.images i ON i.id = o.image"
        " WHERE i.width > 0 AND i.height > 0 AND (? IS NULL OR o.label = (SELECT id FROM cache.labels WHERE name = ?))"
        " AND (o.image * 7919 + o.place * 31) % ? = 0"
    )
    rows = index.rows(query, (label, label, max(1, objects // SAMPLE)))
    values = np.array(rows, dtype=np.float64).reshape(-1, 5)
    return values[:, :2], values[:, 2:4], values[:, 4]


def _aspects(sizes: NDArray[np.float64]) -> NDArray[np.int64]:
    whole = sizes[(sizes > 0).all(axis=1)]
    ratios = np.clip(whole[:, 0] / whole[:, 1], ASPECTS[0], ASPECTS[-1])
    return np.histogram(ratios, ASPECTS)[0].astype(np.int64)


def _heat(middles: NDArray[np.float64]) -> NDArray[np.float64]:
    across, down = CELLS
    counts = np.histogram2d(middles[:, 1], middles[:, 0], bins=(down, across), range=((0, 1), (0, 1)))[0]
    return np.asarray(counts, dtype=np.float64)
