"""The place of the evaluation page."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from core.inference.model_folder import ModelFolder
from desktop.annotate.page import AnnotatePage
from desktop.late_page import LatePage, PageWork
from desktop.project import Project


class Evaluation(LatePage):
    """Keeps the versions that there are for the page."""

    PAGE = "evaluate"
    STANDS_ON = ("desktop.evaluate.evaluating", "desktop.evaluate.plots")  # a second to import
    PASSED_ON = ("image_asked", "images_asked", "use_changed", "said", "warned", "failed")

    image_asked = Signal(str, object)  # name, place of the object or None
    images_asked = Signal(object)  # names of images to be shown in the gallery
    use_changed = Signal(object)  # ModelFolder
    said = Signal(str)
    warned = Signal(str)
    failed = Signal(object)

    def __init__(self, annotate: AnnotatePage, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._annotate = annotate
        self._models: Sequence[ModelFolder] = ()

    def set_project(self, project: Project | None) -> None:
        """Judge the models of another project, or of none."""
        self._models = ()
        super().set_project(project)

    @Slot(object)
    def set_models(self, models: Sequence[ModelFolder]) -> None:
        """Offer these versions, newest first."""
        self._models = models
        if self.work is not None:
            self.work.set_models(models)

    @Slot()
    def note_change(self, *_what: object) -> None:
        """Note that an annotation was saved."""
        if self.work is not None:
            self.work.note_change()

    def make(self) -> tuple[QWidget, PageWork]:
        """Return the page and what judges for it."""
        from desktop.evaluate.evaluating import Evaluating
        from desktop.evaluate.page import EvaluatePage

        page = EvaluatePage()
        return page, Evaluating(page, self._annotate, self)

    def built(self) -> None:
        """Tell which versions there are."""
        self.work.set_models(self._models)
