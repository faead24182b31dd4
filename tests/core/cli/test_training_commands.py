"""train, runs, stop, export, evaluate, predict and models, as a terminal runs them."""

from collections.abc import Callable
from pathlib import Path

import pytest

from core.training.run_folder import RunState, list_runs
from tests.core.cli.conftest import Ran
from tests.squares import Squares

Run = Callable[..., Ran]
QUICKLY = ("--recipe", "quick", "--image-size", 96, "--name", "squares")


@pytest.fixture
def squares(tmp_path: Path) -> Squares:
    return Squares(tmp_path / "squares")


@pytest.mark.slow
def test_a_model_is_trained_measured_and_used(run: Run, squares: Squares) -> None:
    root = squares.root
    trained = run("train", root, *QUICKLY, "--epochs", 3, "--json")
    assert trained.code == 0, trained.err
    assert (trained.json["state"], trained.json["model"]) == ("finished", "squares@1")
    (listed,) = run("runs", root, "--json").json
    assert (listed["state"], listed["epoch"], listed["epochs"]) == ("finished", 3, 3)
    assert "squares@1" in run("models", root).out
    measured = run("evaluate", root, "--split", "val", "--json")
    assert measured.code == 0
    assert measured.json["map50"] == pytest.approx(trained.json["map50"], abs=1e-3)
    assert set(measured.json["per_label"]) == {"square"}
    predicted = run("predict", root, "--accept", 0.3, "--json")
    assert predicted.code == 0
    assert predicted.json["images"] == 4
    assert predicted.json["accepted"] >= 1
    written = [name for name in squares.truth if squares.dataset.entry(name).annotation_path.exists()]
    assert len(written) > 10
    assert run("stats", root, "--json").json["labelled"] == len(written)
    exported = run("export", root, "--json")
    assert (exported.code, exported.json["model"]) == (0, "squares@2")


@pytest.mark.slow
def test_a_detached_run_is_stopped_from_elsewhere_and_resumed(run: Run, squares: Squares) -> None:
    root = squares.root
    started = run("train", root, *QUICKLY, "--epochs", 60, "--detach", "--json")
    assert started.code == 0
    (folder,) = list_runs(squares.dataset.runs_folder)
    assert folder.id == started.json["run"]
    stopped = run("stop", root, "--json")
    assert (stopped.code, stopped.json["state"]) == (0, "stopped")
    assert run("stop", root).code == 2
    again = run("train", root, "--resume", folder.id, "--detach")
    assert again.code == 0
    assert folder.state() is RunState.RUNNING
    assert run("stop", root, folder.id).code == 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("train", "--epochs", 0), "epochs"),
        (("train", "--model", "yolo"), "There is no model 'yolo'"),
        (("train", "--name", "../up"), "cannot be a model's name"),
        (("train", "--continue-from", "nobody@1"), "nobody@1"),
        (("train", "--train-set", "nothing", "--val-set", "nothing"), "nothing"),
        (("train", "--resume", "never"), "never"),
        (("evaluate", "--model", "nobody@3"), "nobody@3"),
        (("evaluate",), "train one first"),
        (("predict",), "train one first"),
        (("stop",), "no run"),
        (("export",), "no run"),
    ],
)
def test_what_cannot_be_done_is_one_line_and_exit_code_two(
    run: Run, tiny: Path, words: tuple[object, ...], said: str
) -> None:
    command, *options = words
    ran = run(command, tiny, *options)
    assert ran.code == 2
    (line,) = ran.err.splitlines()
    assert said in line


def test_a_damaged_annotation_is_named_before_anything_starts(run: Run, tiny: Path) -> None:
    broken = tiny / "Annotations" / "a.xml"
    broken.write_text("<annotation>\n<object>")
    ran = run("train", tiny)
    assert ran.code == 2
    assert ran.err.startswith(f"annotrain: {broken}:2:")
    assert not (tiny / ".annotrain" / "runs").exists()


def test_empty_lists_say_what_to_do(run: Run, tiny: Path) -> None:
    assert "annotrain train" in run("runs", tiny).out
    assert run("runs", tiny, "--json").json == []
    assert "annotrain train" in run("models", tiny).out
