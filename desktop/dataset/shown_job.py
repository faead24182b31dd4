"""Work on many files, with a dialog in front of the window where it takes long."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.dataset.progress_dialog import ProgressDialog
from desktop.jobs.bulk_job import BulkJob

T = TypeVar("T")


class ShownJob(QObject):
    """Runs one :class:`BulkJob` at a time; it is put away before its result, or its error, is passed on.

    ``ended`` comes after that: what did not want to be in its way can follow.
    """

    ended = Signal()

    def __init__(self, window: QWidget, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window = window
        self._job: BulkJob | None = None
        self._dialog: ProgressDialog | None = None

    @property
    def busy(self) -> bool:
        """Tell whether something is under way."""
        return self._job is not None

    def begin(
        self,
        work: Callable[..., T],
        done: Callable[[T], None],
        failed: Callable[[BaseException], None],
        words: str,
        *,
        many: bool,
        can_cancel: bool = True,
    ) -> None:
        """Begin ``work(report, should_stop)``; ``many`` images deserve the dialog, which says the ``words``."""
        job = self._job = BulkJob(work, self)
        dialog = self._dialog = ProgressDialog(words, can_cancel=can_cancel, parent=self._window)
        dialog.cancelled.connect(job.cancel)
        job.progress.connect(dialog.show_progress)
        job.done.connect(lambda result: (self.end(), done(result), self.ended.emit()))
        job.failed.connect(lambda error: (self.end(), failed(error), self.ended.emit()))
        if many:
            dialog.open()
        job.start()

    def end(self) -> None:
        """Put the work away, finished or not; what is under way is cancelled and waited for."""
        if self._dialog is not None:
            self._dialog.hide()
            self._dialog.deleteLater()
            self._dialog = None
        if self._job is not None:
            self._job.shutdown()
            self._job.deleteLater()
            self._job = None
