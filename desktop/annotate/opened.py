"""What is known of one image while its dataset is open."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from core.editing.history import History
from core.voc.annotation import Annotation
from core.voc.dataset import ImageEntry

Undoing = Callable[[], None]
AT_ONCE = 100_000
"""Files of up to so many bytes are read in less than 20 ms, so that shapes can come in the same moment as the picture;
one of 10,000 polygons takes two seconds."""


@dataclass(frozen=True)
class Opened:
    """One image: its history, or why it cannot be edited, and the value that its file holds.

    ``saved`` is None while that is not known, because a write is under way or has failed.

    All values of a history refer to the file as it was opened (``source``), so that undoing brings back what the file
    held that we know nothing of. ``hooks`` are called when the step of that place is undone or redone.
    """

    entry: ImageEntry
    history: History | None = None
    saved: Annotation | None = None
    reason: str | None = None
    hooks: tuple[tuple[int, Undoing | None, Undoing | None], ...] = ()

    @property
    def dirty(self) -> bool:
        """Tell whether there is something that the file does not say."""
        return self.history is not None and self.history.current != self.saved

    @property
    def wanted_on_disk(self) -> Annotation | None:
        """What the file is to say; None for no file: there was none, and every edit was taken back.

        A file that says nothing would make the image count as labelled.
        """
        if self.history is None:
            return None
        current, first = self.history.current, self.history.first
        return None if first.source is None and current == first else current

    def with_step(self, history: History, undone: Undoing | None, redone: Undoing | None) -> "Opened":
        """Return the image with a history one step longer, and what is called when that step is undone or redone."""
        hooks = tuple(hook for hook in self.hooks if hook[0] < history.place)
        if undone or redone:
            hooks = (*hooks, (history.place, undone, redone))
        return replace(self, history=history, hooks=hooks)


def is_large(entry: ImageEntry) -> bool:
    """Tell whether a person would feel that the image's file is read."""
    try:
        return entry.annotation_path.stat().st_size > AT_ONCE
    except OSError:
        return False


def bytes_of(entry: ImageEntry) -> bytes | None:
    """Return what the image's file holds; None where there is none, or it cannot be opened."""
    try:
        return entry.annotation_path.read_bytes()
    except OSError:
        return None
