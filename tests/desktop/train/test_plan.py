"""What a run would learn from."""

import pytest

from core.training.spec import Spec
from core.training.start import new_run
from core.voc.dataset import Dataset
from core.voc.image_sets import read_set, write_set
from core.voc.index import DatasetIndex
from desktop.train.plan import Plan, plan_of
from desktop.train.tiles import duration


def _plan(dataset: Dataset) -> Plan:
    return plan_of(dataset, DatasetIndex(dataset).summaries())


def test_the_plan_is_what_training_then_does(dataset: Dataset) -> None:
    plan = _plan(dataset)
    new_run(dataset, Spec.for_model(name="bolts"))
    assert (plan.labelled, plan.labels) == (4, 2)
    assert plan.train + plan.val == len(read_set(dataset, "train")) + len(read_set(dataset, "val")) == 4
    assert (plan.train, plan.val) == (len(read_set(dataset, "train")), len(read_set(dataset, "val")))


def test_a_split_that_is_there_is_kept(dataset: Dataset) -> None:
    write_set(dataset, "train", ["img1"])
    write_set(dataset, "val", ["img2", "img3", "img6"])
    plan = _plan(dataset)
    assert (plan.train, plan.val) == (2, 2)


def test_an_unlabelled_dataset_says_what_to_do() -> None:
    assert "label at least 2" in (Plan(labelled=0, train=0, val=0, labels=0).problem or "")


def test_a_time_limit_is_the_most_it_takes() -> None:
    spec = Spec.for_model(name="bolts", epochs=1000, time_budget_s=60.0)
    assert Plan(labelled=100, train=80, val=20, labels=2).seconds(spec) == 60


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0.2, "1 s"), (59.4, "59 s"), (60, "1 min"), (185, "3 min"), (3600, "1 h"), (4830, "1 h 20 min")],
)
def test_a_time_is_said_as_a_person_would(seconds: float, words: str) -> None:
    assert duration(seconds) == words
