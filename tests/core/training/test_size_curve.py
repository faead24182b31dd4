import json
import time
from collections.abc import Sequence

import numpy as np
import pytest

from core.training import events
from core.training.events import EpochEnded, RunEnded, RunStarted
from core.training.journal import Journal
from core.training.run_folder import RunFolder, RunState
from core.training.size_curve import SizeCurve, SizePoint, latest_curve, points_of, power_law, start_curve
from core.training.start import new_run
from core.training.teaching import teach
from core.voc.dataset import Dataset
from tests.core.training.conftest import follow, tiny_spec


def points(values: Sequence[float | None], images: Sequence[int] = (25, 50, 75, 100)) -> list[SizePoint]:
    return [
        SizePoint(share=count / 100, run=str(count), state=RunState.FINISHED, images=count, metric="map50",
                  value=value, epoch=5, epochs=5)
        for count, value in zip(images, values, strict=True)
    ]  # fmt: skip


def test_a_power_law_is_found_again_and_carried_on() -> None:
    law = power_law(points([1 - 2.0 * count**-0.5 for count in (25, 50, 75, 100)]))
    assert law is not None
    assert (law.factor, law.exponent) == (pytest.approx(2.0), pytest.approx(0.5))
    assert law.at(400) == pytest.approx(1 - 2.0 / 20)
    # 100 images leave 0.2 wrong, 200 leave 0.2 / sqrt(2)
    assert law.gain == pytest.approx(0.2 - 0.2 / np.sqrt(2))
    assert law.low == pytest.approx(law.gain)
    assert law.high == pytest.approx(law.gain)


def test_noise_widens_what_can_be_said() -> None:
    law = power_law(points([0.60, 0.72, 0.70, 0.78]))
    assert law is not None
    assert law.low < law.gain < law.high


@pytest.mark.parametrize("values", [[0.8, 0.8, 0.8, 0.8], [0.8, 0.7, 0.7, 0.6], [0.5, 0.6, None, None]])
def test_nothing_is_said_where_nothing_rises_or_too_little_is_known(values: list[float | None]) -> None:
    assert power_law(points(values)) is None


def test_a_perfect_score_has_a_logarithm() -> None:
    law = power_law(points([0.7, 0.9, 1.0, 1.0]))
    assert law is not None
    assert 0 <= law.gain < 0.01


def test_a_curve_reads_its_runs_and_skips_one_that_was_deleted(dataset: Dataset) -> None:
    runs = [new_run(dataset, tiny_spec(train_share=share, throw_away=True)) for share in (0.5, 1.0)]
    _say(runs[0], images=4, values=[0.2, 0.6, 0.5])
    curve = SizeCurve(id="x", model="compact", created=time.time(), runs=((0.25, "gone"), (0.5, runs[0].id), (1.0, runs[1].id)))  # fmt: skip # noqa: E501
    found = points_of(dataset, curve)
    assert [(one.share, one.images, one.value, one.epoch) for one in found] == [(0.5, 4, 0.6, 3), (1.0, None, None, 0)]
    assert found[0].metric == "map50"


def _say(run: RunFolder, *, images: int, values: list[float]) -> None:
    events.append(run.events_path, RunStarted(
        images=images, val_images=2, steps_per_epoch=1, epochs=3, device="cpu", labels=("dark",), input_size=(80, 96),
    ))  # fmt: skip
    for epoch, value in enumerate(values, start=1):
        events.append(run.events_path, EpochEnded(
            epoch=epoch, epochs=3, step=epoch, train_loss=1.0, val_loss=1.0, metrics={"map50": value, "map": 0.1},
            per_label={}, seconds=1.0, seconds_left=0.0,
        ))  # fmt: skip
    events.append(run.events_path, RunEnded(state="finished", message="done"))


def test_its_runs_are_thrown_away_after_they_were_measured(dataset: Dataset) -> None:
    run = new_run(dataset, tiny_spec(train_share=0.5, throw_away=True, epochs=1))
    assert teach(run, Journal(run)) is None
    started = next(event for event in events.EventReader(run.events_path).read_new() if isinstance(event, RunStarted))
    assert started.images == 3  # half of the six that are for training
    assert not dataset.models_folder.exists()


@pytest.mark.long
def test_the_whole_curve_goes_through_the_queue(dataset: Dataset) -> None:
    curve = start_curve(dataset, tiny_spec(epochs=1), shares=(0.5, 1.0))
    assert latest_curve(dataset) == curve
    for _, name in curve.runs:
        run = RunFolder(dataset.runs_folder / name)
        end = follow(run, lambda event: isinstance(event, RunEnded))[-1]
        assert isinstance(end, RunEnded)
        assert (end.state, end.model) == ("finished", None)
    found = points_of(dataset, curve)
    assert [one.images for one in found] == [3, 6]
    assert json.loads((dataset.program_folder / "size_curves" / f"{curve.id}.json").read_text())["model"] == "compact"
