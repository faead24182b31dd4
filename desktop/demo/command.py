"""``annotrain demo``: runs the journey, with a screen in an open window, without one offscreen with pictures of it."""

import argparse
import json
import os
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from core.errors import AnnotrainError, InputError
from core.files import write_atomic
from desktop.screen import has_screen

LEAST = 0.8
"""Precision and recall that the demo must reach, or it ends with 1."""


def main(arguments: Sequence[str]) -> int:
    """Run the demo; return 0 if it reached its figures, 1 if not, 2 if the arguments are wrong."""
    parser = argparse.ArgumentParser(prog="annotrain demo", description=__doc__)
    parser.add_argument("--output", type=Path, default=Path("demo-output"), help="folder for what it leaves")
    output: Path = parser.parse_args(arguments).output.absolute()
    if not has_screen():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    try:
        _empty(output)
        return _run(output)
    except AnnotrainError as error:
        print(f"annotrain: {error}", file=sys.stderr)  # noqa: T201  this is a command
        return error.exit_code


def _empty(output: Path) -> None:
    """Make the folder, without what an earlier demo left in it.

    Raises:
        InputError: it holds something that no demo wrote, so that nothing of a person's is ever removed.
    """
    if any(output.glob("*")) and not (output / "parts" / ".annotrain").is_dir():
        raise InputError(f"{output}: holds files that no demo wrote; name another folder with --output.")
    if output.exists():
        shutil.rmtree(output)
    output.mkdir(parents=True)


class Teller:
    """Says what is being done: as a bar on a terminal, elsewhere as a line for each new thing."""

    def __init__(self) -> None:
        self._console = Console(stderr=True)
        columns = (TextColumn("{task.description:<60}"), BarColumn(), TimeElapsedColumn())
        self._bar = Progress(*columns, console=self._console, disable=not self._console.is_terminal)
        self._task = self._bar.add_task("Starting", total=1.0)
        self._last = ""

    def __enter__(self) -> "Teller":
        self._bar.start()
        return self

    def __exit__(self, *_error: object) -> None:
        self._bar.stop()

    def tell(self, text: str, done: float) -> None:
        """Say what is being done, and how far the whole is, 0 to 1."""
        self._bar.update(self._task, description=text, completed=done, refresh=True)
        thing = text.split(":")[0]
        if not self._console.is_terminal and thing != self._last:
            self._console.print(f"{done:4.0%}  {thing}")
        self._last = thing


def _run(output: Path) -> int:
    """Walk the journey in a window of its own, write the report, and leave the window open where there is a screen."""
    from PySide6.QtWidgets import QApplication

    from desktop.app import build_window
    from desktop.demo.journey import Journey
    from desktop.demo.person import Person
    from desktop.demo.report import as_markdown
    from desktop.settings import Settings

    application = QApplication(sys.argv[:1])
    window = build_window(Settings(output / "home" / "settings.ini"))
    window.resize(1440, 900)
    window.show()
    person = Person(window, output)
    with Teller() as teller:
        try:
            report = Journey(person, output / "parts", teller.tell).walk(window.app.opening.make_sample)
        except AnnotrainError:
            person.look("gave-up")
            window.close()
            raise
        teller.tell("Done", 1.0)
    window.banner.show_success(report.sentence())
    person.look("the-end")
    write_atomic(output / "report.json", json.dumps(report.as_dict(), indent=2).encode())
    write_atomic(output / "report.md", as_markdown(report, person.taken).encode())
    print(report.sentence())  # noqa: T201  this is a command
    print(f"See {output / 'report.md'}")  # noqa: T201
    if application.platformName() != "offscreen":
        application.exec()
    window.close()
    return 0 if min(report.precision, report.recall) >= LEAST else 1
