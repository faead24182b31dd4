"""The suggestions on the image that is shown: which are offered, which is the current one, what is said of them."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QColor

from core.inference.suggestion import Suggestion
from core.review.acceptance import accept, offered
from core.review.store import SuggestionStore, Verdict
from desktop.annotate.canvas.ghosts import Ghost
from desktop.annotate.page import AnnotatePage
from desktop.jobs.executor import Executor
from desktop.project import Project

DEFAULT_THRESHOLD = 0.4


class Suggestions(QObject):
    """Stands between the store and the annotate page.

    Accepting is an edit of the page's document; undo gives the suggestion back. The store is read and written on a
    thread of its own, in the order in which things were said.
    """

    changed = Signal()  # what is shown, or which one is current
    counts_changed = Signal(object)  # dict[image, how many wait at the threshold or above]
    failed = Signal(object)

    def __init__(self, page: AnnotatePage, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._page = page
        self._project: Project | None = None
        self._store: SuggestionStore | None = None
        self._executor = Executor(self)
        self._open: list[Suggestion] = []  # of the image that is shown, best score first
        self._image: str | None = None
        self._wants_first = False
        self.threshold = DEFAULT_THRESHOLD
        self.counts: dict[str, int] = {}
        self.shown: list[Suggestion] = []
        self.current: Suggestion | None = None
        page.image_changed.connect(self.load_image)
        page.document.changed.connect(self._offer)
        page.canvas.ghost_clicked.connect(self.choose)
        page.ghost_key.connect(self._act_on_key)

    # -- where they come from --------------------------------------------------------------------------------------

    def set_project(self, project: Project | None) -> None:
        """Take the suggestions of another project, or of none."""
        self._executor.shutdown()
        self._executor = Executor(self)
        self._project = project
        self._store = project.store() if project is not None else None
        self._open, self._image, self.counts = [], None, {}
        self._offer()
        self._tell_counts({})
        self.reload()

    def use_store(self, store: SuggestionStore) -> None:
        """Take the store that was made just now for the project."""
        self._store = store

    @property
    def store(self) -> SuggestionStore | None:
        """The project's suggestions, if there are any."""
        return self._store

    @Slot()
    def reload(self) -> None:
        """Read what waits again, for the image that is shown and for all."""
        self.count()
        if self._page.current_name is not None:
            self.load_image(self._page.current_name)

    @Slot(str)
    def load_image(self, name: str) -> None:
        """Read what waits on the image ``name``."""
        if name != self._image:
            self._image, self._open = name, []
            self._offer()
        store = self._store
        if store is not None:
            self._executor.submit(
                lambda: store.open_suggestions(name),
                lambda found: self._loaded(name, found),
                self.failed.emit,
                key="image",
                owner=self,
            )

    @Slot()
    def count(self) -> None:
        """Count what waits at the threshold or above in all images."""
        store, threshold = self._store, self.threshold
        if store is not None:
            self._executor.submit(
                lambda: store.open_counts(threshold), self._tell_counts, self.failed.emit, key="counts", owner=self
            )

    def set_threshold(self, threshold: float) -> None:
        """Show what has a score of ``threshold`` (0 to 1) or more."""
        self.threshold = threshold
        self._offer()
        self.count()

    @Slot()
    def show_first(self) -> None:
        """Go to the first image on which something waits, if nothing does here."""
        if not self.shown and self._project is not None and self._store is not None:
            self._wants_first = True
            self.count()

    def flush(self) -> None:
        """Wait until what was said is written down."""
        self._executor.shutdown()
        self._executor = Executor(self)

    @Slot()
    def repaint(self) -> None:
        """Take the labels' colours again."""
        self._paint()

    def shutdown(self) -> None:
        """Write down what was said and end the thread."""
        self._executor.shutdown()

    # -- what is said of them --------------------------------------------------------------------------------------

    @Slot(int)
    def choose(self, place: int) -> None:
        """Make the one at ``place`` in what is shown the current one."""
        if 0 <= place < len(self.shown):
            self.current = self.shown[place]
            self._paint()

    @Slot()
    def next(self) -> None:
        """Go to the next one, after the last to the first."""
        self._step(1)

    @Slot()
    def previous(self) -> None:
        """Go to the one before, before the first to the last."""
        self._step(-1)

    @Slot()
    def accept_current(self) -> None:
        """Make an object of the current one."""
        if self.current is not None:
            self._accept([self.current], self.tr("Accept suggestion {label}").format(label=self.current.label))

    @Slot()
    def accept_shown(self) -> None:
        """Make an object of each one that is shown on this image: one edit."""
        if self.shown:
            self._accept(list(self.shown), self.bulk_text(len(self.shown)))

    def bulk_text(self, count: int) -> str:
        """Return the name of the edit that accepts so many at once."""
        return self.tr("Accept %n suggestion(s)", "", count)

    @Slot()
    def reject_current(self) -> None:
        """Say that the current one is wrong; undo takes it back."""
        document = self._page.document
        if self.current is not None and document.annotation is not None:
            gone = [self.current]
            self._close(gone, Verdict.REJECTED)
            document.commit(
                self.tr("Reject suggestion {label}").format(label=gone[0].label),
                document.annotation,
                undone=lambda: self._reopen(gone),
                redone=lambda: self._close(gone, Verdict.REJECTED),
            )
            self._offer()

    def _accept(self, chosen: Sequence[Suggestion], text: str) -> None:
        """Commit one edit that adds the chosen ones, and log the verdict."""
        document = self._page.document
        if document.annotation is None:
            return
        self._close(chosen, Verdict.ACCEPTED)
        document.commit(
            text,
            accept(document.annotation, chosen),
            undone=lambda: self._reopen(chosen),
            redone=lambda: self._close(chosen, Verdict.ACCEPTED),
        )
        self._offer()

    def _close(self, chosen: Sequence[Suggestion], verdict: Verdict) -> None:
        """Take the chosen ones off the image and log the verdict."""
        ids = {suggestion.id for suggestion in chosen}
        place = self.shown.index(self.current) if self.current in self.shown else 0
        self._open = [suggestion for suggestion in self._open if suggestion.id not in ids]
        left = [suggestion for suggestion in self.shown if suggestion.id not in ids]
        self.current = left[min(place, len(left) - 1)] if left else None
        self._log({suggestion.id: verdict for suggestion in chosen if suggestion.id is not None})

    def _reopen(self, chosen: Sequence[Suggestion]) -> None:
        """Offer the chosen ones again, as undo does."""
        there = {suggestion.id for suggestion in self._open}
        back = [s for s in chosen if s.image == self._image and s.id not in there]
        self._open = sorted([*self._open, *back], key=lambda suggestion: -suggestion.score)
        self._log({suggestion.id: Verdict.OPEN for suggestion in chosen if suggestion.id is not None})
        self._offer()

    def _log(self, verdicts: dict[int, Verdict]) -> None:
        """Write verdicts into the store."""
        store = self._store
        if store is not None and verdicts:
            self._executor.submit(lambda: store.give_verdict(verdicts), None, self.failed.emit, must_run=True)
            self.count()

    @Slot(str)
    def _act_on_key(self, key: str) -> None:
        """Do what a key on the canvas asks for."""
        acts = {
            "accept": self.accept_current,
            "reject": self.reject_current,
            "next": self.next,
            "previous": self.previous,
            "accept_all": self.accept_shown,
        }
        acts[key]()

    # -- inside ----------------------------------------------------------------------------------------------------

    def _loaded(self, name: str, found: list[Suggestion]) -> None:
        """Take what was read, if its image is still shown."""
        if name == self._image:
            self._open = found
            self._offer()

    def _tell_counts(self, counts: dict[str, int]) -> None:
        """Keep and pass on the counts."""
        self.counts = counts
        self.counts_changed.emit(counts)
        if self._wants_first:
            self._wants_first = False
            others = (entry.name for entry in self._project.dataset.entries if entry.name in counts)
            first = next((name for name in others if name != self._image), None)
            if first is not None and not self.shown:
                self._page.show_image(first)

    @Slot()
    def _offer(self) -> None:
        """Work out what is shown now: open, good enough, and not there already."""
        enough = [s for s in self._open if s.score >= self.threshold and s.image == self._page.current_name]
        annotation = self._page.document.annotation
        self.shown = offered(annotation, enough) if annotation is not None else []
        if self.current not in self.shown:
            self.current = self.shown[0] if self.shown else None
        self._paint()

    def _step(self, by: int) -> None:
        """Move the current one by so many places, round and round."""
        if self.shown:
            place = self.shown.index(self.current) if self.current in self.shown else -by
            self.current = self.shown[(place + by) % len(self.shown)]
            self._paint()

    def _paint(self) -> None:
        """Show the ghosts."""
        labels = self._project.label_list if self._project is not None else None
        self._page.canvas.set_ghosts(
            [
                Ghost(
                    suggestion.shape,
                    QColor(labels.color_of(suggestion.label) if labels else "#808080"),
                    f"{suggestion.label} {suggestion.score:.2f}",
                    suggestion is self.current,
                )
                for suggestion in self.shown
            ]
        )
        self.changed.emit()
