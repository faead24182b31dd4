"""What a run would learn from."""

from dataclasses import replace
from pathlib import Path

import pytest

from core.training.run_folder import RunState
from core.training.spec import Spec
from core.training.start import new_run
from core.voc.dataset import Dataset
from core.voc.image_sets import read_set, write_set
from core.voc.index import DatasetIndex
from desktop.jobs.training_monitor import RunSummary
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


def test_the_time_is_that_of_the_newest_run_like_it() -> None:
    plan, spec = Plan(labelled=100, train=80, val=20, labels=2), Spec.for_model(name="bolts", epochs=10)
    fast, slow, other = (
        RunSummary(
            path=Path(name), spec=spec.model_copy(update=changes), state=RunState.STOPPED, images_per_second=speed
        )
        for name, speed, changes in (("a", 100.0, {}), ("b", 10.0, {}), ("c", 1000.0, {"device": "cuda"}))
    )
    assert plan.seconds(spec, [other, fast, slow]) < plan.seconds(spec, [slow, fast]) < plan.seconds(spec, [slow]) + 1
    seen = 10 * (80 * spec.repeats + 20 / 3)
    assert plan.seconds(spec, [fast]) - plan.seconds(spec, [slow]) == pytest.approx(seen / 100 - seen / 10)
    assert plan.seconds(spec, [other]) == plan.seconds(spec)


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0.2, "1 s"), (59.4, "59 s"), (60, "1 min"), (185, "3 min"), (3600, "1 h"), (4830, "1 h 20 min")],
)
def test_a_time_is_said_as_a_person_would(seconds: float, words: str) -> None:
    assert duration(seconds) == words


def test_the_sentence_tells_of_a_test_and_of_labels_that_are_not_measured() -> None:
    spec = Spec.for_model(name="bolts")
    plain = Plan(labelled=100, train=80, val=20, labels=2)
    assert "for a test" not in plain.sentence(spec)
    split = Plan(labelled=100, train=72, val=18, labels=5, test=10, unmeasured=("a", "b", "c", "d"))
    assert "72 to train, 18 to validate, 10 for a test" in split.sentence(spec)
    assert split.sentence(spec).endswith("No validation image has a, b, c …: what is learned of it is not measured.")


def test_a_label_on_one_image_alone_is_not_measured(dataset: Dataset) -> None:
    entry = dataset.entry("img1")
    annotation = dataset.read(entry)
    rare = replace(annotation.objects[0], label="rare", origin=None)
    dataset.write(entry, annotation.with_objects((*annotation.objects, rare)))
    write_set(dataset, "train", ["img1", "img2"])
    write_set(dataset, "val", ["img3", "img4"])
    assert _plan(dataset).unmeasured == ("rare",)
