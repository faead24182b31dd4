"""The figures of a dataset, counted by hand beside."""

import pytest

from core.geometry import Box
from core.voc import annotation_file
from core.voc.annotation import Annotation, State, VocObject
from core.voc.distributions import ASPECTS, LabelCount, distributions
from core.voc.index import DatasetIndex
from tests.core.voc.conftest import MakeDataset


@pytest.fixture
def index(make_dataset: MakeDataset) -> DatasetIndex:
    """Four images: a wide and a tiny object on one of 640 pixels, nothing on another, two without a file."""
    dataset = make_dataset(a=None, b=None, c=None, d=None)
    wide, tiny = (
        VocObject(label="wide", shape=Box(0, 0, 320, 40)),
        VocObject(label="tiny", shape=Box(630, 470, 638, 478)),
    )
    first = Annotation(filename="", width=640, height=480, objects=(wide, wide, tiny), tags=("NG",))
    second = Annotation(filename="", width=640, height=480, verified=True, tags=("OK",))
    annotation_file.write(dataset.entry("a").annotation_path, first)
    annotation_file.write(dataset.entry("b").annotation_path, second)
    index = DatasetIndex(dataset)
    list(index.summaries())
    return index


def test_counts(index: DatasetIndex) -> None:
    found = distributions(index)
    assert (found.images, found.objects) == (4, 3)
    assert found.labels == (LabelCount("wide", 2, 1), LabelCount("tiny", 1, 1))
    assert found.states == {State.NEW: 2, State.IN_WORK: 1, State.DONE: 1, State.CHECKED: 0}
    assert found.tags == (("NG", 1), ("OK", 1))
    assert found.objects_per_image == ((0, 3), (3, 1))


def test_sizes_aspects_and_places(index: DatasetIndex) -> None:
    found = distributions(index, input_size=320)
    assert sorted(found.sizes.tolist()) == [[8, 8], [320, 40], [320, 40]]
    assert found.tiny.sum() == 1
    assert found.scale == 0.5
    by_edge = dict(zip(ASPECTS, found.aspects.tolist(), strict=False))
    assert (by_edge[1.0], by_edge[8.0]) == (1, 2)
    assert found.heat[1, 8] == 2
    assert found.heat[-1, -1] == 1


def test_of_one_label(index: DatasetIndex) -> None:
    found = distributions(index, "tiny")
    assert found.sizes.tolist() == [[8, 8]]
    assert found.objects == 3


def test_of_nothing(make_dataset: MakeDataset) -> None:
    found = distributions(DatasetIndex(make_dataset(a=None)))
    assert (found.objects, found.labels, found.heat.sum(), found.aspects.sum()) == (0, (), 0, 0)
