"""From image to image on which suggestions wait, and never away from who is at work."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Slot

from core.voc.annotation import Annotation
from desktop.annotate.page import AnnotatePage
from desktop.review.suggestions import Suggestions


@dataclass(frozen=True)
class Whereabouts:
    """What a person has before them: the image, what is said of it, and the places of what is selected there."""

    image: str | None
    annotation: Annotation | None
    selected: frozenset[int]


class SuggestionWalk(QObject):
    """Opens images of the annotate page on which something waits at the threshold or above."""

    def __init__(self, page: AnnotatePage, suggestions: Suggestions, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._page, self._suggestions = page, suggestions
        self._wants_first: Whereabouts | None = None  # of the person when they asked
        suggestions.settled.connect(self._go_to_first)

    @property
    def whereabouts(self) -> Whereabouts:
        """What the person has before them now."""
        page = self._page
        return Whereabouts(page.current_name, page.document.annotation, frozenset(page.selection.places))

    @Slot()
    def show_next(self) -> None:
        """Go to the next image of the list on which something waits, round and round."""
        name = self._page.parts.images.model.next_suggested(self._page.current_name)
        if name is not None:
            self._page.show_image(name)
        elif self._page.dataset is not None:
            self._page.status.emit(self.tr("No other image of the list has suggestions at the threshold or above."))

    def show_first(self, begun: Whereabouts) -> None:
        """Go to the first image on which something waits, if nothing does here and nothing was done since ``begun``."""
        if not self._suggestions.shown and begun.image is not None:
            self._wants_first = begun
            self._suggestions.count()

    @Slot(object)
    def _go_to_first(self, counts: dict[str, int]) -> None:
        """Open the first image on which something waits, if that was asked for and nothing does here."""
        page, (wanted, self._wants_first) = self._page, (self._wants_first, None)
        if wanted is None or wanted != self.whereabouts or page.canvas.busy or self._suggestions.shown:
            return  # who is at work here stays here
        if page.dataset is not None:
            names = (entry.name for entry in page.dataset.entries if entry.name in counts)
            first = next((name for name in names if name != wanted.image), None)
            if first is not None:
                page.show_image(first)
