"""Which of a project's versions labels for it: the newest, unless a person chose one; an older one reverts to it."""

import json
from pathlib import Path

from core.errors import ModelFolderError, WriteError
from core.files import write_atomic

FILE = "in-use.json"


def chosen_version(models_folder: Path) -> str | None:
    """Return the version that a person chose, such as ``parts@3``; None where the newest is meant.

    Raises:
        ModelFolderError: the choice cannot be read.
    """
    path = models_folder / FILE
    try:
        chosen = json.loads(path.read_bytes())["model"]
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ModelFolderError(f"{path}: cannot be read ({error}); remove it to use the newest version.") from error
    return None if chosen is None else str(chosen)


def choose_version(models_folder: Path, reference: str | None) -> None:
    """Remember that this version is used from now on; None goes back to whichever is the newest.

    Raises:
        WriteError: the folder cannot be written.
    """
    path = models_folder / FILE
    if reference is not None:
        write_atomic(path, json.dumps({"model": reference}).encode())
        return
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise WriteError(path, error.strerror or str(error)) from error
