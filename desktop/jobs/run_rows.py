"""The runs of a project as rows of a list, read again only where their files have changed."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from core.errors import AnnotrainError
from core.training.events import EpochEnded, RunEnded, RunStarted
from core.training.pieces import Piece, PieceReader
from core.training.run_folder import About, RunFolder, RunState, list_runs
from desktop.jobs.at_leisure import at_leisure

if TYPE_CHECKING:
    from core.training.spec import Spec

GOING_ON = (RunState.RUNNING, RunState.QUEUED)
_CHANGING = (RunState.RUNNING, RunState.LOST)
"""States that change, or may turn out otherwise, without a file that says so."""


@dataclass(frozen=True, kw_only=True)
class RunSummary:
    """One row of the run list.

    ``started`` is in seconds since 1970, ``seconds`` how long it has worked, over all resumes. ``best`` is the best
    epoch's headline metric, 0 to 1, and ``metric`` its name; None while unknown. ``place`` is its place in the queue,
    from 1. ``images_per_second`` is how fast it learned, a mean in which the last news count most.
    """

    path: Path
    spec: "Spec"
    state: RunState
    about: About = field(default_factory=lambda: About(""))
    place: int | None = None
    started: float | None = None
    seconds: float = 0.0
    epoch: int = 0
    epochs: int = 0
    best: float | None = None
    metric: str = ""
    images_per_second: float | None = None
    val_images: int = 0
    model: str | None = None  # what it published, such as bolts@3
    message: str = ""

    @property
    def title(self) -> str:
        """What the run is called: the version that it published, else the model's name."""
        return self.model or self.spec.name

    @property
    def throw_away(self) -> bool:
        """Whether it was only to try something: such a run is never published."""
        return self.spec.throw_away


@dataclass
class _Row:
    """What is known of one run, and of which state of its files."""

    run: RunFolder
    reader: PieceReader
    summary: RunSummary
    files: tuple[int, ...] = ()
    part_began: float = 0.0
    seconds_before: float = 0.0

    def bring_up_to_date(self, place: int | None) -> None:
        """Read what is new.

        Raises:
            RunFolderError: it cannot be read.
            OSError: a file cannot be read.
        """
        files = _times(self.run)
        if files != self.files or self.summary.state in _CHANGING:
            state, about = self.run.state(), self.run.about
            for piece in at_leisure(self.reader.read_new()):
                self._add(piece)
            self.summary = replace(self.summary, state=state, about=about)
            self.files = files
        if place != self.summary.place:
            self.summary = replace(self.summary, place=place)

    def _add(self, piece: Piece) -> None:
        """Add what a piece says."""
        summary = self.summary
        if piece.started is not None:
            self.part_began, self.seconds_before = piece.started.at, summary.seconds
        for event in piece.events:
            summary = _with_event(summary, event)
        ends = [event.at for event in (*piece.events, piece.last_step) if event is not None and event.at]
        if ends and self.part_began:
            summary = replace(summary, seconds=self.seconds_before + max(0.0, max(ends) - self.part_began))
        if piece.last_step is not None:
            now, before = piece.last_step.images_per_second, summary.images_per_second
            speed = now if before is None else 0.5 * (before + now)
            summary = replace(summary, epoch=piece.last_step.epoch, images_per_second=speed)
        self.summary = summary


def _with_event(summary: RunSummary, event: object) -> RunSummary:
    """Return the row with what an event says added."""
    match event:
        case RunStarted():
            return replace(
                summary,
                started=summary.started or event.at,
                val_images=event.val_images,
                epochs=event.epochs,
                message="",
            )
        case EpochEnded():
            best = max((value for value in (summary.best, event.headline) if value is not None), default=None)
            metric = next(iter(event.metrics), "")
            return replace(summary, best=best, metric=metric, epochs=event.epochs, epoch=event.epoch)
        case RunEnded():
            return replace(summary, model=event.model or summary.model, message=event.message)
    return summary


@dataclass
class RunRows:
    """The runs below one folder as they were when last looked at; ``shown`` is the list that was told last."""

    folder: Path | None
    rows: dict[Path, _Row] = field(default_factory=dict)
    shown: list[RunSummary] | None = None

    def again(self) -> tuple[list[RunSummary] | None, list[RunSummary]]:
        """Return the new list, None if nothing has changed, and the runs that have ended since."""
        before = {row.path: row.state for row in self.shown or []}
        runs = list_runs(self.folder) if self.folder else []
        summaries = list(self._summaries(runs))
        if summaries == self.shown:
            return None, []
        self.shown = summaries
        return summaries, [row for row in summaries if before.get(row.path) in GOING_ON and row.state not in GOING_ON]

    def _summaries(self, runs: list[RunFolder]) -> Iterable[RunSummary]:
        """Yield the rows of those that are whole runs."""
        from core.training.queue import waiting  # not above: it would delay the window's start

        waits = waiting(self.folder) if self.folder is not None else []
        places = {run.path: number for number, run in enumerate(waits, 1)}
        self.rows = {run.path: self.rows[run.path] for run in runs if run.path in self.rows}
        for run in runs:
            try:
                row = self.rows.get(run.path) or self._new_row(run)
                row.bring_up_to_date(places.get(run.path))
            except (AnnotrainError, OSError):
                continue  # being made or removed just now, or not ours: `annotrain runs` says what is wrong with it
            yield row.summary

    def _new_row(self, run: RunFolder) -> _Row:
        spec = run.spec
        first = RunSummary(path=run.path, spec=spec, state=RunState.LOST, epochs=spec.epochs)
        row = self.rows[run.path] = _Row(run, PieceReader(run.events_path, curves=False), first)
        return row


def _times(run: RunFolder) -> tuple[int, ...]:
    """Return when the files that decide a row were last changed, 0 where one is not there."""
    times = []
    for path in (run.events_path, run.path / "worker.json", run.path / "run.json", run.queued_path):
        try:
            times.append(path.stat().st_mtime_ns)
        except FileNotFoundError:
            times.append(0)
    return tuple(times)
