"""Cut an object out of a box: draw the box, correct the result by strokes, accept it."""

from collections.abc import Generator
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt

from core.clipping import inside
from core.editing.assist.grab_cut import Stroke, corrected, cut_out
from core.editing.assist.pixels import Read
from core.editing.reshape import box_between, on_pixel_edges
from core.geometry import XY, Box, Mask
from desktop.annotate.tools.assisted import Found, found, subtracts
from desktop.annotate.tools.gesture import Gesture, Happening, Kind, Preview, Scene, Tool, far_enough
from desktop.annotate.tools.options import ToolOptions
from desktop.annotate.tools.refinement import Refinement


class GrabCutTool(Tool):
    """A box round the object, then strokes: left adds, Shift or the right button takes away, Enter accepts."""

    name = "grab_cut"
    stepwise = True
    options = ("result", "simplify", "brush_radius")
    cursor = Qt.CursorShape.CrossCursor
    both_buttons = True

    def hint(self, scene: Scene) -> str:
        """Return one line on what the mouse does now."""
        del scene
        return _tr("Drag a box closely round the object: what is inside is cut out.")

    def begin(self, scene: Scene, press: Happening) -> Gesture:
        """Return the gesture that cuts out one object."""
        box = yield from _drag_box(scene, press)
        if box is None or scene.pixels is None:
            return None
        self.paints = True  # the strokes' brush is shown
        try:
            return (yield from _Cut(scene, scene.pixels, box).run(_tr("Cut out of a box"), None))
        finally:
            self.paints = False


def _drag_box(scene: Scene, press: Happening) -> Generator[Preview, Happening, Box | None]:
    """Yield previews of a box; return it when a drag ends or a second corner is clicked, None where it is too small."""
    first = _corner(scene, press.at)
    now = press
    while True:
        box = box_between(first, _corner(scene, now.at))
        now = yield Preview(shape=box, hint=_tr("Release or click to cut out what is inside, Esc cancels."))
        again = now.kind in (Kind.PRESS, Kind.DOUBLE)
        if again or (now.kind is Kind.RELEASE and far_enough(scene, now.at, press.at)):
            box = box_between(first, _corner(scene, now.at))
            return box if min(box.width, box.height) >= 2 else None


class _Cut(Refinement[Stroke]):
    """An object under way: the box, the strokes, the stroke being drawn (its points, and whether it adds)."""

    def __init__(self, scene: Scene, read: Read, box: Box) -> None:
        super().__init__(scene)
        self._read = read
        self._box = box
        self._drawing: tuple[list[XY], bool] | None = None
        self.wish()

    def press(self, now: Happening) -> None:
        """Begin a stroke."""
        self._drawing = [now.at], not subtracts(now)

    def double(self, now: Happening) -> None:
        """Begin a stroke: short ones follow quickly on one another."""
        self.press(now)

    def move(self, now: Happening) -> None:
        """Draw the stroke on."""
        if self._drawing is not None:
            self._drawing[0].append(now.at)

    def release(self, now: Happening) -> None:
        """End the stroke and have it obeyed."""
        del now
        if self._drawing is not None:
            points, adds = self._drawing
            self._drawing = None
            places = tuple(inside(point, *self.scene.size) for point in points)
            self.add(Stroke(places, self.options.brush_radius, adds))

    def wish(self) -> None:
        """Have it cut out with the strokes as they are."""
        strokes, options = tuple(stroke for stroke, _ in self.steps), self.options
        before = self.before.mask if self.before is not None else None
        self.wishes.want(
            (strokes, options.result, options.simplify),
            partial(_cut_out, self._read, self.scene.size, self._box, before, strokes, options),
        )

    def preview(self) -> Preview:
        """Return what to show: the result, the box until there is one, the stroke being drawn."""
        points, adds = self._drawing or ((), None)
        return Preview(
            shape=self.found.shape if self.found is not None else self._box,
            line=tuple(points),
            line_adds=adds,
            hint=self._hint(),
            work=self.wishes.take(),
        )

    def _hint(self) -> str:
        if not self.wishes.settled:
            return _tr("Cutting out…")
        if self.problem is not None:
            return self.problem
        return _tr("Enter accepts. Paint over what is missing; with Shift or the right button over what is too much.")


def _cut_out(
    read: Read,
    size: tuple[int, int],
    box: Box,
    before: Mask | None,
    strokes: tuple[Stroke, ...],
    options: ToolOptions,
) -> Found:
    """Return what is cut out; runs in the background."""
    if not strokes:
        return found(cut_out(read, size, box), options)
    return found(corrected(read, size, box, before, strokes), options)


def _corner(scene: Scene, at: XY) -> XY:
    return on_pixel_edges(inside(at, *scene.size))


def _tr(text: str) -> str:
    return QCoreApplication.translate("GrabCutTool", text)
