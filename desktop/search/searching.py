"""Answers searches in the background, and says when the answers may be others."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from core.errors import AnnotrainError
from core.review.queries import suggested
from core.voc.dataset import Dataset
from core.voc.index import DatasetIndex
from core.voc.search import Query
from desktop.jobs.executor import Executor

_REST_MS = 250  # after so long without another change the searches are made anew


class Searching(QObject):
    """Searches the open dataset on a thread of its own; of one asker's searches the newest wins.

    ``changed`` says that files were read or saved, so that what is shown should be searched again.
    """

    changed = Signal()
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._executor = Executor(self)
        self._dataset: Dataset | None = None
        self._index: DatasetIndex | None = None
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self.changed)

    def set_index(self, dataset: Dataset | None, index: DatasetIndex | None) -> None:
        """Search another dataset, or none."""
        self._dataset, self._index = dataset, index

    def note_change(self, *_what: object) -> None:
        """Say that something was read, edited or judged."""
        if self._index is not None and not self._rest.isActive():
            self._rest.start()

    def find(self, asker: QObject, query: Query, on_found: Callable[[list[int]], None]) -> None:
        """Find the places of the images in the dataset's order, and hand them to ``on_found`` on the main thread."""
        index, dataset = self._index, self._dataset
        if index is None or dataset is None:
            return

        def done(places: list[int]) -> None:
            if index is self._index:  # otherwise another dataset was opened meanwhile
                on_found(places)

        self._executor.submit(
            lambda: index.places(query, suggested(dataset)), done, self._failed, key=str(id(asker)), owner=asker
        )

    def ask(self, asker: QObject, work: Callable[[DatasetIndex], object], on_done: Callable[..., None]) -> None:
        """Have other questions answered by the index on the same thread, such as statistics."""
        index = self._index
        if index is None:
            return

        def done(answer: object) -> None:
            if index is self._index:
                on_done(answer)

        self._executor.submit(lambda: work(index), done, self._failed, key=f"ask {id(asker)}", owner=asker)

    def shutdown(self) -> None:
        """End the thread."""
        self._rest.stop()
        self._executor.shutdown()

    def _failed(self, error: BaseException) -> None:
        if isinstance(error, AnnotrainError):
            self.failed.emit(error)
