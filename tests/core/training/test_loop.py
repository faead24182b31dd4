"""The loop in this process: interrupted runs end where uninterrupted ones do."""

from pathlib import Path

import pytest
import torch
from safetensors.torch import load_file

from core.errors import (
    AnnotrainError,
    DatasetError,
    ModelFolderError,
    RunFolderError,
    SpecError,
    TrainingError,
    WeightsError,
)
from core.training import checkpoints
from core.training.events import EpochEnded, Event, EventReader, Said, StepEnded
from core.training.journal import Journal, StopError
from core.training.loop import finite
from core.training.run_folder import RunFolder
from core.training.start import new_run
from core.training.teaching import teach
from core.voc.dataset import Dataset
from tests.core.training.conftest import draw_dataset, tiny_spec

pytestmark = pytest.mark.slow


class Interrupting(Journal):
    """A journal in which a person asks to stop as soon as an event of a kind and number is said."""

    def __init__(self, run: RunFolder, kind: type[Event], number: int) -> None:
        super().__init__(run)
        self._kind, self._left = kind, number

    def say(self, event: Event | str) -> None:
        super().say(event)
        self._left -= isinstance(event, self._kind)
        if self._left == 0:
            self._stop.set()


def weights_after(run: RunFolder, journals: list[Journal]) -> dict[str, torch.Tensor]:
    """Train with one journal after another; return the last weights and their average."""
    for journal in journals:
        try:
            teach(run, journal)
        except StopError:
            continue
    saved = checkpoints.read(run.checkpoint_path)
    assert saved is not None
    assert saved.progress.epoch == saved.progress.epochs
    return {f"{part} {name}": value for part in ("network", "average") for name, value in saved.states[part].items()}


@pytest.fixture(scope="module")
def uninterrupted(tmp_path_factory: pytest.TempPathFactory) -> dict[str, torch.Tensor]:
    run = new_run(draw_dataset(tmp_path_factory.mktemp("whole") / "parts"), tiny_spec())
    return weights_after(run, [Journal(run)])


@pytest.mark.parametrize(
    ("kind", "number"), [(EpochEnded, 1), (StepEnded, 2), (StepEnded, 3)], ids=["epoch's end", "midway", "last step"]
)
def test_a_resumed_run_equals_an_uninterrupted_one(
    kind: type[Event], number: int, uninterrupted: dict[str, torch.Tensor], run: RunFolder
) -> None:
    resumed = weights_after(run, [Interrupting(run, kind, number), Journal(run)])
    assert resumed.keys() == uninterrupted.keys()
    for name, value in uninterrupted.items():
        torch.testing.assert_close(
            resumed[name], value, rtol=0, atol=1e-6, msg=lambda text, name=name: f"{name}: {text}"
        )
    events = EventReader(run.events_path).read_new()
    assert [event.step for event in events if isinstance(event, StepEnded)] == [1, 2, 3, 4, 5, 6]


def test_a_checkpoint_that_is_not_whole_is_an_error_that_says_what_to_do(run: RunFolder) -> None:
    run.checkpoint_path.write_bytes(b"PK\x03\x04 torn")
    with pytest.raises(RunFolderError, match="remove it"):
        teach(run, Journal(run))


def test_a_loss_that_is_no_number_names_the_step_and_the_images() -> None:
    assert finite(torch.tensor(1.5), 1, ("a",)) == 1.5
    for loss in (float("nan"), float("inf")):
        with pytest.raises(TrainingError, match=r"step 7 \(images one, two\)"):
            finite(torch.tensor(loss), 7, ("one", "two"))


def test_a_version_is_continued_and_other_labels_are_said(dataset: Dataset) -> None:
    first = new_run(dataset, tiny_spec(epochs=1))
    assert teach(first, Journal(first)) == "tiny@1"
    same = new_run(dataset, tiny_spec(epochs=1, continue_from="tiny@1", learning_rate=1e-9, average=0))
    assert teach(same, Journal(same)) == "tiny@2"
    for name, value in load_file(first.best_path).items():
        if value.dtype.is_floating_point and "running" not in name:
            torch.testing.assert_close(load_file(same.best_path)[name], value, atol=1e-4, rtol=0)
    for entry in dataset.entries:
        annotation = dataset.read(entry)
        dataset.write(entry, annotation.with_objects(annotation.objects[:1]))
    fewer = new_run(dataset, tiny_spec(epochs=1, continue_from="tiny"))
    teach(fewer, Journal(fewer))
    said = [event.text for event in EventReader(fewer.events_path).read_new() if isinstance(event, Said)]
    assert any("tiny@2 knows other labels" in text for text in said)


def test_the_time_given_shortens_the_run(dataset: Dataset) -> None:
    run = new_run(dataset, tiny_spec(epochs=400, repeats=2, time_budget_s=8.0))
    teach(run, Journal(run))
    events = EventReader(run.events_path).read_new()
    assert any("fit into the time given" in event.text for event in events if isinstance(event, Said))
    last = [event for event in events if isinstance(event, EpochEnded)][-1]
    assert last.epoch == last.epochs < 400


def test_weights_or_a_version_or_a_device_that_is_not_there_is_a_sentence(dataset: Dataset, tmp_path: Path) -> None:
    cases: list[tuple[dict[str, str], type[AnnotrainError]]] = [
        ({"weights": str(tmp_path / "none.pth")}, WeightsError),
        ({"continue_from": "none@1"}, ModelFolderError),
    ]
    if not torch.cuda.is_available():
        cases.append(({"device": "cuda"}, SpecError))
    new_run(dataset, tiny_spec())  # makes the split
    for changes, error in cases:
        # Without the checks of new_run, for what was there then may be gone by the time that the worker begins.
        run = RunFolder.create(dataset.runs_folder, tiny_spec(**changes), dataset.root)
        with pytest.raises(error, match=r"none|cuda"):
            teach(run, Journal(run))


def test_images_without_any_object_are_nothing_to_learn_from(dataset: Dataset, run: RunFolder) -> None:
    for entry in dataset.entries:
        dataset.write(entry, dataset.read(entry).with_objects(()))
    with pytest.raises(DatasetError, match="draw objects"):
        teach(run, Journal(run))
