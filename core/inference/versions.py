"""What a person does with published versions: choose which one labels (an older one reverts to it), delete, copy."""

import json
import shutil
from pathlib import Path

from core.errors import ModelFolderError, WriteError
from core.files import write_atomic

FILE = "in-use.json"
_KEPT = "card.json"


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


def delete_version(path: Path) -> None:
    """Remove what is in a version's folder but for its card: the number is never given to another network.

    Raises:
        WriteError: something there cannot be removed.
    """
    try:
        for inner in sorted(path.iterdir(), key=lambda inner: inner.suffix != ".onnx"):  # first what makes it a model
            if inner.is_dir():
                shutil.rmtree(inner)
            elif inner.name != _KEPT:
                inner.unlink()
    except OSError as error:
        raise WriteError(path, error.strerror or str(error)) from error


def copy_network(network: Path, card: Path, target: Path) -> None:
    """Copy a version's network to the file ``target`` and its card beside it, named alike.

    Raises:
        WriteError: the files cannot be read or written.
    """
    try:
        write_atomic(target, network.read_bytes())
        write_atomic(target.with_suffix(".json"), card.read_bytes())
    except OSError as error:
        raise WriteError(target, error.strerror or str(error)) from error
