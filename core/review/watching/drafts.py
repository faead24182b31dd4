"""Copies under a hidden name of files that are not in the dataset yet; what a killed process left is removed."""

import os
import shutil
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from core.errors import ImageFileError, WriteError

_PREFIX = ".arriving-"
_CLOCK_S = 2.0
"""Times of files are that rough on some disks."""


def draft_of(source: Path, folder: Path) -> Path:
    """Copy the file to a hidden name in the folder that it will lie in; the name tells which process did.

    Raises:
        ImageFileError: the source cannot be read.
        WriteError: the folder cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=folder, prefix=f"{_PREFIX}{os.getpid()}-", suffix=source.suffix)
    except OSError as error:
        raise WriteError(folder, error.strerror or str(error)) from error
    try:
        reading = source.open("rb")
    except OSError as error:
        os.close(handle)
        drop(Path(name))
        raise ImageFileError(source, f"cannot be read ({error.strerror or error})") from error
    try:
        with reading, os.fdopen(handle, "wb") as writing:
            shutil.copyfileobj(reading, writing, 1 << 20)
    except OSError as error:
        drop(Path(name))
        raise WriteError(folder, error.strerror or str(error)) from error
    return Path(name)


def drop(draft: Path) -> None:
    """Remove a draft; one that another program looks into at the moment, as on Windows, goes the next time."""
    with suppress(OSError):
        draft.unlink(missing_ok=True)


def remove_abandoned(folders: Iterable[Path]) -> None:
    """Remove the drafts in these folders whose process is gone."""
    for folder in folders:
        for draft in folder.glob(f"{_PREFIX}*"):
            if not _is_at_work(draft):
                drop(draft)


def _is_at_work(draft: Path) -> bool:
    """Tell whether the process that makes the draft lives; a younger one of the same number is another."""
    import psutil  # not above: it would delay the window's start

    number = draft.name.removeprefix(_PREFIX).partition("-")[0]
    try:
        return float(psutil.Process(int(number)).create_time()) <= draft.stat().st_mtime + _CLOCK_S
    except (psutil.Error, ValueError, OSError):  # none of that number, or no number, or gone meanwhile
        return False
