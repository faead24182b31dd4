"""The part of the form about learning: steps, rates, weights of labels, which labels, when to end."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolButton, QWidget

from desktop.train.spec_fields import Field, decimal, lay_out, optional, refill, switch, whole
from desktop.train.spec_fields import choice as choice_of


class LearningFields(QWidget):
    """Batch, rate, schedule, labels, image sets, early stopping."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.batch_size = whole(
            "batch_size",
            self.tr("Batch size"),
            self.tr("How many images each step learns from; fewer need less memory"),
            (1, 1024),
        )
        self.learning_rate = decimal(
            "learning_rate",
            self.tr("Learning rate"),
            self.tr("How far each step moves the weights"),
            (0.000001, 9.0),
            digits=6,
        )
        self.labels = LabelChoice()
        self.train_set, self.val_set = (
            choice_of(name, title, tip, ((name.removesuffix("_set"), name.removesuffix("_set")),))
            for name, title, tip in (
                ("train_set", self.tr("Learn from"), self.tr("The list in ImageSets/Main that the run learns from")),
                ("val_set", self.tr("Validate on"), self.tr("The list in ImageSets/Main that the run is measured on")),
            )
        )
        self.fields: tuple[Field, ...] = (
            self.batch_size, self.learning_rate, *self._schedule(), self.labels.field, *self._which(), self.train_set,
            self.val_set,
        )  # fmt: skip
        lay_out(self, self.fields)

    def set_labels(self, names: Sequence[str]) -> None:
        """Offer these labels."""
        self.labels.set_names(names)

    def set_image_sets(self, names: Sequence[str]) -> None:
        """Offer these image sets, besides the two that a split makes."""
        offered = [(name, name) for name in dict.fromkeys(("train", "val", *names))]
        for field in (self.train_set, self.val_set):
            refill(field.widget, offered)

    def _schedule(self) -> tuple[Field, ...]:
        return (
            whole("repeats", self.tr("Repeats"),
                  self.tr("How often an epoch shows each image, each time varied anew"), (1, 1000)),
            whole("warmup_steps", self.tr("Warm-up"),
                  self.tr("Over so many steps the rate grows from nothing, so that the first ones spoil nothing"),
                  (0, 100_000), suffix=self.tr(" steps")),
            decimal("weight_decay", self.tr("Weight decay"),
                    self.tr("How strongly weights are pulled to nothing; more of it against learning by heart"),
                    (0.0, 0.999), digits=4, step=0.01),
            decimal("average", self.tr("Averaging"),
                    self.tr("The published weights are a moving average that keeps this share each step; 0 is none"),
                    (0.0, 0.9999), digits=4, step=0.005),
            optional(
                whole("patience", self.tr("Stop early"),
                      self.tr("End when the best metric has not grown for so many epochs"), (0, 10_000),
                      suffix=self.tr(" epochs"), zero=self.tr("never")),
                0,
            ),
            whole("seed", self.tr("Seed"),
                  self.tr("The same seed gives the same order and the same variation of the images"), (0, 2**31 - 1)),
        )  # fmt: skip

    def _which(self) -> tuple[Field, ...]:
        return (
            decimal("train_share", self.tr("Share of images"),
                    self.tr("Learn from this share of the training images only, to see what more of them would bring"),
                    (0.01, 1.0), digits=0, step=0.05, suffix=" %", factor=100),
            whole("least_images", self.tr("Least images"),
                  self.tr("Labels on fewer training images than this are left out"), (1, 1000)),
            switch("label_weights", self.tr("Rare labels count more"),
                   self.tr("Each label is weighted by how seldom it is, so that common ones do not drown it")),
            switch("fit_anchors", self.tr("Fit anchors to the boxes"),
                   self.tr("The network's guesses of sizes come from the dataset's own boxes (k-means)")),
            switch("throw_away", self.tr("Throw-away run"),
                   self.tr("Only to try something: marked as such, and its model is never published")),
        )  # fmt: skip


class LabelChoice(QToolButton):
    """Which labels are learned: all, or those checked in a menu that stays open while one checks."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("spec_labels")
        self.setProperty("role", "chip")
        self.setToolTip(self.tr("The labels that are learned; the objects of all others are passed over"))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._menu = _StayingMenu(self)
        self.setMenu(self._menu)
        self._chosen: tuple[str, ...] | None = None
        self._names: tuple[str, ...] = ()
        self.field = Field("labels", self.tr("Labels"), self, lambda: self._chosen, self.choose, self.changed)
        self._show()

    def set_names(self, names: Sequence[str]) -> None:
        """Offer these labels."""
        if tuple(names) == self._names:
            return
        self._names = tuple(names)
        self._menu.clear()
        for name in self._names:
            action = QAction(name.replace("&", "&&"), self._menu, checkable=True)
            action.setData(name)
            action.toggled.connect(self._take)
            self._menu.addAction(action)
        self._show()

    def choose(self, labels: Sequence[str] | None) -> None:
        """Learn these labels, None for all there are."""
        chosen = None if labels is None else tuple(labels)
        if chosen != self._chosen:
            self._chosen = chosen
            self._show()
            self.changed.emit()

    @Slot()
    def _take(self) -> None:
        names = tuple(action.data() for action in self._menu.actions() if action.isChecked())
        self.choose(None if len(names) in (0, len(self._names)) else names)

    def _show(self) -> None:
        if self._chosen is None:
            self.setText(self.tr("all"))
        else:
            self.setText(
                self.tr("{count} of {all}: {names}").format(
                    count=len(self._chosen), all=max(len(self._names), len(self._chosen)), names=_cut(self._chosen)
                )
            )
        for action in self._menu.actions():
            action.blockSignals(True)
            action.setChecked(self._chosen is None or action.data() in self._chosen)
            action.blockSignals(False)


class _StayingMenu(QMenu):
    """A menu of check marks that does not close with each."""

    def mouseReleaseEvent(self, event: object) -> None:
        """Switch the check mark and stay open."""
        action = self.activeAction()
        if action is not None and action.isCheckable():
            action.trigger()
        else:
            super().mouseReleaseEvent(event)  # type: ignore[arg-type]


def _cut(names: Sequence[str], most: int = 3) -> str:
    return ", ".join(names[:most]) + (" …" if len(names) > most else "")
