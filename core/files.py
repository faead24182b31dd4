"""Writing files so that a crash, a full disk or a second program never leaves half of one."""

import logging
import os
import re
import secrets
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from core.errors import DatasetError, WriteError

_log = logging.getLogger(__name__)
_NUMBER = re.compile("0*([0-9]+)")
_ENDS_OF_NAMES = str.maketrans("/.", "\1\2")
_ANY_DIGIT = str.maketrans("0123456789", "0" * 10)


def _umask() -> int:
    """Return what the process takes away from new files' permissions; asking means setting it for a moment."""
    mask = os.umask(0)
    os.umask(mask)
    return mask


_UMASK = _umask()  # once, before there are threads that could make a file in that moment


def write_atomic(path: Path, content: bytes) -> None:
    """Replace the file at ``path`` by ``content`` as a whole, or leave it as it was.

    The bytes go to a temporary file beside it, are forced to disk, and take the name in one step. The folder is
    made where it is missing. A link is followed, so that the file it names is replaced, and permissions stay.

    Raises:
        WriteError: the folder cannot be written, the disk is full, or any other failure of the system.
    """
    target = path.resolve()
    temporary: Path | None = None
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(
            dir=target.parent, prefix=f".{target.name[:32]}.", suffix=".tmp", delete=False
        ) as stream:
            temporary = Path(stream.name)
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.chmod(_mode_for(target))
        temporary.replace(target)
    except OSError as error:
        if temporary is not None:
            temporary.unlink(missing_ok=True)
        raise WriteError(path, error.strerror or str(error)) from error


def why_not_writable(folder: Path) -> str:
    """Return why no file can be made in a folder, in the system's words; "" where one can.

    An empty file is made and removed at once: permissions alone say too little on Windows and on network disks. It is
    not one of ``tempfile``, which on Windows tries ten thousand names where a folder may not be written.
    """
    probe = folder / f".{secrets.token_hex(8)}.tmp"
    try:
        probe.open("xb").close()
        probe.unlink()
    except OSError as error:
        return error.strerror or str(error)
    return ""


def stamp_of(path: Path) -> str:
    """Return what changes with the file; nothing where it cannot be looked at, which reading it will then say."""
    try:
        status = path.stat()
    except OSError:
        return ""
    return f"{status.st_mtime_ns} {status.st_size}"


def settle(path: Path) -> None:
    """Force to disk what a file holds or which files a folder names, so that a power cut brings nothing older back.

    Where the system knows no such thing (folders on Windows, some network disks) it does nothing.
    """
    try:
        # Windows asks for the right to write; elsewhere the file may be a link to one that nobody may write.
        descriptor = os.open(path, os.O_RDWR if sys.platform == "win32" else os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(descriptor)
    except OSError as error:
        _log.info("%s: the disk cannot be asked to keep it: %s", path, error)
    finally:
        os.close(descriptor)


def give_name(draft: Path, target: Path) -> bool:
    """Force a file to disk and give it the name ``target``, in the same folder, with the permissions of a new file.

    Where there is a file of that name it stays; False says so. A crash leaves the draft, or both names for one file.

    Raises:
        WriteError: the folder cannot be written.
    """
    try:
        draft.chmod(0o666 & ~_UMASK)
        settle(draft)
        return _renamed(draft, target)
    except FileExistsError:
        return False
    except OSError as error:
        raise WriteError(target, error.strerror or str(error)) from error


def _renamed(draft: Path, target: Path) -> bool:
    """Rename a file; never over another one, which outside Windows a plain renaming would write over."""
    if sys.platform == "win32":
        draft.rename(target)
        return True
    try:
        target.hardlink_to(draft)
    except FileExistsError:
        raise
    except OSError:  # a disk that knows no second name for a file
        if os.path.lexists(target):
            return False
        draft.rename(target)
    draft.unlink(missing_ok=True)
    return True


def settle_all(folder: Path) -> None:
    """Force to disk a folder with all files and folders in it.

    Done once at the end that takes a fraction of what it takes after each file: the disk was at work meanwhile.
    """
    for place, _folders, files in os.walk(folder, topdown=False):
        for name in files:
            settle(Path(place, name))
        settle(Path(place))


def write_new(path: Path, content: bytes) -> None:
    """Write a file into a folder that is being made, see ``new_folder``, which forces it to disk with all others.

    Raises:
        WriteError: there is such a file already, the disk is full, or any other failure of the system.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as stream:
            stream.write(content)
    except OSError as error:
        raise WriteError(path, error.strerror or str(error)) from error


@contextmanager
def new_folder(target: Path) -> Iterator[Path]:
    """Give a folder to fill, which takes the name ``target`` as a whole at the end, or is removed on any error.

    All that it holds is forced to disk before it takes the name, so that not even a power cut leaves half of it.

    Raises:
        DatasetError: there is a file of that name, or a folder that is not empty.
        WriteError: the folder cannot be made or take its name.
    """
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise DatasetError(f"{target}: is there already and not empty: choose a new folder.")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        partial = Path(tempfile.mkdtemp(dir=target.parent, prefix=f".{target.name[:32]}.", suffix=".partial"))
    except OSError as error:
        raise WriteError(target, error.strerror or str(error)) from error
    try:
        yield partial
        partial.chmod(0o777 & ~_UMASK)
        settle_all(partial)
        if target.exists():
            target.rmdir()
        partial.rename(target)
        settle(target.parent)
    except OSError as error:
        raise WriteError(target, error.strerror or str(error)) from error
    finally:
        shutil.rmtree(partial, ignore_errors=True)


def remove(path: Path) -> None:
    """Remove a file, if it is there.

    Raises:
        WriteError: the folder cannot be written.
    """
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise WriteError(path, error.strerror or str(error)) from error


def _mode_for(target: Path) -> int:
    """Return the permissions a replaced file keeps: the old one's, or what the process's mask leaves of 0o666."""
    if target.exists():
        return target.stat().st_mode & 0o7777
    return 0o666 & ~_UMASK


def natural_key(text: str) -> str:
    """Return a sort key that puts ``img2`` before ``img10`` and ignores case; one text, for that is compared fastest.

    A name comes before the longer ones that begin with it, whatever their suffixes, and numbers before letters. The
    text itself settles ties.
    """
    folded = text.casefold()
    return f"{_NUMBER.sub(_comparable, folded.translate(_ENDS_OF_NAMES))}\0{folded}"


def sort_naturally(texts: Sequence[str]) -> list[str]:
    """Return the texts sorted by :func:`natural_key`.

    Where all differ in the digits of numbers that are equally long, as those of a camera do, that is plain order.
    """
    patterns = set("\0".join(texts).translate(_ANY_DIGIT).split("\0"))  # in one go: ten times as fast as one by one
    return sorted(texts, key=None if len(patterns) == 1 else natural_key)


def _comparable(number: re.Match[str]) -> str:
    """Return a number as the count of its digits and then these."""
    digits = number[1]
    return f"\3{chr(min(len(digits), 0xD7FF))}{digits}"
