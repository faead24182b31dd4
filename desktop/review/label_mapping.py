"""The model's labels: what each is called in the project, or that it is left out, and from what score on it is kept."""

from collections.abc import Collection, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QWidget

from desktop import theme
from desktop.number_fields import WholeField
from desktop.review.fitting import FittingChoice

_WIDEST = 170
"""How wide a label of the model may be, in device-independent pixels; its tooltip has the whole."""


class LabelMapping(QWidget):
    """A row for each label of the model. One whose name the project does not have is marked, and counted above."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._known: Sequence[str] = ()
        self._rows: dict[str, tuple[QComboBox, WholeField, QLabel]] = {}
        self._own: dict[str, float] = {}
        self._quiet = False
        self.note = theme.note()
        self.note.setObjectName("mapping_note")
        self.every = _score(self.tr("From what score on a label is kept that has no score of its own"))
        self.every.setObjectName("keep_from")
        self.every.valueChanged.connect(self._follow_every)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.SPACE)
        self._grid.setVerticalSpacing(theme.SPACE // 2)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)
        self._grid.addWidget(self.note, 0, 0, 1, 3)
        heads = (self.tr("The model says"), self.tr("Here it is called"), self.tr("From score"))
        for column, words in enumerate(heads):
            head = QLabel(words)
            head.setProperty("role", "note")
            self._grid.addWidget(head, 1, column)
        self._grid.addWidget(QLabel(self.tr("all labels")), 2, 0, 1, 2)
        self._grid.addWidget(self.every, 2, 2)

    def show_labels(
        self,
        labels: Sequence[str],
        known: Sequence[str],
        names: Mapping[str, str | None],
        thresholds: Mapping[str, float],
        least: float,
    ) -> None:
        """Show the model's ``labels`` and what was chosen for them; ``known`` are the project's."""
        self._quiet = True
        for widgets in self._rows.values():
            for widget in widgets:
                self._grid.removeWidget(widget)
                widget.hide()
                widget.setObjectName("")  # nobody finds it any more
                widget.deleteLater()
        self._known, self._own = known, dict(thresholds)
        self.every.setValue(round(100 * least))
        self._rows = {label: self._row(number, label, names) for number, label in enumerate(labels, start=3)}
        self._quiet = False
        self._mark()

    @property
    def least(self) -> float:
        """From what score on labels without one of their own are kept."""
        return self.every.value() / 100

    @property
    def names(self) -> dict[str, str | None]:
        """What labels are called that are not called as the model has it; None is left out."""
        chosen = {label: choice.currentData() for label, (choice, _, _) in self._rows.items()}
        return {label: name or None for label, name in chosen.items() if name != label}

    @property
    def thresholds(self) -> dict[str, float]:
        """From what score on labels are kept that have a score of their own."""
        return {label: score for label, score in self._own.items() if label in self._rows}

    def _row(self, number: int, label: str, names: Mapping[str, str | None]) -> tuple[QComboBox, WholeField, QLabel]:
        words = QLabel()
        words.setText(words.fontMetrics().elidedText(label, Qt.TextElideMode.ElideRight, _WIDEST))
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setToolTip(label)
        meant = self.tr("What {label} is called in this project").format(label=label)
        choice = FittingChoice(f"name_of_{label}", meant)
        choice.setAccessibleName(meant)
        choice.setMinimumContentsLength(10)
        choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        chosen = names.get(label, label)
        for name in dict.fromkeys([label, *self._known, *([chosen] if chosen else [])]):
            new = name not in self._known
            choice.addItem(self.tr("{name} (new here)").format(name=name) if new else name, name)
        choice.addItem(self.tr("leave out"), "")
        choice.setCurrentIndex(choice.findData(chosen or ""))
        choice.currentIndexChanged.connect(lambda _row: self._tell())
        score = _score(self.tr("From what score on {label} is kept").format(label=label))
        score.setObjectName(f"score_of_{label}")
        score.setValue(round(100 * self._own.get(label, self.least)))
        score.valueChanged.connect(lambda percent: self._set_own(label, percent))
        for column, widget in enumerate((words, choice, score)):
            self._grid.addWidget(widget, number, column)
        return choice, score, words

    def _set_own(self, label: str, percent: int) -> None:
        if self._quiet:
            return
        if percent == self.every.value():
            self._own.pop(label, None)
        else:
            self._own[label] = percent / 100
        self._tell()

    def _follow_every(self, percent: int) -> None:
        """Have the labels without a score of their own follow the one for all."""
        quiet, self._quiet = self._quiet, True
        for label, (_, score, _) in self._rows.items():
            if label not in self._own:
                score.setValue(percent)
        self._quiet = quiet
        self._tell()

    def _tell(self) -> None:
        if not self._quiet:
            self._mark()
            self.changed.emit()

    def _mark(self) -> None:
        """Say which names the project does not have, and which are left out."""
        foreign = [label for label, (choice, _, _) in self._rows.items() if self._is_new(choice)]
        for label, (choice, score, words) in self._rows.items():
            words.setProperty("role", "problem" if label in foreign else None)
            words.style().polish(words)
            score.setEnabled(bool(choice.currentData()))
        self.note.setText(self._words(foreign))
        self.note.setProperty("role", "problem" if foreign else "note")
        self.note.style().polish(self.note)

    def _is_new(self, choice: QComboBox) -> bool:
        name = choice.currentData()
        return bool(name) and name not in self._known

    def _words(self, foreign: Collection[str]) -> str:
        if foreign:
            return self.tr(
                "%n name(s) of the model are not among this project's labels. Choose what each is called here; "
                "accepting one under a new name adds that label.", "", len(foreign),
            )  # fmt: skip
        return self.tr("All names are among this project's labels.")


def _score(tip: str) -> WholeField:
    field = WholeField(minimum=0, maximum=100)
    field.setSuffix(" %")
    field.setToolTip(tip)
    field.setAccessibleName(tip)
    field.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return field
