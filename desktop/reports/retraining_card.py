"""The card of the three rules that say when to train again."""

from html import escape

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from core.review.drift.values import Level
from core.review.retraining import Due, Rules, Why
from desktop import theme
from desktop.number_fields import WholeField

_USUAL = Rules()
_USUAL_DAYS = 30
_WIDEST_MODEL = 130


class RetrainingCard(QFrame):
    """Shows the rules and how far each is; ``rules_changed`` carries new ones, ``run_asked`` wants the next run."""

    rules_changed = Signal(object)  # Rules
    run_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("retraining_card")
        self.setProperty("role", "card")
        self.images, self.days = WholeField(minimum=1, maximum=100_000), WholeField(minimum=1, maximum=3650)
        self.boxes = {
            Why.IMAGES: QCheckBox(self.tr("after so many newly labelled images:")),
            Why.SCHEDULE: QCheckBox(self.tr("after so many days:")),
            Why.DRIFT: QCheckBox(self.tr("when new images differ")),
        }
        self.standing = {why: theme.note() for why in self.boxes}
        self._shown: Rules | None = None
        self._build()
        self.show_rules(_USUAL)
        self.show_due(None)
        for box in self.boxes.values():
            box.clicked.connect(self._tell)
        for field in (self.images, self.days):
            field.editingFinished.connect(self._tell)

    def _build(self) -> None:
        for name, field in (("images", self.images), ("days", self.days)):
            field.setObjectName(f"retrain_after_{name}")
        self.title = theme.heading("")
        self.title.setObjectName("retraining_title")
        self.run = QPushButton(self.tr("Next run…"))
        self.run.setObjectName("retraining_run")
        self.run.setToolTip(self.tr("Open the form of a run that goes on from the version in use"))
        self.run.clicked.connect(self.run_asked)
        head = QHBoxLayout()
        head.addWidget(self.title)
        head.addStretch(1)
        head.addWidget(self.run)
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.SPACE)
        grid.setVerticalSpacing(theme.SPACE // 2)
        for row, (why, box) in enumerate(self.boxes.items()):
            box.setObjectName(f"retrain_on_{why}")
            self.standing[why].setObjectName(f"retrain_standing_{why}")
            self.standing[why].setWordWrap(False)
            self.standing[why].setTextFormat(Qt.TextFormat.RichText)
            grid.addWidget(box, row, 0)
            grid.addWidget(self.standing[why], row, 2)
        grid.addWidget(self.images, 0, 1)
        grid.addWidget(self.days, 1, 1)
        grid.setColumnStretch(2, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.SPACE + 4, theme.SPACE, theme.SPACE + 4, theme.SPACE + 4)
        column.setSpacing(theme.SPACE)
        column.addLayout(head)
        column.addWidget(QLabel(self.tr("Say that it is time")))
        column.addLayout(grid)
        column.addStretch(1)

    @property
    def rules(self) -> Rules:
        """What is chosen."""
        on = {why: box.isChecked() for why, box in self.boxes.items()}
        return Rules(
            images=self.images.value() if on[Why.IMAGES] else None,
            days=self.days.value() if on[Why.SCHEDULE] else None,
            on_drift=on[Why.DRIFT],
        )

    def show_rules(self, rules: Rules) -> None:
        """Show what is chosen; a rule that is off keeps its number.

        What was shown before is not shown again, for a person may have chosen something else since, and a number that
        is being typed stays: the standing is worked out anew whenever a label is saved.
        """
        if rules == self._shown:
            return
        self._shown = rules
        self.boxes[Why.IMAGES].setChecked(rules.images is not None)
        self.boxes[Why.SCHEDULE].setChecked(rules.days is not None)
        self.boxes[Why.DRIFT].setChecked(rules.on_drift)
        for field, number in (
            (self.images, rules.images or _USUAL.images or 1),
            (self.days, rules.days or _USUAL_DAYS),
        ):
            if not (field.hasFocus() and field.lineEdit().isModified()):
                field.setValue(number)
        self._enable()

    def forget(self) -> None:
        """Take what is shown next as it is: it is of another project."""
        self._shown = None
        self.images.lineEdit().setModified(False)
        self.days.lineEdit().setModified(False)

    def show_due(self, due: Due | None) -> None:
        """Show how far each rule is; None where there is no model yet."""
        is_time = due is not None and bool(due.reasons)
        self.run.setEnabled(due is not None)
        self.run.setProperty("role", "primary" if is_time else "")
        self.run.style().polish(self.run)
        theme.dress(self.run, "train", on_accent=is_time)
        if due is None:
            self.title.setText(self.tr("When to train again"))
            for note in self.standing.values():
                note.setText("")
            return
        self.title.setText(
            self.tr("It is time to train again") if due.reasons else self.tr("No need to train again yet")
        )
        model = self.fontMetrics().elidedText(due.model, Qt.TextElideMode.ElideMiddle, _WIDEST_MODEL)
        drift = {
            None: self.tr("not checked"),
            Level.TOO_FEW: self.tr("too few images to tell"),
            Level.DRIFT: self.tr("drift"),
        }.get(due.drift, self.tr("no drift"))
        for why, text in (
            (Why.IMAGES, self.tr("%n since {model}", "", due.images).format(model=model)),
            (Why.SCHEDULE, self.tr("%n day(s) old", "", due.days)),
            (Why.DRIFT, drift),
        ):
            self.standing[why].setText(f"<b>{escape(text)}</b>" if why in due.reasons else escape(text))
        self.standing[Why.IMAGES].setToolTip(due.model)

    @Slot()
    def _tell(self) -> None:
        self._enable()
        self.rules_changed.emit(self.rules)

    def _enable(self) -> None:
        self.images.setEnabled(self.boxes[Why.IMAGES].isChecked())
        self.days.setEnabled(self.boxes[Why.SCHEDULE].isChecked())
