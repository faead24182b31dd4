"""Taking what a version saw but was not sure enough of: shown under the mouse while a key is held, taken by a click."""

from PySide6.QtCore import QObject, Slot

from core.geometry import XY
from core.inference.suggestion import Suggestion
from core.review.hidden import hidden_at
from desktop.annotate.page import AnnotatePage
from desktop.numbers import number
from desktop.review.actions import ReviewActions
from desktop.review.ghosts import Ghosts
from desktop.review.suggestions import Suggestions
from desktop.review.verdicts import Verdicts


class Peeking(QObject):
    """Finds the best suggestion below the threshold at a place, and makes an object of it in one act."""

    def __init__(
        self, page: AnnotatePage, suggestions: Suggestions, verdicts: Verdicts, ghosts: Ghosts, actions: ReviewActions
    ) -> None:
        super().__init__(ghosts)
        self._page, self._canvas = page, page.canvas
        self._suggestions, self._verdicts, self._ghosts, self._actions = suggestions, verdicts, ghosts, actions
        self._canvas.peeked.connect(self._look)
        self._canvas.peek_taken.connect(self._take)
        suggestions.changed.connect(self._follow)
        actions["take_here"].triggered.connect(self.take_here)
        self._follow_keys()

    @Slot()
    def take_here(self) -> None:
        """Make an object of the best one where the mouse is, or the place that the arrow keys move."""
        found = self._at(self._canvas.place)
        if self._canvas.busy:
            self._page.status.emit(self.tr("Finish or drop what you draw first."))
        elif found is None:
            self._page.status.emit(self._nothing())
        else:
            self._verdicts.accept_one(found)

    @Slot()
    def _follow(self) -> None:
        """Look anew where something else is there to be seen, and have the canvas tell of it."""
        below = self._suggestions.below
        words = self.tr(
            "%n below the threshold here. Hold {keys} over a thing to see what the model saw; a click takes it.",
            "",
            below,
        )
        self._canvas.below_hint = words.format(keys=self._actions.keys("peek_held")) if below else ""
        if self._canvas.peeking:
            self._look(self._canvas.place)

    @Slot(object)
    def _look(self, place: XY | None) -> None:
        """Show what is there, and say it; without the key nothing."""
        found = self._at(place) if self._canvas.peeking else None
        self._ghosts.show_peeked(found)
        if self._canvas.peeking:
            self._canvas.hint_changed.emit(self._nothing() if found is None else self._told(found))

    @Slot()
    def _take(self) -> None:
        """Make an object of what is seen."""
        if self._ghosts.peeked is not None:
            self._verdicts.accept_one(self._ghosts.peeked)
        else:
            self._page.status.emit(self._nothing())

    def _at(self, place: XY | None) -> Suggestion | None:
        s, annotation = self._suggestions, self._page.document.annotation
        if place is None or annotation is None:
            return None
        shown = {one.id for one in s.shown}  # one that was asked for is, whatever its score
        return hidden_at(annotation, [one for one in s.open if one.id not in shown], s.threshold, place)

    def _told(self, found: Suggestion) -> str:
        words = self.tr("The model was not sure: {label} {score}. Click or Enter takes it.")
        return words.format(label=found.label, score=number(found.score, 2))

    def _nothing(self) -> str:
        """Say why there is nothing to take."""
        if not self._suggestions.visible:
            words = self.tr("The suggestions are hidden: {keys} shows them.")
            return words.format(keys=self._actions.keys("show_suggestions"))
        if self._canvas.place is None:
            return self.tr("Move the mouse onto the thing in the picture first.")
        return self.tr("Below the threshold the model saw nothing new here.")

    def _follow_keys(self) -> None:
        """Tell the canvas which key is held; it hears that for itself, and the action is off, as that of the pan."""
        action = self._actions["peek_held"]
        action.setEnabled(False)
        action.changed.connect(lambda: setattr(self._canvas, "peek_keys", action.shortcuts()))
        self._canvas.peek_keys = action.shortcuts()
