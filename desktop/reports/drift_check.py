"""A check for drift in the background, asked for by a person or by the rule of the dataset."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from desktop.jobs.bulk_job import BulkJob
from desktop.jobs.progress import counting

if TYPE_CHECKING:
    from core.inference.model_folder import ModelFolder
    from core.review.prelabel import Progress
    from core.voc.dataset import Dataset


class DriftCheck(QObject):
    """Runs one check at a time; its result is kept on disk by then when ``ended`` comes."""

    progress = Signal(int, int)  # done, total
    working = Signal(bool)
    ended = Signal()
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._job: BulkJob | None = None

    @property
    def is_working(self) -> bool:
        """Tell whether a check is under way."""
        return self._job is not None

    def start(self, dataset: "Dataset", folder: "ModelFolder") -> None:
        """Compare the newest images with those that the version learned from, unless that is done already."""
        if self._job is not None:
            return
        from core.review.drift.checking import check_drift  # not above: it would delay the window's start

        self._job = job = BulkJob(
            lambda report, should_stop: check_drift(
                dataset, folder, on_progress=counting(report), should_stop=should_stop
            ),
            self,
        )
        job.progress.connect(self._tell)
        job.done.connect(self._end)
        job.failed.connect(self._fail)
        self.working.emit(True)
        job.start()

    @Slot()
    def cancel(self) -> None:
        """Ask the check to end without a result."""
        if self._job is not None:
            self._job.cancel()

    def shutdown(self) -> None:
        """End the check and say nothing more of it."""
        if self._job is not None:
            self._job.shutdown()
            self._job.deleteLater()
            self._job = None
            self.working.emit(False)

    @Slot(object)
    def _tell(self, progress: "Progress") -> None:
        self.progress.emit(progress.done, progress.total)

    @Slot(object)
    def _end(self, _drift: object) -> None:
        self.shutdown()
        self.ended.emit()

    @Slot(object)
    def _fail(self, error: BaseException) -> None:
        self.shutdown()
        self.failed.emit(error)
