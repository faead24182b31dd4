"""The place of the evaluation page, which is built when it is first looked at, so that no start waits for it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.inference.model_folder import ModelFolder
from desktop.annotate.page import AnnotatePage
from desktop.jobs.executor import Executor
from desktop.jobs.late_import import import_late
from desktop.project import Project

if TYPE_CHECKING:
    from desktop.evaluate.evaluating import Evaluating
    from desktop.evaluate.page import EvaluatePage

PAGE = "evaluate"
_STANDS_ON = ("desktop.evaluate.evaluating", "desktop.evaluate.plots")  # a second to import


class Evaluation(QObject):
    """Keeps what the page has to know until there is one, and passes on what it says."""

    image_asked = Signal(str, object)  # name, place of the object or None
    images_asked = Signal(object)  # names of images to be shown in the gallery
    use_changed = Signal(object)  # ModelFolder
    said = Signal(str)
    warned = Signal(str)
    failed = Signal(object)

    def __init__(self, annotate: AnnotatePage, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.place = QWidget()
        layout = QVBoxLayout(self.place)
        layout.setContentsMargins(0, 0, 0, 0)
        self._annotate = annotate
        self._project: Project | None = None
        self._models: Sequence[ModelFolder] = ()
        self.page: EvaluatePage | None = None
        self.work: Evaluating | None = None
        self._wanted = False
        self._executor = Executor(self)

    def set_project(self, project: Project | None) -> None:
        """Judge the models of another project, or of none."""
        self._project, self._models = project, ()
        if self.work is not None:
            self.work.set_project(project)

    @Slot(object)
    def set_models(self, models: Sequence[ModelFolder]) -> None:
        """Offer these versions, newest first."""
        self._models = models
        if self.work is not None:
            self.work.set_models(models)

    @Slot(str)
    def note_page(self, name: str) -> None:
        """Build the page where it is wanted for the first time."""
        if self.work is not None:
            self.work.note_page(name)
        elif name == PAGE and not self._wanted:
            self._wanted = True
            import_late(_STANDS_ON, self._executor, self._build, self)

    @Slot()
    def note_change(self, *_what: object) -> None:
        """Note that an annotation was saved."""
        if self.work is not None:
            self.work.note_change()

    def shutdown(self) -> None:
        """End threads and processes."""
        self._executor.shutdown()
        if self.work is not None:
            self.work.shutdown()

    def _build(self) -> None:
        """Build the page, now that all that it stands on is loaded."""
        from desktop.evaluate.evaluating import Evaluating
        from desktop.evaluate.page import EvaluatePage

        self.page = EvaluatePage()
        self.place.layout().addWidget(self.page)
        work = self.work = Evaluating(self.page, self._annotate, self)
        for name in ("image_asked", "images_asked", "use_changed", "said", "warned", "failed"):
            getattr(work, name).connect(getattr(self, name))
        work.set_project(self._project)
        work.set_models(self._models)
        if self.place.isVisible():
            work.note_page(PAGE)
