"""The command line's one entry: finds the command, runs it, and turns errors into one line and an exit code."""

import sys
from collections.abc import Sequence
from importlib.metadata import version
from typing import Annotated, cast

import typer

from core.cli import (
    batch_commands,
    benchmark_command,
    check_command,
    dataset_commands,
    evaluation_commands,
    interchange_commands,
    model_commands,
    predict_command,
    report_commands,
    run_commands,
    search_command,
    split_command,
    training_commands,
    tuning_commands,
    watch_command,
)
from core.cli.output import say, show, write_whatever_the_terminal
from core.errors import AnnotrainError

# Click's class of wrong arguments; newer typers carry a click of their own, whose name is private.
_UsageError = cast(type[typer.BadParameter], typer.BadParameter.__mro__[1])

app = typer.Typer(
    name="annotrain",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help="Label images, train a model on them and let it label the rest. Without a command the window opens.",
    epilog="Exit codes: 0 done; 1 the work failed, or check found something; 2 the arguments or the data are wrong.",
)
for commands in (
    dataset_commands,
    search_command,
    check_command,
    batch_commands,
    interchange_commands,
    split_command,
    training_commands,
    tuning_commands,
    run_commands,
    evaluation_commands,
    benchmark_command,
    model_commands,
    predict_command,
    report_commands,
    watch_command,
):
    commands.register(app)


@app.callback(invoke_without_command=True)
def _options(*, show_version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False) -> None:
    if show_version:
        show(f"annotrain {version('annotrain')}")
        raise typer.Exit


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code.

    A wrong argument, an error of ours or one of the system is one line on standard error.
    """
    write_whatever_the_terminal()
    try:
        code = app(args=list(sys.argv[1:] if arguments is None else arguments), standalone_mode=False)
    except _UsageError as error:
        say(f"annotrain: {error.format_message()}")
        return 2
    except typer.Abort:
        say("annotrain: interrupted")
        return 130
    except AnnotrainError as error:
        say(f"annotrain: {error}")
        return error.exit_code
    except OSError as error:  # such as a folder that may not be looked into, wherever that is met
        say(f"annotrain: {error.filename or 'the system'}: {error.strerror or error}")
        return 1
    return code if isinstance(code, int) else 0
