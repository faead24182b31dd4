"""The page of reports: what models brought, whether the camera has changed, when to train again."""

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from core.review.reporting.figures import figures_of, tiles_of
from core.review.reporting.looking import at_once_words
from core.review.reporting.values import Report
from desktop import theme
from desktop.reports.drift_card import DriftCard
from desktop.reports.figure_card import FigureCard
from desktop.reports.retraining_card import RetrainingCard
from desktop.reports.tiles import Tiles
from desktop.reports.words import say

FIGURES = ("use", "accuracy", "versions", "lot", "bands", "labels", "effort", "effort_versions")
_CARDS_BESIDE = 980


class ReportsPage(QWidget):
    """Shows a report and says what is asked; it computes nothing itself."""

    save_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reports_page")
        self.tiles, self.drift, self.retraining = Tiles(), DriftCard(), RetrainingCard()
        self.figures = {name: FigureCard(name) for name in FIGURES}
        self.caution = QLabel()
        self.calm = theme.note()
        self.calm.setObjectName("reports_calm")
        self._build()
        self.show_report(None)

    def _build(self) -> None:
        self.caution.setObjectName("reports_caution")
        self.caution.setProperty("role", "caution")
        self.caution.setWordWrap(True)
        self.caution.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.words = theme.note("", self)
        self.words.setObjectName("reports_words")
        self.save = QPushButton(self.tr("Save as HTML…"))
        self.save.setObjectName("reports_save")
        self.save.setToolTip(self.tr("Write one page with all charts and tables that any browser opens and prints"))
        theme.dress(self.save, "export")
        self.save.clicked.connect(self.save_asked)
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 2 * theme.SPACE, 0)
        head.addWidget(theme.heading(self.tr("Reports"), self))
        head.addWidget(self.words, 1)
        head.addWidget(self.save)
        self._cards = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._cards.setSpacing(theme.SPACE)
        self._cards.addWidget(self.drift, 3)
        self._cards.addWidget(self.retraining, 2)
        content = QWidget()
        content.setObjectName("reports_room")
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 2 * theme.SPACE, theme.SPACE)
        column.setSpacing(theme.SPACE)
        column.addWidget(self.tiles)
        column.addWidget(self.caution)
        column.addLayout(self._cards)
        column.addWidget(self.calm)
        for card in self.figures.values():
            column.addWidget(card)
        column.addStretch(1)
        area = QScrollArea(widgetResizable=True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(content)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * theme.SPACE, theme.SPACE, 0, 0)
        layout.addLayout(head)
        layout.addWidget(area, 1)

    def show_report(self, report: Report | None) -> None:
        """Show a report; None while it is being made."""
        has_figures = report is not None and not report.is_empty
        self.save.setEnabled(has_figures)
        self.tiles.setVisible(has_figures)
        caution = at_once_words(report.total, say) if report is not None else ""
        self.caution.setText(caution)
        self.caution.setVisible(bool(caution))
        self.calm.setVisible(not has_figures)
        for card in self.figures.values():
            card.setVisible(has_figures)
        if report is None:
            self.words.setText("")
            self.calm.setText(self.tr("Reading what was said of the suggestions…"))
        elif report.is_empty:
            self.words.setText("")
            self.calm.setText(
                self.tr(
                    "Nothing was predicted or judged yet. Let a model suggest objects and accept, correct or reject "
                    "them: this page then shows how good the model is, over time, by version, by score and by label, "
                    "and what it saves against drawing all by hand."
                )
            )
        else:
            self._show(report)

    def say(self, words: str) -> None:
        """Say why there is no report."""
        self.show_report(None)
        self.calm.setText(words)

    def _show(self, report: Report) -> None:
        when = QLocale().toString(report.made.time(), QLocale.FormatType.ShortFormat)
        self.words.setText(self.tr("As of {when}").format(when=when))
        self.tiles.show_tiles(tiles_of(report, say))
        figures = {figure.name: figure for figure in figures_of(report, say)}
        for name, card in self.figures.items():
            card.setVisible(name in figures)
            if name in figures:
                card.show_figure(figures[name])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the two cards below each other where there is no room beside."""
        super().resizeEvent(event)
        beside = self.width() >= _CARDS_BESIDE
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self._cards.direction() is not way:
            self._cards.setDirection(way)
