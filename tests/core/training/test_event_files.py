"""Event files of TensorBoard, read back as TensorBoard reads them: records with the length first, then protobuf."""

import struct
from collections import defaultdict
from pathlib import Path

import pytest
from tensorboardX.proto.event_pb2 import Event as Record

from core.training.event_files import EventFiles
from core.training.events import EpochEnded, RunStarted, StepEnded
from core.training.run_folder import RunFolder
from tests.core.training.conftest import tiny_spec


@pytest.fixture(name="run")
def _run(tmp_path: Path) -> RunFolder:
    return RunFolder.create(tmp_path / "runs", tiny_spec(), tmp_path)


def _scalars(folder: Path) -> dict[str, list[tuple[int, float]]]:
    found: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for path in sorted(folder.iterdir()):
        content = path.read_bytes()
        while content:
            (length,) = struct.unpack("<Q", content[:8])
            record = Record.FromString(content[12 : 12 + length])
            content = content[12 + length + 4 :]
            for value in record.summary.value:
                found[value.tag].append((record.step, value.simple_value))
    return found


def _step(number: int) -> StepEnded:
    return StepEnded(step=number, epoch=1, loss=2.0 / number, learning_rate=0.5, images_per_second=8.0)


def test_losses_rates_and_figures_are_written_by_their_steps(run: RunFolder) -> None:
    files = EventFiles(run, 0)
    files.hear(RunStarted(images=2, val_images=1, steps_per_epoch=2, epochs=1, device="CPU", labels=("a",),
                          input_size=(64, 64)))  # fmt: skip
    files.hear(_step(1))
    files.hear(_step(2))
    files.hear(EpochEnded(epoch=1, epochs=1, step=2, train_loss=1.5, val_loss=None, metrics={"miou": 0.25},
                          per_label={"a": 0.5, "b": None}, seconds=1.0, seconds_left=0.0))  # fmt: skip
    files.close()
    found = _scalars(run.tensorboard_path)
    assert found["loss/step"] == [(1, 2.0), (2, 1.0)]
    assert found["learning_rate"] == [(1, 0.5), (2, 0.5)]
    assert (found["loss/train"], found["metrics/miou"], found["miou/a"]) == ([(2, 1.5)], [(2, 0.25)], [(2, 0.5)])
    assert "loss/val" not in found
    assert "miou/b" not in found


def test_a_resume_goes_on_in_a_file_of_its_own(run: RunFolder) -> None:
    for begun, number in ((0, 1), (1, 2)):
        files = EventFiles(run, begun)
        files.hear(_step(number))
        files.close()
    assert _scalars(run.tensorboard_path)["loss/step"] == [(1, 2.0), (2, 1.0)]
