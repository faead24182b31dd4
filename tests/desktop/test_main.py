"""The one entry: a window, a command, or a clear word where neither can be."""

from pathlib import Path

import pytest

from desktop.__main__ import main


def test_a_command_runs_without_a_window(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert main(["stats", str(tmp_path / "nowhere")]) == 2
    assert "nowhere" in capsys.readouterr().err


def test_help_is_a_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    assert "train" in capsys.readouterr().out


@pytest.mark.skipif("sys.platform in ('win32', 'darwin')", reason="these always have a screen")
def test_without_a_screen_one_line_says_so(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert main([]) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert "no screen" in line


def test_the_demo_never_empties_a_folder_of_yours(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "thesis.doc").write_text("mine")
    assert main(["demo", "--output", str(tmp_path)]) == 2
    assert "no demo wrote" in capsys.readouterr().err
    assert (tmp_path / "thesis.doc").read_text() == "mine"
