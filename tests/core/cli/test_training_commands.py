"""Commands about runs, where nothing has to be trained for them."""

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from core.training import queue
from core.training.run_folder import RunFolder
from core.training.spec import Spec
from tests.core.cli.conftest import Ran

Run = Callable[..., Ran]


def test_a_broken_run_hides_no_other(run: Run, tiny: Path) -> None:
    folder = tiny / ".annotrain" / "runs"
    broken, sound = (RunFolder.create(folder, Spec.for_model(name=name), tiny) for name in ("worn", "sound"))
    (broken.path / "spec.json").write_text("{}")
    ran = run("runs", tiny, "--json")
    assert ran.code == 2
    assert [row["run"] for row in ran.json] == [sound.id]
    (line,) = ran.err.splitlines()
    assert str(broken.path / "spec.json") in line


def _make(tiny: Path, name: str, *, running: bool = False) -> RunFolder:
    run = RunFolder.create(tiny / ".annotrain" / "runs", Spec.for_model(name=name), tiny)
    if running:
        run.mark_worker(os.getpid(), 0)
    return run


def test_runs_say_their_state_and_who_started_them(run: Run, tiny: Path) -> None:
    first, second = _make(tiny, "first", running=True), _make(tiny, "second")
    second.write_about(replace(second.about, user="marie", note="new lamp"))
    queue.enqueue(second)
    rows = run("runs", tiny, "--json").json
    assert [(row["run"], row["state"]) for row in rows] == [(second.id, "queued"), (first.id, "running")]
    assert rows[0]["user"] == "marie"
    assert "marie  new lamp" in run("runs", tiny).out


def test_the_queue_is_listed_and_put_in_order(run: Run, tiny: Path) -> None:
    _make(tiny, "at work", running=True)
    waiting = [_make(tiny, name) for name in ("a", "b", "c")]
    for each in waiting:
        queue.enqueue(each)
    assert run("queue", tiny).out.split() == [each.id for each in waiting]
    told = run("queue", tiny, "--first", waiting[2].id, "--json").json
    assert told == {"started": None, "waiting": [waiting[2].id, waiting[0].id, waiting[1].id]}
    ran = run("stop", tiny, waiting[2].id)
    assert (ran.code, ran.out.strip()) == (0, f"{waiting[2].id} is stopped")
    assert run("queue", tiny, "--json").json["waiting"] == [waiting[0].id, waiting[1].id]


def test_deleting_asks_first(run: Run, tiny: Path) -> None:
    gone, kept = _make(tiny, "gone"), _make(tiny, "kept")
    assert run("delete", tiny, gone.id, "none", "--yes").code == 2
    assert gone.path.is_dir(), "nothing is deleted where one is not there"
    ran = run("delete", tiny, gone.id, "--yes", "--json")
    assert ran.json["deleted"] == [gone.id]
    assert ran.json["bytes"] > 0
    assert not gone.path.exists()
    assert kept.path.is_dir()


def test_what_does_not_run_is_not_paused(run: Run, tiny: Path) -> None:
    ran = run("pause", tiny, _make(tiny, "idle").id)
    assert ran.code == 2
    assert "nothing to pause" in ran.err


def test_the_log_is_printed_whole(run: Run, tiny: Path) -> None:
    made = _make(tiny, "talking")
    made.log_path.write_text("first\nsecond\nhalf")
    assert run("log", tiny, made.id).out == "first\nsecond\n"
    assert run("log", tiny).out == "first\nsecond\n"
