"""The watch folder of the open project: begun and ended with it, on and off, and the way to what waits for review."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from core.inference.model_folder import ModelFolder
from core.review.watching.doubtful import Doubtful
from core.review.watching.settings import WatchSettings
from core.review.watching.watch import Step
from desktop.actions import ActionBook, ActionSpec, Menu
from desktop.error_words import words_of
from desktop.jobs.executor import Executor
from desktop.numbers import number
from desktop.project import Project
from desktop.watching.dialog import WatchDialog
from desktop.watching.looking import Looking, Seen
from desktop.watching.status import WatchStatus


def _tr(text: str) -> str:
    return QCoreApplication.translate("Watching", text)


def watch_specs() -> tuple[ActionSpec, ...]:
    """Return the actions of the watch folder."""
    return (
        ActionSpec(name="watch_folder", text=_tr("&Watch folder…"), menu=Menu.DATASET, section=60, icon="watch",
                   tip=_tr("Take in and predict the pictures that arrive in a folder"), needs_project=True),
        ActionSpec(name="watch_on", text=_tr("Watch &now"), menu=Menu.DATASET, section=60, checkable=True,
                   tip=_tr("Look into the watched folder while this project is open"), needs_project=True),
        ActionSpec(name="review_doubtful", text=_tr("Review d&oubtful arrivals"), menu=Menu.DATASET, section=60,
                   icon="next-suggested", keys=("Ctrl+Shift+U",),
                   tip=_tr("Open the next arrived image of which the model is least sure"), needs_project=True),
    )  # fmt: skip


class Watching(QObject):
    """Stands between the watched folder, the status bar and the rest of the window."""

    grown = Signal(object, object)  # Entries with the new images behind the others, and their names
    predicted = Signal()
    image_asked = Signal(str, int)  # image, and the number of the suggestion to be looked at, 0 where there is none
    counted = Signal(int)  # how many images wait for review
    said = Signal(str)
    failed = Signal(object)

    def __init__(self, window: QWidget, book: ActionBook, current: Callable[[], str | None], parent: QObject) -> None:
        """``current`` returns the image that is open."""
        super().__init__(parent)
        self._window, self._current = window, current
        self._project: Project | None = None
        self._settings: WatchSettings | None = None
        self._looking: Looking | None = None
        self._step: Step | None = None
        self._problem = ""
        self._models: list[str] = []
        self.waiting: list[Doubtful] = []
        self._executor = Executor(self)
        calls = (self.ask, self._switch, self.review)
        self._actions = [book.add(spec, call) for spec, call in zip(watch_specs(), calls, strict=True)]
        self.status = WatchStatus([self._actions[2], self._actions[1], self._actions[0]])
        self._show()

    def set_project(self, project: Project | None) -> None:
        """Watch for another project, or none."""
        self._end()
        self._project, self._settings = project, None
        if project is not None:
            dataset = project.dataset
            self._executor.submit(
                lambda: WatchSettings.read(dataset), lambda settings: self._begin(settings, project),
                self.failed.emit, key="settings", owner=self,
            )  # fmt: skip
        self._show()

    def shutdown(self) -> None:
        """End the watch and its threads."""
        self._end()
        self._executor.shutdown()

    @Slot(object)
    def show_models(self, models: Sequence[ModelFolder]) -> None:
        """Offer these versions, newest first."""
        self._models = [model.reference for model in models]

    # -- what is asked ---------------------------------------------------------------------------------------------

    @Slot()
    def ask(self) -> None:
        """Ask for the settings."""
        if self._project is not None:
            dialog = WatchDialog(self._project.dataset, self._settings, self._models, self._window)
            dialog.chosen.connect(self._use)
            dialog.open()

    @Slot()
    def _switch(self) -> None:
        """Watch, or watch no longer; where no folder was chosen yet, ask for one."""
        settings = self._settings
        if settings is None:
            self.ask()
            self._show()
        else:
            self._use(WatchSettings(**{**vars(settings), "on": not settings.on}))

    @Slot(object)
    def _use(self, settings: WatchSettings) -> None:
        project = self._project
        if project is not None:
            dataset = project.dataset
            self._executor.submit(
                lambda: settings.write(dataset), lambda _done: self._begin(settings, project), self.failed.emit,
                owner=self, must_run=True,
            )  # fmt: skip

    @Slot()
    def review(self) -> None:
        """Open the doubtful image that comes after the open one, else the lowest-scoring."""
        if not self.waiting:
            self.said.emit(self.tr("No arrived image is doubtful."))
            return
        names = [one.image for one in self.waiting]
        current = self._current()
        place = (names.index(current) + 1) % len(names) if current in names else 0
        one = self.waiting[place]
        self.image_asked.emit(one.image, one.suggestion or 0)
        score = self.tr("nothing was found") if one.score is None else self.tr("score {score}").format(
            score=number(one.score, 2))  # fmt: skip
        words = self.tr("Doubtful image {number} of {all}: {score}.")
        self.said.emit(words.format(number=place + 1, all=len(names), score=score))

    @Slot()
    def recount(self) -> None:
        """Count again which images wait: something was judged or saved."""
        if self._looking is not None:
            self._looking.count()

    # -- inside ----------------------------------------------------------------------------------------------------

    def _begin(self, settings: WatchSettings | None, project: Project) -> None:
        """Watch as these settings say; those of a project that is open no longer come too late."""
        if project is not self._project:
            return
        self._end()
        self._settings = settings
        if settings is not None:
            looking = self._looking = Looking(project.dataset, settings, self)
            looking.seen.connect(self._take)
            looking.waiting.connect(self._take_waiting)
            looking.failed.connect(self._take_problem)
            looking.start()
        self._show()

    def _end(self) -> None:
        if self._looking is not None:
            self._looking.end()
            self._looking.deleteLater()
        self._looking, self._step, self._problem, self.waiting = None, None, "", []

    @Slot(object)
    def _take(self, seen: Seen) -> None:
        self._step, self._problem = seen.step, ""
        if seen.entries is not None:
            new = seen.entries.names[-len(seen.files) :]
            self.grown.emit(seen.entries, new)
        if seen.step.predicted:
            self.predicted.emit()
        self._show()

    @Slot(object)
    def _take_waiting(self, waiting: list[Doubtful]) -> None:
        self.waiting = waiting
        self._show()

    @Slot(object)
    def _take_problem(self, error: BaseException) -> None:
        self._problem = words_of(error)
        self._show()

    def _show(self) -> None:
        settings = self._settings
        self.status.show_state(settings, self._step, len(self.waiting), self._problem)
        _folder, on, review = self._actions
        on.setChecked(settings is not None and settings.on)
        count = len(self.waiting)
        review.setText(
            self.tr("Review the %n d&oubtful arrival(s)", "", count) if count else _tr("Review d&oubtful arrivals")
        )
        review.setEnabled(bool(count) and self._project is not None)
        self.counted.emit(count)
