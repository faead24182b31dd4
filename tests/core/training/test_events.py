from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.training.events import (
    CheckpointSaved,
    EpochEnded,
    Event,
    EventReader,
    RunEnded,
    RunStarted,
    Said,
    StepEnded,
    append,
    last_event,
    mend,
)

STEP = StepEnded(step=1, epoch=1, loss=0.5, learning_rate=0.001, images_per_second=7.5)
ALL: list[Event] = [
    RunStarted(images=3, val_images=1, steps_per_epoch=2, epochs=4, device="CPU", labels=("ä", "b"),
               input_size=(80, 96)),
    STEP,
    EpochEnded(epoch=1, epochs=4, step=2, train_loss=1.5, val_loss=None, metrics={"map50": 0.5, "map": None},
               per_label={"ä": None, "b": 0.25}, seconds=3.5, seconds_left=9.0),
    CheckpointSaved(step=2, epoch=1),
    Said(text="two\nlines, “quoted”"),
    RunEnded(state="finished", message="Done.", model="parts@1"),
]  # fmt: skip


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "events.jsonl"


def test_every_event_comes_back_equal_and_once(path: Path) -> None:
    reader = EventReader(path)
    assert reader.read_new() == []
    for event in ALL:
        append(path, event)
    assert reader.read_new() == ALL
    assert reader.read_new() == []
    append(path, STEP)
    assert reader.read_new() == [STEP]
    assert EventReader(path).read_new() == [*ALL, STEP]


@given(st.integers(1, 2000))
def test_a_line_torn_anywhere_waits_for_its_rest(tmp_path_factory: pytest.TempPathFactory, cut: int) -> None:
    path = tmp_path_factory.mktemp("torn") / "events.jsonl"
    for event in ALL:
        append(path, event)
    content = path.read_bytes()
    path.write_bytes(content[:cut])
    reader = EventReader(path)
    seen = reader.read_new()
    path.write_bytes(content)
    assert seen + reader.read_new() == ALL


def test_a_torn_end_is_cut_off_before_going_on(path: Path) -> None:
    append(path, STEP)
    whole = path.read_bytes()
    path.write_bytes(whole + b'{"event": "StepEn')
    reader = EventReader(path)
    assert reader.read_new() == [STEP]
    mend(path)
    assert path.read_bytes() == whole
    append(path, ALL[-1])
    assert reader.read_new() == [ALL[-1]]
    mend(path.with_name("none.jsonl"))


@pytest.mark.parametrize("line", [b"no json", b"[1]", b'{"event": "Unheard"}', b'{"event": "Said"}', b'"x"', b"\xff"])
def test_a_line_that_cannot_be_read_is_said_and_the_rest_still_reads(path: Path, line: bytes) -> None:
    path.write_bytes(line + b"\n")
    append(path, STEP)
    said, step = EventReader(path).read_new()
    assert isinstance(said, Said)
    assert "cannot be read" in said.text
    assert step == STEP


def test_the_last_event_is_found_without_the_torn_rest_and_only_after_a_place(path: Path) -> None:
    assert last_event(path) is None
    append(path, ALL[-1])
    size = path.stat().st_size
    assert last_event(path) == ALL[-1]
    assert last_event(path, size) is None
    append(path, Said(text="x" * 200_000))
    append(path, STEP)
    path.write_bytes(path.read_bytes() + b'{"ev')
    assert last_event(path) == STEP


def test_a_number_that_json_cannot_hold_is_never_written(path: Path) -> None:
    with pytest.raises(ValueError, match="JSON"):
        append(path, StepEnded(step=1, epoch=1, loss=float("nan"), learning_rate=0.1, images_per_second=1))
    assert not path.exists()
