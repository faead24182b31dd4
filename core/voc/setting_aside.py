"""Setting images aside: moved, with all that is said of them, to a folder of their own, and brought back to the byte.

Each time a folder ``SetAside/NNNNNN/`` is made in the dataset, in which the files lie as they lay before, so that it
can be opened as a dataset of its own. Lines of the lists in ``ImageSets`` that name the images go with them. Nothing is
ever deleted, and nothing written but those lists: files are renamed, which no crash can leave half done. In that folder
``moves.sqlite`` is the journal: it knows every move before the first is made, and what a crash cuts short is brought
home.
"""

import logging
import os
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from core.errors import AnnotrainError, BatchError, WriteError
from core.files import settle
from core.voc import aside_lists
from core.voc.aside_journal import AsideJournal, Stage
from core.voc.dataset import Dataset, ImageEntry
from core.voc.listing import SET_ASIDE, like_named, stem

Report = Callable[[int, int], None]
ShouldStop = Callable[[], bool]
_MASKS = ("SegmentationClass", "SegmentationObject")
_log = logging.getLogger(__name__)


@dataclass(frozen=True, kw_only=True)
class Aside:
    """What was set aside at one time: the folder, why (in words), when (seconds since 1970) and the images there.

    ``images`` are names with the path of the image file below the dataset's folder.
    """

    folder: Path
    text: str
    when: float
    images: dict[str, str]

    def path_of(self, name: str) -> Path:
        """Return where the image lies now."""
        return self.folder / self.images[name]


@dataclass(frozen=True, kw_only=True)
class AsideResult:
    """What came of it: the ``folder`` (None where nothing was moved), the images moved, and what was left and why."""

    folder: Path | None
    images: tuple[str, ...] = ()
    problems: tuple[AnnotrainError, ...] = ()
    cancelled: bool = False


def set_aside(
    dataset: Dataset,
    names: Collection[str],
    text: str,
    *,
    report: Report = lambda _done, _total: None,
    should_stop: ShouldStop = lambda: False,
) -> AsideResult:
    """Move these images away with their annotations, masks and lines in lists; ``text`` says why, for who looks later.

    An image that cannot be moved stays whole and is reported. Where ``should_stop``, all is brought back. The dataset
    is to be opened anew afterwards.

    Raises:
        BatchError: the dataset would be left without an image, or the folder cannot be written.
    """
    meant = frozenset(names)
    chosen = [entry for entry in dataset.entries if entry.name in meant]
    if len(chosen) >= len(dataset.entries):
        raise BatchError("This would set aside every image of the dataset: leave at least one.")
    parted, problems = _without_parted(dataset, chosen)
    if not parted:
        return AsideResult(folder=None, problems=tuple(problems))
    rows = [(entry.name, path) for entry in parted for path in _files_of(dataset, entry)]
    lists = aside_lists.naming(dataset, {entry.name for entry in parted})
    with AsideJournal.begin(dataset.root, text, rows, lists) as journal:
        moved = _move_away(journal, [entry.name for entry in parted], problems, report, should_stop)
        if should_stop() or not moved:
            _come_home(journal, [entry.name for entry in parted], problems)
            return AsideResult(folder=None, problems=tuple(problems), cancelled=should_stop())
        _drop_lines(journal, moved, problems)
        journal.stage = Stage.AWAY
    return AsideResult(folder=journal.folder, images=tuple(moved), problems=tuple(problems))


def bring_back(
    root: Path, folder: Path, names: Collection[str] | None = None, *, report: Report = lambda _done, _total: None
) -> AsideResult:
    """Bring images back from one of the folders, all where none are named; the folder goes with the last of them.

    A file stays where it is, and is reported, where another has taken its place meanwhile.

    Raises:
        BatchError: the folder's journal is not there, damaged or in use by another window or command.
    """
    problems: list[AnnotrainError] = []
    with AsideJournal.open(root, folder) as journal:
        wanted = [name for name in journal.images() if names is None or name in names]
        journal.stage = Stage.RETURNING
        home = _come_home(journal, wanted, problems, report)
    return AsideResult(folder=folder, images=tuple(home), problems=tuple(problems))


def all_aside(root: Path) -> tuple[Aside, ...]:
    """Return what is set aside in the dataset in ``root``, the oldest first; what is in use elsewhere is left out."""
    found = []
    for folder in _folders(root):
        try:
            with AsideJournal.open(root, folder) as journal:
                text, when = journal.words
                found.append(Aside(folder=folder, text=text, when=when, images=journal.images()))
        except BatchError as error:
            _log.info("%s", error)
    return tuple(found)


def mend(root: Path) -> tuple[str, ...]:
    """Bring home what a crash left half moved; return the names of those images. To be called before listing.

    Where another window or command is at work, nothing is done. What cannot come home stays aside: the log says why.
    """
    home: list[str] = []
    problems: list[AnnotrainError] = []
    for folder in _folders(root):
        try:
            with AsideJournal.open(root, folder) as journal:
                if journal.stage is not Stage.AWAY:
                    home += _come_home(journal, list(journal.images()), problems)
        except BatchError as error:
            _log.info("%s", error)
    for problem in problems:
        _log.warning("%s", problem)
    return tuple(home)


# -- there -------------------------------------------------------------------------------------------------------------


def _without_parted(dataset: Dataset, chosen: Sequence[ImageEntry]) -> tuple[list[ImageEntry], list[AnnotrainError]]:
    """Leave out images whose like-named neighbour would stay: alone, that would take another name and annotation."""
    meant = {entry.name for entry in chosen}
    stays = {stem(entry.file).casefold() for entry in dataset.entries if entry.name not in meant}
    kept: list[ImageEntry] = []
    problems: list[AnnotrainError] = []
    for entry in chosen:
        if entry.name == entry.file and stem(entry.file).casefold() in stays:
            reason = "another image has the same name but for the suffix: set both aside, or rename one"
            problems.append(WriteError(entry.path, reason))
        else:
            kept.append(entry)
    return kept, problems


def _files_of(dataset: Dataset, entry: ImageEntry) -> Iterator[str]:
    """Yield the files of an image that are there, the image first, as paths below the dataset's folder."""
    masks = (dataset.root / folder / f"{entry.name}.png" for folder in _MASKS)
    for path in (entry.path, entry.annotation_path, *masks):
        if os.path.lexists(path):
            yield path.relative_to(dataset.root).as_posix()


def _move_away(
    journal: AsideJournal,
    names: Sequence[str],
    problems: list[AnnotrainError],
    report: Report,
    should_stop: ShouldStop,
) -> list[str]:
    """Move the files of each image, all or none of one; return the images that were moved."""
    moved = []
    for done, name in enumerate(names, start=1):
        if should_stop():
            break
        try:
            for path in journal.files_of(name):
                _rename(journal.root / path, journal.folder / path)
            moved.append(name)
        except WriteError as error:
            problems.append(error)
            _come_home(journal, [name], problems, keep=True)
        report(done, len(names))
    _settle(journal)
    return moved


def _drop_lines(journal: AsideJournal, names: Collection[str], problems: list[AnnotrainError]) -> None:
    """Take the lines of these images out of the lists, as these are now: the moves may have taken minutes."""

    def dropped(path: Path, now: bytes, before: bytes) -> bytes:
        return aside_lists.without_these(now, before, journal.lines_of(path, names))

    problems += aside_lists.rewrite(journal.lists(), dropped)


# -- and back ----------------------------------------------------------------------------------------------------------


def _come_home(
    journal: AsideJournal,
    names: Sequence[str],
    problems: list[AnnotrainError],
    report: Report = lambda _done, _total: None,
    *,
    keep: bool = False,
) -> list[str]:
    """Bring images home, lines of lists first; return those that are. With ``keep`` the journal is not closed then.

    Doing it twice, or after any part of it, comes to the same.
    """
    _bring_lines(journal, names, problems)
    home = []
    for done, name in enumerate(names, start=1):
        try:
            _refuse_beside_another(journal, name)
            for path in reversed(journal.files_of(name)):  # the image last: until then the dataset does not list it
                _rename(journal.folder / path, journal.root / path)
            home.append(name)
        except WriteError as error:
            problems.append(error)
        report(done, len(names))
    _settle(journal)
    journal.forget(home)
    if keep:
        return home
    if journal.images():
        journal.stage = Stage.AWAY
    else:
        journal.discard()
        _remove_empty(journal)
    return home


def _refuse_beside_another(journal: AsideJournal, name: str) -> None:
    """Raise where an image would come home to one that took its name meanwhile: neither would keep its annotation."""
    image = journal.root / journal.files_of(name)[0]
    if name.endswith(image.suffix) or os.path.lexists(image):  # it has its suffix in its name, or is home already
        return
    if (other := like_named(image)) is not None:
        raise WriteError(image, f"{other.name} has the same name but for the suffix: rename that one first")


def _bring_lines(journal: AsideJournal, names: Sequence[str], problems: list[AnnotrainError]) -> None:
    """Put the lines of these images back into the lists."""
    back = frozenset(names)
    away = [name for name in journal.images() if name not in back]

    def restored(path: Path, now: bytes, before: bytes) -> bytes:
        return aside_lists.restored(now, before, journal.lines_of(path, back), journal.lines_of(path, away))

    problems += aside_lists.rewrite(journal.lists(), restored)


def _rename(source: Path, target: Path) -> None:
    """Give a file its new place; nothing where it is there already.

    Raises:
        WriteError: there is another file, the folder cannot be written, or lies on another disk.
    """
    if not os.path.lexists(source) and os.path.lexists(target):
        return
    if os.path.lexists(target):
        raise WriteError(target, "another file has taken its place: move that one first")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        source.rename(target)
    except OSError as error:
        raise WriteError(source, error.strerror or str(error)) from error


def _settle(journal: AsideJournal) -> None:
    """Have the disk keep the files' new places."""
    for folder in {Path(path).parent for path in journal.paths()}:
        settle(journal.root / folder)
        settle(journal.folder / folder)


def _remove_empty(journal: AsideJournal) -> None:
    """Remove the folders that are empty now, the deepest first; what else somebody put there stays."""
    folders = [Path(place) for place, _below, _files in os.walk(journal.folder, topdown=False)]
    for folder in (*folders, journal.folder.parent):
        with suppress(OSError):  # it is not empty
            folder.rmdir()


def _folders(root: Path) -> list[Path]:
    """Return the folders with a journal, the oldest first."""
    return sorted(path.parent for path in (root / SET_ASIDE).glob("[0-9]*/moves.sqlite"))
