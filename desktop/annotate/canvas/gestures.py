"""The surface on which the tool in hand is used: gestures go from their first press to their outcome."""

from dataclasses import replace

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtWidgets import QWidget

from core.errors import AnnotrainError
from core.voc.annotation import Annotation
from desktop.annotate.canvas.background import GestureWork
from desktop.annotate.canvas.drawn_forms import crossed
from desktop.annotate.canvas.hovering import HoverSurface
from desktop.annotate.tools.gesture import Chosen, Gesture, Happening, Kind, Preview, Tool
from desktop.annotate.tools.options import BRUSH_RADII, ToolOptions, held, scaled
from desktop.error_words import words_of


class ToolSurface(HoverSurface):
    """Shows values and emits outcomes; it edits nothing itself.

    ``outcome`` carries a Drawn, Edited or Chosen, ``options_changed`` the ToolOptions, ``refused`` one line on why it
    did not what was asked for.
    """

    outcome = Signal(object)
    refused = Signal(str)
    options_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._gesture: Gesture | None = None
        self._work = GestureWork(self)
        self._work.ended.connect(self._take_result)
        self._work.slow.connect(self._show_slow)
        self._work.broken.connect(self.cancel)
        self._warned = False

    def set_annotation(self, annotation: Annotation | None) -> None:
        """Show another annotation; a gesture under way was about the old one and ends."""
        self.cancel()
        super().set_annotation(annotation)

    def set_tool(self, tool: Tool) -> None:
        """Take another tool; an unfinished gesture of the old one is dropped."""
        self.cancel()
        super().set_tool(tool)

    def set_options(self, options: ToolOptions) -> None:
        """Set the tools' options; a gesture under way is told."""
        if self._keep_options(options) and self._gesture is not None:
            self._send(Happening(Kind.OPTIONS, self.to_image(self.overlay.cursor or QPointF()), result=options))

    def _keep_options(self, options: ToolOptions) -> bool:
        """Take over other options; tell whether they are others."""
        if options == self.options:
            return False
        self._move_cursor(self.overlay.cursor)
        self.options = options
        self._hover()
        self.options_changed.emit(options)
        return True

    def set_brush_radius(self, radius: float) -> None:
        """Set the radius of brush and eraser, in image pixels; held between BRUSH_RADII."""
        self.set_options(replace(self.options, brush_radius=held(radius, BRUSH_RADII)))

    def scale_size(self, factor: float) -> None:
        """Make what the tool in hand draws with wider or narrower."""
        self.set_options(scaled(self.options, self._tool.options if self._tool else (), factor))

    @property
    def busy(self) -> bool:
        """Tell whether a gesture is under way."""
        return self._gesture is not None

    def cancel(self) -> bool:
        """Drop the gesture under way; tell whether there was one."""
        if self._gesture is None:
            return False
        gesture, self._gesture = self._gesture, None
        self._work.drop()
        gesture.close()
        self._show_preview(Preview())
        self.update()
        return True

    def step_back(self) -> bool:
        """Take the last step of the gesture under way back, or all of it; tell whether there was one."""
        if self._tool is not None and self._tool.stepwise:
            return self.press_key(Qt.Key.Key_Backspace)
        return self.cancel()

    def press_key(self, key: Qt.Key) -> bool:
        """Send a key to the gesture under way; tell whether there was one."""
        if self._gesture is None:
            return False
        at = self.to_image(self.overlay.cursor or QPointF())
        self._send(Happening(Kind.KEY, at, key=key))
        return True

    @property
    def working(self) -> bool:
        """Tell whether the gesture waits for work in the background."""
        return self._work.under_way

    def shutdown(self) -> None:
        """Drop the gesture and end its background thread."""
        self.cancel()
        self._work.shutdown()

    def _begin(self, press: Happening) -> None:
        scene = self.scene(press.at)
        if scene is None or self._tool is None:
            return
        if not self.editable:
            if self._tool.name != "select":
                self.refused.emit(self.tr("This image cannot be edited: see the line above it."))
            self.outcome.emit(Chosen(frozenset((scene.target.place,)) if scene.target else frozenset()))
            return
        self._gesture = self._tool.begin(scene, press)
        self._send(None)

    def _send(self, happening: Happening | None) -> None:
        """Let the gesture go on to its next preview or to its outcome."""
        if self._gesture is None:
            return
        try:
            preview = self._gesture.send(happening)  # type: ignore[arg-type]
        except StopIteration as end:
            self._gesture = None
            self._work.drop()
            self._show_preview(Preview())
            if end.value is not None:
                self.outcome.emit(end.value)
            else:
                self.update()
            self._hover()
        else:
            self._warn_of_crossings(preview)
            self._show_preview(preview)
            if preview.options is not None:
                self._keep_options(preview.options)
            if preview.work is not None:
                self._work.begin(preview.work)

    def _take_result(self, result: object) -> None:
        """Give the gesture what its work came to; why it failed is said whatever the gesture makes of it."""
        self._send(Happening(Kind.DONE, self.to_image(self.overlay.cursor or QPointF()), result=result))
        if isinstance(result, AnnotrainError):
            self.refused.emit(words_of(result))

    def _show_slow(self, slow: bool) -> None:
        self._waits = slow
        self._show_cursor()

    def _warn_of_crossings(self, preview: Preview) -> None:
        """Say the preview's hint, and whether the outline under way crosses itself."""
        ring = preview.ring if self._tool is not None and self._tool.name == "polygon" else ()
        self.overlay.crossings = crossed(ring, closed=False)
        wrong = bool(self.overlay.crossings) or any(self._shapes.crosses(thing.shape) for thing in preview.objects[:1])
        if wrong or self._warned or preview.hint is not None:
            self.hint_changed.emit(self._with_warning(preview.hint or "", wrong))
        self._warned = wrong
