"""What would come of a task, and what came of it: counts, losses, notes, problems."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QListWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from core.errors import AnnotrainError
from core.voc.interchange.losses import Loss
from desktop import theme
from desktop.error_words import words_of
from desktop.interchange.words import loss_words

_MOST_SHOWN = 500


class ReportView(QFrame):
    """A card with a sentence, remarks, the list of losses, and the list of problems; each only where there is any."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._sign = QLabel()
        self.summary = QLabel()
        self.summary.setObjectName("interchange_summary")
        self.summary.setWordWrap(True)
        self.remarks = theme.note()
        self.remarks.setObjectName("interchange_remarks")
        self.remarks.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._losses_title = QLabel()
        self._losses_title.setProperty("role", "problem")
        self.losses = QTreeWidget()
        self.losses.setObjectName("interchange_losses")
        self.losses.setHeaderLabels([self.tr("What the format cannot hold"), self.tr("How many")])
        self.losses.setRootIsDecorated(False)
        self.losses.setSelectionMode(QTreeWidget.SelectionMode.NoSelection)
        self.losses.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.losses.setWordWrap(True)
        self.losses.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.losses.setVerticalScrollMode(QTreeWidget.ScrollMode.ScrollPerPixel)
        self.losses.header().setStretchLastSection(False)
        self.losses.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.losses.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self._problems_title = QLabel()
        self._problems_title.setProperty("role", "problem")
        self.problems = QListWidget()
        self.problems.setObjectName("interchange_problems")
        self.problems.setWordWrap(True)
        self.problems.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.problems.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.problems.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[2 * theme.SPACE] * 4)
        column.setSpacing(theme.SPACE)
        head = QHBoxLayout()
        head.setSpacing(theme.SPACE)
        head.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.summary, 1)
        column.addLayout(head)
        for widget in (self.remarks, self._losses_title):
            column.addWidget(widget)
        column.addWidget(self.losses, 10)
        column.addWidget(self._problems_title)
        column.addWidget(self.problems, 10)
        column.addStretch(1)
        self.clear()

    def clear(self, text: str = "") -> None:
        """Show one sentence alone."""
        self.show_report(text)

    def show_report(
        self,
        summary: str,
        remarks: Sequence[str] = (),
        losses: Sequence[Loss] = (),
        problems: Sequence[AnnotrainError] = (),
        *,
        done: bool = False,
    ) -> None:
        """Show what there is to say; with the sign of success once the work is ``done``."""
        self.summary.setText(summary)
        self._sign.setVisible(done)
        if done:
            self._sign.setPixmap(theme.picture("success", theme.colors().success, 20, self.devicePixelRatioF()))
        self.remarks.setText("\n".join(remarks))
        self.remarks.setVisible(bool(remarks))
        self.losses.clear()
        for loss in losses:
            row = QTreeWidgetItem(self.losses, [loss_words(loss.kind), f"{loss.count:,}"])
            row.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            row.setIcon(0, theme.icon("warning"))
            row.setToolTip(0, loss_words(loss.kind))
        self._losses_title.setText(self.tr("This is lost or changed in the new dataset; the source stays as it is."))
        self._losses_title.setVisible(bool(losses))
        self.losses.setVisible(bool(losses))
        self._show_problems(problems)

    def _show_problems(self, problems: Sequence[AnnotrainError]) -> None:
        """Show what could not be read or written."""
        self.problems.clear()
        self.problems.addItems([words_of(problem) for problem in problems[:_MOST_SHOWN]])
        if len(problems) > _MOST_SHOWN:
            self.problems.addItem(self.tr("… and %n more", "", len(problems) - _MOST_SHOWN))
        self._problems_title.setText(self.tr("Could not be read, or needs a look: %n", "", len(problems)))
        self._problems_title.setVisible(bool(problems))
        self.problems.setVisible(bool(problems))
