"""What waits on each image is what says something that is not there already."""

from pathlib import Path

import pytest

from core.geometry import Box
from core.inference.suggestion import Suggestion
from core.review import waiting
from core.review.store import Prediction, SuggestionStore
from core.review.verdicts import Verdict
from core.review.waiting import Waiting
from core.voc import annotation_file
from core.voc.annotation import Annotation, VocObject
from core.voc.dataset import Dataset
from tests.e2e.desk import HEIGHT, WIDTH, make_dataset

THERE, ELSEWHERE = Box(40, 40, 100, 80), Box(200, 100, 260, 160)
DENT = VocObject(label="dent", shape=THERE)


def write(dataset: Dataset, image: str, *objects: VocObject) -> None:
    """Annotate an image, or annotate it anew."""
    path = dataset.entry(image).annotation_path
    path.unlink(missing_ok=True)
    annotation_file.write(path, Annotation(filename=f"{image}.png", width=WIDTH, height=HEIGHT, objects=objects))


@pytest.fixture
def dataset(tmp_path: Path) -> Dataset:
    """Of its images a and b are annotated with a dent; each of a, b, c has a dent suggested there and another."""
    made = Dataset.open(make_dataset(tmp_path / "small", {"a": (DENT,), "b": (DENT,)}, 4))
    store = SuggestionStore.of(made)
    for name, score in (("a", 0.9), ("b", 0.3), ("c", 0.9), ("gone", 0.9)):
        found = [
            Suggestion(image=name, label="dent", shape=THERE, score=0.8, model="parts@1"),
            Suggestion(image=name, label="dent", shape=ELSEWHERE, score=score, model="parts@1"),
        ]
        store.put([Prediction(image=name, model="parts@1", suggestions=found)])
    return made


def counted_to_the_end(waiting: Waiting, min_score: float) -> dict[str, int]:
    """Return the last word on what waits."""
    while not (found := waiting.counts(min_score))[1]:
        waiting.compare_some()
    return found[0]


def test_what_is_there_already_does_not_wait(dataset: Dataset) -> None:
    counted = Waiting(SuggestionStore.of(dataset), dataset)
    assert counted_to_the_end(counted, 0.5) == {"a": 1, "c": 2}
    assert counted_to_the_end(counted, 0.2) == {"a": 1, "b": 1, "c": 2}


def test_another_file_and_another_verdict_are_counted_anew(dataset: Dataset) -> None:
    store = SuggestionStore.of(dataset)
    counted = Waiting(store, dataset)
    counted_to_the_end(counted, 0.5)
    write(dataset, "a", DENT, VocObject(label="dent", shape=ELSEWHERE))
    write(dataset, "c", DENT)
    assert counted_to_the_end(counted, 0.5) == {"a": 1, "c": 2}, "nobody has said so"
    counted.forget("a")
    assert counted_to_the_end(counted, 0.5) == {"c": 2}
    counted.forget()
    assert counted_to_the_end(counted, 0.5) == {"c": 1}
    store.give_verdict({one.id: Verdict.REJECTED for one in store.open_suggestions("c") if one.id is not None})
    assert counted_to_the_end(counted, 0.5) == {}


def test_many_annotations_are_compared_some_at_a_time(dataset: Dataset, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(waiting, "AT_A_TIME", 1)
    counted = Waiting(SuggestionStore.of(dataset), dataset)
    assert counted.counts(0.2) == ({"a": 2, "b": 2, "c": 2}, False)
    assert [counted.compare_some(), counted.compare_some()] == [True, False]
    assert counted.counts(0.2) == ({"a": 1, "b": 1, "c": 2}, True)


def test_what_two_versions_say_waits_once(dataset: Dataset) -> None:
    store = SuggestionStore.of(dataset)
    again = Suggestion(image="c", label="dent", shape=THERE, score=0.7, model="parts@2")
    store.put([Prediction(image="c", model="parts@2", suggestions=[again])])
    assert counted_to_the_end(Waiting(store, dataset), 0.5)["c"] == 2


def test_a_damaged_annotation_has_nothing_to_judge(dataset: Dataset) -> None:
    dataset.entry("a").annotation_path.write_text("<annotation><object>")
    assert counted_to_the_end(Waiting(SuggestionStore.of(dataset), dataset), 0.5) == {"c": 2}
