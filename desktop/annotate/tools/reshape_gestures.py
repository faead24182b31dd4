"""Changing the shape of one object: its corners, its edges, its rotation."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Qt

from core.editing import rotated
from core.editing.edits import change_objects, set_shape
from core.editing.hit_test import Part, Target
from core.editing.reshape import on_pixel_edges, with_edge_at, with_vertex_at, with_vertex_inserted, without_vertex
from core.geometry import Box, Polygon, Polyline, Shape
from core.rectangle import turned
from core.voc.annotation import VocObject
from desktop.annotate.tools.gesture import Chosen, Edited, Gesture, Happening, Kind, Preview, Scene, far_enough
from desktop.annotate.tools.placing import place as place_of
from desktop.annotate.tools.select_gestures import meant


def vertex_removed(scene: Scene, target: Target) -> Edited | None:
    """Return the edit that takes the vertex away, None where the shape cannot lose one."""
    thing = scene.annotation.objects[target.place]
    shape = None if rotated.is_rotated(thing) else without_vertex(thing.shape, target.number)
    if shape is None:
        return None
    changed = set_shape(scene.annotation, target.place, shape)
    return Edited(_tr("Remove point"), changed, frozenset((target.place,)))


def remove(scene: Scene, target: Target) -> Gesture:
    """Take a vertex away."""
    yield Preview()
    return vertex_removed(scene, target)


def reshape(scene: Scene, press: Happening, target: Target) -> Gesture:
    """Drag a vertex or an edge; a drag of a polygon's edge adds a vertex there."""
    thing, places = scene.annotation.objects[target.place], frozenset((target.place,))
    now = yield Preview(selected=places)
    while now.kind is not Kind.RELEASE and not far_enough(scene, now.at, press.at):
        now = yield Preview(selected=places)
    if now.kind is Kind.RELEASE:
        return Chosen(meant(scene, press, places))
    while now.kind is not Kind.RELEASE:
        now = yield Preview(objects=(_reshaped(scene, thing, target, now),), hidden=places, selected=places)
    after = _reshaped(scene, thing, target, now)
    if isinstance(after.shape, Box | Polygon) and after.shape.area <= 0:
        return Chosen(places)
    return _edited(scene, target.place, after, _text(thing, target))


def turn(scene: Scene, press: Happening, place: int) -> Gesture:
    """Turn a rotated box by its handle; Shift turns in steps of 15 degrees."""
    del press
    thing, places = scene.annotation.objects[place], frozenset((place,))
    box, after = thing.shape, thing
    assert isinstance(box, Polygon)
    while True:
        hint = _tr("{angle}°. Shift turns in steps of 15°.").format(angle=after.attribute(rotated.ROTATION))
        now = yield Preview(objects=(after,), hidden=places, selected=places, hint=hint)
        snaps = bool(now.modifiers & Qt.KeyboardModifier.ShiftModifier)
        after = rotated.with_box(thing, turned(box, rotated.angle_towards(box, now.at, snaps=snaps)))
        if now.kind is Kind.RELEASE:
            return _edited(scene, place, after, _tr("Turn box"))


def _reshaped(scene: Scene, thing: VocObject, target: Target, now: Happening) -> VocObject:
    at, shape = place_of(scene, now), thing.shape
    corner = target.part is Part.VERTEX
    if isinstance(shape, Polygon) and rotated.is_rotated(thing):
        pull = rotated.with_corner_at if corner else rotated.with_edge_at
        return rotated.with_box(thing, pull(shape, target.number, at))
    changed: Shape
    if isinstance(shape, Box):
        at = on_pixel_edges(at)
        changed = with_vertex_at(shape, target.number, at) if corner else with_edge_at(shape, target.number, at)
    elif not corner and isinstance(shape, Polygon | Polyline):
        changed = with_vertex_inserted(shape, target.number, at)
    else:
        changed = with_vertex_at(shape, target.number, at)
    return replace(thing, shape=changed)


def _edited(scene: Scene, place: int, after: VocObject, text: str) -> Edited:
    return Edited(text, change_objects(scene.annotation, (place,), lambda _: after), frozenset((place,)))


def _text(thing: VocObject, target: Target) -> str:
    if isinstance(thing.shape, Box) or rotated.is_rotated(thing):
        return _tr("Resize box")
    return _tr("Move point") if target.part is Part.VERTEX else _tr("Add point")


def _tr(text: str) -> str:
    return QCoreApplication.translate("SelectTool", text)
