"""Works out in the background what to label next, and walks from one proposed image to the next."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from core.voc.dataset import Dataset
from desktop.actions import ActionSpec, Menu
from desktop.annotate.page import AnnotatePage
from desktop.jobs.executor import Executor
from desktop.next.page import NextPage
from desktop.project import Project

if TYPE_CHECKING:
    from core.review.next_up import NextUp

PAGE = "label_next"


class Proposing(QObject):
    """Stands between the page, the stored suggestions and embeddings, and the annotate page.

    ``image_asked`` carries the image to be opened, ``said`` a sentence for the status bar.
    """

    image_asked = Signal(str)
    said = Signal(str)
    failed = Signal(object)
    _told = Signal(object, int, int)  # the work, images looked at, of how many

    def __init__(self, page: NextPage, annotate: AnnotatePage, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._page, self._annotate = page, annotate
        self._project: Project | None = None
        self._executor = Executor(self)
        self._work: _Work | None = None
        self._is_stale = True
        self._goes_on = False
        page.opened.connect(self.image_asked)
        page.refresh_asked.connect(self.refresh)
        self._told.connect(self._show_progress)

    def spec(self) -> ActionSpec:
        """Return the action that goes to the next proposed image; it calls :meth:`go_to_next`."""
        return ActionSpec(
            name="next_to_label", text=self.tr("Next to label"), menu=Menu.IMAGE, section=2, keys=("Ctrl+Alt+D",),
            icon="label_next", tip=self.tr("Open the image that teaches most, as the page 'Label next' has them"),
            needs_project=True,
        )  # fmt: skip

    def set_project(self, project: Project | None) -> None:
        """Propose images of another project, or none."""
        self._end_work()
        self._project, self._is_stale, self._goes_on = project, True, False
        self._page.list.thumbnails.set_dataset(project.dataset if project is not None else None)
        self._page.clear()

    @Slot()
    def note_change(self, *_what: object) -> None:
        """Note that labels, suggestions or versions are others now: the order is worked out when it is looked at."""
        self._is_stale = True

    @Slot(str)
    def note_page(self, name: str) -> None:
        """Work the order out when the page is shown and it is not what it was."""
        if name == PAGE and self._is_stale and self._work is None:
            self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Work the order out anew."""
        project = self._project
        if project is None:
            return
        self._end_work()
        self._is_stale = False
        work = self._work = _Work(project.dataset)
        self._page.show_working(0, 0)
        self._executor.submit(
            lambda: work.next_up(lambda done, total: self._told.emit(work, done, total), lambda: self._executor.closed),
            lambda made: self._show(work, made),
            lambda error: self._give_up(work, error),
            owner=self,
        )

    @Slot()
    def go_to_next(self) -> None:
        """Open the first of the proposed images without labels yet; work the order out where there is none."""
        if not self._open_next() and self._project is not None:
            self._goes_on = True
            self.said.emit(self.tr("Working out what to label next…"))
            if self._work is None:
                self.refresh()

    def shutdown(self) -> None:
        """End the threads."""
        self._end_work()
        self._executor.shutdown()
        self._page.list.thumbnails.shutdown()

    def _open_next(self) -> bool:
        """Open the first proposed image that has no labels yet and is not open; tell whether there is one."""
        states, current = self._annotate.parts.images.model, self._annotate.current_name
        for one in self._page.list.proposed:
            if one.image != current and not states.state_of(one.image).is_touched:
                self.image_asked.emit(one.image)
                return True
        return False

    def _end_work(self) -> None:
        if self._work is not None:
            self._work.stopped = True
            self._work = None

    @Slot(object, int, int)
    def _show_progress(self, work: "_Work", done: int, total: int) -> None:
        if work is self._work:
            self._page.show_working(done, total)

    def _show(self, work: "_Work", made: "tuple[NextUp, str | None]") -> None:
        if work is not self._work:
            return
        self._work = None
        up, model = made
        self._page.show_next(up, work.dataset.entries, model)
        goes_on, self._goes_on = self._goes_on, False
        if goes_on and not self._open_next():
            nothing = self.tr("Every image is labelled: there is nothing left to propose.")
            self.said.emit(self.tr("No other image is without labels.") if up.proposed else nothing)

    def _give_up(self, work: "_Work", error: BaseException) -> None:
        if work is self._work:
            self._work, self._goes_on, self._is_stale = None, False, True
            self._page.stop_working()
            self.failed.emit(error)


class _Work:
    """One working out of the order; ``stopped`` ends it."""

    def __init__(self, dataset: Dataset) -> None:
        self.dataset = dataset
        self.stopped = False

    def next_up(self, tell, is_closed) -> "tuple[NextUp, str | None]":  # noqa: ANN001  two callables
        """Return the order and the version in use; runs in the background.

        Raises:
            DatasetError, ModelFolderError: the suggestions cannot be read, or the model not be loaded.
        """
        from core.inference.model_folder import ModelFolder, list_models  # not above: the start would wait for them
        from core.review.looks import Looks
        from core.review.next_up import NextUp
        from core.review.store import SuggestionStore

        folder = self.dataset.models_folder
        model = ModelFolder.find(folder) if list_models(folder) else None
        store, looks = SuggestionStore.of(self.dataset), Looks.of(self.dataset)
        threshold = {} if model is None or model.use.threshold is None else {"threshold": model.use.threshold}
        try:
            up = NextUp.of(
                self.dataset, store, looks, model, on_progress=tell,
                should_stop=lambda: self.stopped or is_closed(), **threshold,
            )  # fmt: skip
        finally:
            store.close()
            looks.close()
        return up, model.reference if model is not None else None
