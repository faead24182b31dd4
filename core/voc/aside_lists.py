"""Lines of image lists that are taken out with their images, and put back where they stood."""

from collections.abc import Callable, Collection, Iterable, Mapping
from pathlib import Path

from core.errors import AnnotrainError, DatasetError, WriteError
from core.files import write_atomic
from core.voc.dataset import Dataset
from core.voc.image_sets import image_of_line


def naming(dataset: Dataset, names: Collection[str]) -> dict[Path, tuple[bytes, Mapping[int, str]]]:
    """Return the lists below ImageSets that name one of the images: what each holds, and its lines (0-based) that do.

    Raises:
        DatasetError: a list cannot be read.
    """
    wanted = frozenset(names)
    found: dict[Path, tuple[bytes, Mapping[int, str]]] = {}
    for path in sorted((dataset.root / "ImageSets").rglob("*.txt")):
        try:
            content = path.read_bytes()
        except OSError as error:
            raise DatasetError(f"{path}: cannot be read ({error.strerror}): allow it.") from error
        images = (image_of_line(dataset, line) for line in content.splitlines())
        lines = {number: image for number, image in enumerate(images) if image in wanted}
        if lines:
            found[path] = content, lines
    return found


def rewrite(
    lists: Iterable[tuple[Path, bytes]], changed: Callable[[Path, bytes, bytes], bytes]
) -> list[AnnotrainError]:
    """Make of each list what ``changed`` returns for its path, what it holds now and what it held before.

    Returns the errors of those that could not be rewritten, which stay as they are.
    """
    problems: list[AnnotrainError] = []
    for path, before in lists:
        try:
            now = path.read_bytes() if path.exists() else b""
            then = changed(path, now, before)
            if then != now:
                write_atomic(path, then)
        except OSError as error:
            problems.append(WriteError(path, error.strerror or str(error)))
        except WriteError as error:
            problems.append(error)
    return problems


def without(content: bytes, lines: Collection[int]) -> bytes:
    """Return the list without these lines; all others keep their bytes."""
    kept = (line for number, line in enumerate(content.splitlines(keepends=True)) if number not in lines)
    return b"".join(kept)


def without_these(now: bytes, before: bytes, lines: Collection[int]) -> bytes:
    """Return the list as it is ``now`` without what these lines said ``before``: others may have changed it since."""
    gone = {line.strip() for number, line in enumerate(before.splitlines()) if number in lines}
    return b"".join(line for line in now.splitlines(keepends=True) if line.strip() not in gone)


def restored(now: bytes, before: bytes, back: Collection[int], away: Collection[int]) -> bytes:
    """Return the list as it is ``now`` with the lines ``back`` of what it was ``before`` in their places again.

    The lines ``away`` are still to be missing. Where nobody else changed the list that is what it was, to the byte;
    else each line comes after the nearest one above it that is still there, or before the nearest one below, or at the
    end. One that is there stays.
    """
    if now == without(before, {*back, *away}):
        return without(before, away)
    then = without(before, away)
    if now == then:
        return now
    return _merged(now.splitlines(keepends=True), before.splitlines(keepends=True), frozenset(back))


def _merged(lines: list[bytes], old: list[bytes], back: Collection[int]) -> bytes:
    """Return the lines with those of ``old`` at the places ``back`` in between."""
    there = {line.strip() for line in lines}
    after: dict[bytes, list[bytes]] = {}
    above: bytes | None = None
    loose: list[bytes] = []  # those with nothing above that is there
    for number, line in enumerate(old):
        if line.strip() in there:
            above = line.strip()
        elif number in back:
            (loose if above is None else after.setdefault(above, [])).append(line)
    below = next((line.strip() for line in old if line.strip() in there), None)
    merged: list[bytes] = []
    for line in lines:
        if loose and line.strip() == below:
            merged, loose = merged + loose, []
        merged += [line, *after.pop(line.strip(), [])]
    merged += loose
    ended = (line if line.endswith((b"\n", b"\r")) else line + b"\n" for line in merged[:-1])
    return b"".join([*ended, *merged[-1:]])
