from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from core.errors import DatasetError
from core.inference.latency import measure_latency
from core.inference.model_folder import ModelFolder


def test_every_way_is_measured_and_named(model_folder: ModelFolder, tmp_path: Path) -> None:
    paths = [tmp_path / f"{number}.png" for number in range(3)]
    for path in paths:
        Image.fromarray(np.zeros((40, 60, 3), np.uint8)).save(path)
    told: list[tuple[int, int]] = []
    latency = measure_latency(
        model_folder, paths, threads=[1], seconds=0.0, on_progress=lambda done, total: told.append((done, total))
    )
    assert [(one.threads, one.batch, one.decoding) for one in latency.timings] == [
        (1, 1, False), (1, 1, True), (1, 8, False), (1, 8, True),
    ]  # fmt: skip
    for one in latency.timings:
        assert 0 < one.median_ms <= one.p90_ms
        assert one.times >= 10
        assert one.images_per_second == pytest.approx(1000 / one.median_ms)
    assert told[-1] == (4, 4)
    assert latency.processors >= 1
    assert latency.processor


def test_it_ends_when_asked(model_folder: ModelFolder, tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    Image.fromarray(np.zeros((40, 60, 3), np.uint8)).save(path)
    assert measure_latency(model_folder, [path], should_stop=lambda: True).timings == ()


def test_without_a_picture_there_is_nothing_to_measure(model_folder: ModelFolder) -> None:
    with pytest.raises(DatasetError):
        measure_latency(model_folder, [])
