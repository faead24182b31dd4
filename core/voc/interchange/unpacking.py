"""A zip file that is opened as a project: unpacked beside itself, once."""

import json
from pathlib import Path

from core.archives import names_in, unpack
from core.errors import AnnotrainError, ArchiveError
from core.files import new_folder, write_atomic
from core.images import IMAGE_SUFFIXES

_MARK = Path(".annotrain") / "unpacked.json"


def unpacked_beside(archive: Path) -> tuple[Path, tuple[AnnotrainError, ...]]:
    """Return the folder beside the archive with its files, and what was left out of it or renamed.

    The folder has the archive's name, or with a number where that is taken. One that was unpacked of this very file
    before is returned as it is, so that what was drawn there since is opened again.

    Raises:
        ArchiveError: it holds no images, is damaged, or must not be unpacked.
        WriteError: the folder cannot be made.
    """
    mark = _mark_of(archive)
    folder, number = archive.with_suffix(""), 2
    while folder.exists():
        if _read(folder / _MARK) == mark:
            return folder, ()
        folder, number = archive.with_name(f"{archive.stem}-{number}"), number + 1
    if not any(Path(name).suffix.lower() in IMAGE_SUFFIXES for name in names_in(archive)):
        raise ArchiveError(archive, "holds no images: choose another file.")
    with new_folder(folder) as partial:
        problems = unpack(archive, partial)
        write_atomic(partial / _MARK, json.dumps(mark).encode())  # over that of a folder zipped again
    return folder, problems


def _mark_of(archive: Path) -> dict[str, object]:
    """Return what tells this file from others."""
    try:
        status = archive.stat()
    except OSError as error:
        raise ArchiveError(archive, f"cannot be opened ({error.strerror or error}).") from error
    return {"archive": archive.name, "size": status.st_size, "time": status.st_mtime_ns}


def _read(path: Path) -> object:
    """Return what the mark in a folder says; None where there is none."""
    try:
        return json.loads(path.read_bytes())
    except (OSError, ValueError):
        return None
