"""The program's one entry: a window by default, a command where one is named.

``annotrain`` opens the window, ``annotrain FOLDER`` opens it with a dataset, ``annotrain COMMAND ...`` runs a command
without one, and a frozen program's training process is the program itself with the command ``worker``.
"""

import multiprocessing
import sys
from collections.abc import Sequence
from pathlib import Path


def main(arguments: Sequence[str] | None = None) -> int:
    """Run what the arguments say and return the exit code."""
    # Must come first: in a frozen program a child of multiprocessing begins here as well.
    multiprocessing.freeze_support()
    words = list(sys.argv[1:] if arguments is None else arguments)
    if words and words[0] == "demo":
        from desktop.demo import command

        return command.main(words[1:])
    if words and not _names_a_folder(words):
        from core.cli.app import main as run_command

        return run_command(words)
    from desktop.screen import has_screen

    if not has_screen():
        sys.stderr.write("annotrain: there is no screen for a window; 'annotrain --help' lists what works without.\n")
        return 1
    from desktop.start import run

    return run(Path(words[0]) if words else None)


def _names_a_folder(words: Sequence[str]) -> bool:
    """Tell whether the words are one folder to open, rather than a command or an option."""
    return len(words) == 1 and not words[0].startswith("-") and Path(words[0]).is_dir()


if __name__ == "__main__":
    sys.exit(main())
