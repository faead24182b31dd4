"""Events read in pieces are the events of the file, however it is cut."""

from pathlib import Path

import pytest

from core.training import pieces
from core.training.events import CheckpointSaved, RunStarted, Said, StepEnded, append
from core.training.pieces import PieceReader, joined


@pytest.fixture(name="path")
def _path(tmp_path: Path) -> Path:
    return tmp_path / "events.jsonl"


def _start(path: Path, step: int) -> None:
    append(path, RunStarted(images=1, val_images=1, steps_per_epoch=5, epochs=2, device="CPU", labels=("a",),
                            input_size=(64, 64), step=step))  # fmt: skip


def _steps(path: Path, first: int, last: int) -> None:
    for step in range(first, last + 1):
        append(path, StepEnded(step=step, epoch=1, loss=1 / step, learning_rate=0.1, images_per_second=2.0))


@pytest.mark.parametrize("size", [1, 100, 500, 1 << 18])
def test_every_step_comes_once_whatever_the_size_of_a_piece(
    path: Path, size: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pieces, "PIECE", size)
    _start(path, 0)
    _steps(path, 1, 7)
    append(path, CheckpointSaved(step=7, epoch=0))
    _start(path, 5)
    _steps(path, 6, 9)
    reader = PieceReader(path)
    found = list(reader.read_new())
    assert [step for piece in found for step in piece.steps] == [*range(1, 8), *range(6, 10)]
    assert [loss for piece in found for loss in piece.losses][:2] == [1.0, 0.5]
    assert [piece.started.step for piece in found if piece.started] == [0, 5]
    assert found[-1].last_step is not None
    assert found[-1].last_step.step == 9
    assert all(piece.events[0] is piece.started for piece in found if piece.started), "a start begins a piece"
    assert list(reader.read_new()) == []
    append(path, Said(text="later"))
    (piece,) = reader.read_new()
    assert [event.text for event in piece.events if isinstance(event, Said)] == ["later"]


def test_a_half_written_line_waits_and_a_damaged_one_hides_no_other(path: Path) -> None:
    _steps(path, 1, 2)
    with path.open("ab") as stream:
        stream.write(b'{"event": "StepEnded", "step": "x"\n{"event":"StepEnded","at":1,"step":3,"epoch":1,"loss":0.5,')
    reader = PieceReader(path)
    (piece,) = reader.read_new()
    assert piece.steps.tolist() == [1, 2]
    assert "cannot be read" in piece.events[0].text  # type: ignore[attr-defined]
    with path.open("ab") as stream:
        stream.write(b'"learning_rate":0.1,"images_per_second":1.0}\n')
    (piece,) = reader.read_new()
    assert piece.steps.tolist() == [3]
    assert list(PieceReader(path.with_name("none")).read_new()) == []


def test_pieces_that_follow_one_another_join_and_the_last_step_alone_is_cheaper(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pieces, "PIECE", 1000)
    _start(path, 0)
    _steps(path, 1, 40)
    append(path, Said(text="half"))
    _steps(path, 41, 80)
    whole = joined(list(PieceReader(path).read_new()))
    assert whole.steps.tolist() == list(range(1, 81))
    assert whole.losses == pytest.approx([1 / step for step in range(1, 81)])
    assert whole.started is whole.events[0]
    assert len(whole.events) == 2
    ends = list(PieceReader(path, curves=False).read_new())
    assert all(not len(piece.steps) for piece in ends)
    assert joined(ends).last_step == whole.last_step


def test_a_figure_that_is_none_hides_no_other(path: Path) -> None:
    _steps(path, 1, 2)
    with path.open("ab") as stream:
        stream.write(b'{"event": "StepEnded", "at": 1, "step": 3, "epoch": 1, "loss": 1e5e5, "learning_rate": 1}\n')
    _steps(path, 4, 4)
    (piece,) = PieceReader(path).read_new()
    assert piece.steps.tolist() == [1, 2, 4]
    assert len(piece.events) == 1
