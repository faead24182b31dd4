"""Select, move and reshape what is there."""

from collections.abc import Collection
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Qt

from core.editing.edits import allowed_shift, move_objects, set_shape, unlocked
from core.editing.groups import with_members
from core.editing.hit_test import Part, Target
from core.editing.reshape import (
    box_between,
    inside,
    on_pixel_edges,
    with_edge_at,
    with_vertex_at,
    with_vertex_inserted,
    without_vertex,
)
from core.geometry import XY, Box, Polygon, Polyline, Shape
from core.voc.annotation import VocObject
from desktop.annotate.tools.gesture import (
    Chosen,
    Edited,
    Gesture,
    Happening,
    Kind,
    Preview,
    Scene,
    Tool,
    far_enough,
)


def _tr(text: str) -> str:
    return QCoreApplication.translate("SelectTool", text)


class SelectTool(Tool):
    """A press takes hold of what is under it: a vertex, an edge, a body, or nothing, which draws a band."""

    name = "select"
    draws = False

    def hint(self, scene: Scene) -> str:
        """Return one line on what the mouse does now."""
        target = scene.target
        if target is None:
            return _tr("Click an object to select it, drag a frame round several. Space+drag pans, the wheel zooms.")
        shape = scene.annotation.objects[target.place].shape
        if target.part is Part.VERTEX:
            return (
                _tr("Drag the corner.")
                if isinstance(shape, Box)
                else _tr("Drag the point. Delete or Alt+click removes it.")
            )
        if target.part is Part.EDGE:
            return _tr("Drag the edge.") if isinstance(shape, Box) else _tr("Drag the edge to add a point.")
        return _tr("Drag to move, double-click to change the label, Shift+click adds to the selection.")

    def begin(self, scene: Scene, press: Happening) -> Gesture:
        """Return the gesture for what the cursor is on."""
        target = scene.target
        if target is None:
            return _band(scene, press)
        if press.modifiers & Qt.KeyboardModifier.AltModifier and target.part is Part.VERTEX:
            return _remove(scene, target)
        if press.adds:
            return _toggle(scene, press, target.place)
        if target.part is Part.BODY:
            return _move(scene, press, target.place)
        return _reshape(scene, press, target)


def vertex_removed(scene: Scene, target: Target) -> Edited | None:
    """Return the edit that takes the vertex away, None where the shape cannot lose one."""
    shape = without_vertex(scene.annotation.objects[target.place].shape, target.number)
    if shape is None:
        return None
    changed = set_shape(scene.annotation, target.place, shape)
    return Edited(_tr("Remove point"), changed, frozenset((target.place,)))


def _remove(scene: Scene, target: Target) -> Gesture:
    yield Preview()
    return vertex_removed(scene, target)


def _meant(scene: Scene, press: Happening, places: Collection[int]) -> frozenset[int]:
    """Return what a press on ``places`` means: whole groups, or with Alt the objects alone."""
    alone = press.modifiers & Qt.KeyboardModifier.AltModifier
    return frozenset(places) if alone else with_members(scene.annotation.objects, places)


def _toggle(scene: Scene, press: Happening, place: int) -> Gesture:
    meant = _meant(scene, press, (place,))
    chosen = scene.selected - meant if place in scene.selected else scene.selected | meant
    now = yield Preview(selected=chosen)
    while now.kind is not Kind.RELEASE:
        now = yield Preview(selected=chosen)
    return Chosen(chosen)


def _band(scene: Scene, press: Happening) -> Gesture:
    """Select what lies wholly inside a frame; a click on nothing selects nothing."""
    now, before = press, scene.selected if press.adds else frozenset()
    while now.kind is not Kind.RELEASE:
        band = box_between(press.at, now.at)
        now = yield Preview(band=band, selected=before | _meant(scene, press, scene.index.within(band)))
    return Chosen(before | _meant(scene, press, scene.index.within(box_between(press.at, now.at))))


def _move(scene: Scene, press: Happening, place: int) -> Gesture:
    """Move the selection, or the pressed object (with its group) where it is not part of it; locked ones stay."""
    alone = bool(press.modifiers & Qt.KeyboardModifier.AltModifier)
    places = scene.selected if place in scene.selected and not alone else _meant(scene, press, (place,))
    free = unlocked(scene.annotation, places)
    things = [scene.annotation.objects[each] for each in sorted(free)]
    now = yield Preview(selected=places)
    while now.kind is not Kind.RELEASE and not far_enough(scene, now.at, press.at):
        now = yield Preview(selected=places)
    while now.kind is not Kind.RELEASE:
        shift = allowed_shift([thing.shape for thing in things], *scene.size, *_way(press.at, now.at))
        moved = tuple(replace(thing, shape=thing.shape.moved(*shift)) for thing in things)
        now = yield Preview(objects=moved, hidden=free, selected=places)
    if not far_enough(scene, now.at, press.at):
        return Chosen(places)
    shift = allowed_shift([thing.shape for thing in things], *scene.size, *_way(press.at, now.at))
    changed = move_objects(scene.annotation, free, *shift)
    return Edited(_tr("Move object") if len(places) == 1 else _tr("Move objects"), changed, places)


def _reshape(scene: Scene, press: Happening, target: Target) -> Gesture:
    """Drag a vertex or an edge; a drag of a polygon's edge adds a vertex there."""
    thing, places = scene.annotation.objects[target.place], frozenset((target.place,))
    now = yield Preview(selected=places)
    while now.kind is not Kind.RELEASE and not far_enough(scene, now.at, press.at):
        now = yield Preview(selected=places)
    if now.kind is Kind.RELEASE:
        return Chosen(_meant(scene, press, places))
    while now.kind is not Kind.RELEASE:
        now = yield Preview(objects=(_reshaped(scene, thing, target, now.at),), hidden=places, selected=places)
    shape = _reshaped(scene, thing, target, now.at).shape
    if isinstance(shape, Box) and shape.area <= 0:
        return Chosen(places)
    return Edited(_text(thing.shape, target), set_shape(scene.annotation, target.place, shape), places)


def _reshaped(scene: Scene, thing: VocObject, target: Target, at: XY) -> VocObject:
    at = inside(at, *scene.size)
    shape = thing.shape
    if isinstance(shape, Box):
        at = on_pixel_edges(at)
        changed: Shape = (
            with_vertex_at(shape, target.number, at)
            if target.part is Part.VERTEX
            else with_edge_at(shape, target.number, at)
        )
        return replace(thing, shape=changed)
    at = (round(at[0], 2), round(at[1], 2))
    if target.part is Part.EDGE and isinstance(shape, Polygon | Polyline):
        return replace(thing, shape=with_vertex_inserted(shape, target.number, at))
    return replace(thing, shape=with_vertex_at(shape, target.number, at))


def _text(shape: Shape, target: Target) -> str:
    if isinstance(shape, Box):
        return _tr("Resize box")
    return _tr("Move point") if target.part is Part.VERTEX else _tr("Add point")


def _way(a: XY, b: XY) -> XY:
    return b[0] - a[0], b[1] - a[1]
