from collections.abc import Callable
from pathlib import Path

import pytest

from core.inference.model_folder import CARD, ONNX, ModelFolder
from core.voc.dataset import Dataset
from core.voc.image_sets import write_set
from tests.core.cli.conftest import Ran
from tests.core.inference.conftest import card
from tests.core.review.test_int8 import write_network

Run = Callable[..., Ran]


@pytest.fixture
def judged(tiny: Path) -> Path:
    """The tiny dataset with a version and a set of its two labelled images."""
    dataset = Dataset.open(tiny)
    folder = dataset.models_folder / "bright" / "v1"
    folder.mkdir(parents=True)
    (folder / CARD).write_text(card(labels=["dent"]).model_dump_json())
    write_network(folder / ONNX)
    write_set(dataset, "val", ["a", "b"])
    return tiny


def test_evaluate_tells_the_figures_and_the_worst_mistakes(judged: Path, run: Run) -> None:
    told = run("evaluate", judged, "--threshold", "0.9")
    assert told.code == 0
    assert "bright@1 on 2 images of val" in told.out
    assert "dent: AP50" in told.out
    assert "2 objects" in told.out
    assert "1.00 missed: a, dent -> nothing" in told.out or "missed: a, dent -> nothing" in told.out
    assert (judged / ".annotrain" / "evaluations" / "bright@1" / "set-val.model.npz").is_file()


def test_evaluate_says_everything_as_json(judged: Path, run: Run) -> None:
    said = run("evaluate", judged, "--split", "*", "--threshold", "0.9", "--json").json
    assert (said["images"], said["threshold"], said["per_label"]["dent"]["objects"]) == (2, 0.9, 2)
    assert said["confusion"]["counts"] == [[0, 2], [0, 0]]
    assert [(one["kind"], one["image"]) for one in said["mistakes"]] == [("missed", "a"), ("missed", "b")]
    assert {"curves", "label_errors", "calibration"} <= said.keys()
    assert len(said["curves"]["all"]["points"]) == 101


def test_a_set_that_is_not_there_is_a_wrong_argument(judged: Path, run: Run) -> None:
    assert run("evaluate", judged, "--split", "nothing").code == 2


def test_latency(judged: Path, run: Run) -> None:
    said = run("latency", judged, "--seconds", "0", "--threads", "1", "--json").json
    assert [(one["batch"], one["decoding"]) for one in said["timings"]] == [
        (1, False),
        (1, True),
        (8, False),
        (8, True),
    ]
    assert "images a second" in run("latency", judged, "--seconds", "0", "--threads", "1").out


def test_quantise_keeps_chooses_and_goes_back(judged: Path, run: Run) -> None:
    path = Dataset.open(judged).models_folder / "bright" / "v1"
    said = run("quantise", judged, "--limit", "1", "--use", "--json")
    assert (said.code, said.json["offered"]) == (0, True)
    assert ModelFolder.open(path).network == "model-int8.onnx"
    assert run("quantise", judged, "--back").code == 0
    assert ModelFolder.open(path).network == ONNX
    refused = run("quantise", judged, "--limit", "0", "--use")
    assert (refused.code, "not kept" in refused.out) == (1, True)
