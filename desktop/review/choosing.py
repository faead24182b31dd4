"""What a person chose for pre-labelling, kept with the project: settings for each model, and two switches."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot

from core.geometry import Box
from core.inference.model_folder import ModelFolder
from core.review.prelabel_settings import PrelabelChoices
from core.review.proposing import PrelabelSettings
from core.voc.annotation import Annotation
from desktop.annotate.page import AnnotatePage
from desktop.jobs.executor import Executor
from desktop.project import Project
from desktop.review.actions import ReviewActions
from desktop.review.picture_choice import Region
from desktop.review.settings_popup import SettingsPopup
from desktop.review.suggestion_bar import SuggestionBar


class Choosing(QObject):
    """Reads and keeps the choices; the panel with the settings is built when it is first asked for.

    ``changed`` says that other settings, or another version, are in force.
    """

    changed = Signal()
    failed = Signal(object)

    def __init__(
        self, page: AnnotatePage, bar: SuggestionBar, actions: ReviewActions, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._page = page
        self._bar = bar
        self._actions = actions
        self._executor = Executor(self)
        self._project: Project | None = None
        self._choices = PrelabelChoices()
        self._popup: SettingsPopup | None = None
        actions["prelabel_settings"].triggered.connect(self.open)
        actions["assist"].toggled.connect(lambda on: self._keep(replace(self._choices, assist=on)))
        actions["show_disagreements"].toggled.connect(lambda on: self._keep(replace(self._choices, disagreements=on)))
        bar.model_changed.connect(lambda _model: self.changed.emit())

    def set_project(self, project: Project | None) -> None:
        """Take the choices of another project, or none."""
        self._executor.shutdown()
        self._executor = Executor(self)
        self._project = None  # nothing is kept while they are taken over
        self._take(PrelabelChoices())
        self._project = project
        if project is not None:
            dataset = project.dataset
            self._executor.submit(
                lambda: PrelabelChoices.read(dataset), self._take, self.failed.emit, key="read", owner=self
            )

    def settings_of(self, model: ModelFolder) -> PrelabelSettings:
        """Return what is asked of a version."""
        return self._choices.of(model.card.name)

    @Slot()
    def open(self) -> None:
        """Show the panel with the settings for the version chosen in the bar."""
        model = self._bar.row.model
        if model is None:
            self._bar.row.start()  # says what to do first
            return
        if self._popup is None:
            self._popup = SettingsPopup(self._selected_region, self._bar)
            self._popup.changed.connect(self._take_settings)
        labels, tags = self._page.label_list.names, self._page.marks.known_tags
        self._popup.show_for(model, tags if model.card.task == "classification" else labels, self.settings_of(model))
        self._popup.open_beside(self._bar.row.button)

    def shutdown(self) -> None:
        """Write down what was chosen, and end the thread."""
        self._executor.shutdown()

    def _selected_region(self) -> Region | None:
        """Return the bounds of what is selected on the open image as shares of its sides."""
        annotation, places = self._page.document.annotation, self._page.selection.places
        if annotation is None or not places or not annotation.width or not annotation.height:
            return None
        return _region_of(annotation, Box.around(
            [corner for place in places for corner in _corners(annotation.objects[place].shape.bounds)]))  # fmt: skip

    @Slot(object)
    def _take_settings(self, settings: PrelabelSettings) -> None:
        model = self._bar.row.model
        if model is not None:
            self._keep(self._choices.with_settings(model.card.name, settings))
            self.changed.emit()

    def _take(self, choices: PrelabelChoices) -> None:
        """Take over what was kept."""
        self._choices = choices
        self._actions["assist"].setChecked(choices.assist)
        self._actions["show_disagreements"].setChecked(choices.disagreements)
        self.changed.emit()

    def _keep(self, choices: PrelabelChoices) -> None:
        if self._project is not None and choices != self._choices:
            self._choices, dataset = choices, self._project.dataset
            self._executor.submit(
                lambda: choices.write(dataset), None, self.failed.emit, key="write", owner=self, must_run=True
            )


def _corners(box: Box) -> tuple[tuple[float, float], tuple[float, float]]:
    return (box.x0, box.y0), (box.x1, box.y1)


def _region_of(annotation: Annotation, box: Box) -> Region:
    inside = box.clamped(annotation.width, annotation.height)
    width, height = annotation.width, annotation.height
    return inside.x0 / width, inside.y0 / height, inside.x1 / width, inside.y1 / height
