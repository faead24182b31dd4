"""Columns made by hand, and a dataset with suggestions in its store."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

from core.geometry import Box
from core.inference.suggestion import Suggestion
from core.review.bulk import VERDICTS, Rows
from core.review.store import Prediction, SuggestionStore, Verdict
from core.voc.dataset import Dataset
from tests.e2e.desk import make_dataset

Row = tuple[int, int, str, str, float, Verdict]
"""id, image, label, model, score, verdict."""


def rows_of(made: Sequence[Row], images: Sequence[str]) -> Rows:
    """Return columns of these rows, sorted as they must be."""
    labels = tuple(sorted({row[2] for row in made}))
    models = tuple(sorted({row[3] for row in made}))
    ordered = sorted(made, key=lambda row: (row[1], -np.float32(row[4])))
    return Rows(
        ids=np.array([row[0] for row in ordered], np.int64),
        image=np.array([row[1] for row in ordered], np.int32),
        label=np.array([labels.index(row[2]) for row in ordered], np.int16),
        model=np.array([models.index(row[3]) for row in ordered], np.int16),
        verdict=np.array([VERDICTS.index(row[5]) for row in ordered], np.int8),
        score=np.array([row[4] for row in ordered], np.float32),
        labels=labels,
        models=models,
        images=images,
    )


def suggested(image: str, label: str, score: float, x: float, model: str = "parts@1") -> Suggestion:
    """Return a box of 20 x 20 pixels at that x."""
    return Suggestion(image=image, label=label, shape=Box(x, 20, x + 20, 40), score=score, model=model)


def with_suggestions(root: Path, found: Mapping[str, Sequence[Suggestion]]) -> tuple[Dataset, SuggestionStore]:
    """Write the images a to e and keep what was suggested on them."""
    dataset = Dataset.open(make_dataset(root, {}, count=5))
    store = SuggestionStore.of(dataset)
    store.put([Prediction(image=image, model="parts@1", suggestions=some) for image, some in found.items()])
    return dataset, store
