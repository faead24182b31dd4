"""What the assisted tools have in common: work that keeps up with the mouse, and what becomes of a mask."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass

from PySide6.QtCore import Qt

from core.editing.outline import polygons_of
from core.geometry import Mask, Polygon, Shape
from core.outline import Part, joined
from desktop.annotate.tools.gesture import Happening, Kind
from desktop.annotate.tools.options import ToolOptions

ACCEPT = frozenset((Qt.Key.Key_Return, Qt.Key.Key_Enter))

SPECK = 0.02
"""A part smaller than this share of the largest one does not become part of a polygon."""


@dataclass(frozen=True)
class Found:
    """The pixels that an assisted tool found, and the shape that it makes of them."""

    mask: Mask
    shape: Shape


def found(mask: Mask, options: ToolOptions) -> Found:
    """Return the pixels with the shape that the options ask for.

    Several outlines become one polygon, joined by cuts of no width; specks beside a large one are left out.
    """
    if options.result == "mask":
        return Found(mask, mask)
    polygons = polygons_of(mask, options.simplify)
    largest = max(polygon.area for polygon in polygons)
    parts = tuple(Part(polygon.points) for polygon in polygons if polygon.area >= SPECK * largest)
    return Found(mask, Polygon(joined(parts)))


class Latest:
    """The newest wish of a gesture: while the work for one is under way the next waits, and only the newest of them.

    So something comes back steadily while the mouse moves, where each wish dropping the one before would bring nothing
    until it rests.
    """

    def __init__(self) -> None:
        self._wish: tuple[Hashable, Callable[[], object]] | None = None
        self._doing: Hashable = None
        self.busy = False

    def want(self, what: Hashable, work: Callable[[], object]) -> None:
        """Wish for ``work``; ``what`` tells one wish from another, the same again is no new one."""
        if self.busy and what == self._doing:
            self._wish = None
        else:
            self._wish = (what, work)

    def forget(self) -> None:
        """Wish for nothing; what is under way is not waited for."""
        self._wish, self.busy = None, False

    def take(self) -> Callable[[], object] | None:
        """Return the work to begin now, if any."""
        if self.busy or self._wish is None:
            return None
        self._doing, work = self._wish
        self._wish, self.busy = None, True
        return work

    def end(self) -> bool:
        """Note that work has ended; tell whether it was still waited for."""
        waited, self.busy = self.busy, False
        return waited

    @property
    def settled(self) -> bool:
        """Tell whether nothing is wished for and nothing under way."""
        return not self.busy and self._wish is None


def accepts(now: Happening) -> bool:
    """Tell whether Enter was pressed."""
    return now.kind is Kind.KEY and now.key in ACCEPT


def takes_back(now: Happening) -> bool:
    """Tell whether Backspace was pressed."""
    return now.kind is Kind.KEY and now.key == Qt.Key.Key_Backspace


def subtracts(now: Happening) -> bool:
    """Tell whether a press marks what does not belong to the object: the right button, or Shift."""
    return now.secondary or bool(now.modifiers & Qt.KeyboardModifier.ShiftModifier)
