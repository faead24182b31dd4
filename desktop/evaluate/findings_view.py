"""A grid of crops with a card beside it: for mistakes, for probable label errors, and for a cell of the confusion."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from core.review.evaluation.accepting import can_accept
from core.review.evaluation.label_errors import LabelError
from desktop import theme
from desktop.browse.gallery_view import LARGEST, SMALLEST, GalleryView
from desktop.browse.grid import CAPTION
from desktop.evaluate.crops import FOUND, LABELLED, Crops, draw
from desktop.evaluate.findings import Finding
from desktop.evaluate.words import accept_words
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
        self.card = _Card(self._crops, name)
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
        figure = "✓" if done else f"{finding.weight:.2f}" if finding.weight else ""
        painter.setPen(QColor(colors.success if done else colors.muted))
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, figure)
        line = line.adjusted(0, 0, -painter.fontMetrics().horizontalAdvance(figure) - 6, 0)
        painter.setPen(QColor(colors.text))
        words = painter.fontMetrics().elidedText(
            finding.caption if self._has_card else finding.image, Qt.TextElideMode.ElideRight, int(line.width())
        )
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)


class _Picture(QWidget):
    """The crop of one finding, as large as there is room."""

    def __init__(self, crops: Crops) -> None:
        super().__init__()
        self._crops = crops
        self.finding: Finding | None = None
        self.setMinimumHeight(120)

    def paintEvent(self, _event: QPaintEvent) -> None:
        crop = self._crops.get(self.finding) if self.finding is not None else None
        if crop is not None:
            draw(QPainter(self), crop, QRectF(self.rect()))


class _Card(QFrame):
    """One finding in full."""

    def __init__(self, crops: Crops, name: str) -> None:
        super().__init__()
        self.setProperty("role", "panel")
        self.setMinimumWidth(230)
        self.picture = _Picture(crops)
        self.title = theme.heading("")
        self.title.setWordWrap(True)
        self.meaning = QLabel()
        self.meaning.setWordWrap(True)
        self.details = theme.note()
        self.details.setObjectName(f"{name}_details")
        self.details.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.open_button = QPushButton(self.tr("Open the image"))
        self.open_button.setObjectName(f"{name}_open")
        theme.dress(self.open_button, "annotate")
        self.open_button.setToolTip(self.tr("Show it on the annotate page, the object selected (Enter)"))
        self.accept_button = QPushButton()
        self.accept_button.setObjectName(f"{name}_accept")
        self.accept_button.setProperty("role", "primary")
        self.accept_button.setToolTip(self.tr("Take over what the model says; Undo on the image takes it back"))
        theme.dress(self.accept_button, "accept", on_accent=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[2 * theme.SPACE] * 4)
        column.setSpacing(theme.SPACE)
        for part in (self.title, self.meaning, self.details):
            column.addWidget(part)
        column.addWidget(self.picture, 1)
        column.addWidget(self.accept_button)
        column.addWidget(self.open_button)

    def show_finding(self, finding: Finding | None, *, done: bool) -> None:
        """Show a finding; ``done`` says that the model's view was taken over."""
        self.picture.finding = finding
        self.picture.update()
        for part in (self.meaning, self.details, self.open_button):
            part.setVisible(finding is not None)
        source = finding.source if finding is not None else None
        acceptable = isinstance(source, LabelError) and can_accept(source)
        self.accept_button.setVisible(acceptable)
        if finding is None:
            self.title.setText("")
            return
        if isinstance(source, LabelError):
            self.accept_button.setText(self.tr("Done") if done else accept_words(source.kind))
            self.accept_button.setEnabled(not done)
        self.title.setText(f"{finding.title}: {finding.labels}" if finding.labels else finding.title)
        self.meaning.setText(finding.meaning)
        self.details.setText(self._details(finding))

    def _details(self, finding: Finding) -> str:
        words = [finding.image]
        if finding.score is not None:
            words.append(self.tr("score {score}").format(score=f"{finding.score:.2f}"))
        if finding.box is not None and finding.model_box is not None and finding.overlap and finding.place is not None:
            words.append(self.tr("IoU {overlap}").format(overlap=f"{finding.overlap:.2f}"))
        if isinstance(finding.source, LabelError):
            words.append(self.tr("doubt {doubt}").format(doubt=f"{finding.weight:.2f}"))
        return " · ".join(words)


def _within(side: int) -> int:
    return max(SMALLEST, min(LARGEST, side))
