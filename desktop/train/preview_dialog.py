"""The live preview: sliders on the left, the user's own pictures as training would see them on the right."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from core.errors import AnnotrainError
from core.training.augmentation import NO_AUGMENTATION, Augmentation
from desktop import theme
from desktop.dialog_buttons import do_or_cancel
from desktop.error_words import words_of
from desktop.jobs.executor import Executor
from desktop.room import Scrolled, resize_to_fit
from desktop.train import preview_work
from desktop.train.augmentation_fields import AugmentationFields
from desktop.train.preview_grid import PreviewGrid

if TYPE_CHECKING:
    from core.training.augmentation_check import Example, Warned
    from core.training.spec import Spec
    from core.voc.dataset import Dataset

_FIELDS_WIDTH = 320


class PreviewDialog(QDialog):
    """Shows what a variation does; ``chosen`` carries the Augmentation that a person wants to train with."""

    chosen = Signal(object)

    def __init__(
        self, dataset: "Dataset", names: Sequence[str], spec: "Spec", labels: Sequence[str],
        colors: Mapping[str, str], aspect: float, parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("preview_dialog")
        self.setWindowTitle(self.tr("Variation of the training images"))
        known = tuple(labels)
        self._labels, self._colors = known, dict(colors)
        self._examples: list[Example] = []
        self._seed = 0
        self._executor = Executor(self)
        self._build(spec.augmentation)
        resize_to_fit(self, 1180, 820)
        self.grid.show_words(self.tr("Reading the images…"))
        self._executor.submit(
            lambda: preview_work.read(dataset, names, spec, known, aspect), self._take_examples, self._fail,
            owner=self,
        )  # fmt: skip
        self.finished.connect(lambda _result: self._executor.shutdown(wait=False))

    def _build(self, augmentation: Augmentation) -> None:
        self.augmentation = AugmentationFields()
        self.augmentation.set_value(augmentation)
        self.augmentation.changed.connect(self._vary)
        self.another = QPushButton(self.tr("Another variation"), autoDefault=False)
        self.another.setObjectName("another_variation_button")
        self.another.setToolTip(self.tr("The same strength, other chance"))
        theme.dress(self.another, "refresh")
        self.another.clicked.connect(self._go_on)
        self.plain = QCheckBox(self.tr("Compare: without variation"))
        self.plain.setObjectName("plain_check")
        self.plain.setToolTip(self.tr("Show the pictures as validation and prediction see them: never varied"))
        self.plain.toggled.connect(self._vary)
        self.warnings = theme.note()
        self.warnings.setObjectName("preview_warnings")
        self.grid = PreviewGrid()
        row = QHBoxLayout()
        row.setSpacing(2 * theme.SPACE)
        row.addWidget(self._left())
        row.addWidget(self._right(), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[2 * theme.SPACE] * 4)
        column.setSpacing(2 * theme.SPACE)
        column.addLayout(row, 1)
        column.addWidget(self._buttons())

    def _left(self) -> QWidget:
        area = Scrolled(self.augmentation)
        area.setFixedWidth(_FIELDS_WIDTH)
        return area

    def _right(self) -> QWidget:
        head = QHBoxLayout()
        head.addWidget(self.another)
        head.addWidget(self.plain)
        head.addStretch(1)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE)
        column.addLayout(head)
        column.addWidget(self.warnings)
        column.addWidget(Scrolled(self.grid), 1)
        return right

    def _buttons(self) -> QDialogButtonBox:
        self.use = QPushButton(self.tr("Use these values"))
        self.use.setObjectName("use_augmentation_button")
        return do_or_cancel(self, self.use)

    def accept(self) -> None:
        """Hand the values over."""
        self.chosen.emit(self.augmentation.value())
        super().accept()

    @Slot()
    def _go_on(self) -> None:
        """Take another chance."""
        self._seed += 1
        self._vary()

    def _take_examples(self, examples: "list[Example]") -> None:
        self._examples = examples
        if not examples:
            self.grid.show_words(self.tr("No image has anything that this task could learn."))
        self._vary()

    @Slot()
    def _vary(self) -> None:
        """Vary the pictures anew, in the background; of several wishes the newest wins."""
        if not self._examples:
            return
        value = self.augmentation.value()
        wanted = replace(NO_AUGMENTATION, keep=value.keep) if self.plain.isChecked() else value
        examples, seed, drawn = self._examples, self._seed, (self._labels, self._colors)
        self._executor.submit(
            lambda: preview_work.show(examples, wanted, seed, *drawn),
            self.grid.show_cells, self._fail, key="vary", owner=self,
        )  # fmt: skip
        self._executor.submit(
            lambda: preview_work.warn(examples, wanted, seed), self._warn, self._fail, key="warn", owner=self
        )

    def _warn(self, warnings: "Sequence[Warned]") -> None:
        lines = [self._words(warned) for warned in warnings]
        self.warnings.setText("\n".join(lines) or self.tr("Nothing vanishes, shrinks or burns out."))
        role = "problem" if lines else "note"
        if self.warnings.property("role") != role:
            self.warnings.setProperty("role", role)
            self.warnings.style().polish(self.warnings)

    def _words(self, warned: "Warned") -> str:
        """Return a warning as a sentence with its numbers."""
        share = f"{100 * warned.share:.0f} %"
        return {
            "LOST": self.tr("{share} of the objects vanish: scale less, or crop less."),
            "TINY": self.tr("{share} of the objects shrink under 5 × 5 pixels: larger pictures or a smaller scale."),
            "TURNED": self.tr("{share} of the pictures are long and narrow: a quarter turn would shrink them much."),
            "BRIGHT": self.tr("{share} of the pictures become too bright: less brightness or contrast."),
            "DARK": self.tr("{share} of the pictures become too dark: less brightness or contrast."),
        }[warned.effect.name].format(share=share)

    def _fail(self, error: BaseException) -> None:
        if isinstance(error, AnnotrainError):
            self.grid.show_words(words_of(error))
