"""The surface with suggestions that a person takes hold of as of objects: clicked, dragged, double-clicked."""

from dataclasses import replace

from PySide6.QtCore import Signal

from core.editing.hit_test import Part, Target
from core.geometry import XY, Box
from desktop.annotate.canvas.gestures import ToolSurface
from desktop.annotate.canvas.ghost_gestures import correct
from desktop.annotate.canvas.ghosts import Ghost
from desktop.annotate.canvas.handles import GRIP
from desktop.annotate.tools.gesture import Happening, Kind


class GhostSurface(ToolSurface):
    """With the select tool in hand a press may mean a suggestion.

    ``ghost_clicked`` carries the number of the one pressed, ``ghost_relabel`` that of one that was double-clicked.
    What a drag made of one comes by ``outcome``, a Corrected.
    """

    ghost_clicked = Signal(int)
    ghost_relabel = Signal(int)

    def set_ghosts(self, ghosts: tuple[Ghost, ...] | list[Ghost]) -> None:
        """Show these suggestions instead of those before."""
        others = tuple(ghosts) != tuple(self.overlay.ghosts.shown)
        super().set_ghosts(ghosts)
        if others:  # else the tool's hint would take the place of what was said just now
            self._hover()

    def ghost_at(self, at: XY) -> Target | None:
        """Return what a press takes hold of where it means a suggestion; ``place`` is its number."""
        layer = self.overlay.ghosts
        if not layer.shown or self._tool is None or self._tool.name != "select":
            return None
        target = layer.target_at(at, GRIP / self.viewport.zoom)
        means = layer.means(target, super()._target(at), self.overlay.index, self.overlay.selected)
        return target if means else None

    def show_place(self, bounds: Box) -> None:
        """Move the view as little as need be to bring bounds in the image into sight; not at all where they are."""
        place = self.viewport.rect(bounds)
        if self.rect().toRectF().contains(place):
            return
        margin = min(40.0, self.width() / 8, self.height() / 8)
        inner = self.rect().toRectF().adjusted(margin, margin, -margin, -margin)
        dx = _into((place.left(), place.right()), (inner.left(), inner.right()))
        dy = _into((place.top(), place.bottom()), (inner.top(), inner.bottom()))
        if dx or dy:
            self._set_viewport(self.viewport.moved(dx, dy))

    def _take_ghost(self, target: Target, press: Happening) -> None:
        """Make the suggestion that was pressed the current one, and begin what a drag makes of it."""
        key = self.overlay.ghosts.shown[target.place].key
        self.ghost_clicked.emit(target.place)
        ghost = next((ghost for ghost in self.overlay.ghosts.shown if ghost.key == key), None)
        scene = self.scene(press.at)
        if ghost is None or scene is None or self._tool is None or not self.editable:
            return
        if press.kind is Kind.DOUBLE:
            self.ghost_relabel.emit(target.place)
            return
        self._gesture = correct(self._tool, scene, press, ghost, target)
        self._send(None)

    def _target(self, at: XY) -> Target | None:
        return None if self.ghost_at(at) is not None else super()._target(at)

    def _under(self, at: XY) -> Target | None:
        return None if self.ghost_at(at) is not None else super()._under(at)

    def _hover(self) -> None:
        overlay = self.overlay
        if self._gesture is None:
            at = overlay.cursor
            target = self.ghost_at(self.to_image(at)) if at is not None and self._annotation is not None else None
            if target != overlay.ghosts.target:
                self.update(overlay.ghosts.target_region(self.viewport, at))
                overlay.ghosts = replace(overlay.ghosts, target=target)
                self.update(overlay.ghosts.target_region(self.viewport, at))
        super()._hover()

    def _say_hint(self) -> None:
        target = self.overlay.ghosts.target
        if target is None:
            super()._say_hint()
            return
        words = (
            self.tr(
                "A suggestion. Enter accepts, {keys} rejects. Drag to correct it, double-click to change its label."
            )
            if target.part is Part.BODY
            else self.tr("Drag to correct the suggestion: it is yours then.")
        )
        self.hint_changed.emit(words.format(keys=self.keys_of("delete")))


def _into(span: tuple[float, float], room: tuple[float, float]) -> float:
    """Return the way that brings a span into the room, its beginning where it is longer."""
    if span[1] - span[0] > room[1] - room[0]:
        return 0.0 if span[0] <= room[0] and span[1] >= room[1] else room[0] - span[0]
    return max(room[0] - span[0], 0.0) + min(room[1] - span[1], 0.0)
