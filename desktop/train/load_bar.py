"""How busy the computer is, small: processor, memory, memory of the graphics card, with the run's share of each."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from core.training.load import Load
from desktop import theme
from desktop.numbers import number

_GIB = 1 << 30


@dataclass(frozen=True)
class _Use:
    """What of something is in use, as shares of all: by anybody, and by the run."""

    whole: float = 0.0
    own: float = 0.0


class LoadBar(QWidget):
    """Three meters. The computer's own load is shown until the run that is looked at tells of its machine's."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.processor = _Meter(self.tr("Processor"))
        self.memory = _Meter(self.tr("Memory"))
        self.graphics = _Meter(self.tr("Graphics"))
        self._of_run: Load | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * theme.SPACE)
        for meter in (self.processor, self.memory, self.graphics):
            row.addWidget(meter)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.graphics.hide()
        self.setVisible(False)

    @Slot(object)
    def set_machine(self, load: Load) -> None:
        """Show the load of this computer, unless a run tells of its machine's."""
        if self._of_run is None:
            self._show(load, of_run=False)

    def set_run(self, load: Load | None) -> None:
        """Show the load of the machine that a run learns on, with the run's share; None where none runs."""
        self._of_run = load
        if load is not None:
            self._show(load, of_run=True)

    def _show(self, load: Load, *, of_run: bool) -> None:
        own = load if of_run else None
        self.processor.show_use(
            _Use(load.processor, own.own_processor if own else 0.0),
            f"{load.processor:.0%}",
            self._share(f"{own.own_processor:.0%}") if own else "",
        )
        self._show_bytes(self.memory, load.memory, own.own_memory if own else None, load.memory_total)
        self._show_bytes(self.graphics, load.graphics, own.own_graphics if own else None, load.graphics_total)
        self.graphics.setVisible(load.graphics_total > 0)
        self.setVisible(True)

    def _show_bytes(self, meter: "_Meter", used: int, own: int | None, total: int) -> None:
        whole = max(total, 1)
        meter.show_use(
            _Use(used / whole, (own or 0) / whole),
            self.tr("{used} of {total} GB").format(used=number(used / _GIB, 1), total=number(total / _GIB)),
            self._share(f"{number(own / _GIB, 1)} GB") if own is not None else "",
        )

    def _share(self, words: str) -> str:
        return self.tr("of these the training: {share}").format(share=words)


class _Meter(QWidget):
    """A name, a bar in two colours and a figure."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self._bar = _Bar()
        self.value = QLabel()
        self.value.setProperty("role", "note")
        label = QLabel(name)
        label.setProperty("role", "note")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.SPACE // 2 + 2)
        for part in (label, self._bar, self.value):
            row.addWidget(part)

    def show_use(self, use: _Use, words: str, share: str) -> None:
        """Show what is in use, in words as well; ``share`` is what the run has of it."""
        self._bar.set_use(use)
        if self.value.text() != words:
            self.value.setText(words)
        tip = f"{self._name}: {words}" + (f"\n{share}" if share else "")
        self.setToolTip(tip)
        self.setAccessibleName(tip)


class _Bar(QWidget):
    """A small bar: all that is in use pale, the run's share of it in the accent colour."""

    def __init__(self) -> None:
        super().__init__()
        self._use = _Use()
        self.setFixedSize(QSize(48, 8))

    def set_use(self, use: _Use) -> None:
        """Show these shares."""
        if use != self._use:
            self._use = use
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground, all in use, and the run's share."""
        colors = theme.colors()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for share, color in ((1.0, colors.pressed), (self._use.whole, colors.steps), (self._use.own, colors.accent)):
            painter.setBrush(QColor(color))
            painter.drawRoundedRect(QRectF(0, 0, self.width() * min(max(share, 0.0), 1.0), self.height()), 3, 3)
