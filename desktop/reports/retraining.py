"""Knows, from the opening of a project on, whether it is time to train again."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from core.errors import ModelFolderError
from core.inference.model_folder import ModelFolder
from desktop.jobs.executor import Executor
from desktop.project import Project
from desktop.reports.drift_check import DriftCheck

if TYPE_CHECKING:
    from core.review.drift.checking import Checked
    from core.review.retraining import Due, Rules, Why
    from core.voc.dataset import Dataset
    from core.voc.index import ImageSummary

_DAY = timedelta(days=1)
_REST_MS = 2000  # after so long without another change it is worked out anew


@dataclass(frozen=True)
class Standing:
    """What is chosen, how far each rule is, the version in use and the last check for drift; None: there is none."""

    rules: "Rules"
    due: "Due | None"
    folder: ModelFolder | None
    checked: "Checked | None"
    wants_check: bool = False
    """Whether the rule on drift asks for a check, which is a matter of the new images alone: it is made once a day."""


class Retraining(QObject):
    """Works out in the background what the rules say. ``due`` comes once for each new reason of a version."""

    known = Signal(object)  # Standing
    due = Signal(object)  # Due
    spec_asked = Signal(object)  # Spec of the next run
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project: Project | None = None
        self._told: set[tuple[str, Why]] = set()
        self._tried: set[str] = set()
        self.drift_check = DriftCheck(self)
        self.drift_check.ended.connect(self.think)
        self.drift_check.failed.connect(self.failed)
        self.standing: Standing | None = None
        self._executor = Executor(self)
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self.think)

    def set_project(self, project: Project | None) -> None:
        """Follow another project, or none."""
        self._rest.stop()
        self.drift_check.shutdown()
        self._project, self.standing, self._told, self._tried = project, None, set(), set()
        if project is not None:
            project.plan_changed.connect(self.think_soon)

    @Slot()
    def think_soon(self, *_what: object) -> None:
        """Work it out when nothing more has changed for a moment: images, labels or versions are others."""
        if self._project is not None:
            self._rest.start()

    @Slot()
    def think(self) -> None:
        """Work it out now."""
        project = self._project
        if project is not None and project.is_read:
            summaries = list(project.summaries.values())
            self._executor.submit(
                lambda: _standing(project.dataset, summaries),
                lambda standing: self._take(standing, project), self.failed.emit, key="standing", owner=self,
            )  # fmt: skip

    def set_rules(self, rules: "Rules") -> None:
        """Keep other rules."""
        project = self._project
        if project is not None:
            self._executor.submit(
                lambda: rules.save(project.dataset), lambda _done: self.think(), self.failed.emit, owner=self,
                must_run=True,
            )  # fmt: skip

    @Slot()
    def ask_run(self) -> None:
        """Offer the run that goes on from the version in use."""
        folder = self.standing.folder if self.standing is not None else None
        if folder is not None:
            from desktop.models.versions import going_on  # not above: that page stands on more than this needs

            self._executor.submit(lambda: going_on(folder), self.spec_asked.emit, self.failed.emit, owner=self)

    @Slot()
    def check_drift(self) -> None:
        """Compare the newest images with those that the version in use learned from."""
        folder = self.standing.folder if self.standing is not None else None
        if self._project is not None and folder is not None:
            self._tried.add(folder.reference)
            self.drift_check.start(self._project.dataset, folder)

    def shutdown(self) -> None:
        """End the threads."""
        self._rest.stop()
        self.drift_check.shutdown()
        self._executor.shutdown()

    def _take(self, standing: Standing, project: Project) -> None:
        if project is not self._project:
            return  # it was worked out for a project that is open no longer
        self.standing = standing
        self.known.emit(standing)
        due = standing.due
        if due is not None and (fresh := {(due.model, why) for why in due.reasons} - self._told):
            self._told |= fresh
            self.due.emit(due)
        if standing.wants_check and standing.folder is not None and standing.folder.reference not in self._tried:
            self.check_drift()


def _standing(dataset: "Dataset", summaries: "Sequence[ImageSummary]") -> Standing:
    """Return how things stand; runs in the background.

    Raises:
        DatasetError: the rules or a list of images cannot be read.
    """
    from core.review.drift import reference  # not above: it would delay the window's start
    from core.review.drift.checking import last_check
    from core.review.retraining import Rules, learnable, standing

    rules, checked = Rules.of(dataset), last_check(dataset)
    try:
        folder = ModelFolder.find(dataset.models_folder)
    except ModelFolderError:
        return Standing(rules, None, None, None)
    now = datetime.now(UTC)
    own = checked if checked is not None and checked.drift.model == folder.reference else None
    is_old = own is None or now - own.when > _DAY
    wants_check = rules.on_drift and is_old and (folder.path / reference.FILE).is_file()
    due = standing(folder, rules, learnable(dataset, summaries, folder.card.task), checked, now)
    return Standing(rules, due, folder, own, wants_check)
