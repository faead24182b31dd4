"""Checks the open project in the background and connects the check page to everything else."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QMessageBox

from core.editing.batch import ApplyFixes
from core.training.recipes import DEFAULT_MODEL, MODELS
from core.voc.checks import KINDS, Checker, Limits, Problem
from core.voc.checks.ignored import read_ignored, with_problems, write_ignored
from core.voc.search import term
from desktop.annotate.page import AnnotatePage
from desktop.dataset.batch_dialog import plan_words
from desktop.dataset.batches import Batches
from desktop.dataset.check_page import CheckPage, serious
from desktop.dataset.problem_list import shows_many
from desktop.dataset.problem_picture import Seen, look
from desktop.dataset.problem_words import fix_of, title_of
from desktop.jobs.bulk_job import BulkJob, ShouldStop
from desktop.jobs.progress import counting
from desktop.project import Project

_REST_MS = 700  # after so long without another edit the check is made anew


class Checking(QObject):
    """Runs the check when its page is shown and after edits, and does what the page asks for."""

    counted = Signal(int, int)  # problems that are not ignored, serious ones among them
    image_asked = Signal(str, object)  # name, place of the object or None
    images_asked = Signal(str)  # a search
    failed = Signal(object)

    def __init__(
        self, page: CheckPage, annotate: AnnotatePage, batches: Batches, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._page = page
        self._annotate = annotate
        self._batches = batches
        self._project: Project | None = None
        self._checker: Checker | None = None
        self._job: BulkJob | None = None
        self._ignored: dict[str, str] = {}
        self._found: tuple[Problem, ...] = ()
        self._stale = True
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._check_if_seen)
        page.check_asked.connect(self.check)
        page.cancel_asked.connect(self._cancel)
        page.looked_at.connect(self._load_picture)
        page.card.show_asked.connect(self._show)
        page.card.fix_asked.connect(lambda problem: self._fix([problem]))
        page.card.fix_all_asked.connect(self._ask_to_fix_all)
        page.card.ignore_asked.connect(self._toggle_ignored)
        batches.files_changed.connect(self.note_change)

    def set_project(self, project: Project | None) -> None:
        """Check another project, or none."""
        self._end()
        self._rest.stop()
        self._project, self._checker, self._found, self._ignored = project, None, (), {}
        self._stale = True
        self._page.show_unchecked()
        self.counted.emit(0, 0)

    @property
    def stale(self) -> bool:
        """Tell whether files were written since the last check began."""
        return self._stale

    @Slot()
    def note_change(self, *_what: object) -> None:
        """Note that a file was written: what was found may no longer be so."""
        self._stale = True
        self._rest.start()

    @Slot(str)
    def note_page(self, name: str) -> None:
        """Check when the page is looked at."""
        if name == "check":
            self._check_if_seen()

    # -- checking --------------------------------------------------------------------------------------------------

    def _check_if_seen(self) -> None:
        if self._stale and self._page.isVisible():
            self.check()

    @Slot()
    def check(self) -> None:
        """Check the files as they are now; what was read before and has not changed is not read again."""
        project = self._project
        if project is None or self._batches.busy:
            return
        if self._job is not None:
            self._stale = True  # again, when this one is done
            return
        self._annotate.save_now()
        self._stale = False
        limits = self._limits()
        self._page.set_working(working=True)
        job = self._job = BulkJob(lambda report, stop: self._run(project, limits, counting(report), stop), self)
        job.progress.connect(self._page.show_progress)
        job.done.connect(self._checked)
        job.failed.connect(self._not_checked)
        job.start()

    def _run(
        self, project: Project, limits: Limits, report: Callable[[int, int], None], should_stop: ShouldStop
    ) -> tuple[tuple[Problem, ...], dict[str, str]] | None:
        """Return the problems and those ignored, None where it was cancelled; runs on the job's thread."""
        if self._checker is None or self._checker.dataset is not project.dataset:
            self._checker = Checker(project.dataset, limits)
        self._checker.limits = limits  # what was read before is remembered
        found = self._checker.run(report, should_stop)
        return None if should_stop() else (found, read_ignored(project.dataset))

    def _limits(self) -> Limits:
        images, pixels = self._page.limits
        size = MODELS[DEFAULT_MODEL].recipe.image_size
        return replace(Limits(), images_per_label=images, object_px=pixels, input_size=size)

    def _checked(self, found: tuple[tuple[Problem, ...], dict[str, str]] | None) -> None:
        self._end()
        if found is None:
            self._page.show_cancelled()
            return
        self._found, self._ignored = found
        self._tell()
        if self._stale:
            self._rest.start()

    def _not_checked(self, error: BaseException) -> None:
        self._end()
        self.failed.emit(error)

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _end(self) -> None:
        if self._job is not None:
            self._job.shutdown()
            self._job.deleteLater()
            self._job = None
        self._page.set_working(working=False)

    def _tell(self) -> None:
        if self._project is not None:
            self._page.show_found(self._found, self._ignored, len(self._project.dataset.entries))
            self.counted.emit(len(self._page.heeded), serious(self._page.heeded))

    # -- what the page asks for ------------------------------------------------------------------------------------

    def _load_picture(self, problem: Problem | None) -> None:
        project = self._project
        self._page.card.picture.show_seen([])
        if project is None or problem is None or problem.image is None or shows_many(problem):
            return
        dataset, wanted = project.dataset, [(problem.image, problem.place)]
        if problem.other is not None:
            wanted.append((problem.other, None))
        project.executor.submit(
            lambda: [look(dataset, *one) for one in wanted],
            lambda seen: self._show_picture(problem, seen),
            self.failed.emit,
            key="problem picture",
            owner=self,
        )

    def _show_picture(self, problem: Problem, seen: list[Seen | None]) -> None:
        if self._page.card.problem == problem:
            self._page.card.picture.show_seen([one for one in seen if one is not None])

    def _show(self, problem: Problem | None) -> None:
        if problem is None:
            return
        if shows_many(problem):
            self.images_asked.emit(term("label", str(problem.label)))
        elif problem.image is not None and self._project is not None and problem.image in self._project.dataset:
            self.image_asked.emit(problem.image, problem.place)

    def _fix(self, problems: list[Problem]) -> None:
        project = self._project
        if project is None:
            return
        operation = ApplyFixes(problem.fix for problem in problems if problem.fix is not None)
        kind = KINDS[problems[0].kind]
        images = sorted(operation.images(project.summaries.values()) & {e.name for e in project.dataset.entries})
        self._batches.do(operation, images, fix_of(kind))

    def _ask_to_fix_all(self, kind: str) -> None:
        """Say what mending all of a kind comes to, and do it where a person wants it."""
        problems = self._page.fixable(kind)
        if not problems or self._project is None:
            return
        plan = ApplyFixes(p.fix for p in problems if p.fix is not None).plan(self._project.summaries.values())
        box = QMessageBox(self._page.window())
        box.setObjectName("fix_all_box")
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(title_of(KINDS[kind]))
        box.setText(f"{fix_of(KINDS[kind])}: " + self.tr("%n problem(s)", "", len(problems)))
        box.setInformativeText((plan_words(plan) + ". " if plan.images else "") + self.tr("It can be undone."))
        fix = box.addButton(self.tr("Fix all"), QMessageBox.ButtonRole.AcceptRole)
        fix.setObjectName("fix_all_yes")
        box.addButton(QMessageBox.StandardButton.Cancel)
        fix.clicked.connect(lambda: self._fix(problems))
        box.open()

    def _toggle_ignored(self, problem: Problem | None) -> None:
        project = self._project
        if project is None or problem is None:
            return
        if problem.fingerprint in self._ignored:
            self._ignored = {key: words for key, words in self._ignored.items() if key != problem.fingerprint}
        else:
            self._ignored = with_problems(self._ignored, [problem])
        dataset, ignored = project.dataset, self._ignored
        project.executor.submit(lambda: write_ignored(dataset, ignored), None, self.failed.emit, must_run=True)
        self._tell()
