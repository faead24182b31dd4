"""The dialog that import, export, merging and resizing share: a form, what would come of it, the work, the result."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, QUrl, Signal, Slot
from PySide6.QtGui import QCloseEvent, QDesktopServices
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from core.errors import AnnotrainError
from core.voc.interchange.conversion import Result
from desktop import theme
from desktop.error_words import words_of
from desktop.interchange.form import Form
from desktop.interchange.latest_work import LatestWork
from desktop.interchange.report_view import ReportView
from desktop.interchange.task import Seen, Task, Work
from desktop.room import Scrolled, resize_to_fit

_REST_MS = 250  # after so long without another key the sources are read


class InterchangeDialog(QDialog):
    """Reads what the form names as soon as it is complete, lists what would be lost, and writes when told to.

    Reading and writing run on a thread of the dialog's own; closing it ends both, and a dataset half written goes away.
    """

    open_asked = Signal(Path)

    def __init__(self, form: Form, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"{form.name}_dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(form.title)
        resize_to_fit(self, 720, 600)
        self.form = form
        self._work = Work()
        self._latest = LatestWork(self)
        self._read: tuple[object, ...] | None = None
        self._seen: Seen | None = None
        self._result: Result | None = None
        self._writing = False
        self._timer = QTimer(self, singleShot=True, interval=_REST_MS)
        self._timer.timeout.connect(self._look)
        self._lay_out()
        self._latest.progressed.connect(self._show_progress)
        form.changed.connect(self._changed)
        self._changed()

    # -- the looks -------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        """Put form, report, progress and buttons in place."""
        self.report = ReportView()
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._doing = theme.note()
        self.problem = QLabel()
        self.problem.setObjectName("interchange_problem")
        self.problem.setProperty("role", "problem")
        self.problem.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[2 * theme.SPACE] * 4)
        column.setSpacing(theme.SPACE)
        column.addWidget(Scrolled(self._content()), 1)
        column.addWidget(self.problem)
        column.addWidget(self._doing)
        column.addWidget(self._bar)
        column.addLayout(self._buttons())

    def _content(self) -> QWidget:
        """Put what may need more room than there is below each other."""
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE)
        column.addWidget(theme.note(self.form.claim))
        column.addWidget(self.form)
        column.addWidget(self.report, 1)
        return content

    def _buttons(self) -> QHBoxLayout:
        """Build the row of buttons."""
        self.show_button = self._button(self.tr("Show folder"), "show_result_button", self._show_folder)
        self.open_button = self._button(self.tr("Open as project"), "open_result_button", self._open_project)
        self.cancel_button = self._button(self.tr("Cancel"), "interchange_cancel_button", self.reject)
        self.go_button = self._button(self.form.verb, "interchange_go_button", self._go)
        self.go_button.setProperty("role", "primary")
        self.go_button.setDefault(True)
        row = QHBoxLayout()
        row.setSpacing(theme.SPACE)
        row.addStretch(1)
        for button in (self.show_button, self.open_button, self.cancel_button, self.go_button):
            row.addWidget(button)
        return row

    def _button(self, text: str, name: str, call: Callable[[], object]) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: call())
        return button

    def _refresh(self) -> None:
        """Show what can be done now."""
        task, result = self.form.task(), self._result
        fresh = self._seen is not None and task is not None and task.reading == self._read
        busy = self._writing or self._latest.busy
        self._bar.setVisible(busy)
        self._doing.setVisible(busy)
        self.form.setVisible(result is None)
        self.form.setEnabled(not self._writing)
        self.go_button.setVisible(result is None)
        self.go_button.setEnabled(fresh and not busy and self._target_problem(task) == "")
        lossy = self._seen is not None and bool(self._seen.survey.losses)
        self.go_button.setText(self.form.verb_anyway if lossy and fresh else self.form.verb)
        self.cancel_button.setText(self.tr("Cancel") if result is None else self.tr("Close"))
        done = result is not None and not result.cancelled
        self.show_button.setVisible(done)
        self.open_button.setVisible(done and self.form.makes_project)

    # -- reading ---------------------------------------------------------------------------------------------------

    @Slot()
    def _changed(self) -> None:
        """Read again, a moment after the last change, if what would be read is another."""
        task = self.form.task()
        self.problem.setText("" if task is None else self._target_problem(task))
        self.problem.setVisible(bool(self.problem.text()))
        if task is None:
            self._forget(self.form.missing())
        elif task.reading != self._read:
            self._forget(self.tr("Reading…"))
            self._timer.start()
        self._refresh()

    def _forget(self, words: str) -> None:
        """Stop reading, and show only ``words``."""
        self._latest.stop()
        self._seen = self._read = None
        self.report.clear(words)

    @Slot()
    def _look(self) -> None:
        """Read the sources in the background."""
        task = self.form.task()
        if task is None or self._writing:
            return
        self._read = task.reading
        self._start(
            self.tr("Reading…"),
            lambda report, stop: self._work.look(task, report, stop),
            lambda seen: self._looked(task, seen),
        )

    def _looked(self, task: Task, seen: Seen) -> None:
        """Show what would come of it."""
        if seen.survey.cancelled or task.reading != self._read:
            return
        self._seen = seen
        self.form.take(seen)
        survey = seen.survey
        words = self._counts(survey.images, survey.objects)
        labels = self.tr("%n label(s)", "", len(survey.labels))
        found = ", ".join(dict.fromkeys(seen.found))
        summary = self.tr("Found: {format}. The new dataset will have {what}.")
        summary = summary.format(format=found, what=f"{words}, {labels}")
        self.report.show_report(
            summary, (*seen.remarks, *seen.notes), survey.losses, (*seen.problems, *survey.problems)
        )

    def _counts(self, images: int, objects: int) -> str:
        """Say how many images and objects there are."""
        return ", ".join((self.tr("%n image(s)", "", images), self.tr("%n object(s)", "", objects)))

    def _target_problem(self, task: Task | None) -> str:
        """Say why nothing can be written there, "" where it can."""
        if task is None:
            return ""
        target = task.target
        if target.exists() and (not target.is_dir() or any(target.iterdir())):
            return self.tr("{target} is there already and not empty: choose a new folder.").format(target=target)
        if any(source in target.parents for source in task.sources):
            return self.tr("The new folder must not lie in the source, which is never written.")
        return ""

    # -- writing ---------------------------------------------------------------------------------------------------

    @Slot()
    def _go(self) -> None:
        """Write the new dataset in the background."""
        task, seen = self.form.task(), self._seen
        if task is None or seen is None:
            return
        self._writing = True
        self._start(
            self.tr("Writing…"),
            lambda report, stop: self._work.write(task, seen.survey.labels, report, stop),
            self._written,
        )

    def _written(self, result: Result) -> None:
        """Show what was done."""
        self._writing = False
        if result.cancelled:
            self.report.clear(self.tr("Cancelled; nothing was written."))
            return
        self._result = result
        words = self.tr("{target} was written: {what}.")
        words = words.format(target=result.target, what=self._counts(result.images, result.objects))
        self.report.show_report(words, result.notes, (), result.problems, done=True)
        self.open_button.setDefault(True)

    def _show_folder(self) -> None:
        """Show the new folder in the system's own way."""
        if self._result is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._result.target)))

    def _open_project(self) -> None:
        """Open the new dataset in the window."""
        if self._result is not None:
            self.open_asked.emit(self._result.target)
            self.accept()

    # -- background work -------------------------------------------------------------------------------------------

    def _start(self, words: str, work: Callable[..., object], done: Callable[..., None]) -> None:
        """Run work in the background; what ran before is asked to end."""
        self._doing.setText(words)
        self._bar.setRange(0, 0)
        self._latest.begin(work, lambda result: (done(result), self._refresh()), self._failed)
        self._refresh()

    def _failed(self, error: BaseException) -> None:
        """Say why nothing came of it."""
        self._writing = False
        self._seen = None
        if isinstance(error, AnnotrainError):
            self.report.clear(words_of(error))
        self._refresh()

    @Slot(int, int)
    def _show_progress(self, done: int, total: int) -> None:
        """Move the bar."""
        self._bar.setRange(0, total)
        self._bar.setValue(done)

    # -- the end ---------------------------------------------------------------------------------------------------

    def reject(self) -> None:
        """While it writes, cancelling ends that alone; otherwise the dialog closes."""
        if self._writing and not self._latest.stopping:
            self._latest.stop()
            self._doing.setText(self.tr("Cancelling…"))
            return
        super().reject()

    def done(self, result: int) -> None:
        """End the thread, then close."""
        self._end()
        super().done(result)

    def closeEvent(self, event: QCloseEvent) -> None:
        """End the thread, then close."""
        self._end()
        super().closeEvent(event)

    def _end(self) -> None:
        self._timer.stop()
        self._latest.shutdown()
        self._work.close()
