"""A file before and after a change, and the way there and back."""

from dataclasses import dataclass
from pathlib import Path

from core.errors import FileChangedError
from core.files import remove, write_atomic
from core.voc.annotation_file import bytes_at


@dataclass(frozen=True)
class Rewrite:
    """What a file held before a change and after it; None where there was no file, or is to be none."""

    path: Path
    before: bytes | None
    after: bytes | None

    def apply(self) -> bool:
        """Have the file say what it does after the change; tell whether it had to be written.

        Raises:
            FileChangedError: it holds neither the one nor the other.
            AnnotationFileError: it cannot be opened.
            WriteError: it cannot be written; it is as it was.
        """
        return _replace(self.path, self.before, self.after)

    def take_back(self) -> bool:
        """Have the file hold the very bytes it did before; tell whether it had to be written.

        Raises:
            FileChangedError: it was changed by somebody else since.
            AnnotationFileError: it cannot be opened.
            WriteError: it cannot be written; it is as it was.
        """
        return _replace(self.path, self.after, self.before)


def _replace(path: Path, expected: bytes | None, wanted: bytes | None) -> bool:
    there = bytes_at(path)
    if there == wanted:
        return False
    if there != expected:
        raise FileChangedError(path)
    if wanted is None:
        remove(path)
    else:
        write_atomic(path, wanted)
    return True
