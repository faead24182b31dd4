"""What every format can do."""

import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol, TypeAlias

from core.errors import InterchangeError, WriteError
from core.voc.annotation import Annotation
from core.voc.convention import Convention
from core.voc.interchange.content import Content, Ids, Sample
from core.voc.interchange.losses import LossKind
from core.voc.label_list import LabelList

_CHUNK = 2**20
VOID_BORDER = 5
"""How many pixels across an object's edge are void in Pascal VOC's PNGs."""

Place: TypeAlias = Callable[[Path, Path], None]
"""Puts the image of the first path at the second, which is new."""


@dataclass(frozen=True, kw_only=True)
class Choices:
    """What a person decides about what is written.

    ``link`` makes hard links of the images where the disk allows it: no space is used, but a program that changes an
    image in place changes both. ``border`` is the width of the void border in PNGs, 0 for none. ``convention`` is how
    pixels are counted in XML. ``unlabelled`` writes images without an annotation also where a format cannot tell them
    from images without objects.
    """

    link: bool = False
    border: int = VOID_BORDER
    convention: Convention = Convention.DEVKIT
    unlabelled: bool = False


@dataclass(frozen=True, kw_only=True)
class Plan:
    """What a writer has to know beforehand: all sample names that will come, the labels and splits, how to place.

    ``styles`` are the colours and keys of labels, as far as the source has any.
    """

    names: tuple[str, ...]
    labels: tuple[str, ...]
    sets: Mapping[str, tuple[str, ...]]
    place: Place
    choices: Choices = field(default_factory=Choices)
    ids: Ids = field(default_factory=Ids)
    styles: LabelList = field(default_factory=LabelList)


class Writer(Protocol):
    """Writes one dataset into a folder that is being made."""

    def add(self, sample: Sample, annotation: Annotation | None) -> None:
        """Write one image and what is said of it.

        Raises:
            AnnotrainError: it cannot be written; the others go on.
        """

    def finish(self) -> None:
        """Write what comes last, such as lists.

        Raises:
            AnnotrainError: it cannot be written.
        """


class Format(Protocol):
    """A way to lay out a dataset on disk."""

    @property
    def name(self) -> str:
        """What it is called on the command line, such as ``yolo-seg``."""

    @property
    def title(self) -> str:
        """What it is called in the window."""

    @property
    def holds_unlabelled(self) -> bool:
        """Whether an image without annotation differs from one without objects."""

    @property
    def holds_splits(self) -> bool:
        """Whether it has lists such as train and val."""

    def recognises(self, folder: Path) -> bool:
        """Tell whether the folder looks like one of this format; reads little of it."""

    def read(self, folder: Path) -> Content:
        """Return what the folder says.

        Raises:
            AnnotrainError: nothing of it can be read.
        """

    def lost(self, annotation: Annotation) -> Iterator[LossKind]:
        """Yield the kind of each thing in the annotation that the format cannot hold, once for each."""

    def writer(self, folder: Path, plan: Plan) -> Writer:
        """Return what writes a dataset into an empty folder."""


@dataclass
class Copying:
    """Puts images in place by copying, or by hard links where asked for and possible; counts both."""

    link: bool = False
    copied: int = 0
    linked: int = 0
    notes: list[str] = field(default_factory=list)

    def __call__(self, source: Path, target: Path) -> None:
        """Put the image there.

        Raises:
            AnnotrainError: it cannot be read or written.
        """
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            if self.link and self._linked(source, target):
                return
            _copy(source, target)
            self.copied += 1
        except FileNotFoundError as error:
            raise InterchangeError(source, "is not there: put the image back.") from error
        except OSError as error:
            raise WriteError(target, error.strerror or str(error)) from error

    def _linked(self, source: Path, target: Path) -> bool:
        try:
            target.hardlink_to(source.resolve())
        except FileExistsError:
            raise
        except OSError:  # another disk, or one without links: a copy is as good
            return False
        self.linked += 1
        return True

    @property
    def words(self) -> str:
        """What was done, in a sentence."""
        if not self.linked:
            return f"{self.copied} images were copied."
        if not self.copied:
            return f"{self.linked} images were linked: they share their bytes with the source."
        return f"{self.linked} images were linked and share their bytes with the source, {self.copied} were copied."


def _copy(source: Path, target: Path) -> None:
    """Copy a file whole or not at all; what is there is not written over."""
    with source.open("rb") as read, target.open("xb") as written:
        try:
            shutil.copyfileobj(read, written, _CHUNK)
        except OSError:
            target.unlink(missing_ok=True)
            raise
