"""What arrives in a watched folder, taken into the dataset piece by piece; nothing is predicted here."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from core.errors import DatasetError, FileChangedError, ImageFileError, WriteError
from core.files import stamp_of
from core.images import read_rgb
from core.review.watching.arrivals import Arrivals
from core.review.watching.drafts import remove_abandoned
from core.review.watching.ledger import Ledger, Taken
from core.review.watching.settings import WatchSettings, check_folder, is_inside
from core.review.watching.taking_in import Names, Picture, take_in
from core.voc.dataset import Dataset
from core.voc.listing import list_files

_LOOK_AGAIN_S = 2.0
"""While complete files are left to take in, the folder is looked through only so often: it may hold very many."""
_REST = 4.0
"""After a look it rests so many times as long as that took: a folder of 100,000 files would keep a processor busy."""


@dataclass(frozen=True)
class Arrived:
    """A picture that is in the dataset now and waits to be predicted: its pixels are (H, W, 3) RGB."""

    taken: Taken
    name: str
    picture: Picture


@dataclass(frozen=True, kw_only=True)
class Looked:
    """What a look came to; see ``watch.Step`` for the rest."""

    arrived: tuple[Arrived, ...] = ()
    there: bool = True
    writing: int = 0
    unread: dict[str, str] = field(default_factory=dict)
    more: bool = False


class Intake:
    """Takes the pictures of one folder in. Used by one thread at a time."""

    def __init__(self, dataset: Dataset, settings: WatchSettings, clock: Callable[[], float]) -> None:
        """Begin; nothing is read yet.

        Raises:
            DatasetError: the folder cannot be watched for this dataset.
        """
        check_folder(dataset, settings.folder)
        self._folder, self._settings = settings.folder, settings
        self._images = dataset.images_folder
        self._inside = is_inside(dataset, settings.folder)
        self._names = Names(dataset.entries.files)
        self._ledger = Ledger.of(dataset, settings.folder)
        self._taken: dict[str, Taken] | None = None
        self._untold: list[str] = []
        self._arrivals = Arrivals(settings.settle_s)
        self._clock = clock
        self._ready: list[tuple[str, str]] = []
        self._looked = self._rests_until = 0.0

    def close(self) -> None:
        """Close the ledger."""
        self._ledger.close()

    @property
    def waiting(self) -> list[Taken]:
        """What was taken in and not predicted yet."""
        return [one for one in (self._taken or {}).values() if one.image and not one.seen]

    def look(self, most: int, *, again: bool) -> Looked:
        """Take in up to ``most`` pictures that are complete; ``again``: give back those first that wait since before.

        Raises:
            DatasetError, WriteError: the ledger cannot be read or written.
        """
        if not self._find_ready():
            return Looked(there=False, unread=dict(self._arrivals.problems))
        waiting = self.waiting if again else []
        arrived = self._read_again(waiting[:most])
        room = most - len(waiting[:most])
        now, self._ready = self._ready[:room], self._ready[room:]
        new = [one for file, stamp in now if (one := self._take(file, stamp)) is not None]
        return Looked(
            arrived=(*arrived, *new),
            writing=max(0, self._arrivals.waiting - len(self._ready)),
            unread=dict(self._arrivals.problems),
            more=len(waiting) > most or bool(self._ready),
        )

    def _find_ready(self) -> bool:
        """Look which files are complete, unless some are left from a moment ago; tell whether the folder is there."""
        now = self._clock()
        if (self._ready and now - self._looked < _LOOK_AGAIN_S) or now < self._rests_until:
            return True
        try:
            stamps = {file: stamp_of(self._folder / file) for file in list_files(self._folder).images}
        except (DatasetError, OSError):
            self._ready = []
            return False
        taken = self._known(stamps)
        missing = {file: stamp for file, stamp in stamps.items() if file not in taken or taken[file].stamp != stamp}
        self._ready = [(file, stamps[file]) for file in self._arrivals.look(missing, now)]
        self._looked, took = now, self._clock() - now
        self._rests_until = now + took + _REST * took
        return True

    def new_files(self) -> tuple[str, ...]:
        """Return each file that is new in the dataset once, also of a look that broke off after it had brought it."""
        told, self._untold = tuple(self._untold), []
        return told

    def note_seen(self, arrived: Sequence[Arrived]) -> None:
        """Note that a version has looked at these pictures.

        Raises:
            WriteError: the ledger cannot be written.
        """
        self._note([replace(one.taken, seen=True) for one in arrived])

    def _known(self, stamps: dict[str, str]) -> dict[str, Taken]:
        """Return what was taken in so far; at the very first look what is to be passed over is noted so."""
        is_first, was_changed = self._taken is None, self._ledger.was_changed
        if self._taken is None or was_changed:
            before, self._taken = self._taken or {}, self._ledger.taken()
            self._join(one.image for one in self._taken.values() if one != before.get(one.file))
        if is_first:
            remove_abandoned({self._images, *((self._images / file).parent for file in stamps)})
            if not self._taken and not self._settings.existing:
                mark = Taken(file="", stamp="", image="", seen=True)  # so that it is done but once, in an empty one too
                self._note([mark, *(replace(mark, file=file, stamp=stamp) for file, stamp in stamps.items())])
        return self._taken

    def _join(self, images: Iterable[str]) -> None:
        """Tell of those that another process brought since the dataset was listed."""
        for image in images:
            if image and image not in self._names and (self._images / image).is_file():
                self._joins(image)

    def _joins(self, image: str) -> None:
        self._names.add(image)
        self._untold.append(image)

    def _note(self, taken: Sequence[Taken]) -> None:
        if taken:
            self._ledger.put(taken)
            self._taken = self._taken or {}
            self._taken.update((one.file, one) for one in taken)

    def _take(self, file: str, stamp: str) -> Arrived | None:
        """Take a file in; None where that is not possible yet, which is then told, or where it is to be passed over."""
        source = self._folder / file
        if stamp_of(source) != stamp:
            return None  # another one since it was looked at: the next look sees to it
        claim = partial(self._claim, file, stamp)
        try:
            if self._inside:
                picture = read_rgb(source)
                image = claim(lambda: self._below_images(file))
            else:
                image, picture = take_in(source, file, self._images, self._names, self._settings.taking, claim)
        except (ImageFileError, FileChangedError, WriteError) as error:
            if isinstance(error, WriteError) and error.path == self._ledger.path:
                raise
            self._arrivals.put_back(file, str(error), self._clock())  # the others may do: a name may be too long
            return None
        self._arrivals.forget(file)
        if not image:
            return None
        if image not in self._names:
            self._joins(image)
        return Arrived(Taken(file=file, stamp=stamp, image=image, seen=False), self._names.name_of(image), picture)

    def _claim(self, file: str, stamp: str, bring: Callable[[], str]) -> str:
        """Note at once what is brought: what is taken in twice would be there twice."""
        taken = self._ledger.claim(file, stamp, bring)
        self._taken = self._taken or {}
        self._taken[file] = taken
        return taken.image

    def _below_images(self, file: str) -> str:
        return (self._folder.resolve().relative_to(self._images.resolve()) / file).as_posix()

    def _read_again(self, waiting: Sequence[Taken]) -> list[Arrived]:
        """Return the pictures that were taken in before; one that is gone meanwhile is passed over from now on."""
        found: list[Arrived] = []
        for one in waiting:
            try:
                picture = read_rgb(self._images / one.image)
            except ImageFileError:
                self._note([replace(one, seen=True)])
                continue
            found.append(Arrived(one, self._names.name_of(one.image), picture))
        return found
