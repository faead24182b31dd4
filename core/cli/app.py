"""The command line's one entry: finds the command, runs it, and turns errors into one line and an exit code."""

import sys
from collections.abc import Sequence
from importlib.metadata import version
from typing import Annotated

import typer

from core.cli import dataset_commands, model_commands, training_commands
from core.cli.output import say, show, write_whatever_the_terminal
from core.errors import AnnotrainError

app = typer.Typer(
    name="annotrain",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help="Label images, train a model on them and let it label the rest. Without a command the window opens.",
    epilog="Exit codes: 0 done; 1 the work failed, or check found something; 2 the arguments or the data are wrong.",
)
for commands in (dataset_commands, training_commands, model_commands):
    commands.register(app)


@app.callback(invoke_without_command=True)
def _options(*, show_version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False) -> None:
    if show_version:
        show(f"annotrain {version('annotrain')}")
        raise typer.Exit


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code.

    An error of ours, or one of the system, is one line on standard error; a wrong argument is one after the usage.
    """
    write_whatever_the_terminal()
    try:
        app(args=list(sys.argv[1:] if arguments is None else arguments))
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 0
    except AnnotrainError as error:
        say(f"annotrain: {error}")
        return error.exit_code
    except OSError as error:  # such as a folder that may not be looked into, wherever that is met
        say(f"annotrain: {error.filename or 'the system'}: {error.strerror or error}")
        return 1
    return 0
