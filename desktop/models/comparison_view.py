"""Two versions on the same images, side by side: those first on which they differ most."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QIcon, QKeySequence, QPainter, QPixmap, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from core.inference.model_folder import ModelFolder
from core.review.comparing import ImageComparison, Pair
from core.review.prelabel import Progress
from desktop import theme
from desktop.models.pane import Pane, Panes
from desktop.remembering import remembered

ALL_IMAGES = ""
_BAR = 30


@dataclass(frozen=True)
class SeenImage:
    """A picture as (h, w, 3) RGB, and the size (width, height) of the image that it was made from."""

    name: str
    pixels: NDArray[np.uint8]
    size: tuple[int, int]


class ComparisonView(QWidget):
    """Shows what was compared; it asks for images to be compared and to be read."""

    back_asked = Signal()
    set_chosen = Signal(str)  # the image set, or ALL_IMAGES
    cancel_asked = Signal()
    image_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("version_comparison")
        self._found: list[ImageComparison] = []
        self.left, self.right = Pane(), Pane()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[2 * theme.SPACE] * 4)
        layout.setSpacing(theme.SPACE)
        layout.addLayout(self._build_head())
        layout.addWidget(self._build_body(), 1)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self.back_asked.emit,
                  context=Qt.ShortcutContext.WidgetWithChildrenShortcut)  # fmt: skip

    # -- building --------------------------------------------------------------------------------------------------

    def _build_head(self) -> QHBoxLayout:
        back = QPushButton(self.tr("Back"))
        back.setObjectName("comparison_back_button")
        back.setToolTip(self.tr("Back to the list of versions (Esc)"))
        theme.dress(back, "previous")
        back.clicked.connect(self.back_asked)
        self.title = theme.heading("")
        self.title.setObjectName("comparison_title")
        self.image_set = QComboBox()
        self.image_set.setObjectName("comparison_set")
        self.image_set.setToolTip(self.tr("On which images the two versions are compared"))
        self.image_set.activated.connect(lambda _row: self.set_chosen.emit(self.image_set.currentData()))
        self.bar = QProgressBar()
        self.bar.setMaximumWidth(200)
        self.bar.setTextVisible(False)
        self.cancel = QPushButton(self.tr("Cancel"))
        self.cancel.setObjectName("comparison_cancel_button")
        self.cancel.clicked.connect(self.cancel_asked)
        row = QHBoxLayout()
        row.setSpacing(theme.SPACE)
        row.addWidget(back)
        row.addWidget(self.title, 1)
        row.addWidget(self.bar)
        row.addWidget(self.cancel)
        row.addWidget(self.image_set)
        return row

    def _build_body(self) -> QWidget:
        self.images = QListWidget()
        self.images.setObjectName("comparison_images")
        self.images.setAccessibleName(self.tr("Images, those with the greatest difference first"))
        self.images.setIconSize(QSize(_BAR, _BAR // 5))
        self.images.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.images.currentRowChanged.connect(self._want)
        self.summary = theme.note()
        self.summary.setObjectName("comparison_summary")
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE)
        column.addWidget(self.summary)
        column.addWidget(self.images, 1)
        self.panes = Panes(self.left, self.right)
        self.words = theme.note()
        self.words.setObjectName("comparison_words")
        picture = QWidget()
        whole = QVBoxLayout(picture)
        whole.setContentsMargins(theme.SPACE, 0, 0, 0)
        whole.addWidget(self.panes, 1)
        whole.addWidget(self.words)
        splitter = remembered(QSplitter(Qt.Orientation.Horizontal), "comparison_columns")
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(side)
        splitter.addWidget(picture)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([240, 900])
        return splitter

    # -- what it is told -------------------------------------------------------------------------------------------

    def begin(self, versions: tuple[ModelFolder, ModelFolder], sets: Sequence[str], chosen: str) -> None:
        """Forget what was compared; ``sets`` are the lists of images there are."""
        self._found = []
        self.images.clear()
        self.left.clear(versions[0].reference)
        self.right.clear(versions[1].reference)
        self.title.setText(self.tr("{left} beside {right}").format(
            left=versions[0].reference, right=versions[1].reference))  # fmt: skip
        self.image_set.clear()
        for name in sets:
            self.image_set.addItem(name, name)
        self.image_set.addItem(self.tr("All images"), ALL_IMAGES)
        self.image_set.setCurrentIndex(max(0, self.image_set.findData(chosen)))
        self.words.clear()
        self.set_working(working=True)

    def set_working(self, *, working: bool) -> None:
        """Show that the versions look at the images, or not any longer."""
        self.bar.setVisible(working)
        self.cancel.setVisible(working)
        self.bar.setRange(0, 0)
        if working:
            self.summary.setText(self.tr("Both versions look at the images…"))

    @Slot(object)
    def show_progress(self, progress: Progress) -> None:
        """Show how far the versions have come."""
        self.bar.setRange(0, progress.total)
        self.bar.setValue(progress.done)

    def show_found(self, found: Sequence[ImageComparison], colors: Callable[[str], str]) -> None:
        """List the images, those with the greatest difference first."""
        self._found = list(found)
        for pane in (self.left, self.right):
            pane.color_of = colors
        most = max((image.difference for image in found), default=0.0) or 1.0
        self.images.clear()
        for image in found:
            count = sum(pair.left is None or pair.right is None for pair in image.pairs)
            row = QListWidgetItem(f"{image.image}\n{self._row_words(image.difference, count)}")
            row.setIcon(_bar(image.difference / most, self.devicePixelRatioF()))
            self.images.addItem(row)
        differing = sum(image.difference > 0.005 for image in found)
        self.summary.setText(self.tr("They differ on {some} of {all} images.").format(some=differing, all=len(found)))
        self.set_working_done()
        if found:
            self.images.setCurrentRow(0)
            self.images.setFocus()

    def set_working_done(self) -> None:
        """Take the bar away."""
        self.bar.hide()
        self.cancel.hide()

    def show_image(self, seen: SeenImage) -> None:
        """Show the picture of the image that is chosen, with what each version found there."""
        image = self._current()
        if image is None or image.image != seen.name:
            return
        for pane, side in ((self.left, "left"), (self.right, "right")):
            things = [(thing, _differs(pair)) for pair in image.pairs if (thing := getattr(pair, side)) is not None]
            pane.show_image(seen.pixels, seen.size, things)
        self.panes.set_aspect(seen.size[0] / seen.size[1])
        self.words.setText(self._explained(image))

    # -- inside ----------------------------------------------------------------------------------------------------

    def _current(self) -> ImageComparison | None:
        row = self.images.currentRow()
        return self._found[row] if 0 <= row < len(self._found) else None

    @Slot(int)
    def _want(self, _row: int) -> None:
        image = self._current()
        if image is not None:
            self.image_wanted.emit(image.image)

    def _row_words(self, difference: float, alone: int) -> str:
        if difference <= 0.005:
            return self.tr("alike")
        return self.tr("%n seen by one alone", "", alone) if alone else self.tr("seen by both, otherwise")

    def _explained(self, image: ImageComparison) -> str:
        """Say how many things which version sees alone."""
        counts = {
            "left": sum(pair.right is None for pair in image.pairs),
            "right": sum(pair.left is None for pair in image.pairs),
            "both": sum(pair.left is not None and pair.right is not None for pair in image.pairs),
        }
        words = self.tr("Both see {both}; the left one alone {left}, the right one alone {right}. "
                        "What they see alike is drawn thin, what differs bold.")  # fmt: skip
        return words.format(**counts)


def _differs(pair: Pair) -> bool:
    return pair.left is None or pair.right is None or pair.left.label != pair.right.label or pair.difference > 0.3


def _bar(share: float, ratio: float) -> QIcon:
    """Return a bar as long as the difference is great."""
    bar = QPixmap(round(_BAR * ratio), round(_BAR / 5 * ratio))
    bar.setDevicePixelRatio(ratio)
    bar.fill(QColor(theme.colors().border))
    painter = QPainter(bar)
    painter.fillRect(QRectF(0, 0, _BAR * share, _BAR), QColor(theme.colors().warning))
    painter.end()
    return QIcon(bar)
