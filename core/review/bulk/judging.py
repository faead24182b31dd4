"""Accepting chosen suggestions of many images, as they are or under another label, and rejecting them."""

import json
import time
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from core.inference.suggestion import Suggestion
from core.review.acceptance import Standing, accept, agreements, standings
from core.review.relabelling import JudgingOperation, Tally
from core.review.store import Judgement, SuggestionStore, Verdict
from core.review.stored import COLUMNS, stored
from core.voc.annotation import Annotation, checked_text

_CHOSEN = (
    f"SELECT {COLUMNS} FROM suggestion WHERE id IN (SELECT value FROM json_each(?))"
    " AND verdict IN ('open', 'rejected') ORDER BY model, score DESC, id"
)
_STILL_OPEN = "SELECT id FROM suggestion WHERE id IN (SELECT value FROM json_each(?)) AND verdict = 'open'"


class Judging(JudgingOperation):
    """Makes objects, or tags, of chosen suggestions; under ``label`` where one is given.

    What says the same as an object that is there, or as what another version suggests, is right as well but adds
    nothing. What contradicts an object is left to be looked at, and what was accepted or corrected since it was chosen
    stays so.
    """

    def __init__(self, store: SuggestionStore, chosen: Mapping[str, Sequence[int]], label: str | None = None) -> None:
        """Choose suggestions by the name of their image.

        Raises:
            InvalidValueError: the label cannot be written in XML.
        """
        super().__init__(store)
        self._chosen = chosen
        self.label = checked_text(label, "label") if label is not None else None

    def edit(self, image: str, annotation: Annotation) -> Annotation:
        """Return the annotation with what the chosen ones of this image add.

        Raises:
            DatasetError: the suggestions cannot be read.
        """
        given: dict[int, Judgement] = {}
        after, tally = annotation, Tally()
        # A version's own suggestions were parted from each other when they were made; those of two versions were not.
        for _model, own in groupby(self._read(image), key=lambda one: one.model):
            after, own_tally = self._accept(after, list(own), given)
            tally += own_tally
        self.judge(image, given, annotation, after, tally)
        return after

    def _accept(
        self, annotation: Annotation, chosen: list[Suggestion], given: dict[int, Judgement]
    ) -> tuple[Annotation, Tally]:
        meant = [replace(one, label=self.label or one.label) for one in chosen]
        how, known = standings(annotation, meant), agreements(annotation, meant)
        for one, then, standing, iou in zip(chosen, meant, how, known, strict=True):
            if standing is not Standing.DISAGREES and one.id is not None:
                given[one.id] = _judgement(one, then, iou if standing is Standing.KNOWN else None)
        fresh = [then for then, standing in zip(meant, how, strict=True) if standing is Standing.NEW]
        tally = Tally(added=len(fresh), known=how.count(Standing.KNOWN), against=how.count(Standing.DISAGREES))
        return accept(annotation, fresh), tally

    def _read(self, image: str) -> Iterator[Suggestion]:
        chosen = json.dumps(list(self._chosen.get(image, ())))
        yield from map(stored, self._store.read(_CHOSEN, (chosen,)))


def reject(store: SuggestionStore, ids: Collection[int]) -> str:
    """Say that these suggestions are wrong; return what names this, for ``store.judge_again``.

    What was judged since it was chosen, and so may be an object by now, stays as it is.

    Raises:
        DatasetError, WriteError: the suggestions cannot be read, or it cannot be kept.
    """
    change = f"rejected {time.time_ns()}"
    waiting = [number for (number,) in store.read(_STILL_OPEN, (json.dumps(list(ids)),))]
    store.judge(change, dict.fromkeys(waiting, Verdict.REJECTED))
    return change


def _judgement(suggested: Suggestion, made: Suggestion, known: float | None) -> Judgement:
    """Return the verdict; ``known`` is what it has in common with what is there already, None where that is nothing."""
    if suggested.label == made.label:
        return Judgement(verdict=Verdict.ACCEPTED, iou=known)
    return Judgement(verdict=Verdict.CORRECTED, iou=1.0, label=made.label)
