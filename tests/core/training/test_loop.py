"""The loop in this process: interrupted runs end where uninterrupted ones do."""

import json
import math
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import TypeVar

import pytest
import torch
from safetensors.torch import load_file
from torch import Tensor

from core.errors import (
    AnnotrainError,
    DatasetError,
    ModelFolderError,
    RunFolderError,
    SpecError,
    TrainingError,
    WeightsError,
)
from core.images import read_rgb
from core.training import checkpoints, loop, teaching
from core.training.events import (
    BatchHalved,
    EpochEnded,
    Event,
    EventReader,
    LossBroke,
    RunStarted,
    Said,
    StepEnded,
)
from core.training.journal import Journal, StopError
from core.training.memory import is_out_of_memory
from core.training.models import Network, build
from core.training.run_folder import RunFolder
from core.training.start import new_run
from core.training.teaching import teach
from core.voc.dataset import Dataset
from tests.core.training.conftest import draw_dataset, tiny_spec

pytestmark = pytest.mark.long
E = TypeVar("E", bound=Event)


class Interrupting(Journal):
    """A journal in which a person asks to stop as soon as an event of a kind and number is said."""

    def __init__(self, run: RunFolder, kind: type[Event], number: int) -> None:
        super().__init__(run)
        self._kind, self._left = kind, number

    def say(self, event: Event | str) -> None:
        super().say(event)
        self._left -= isinstance(event, self._kind)
        if self._left == 0:
            self._asked = "stopped"


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


class Odd(Network):
    """The network that it wraps, with chance of its own, little memory and a loss that breaks, as a test wishes."""

    def __init__(self, inner: Network, *, room: int = 99, breaks_at: int = 0, steep_at: int = 0) -> None:
        super().__init__()
        self.inner, self.room, self.breaks_at, self.steep_at, self.steps = inner, room, breaks_at, steep_at, 0

    def forward(self, images: Tensor) -> tuple[Tensor, ...]:
        self._take(images)
        return self.inner(images)

    def losses(self, images: Tensor, targets: list[dict[str, Tensor]]) -> dict[str, Tensor]:
        self._take(images)
        losses = self.inner.losses(images, targets)
        if self.training:
            self.steps += 1
            weight = math.nan if self.steps == self.breaks_at else float(torch.rand(()))
            losses = {name: loss * weight for name, loss in losses.items()}
            if self.steps == self.steep_at:  # a loss of nought, with an endless slope
                losses["steep"] = (sum(losses.values()) * 0).sqrt()
        return losses

    def _take(self, images: Tensor) -> None:
        if len(images) > self.room:
            raise RuntimeError("[enforce fail at alloc_cpu.cpp:114] DefaultCPUAllocator: can't allocate memory: 12")


@pytest.fixture
def odd(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Return a function that lets all runs of the test learn with such a network; none is published."""

    class Nowhere:
        reference = "odd@1"

    def use(**changes: int) -> None:
        monkeypatch.setattr(teaching, "build", lambda *parts, **named: Odd(build(*parts, **named), **changes))
        monkeypatch.setattr(teaching, "publish_run", lambda _run: Nowhere)

    return use


def said(run: RunFolder, kind: type[E]) -> list[E]:
    return [event for event in EventReader(run.events_path).read_new() if isinstance(event, kind)]


def test_chance_goes_on_where_it_was(dataset: Dataset, odd: Callable[..., None]) -> None:
    """What a network draws by chance, as for dropout, is the same after a resume; making it draws numbers too."""
    odd()
    whole, cut = (new_run(dataset, tiny_spec()) for _ in range(2))
    weights = weights_after(whole, [Journal(whole)])
    again = weights_after(cut, [Interrupting(cut, StepEnded, 2), Interrupting(cut, StepEnded, 2), Journal(cut)])
    for name, value in weights.items():
        torch.testing.assert_close(again[name], value, rtol=0, atol=1e-6)
    assert [event.loss for event in said(whole, StepEnded)] == pytest.approx([e.loss for e in said(cut, StepEnded)])


def test_too_little_memory_halves_the_batch_and_the_rate_and_says_so(
    dataset: Dataset, odd: Callable[..., None]
) -> None:
    odd(room=1)
    run = new_run(dataset, tiny_spec(batch_size=4, warmup_steps=0))
    with pytest.raises(StopError):
        teach(run, Interrupting(run, StepEnded, 3))
    assert [event.batch_size for event in said(run, BatchHalved)] == [2, 1]
    assert all(event.learning_rate <= run.spec.learning_rate / 4 for event in said(run, StepEnded))
    teach(run, Journal(run))
    assert len(said(run, BatchHalved)) == 2, "a resume remembers how much there is room for"
    epochs = said(run, EpochEnded)
    images = said(run, RunStarted)[0].images
    assert [event.step for event in epochs] == [images, 2 * images]


def test_where_not_even_one_picture_has_room_a_sentence_says_what_to_do(
    dataset: Dataset, odd: Callable[..., None]
) -> None:
    odd(room=0)
    run = new_run(dataset, tiny_spec())
    with pytest.raises(TrainingError, match="choose a smaller image size"):
        teach(run, Journal(run))


def test_another_error_is_not_taken_for_a_lack_of_memory() -> None:
    assert is_out_of_memory(torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 2.00 GiB"))
    assert is_out_of_memory(MemoryError())
    assert is_out_of_memory(RuntimeError("CUDA error: CUBLAS_STATUS_ALLOC_FAILED when calling `cublasCreate(handle)`"))
    assert is_out_of_memory(RuntimeError("MPS backend out of memory (MPS allocated: 5 GB)"))
    assert not is_out_of_memory(RuntimeError("mat1 and mat2 shapes cannot be multiplied"))
    assert not is_out_of_memory(ValueError("out of memory"))


def test_a_loss_that_is_no_number_stops_with_its_batch_saved(dataset: Dataset, odd: Callable[..., None]) -> None:
    odd(breaks_at=2)
    run = new_run(dataset, tiny_spec())
    with pytest.raises(TrainingError, match=r"The loss is nan at step 2 \(images img\d, img\d\)"):
        teach(run, Journal(run))
    (broke,) = said(run, LossBroke)
    assert (broke.step, broke.loss, len(broke.names)) == (2, "nan", 2)
    kept = json.loads((run.broken_path / "batch.json").read_text())
    assert [one["image"] for one in kept["pictures"]] == list(broke.names)
    assert [one["file"] for one in kept["pictures"]] == list(broke.pictures)
    assert all(len(one["boxes"]) == len(one["labels"]) for one in kept["pictures"])
    height, width = said(run, RunStarted)[0].input_size
    for name in broke.pictures:
        assert read_rgb(run.broken_path / name).shape == (height, width, 3)
    assert len(said(run, StepEnded)) == 1, "the weights are not spoilt"


def test_a_gradient_that_is_no_number_stops_with_the_batch_that_gave_it(
    dataset: Dataset, odd: Callable[..., None]
) -> None:
    """Its loss was a number: learned from, it would be the next batch whose loss is none."""
    odd(steep_at=2)
    run = new_run(dataset, tiny_spec())
    with pytest.raises(TrainingError, match=r"The gradient is nan at step 2 \(images img\d, img\d\)"):
        teach(run, Journal(run))
    (broke,) = said(run, LossBroke)
    assert (broke.step, broke.loss, broke.of_gradient) == (2, "nan", True)
    kept = json.loads((run.broken_path / "batch.json").read_text())
    assert [one["image"] for one in kept["pictures"]] == list(broke.names)
    assert len(said(run, StepEnded)) == 1


class TornOnce(torch.optim.AdamW):
    """Runs out of memory once, in its third step, when one of its two groups of weights has made it."""

    left = 3

    def step(self, closure: None = None) -> None:  # type: ignore[override]
        weights = self.param_groups[0]["params"]
        if weights[0].grad.any():  # not yet the step by which it takes its memory
            type(self).left -= 1
        if type(self).left == 0:
            type(self).left = 99
            others = self.param_groups.pop()
            super().step(closure)
            self.param_groups.append(others)
            raise torch.OutOfMemoryError("CUDA out of memory")
        super().step(closure)


def test_a_step_that_memory_tore_is_made_from_whole_weights_again(
    dataset: Dataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loop, "SAVE_EVERY_S", 0.0)
    monkeypatch.setattr(teaching, "publish_run", lambda _run: SimpleNamespace(reference="torn@1"))
    whole, torn = (new_run(dataset, tiny_spec(epochs=1)) for _ in range(2))
    count = iter(range(9))

    def lack(*_parts: object) -> None:
        if next(count) == 2:
            raise torch.OutOfMemoryError("CUDA out of memory")

    with monkeypatch.context() as patch:
        patch.setattr(loop.StrictJudge, "gradient", lack)
        expected = weights_after(whole, [Journal(whole)])
    monkeypatch.setattr(torch.optim, "AdamW", TornOnce)
    for name, value in weights_after(torn, [Journal(torn)]).items():
        if "running" not in name and "num_batches" not in name:  # a step that failed has looked at its pictures
            torch.testing.assert_close(value, expected[name], rtol=0, atol=1e-6)
    assert TornOnce.left < 99
    assert [event.step for event in said(torn, RunStarted)] == [0, 2], "who watches forgets what was torn"
    assert [event.batch_size for event in said(torn, BatchHalved)] == [1]
    assert [event.step for event in said(torn, StepEnded)] == [event.step for event in said(whole, StepEnded)]


def test_a_run_without_better_epochs_ends_early(dataset: Dataset) -> None:
    run = new_run(dataset, tiny_spec(epochs=60, patience=1, learning_rate=0.5, average=0.0))
    teach(run, Journal(run))
    assert len(said(run, EpochEnded)) < 60
    assert any("it ends here" in event.text for event in said(run, Said))


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
