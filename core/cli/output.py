"""How commands speak: results on standard output, progress and errors on standard error."""

import functools
import io
import json
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any, ParamSpec

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from core.metrics import TITLES

DatasetPath = Annotated[
    Path, typer.Argument(metavar="DATASET", help="The folder of images, Pascal VOC or bare.", show_default=False)
]
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object instead of text.")]
ModelReference = Annotated[
    str | None,
    typer.Option("--model", metavar="NAME@K", help="The model version; the newest where none is named."),
]

P = ParamSpec("P")

out = Console(highlight=False, soft_wrap=True, emoji=False)
err = Console(stderr=True, highlight=False, soft_wrap=True, emoji=False)


def write_whatever_the_terminal() -> None:
    """Let a sign that the terminal or the file behind it cannot hold be written as its number instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def ending(command: Callable[P, int]) -> Callable[P, None]:
    """Return the command so that the number it returns becomes the program's exit code."""

    @functools.wraps(command)
    def run(*arguments: P.args, **options: P.kwargs) -> None:
        raise typer.Exit(command(*arguments, **options))

    return run


def show_json(value: Any) -> None:
    """Print a result as JSON on standard output, one object, in signs that every encoding has."""
    sys.stdout.write(json.dumps(value, indent=2, default=str) + "\n")


def write_json_line(value: Any) -> None:
    """Print a result that is one of many as a line of JSON, at once."""
    sys.stdout.write(json.dumps(value, default=str) + "\n")
    sys.stdout.flush()


def show(text: str = "") -> None:
    """Print a line of a result."""
    out.print(text, markup=False)


def say(text: str) -> None:
    """Print a line beside the result."""
    err.print(text, markup=False)


@contextmanager
def progress_bar() -> Iterator[Progress]:
    """Show a progress bar on a terminal, nothing elsewhere."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=err, transient=True, disable=not err.is_terminal) as progress:
        yield progress


def percent(value: float | None) -> str:
    """Return a share as text, a dash where there is nothing to measure."""
    return "–" if value is None else f"{value:.3f}"


def figures(values: Mapping[str, float | None], titles: Mapping[str, str] = TITLES) -> str:
    """Return a task's figures with their names."""
    return ", ".join(f"{titles.get(name, name)} {percent(value)}" for name, value in values.items())
