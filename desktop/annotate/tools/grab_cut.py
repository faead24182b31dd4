"""Cut an object out of a box: draw the box, correct the result by strokes, accept it."""

from dataclasses import dataclass, field
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt

from core.editing.assist.grab_cut import Stroke, corrected, cut_out
from core.editing.assist.pixels import Read
from core.editing.reshape import box_between, inside, on_pixel_edges
from core.errors import AssistError
from core.geometry import XY, Box, Mask
from desktop.annotate.tools.assisted import Found, Latest, accepts, found, subtracts, takes_back
from desktop.annotate.tools.gesture import Drawn, Gesture, Happening, Kind, Preview, Scene, Tool, far_enough
from desktop.annotate.tools.options import ToolOptions


class GrabCutTool(Tool):
    """A box round the object, then strokes: left adds, Shift or the right button takes away, Enter accepts."""

    name = "grab_cut"
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
            cut = _Cut(scene, scene.pixels, box, scene.options)
            while True:
                cut.take((yield cut.preview()))
                if cut.ended:
                    return Drawn(_tr("Cut out of a box"), cut.found.shape) if cut.found is not None else None
        finally:
            self.paints = False


def _drag_box(scene: Scene, press: Happening) -> "Gesture":  # type: ignore[return]
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


@dataclass
class _Cut:
    """An object under way: the box, each stroke with what was found before it, the stroke being drawn."""

    scene: Scene
    read: Read
    box: Box
    options: ToolOptions
    found: Found | None = None
    strokes: list[tuple[Stroke, Found | None]] = field(default_factory=list)
    drawing: tuple[list[XY], bool] | None = None
    cuts: Latest = field(default_factory=Latest)
    problem: str | None = None
    accepted: bool = False
    ended: bool = False

    def __post_init__(self) -> None:
        self._cut()

    def take(self, now: Happening) -> None:
        """Take an event."""
        match now.kind:
            case Kind.PRESS | Kind.DOUBLE:
                self.drawing = [now.at], not subtracts(now)
            case Kind.MOVE if self.drawing is not None:
                self.drawing[0].append(now.at)
            case Kind.RELEASE if self.drawing is not None:
                self._end_stroke()
            case Kind.OPTIONS if isinstance(now.result, ToolOptions):
                self._use(now.result)
            case Kind.DONE if self.cuts.end():
                self.found = now.result if isinstance(now.result, Found) else None
                self.problem = str(now.result) if isinstance(now.result, AssistError) else None
            case _ if accepts(now):
                self.accepted = True
            case _ if takes_back(now):
                self._back()
        if self.accepted and self.cuts.settled:
            self.ended, self.accepted = self.found is not None, False

    def preview(self) -> Preview:
        """Return what to show: the result, the box as long as there is none, the stroke being drawn."""
        points, adds = self.drawing or ((), None)
        return Preview(
            shape=self.found.shape if self.found is not None else self.box,
            band=self.box if self.found is not None and self.strokes == [] else None,
            line=tuple(points),
            line_adds=adds,
            hint=self._hint(),
            work=self.cuts.take(),
        )

    def _end_stroke(self) -> None:
        assert self.drawing is not None
        points, adds = self.drawing
        self.drawing = None
        places = tuple(inside(point, *self.scene.size) for point in points)
        self.strokes.append((Stroke(places, self.options.brush_radius, adds), self.found))
        self._cut()

    def _back(self) -> None:
        """Take the last stroke back, or else the box."""
        if not self.strokes:
            self.ended, self.found = True, None
            return
        _, self.found = self.strokes.pop()
        self.problem = None
        self.cuts.forget()

    def _use(self, options: ToolOptions) -> None:
        """Show the result in another form."""
        self.options = options
        if self.found is not None and self.cuts.settled:
            mask = self.found.mask
            self.cuts.want((mask, options.result, options.simplify), partial(found, mask, options))

    def _cut(self) -> None:
        """Have it cut anew."""
        strokes = tuple(stroke for stroke, _ in self.strokes)
        before = next((was.mask for _, was in reversed(self.strokes) if was is not None), None)
        work = partial(_cut_out, self.read, self.scene.size, self.box, before, strokes, self.options)
        self.cuts.want((self.box, strokes), work)

    def _hint(self) -> str:
        if self.cuts.busy or not self.cuts.settled:
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
