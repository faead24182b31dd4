"""`annotrain watch` as the process that a person starts, and ends with Ctrl+C."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from core.cli import watch_command
from core.cli.app import main
from core.errors import DatasetError
from core.review.store import SuggestionStore
from core.review.watching.settings import WatchSettings
from core.review.watching.watch import Step, Watch
from core.voc.dataset import Dataset
from tests.core.review.versions import bright_dataset, publish
from tests.core.review.watching.conftest import picture_bytes


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl+C cannot be sent to one process there")
def test_pictures_are_predicted_as_they_arrive_until_it_is_interrupted(tmp_path: Path) -> None:
    dataset, incoming = bright_dataset(tmp_path / "cells", {"old": []}), tmp_path / "incoming"
    publish(dataset.models_folder, 1)
    incoming.mkdir()
    (incoming / "first.png").write_bytes(picture_bytes(90))
    words = [sys.executable, "-m", "core.cli", "watch", str(dataset.root), str(incoming), "--json"]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert json.loads(process.stdout.readline()) == {"image": "first"}
        (incoming / "second.png").write_bytes(picture_bytes(250))
        assert json.loads(process.stdout.readline()) == {"image": "second"}
        process.send_signal(signal.SIGINT)
        rest, said = process.communicate(timeout=60)
    assert (process.returncode, rest) == (0, "")
    assert said.splitlines() == [f"annotrain: watching {incoming}; Ctrl+C ends it"]
    dataset = Dataset.open(dataset.root)
    assert [entry.name for entry in dataset.entries] == ["first", "old", "second"]
    assert SuggestionStore.of(dataset).open_counts() == {"first": 1, "second": 1}
    kept = WatchSettings.read(dataset)
    assert kept is not None
    assert (kept.folder, kept.on) == (incoming, False)


def test_a_folder_or_version_that_will_not_do_is_said_at_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    dataset = bright_dataset(tmp_path / "cells", {"old": []})
    assert main(["watch", str(dataset.root), str(dataset.root)]) == 2
    assert main(["watch", str(dataset.root), str(tmp_path / "in"), "--model", "none@1"]) == 2
    assert main(["watch", str(dataset.root), str(tmp_path / "in"), "--threshold", "2"]) == 2
    said = capsys.readouterr().err.splitlines()
    assert ["holds the dataset itself" in said[0], "no model 'none@1'" in said[1]] == [True, True]


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl+C cannot be sent to one process there")
def test_what_may_pass_does_not_end_it_and_is_said_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    dataset, incoming = bright_dataset(tmp_path / "cells", {"old": []}), tmp_path / "incoming"
    publish(dataset.models_folder, 1)
    incoming.mkdir()
    (incoming / "new.png").write_bytes(picture_bytes(90))
    looks, real = iter(range(100)), Watch.step

    def held_at_first(watch: Watch) -> Step:
        look = next(looks)
        if look < 3:
            raise DatasetError("review.sqlite: another program is writing to it; try again in a moment.")
        step = real(watch)
        if step.predicted:
            os.kill(os.getpid(), signal.SIGINT)
        return step

    monkeypatch.setattr(Watch, "step", held_at_first)
    monkeypatch.setattr(watch_command, "_AFTER_ERROR_S", 0.01)
    assert main(["watch", str(dataset.root), str(incoming)]) == 0
    out, said = capsys.readouterr()
    assert out.startswith("new\n")
    assert said.count("another program is writing") == 1
