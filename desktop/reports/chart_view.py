"""A chart of a report, painted."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from core.review.reporting.charts import Chart, Kind, Tone
from core.review.reporting.layout import Bar, Dot, Part, Path, Rule, Words, height_of, laid_out
from desktop import theme
from desktop.reports.words import say

USUAL_HEIGHT = 200
_TEXT_PX = 11
_DOT = 3.0
_NEAR = 7.0


def tone_color(tone: Tone) -> str:
    """Return the colour that a tone has in the theme in use."""
    colors = theme.colors()
    return {
        Tone.MAIN: colors.accent,
        Tone.SECOND: colors.validation,
        Tone.GOOD: colors.success,
        Tone.FAIR: colors.warning,
        Tone.BAD: colors.danger,
        Tone.QUIET: colors.strong_border,
    }[tone]


class ChartView(QWidget):
    """Paints one chart as large as it is; what lies under the mouse is told."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(title)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._chart: Chart | None = None
        self.parts: tuple[Part, ...] = ()
        theme.notifier().changed.connect(self.update)

    def show_chart(self, chart: Chart) -> None:
        """Show a chart in the place of the one before."""
        self._chart = chart
        self.setFixedHeight(round(height_of(chart, USUAL_HEIGHT)))
        self._lay_out()

    def sizeHint(self) -> QSize:
        """Wide enough for a month of days."""
        return QSize(420, self.height())

    def minimumSizeHint(self) -> QSize:
        """Wide enough for its names."""
        return QSize(260, self.minimumHeight())

    def resizeEvent(self, event: QEvent) -> None:
        """Lay the chart out anew."""
        super().resizeEvent(event)
        self._lay_out()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the parts."""
        painter = QPainter(self)
        painter.setRenderHint(
            QPainter.RenderHint.Antialiasing, on=self._chart is not None and self._chart.kind is Kind.LINES
        )
        font = self.font()
        font.setPixelSize(_TEXT_PX)
        painter.setFont(font)
        for part in self.parts:
            _paint(painter, part)

    def event(self, event: QEvent) -> bool:
        """Tell what lies under the mouse."""
        if isinstance(event, QHelpEvent):
            words = self.words_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().event(event)

    def words_at(self, point: QPointF) -> str:
        """Return what is said of the bar or dot at a point; nothing where there is none."""
        for part in reversed(self.parts):
            if isinstance(part, Bar) and QRectF(part.x, part.y, part.width, part.height).adjusted(
                -1, -1, 1, 1
            ).contains(point):
                return part.tip
            if isinstance(part, Dot) and (point - QPointF(part.x, part.y)).manhattanLength() <= _NEAR:
                return part.tip
        return ""

    def _lay_out(self) -> None:
        if self._chart is not None:
            self.parts = laid_out(self._chart, self.width(), self.height(), say)
        self.update()


def _paint(painter: QPainter, part: Part) -> None:
    colors = theme.colors()
    match part:
        case Bar():
            painter.fillRect(QRectF(part.x, part.y, part.width, part.height), QColor(tone_color(part.tone)))
        case Dot():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tone_color(part.tone)))
            painter.drawEllipse(QPointF(part.x, part.y), _DOT, _DOT)
        case Path():
            painter.setPen(QPen(QColor(tone_color(part.tone)), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in part.points]))
        case Rule():
            painter.setPen(QPen(QColor(colors.border), 1))
            painter.drawLine(QPointF(part.x0, part.y0), QPointF(part.x1, part.y1))
        case Words():
            painter.setPen(QColor(colors.text if part.is_name else colors.muted))
            wide = painter.fontMetrics().horizontalAdvance(part.text)
            painter.drawText(
                QPointF(part.x - wide * {"start": 0.0, "middle": 0.5, "end": 1.0}[part.anchor], part.y), part.text
            )
