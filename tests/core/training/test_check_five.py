"""'Check on 5 images' with each fault put into the way that the labels really go."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from core.tasks.detection import Detection
from core.tasks.target import Target
from core.training.check_five import IMAGES, check_five
from core.training.diagnosis import Cause
from core.training.events import EventReader, RunStarted, StepEnded
from core.training.five_result import FiveResult
from core.training.journal import Journal
from core.training.run_folder import RunFolder
from core.training.spec import Spec
from tests.core.training.conftest import draw_dataset

pytestmark = pytest.mark.long
Check = Callable[..., FiveResult]


@pytest.fixture(name="check")
def _check(tmp_path: Path) -> Check:
    dataset = draw_dataset(tmp_path / "blocks")

    def check(**changes: Any) -> FiveResult:
        spec = Spec.for_model(name="blocks", **{"image_size": 64, "threads": 1, **changes})
        run = RunFolder.create(tmp_path / "trials", spec, dataset.root)
        result = check_five(run, Journal(run))
        events = EventReader(run.events_path).read_new()
        assert [event.images for event in events if isinstance(event, RunStarted)] == [IMAGES]
        assert len([event for event in events if isinstance(event, StepEnded)]) <= result.steps
        return result

    return check


@pytest.fixture(name="taught_otherwise")
def _taught_otherwise(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[Target], Target]], None]:
    """Return a function that changes what the network is taught, but not what is true."""
    real = Detection.target

    def teach(change: Callable[[Target], Target]) -> None:
        monkeypatch.setattr(Detection, "target", lambda *arguments: change(real(*arguments)))

    return teach


def test_nothing_wrong_passes_before_many_steps(check: Check) -> None:
    result = check()
    assert result.diagnosis.passed, result.sentence
    assert result.diagnosis.recall == 1.0
    assert len(result.images) == IMAGES
    assert {label for seen in result.images for label in seen.found_labels} == {"dark", "bright"}
    assert "All is well" in result.sentence


def test_boxes_beside_their_objects_are_named(check: Check, taught_otherwise: Callable[..., None]) -> None:
    by = (-8, 7)  # pixels of the network's input, of which the images have 1.5 times as many
    taught_otherwise(lambda target: replace(target, boxes=target.boxes + np.array([*by, *by], np.float32)))
    result = check()
    assert result.diagnosis.cause is Cause.SHIFTED, result.sentence
    assert result.diagnosis.shift == pytest.approx((-12, 10.5), abs=4)


def test_exchanged_labels_are_named(check: Check, taught_otherwise: Callable[..., None]) -> None:
    taught_otherwise(lambda target: replace(target, labels=1 - target.labels))
    result = check()
    assert result.diagnosis.cause is Cause.SWAPPED, result.sentence
    assert set(result.diagnosis.swaps) == {("dark", "bright"), ("bright", "dark")}


def test_boxes_of_another_size_than_the_picture_are_named(check: Check, taught_otherwise: Callable[..., None]) -> None:
    taught_otherwise(lambda target: replace(target, boxes=target.boxes * np.float32(0.6)))
    result = check()
    assert result.diagnosis.cause is Cause.RESIZED, result.sentence
    assert result.diagnosis.factor == pytest.approx((0.6, 0.6), rel=0.2)


@pytest.mark.parametrize(("rate", "cause"), [(5.0, Cause.RATE_HIGH), (1e-6, Cause.RATE_LOW)])
def test_a_senseless_rate_is_named(check: Check, rate: float, cause: Cause) -> None:
    result = check(learning_rate=rate)
    assert result.diagnosis.cause is cause, result.sentence
    assert f"{rate:g}" in result.sentence


def test_pictures_resized_after_labelling_are_named(check: Check, tmp_path: Path) -> None:
    for path in (tmp_path / "blocks" / "Annotations").glob("*.xml"):
        text = path.read_text()
        path.write_text(text.replace("<width>96<", "<width>192<").replace("<height>80<", "<height>160<"))
    result = check()
    assert result.diagnosis.cause is Cause.RESIZED, result.sentence
    assert result.diagnosis.factor == pytest.approx((0.5, 0.5))
