"""Cut out along the edges in the picture: one click here and there, the outline between them finds itself."""

from dataclasses import dataclass, field
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt

from core.clipping import inside
from core.editing.assist.scissors import EdgeMap, along_border, edge_map, outline, snapped, thinned
from core.geometry import XY, Polygon
from desktop.annotate.tools.assisted import Latest, accepts, takes_back
from desktop.annotate.tools.gesture import Dot, Drawn, Gesture, Happening, Kind, Preview, Scene, Tool

CLOSES_WITHIN = 9.0
"""A click this near to the first seed, in view pixels, closes the outline."""
SNAPS_WITHIN = 7.0
"""How near an edge in the picture must be, in view pixels, for the cursor to go onto it."""
SNAPS_AT_MOST = 40.0
"""The same limit in image pixels, for pictures seen from afar."""
SAME_PLACE = 2.0
SHOWN_WITHIN = 0.7
"""How far, in view pixels, a way as it is shown may lie from the way as it is."""


class ScissorsTool(Tool):
    """Clicks are seeds; between them the outline follows the edges. Enter, a double click or the first seed closes."""

    name = "scissors"
    stepwise = True
    options = ("simplify",)
    cursor = Qt.CursorShape.CrossCursor

    def hint(self, scene: Scene) -> str:
        """Return one line on what the mouse does now."""
        del scene
        return _tr("Click on the edge of a thing, then further along it: the outline follows the edge.")

    def begin(self, scene: Scene, press: Happening) -> Gesture:
        """Return the gesture that cuts out one outline."""
        cut = _Cut(scene)
        now = press
        while True:
            match cut.take(now):
                case _Dropped():
                    return None
                case Polygon() as polygon:
                    return Drawn(_tr("Cut out with scissors"), polygon)
            now = yield cut.preview()


@dataclass(frozen=True)
class _Dropped:
    """The last seed was taken back."""


@dataclass
class _Cut:
    """An outline under way: seeds, the ways between them, and what waits until the map of the last seed is there."""

    scene: Scene
    seeds: list[XY] = field(default_factory=list)
    ways: list[tuple[XY, ...]] = field(default_factory=list)
    shown: list[tuple[XY, ...]] = field(default_factory=list)
    cursor: XY = (0.0, 0.0)
    straight: bool = False
    map: EdgeMap | None = None
    waiting: list[Happening] = field(default_factory=list)
    maps: Latest = field(default_factory=Latest)

    def take(self, now: Happening) -> Polygon | _Dropped | None:
        """Take an event; return the outline where it closed, _Dropped where nothing is left."""
        if now.kind is Kind.DONE:
            waited = self.maps.end()
            if waited and isinstance(now.result, EdgeMap) and now.result.seed == self.seeds[-1]:
                self.map = now.result
        elif now.kind in (Kind.PRESS, Kind.DOUBLE) or accepts(now) or takes_back(now):
            self.waiting.append(now)
        if now.kind in (Kind.PRESS, Kind.DOUBLE, Kind.MOVE):
            self.cursor, self.straight = self._place(now), _is_straight(now)
        while self.waiting:
            first = self.waiting[0]
            if not self._ready(first):
                break
            self.waiting.pop(0)
            ended = self._do(first)
            if ended is not None:
                return ended
        self._wish()
        return None

    def preview(self) -> Preview:
        """Return what to show: the ways so far, the live one to the cursor, the seeds."""
        live = self._way(self.cursor, self.straight) or (self.seeds[-1], self.cursor)
        return Preview(
            line=self._thin(live),
            lines=tuple(self.shown),
            dots=tuple(Dot(seed) for seed in self.seeds),
            closes=self._closes(self.cursor),
            hint=self._hint(),
            work=self.maps.take(),
        )

    def _ready(self, event: Happening) -> bool:
        """Tell whether the way that the event needs is known."""
        if not self.seeds or takes_back(event) or (event.kind is not Kind.PRESS and len(self.seeds) < 2):
            return True
        return self._way(self._goal(event), _is_straight(event)) is not None

    def _goal(self, event: Happening) -> XY:
        """Return where the way ends that the event fixes: a press at its place, all others close the outline."""
        return self._place(event) if event.kind is Kind.PRESS else self.seeds[0]

    def _do(self, event: Happening) -> Polygon | _Dropped | None:
        if takes_back(event):
            self._back()
            return None if self.seeds else _Dropped()
        if event.kind is Kind.PRESS and not (self.seeds and self._closes(self._place(event))):
            self._fix(self._place(event), _is_straight(event))
            return None
        if len(self.seeds) < 2:
            return None
        closing = self._way(self.seeds[0], _is_straight(event)) or ()
        return outline([*self.ways, closing], self.scene.options.simplify)

    def _fix(self, at: XY, straight: bool) -> None:
        """Make a place the next seed."""
        if self.seeds:
            if _near(self.seeds[-1], at, SAME_PLACE * self.scene.pixel):
                return
            self._add_way(self._way(at, straight) or (self.seeds[-1], at))
        self.seeds.append(at)
        self.map = None
        self.maps.forget()

    def _add_way(self, way: tuple[XY, ...]) -> None:
        self.ways.append(way)
        self.shown.append(self._thin(way))

    def _thin(self, way: tuple[XY, ...]) -> tuple[XY, ...]:
        """Return a way with as many points as can be seen."""
        return thinned(way, SHOWN_WITHIN * self.scene.pixel)

    def _back(self) -> None:
        self.seeds.pop()
        if self.ways:
            self.ways.pop()
            self.shown.pop()
        self.map = None
        self.maps.forget()

    def _way(self, at: XY, straight: bool) -> tuple[XY, ...] | None:
        """Return the way from the last seed, None where it is not known yet."""
        seed = self.seeds[-1]
        if straight or along_border(seed, at, self.scene.size, SAME_PLACE * max(1.0, self.scene.pixel)):
            return seed, at
        return self.map.path(at) if self.map is not None and self.map.covers(at) else None

    def _wish(self) -> None:
        """Have the map made that is missing, for what waits or for the cursor."""
        if not self.seeds or self.scene.pixels is None:
            return
        waits = next((event for event in self.waiting if not takes_back(event)), None)
        goal = self._goal(waits) if waits is not None else self.cursor
        if self.map is None or not self.map.covers(goal):
            seed = self.seeds[-1]
            self.maps.want((seed, goal), partial(edge_map, self.scene.pixels, self.scene.size, seed, goal))

    def _place(self, event: Happening) -> XY:
        """Return the place meant: on the first seed, on an edge beside the cursor, or just there."""
        at = inside(event.at, *self.scene.size)
        if self._closes(at):
            return self.seeds[0]
        if _is_straight(event) or self.scene.pixels is None:
            return at
        reach = min(SNAPS_WITHIN * self.scene.pixel, SNAPS_AT_MOST)
        return snapped(self.scene.pixels, self.scene.size, at, reach)

    def _closes(self, at: XY) -> bool:
        return len(self.seeds) > 1 and _near(self.seeds[0], at, CLOSES_WITHIN * self.scene.pixel)

    def _hint(self) -> str:
        if len(self.seeds) < 2:
            return _tr("Click further along the edge. Ctrl goes straight, Backspace takes one back, Esc cancels.")
        return _tr(
            "Enter, a double click or a click on the first point closes. Ctrl goes straight, Backspace takes one back."
        )


def _is_straight(event: Happening) -> bool:
    return bool(event.modifiers & Qt.KeyboardModifier.ControlModifier)


def _near(a: XY, b: XY, distance: float) -> bool:
    return max(abs(a[0] - b[0]), abs(a[1] - b[1])) <= distance


def _tr(text: str) -> str:
    return QCoreApplication.translate("ScissorsTool", text)
