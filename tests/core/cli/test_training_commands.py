"""Commands about runs, where nothing has to be trained for them."""

from collections.abc import Callable
from pathlib import Path

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
