"""`annotrain benchmark`: make a set, measure, say what changed."""

import json
import subprocess
import sys
from collections.abc import Sequence

import pytest

from core.cli.app import main
from core.voc.dataset import Dataset
from core.voc.image_sets import read_set
from tests.core.review.benchmark_sets.conftest import dataset, draw
from tests.core.review.versions import publish

__all__ = ["dataset"]


def run(capsys: pytest.CaptureFixture[str], dataset: Dataset, *words: str) -> tuple[int, str, str]:
    code = main(["benchmark", str(dataset.root), "--no-trained", *words])
    said = capsys.readouterr()
    return code, said.out, said.err


def test_a_set_is_made_of_a_list_and_every_version_measured(
    dataset: Dataset, capsys: pytest.CaptureFixture[str]
) -> None:
    publish(dataset.models_folder, 1)
    publish(dataset.models_folder, 2, moved=6.0)
    code, out, err = run(capsys, dataset, "--make", "hard", "--from", "test")
    assert (code, err.splitlines()) == (
        0, ["annotrain: hard is frozen: 2 images, which no model learns from anymore"],
    )  # fmt: skip
    assert out.splitlines()[1:] == [
        "  bright@2: mAP50 0.000 (-1.000 against bright@1)",
        "  bright@1: mAP50 1.000; best",
    ]
    draw(dataset, dataset.entry("d"), 0, 0)
    code, out, _ = run(capsys, dataset)
    assert code == 1
    assert "The labels of 1 image changed since it was frozen. Freeze it anew with --again." in out
    assert "mAP50 1.000; stale: measured before a change" in out
    code, out, _ = run(capsys, dataset, "--set", "hard", "--again", "--json")
    (said,) = json.loads(out)["sets"]
    assert (code, said["changes"], said["images"]) == (0, [], 2)
    assert said["versions"]["bright@1"]["state"] == "measured"
    assert said["versions"]["bright@1"]["networks"]["deployed"]["per_label"]["bright"]["objects"] == 2


def test_a_set_is_made_of_a_search(dataset: Dataset, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, dataset, "--make", "some", "--search", "a or b or e")
    assert code == 2  # nothing is named so
    code, out, err = run(capsys, dataset, "--make", "some", "--search", "name:a,b,e")
    assert (code, read_set(dataset, "some")) == (0, ("a", "b"))
    assert "left out as they are not labelled: 1" in err
    assert "no model yet" in out


@pytest.mark.parametrize(
    "words", [["--from", "test"], ["--make", "x"], ["--make", "x", "--from", "test", "--search", "a"], ["--set", "no"]]
)
def test_words_that_do_not_go_together(
    dataset: Dataset, capsys: pytest.CaptureFixture[str], words: Sequence[str]
) -> None:
    code, _, err = run(capsys, dataset, *words)
    assert code == 2
    assert err.startswith("annotrain: ")


def test_steps_are_followed_line_by_line(dataset: Dataset) -> None:
    publish(dataset.models_folder, 1)
    # In a process of its own: it gives way to all others, and these tests' would from then on.
    words = ["benchmark", str(dataset.root), "--no-trained", "--make", "hard", "--from", "test", "--follow"]
    ran = subprocess.run([sys.executable, "-m", "core.cli", *words], check=True, capture_output=True, text=True)
    lines = [json.loads(line) for line in ran.stdout.splitlines() if line.startswith('{"set"')]
    assert [(one["model"], one["which"], one["done"], one["images"]) for one in lines] == [
        ("bright@1", "deployed", done, 2) for done in (0, 1, 2)
    ]  # fmt: skip
