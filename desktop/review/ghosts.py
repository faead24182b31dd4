"""Suggestions on the canvas: how they are shown there, and what mouse and keys mean to them."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QColor

from core.geometry import Shape
from core.inference.suggestion import Suggestion
from desktop.annotate.canvas.ghosts import Ghost
from desktop.annotate.page import AnnotatePage
from desktop.annotate.tools.gesture import Corrected
from desktop.numbers import number
from desktop.review.suggestions import Suggestions
from desktop.review.verdicts import Verdicts


class Ghosts(QObject):
    """Paints what :class:`Suggestions` shows, and passes on what a person does to it."""

    def __init__(
        self, page: AnnotatePage, suggestions: Suggestions, verdicts: Verdicts, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._page = page
        self._suggestions = suggestions
        self._verdicts = verdicts
        self._seen: int | None = None  # the one that was brought into sight last
        self.peeked: Suggestion | None = None
        canvas = page.canvas
        suggestions.changed.connect(self.paint)
        canvas.ghost_clicked.connect(self._click)
        canvas.ghost_relabel.connect(lambda _place: self.ask_label())
        canvas.outcome.connect(self._take)
        page.ghost_key.connect(self.act)
        page.labelling.label_pressed.connect(self._relabel)
        page.labelling.label_wanted.connect(self.ask_label)
        page.selection.changed.connect(lambda places: suggestions.let_go() if places else None)

    @Slot()
    def paint(self) -> None:
        """Show the ghosts, the current one in sight where a person went to it."""
        shown = [one for one in self._suggestions.shown if one.shape is not None]
        self._page.tags_suggested = len(shown) < len(self._suggestions.shown)
        ghosts = [self._ghost(one, one.shape) for one in shown]
        if self.peeked is not None and self.peeked.shape is not None:
            ghosts.append(self._ghost(self.peeked, self.peeked.shape))
        self._page.canvas.set_ghosts(ghosts)
        current, held = self._suggestions.current, self._suggestions.held
        if current is None or not held:
            self._seen = None
        elif current.id != self._seen:
            self._seen = current.id
            if current.shape is not None:
                self._page.canvas.show_place(current.shape.bounds)

    def show_peeked(self, suggestion: Suggestion | None) -> None:
        """Show one more, that is below the threshold; None takes it away."""
        if suggestion is not self.peeked:
            self.peeked = suggestion
            self.paint()

    @Slot(str)
    def act(self, key: str) -> None:
        """Do what a key on the canvas asks for."""
        acts = {
            "accept": self._verdicts.accept_current,
            "reject": self._verdicts.reject_current,
            "next": self._suggestions.next,
            "previous": self._suggestions.previous,
            "accept_all": self._verdicts.accept_shown,
            "let_go": self._suggestions.let_go,
            "relabel": self.ask_label,
        }
        acts[key]()

    @Slot()
    def ask_label(self) -> None:
        """Ask for another label for the current one, which is a person's own then."""
        current = self._suggestions.current
        if current is not None and current.shape is not None:
            self._page.labelling.ask_label_for(
                current.shape, current.label, lambda label: self._verdicts.correct(current, label=label)
            )

    # -- inside ----------------------------------------------------------------------------------------------------

    def _ghost(self, suggestion: Suggestion, shape: Shape) -> Ghost:
        project, doubt = self._suggestions.project, self._suggestions.doubts.get(suggestion.id)
        current = suggestion is self._suggestions.current
        caption = f"{suggestion.label} {number(suggestion.score, 2)}"
        if doubt is not None and doubt.thing is not None:
            other = doubt.thing.label
            caption += f" ≠ {other}" if other != suggestion.label else " ≠"
        return Ghost(
            shape,
            QColor(project.label_list.color_of(suggestion.label) if project is not None else "#808080"),
            caption,
            current or suggestion is self.peeked,
            key=suggestion.id,
            label=suggestion.label,
            held=current and self._suggestions.held,
            doubts=doubt is not None,
        )

    def _with_place(self, place: int) -> Suggestion | None:
        """Return the suggestion whose ghost has that number: tags have none."""
        shown = [one for one in self._suggestions.shown if one.shape is not None]
        return shown[place] if 0 <= place < len(shown) else None

    @Slot(int)
    def _click(self, place: int) -> None:
        suggestion = self._with_place(place)
        if suggestion is not None:
            self._seen = suggestion.id  # it is under the mouse: the view stays where it is
            self._suggestions.choose(self._suggestions.shown.index(suggestion))

    @Slot(object)
    def _take(self, outcome: object) -> None:
        """Take what a drag made of a ghost."""
        if isinstance(outcome, Corrected):
            was = next((one for one in self._suggestions.shown if one.id == outcome.key), None)
            if was is not None:
                self._verdicts.correct(was, shape=outcome.shape)

    @Slot(str)
    def _relabel(self, label: str) -> None:
        """Give the one in hand the label that a person pressed the key of."""
        current, tool = self._suggestions.current, self._page.canvas.tool
        in_hand = self._suggestions.held and tool is not None and tool.name == "select"
        if current is not None and current.shape is not None and in_hand:
            self._verdicts.correct(current, label=label)
