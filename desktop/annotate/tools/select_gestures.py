"""Selecting and moving whole objects."""

from collections.abc import Collection
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Qt

from core.editing.edits import allowed_shift, move_objects, unlocked
from core.editing.groups import with_members
from core.editing.hit_test import covers
from core.editing.reshape import box_between
from core.geometry import XY, Box
from core.voc.annotation import VocObject
from desktop.annotate.tools.gesture import Chosen, Edited, Gesture, Happening, Kind, Preview, Scene, far_enough
from desktop.annotate.tools.placing import way


def meant(scene: Scene, press: Happening, places: Collection[int]) -> frozenset[int]:
    """Return what a press on ``places`` means: whole groups, or with Alt the objects alone."""
    alone = press.modifiers & Qt.KeyboardModifier.AltModifier
    return frozenset(places) if alone else with_members(scene.annotation.objects, places)


def toggle(scene: Scene, press: Happening, place: int) -> Gesture:
    """Add the object to the selection or take it out."""
    added = meant(scene, press, (place,))
    chosen = scene.selected - added if place in scene.selected else scene.selected | added
    now = yield Preview(selected=chosen)
    while now.kind is not Kind.RELEASE:
        now = yield Preview(selected=chosen)
    return Chosen(chosen)


def band(scene: Scene, press: Happening) -> Gesture:
    """Select what lies wholly inside a frame; a click on nothing selects nothing."""
    now, before = press, scene.selected if press.adds else frozenset()
    while now.kind is not Kind.RELEASE:
        frame = box_between(press.at, now.at)
        now = yield Preview(band=frame, selected=before | meant(scene, press, scene.index.within(frame)))
    return Chosen(before | meant(scene, press, scene.index.within(box_between(press.at, now.at))))


def move(scene: Scene, press: Happening, place: int) -> Gesture:
    """Move the selection where it lies under the press, or else the pressed object (with its group).

    Locked ones stay. A click where the selected object lies already selects the next one below.
    """
    under = _bodies_at(scene, press.at)
    held = bool(scene.selected.intersection((place, *under)))
    alone = bool(press.modifiers & Qt.KeyboardModifier.AltModifier)
    places = scene.selected if held and not alone else meant(scene, press, (place,))
    free = unlocked(scene.annotation, places)
    things = [scene.annotation.objects[each] for each in sorted(free)]
    now = yield Preview(selected=places)
    while now.kind is not Kind.RELEASE and not far_enough(scene, now.at, press.at):
        now = yield Preview(selected=places)
    if now.kind is Kind.RELEASE and not far_enough(scene, now.at, press.at):
        again = not alone and any(scene.selected == meant(scene, press, (each,)) for each in under)
        return Chosen(meant(scene, press, (_below(scene, under),)) if again else places)
    while now.kind is not Kind.RELEASE:
        shift = _shift(scene, things, press, now)
        moved = tuple(replace(thing, shape=thing.shape.moved(*shift)) for thing in things)
        now = yield Preview(objects=moved, hidden=free, selected=places)
    changed = move_objects(scene.annotation, free, *_shift(scene, things, press, now))
    return Edited(_tr("Move object") if len(places) == 1 else _tr("Move objects"), changed, places)


def _bodies_at(scene: Scene, at: XY) -> list[int]:
    """Return the places of the objects that cover a point and may be moved, the smallest first."""
    near = scene.index.touching(Box(*at, *at))
    objects = scene.annotation.objects
    under = [place for place in near if not objects[place].locked and covers(objects[place].shape, at)]
    return sorted(under, key=lambda place: (objects[place].shape.bounds.area, -place))


def _below(scene: Scene, under: list[int]) -> int:
    """Return the object after the largest that is selected, and after the last one the first again."""
    last = max((number for number, place in enumerate(under) if place in scene.selected), default=-1)
    return under[(last + 1) % len(under)]


def _shift(scene: Scene, things: list[VocObject], press: Happening, now: Happening) -> XY:
    if not things:
        return 0.0, 0.0
    boxes = [thing.shape.bounds for thing in things]
    around = Box.around([corner for box in boxes for corner in ((box.x0, box.y0), (box.x1, box.y1))])
    wanted = way(scene, around, press.at, now)
    return allowed_shift([thing.shape for thing in things], *scene.size, *wanted)


def _tr(text: str) -> str:
    return QCoreApplication.translate("SelectTool", text)
