"""A grid of crops with a card beside it: for mistakes, for probable label errors, and for a cell of the confusion."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop import theme
from desktop.browse.gallery_view import LARGEST, SMALLEST, GalleryView
from desktop.browse.grid import CAPTION
from desktop.evaluate.crops import FOUND, LABELLED, Crops, draw
from desktop.evaluate.finding_card import FindingCard
from desktop.evaluate.findings import Finding
from desktop.numbers import number
from desktop.remembering import remembered

_SIDE = 132


class FindingsView(QWidget):
    """Shows findings and says which one is to be opened or taken over; it changes nothing itself.

    ``name`` begins the names of its parts, ``calm`` is said where there is nothing to show. Without a card the images'
    names stand below the crops.
    """

    open_asked = Signal(object)  # Finding
    accept_asked = Signal(object)  # Finding

    def __init__(self, name: str, crops: Crops, calm: str, *, has_card: bool = True) -> None:
        super().__init__()
        self.setObjectName(name)
        self._has_card = has_card
        self._seen: Sequence[int] = ()
        self._crops = crops
        self._calm_words = calm
        self._all: list[Finding] = []
        self.shown: list[Finding] = []
        self._done: set[int] = set()
        self._build(name)
        self.kinds.activated.connect(lambda _row: self._filter())
        self.labels.activated.connect(lambda _row: self._filter())
        self.grid.chosen.connect(self._show_card)
        self.grid.opened.connect(lambda place: self.open_asked.emit(self.shown[place]))
        self.grid.size_wanted.connect(lambda way: self.grid.set_side(_within(self.grid.side + 24 * way)))
        self.grid.seen.connect(self._want)
        crops.ready.connect(self._show_ready)
        theme.notifier().changed.connect(self._dress)
        self.show_findings([])

    @property
    def current(self) -> Finding | None:
        """The finding on the card."""
        place = self.grid.current
        return self.shown[place] if place is not None and place < len(self.shown) else None

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show these, in their order."""
        self._all, self._done = list(findings), set()
        self._offer(self.kinds, self.tr("All kinds"), Counter((one.kind, one.title) for one in findings))
        labels: Counter[tuple[str, str]] = Counter()
        for one in findings:
            labels.update({(label, label) for label in (one.label, one.model_label) if label is not None})
        self._offer(self.labels, self.tr("All labels"), labels)
        self._filter()

    def set_calm(self, words: str) -> None:
        """Say why there is nothing to show."""
        self._calm.setText(words)

    def mark_done(self, finding: Finding) -> None:
        """Show that the model's view was taken over, and go to the next one."""
        self._done.add(id(finding))
        self.grid.viewport().update()
        if finding in self.shown:
            place = self.shown.index(finding)
            if place + 1 < len(self.shown):
                self.grid.show_place(place + 1)
        self._show_card()

    # -- building --------------------------------------------------------------------------------------------------

    def _build(self, name: str) -> None:
        self.kinds, self.labels = QComboBox(), QComboBox()
        self.kinds.setObjectName(f"{name}_kinds")
        self.kinds.setAccessibleName(self.tr("Kinds that are shown"))
        self.labels.setObjectName(f"{name}_labels")
        self.labels.setAccessibleName(self.tr("Labels that are shown"))
        self._legend = QLabel(self._legend_words())
        self.grid = GalleryView(self._paint)
        self.grid.setObjectName(f"{name}_grid")
        self.grid.set_side(_SIDE)
        self._calm = theme.note()
        self._calm.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.grid)
        self._stack.addWidget(self._calm)
        head = QHBoxLayout()
        head.setSpacing(theme.SPACE)
        head.setContentsMargins(0, 0, theme.SPACE, 0)
        head.addWidget(self.kinds)
        head.addWidget(self.labels)
        head.addStretch(1)
        head.addWidget(self._legend)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, theme.SPACE, 0, 0)
        column.setSpacing(theme.SPACE)
        column.addLayout(head)
        column.addWidget(self._stack, 1)
        self.card = FindingCard(self._crops, name)
        self.card.open_button.clicked.connect(lambda: self._ask(self.open_asked))
        self.card.accept_button.clicked.connect(lambda: self._ask(self.accept_asked))
        splitter = remembered(QSplitter(Qt.Orientation.Horizontal), f"{name}_splitter")
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(left)
        splitter.addWidget(self.card)
        splitter.setStretchFactor(0, 1)
        splitter.setSizes([640, 320])
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(splitter)

    def _dress(self) -> None:
        self._legend.setText(self._legend_words())

    def _legend_words(self) -> str:
        color = theme.colors().muted
        return (
            f'<span style="color:{LABELLED}"><b>━</b></span>&nbsp;<span style="color:{color}">{self.tr("labelled")}'
            f'</span>&nbsp;&nbsp; <span style="color:{FOUND}"><b>╍</b></span>&nbsp;<span style="color:{color}">'
            f"{self.tr('found')}</span>"
        )

    def _offer(self, choice: QComboBox, everything: str, counts: Counter[tuple[str, str]]) -> None:
        """Offer what there is, with its counts; what was chosen stays chosen where it is still there."""
        before = choice.currentData()
        choice.clear()
        choice.addItem(f"{everything} ({len(self._all)})", None)
        for (key, words), count in counts.most_common():
            choice.addItem(f"{words} ({count})", key)
        choice.setCurrentIndex(max(0, choice.findData(before)))

    # -- what is shown ---------------------------------------------------------------------------------------------

    def _filter(self) -> None:
        kind, label = self.kinds.currentData(), self.labels.currentData()
        self.shown = [
            one for one in self._all
            if kind in (None, one.kind) and (label is None or label in (one.label, one.model_label))
        ]  # fmt: skip
        for choice in (self.kinds, self.labels):
            choice.setVisible(choice.count() > 2)
        self._calm.setText(self._calm_words)
        self._legend.setVisible(bool(self.shown))
        self.card.setVisible(bool(self.shown) and self._has_card)
        self._stack.setCurrentWidget(self.grid if self.shown else self._calm)
        self.grid.set_places(())
        self.grid.set_places(range(len(self.shown)))
        if self.shown:
            self.grid.show_place(0)
        self._show_card()

    def _show_card(self) -> None:
        finding = self.current
        self.card.show_finding(finding, done=finding is not None and id(finding) in self._done)
        if finding is not None and self.isVisible() and self._crops.get(finding) is None:
            self._want_seen()

    def _ask(self, signal: Signal) -> None:
        if self.current is not None:
            signal.emit(self.current)

    def showEvent(self, event: object) -> None:
        """Have the crops in sight cut out."""
        super().showEvent(event)
        self._want_seen()

    def _want_seen(self) -> None:
        """Have the crops in sight cut out, that of the card first."""
        first = [self.current] if self.current is not None else []
        self._crops.want([*first, *(self.shown[place] for place in self._seen if place < len(self.shown))])

    def _want(self, places: Sequence[int]) -> None:
        self._seen = [place for place in places if place < len(self.shown)]
        if self.isVisible():
            self._want_seen()

    def _show_ready(self, findings: Sequence[Finding]) -> None:
        if self.isVisible() and self.shown:
            self.grid.viewport().update()
            if any(finding is self.current for finding in findings):
                self.card.picture.update()

    def _paint(self, painter: QPainter, cell: QRectF, place: int, selected: bool, focused: bool) -> None:
        if place >= len(self.shown):
            return
        finding, colors = self.shown[place], theme.colors()
        frame = QRectF(cell.left(), cell.top(), cell.width(), cell.height() - CAPTION)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if selected:
            painter.setBrush(QColor(colors.selection))
            painter.drawRoundedRect(cell.adjusted(-3, -3, 3, 1), 8, 8)
        painter.setBrush(QColor(colors.canvas))
        painter.drawRoundedRect(frame, 6, 6)
        crop = self._crops.get(finding)
        if crop is not None:
            draw(painter, crop, frame.adjusted(4, 4, -4, -4))
        if selected or focused:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QColor(colors.accent))
            painter.drawRoundedRect(frame.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        self._caption(painter, QRectF(cell.left() + 2, frame.bottom(), cell.width() - 4, CAPTION), finding)
        painter.restore()

    def _caption(self, painter: QPainter, line: QRectF, finding: Finding) -> None:
        colors = theme.colors()
        font = QFont(painter.font())
        font.setPixelSize(12)
        painter.setFont(font)
        done = id(finding) in self._done
        figure = "✓" if done else number(finding.weight, 2) if finding.weight else ""
        painter.setPen(QColor(colors.success if done else colors.muted))
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, figure)
        line = line.adjusted(0, 0, -painter.fontMetrics().horizontalAdvance(figure) - 6, 0)
        painter.setPen(QColor(colors.text))
        words = painter.fontMetrics().elidedText(
            finding.caption if self._has_card else finding.image, Qt.TextElideMode.ElideRight, int(line.width())
        )
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)


def _within(side: int) -> int:
    return max(SMALLEST, min(LARGEST, side))
