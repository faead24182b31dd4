"""The lists of the check page: the kinds of problem with their counts, and the problems of one kind."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeView, QTreeWidget, QTreeWidgetItem, QWidget

from core.voc.checks import KINDS, Problem, Severity
from desktop import theme
from desktop.dataset.dots import dot
from desktop.dataset.problem_words import message_of, severity_words, title_of
from desktop.remembering import remembered

Index = QModelIndex | QPersistentModelIndex
ALL = ""
_KIND = Qt.ItemDataRole.UserRole
_ROW = 30


def severity_color(severity: Severity) -> str:
    """Return the colour of a severity in the theme in use."""
    colors = theme.colors()
    return {Severity.SERIOUS: colors.danger, Severity.WARNING: colors.warning, Severity.NOTE: colors.muted}[severity]


def where(problem: Problem) -> str:
    """Return what the problem is about: a label, an image or a file."""
    if shows_many(problem):
        return str(problem.label)
    return problem.image or problem.path.name


def shows_many(problem: Problem) -> bool:
    """Tell whether the problem is about all images of a label."""
    return problem.kind in ("labels-alike", "label-rare") and problem.label is not None


class KindList(QTreeWidget):
    """The kinds that were found, the gravest first; ``chosen`` carries the name of one, or ALL."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("kind_list")
        self.setAccessibleName(self.tr("Kinds of problem"))
        self.setColumnCount(2)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.currentItemChanged.connect(self._choose)

    def show_counts(self, problems: Sequence[Problem]) -> None:
        """Show how many problems of each kind there are; the chosen kind stays chosen as long as it has some."""
        counts = Counter(problem.kind for problem in problems)
        before = self.chosen_kind
        self.blockSignals(True)
        self.clear()
        self._add(self.tr("All problems"), len(problems), ALL, None)
        for kind in sorted(counts, key=lambda name: (-KINDS[name].severity, list(KINDS).index(name))):
            self._add(title_of(KINDS[kind]), counts[kind], kind, KINDS[kind].severity)
        rows = [self.topLevelItem(row) for row in range(self.topLevelItemCount())]
        self.setCurrentItem(next((row for row in rows if row.data(0, _KIND) == before), rows[0]))
        self.blockSignals(False)
        self.chosen.emit(self.chosen_kind)

    @property
    def chosen_kind(self) -> str:
        """The kind that is chosen."""
        item = self.currentItem()
        return str(item.data(0, _KIND)) if item is not None else ALL

    def _add(self, title: str, count: int, kind: str, severity: Severity | None) -> None:
        item = QTreeWidgetItem([title, f"{count:,}"])
        item.setData(0, _KIND, kind)
        item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        item.setSizeHint(0, QSize(0, _ROW))
        item.setToolTip(0, title if severity is None else f"{title} – {severity_words(severity)}")
        if severity is not None:
            item.setIcon(0, dot(severity_color(severity), 10))
        self.addTopLevelItem(item)

    def _choose(self, *_items: object) -> None:
        self.chosen.emit(self.chosen_kind)


class ProblemModel(QAbstractTableModel):
    """Problems as rows: the image or file, and what is so."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._problems: list[Problem] = []

    def set_problems(self, problems: Sequence[Problem]) -> None:
        """Show these."""
        self.beginResetModel()
        self._problems = list(problems)
        self.endResetModel()

    def problem(self, row: int) -> Problem | None:
        """Return the problem of a row."""
        return self._problems[row] if 0 <= row < len(self._problems) else None

    def row_of(self, fingerprint: str) -> int:
        """Return the row of a problem; -1 where it is gone."""
        return next((row for row, found in enumerate(self._problems) if found.fingerprint == fingerprint), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        """Return how many problems are shown."""
        return 0 if parent.isValid() else len(self._problems)

    def columnCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Two: where and what."""
        return 2

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a view shows."""
        problem = self._problems[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return where(problem) if index.column() == 0 else message_of(problem)
        if role == Qt.ItemDataRole.DecorationRole and index.column() == 0:
            return dot(severity_color(problem.severity), 10)
        if role == Qt.ItemDataRole.SizeHintRole:
            return QSize(0, _ROW)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the columns' titles."""
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return (self.tr("Image or label"), self.tr("What is so"))[section]
        return None


class ProblemList(QTreeView):
    """The problems of a kind; ``chosen`` carries one (None where there is none), ``opened`` one that was opened."""

    chosen = Signal(object)
    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("problem_list")
        self.setAccessibleName(self.tr("Problems"))
        self.rows = ProblemModel(self)
        self.setModel(self.rows)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.header().setStretchLastSection(True)
        self.header().resizeSection(0, 150)
        remembered(self.header(), "problem_columns")
        self.selectionModel().currentChanged.connect(lambda *_indexes: self.chosen.emit(self.current))
        self.activated.connect(lambda _index: self.opened.emit(self.current))

    @property
    def current(self) -> Problem | None:
        """The problem that is chosen."""
        return self.rows.problem(self.currentIndex().row()) if self.currentIndex().isValid() else None

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Show these; the chosen one stays chosen, or the one that took its row."""
        before, row = self.current, self.currentIndex().row()
        self.rows.set_problems(problems)
        found = self.rows.row_of(before.fingerprint) if before is not None else -1
        row = found if found >= 0 else min(max(row, 0), len(problems) - 1)
        if row >= 0:
            self.setCurrentIndex(self.rows.index(row, 0))
        self.chosen.emit(self.current)
