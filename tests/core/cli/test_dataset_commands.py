"""stats, check and sample: what they print and how they end."""

import errno
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from core.voc.dataset import Dataset
from tests.core.cli.conftest import Ran

Run = Callable[..., Ran]


def test_stats_counts(run: Run, tiny: Path) -> None:
    ran = run("stats", tiny, "--json")
    assert ran.code == 0
    assert ran.json["images"] == 3
    assert ran.json["labelled"] == 2
    assert ran.json["unlabelled"] == 1
    assert ran.json["objects"] == {"dent": 2}


def test_stats_of_the_real_data(run: Run, bccd: Path) -> None:
    ran = run("stats", bccd, "--json")
    assert ran.code == 0
    assert (ran.json["images"], ran.json["labelled"]) == (364, 292)
    assert ran.json["objects"] == {"RBC": 3350, "WBC": 301, "Platelets": 292}
    assert ran.json["image_sets"]["train"] == 205


def test_stats_as_text(run: Run, tiny: Path) -> None:
    ran = run("stats", tiny)
    assert ran.code == 0
    assert "3 images, 2 labelled" in ran.out


def test_a_truncated_file_is_one_line_with_file_and_line(run: Run, tiny: Path) -> None:
    broken = tiny / "Annotations" / "c.xml"
    broken.write_text("<annotation>\n<object>\n<name>dent")
    ran = run("stats", tiny, "--json")
    assert ran.code == 2
    assert ran.json["labelled"] == 2
    (line,) = ran.err.splitlines()
    assert line.startswith(f"annotrain: {broken}:3:")
    assert "Traceback" not in ran.err


def test_a_folder_that_is_not_there(run: Run, tmp_path: Path) -> None:
    ran = run("stats", tmp_path / "nowhere")
    assert ran.code == 2
    (line,) = ran.err.splitlines()
    assert str(tmp_path / "nowhere") in line


def test_an_unknown_option_ends_with_two(run: Run, tiny: Path) -> None:
    ran = run("stats", tiny, "--jsn")
    assert ran.code == 2
    (line,) = ran.err.splitlines()
    assert line.startswith("annotrain: ")
    assert "--jsn" in line


@pytest.mark.parametrize(
    "command",
    [
        "labels",
        "prune",
        "undo",
        "stats",
        "check",
        "sample",
        "train",
        "runs",
        "stop",
        "export",
        "evaluate",
        "predict",
        "models",
    ],
)
def test_every_command_explains_itself(run: Run, command: str) -> None:
    ran = run(command, "--help")
    assert ran.code == 0
    assert "--json" in ran.out


def test_check_finds_nothing_in_good_data(run: Run, tiny: Path) -> None:
    ran = run("check", tiny, "--min-images", 1, "--json")
    assert ran.json["problems"] == []
    assert ran.code == 0


def test_check_names_file_and_problem(run: Run, tiny: Path) -> None:
    path = tiny / "Annotations" / "a.xml"
    path.write_text(path.read_text().replace("<xmax>40", "<xmax>400"))
    ran = run("check", tiny, "--min-images", 1, "--json")
    assert ran.code == 1
    (problem,) = ran.json["problems"]
    assert problem["path"] == str(path)
    assert problem["line"] == 2
    assert problem["remedy"]
    as_text = run("check", tiny, "--min-images", 1)
    assert as_text.code == 1
    assert f"{path}:2: " in as_text.out


def test_check_of_the_real_data_finds_the_two_slips_of_the_hand(run: Run, bccd: Path) -> None:
    ran = run("check", bccd, "--json")
    assert ran.code == 1
    found = {(Path(problem["path"]).stem, problem["kind"]) for problem in ran.json["problems"]}
    assert found >= {("BloodImage_00338", "box-too-small"), ("BloodImage_00343", "box-too-small")}


@pytest.mark.long
def test_sample_draws_a_project(run: Run, tmp_path: Path) -> None:
    ran = run("sample", tmp_path / "parts", "--seed", 3, "--json")
    assert ran.code == 0
    assert (ran.json["images"], ran.json["labelled"]) == (60, 24)


def test_a_sample_is_drawn_over_nothing(run: Run, tiny: Path) -> None:
    before = sorted(tiny.rglob("*"))
    ran = run("sample", tiny)
    assert ran.code == 2
    assert "is not an empty folder" in ran.err
    assert sorted(tiny.rglob("*")) == before


def test_version(run: Run) -> None:
    ran = run("--version")
    assert ran.code == 0
    assert ran.out.startswith("annotrain 0.")


def test_signs_that_the_terminal_lacks_do_not_matter(tiny: Path) -> None:
    path = tiny / "Annotations" / "a.xml"
    path.write_text(path.read_text().replace("dent", "凹み :smile:"), encoding="utf-8")
    for options in ([], ["--json"]):
        command = [sys.executable, "-m", "core.cli", "stats", str(tiny), *options]
        ran = subprocess.run(command, env={**os.environ, "PYTHONIOENCODING": "ascii"}, capture_output=True, check=True)
        assert b"\\u51f9\\u307f :smile:" in ran.stdout


def test_an_error_of_the_system_is_one_line(run: Run, tiny: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_path: Path) -> None:
        raise PermissionError(errno.EACCES, "Permission denied", "somewhere")

    monkeypatch.setattr(Dataset, "open", refuse)
    ran = run("stats", tiny)
    assert (ran.code, ran.err) == (1, "annotrain: somewhere: Permission denied\n")
