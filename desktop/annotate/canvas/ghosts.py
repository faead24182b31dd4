"""Suggestions as the canvas shows them: dashed shapes with a caption, apart from what a person drew."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter, QRegion

from core.editing.hit_test import Part, ShapeIndex, Target, find_target
from core.geometry import XY, Shape
from core.voc.annotation import VocObject
from desktop.annotate.canvas.handles import draw_handles, draw_hot, hot_rect
from desktop.annotate.canvas.looks import Look, extent
from desktop.annotate.canvas.viewport import Viewport

DRAWN = Look(width=1.6, fill=0, halo=True, dashed=True)
CURRENT = Look(width=2.6, fill=26, halo=True, dashed=True)
"""A suggestion is there to be compared with the picture below it: all but the current one are outlines alone."""
DOUBT = QColor("#ff9500")
"""The colour round what contradicts a person."""

DrawShape = Callable[[QPainter, Shape, QColor, Viewport, Look], None]


@dataclass(frozen=True)
class Ghost:
    """A suggested shape in its label's colour, with a caption such as 'scratch 0.93'; one may be the current one.

    ``key`` tells it from others. One that is ``held`` shows handles. One that ``doubts`` contradicts an object that a
    person drew.
    """

    shape: Shape
    color: QColor
    caption: str
    selected: bool = False
    key: int | None = None
    label: str = "?"
    held: bool = False
    doubts: bool = False

    @property
    def thing(self) -> VocObject:
        """The object that it would become."""
        return VocObject(label=self.label, shape=self.shape)


@dataclass(frozen=True)
class GhostLayer:
    """The suggestions shown, with a table of their bounds; ``target`` is the part of one under the cursor."""

    shown: tuple[Ghost, ...] = ()
    index: ShapeIndex = field(default_factory=lambda: ShapeIndex.of(()))
    target: Target | None = None

    @classmethod
    def of(cls, ghosts: Sequence[Ghost]) -> "GhostLayer":
        """Return the layer of these suggestions."""
        return cls(tuple(ghosts), ShapeIndex.of(tuple(ghost.thing for ghost in ghosts)))

    def target_at(self, at: XY, tolerance: float) -> Target | None:
        """Return what a press at an image point would take hold of; parts of the one that is held come first."""
        held = [place for place, ghost in enumerate(self.shown) if ghost.held]
        return find_target(self.index, held, at, tolerance)

    def means(self, target: Target | None, thing: Target | None, index: ShapeIndex, chosen: frozenset[int]) -> bool:
        """Tell whether a press on the suggestion ``target`` and the object ``thing`` of ``index`` means the former.

        What shows handles goes first, then vertices and edges before bodies, and of two bodies the smaller.
        """
        if target is None or thing is None:
            return target is not None
        if thing.place in chosen:
            return False
        if self.shown[target.place].held:
            return True
        if (target.part is Part.BODY) != (thing.part is Part.BODY):
            return thing.part is Part.BODY
        own, other = (found.objects[one.place].shape.bounds for found, one in ((self.index, target), (index, thing)))
        return own.area < other.area

    def region(self, viewport: Viewport, key: int | None = None) -> QRegion:
        """Return where all suggestions are drawn, or the one of a key."""
        region = QRegion()
        for ghost in self.shown:
            if key is None or ghost.key == key:
                region += extent(ghost.shape.bounds, viewport)
        return region

    def target_region(self, viewport: Viewport, cursor: QPointF | None) -> QRegion:
        """Return where the suggestion under the cursor lights up."""
        if self.target is None or self.target.place >= len(self.shown):
            return QRegion()
        shape = self.shown[self.target.place].shape
        return QRegion(extent(shape.bounds, viewport)) + hot_rect(shape, self.target, viewport, cursor)

    def draw(
        self,
        painter: QPainter,
        region: QRegion,
        viewport: Viewport,
        draw_shape: DrawShape,
        *,
        handles: bool,
        cursor: QPointF | None,
        without: int | None = None,
    ) -> None:
        """Draw what shows in ``region``, the current one on top; ``without`` the one of a key, which moves just now."""
        shown = [ghost for ghost in self.shown if ghost.key is None or ghost.key != without]
        for ghost in sorted(shown, key=lambda ghost: ghost.selected):
            if region.intersects(extent(ghost.shape.bounds, viewport)):
                _draw(painter, ghost, viewport, draw_shape, handles=handles)
        if self.target is None or self.target.place >= len(self.shown):
            return
        hot = self.shown[self.target.place]
        if hot in shown:
            draw_hot(painter, hot.thing, hot.color, self.target, viewport, cursor)


def _draw(painter: QPainter, ghost: Ghost, viewport: Viewport, draw_shape: DrawShape, *, handles: bool) -> None:
    if ghost.doubts:
        draw_shape(painter, ghost.shape, DOUBT, viewport, Look(width=5.0 if ghost.selected else 4.0, fill=0))
    draw_shape(painter, ghost.shape, ghost.color, viewport, CURRENT if ghost.selected else DRAWN)
    if ghost.held and handles:
        draw_handles(painter, ghost.shape, ghost.color, viewport)
