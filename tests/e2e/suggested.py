"""Suggestions on the small dataset of the desk, as if a version had looked at its images."""

from core.geometry import Shape
from core.inference.suggestion import Suggestion
from core.review.store import SuggestionStore
from core.review.verdicts import Judgement, Prediction, Verdict
from tests.e2e.desk import Desk

MODEL = "bolts@1"
Found = tuple[str, Shape | None, float]


def suggest(desk: Desk, *found: Found, image: str = "a", model: str = MODEL) -> None:
    """Have a version suggest (label, shape, score) on an image, and wait until the window has read it."""
    review = desk.person.window.app.review
    made = [
        Suggestion(image=image, label=label, shape=shape, score=score, model=model) for label, shape, score in found
    ]
    review.suggestions.store.put([Prediction(image=image, model=model, suggestions=made)])
    review.suggestions.reload()
    desk.person.wait_until(lambda: not review.suggestions.busy, "they are read")
    desk.canvas.setFocus()


def judgements(desk: Desk) -> dict[str, Judgement]:
    """Return the last verdict on each suggestion, by its label."""
    app = desk.person.window.app
    desk.person.wait_until(lambda: not app.suggestions.busy, "they are written down")
    store: SuggestionStore = app.review.suggestions.store
    rows = store.read(
        "SELECT s.label, v.verdict, v.iou, v.label FROM verdict v JOIN suggestion s ON s.id = v.suggestion"
        " ORDER BY v.id"
    )
    return {row[0]: Judgement(verdict=Verdict(row[1]), iou=row[2], label=row[3]) for row in rows}


def captions(desk: Desk) -> list[str]:
    """Return the captions of the ghosts on the canvas."""
    return [ghost.caption for ghost in desk.canvas.ghosts]
