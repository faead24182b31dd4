"""Advice on the run that is looked at, worked out in the background whenever an epoch or the run ends."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from core.errors import DatasetError
from core.training.advice import Advice, Curves, LabelCounts, Recording, advise
from core.training.events import EpochEnded, RunEnded
from core.training.recipes import MODELS
from core.training.run_folder import RunFolder
from core.voc.dataset import Dataset
from core.voc.image_sets import read_set
from core.voc.index import ImageSummary
from desktop.jobs.executor import Executor
from desktop.jobs.training_monitor import RunNews
from desktop.project import Project
from desktop.train.advice_panel import AdvicePanel


class Advising(QObject):
    """Listens to the run that is followed and fills the panel; what is to be tried goes out as a whole spec."""

    advised = Signal(object)  # tuple[Advice, ...] on the run that is looked at
    spec_asked = Signal(object)  # Spec of the next run
    failed = Signal(object)

    def __init__(self, panel: AdvicePanel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._panel = panel
        self._project: Project | None = None
        self._run: Path | None = None
        self._recording = Recording()
        self._executor = Executor(self)
        panel.next_run.connect(self._propose)

    def set_project(self, project: Project | None) -> None:
        """Look at the runs of another project, or of none."""
        self._project = project
        self.forget()
        if project is not None:
            project.plan_changed.connect(self.think)

    def shutdown(self) -> None:
        """End the thread."""
        self._executor.shutdown()

    @Slot()
    def forget(self, *_run: object) -> None:
        """Forget the run that was looked at."""
        self._run, self._recording = None, Recording()
        self._panel.show_nothing()
        self.advised.emit(())

    @Slot(object)
    def add_news(self, news: RunNews) -> None:
        """Take what the followed run said; think about it anew where an epoch or the run ended."""
        if news.fresh or news.path != self._run:
            self._run, self._recording = news.path, Recording()
        self._recording.add(event for event in news.events if event is news.started)
        self._recording.add_steps(news.steps, news.losses)
        self._recording.add(event for event in news.events if event is not news.started)
        if news.fresh or any(isinstance(event, EpochEnded | RunEnded) for event in news.events):
            self.think()

    @Slot()
    def think(self, *_plan: object) -> None:
        """Work the advice out anew, such as when the labels of all images are known."""
        run, project, curves = self._run, self._project, self._recording.curves()
        if run is None or project is None:
            return
        summaries = list(project.summaries.values()) if project.is_read else []
        self._executor.submit(
            lambda: _advice_on(RunFolder(run), project.dataset, summaries, curves),
            lambda found: self._show(run, found, curves),
            self.failed.emit,
            key="advice",
            owner=self,
        )

    def _show(self, run: Path, found: tuple[Advice, ...], curves: Curves) -> None:
        if run == self._run:
            self._panel.show_advice(found, curves.count, failed=curves.state == "failed")
            self.advised.emit(found)

    @Slot(object)
    def _propose(self, changes: dict[str, object]) -> None:
        """Pass the run's own spec on with the changes made."""
        if self._run is None:
            return
        run = RunFolder(self._run)
        self._executor.submit(lambda: run.spec.changed(**changes), self.spec_asked.emit, self.failed.emit, owner=self)


def _advice_on(
    run: RunFolder, dataset: Dataset, summaries: Sequence[ImageSummary], curves: Curves
) -> tuple[Advice, ...]:
    """Return the advice; runs in the background. Where the images or their lists are not known, on the curves alone."""
    spec = run.spec
    try:
        sets = [read_set(dataset, name) for name in (spec.train_set, spec.val_set)]
    except DatasetError:
        return advise(curves, spec)
    if not summaries:
        return advise(curves, spec)
    by_tag = MODELS[spec.model].task == "classification"
    labels = {one.name: one.tags if by_tag else tuple(one.objects) for one in summaries if one.is_annotated}
    return advise(curves, spec, LabelCounts.of(*sets, labels))
