"""One finding in full: its crop, what it means, and what can be done about it."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from core.review.evaluation.accepting import can_accept
from core.review.evaluation.label_errors import LabelError
from desktop import theme
from desktop.evaluate.crops import Crops, draw
from desktop.evaluate.findings import Finding
from desktop.evaluate.words import accept_words
from desktop.numbers import number


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


class FindingCard(QFrame):
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
            words.append(self.tr("score {score}").format(score=number(finding.score, 2)))
        if finding.box is not None and finding.model_box is not None and finding.overlap and finding.place is not None:
            words.append(self.tr("IoU {overlap}").format(overlap=number(finding.overlap, 2)))
        if isinstance(finding.source, LabelError):
            words.append(self.tr("doubt {doubt}").format(doubt=number(finding.weight, 2)))
        return " · ".join(words)
