"""The table behind the list of runs: what each column says of a run, and what it is sorted by."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QBrush, QColor, QFont

from core.training.recipes import MODELS
from core.training.run_folder import RunState
from desktop import theme
from desktop.jobs.run_rows import RunSummary
from desktop.numbers import number
from desktop.train.log_words import end_words
from desktop.train.tiles import duration, of_all, state_words
from desktop.train.words import metric_words

Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()
SORT_ROLE = Qt.ItemDataRole.UserRole
_SIGNS = {
    RunState.QUEUED: ("clock", "muted"),
    RunState.RUNNING: ("play", "accent"),
    RunState.FINISHED: ("success", "success"),
    RunState.PAUSED: ("pause", "warning"),
    RunState.STOPPED: ("stop", "muted"),
    RunState.FAILED: ("warning", "danger"),
    RunState.LOST: ("warning", "warning"),
}
_ORDER = tuple(_SIGNS)
_UNDER_WAY = (RunState.RUNNING, RunState.PAUSED, RunState.STOPPED, RunState.LOST, RunState.FAILED)


def _tr(text: str) -> str:
    return QCoreApplication.translate("RunModel", text)


@dataclass(frozen=True)
class Column:
    """One column: its heading, what it says of a run, what sorts it; ``right`` puts figures to the right."""

    title: str
    text: Callable[[RunSummary], str]
    key: Callable[[RunSummary], Any]
    right: bool = False


def columns() -> tuple[Column, ...]:
    """Return the columns in their order, in the language in use."""
    return (
        Column(_tr("Run"), _name, lambda run: (run.title.casefold(), run.path.name)),
        Column(_tr("State"), _state, lambda run: (_ORDER.index(run.state), run.place or 0)),
        Column(_tr("Best"), _best, lambda run: -1.0 if run.best is None else run.best, right=True),
        Column(_tr("Started"), _started, lambda run: run.path.name),
        Column(_tr("Time"), _time, lambda run: run.seconds, right=True),
        Column(_tr("Network"), _network, lambda run: _network(run).casefold()),
        Column(_tr("By"), _who, lambda run: _who(run).casefold()),
        Column(_tr("Note"), lambda run: run.about.note, lambda run: run.about.note.casefold()),
    )


class RunModel(QAbstractTableModel):
    """The runs, one a row, newest first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.runs: list[RunSummary] = []
        self._columns = columns()

    def set_runs(self, runs: Sequence[RunSummary]) -> bool:
        """Show these runs; tell whether they are others than before, so that rows have no longer the same place."""
        others = [run.path for run in runs] != [run.path for run in self.runs]
        if others:
            self.beginResetModel()
        self.runs = list(runs)
        if others:
            self.endResetModel()
        else:
            self.redraw()
        return others

    def redraw(self) -> None:
        """Have every cell painted anew."""
        if self.runs:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.runs) - 1, len(self._columns) - 1))

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        """Return how many runs there are."""
        return 0 if parent.isValid() else len(self.runs)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self._columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a column's heading, which stands where its figures do."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if self._columns[section].right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return self._columns[section].title if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a cell shows, what it is sorted by, and how it looks."""
        run, column = self.runs[index.row()], self._columns[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return column.text(run)
            case _ if role == SORT_ROLE:
                return column.key(run)
            case Qt.ItemDataRole.ToolTipRole:
                return _tip(run)
            case Qt.ItemDataRole.TextAlignmentRole if column.right:
                return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            case Qt.ItemDataRole.DecorationRole if index.column() == 0:
                sign, color = _SIGNS[run.state]
                return theme.picture(sign, getattr(theme.colors(), color), 18)
            case Qt.ItemDataRole.FontRole if run.throw_away and index.column() == 0:
                font = QFont()
                font.setItalic(True)
                return font
            case Qt.ItemDataRole.ForegroundRole if index.column() > 3 or run.throw_away:
                return QBrush(QColor(theme.colors().muted))
        return None


def _name(run: RunSummary) -> str:
    """Return what the run is called; of a throw-away one, that it is one."""
    return _tr("{name} (throw-away)").format(name=run.title) if run.throw_away else run.title


def _state(run: RunSummary) -> str:
    """Return where it stands and how far it is, such as 'Running 3 of 20' or 'Waiting: 2'."""
    words = state_words(run.state)
    if run.state is RunState.QUEUED and run.place is not None:
        return f"{words}: {run.place}"
    if run.state in _UNDER_WAY and run.epoch:
        return f"{words} {of_all(run.epoch, run.epochs)}"
    return words


def _best(run: RunSummary) -> str:
    return "–" if run.best is None else f"{metric_words(run.metric)} {number(run.best, 3)}"


def _started(run: RunSummary) -> str:
    return "–" if run.started is None else when(run.started)


def _time(run: RunSummary) -> str:
    return duration(run.seconds) if run.seconds else "–"


def _network(run: RunSummary) -> str:
    """Return the short name of the kind of network; the bare one where this version does not know it."""
    kind = MODELS.get(run.spec.model)
    return kind.title.split(":")[0] if kind is not None else run.spec.model


def _who(run: RunSummary) -> str:
    """Return who started it; on which machine the tip says."""
    return run.about.user or "–"


def _tip(run: RunSummary) -> str:
    """Return what there is no column for."""
    lines = [
        end_words(run.message, run.model) or state_words(run.state),
        _tr("Folder: {name}").format(name=run.path.name),
    ]
    if run.about.user and run.about.host:
        lines.append(_tr("Started by {user} on {host}").format(user=run.about.user, host=run.about.host))
    if run.throw_away:
        lines.append(_tr("A throw-away run: it is not published."))
    if run.about.note:
        lines.append(run.about.note)
    return "\n".join(lines)


def when(seconds: float) -> str:
    """Return a time of this day as hours and minutes, of another with its date."""
    there = time.localtime(seconds)
    return time.strftime("%H:%M" if there[:3] == time.localtime()[:3] else "%d %b %H:%M", there)
