"""How busy the machine is, told with a worker's signs of life."""

from pathlib import Path

import psutil

from core.training.load import Load, LoadMeter
from core.training.worker_mark import beat, last_load


def test_a_meter_measures_shares_and_bytes() -> None:
    load = LoadMeter().measure()
    assert 0 <= load.processor <= 1
    assert 0 < load.own_memory < load.memory_total
    assert 0 < load.memory <= load.memory_total == psutil.virtual_memory().total
    assert (load.graphics, load.graphics_total) == (0, 0) or load.graphics_total > 0


def test_the_last_beat_tells_the_load(tmp_path: Path) -> None:
    assert last_load(tmp_path) is None
    beat(tmp_path)
    assert last_load(tmp_path) is None, "nothing was told"
    load = Load(processor=0.5, own_processor=0.4, memory=5, own_memory=2, memory_total=9)
    beat(tmp_path, load)
    assert last_load(tmp_path) == load
    (tmp_path / "alive").write_text('{"processor": 1')
    assert last_load(tmp_path) is None
    (tmp_path / "alive").write_text('{"other": 1}')
    assert last_load(tmp_path) is None
