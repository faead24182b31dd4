"""Knows, from the opening of a project on, whether it is time to train again."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from core.errors import ModelFolderError
from core.inference.model_folder import ModelFolder
from desktop.jobs.executor import Executor
from desktop.project import Project

if TYPE_CHECKING:
    from core.review.drift.checking import Checked
    from core.review.retraining import Due, Rules, Why
    from core.voc.dataset import Dataset

_REST_MS = 2000  # after so long without another change it is worked out anew


@dataclass(frozen=True)
class Standing:
    """What is chosen, how far each rule is, the version in use and the last check for drift; None: there is none."""

    rules: "Rules"
    due: "Due | None"
    folder: ModelFolder | None
    checked: "Checked | None"


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
        self.standing: Standing | None = None
        self._executor = Executor(self)
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self.think)

    def set_project(self, project: Project | None) -> None:
        """Follow another project, or none."""
        self._rest.stop()
        self._project, self.standing, self._told = project, None, set()
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
            labelled = [one.name for one in project.summaries.values() if one.is_labelled]
            self._executor.submit(
                lambda: _standing(project.dataset, labelled), self._take, self.failed.emit, key="standing", owner=self
            )

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

    def shutdown(self) -> None:
        """End the thread."""
        self._rest.stop()
        self._executor.shutdown()

    def _take(self, standing: Standing) -> None:
        if self._project is None:
            return
        self.standing = standing
        self.known.emit(standing)
        due = standing.due
        if due is not None and (fresh := {(due.model, why) for why in due.reasons} - self._told):
            self._told |= fresh
            self.due.emit(due)


def _standing(dataset: "Dataset", labelled: Sequence[str]) -> Standing:
    """Return how things stand; runs in the background.

    Raises:
        DatasetError: the rules cannot be read.
    """
    from core.review.drift.checking import last_check  # not above: it would delay the window's start
    from core.review.retraining import Rules, standing

    rules, checked = Rules.of(dataset), last_check(dataset)
    try:
        folder = ModelFolder.find(dataset.models_folder)
    except ModelFolderError:
        return Standing(rules, None, None, None)
    due = standing(folder, rules, labelled, checked, datetime.now(UTC))
    is_own = checked is not None and checked.drift.model == folder.reference
    return Standing(rules, due, folder, checked if is_own else None)
