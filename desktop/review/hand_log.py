"""Notes what a person does by hand, for the reports of the effort: in the background, and never in the way."""

import json
from collections import defaultdict

from PySide6.QtCore import QObject, Signal, Slot

from core.errors import AnnotrainError
from core.geometry import Shape
from core.inference.suggestion import shape_from_json
from core.review.handwork import not_suggested, steps_between, work_between
from core.review.store import SuggestionStore
from core.voc.annotation import Annotation, VocObject
from desktop.annotate.document import Document
from desktop.jobs.executor import Executor
from desktop.project import Project


class HandLog(QObject):
    """After each edit by hand notes what was done; when an image is left, what of it no version had suggested.

    Verdicts on suggestions, and changes in the whole dataset, are no work by hand. Where the log cannot be written
    that is said once, and nothing is noted any more until another project is opened.
    """

    failed = Signal(object)

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._executor = Executor(self)
        self._store: SuggestionStore | None = None
        self._image: str | None = None
        self._now: Annotation | None = None
        self._drawn: dict[str, set[VocObject]] = defaultdict(set)  # all values that objects drawn by hand have had
        self._tags: dict[str, set[str]] = defaultdict(set)
        document.edited.connect(self._note)
        document.changed.connect(self._follow)

    def set_project(self, project: Project | None) -> None:
        """Note the work on another project, or on none; what was left is written down first."""
        self._leave()
        self._executor.shutdown()
        self._executor = Executor(self)
        self._store = project.store(make=True) if project is not None else None
        self._image = self._now = None
        self._drawn.clear()
        self._tags.clear()

    def flush(self) -> None:
        """Wait until what was noted is written down."""
        self._executor.shutdown()
        self._executor = Executor(self)

    def shutdown(self) -> None:
        """Write down what was noted and end the thread."""
        self._leave()
        self._executor.shutdown()

    @Slot(str, object, object)
    def _note(self, image: str, before: Annotation, after: Annotation) -> None:
        store = self._store
        if store is None:
            return
        self._tags[image].update(set(after.tags) - set(before.tags))
        mine = self._drawn[image]
        for step in steps_between(before, after):
            if step.after is not None and (step.before is None or step.before in mine):
                mine.add(step.after)
        work = work_between(image, before, after)
        if work:
            self._executor.submit(lambda: store.add_work(work), None, self._give_up, owner=self, must_run=True)

    @Slot(object)
    def _follow(self, annotation: Annotation | None) -> None:
        """Keep what the open image says; look back at the one before."""
        entry = self._document.entry
        name = entry.name if entry is not None else None
        if name != self._image:
            self._leave()
            self._image = name
        self._now = annotation

    def _leave(self) -> None:
        """Note what was drawn on the open image and no version had suggested."""
        store, image, now = self._store, self._image, self._now
        if store is None or image is None or now is None:
            return
        drawn, tags = self._drawn.pop(image, set()), self._tags.pop(image, set())
        things = [thing for thing in now.objects if thing in drawn]
        given = [tag for tag in now.tags if tag in tags]
        if things or given:
            self._executor.submit(
                lambda: _note_missed(store, image, things, given), None, self._give_up, owner=self, must_run=True
            )

    def _give_up(self, error: BaseException) -> None:
        if self._store is not None or not isinstance(error, AnnotrainError):
            self._store = None
            self.failed.emit(error)


def _note_missed(store: SuggestionStore, image: str, things: list[VocObject], tags: list[str]) -> None:
    """Write down what each version that has looked at the image had not suggested there."""
    suggested: dict[str, list[tuple[str, Shape | None]]] = {model: [] for model in store.versions_that_saw(image)}
    for model, label, shape in store.read("SELECT model, label, shape FROM suggestion WHERE image = ?", (image,)):
        if model in suggested:
            suggested[model].append((label, shape_from_json(json.loads(shape))))
    missed = not_suggested(image, things, tags, suggested)
    if missed:
        store.add_missed(missed)
