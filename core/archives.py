"""Unpacking zip files of unknown origin: nothing lands outside the folder, nothing fills the disk, no name is lost."""

import os
import shutil
import stat
import sys
import unicodedata
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

from core.errors import AnnotrainError, ArchiveError

MOST_FILES = 2_000_000
_HARMLESS_BYTES = 2**30
_LARGEST_RATIO = 200
"""Above a gigabyte unpacked, an archive that shrank its files more than this is taken for a bomb."""

_CHUNK = 2**20
_UNICODE_NAME = 0x800
_ENCRYPTED = 0x1
_DEBRIS = frozenset({"__MACOSX", ".DS_Store", "Thumbs.db", "desktop.ini"})
_FORBIDDEN = frozenset('<>:"|?*')
_DEVICES = frozenset({"CON", "PRN", "AUX", "NUL", *(f"{port}{n}" for port in ("COM", "LPT") for n in range(1, 10))})
_TROUBLE = (OSError, EOFError, zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError)


def is_archive(path: Path) -> bool:
    """Tell by its name whether the file is a zip archive."""
    return path.suffix.lower() == ".zip"


def unpack(
    archive: Path,
    folder: Path,
    *,
    windows: bool = sys.platform == "win32",
    on_progress: Callable[[int, int], None] = lambda _done, _total: None,
    should_stop: Callable[[], bool] = lambda: False,
) -> tuple[AnnotrainError, ...]:
    """Unpack the files of ``archive`` into ``folder``; return what was left out or renamed, one sentence each.

    Links are never made, what is there is never written over, and the debris of macOS and Windows is passed over. With
    ``windows`` names that Windows cannot hold get "_" for what it forbids. Names that say no encoding are read as
    UTF-8, as Japanese (cp932) where all of them make sense so, or as cp437. ``on_progress`` is told how many of how
    many files are done; after ``should_stop`` says so the rest is left out.

    Raises:
        ArchiveError: it is no archive, damaged, locked with a password, a bomb, too large for the disk, or one of its
            files would land outside the folder.
    """
    problems: list[AnnotrainError] = []
    try:
        with zipfile.ZipFile(archive) as opened:
            entries = [entry for entry in opened.infolist() if not entry.is_dir()]
            _check(archive, entries, folder)
            japanese = _all_japanese(entries)
            for done, entry in enumerate(entries, start=1):
                if should_stop():
                    break
                _unpack_one(opened, entry, folder, _name(entry, japanese), problems, windows=windows)
                on_progress(done, len(entries))
    except _TROUBLE as error:
        raise _unreadable(archive, error) from error
    return tuple(problems)


def names_in(archive: Path) -> tuple[str, ...]:
    """Return the paths of the files in the archive, "/" between folders, without the debris of macOS and Windows.

    Raises:
        ArchiveError: it is no archive, or damaged.
    """
    try:
        with zipfile.ZipFile(archive) as opened:
            entries = [entry for entry in opened.infolist() if not entry.is_dir()]
    except _TROUBLE as error:
        raise _unreadable(archive, error) from error
    japanese = _all_japanese(entries)
    return tuple(name for entry in entries if not _is_debris(name := _name(entry, japanese)))


def _check(archive: Path, entries: list[zipfile.ZipInfo], folder: Path) -> None:
    """Refuse the whole archive where unpacking it would do harm, or cannot succeed."""
    if len(entries) > MOST_FILES:
        raise ArchiveError(archive, f"holds {len(entries)} files, more than {MOST_FILES}: split it.")
    if locked := next((entry for entry in entries if entry.flag_bits & _ENCRYPTED), None):
        raise ArchiveError(archive, f"is locked with a password ({locked.filename}): unpack it yourself first.")
    total = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries)
    if total > _HARMLESS_BYTES and total > _LARGEST_RATIO * max(packed, 1):
        raise ArchiveError(archive, f"would grow to {total / 1e9:.0f} GB: a zip bomb, as it seems, so it stays packed.")
    free = shutil.disk_usage(_existing(folder)).free
    if total > free:
        reason = (
            f"needs {total / 1e9:.1f} GB, but the disk has {free / 1e9:.1f} GB left: make room or unpack it elsewhere."
        )
        raise ArchiveError(archive, reason)


def _unpack_one(
    opened: zipfile.ZipFile,
    entry: zipfile.ZipInfo,
    folder: Path,
    name: str,
    problems: list[AnnotrainError],
    *,
    windows: bool,
) -> None:
    """Write one file, or say why not."""
    archive = Path(str(opened.filename))
    if _is_debris(name):
        return
    parts = _safe_parts(archive, name)
    if stat.S_ISLNK(entry.external_attr >> 16):
        problems.append(ArchiveError(archive, f"holds the link {name}, which was left out: put the file itself in."))
        return
    if windows and (allowed := [_allowed(part) for part in parts]) != parts:
        problems.append(ArchiveError(archive, f"holds {name}, which Windows cannot hold: now {'/'.join(allowed)}."))
        parts = allowed
    target = folder.joinpath(*parts)
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        stream = target.open("xb")
    except FileExistsError:
        problems.append(ArchiveError(archive, f"holds {name} twice, or in two spellings: only the first was unpacked."))
        return
    with stream, opened.open(entry) as packed:
        _copy(archive, entry, packed.read, stream.write)


def _copy(
    archive: Path, entry: zipfile.ZipInfo, read: Callable[[int], bytes], write: Callable[[bytes], object]
) -> None:
    """Copy what the entry holds, and no byte more than it says."""
    left = entry.file_size
    while chunk := read(_CHUNK):
        left -= len(chunk)
        if left < 0:
            raise ArchiveError(
                archive, f"says a wrong size of {entry.filename}: it is damaged or a bomb; do not use it."
            )
        write(chunk)


def _safe_parts(archive: Path, name: str) -> list[str]:
    """Return the parts of a path that stays inside."""
    parts = [part for part in name.split("/") if part not in ("", ".")]
    if name.startswith("/") or ".." in parts or not parts or (len(parts[0]) == 2 and parts[0][1] == ":"):
        raise ArchiveError(archive, f"holds the path {name!r}, which leads out of its folder: do not use this archive.")
    if any(unicodedata.category(character) == "Cc" for character in name):
        raise ArchiveError(archive, f"holds the path {name!r} with control characters: do not use this archive.")
    return parts


def _allowed(part: str) -> str:
    """Return the name as Windows can hold it."""
    part = "".join("_" if character in _FORBIDDEN else character for character in part)
    part = part.rstrip(" .") or "_"
    return f"_{part}" if part.split(".")[0].upper() in _DEVICES else part


def _is_debris(name: str) -> bool:
    return any(part in _DEBRIS or part.startswith("._") for part in name.split("/"))


def _name(entry: zipfile.ZipInfo, japanese: bool) -> str:
    """Return the path in the archive with "/" between folders, in the encoding that it was most likely written in."""
    if entry.flag_bits & _UNICODE_NAME:
        return entry.filename.replace("\\", "/")
    raw = entry.orig_filename.split("\0")[0].encode("cp437", "replace")
    for encoding in ("utf-8", "cp932") if japanese else ("utf-8",):
        try:
            return raw.decode(encoding).replace("\\", "/")
        except UnicodeDecodeError:
            continue
    return entry.filename.replace("\\", "/")


def _all_japanese(entries: list[zipfile.ZipInfo]) -> bool:
    """Tell whether the names that are neither ASCII nor UTF-8 all read as Japanese."""
    found = False
    for raw in _undeclared(entries):
        try:
            text = raw.decode("cp932")
        except UnicodeDecodeError:
            return False
        if not any("\u3040" <= character <= "\u9fff" for character in text):
            return False
        found = True
    return found


def _undeclared(entries: list[zipfile.ZipInfo]) -> Iterator[bytes]:
    """Yield the names as bytes that say no encoding and are not UTF-8."""
    for entry in entries:
        if not entry.flag_bits & _UNICODE_NAME:
            raw = entry.orig_filename.split("\0")[0].encode("cp437", "replace")
            try:
                raw.decode("utf-8")
            except UnicodeDecodeError:
                yield raw


def _existing(folder: Path) -> Path:
    """Return the folder, or the nearest one above it that is there."""
    folder = Path(os.path.abspath(folder))  # noqa: PTH100  # links stay as they are
    return next((place for place in (folder, *folder.parents) if place.is_dir()), folder)


def _unreadable(archive: Path, error: BaseException) -> ArchiveError:
    if isinstance(error, OSError) and error.strerror:
        return ArchiveError(archive, f"cannot be unpacked ({error.strerror}).")
    return ArchiveError(archive, f"is not a whole zip archive ({error}): fetch or make it again.")
