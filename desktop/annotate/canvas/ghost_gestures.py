"""Correcting a suggestion: the select tool's own gestures, on the suggestion as if it were an object already."""

from dataclasses import replace

from core.editing.hit_test import ShapeIndex, Target
from desktop.annotate.canvas.ghosts import Ghost
from desktop.annotate.tools.gesture import Corrected, Edited, Gesture, Happening, Outcome, Scene, Tool


def correct(tool: Tool, scene: Scene, press: Happening, ghost: Ghost, target: Target) -> Gesture:
    """Move or reshape a suggestion; its ``target`` was pressed. Comes to a Corrected, or None for a mere click."""
    place = len(scene.annotation.objects)
    things = (*scene.annotation.objects, ghost.thing)
    inner = tool.begin(
        replace(
            scene,
            annotation=scene.annotation.with_objects(things),
            index=ShapeIndex.of(things, scene.index, scene.index.hidden_labels),
            selected=frozenset((place,)),
            target=replace(target, place=place),
        ),
        press,
    )
    outcome = yield from _shown_as(inner, ghost)
    if isinstance(outcome, Edited) and ghost.key is not None:
        return Corrected(ghost.key, outcome.annotation.objects[place].shape)
    return None


def _shown_as(inner: Gesture, ghost: Ghost) -> Gesture:
    """Go through a gesture, its previews standing for the suggestion instead of an object."""
    outcome: Outcome | None = None
    try:
        preview = next(inner)
        while True:
            moved = ghost.key if preview.objects else None
            now = yield replace(preview, selected=None, hidden=frozenset(), ghost=moved)
            preview = inner.send(now)
    except StopIteration as end:
        outcome = end.value
    return outcome
