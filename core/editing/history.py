"""Undo and redo without limit: the value of now, and of every step only what differs from its neighbour.

The steps are chains that histories share, so that committing, undoing and redoing one of thousands of edits costs the
same as the first. An annotation that comes back has the very objects that it had, not copies.
"""

from dataclasses import dataclass, field, replace

from core.voc.annotation import Annotation, VocObject

Piece = range | tuple[VocObject, ...]
"""Objects of the other value by their places, or objects of its own."""


@dataclass(frozen=True, slots=True)
class Difference:
    """How one annotation is made of another one: ``rest`` without objects, and the objects piece by piece."""

    rest: Annotation
    pieces: tuple[Piece, ...]

    @classmethod
    def between(cls, made: Annotation, of: Annotation) -> "Difference":
        """Return how ``made`` is made of ``of``; what takes room are only the objects that ``of`` lacks."""
        if made.objects is of.objects:
            return cls(made.with_objects(()), (range(len(of.objects)),))
        places = {id(thing): place for place, thing in enumerate(of.objects)}
        pieces: list[Piece] = []
        start = 0
        while start < len(made.objects):
            end, piece = _next_piece(made.objects, start, places)
            pieces.append(piece)
            start = end
        return cls(made.with_objects(()), tuple(pieces))

    def apply(self, to: Annotation) -> Annotation:
        """Return the annotation that is made of ``to``."""
        objects: list[VocObject] = []
        for piece in self.pieces:
            objects += to.objects[piece.start : piece.stop] if isinstance(piece, range) else piece
        return self.rest.with_objects(tuple(objects))


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Link:
    """One edit: its text, the way ``back`` and ``forth`` over it, and the next edit further away."""

    text: str
    back: Difference
    forth: Difference
    further: "Link | None"


@dataclass(frozen=True, eq=False)
class History:
    """All values of one image since it was opened, of which one is ``current``.

    ``first`` is the value as it was opened, ``place`` the number of edits between the two.
    """

    first: Annotation
    current: Annotation
    place: int = 0
    past: Link | None = field(default=None, repr=False)
    future: Link | None = field(default=None, repr=False)

    @classmethod
    def begin(cls, annotation: Annotation) -> "History":
        """Return a history that knows only the annotation as it was opened."""
        return cls(annotation, annotation)

    @property
    def undo_text(self) -> str | None:
        """What undo would take back, or None where there is nothing to undo."""
        return self.past.text if self.past else None

    @property
    def redo_text(self) -> str | None:
        """What redo would do again, or None where there is nothing to redo."""
        return self.future.text if self.future else None

    def commit(self, text: str, annotation: Annotation) -> "History":
        """Return the history with a new step after the current one; what could be redone is forgotten."""
        back, forth = Difference.between(self.current, annotation), Difference.between(annotation, self.current)
        return History(self.first, annotation, self.place + 1, Link(text, back, forth, self.past))

    def undo(self) -> "History":
        """Return the history one step back; itself where there is none."""
        step = self.past
        if step is None:
            return self
        future = replace(step, further=self.future)
        return History(self.first, step.back.apply(self.current), self.place - 1, step.further, future)

    def redo(self) -> "History":
        """Return the history one step forward; itself where there is none."""
        step = self.future
        if step is None:
            return self
        past = replace(step, further=self.past)
        return History(self.first, step.forth.apply(self.current), self.place + 1, past, step.further)


def _next_piece(objects: tuple[VocObject, ...], start: int, places: dict[int, int]) -> tuple[int, Piece]:
    """Return the longest piece that begins at ``start`` and where it ends."""
    first = places.get(id(objects[start]))
    end = start + 1
    if first is None:
        while end < len(objects) and id(objects[end]) not in places:
            end += 1
        return end, objects[start:end]
    while end < len(objects) and places.get(id(objects[end])) == first + end - start:
        end += 1
    return end, range(first, first + end - start)
