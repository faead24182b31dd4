"""Reading pictures in the background: what is wanted first, then what will be wanted next, kept while there is room."""

from collections import OrderedDict
from collections.abc import Iterable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from core.errors import AnnotrainError
from core.images import Header, Pyramid, read_deep, read_header, read_reduced
from core.images.decoding import Pixels
from core.images.formats import BIG
from desktop.annotate.pictures.adjustment import Adjustment
from desktop.annotate.pictures.picture import Picture
from desktop.error_words import words_of
from desktop.jobs.executor import Executor

ROOM = 512 * 1024 * 1024
"""Decoded pictures kept at most, in bytes; the open one is kept whatever it needs."""
AHEAD_AT_MOST = ROOM // 5
"""Pictures that need more, in bytes, are not read ahead: they would drive each other out."""
PREVIEWED_FROM = 25_000_000
"""From so many pixels on a picture is shown small first."""
PREVIEW_SIDE = 1000
_GLANCE_MS = 400
"""How often a very large picture is looked at while it is being decoded."""


class Pictures(QObject):
    """Hands out pictures by path.

    ``ready`` says that the one wanted has come, or more of it than before; ``failed`` that it cannot be opened;
    ``adjusted`` that pictures are shown in another way.
    """

    ready = Signal(object)
    failed = Signal(object, str)
    adjusted = Signal()
    _previewed = Signal(object, object)  # path, Picture
    _begun = Signal(object, object)  # path, pixels that are being filled from the top

    def __init__(self, executor: Executor, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.adjustment = Adjustment()
        self._now = executor
        self._later = Executor(self)
        self._big = Executor(self)
        self._kept: OrderedDict[Path, Picture] = OrderedDict()
        self._preview: tuple[Path, Picture] | None = None
        self._filling: tuple[Path, Pixels] | None = None
        self._wanted: Path | None = None
        self._ahead: tuple[Path, ...] = ()
        self._decoding: set[Path] = set()
        self._waiting: set[Path] = set()  # to be read ahead
        self._in_hand: Path | None = None  # of these, the one that is being decoded
        self._glances = QTimer(self, interval=_GLANCE_MS)
        self._glances.timeout.connect(self._glance)
        self._previewed.connect(self._take_preview)
        self._begun.connect(self._watch)

    def get(self, path: Path) -> Picture | None:
        """Return the picture if it is at hand, or a preview of it."""
        picture = self._kept.get(path)
        if picture is not None:
            self._kept.move_to_end(path)
        elif self._preview is not None and self._preview[0] == path:
            picture = self._preview[1]
        if picture is not None:
            picture.adjust(self.adjustment)
        return picture

    @property
    def shown(self) -> Picture | None:
        """The picture that is wanted, if it or a preview of it is at hand."""
        return self.get(self._wanted) if self._wanted is not None else None

    def want(self, path: Path, ahead: Iterable[Path] = ()) -> None:
        """Have a picture decoded, ``ready`` or ``failed`` follows, and then those that will be wanted next."""
        self._wanted, self._ahead = path, tuple(ahead)
        self._preview = None
        if path in self._kept:
            self.ready.emit(path)
            self._read_ahead()
        elif not (path in self._waiting and path == self._in_hand):
            self._decode(path)

    def adjust(self, adjustment: Adjustment) -> None:
        """Show all pictures in another way."""
        if adjustment != self.adjustment:
            self.adjustment = adjustment
            self.adjusted.emit()

    def clear(self) -> None:
        """Forget all pictures and how they were shown: another dataset is opened."""
        self._kept.clear()
        self._preview = self._filling = None
        self._wanted, self._ahead = None, ()
        self.adjust(Adjustment())

    def shutdown(self) -> None:
        """End the threads of its own."""
        self._later.shutdown()
        self._big.shutdown()

    # On the background threads

    def _load(self, path: Path) -> Picture | Header | None:
        """Decode the wanted picture, small first if it is large; a very large one is left to a thread of its own."""
        if path != self._wanted:
            return None
        header = read_header(path)
        if header.width * header.height >= PREVIEWED_FROM:
            reduced = read_reduced(path, PREVIEW_SIDE)
            if reduced is not None:
                self._previewed.emit(path, _preview(header, *reduced))
        return header if header.bytes_needed > BIG else Picture(read_deep(path), header.pages)

    def _load_big(self, path: Path, header: Header) -> Picture | None:
        """Decode a very large picture, unless nobody wants it any more."""
        if path != self._wanted:
            return None
        return Picture(read_deep(path, partial(self._begun.emit, path)), header.pages)

    def _load_ahead(self, path: Path) -> Picture | None:
        """Decode a picture that will be wanted next, unless nobody does any more or it is too large."""
        if path not in self._ahead:
            return None
        self._in_hand = path
        header = read_header(path)
        return None if header.bytes_needed > AHEAD_AT_MOST else Picture(read_deep(path), header.pages)

    # On the main thread

    def _decode(self, path: Path) -> None:
        if path not in self._decoding:
            self._submit(self._now, path, partial(self._load, path))

    def _submit(self, executor: Executor, path: Path, work: partial[Picture | Header | None]) -> None:
        self._decoding.add(path)
        executor.submit(work, partial(self._take, path), partial(self._refuse, path), owner=self)

    def _take(self, path: Path, found: Picture | Header | None) -> None:
        self._decoding.discard(path)
        if isinstance(found, Header):
            self._submit(self._big, path, partial(self._load_big, path, found))
        else:
            self._keep(path, found)

    def _take_ahead(self, path: Path, found: Picture | None) -> None:
        self._waiting.discard(path)
        self._keep(path, found)

    def _keep(self, path: Path, found: Picture | None) -> None:
        """Keep a picture; the wanted one is shown, or read now where it was left out while nobody wanted it."""
        if found is not None:
            self._kept[path] = found
            self._end_preview(path)
            self._drop_oldest()
        if path == self._wanted:
            if path in self._kept:
                self.ready.emit(path)
            else:
                self._decode(path)
        self._read_ahead()

    def _refuse(self, path: Path, error: BaseException) -> None:
        self._decoding.discard(path)
        self._waiting.discard(path)
        self._end_preview(path)
        if isinstance(error, AnnotrainError) and path == self._wanted:
            self.failed.emit(path, words_of(error))
        self._read_ahead()

    def _read_ahead(self) -> None:
        if self._wanted is not None and self._wanted not in self._kept and self._wanted not in self._decoding:
            return
        for path in self._ahead:
            if not (path in self._kept or path in self._decoding or path in self._waiting):
                self._waiting.add(path)
                ended = partial(self._take_ahead, path), partial(self._refuse, path)
                self._later.submit(partial(self._load_ahead, path), *ended, owner=self)
        self._ahead = tuple(path for path in self._ahead if path in self._waiting)

    def _drop_oldest(self) -> None:
        held = sum(picture.bytes_held for picture in self._kept.values())
        for path in list(self._kept):
            if held <= ROOM:
                return
            if path != self._wanted:
                held -= self._kept.pop(path).bytes_held

    @Slot(object, object)
    def _take_preview(self, path: Path, picture: Picture) -> None:
        if path == self._wanted and path not in self._kept:
            self._preview = path, picture
            self.ready.emit(path)

    @Slot(object, object)
    def _watch(self, path: Path, pixels: Pixels) -> None:
        """Look now and then at a picture that is being decoded, where nothing better is there to be shown."""
        if path == self._wanted and self._preview is None:
            self._filling = path, pixels
            self._glances.start()

    @Slot()
    def _glance(self) -> None:
        if self._filling is None or self._filling[0] != self._wanted:
            self._glances.stop()
            self._filling = None
            return
        path, pixels = self._filling
        height, width = pixels.shape[:2]
        power = max(0, (max(height, width) // PREVIEW_SIDE).bit_length() - 1)
        header = Header(width, height)
        self._take_preview(path, _preview(header, pixels[:: 1 << power, :: 1 << power].copy(), power))

    def _end_preview(self, path: Path) -> None:
        if self._filling is not None and self._filling[0] == path:
            self._filling = None
            self._glances.stop()
        if self._preview is not None and self._preview[0] == path:
            self._preview = None


def _preview(header: Header, pixels: Pixels, power: int) -> Picture:
    """Return the picture of that header with only one coarse level."""
    return Picture(Pyramid((header.width, header.height), {power: pixels}), header.pages)
