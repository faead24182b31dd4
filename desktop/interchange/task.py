"""What the dialogs ask for, as values, and the work itself: nothing here knows a widget.

What reads formats is imported when the first task runs: most starts never do.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from core.errors import AnnotrainError

if TYPE_CHECKING:
    from core.voc.interchange.content import Content
    from core.voc.interchange.conversion import Result, Survey
    from core.voc.interchange.format import Choices, Format

OnProgress = Callable[[int, int], None]
ShouldStop = Callable[[], bool]


@dataclass(frozen=True, kw_only=True)
class Task:
    """One dataset to be made of others.

    ``source_format`` None means that it is found out; more than one source means merging; ``longest`` resizes.
    """

    sources: tuple[Path, ...]
    target: Path
    to: str = "voc"
    source_format: str | None = None
    link: bool = False
    border: int = 5
    unshifted: bool = False
    unlabelled: bool = False
    splits: tuple[str, ...] = ()
    longest: int | None = None
    enlarge: bool = False
    quality: int = 92

    @property
    def reading(self) -> tuple[object, ...]:
        """What decides what is read and lost; where and how it is written does not."""
        return (self.sources, self.to, self.source_format, self.unlabelled, self.splits, self.longest, self.enlarge)


@dataclass(frozen=True, kw_only=True)
class Seen:
    """What would come of a task: the survey, the formats found, what is odd about the sources."""

    survey: Survey
    found: tuple[str, ...]
    splits: tuple[str, ...]
    remarks: tuple[str, ...]
    notes: tuple[str, ...]
    problems: tuple[AnnotrainError, ...]


class Work:
    """Does a task in two steps, and keeps what was unpacked between them. Used on one background thread."""

    def __init__(self) -> None:
        self._open = ExitStack()
        self._folders: dict[Path, tuple[Path, str, tuple[AnnotrainError, ...]]] = {}

    def look(self, task: Task, on_progress: OnProgress, should_stop: ShouldStop) -> Seen:
        """Read everything, write nothing.

        Raises:
            AnnotrainError: a source cannot be read at all.
        """
        from core.voc.interchange.conversion import survey
        from core.voc.interchange.merging import labels_alike

        content, titles, splits = self._content(task, on_progress, should_stop)
        seen = survey(content, _format(task), _choices(task), on_progress=on_progress, should_stop=should_stop)
        odd = [self._folders[path] for path in task.sources]
        return Seen(
            survey=seen,
            found=titles,
            splits=splits,
            remarks=tuple(remark for _, remark, _ in odd if remark),
            notes=(*content.notes, *labels_alike(seen.labels)),
            problems=tuple(problem for _, _, problems in odd for problem in problems),
        )

    def write(self, task: Task, labels: tuple[str, ...], on_progress: OnProgress, should_stop: ShouldStop) -> Result:
        """Write the new dataset.

        Raises:
            AnnotrainError: it cannot be written.
        """
        from core.voc.interchange.conversion import convert
        from core.voc.interchange.merging import labels_alike
        from core.voc.interchange.resizing import Resizing

        resizing = Resizing(task.longest, task.enlarge, task.quality) if task.longest is not None else None
        content, _, _ = self._content(task, on_progress, should_stop)
        result = convert(
            content,
            labels,
            _format(task),
            task.target,
            _choices(task),
            place=resizing,
            on_progress=on_progress,
            should_stop=should_stop,
        )
        said = resizing.words if resizing is not None else ()
        return replace(result, notes=(*result.notes, *said, *labels_alike(labels)))

    def close(self) -> None:
        """Remove what was unpacked."""
        self._folders.clear()
        self._open.close()

    def _content(
        self, task: Task, on_progress: OnProgress, should_stop: ShouldStop
    ) -> tuple[Content, tuple[str, ...], tuple[str, ...]]:
        """Return what the sources say, the titles of their formats, and the splits that there are."""
        from core.voc.interchange.conversion import with_splits
        from core.voc.interchange.formats import format_named, recognised
        from core.voc.interchange.merging import merged
        from core.voc.interchange.resizing import Resizing

        parts, titles = [], []
        for path in task.sources:
            folder = self._folder(path, on_progress, should_stop)
            found = format_named(task.source_format) if task.source_format else recognised(folder)
            titles.append(found.title)
            parts.append((path.stem, found.read(folder)))
        content = merged(parts) if len(parts) > 1 else parts[0][1]
        splits = tuple(content.sets)
        if task.splits:
            content = with_splits(content, task.splits)
        if task.longest is not None:
            content = Resizing(task.longest, task.enlarge, task.quality).content(content)
        return content, tuple(titles), splits

    def _folder(self, path: Path, on_progress: OnProgress, should_stop: ShouldStop) -> Path:
        """Return the folder of a source, unpacked once where it is an archive."""
        from core.voc.interchange.source import opened

        if path not in self._folders:
            source = self._open.enter_context(opened(path, on_progress, should_stop))
            self._folders[path] = source.folder, source.remark, source.problems
        return self._folders[path][0]


def _format(task: Task) -> Format:
    from core.voc.interchange.formats import format_named

    return format_named(task.to)


def _choices(task: Task) -> Choices:
    from core.voc.convention import Convention
    from core.voc.interchange.format import Choices

    convention = Convention.UNSHIFTED if task.unshifted else Convention.DEVKIT
    return Choices(link=task.link, border=task.border, convention=convention, unlabelled=task.unlabelled)
