"""What can be tried before a run: the preview of the variation, and the trials. Opens their dialogs for the form."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QDialog, QWidget

from core.errors import DatasetError, SpecError
from core.images import read_thumbnail
from core.training.recipes import MODELS
from core.voc.image_sets import class_tags
from desktop.actions import ActionSpec, Menu
from desktop.jobs.executor import Executor
from desktop.project import Project
from desktop.train.plan import Plan
from desktop.train.preview_work import SHOWN, image_of
from desktop.train.spec_form import SpecForm

if TYPE_CHECKING:
    from core.training.spec import Spec

_SAMPLE_SIDE = 360
_SECTION = 3


class Tuning(QObject):
    """Answers the form's buttons; ``save`` writes unsaved edits first, ``failed`` carries why something cannot be."""

    failed = Signal(object)

    def __init__(
        self, form: SpecForm, window: QWidget, save: Callable[[], object], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._form, self._window, self._save = form, window, save
        self._project: Project | None = None
        self._plan: Plan | None = None
        self._sampled = ""
        self.dialog: QDialog | None = None
        self._executor = Executor(self)
        form.preview_asked.connect(self.preview)
        form.check_asked.connect(self.check_five)
        form.rate_asked.connect(self.find_rate)
        form.batch_asked.connect(self.fit_batch)

    def offers(self) -> Iterator[tuple[ActionSpec, Callable[[], object]]]:
        """Yield the actions of the menu with what they do."""
        for name, text, icon, tip, call in (
            ("preview_variation", self.tr("Preview of the &variation…"), "eye",
             self.tr("See on your own images what the variation does to them"), self.preview),
            ("check_five", self.tr("Check on &5 images…"), "check",
             self.tr("Learn five images by heart, and look at what is found on them"), self.check_five),
            ("find_rate", self.tr("Find a learning &rate…"), "curve",
             self.tr("Try learning rates from low to high"), self.find_rate),
            ("fit_batch", self.tr("Find a &batch size…"), "memory",
             self.tr("Find the largest batch that fits the memory and is not slower"), self.fit_batch),
        ):  # fmt: skip
            yield ActionSpec(name=name, text=text, menu=Menu.TRAIN, section=_SECTION, tip=tip, icon=icon,
                             needs_project=True), call  # fmt: skip

    def set_project(self, project: Project | None) -> None:
        """Work on another dataset, or on none."""
        if self.dialog is not None:
            self.dialog.reject()
        self._project, self._plan, self._sampled = project, None, ""
        if project is not None:
            project.plan_changed.connect(self._take_plan)

    def shutdown(self) -> None:
        """Close what is open, and end the thread."""
        self.set_project(None)
        self._executor.shutdown()

    @Slot()
    def preview(self) -> None:
        """Show what the form's variation does to some of the images."""
        project, spec = self._project, self._spec()
        if project is None or spec is None:
            return
        from core.training.picking import pick_varied
        from desktop.train.preview_dialog import PreviewDialog

        names = pick_varied(self._things(spec), SHOWN, seed=spec.seed)
        labels = self._labels(spec)
        aspect = self._plan.places.aspect if self._plan is not None and self._plan.places is not None else 4 / 3
        dialog = PreviewDialog(project.dataset, names, spec, labels, self._colors(), aspect, self._window)
        dialog.chosen.connect(lambda value: self._take({"augmentation": value}))
        self._open(dialog)

    @Slot()
    def check_five(self) -> None:
        """Learn five images by heart."""
        from core.training.trials import TrialKind
        from desktop.train.trial_dialogs import CheckFiveDialog

        self._start(
            lambda project: CheckFiveDialog(project.dataset, self._colors(), self._window), TrialKind.CHECK_FIVE
        )

    @Slot()
    def find_rate(self) -> None:
        """Sweep the learning rate."""
        from core.training.trials import TrialKind
        from desktop.train.trial_dialogs import RateDialog

        self._start(lambda _project: RateDialog(self._window), TrialKind.FIND_RATE)

    @Slot()
    def fit_batch(self) -> None:
        """Try batch sizes."""
        from core.training.trials import TrialKind
        from desktop.train.trial_dialogs import BatchFitDialog

        self._start(lambda _project: BatchFitDialog(self._window), TrialKind.FIT_BATCH)

    def _start(self, make: Callable[[Project], Any], kind: Any) -> None:
        """Save what was drawn, and begin a trial in the dialog made for it; where nothing can be learned, say so."""
        project, spec = self._project, self._spec()
        if project is None or spec is None:
            return
        self._save()
        problem = self._plan.problem_of(MODELS[spec.model].task) if self._plan is not None else None
        if problem is not None:
            self.failed.emit(DatasetError(problem))
            return
        dialog = make(project)
        dialog.chosen.connect(self._take)
        self._open(dialog)
        dialog.start(project.dataset, spec, kind)

    def _open(self, dialog: QDialog) -> None:
        self.dialog = dialog
        dialog.finished.connect(lambda _result: setattr(self, "dialog", None))
        dialog.open()

    def _take(self, values: dict[str, Any]) -> None:
        """Put values into the form, as if a person had typed them."""
        for name, value in values.items():
            self._form.fields[name].put(value)

    def _spec(self) -> "Spec | None":
        try:
            return self._form.spec()
        except SpecError as error:
            self.failed.emit(error)
            return None

    def _labels(self, spec: "Spec") -> tuple[str, ...]:
        """Return the labels or tags that the spec learns."""
        names = self._plan.names(MODELS[spec.model].task) if self._plan is not None else ()
        return tuple(name for name in names if spec.labels is None or name in spec.labels)

    def _things(self, spec: "Spec") -> dict[str, tuple[str, ...]]:
        """Return what each image has of them, of the images that have something or other."""
        project = self._project
        if project is None:
            return {}
        known = set(self._labels(spec))
        found = {
            name: tuple(thing for thing in (*summary.objects, *summary.tags) if thing in known)
            for name, summary in project.summaries.items()
        }
        said = {name: things for name, things in found.items() if things}
        return said or class_tags(project.dataset) or found

    def _colors(self) -> dict[str, str]:
        """Return the colour of each label; tags have none and are written."""
        labels = self._project.label_list.labels if self._project is not None else ()
        return {label.name: label.color for label in labels}

    @Slot(object)
    def _take_plan(self, plan: Plan) -> None:
        """Show a first picture where a region can be chosen."""
        self._plan = plan
        project = self._project
        if project is None or self._sampled or not project.dataset.entries:
            return
        name = next((name for name, summary in project.summaries.items() if summary.objects or summary.tags),
                    project.dataset.entries[0].name)  # fmt: skip
        self._sampled, path = name, project.dataset.entry(name).path
        self._executor.submit(
            lambda: image_of(read_thumbnail(path, _SAMPLE_SIDE)), self._form.set_sample, _pass_over, owner=self
        )


def _pass_over(_error: BaseException) -> None:
    """Leave it at grey: a picture that cannot be read is named by the check."""
