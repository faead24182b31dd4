"""What the order is made of, gathered from a dataset: which versions are compared."""

from pathlib import Path

import pytest

from core.geometry import Box, Shape
from core.inference.suggestion import Suggestion
from core.review.looks import Looks
from core.review.next_up import material_of
from core.review.store import Prediction, SuggestionStore
from core.voc.dataset import Dataset
from core.voc.index import DatasetIndex
from tests.e2e.desk import make_dataset

BOX = Box(40, 40, 100, 80)


@pytest.mark.parametrize(
    ("before", "compares"),
    [({"parts@1": BOX}, ("dent",)), ({"kinds@1": None}, None), ({"parts@1": BOX, "kinds@1": None}, ("dent",))],
)
def test_two_versions_are_compared_where_they_say_the_same_sort_of_thing(
    tmp_path: Path, before: dict[str, Shape | None], compares: tuple[str, ...] | None
) -> None:
    dataset = Dataset.open(make_dataset(tmp_path / "small", {}, 2))
    store, looks = SuggestionStore.of(dataset), Looks.of(dataset)
    for model, shape in {**before, "parts@2": BOX}.items():
        label = "NG" if shape is None else "dent"
        found = [Suggestion(image="a", label=label, shape=shape, score=0.9, model=model)]
        store.put([Prediction(image="a", model=model, suggestions=found)])
    look = looks.complete(dataset.entries, None)
    made = material_of(DatasetIndex(dataset).summaries(), store, looks, "parts@2", look)
    assert made.said is not None
    assert made.said.labels == ("dent",)
    assert (made.said_before and made.said_before.labels) == compares
