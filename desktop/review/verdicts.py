"""What a person says of suggestions: each verdict is an edit of the open image that undo takes back."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Slot

from core.geometry import Shape
from core.inference.suggestion import Suggestion
from core.review.acceptance import accept
from core.review.overlap import overlap
from core.review.store import SuggestionStore
from core.review.verdicts import Judgement, Verdict
from core.voc.annotation import Annotation, VocObject
from desktop.annotate.page import AnnotatePage
from desktop.review.suggestions import Suggestions


class Verdicts(QObject):
    """Accepts, rejects and corrects what :class:`Suggestions` shows, and has it logged.

    One that contradicts a person takes, once accepted or corrected, the place of what it contradicts.
    """

    def __init__(self, page: AnnotatePage, suggestions: Suggestions, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._page = page
        self._suggestions = suggestions

    @Slot()
    def accept_current(self) -> None:
        """Make an object of the current one."""
        current = self._suggestions.current
        if current is not None:
            self.accept_one(current)

    def accept_one(self, suggestion: Suggestion) -> None:
        """Make an object, or a tag, of a suggestion, shown or below the threshold."""
        self._page.selection.set(())
        doubt = self._suggestions.doubts.get(suggestion.id)
        text = self.tr("Accept suggestion {label}") if doubt is None else self.tr("Replace by suggestion {label}")
        self._take([suggestion], text.format(label=suggestion.label), Verdict.ACCEPTED)

    @Slot()
    def accept_shown(self) -> None:
        """Make an object of each one that is shown on this image and contradicts nobody: one edit."""
        sure = self._suggestions.sure
        if sure:
            self._page.selection.set(())
            self._take(sure, self.tr("Accept %n suggestion(s)", "", len(sure)), Verdict.ACCEPTED)
        elif self._suggestions.shown:
            self._page.status.emit(self.tr("What contradicts you is accepted one by one: Enter replaces your object."))

    @Slot()
    def reject_current(self) -> None:
        """Say that the current one is wrong; undo takes it back."""
        current = self._suggestions.current
        if current is not None:
            self.reject_one(current)

    def reject_one(self, suggestion: Suggestion) -> None:
        """Say that a suggestion is wrong."""
        annotation = self._page.document.annotation
        if annotation is not None:
            text = self.tr("Reject suggestion {label}").format(label=suggestion.label)
            self._commit([suggestion], text, annotation, Verdict.REJECTED)

    def correct(self, suggestion: Suggestion, *, shape: Shape | None = None, label: str | None = None) -> None:
        """Make an object of a suggestion as a person wants it: in another ``shape`` or with another ``label``."""
        made = replace(suggestion, shape=shape or suggestion.shape, label=label or suggestion.label)
        text = self.tr("Correct suggestion {label}").format(label=suggestion.label)
        if made == suggestion:
            self.accept_one(suggestion)
        elif made.shape is not None:
            place = self._take([made], text, Verdict.CORRECTED, suggestion)
            if place is not None and shape is not None:
                self._page.selection.set((place,))  # it may want one more pull

    # -- inside ----------------------------------------------------------------------------------------------------

    def _take(
        self, made: Sequence[Suggestion], text: str, verdict: Verdict, was: Suggestion | None = None
    ) -> int | None:
        """Commit one edit with ``made`` in it; ``was`` is what the only one of them was before it was corrected.

        Return the place of the last object that it came to, None where nothing was allowed.
        """
        annotation = self._page.document.annotation
        if annotation is None:
            return None
        doubt = self._suggestions.doubts.get(made[0].id) if len(made) == 1 else None
        changed, place = accept(annotation, made), None
        if doubt is not None and doubt.thing is not None:
            if doubt.thing.locked:
                self._page.status.emit(self.tr("Your object is locked: unlock it before it can be replaced."))
                return None
            changed, place = _replaced(annotation, doubt.thing, made[0])
        if changed == annotation and made[0].shape is not None:
            self._page.status.emit(self.tr("Nothing of it lies inside the image: reject it."))
            return None
        place = len(changed.objects) - 1 if place is None else place
        judgement = Judgement(verdict=verdict)
        if was is not None:
            iou, label = overlap(was.shape, changed.objects[place].shape), made[0].label
            judgement = Judgement(verdict=verdict, iou=iou, label=label if label != was.label else None)
        self._page.labelling.know_labels(one.label for one in made if one.shape is not None)
        self._commit([was] if was is not None else made, text, changed, judgement)
        return place

    def _commit(
        self, chosen: Sequence[Suggestion], text: str, annotation: Annotation, verdict: Verdict | Judgement
    ) -> None:
        """Make a step of the history of it, and log the verdict; taking the step back opens the suggestions again."""
        if self._page.document.read_only:
            self._page.document.refused.emit(self._page.document.reason or "")
            return
        self._close(chosen, verdict)
        self._page.document.commit(
            text,
            annotation,
            undone=lambda: self._reopen(chosen),
            redone=lambda: (self._close(chosen, verdict), self._suggestions.offer()),
        )
        self._suggestions.offer()

    def _close(self, chosen: Sequence[Suggestion], verdict: Verdict | Judgement) -> None:
        self._suggestions.take_off(chosen)
        self._log({suggestion.id: verdict for suggestion in chosen if suggestion.id is not None})

    def _reopen(self, chosen: Sequence[Suggestion]) -> None:
        self._log({suggestion.id: Verdict.OPEN for suggestion in chosen if suggestion.id is not None})
        self._suggestions.put_back(chosen)

    def _log(self, verdicts: Mapping[int, Verdict | Judgement]) -> None:
        """Write verdicts into the store."""
        store: SuggestionStore | None = self._suggestions.store
        if store is not None and verdicts:
            self._suggestions.write(lambda: store.give_verdict(verdicts))
            self._suggestions.count()


def _replaced(annotation: Annotation, thing: VocObject, made: Suggestion) -> tuple[Annotation, int]:
    """Return the annotation with what was suggested in the place of an object, whose other marks stay; and the place.

    It is unchanged where nothing of the suggestion lies inside the image.
    """
    place = next(n for n, one in enumerate(annotation.objects) if one is thing or one == thing)
    alone = accept(annotation.with_objects(()), [made]).objects
    if not alone:
        return annotation, place
    objects = list(annotation.objects)
    objects[place] = replace(thing, label=made.label, shape=alone[0].shape)
    return annotation.with_objects(tuple(objects)), place
