"""The signs of the states of an image, told apart by their form as well as their colour."""

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from core.voc.annotation import State
from desktop import theme

_RADIUS = 5.0


def state_words(state: State) -> str:
    """Return what the state is called."""
    return {
        State.NEW: QCoreApplication.translate("StateMarks", "new"),
        State.IN_WORK: QCoreApplication.translate("StateMarks", "in work"),
        State.DONE: QCoreApplication.translate("StateMarks", "done"),
        State.CHECKED: QCoreApplication.translate("StateMarks", "checked"),
    }[state]


def legend() -> str:
    """Return what the signs mean, a line each."""
    return "\n".join((
        QCoreApplication.translate("StateMarks", "○  new: no annotation yet"),
        QCoreApplication.translate("StateMarks", "◐  in work: has an annotation"),
        QCoreApplication.translate("StateMarks", "✓  done: a person has verified it"),
        QCoreApplication.translate("StateMarks", "✓✓  checked: looked at once more"),
        QCoreApplication.translate("StateMarks", "⚠  its file cannot be read"),
    ))  # fmt: skip


def draw_state(painter: QPainter, square: QRectF, state: State) -> None:
    """Draw the sign of a state in the middle of ``square``: a ring, a half disc, a tick, two ticks."""
    colors, middle = theme.colors(), square.center()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if state is State.NEW:
        _ring(painter, middle, colors.strong_border)
    elif state is State.IN_WORK:
        _ring(painter, middle, colors.accent)
        painter.setBrush(QColor(colors.accent))
        painter.drawPie(_around(middle), 90 * 16, 180 * 16)
    elif state is State.DONE:
        _tick(painter, middle, colors.success)
    else:
        _tick(painter, middle - QPointF(2.5, 0), colors.success)
        _tick(painter, middle + QPointF(3.0, 0), colors.success)
    painter.restore()


def _around(middle: QPointF) -> QRectF:
    return QRectF(middle.x() - _RADIUS, middle.y() - _RADIUS, 2 * _RADIUS, 2 * _RADIUS)


def _ring(painter: QPainter, middle: QPointF, color: str) -> None:
    painter.setPen(QPen(QColor(color), 1.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(_around(middle))


def _tick(painter: QPainter, middle: QPointF, color: str) -> None:
    pen = QPen(QColor(color), 2.0)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    steps = (QPointF(-4.0, 0.3), QPointF(-1.2, 3.4), QPointF(4.2, -3.6))
    painter.drawPolyline([middle + step for step in steps])
