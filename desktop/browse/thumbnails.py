"""Thumbnails with their outlines, made in the background: what is in sight first, the rest forgotten."""

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage, QPixmap

from core.errors import AnnotrainError
from core.voc.dataset import Dataset, ImageEntry
from core.voc.thumbnails import SIDE, ThumbnailStore
from desktop.browse.outlines import Outline, outlines_of
from desktop.error_words import words_of
from desktop.jobs.executor import Executor

KEPT = 600
"""So many thumbnails are held in memory: 120 MB at the most."""


@dataclass(frozen=True)
class Thumbnail:
    """What is shown of one image: a picture, or why there is none, and its objects."""

    picture: QPixmap
    outlines: tuple[Outline, ...] = ()
    problem: str | None = None


class Thumbnails(QObject):
    """Has the wanted thumbnails made on two threads, one image at a time each; ``ready`` names one that is there."""

    ready = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._executors = (Executor(self), Executor(self))
        self._store: ThumbnailStore | None = None
        self._dataset: Dataset | None = None
        self._made: OrderedDict[str, Thumbnail] = OrderedDict()
        self._wanted: list[ImageEntry] = []
        self._under_way: set[str] = set()
        self._stale: set[str] = set()

    def set_dataset(self, dataset: Dataset | None) -> None:
        """Show another dataset's images."""
        if self._store is not None:
            self._store.close()
        self._dataset, self._store = dataset, ThumbnailStore(dataset) if dataset is not None else None
        self._made.clear()
        self._wanted.clear()
        self._stale.clear()

    def get(self, name: str) -> Thumbnail | None:
        """Return an image's thumbnail if it is there."""
        found = self._made.get(name)
        if found is not None:
            self._made.move_to_end(name)
        return found

    def want(self, entries: Sequence[ImageEntry]) -> None:
        """Have these made, the first ones first; what was wanted before and is not begun is forgotten."""
        missing = (entry for entry in entries if entry.name not in self._made or entry.name in self._stale)
        self._wanted = [entry for entry in missing if entry.name not in self._under_way]
        self._go_on()

    def note_changed(self, name: str) -> None:
        """Draw an image's objects anew: its annotation was saved."""
        if name in self._made or name in self._under_way:
            self._stale.add(name)

    def shutdown(self) -> None:
        """End the threads."""
        self._wanted.clear()
        for executor in self._executors:
            executor.shutdown()
        if self._store is not None:
            self._store.close()

    def _go_on(self) -> None:
        for executor in self._executors:
            if self._wanted and not executor.busy:
                self._begin(executor, self._wanted.pop(0))

    def _begin(self, executor: Executor, entry: ImageEntry) -> None:
        store, dataset = self._store, self._dataset
        if store is None or dataset is None:
            return
        self._under_way.add(entry.name)
        self._stale.discard(entry.name)
        executor.submit(lambda: _made(store, dataset, entry), lambda made: self._keep(dataset, entry, made), owner=self)

    def _keep(self, dataset: Dataset, entry: ImageEntry, made: tuple[QImage, tuple[Outline, ...], str | None]) -> None:
        self._under_way.discard(entry.name)
        if dataset is self._dataset:
            self._made[entry.name] = Thumbnail(QPixmap.fromImage(made[0]), *made[1:])
            while len(self._made) > KEPT:
                self._made.popitem(last=False)
            self.ready.emit(entry.name)
        self._go_on()


def _made(store: ThumbnailStore, dataset: Dataset, entry: ImageEntry) -> tuple[QImage, tuple[Outline, ...], str | None]:
    """Return picture, outlines and problem; runs in the background."""
    try:
        pixels = store.get(entry)
    except AnnotrainError as error:
        return QImage(), (), words_of(error)
    height, width = pixels.shape[:2]
    image = QImage(pixels.data, width, height, 3 * width, QImage.Format.Format_RGB888).copy()
    assert max(width, height) <= SIDE
    try:
        return image, outlines_of(dataset.read(entry)) if entry.annotation_path.exists() else (), None
    except AnnotrainError as error:
        return image, (), words_of(error)
