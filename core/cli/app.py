"""The command line's one entry: finds the command, runs it, and turns errors into one line and an exit code."""

import sys
from collections.abc import Sequence
from importlib.metadata import version

import click
import typer

from core.cli import dataset_commands, model_commands, training_commands
from core.cli.output import say, show
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
def _options(*, show_version: bool = typer.Option(False, "--version", help="Print the version and exit.")) -> None:
    if show_version:
        show(f"annotrain {version('annotrain')}")
        raise typer.Exit


def command_names() -> frozenset[str]:
    """Return the names of all commands, hidden ones included."""
    group = typer.main.get_command(app)
    assert isinstance(group, click.Group) or hasattr(group, "commands")
    return frozenset(group.commands)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code; an error of ours or a wrong argument is one line on standard error."""
    try:
        result = app(args=list(sys.argv[1:] if arguments is None else arguments), standalone_mode=False)
    except click.exceptions.Abort:
        say("annotrain: interrupted")
        return 130
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except AnnotrainError as error:
        say(f"annotrain: {error}")
        return error.exit_code
    return result if isinstance(result, int) else 0
