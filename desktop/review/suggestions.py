"""The suggestions on the image that is shown: which are offered, and which is the current one."""

from collections.abc import Callable, Collection, Sequence
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from core.inference.suggestion import Suggestion
from core.review.acceptance import Disagreement, Standing, compared
from core.review.doubles import rejected_on, without_doubles
from core.review.hidden import hidden
from core.review.store import SuggestionStore
from core.review.waiting import Waiting
from core.voc.annotation import Annotation
from desktop.annotate.page import AnnotatePage
from desktop.jobs.executor import Executor
from desktop.project import Project
from desktop.review.counting import Counting

DEFAULT_THRESHOLD = 0.4


class Suggestions(QObject):
    """Stands between the store and the annotate page; :class:`Verdicts` says what becomes of them.

    ``shown`` are those offered now, the best first, and after them those that contradict a person, where these are
    ``wanted``. ``held`` says that a person has taken the ``current`` one in hand: keys that name labels mean it. The
    store is read and written on a thread of its own, in the order in which things were said.
    """

    changed = Signal()  # what is shown, or which one is current
    counts_changed = Signal(object)  # dict[image, how many wait at the threshold or above]
    settled = Signal(object)  # the same, where that was the last word
    failed = Signal(object)

    def __init__(self, page: AnnotatePage, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._page = page
        self._project: Project | None = None
        self._store: SuggestionStore | None = None
        self._executor = Executor(self)
        self._counting = Counting(self.ask, self)
        self._counting.changed.connect(self.counts_changed)
        self._counting.settled.connect(self.settled)
        self._open: list[Suggestion] = []  # of the image that is shown, best score first
        self._image: str | None = None
        self._asked: int | None = None  # shown and current whatever its score
        self.threshold = DEFAULT_THRESHOLD
        self.visible = True
        self.disagreements_wanted = False
        self.shown: list[Suggestion] = []
        self.doubts: dict[int | None, Disagreement] = {}
        self.below = 0  # how many below the threshold say something new, where none is shown
        self.current: Suggestion | None = None
        self.held = False
        page.image_changed.connect(self.load_image)
        page.document.changed.connect(self.offer)

    # -- where they come from --------------------------------------------------------------------------------------

    def set_project(self, project: Project | None) -> None:
        """Take the suggestions of another project, or of none."""
        self._executor.shutdown()
        self._executor = Executor(self)
        self._project = project
        self._store = store = project.store(make=True) if project is not None else None
        self._open, self._image = [], None
        self._counting.set_waiting(
            Waiting(store, project.dataset) if store is not None and project is not None else None
        )
        self.offer()
        self.reload()

    @property
    def store(self) -> SuggestionStore | None:
        """The project's suggestions; None while no project is open."""
        return self._store

    @property
    def counts(self) -> dict[str, int]:
        """How many wait at the threshold or above, by image; images without any are left out."""
        return self._counting.counts

    @property
    def project(self) -> Project | None:
        """The project that is open."""
        return self._project

    @property
    def open(self) -> list[Suggestion]:
        """All that nobody has judged on the image shown, whatever its score; nothing while they are out of sight."""
        return self._open if self.visible and self._image == self._page.current_name else []

    @property
    def sure(self) -> list[Suggestion]:
        """Those shown that contradict nobody: what may be accepted all at once."""
        return [one for one in self.shown if one.id not in self.doubts]

    @Slot()
    def reload(self) -> None:
        """Read what waits again, for the image that is shown and for all."""
        self.note_change()
        if self._page.current_name is not None:
            self.load_image(self._page.current_name)

    @Slot(str)
    def load_image(self, name: str) -> None:
        """Read what waits on the image ``name``."""
        if name != self._image:
            self._image, self._open, self._asked, self.held = name, [], None, False
            self.offer()
        store = self._store
        if store is not None:
            self.ask(
                lambda: without_doubles(store.open_suggestions(name), rejected_on(store, name)),
                lambda found: self._loaded(name, found),
                "image",
            )

    @Slot(str)
    def note_change(self, image: str | None = None) -> None:
        """Count again: something else is drawn on an image, or on all of them perhaps."""
        self._counting.note_change(image)
        self.count()

    @Slot()
    def count(self) -> None:
        """Count what waits at the threshold or above in all images: what says something that is not there already."""
        self._counting.count(self.threshold)

    def set_threshold(self, threshold: float) -> None:
        """Show what has a score of ``threshold`` (0 to 1) or more."""
        self.threshold = threshold
        self.offer()
        self.count()

    def set_visible(self, visible: bool) -> None:
        """Show the suggestions, or the picture without them; what is hidden is not judged by mistake."""
        self.visible = visible
        self.offer()

    def set_disagreements_wanted(self, wanted: bool) -> None:
        """Show what contradicts a person as well, or not."""
        self.disagreements_wanted = wanted
        self.offer()

    def show_suggestion(self, image: str, suggestion: int) -> None:
        """Open an image with the suggestion of that number current, wherever the threshold is."""
        self._page.show_image(image)
        self._image = None
        self.load_image(image)
        self._asked = suggestion

    @property
    def busy(self) -> bool:
        """Tell whether something is being read or written."""
        return self._executor.busy

    def ask(self, work: Callable[[], Any], done: Callable[[Any], None], key: str) -> None:
        """Run work on the store's thread, after what was said before; what waits of the same key it replaces."""
        self._executor.submit(work, done, self.failed.emit, key=key, owner=self)

    def write(self, *works: object) -> None:
        """Run work on the store's thread, after what was said before; a shutdown waits for it."""
        for work in works:
            self._executor.submit(work, None, self.failed.emit, must_run=True)  # type: ignore[arg-type]

    def shutdown(self) -> None:
        """Write down what was said and end the thread."""
        self._executor.shutdown()

    # -- which one is current --------------------------------------------------------------------------------------

    @Slot(int)
    def choose(self, place: int) -> None:
        """Take the one at ``place`` in what is shown in hand."""
        if 0 <= place < len(self.shown):
            self._hold(self.shown[place])

    @Slot()
    def next(self) -> None:
        """Go to the next one, after the last to the first."""
        self._step(1)

    @Slot()
    def previous(self) -> None:
        """Go to the one before, before the first to the last."""
        self._step(-1)

    @Slot()
    def let_go(self) -> None:
        """Have keys mean again what they mean without suggestions."""
        if self.held:
            self.held = False
            self.changed.emit()

    # -- what became of some ---------------------------------------------------------------------------------------

    def take_off(self, chosen: Sequence[Suggestion]) -> None:
        """Take the chosen ones off the image: they were judged. The next one is current then."""
        ids = {suggestion.id for suggestion in chosen}
        place = self.shown.index(self.current) if self.current in self.shown else 0
        self._open = [suggestion for suggestion in self._open if suggestion.id not in ids]
        left = [suggestion for suggestion in self.shown if suggestion.id not in ids]
        self.current = left[min(place, len(left) - 1)] if left else None

    def put_back(self, chosen: Sequence[Suggestion]) -> None:
        """Offer the chosen ones again, as undo does; the first of them is current then."""
        there = {suggestion.id for suggestion in self._open}
        back = [s for s in chosen if s.image == self._image and s.id not in there]
        self._open = sorted([*self._open, *back], key=lambda suggestion: -suggestion.score)
        self.current = back[0] if back else self.current
        self.offer()

    @Slot()
    def offer(self) -> None:
        """Work out what is shown now: open, good enough, and not there already."""
        annotation = self._page.document.annotation
        enough = [s for s in self.open if s.id == self._asked or s.score >= self.threshold]
        found = compared(annotation, enough) if annotation is not None and enough else []
        self.doubts = {s.id: doubt for s, (_, doubt) in zip(enough, found, strict=False) if doubt is not None}
        fresh = [s for s, (standing, _) in zip(enough, found, strict=False) if standing is Standing.NEW]
        wanted = [s for s in enough if s.id in self.doubts and (self.disagreements_wanted or s.id == self._asked)]
        self.shown = [*fresh, *wanted]
        self._keep_current(fresh)
        self._count_below(annotation)
        self.changed.emit()

    # -- inside ----------------------------------------------------------------------------------------------------

    def _keep_current(self, fresh: Collection[Suggestion]) -> None:
        asked = next((one for one in self.shown if one.id == self._asked), None)
        if asked is not None and self.current is None:
            self.current, self.held = asked, True
        # the very one of those shown, which may have been read anew: the ghost and the chip that are it are marked
        same = (one for one in self.shown if one == self.current)
        self.current = next(same, next(iter(fresh or self.shown), None))
        self.held = self.held and self.current is not None

    def _count_below(self, annotation: Annotation | None) -> None:
        """Count beside the window what is below the threshold: comparing hundreds of masks takes its time."""
        some, threshold = [] if self.shown else self.open, self.threshold
        if annotation is None or not some:
            self.below = 0
            return
        self.ask(
            lambda: len(hidden(annotation, some, threshold)),
            lambda count: self._take_below(count, annotation, some),
            "below",
        )

    def _take_below(self, count: int, annotation: Annotation, some: Sequence[Suggestion]) -> None:
        """Tell what was counted, if nothing else is drawn or waits by now."""
        still = annotation is self._page.document.annotation and some is self.open and not self.shown
        if still and count != self.below:
            self.below = count
            self.changed.emit()

    def _loaded(self, name: str, found: list[Suggestion]) -> None:
        """Take what was read, if its image is still shown."""
        if name == self._image:
            self._open = found
            self.offer()

    def _step(self, by: int) -> None:
        """Move the current one by so many places, round and round."""
        if self.shown:
            place = self.shown.index(self.current) if self.current in self.shown else -by
            self._hold(self.shown[(place + by) % len(self.shown)])

    def _hold(self, suggestion: Suggestion) -> None:
        """Take one in hand; no object is selected besides, or a key would mean that."""
        self._page.selection.set(())
        self.current, self.held = suggestion, True
        self.changed.emit()
