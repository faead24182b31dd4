"""The page that lists what is wrong with the dataset, with a remedy each."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QSpinBox,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from core.review.prelabel import Progress
from core.voc.checks import Limits, Problem, Severity
from desktop import theme
from desktop.dataset.problem_card import ProblemCard
from desktop.dataset.problem_list import ALL, KindList, ProblemList
from desktop.dataset.problem_words import message_of
from desktop.number_fields import WholeField
from desktop.remembering import remembered

_SIGN = 64
_FIELD = 84


class CheckPage(QWidget):
    """Shows problems and says what is asked; it looks for none itself."""

    check_asked = Signal()
    cancel_asked = Signal()
    looked_at = Signal(object)  # Problem | None: its picture is wanted

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("check_page")
        self._found: Sequence[Problem] = ()
        self._ignored: Collection[str] = ()
        self._images = 0
        self.kinds, self.problems, self.card = KindList(), ProblemList(), ProblemCard()
        self._stack = QStackedWidget()
        self._content = self._build_content()
        self._calm = self._build_calm()
        self._stack.addWidget(self._calm)
        self._stack.addWidget(self._content)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._build_head())
        layout.addWidget(self._stack, 1)
        self.kinds.chosen.connect(lambda _kind: self._show_rows())
        self.filter.textChanged.connect(lambda _text: self._show_rows())
        self.show_ignored.toggled.connect(lambda _on: self._show_all())
        self.problems.chosen.connect(self._show_card)
        self.problems.opened.connect(self.card.show_asked)
        self.set_working(working=False)
        self.show_unchecked()

    # -- building --------------------------------------------------------------------------------------------------

    def _build_head(self) -> QWidget:
        """Build the line at the top: what was found, how far a check has come, and its limits."""
        head = QWidget()
        self.summary = theme.heading("")
        self.summary.setObjectName("check_summary")
        self.bar = QProgressBar()
        self.bar.setMinimumWidth(40)
        self.bar.setMaximumWidth(220)
        self.bar.setTextVisible(False)
        self.again = QPushButton(self.tr("Check again"))
        self.again.setObjectName("check_again_button")
        theme.dress(self.again, "refresh")
        self.again.clicked.connect(self.check_asked)
        self.cancel = QPushButton(self.tr("Cancel"))
        self.cancel.setObjectName("check_cancel_button")
        self.cancel.clicked.connect(self.cancel_asked)
        self.least_images = _number("least_images", 0, 1000, Limits().images_per_label)
        self.least_px = _number("least_px", 0, 200, round(Limits().object_px))
        self.least_px.setSuffix(self.tr(" px"))
        row = QHBoxLayout(head)
        row.setContentsMargins(2 * theme.SPACE, theme.SPACE, 2 * theme.SPACE, theme.SPACE)
        row.setSpacing(theme.SPACE)
        row.addWidget(self.summary, 1)
        row.addWidget(self.bar)
        row.addWidget(self.cancel)
        for words, tip, field in (
            (self.tr("Rare below"), self.tr("A label in fewer images is listed"), self.least_images),
            (self.tr("Tiny below"), self.tr("Objects of smaller sides at the training size are listed"), self.least_px),
        ):
            note = theme.note(words)
            note.setWordWrap(False)
            note.setBuddy(field)
            field.setToolTip(tip)
            field.editingFinished.connect(self.check_asked)
            row.addWidget(note)
            row.addWidget(field)
        row.addWidget(self.again)
        return head

    def _build_content(self) -> QWidget:
        self.filter = QLineEdit()
        self.filter.setObjectName("check_filter")
        self.filter.setPlaceholderText(self.tr("Filter by image, label or words"))
        self.filter.setClearButtonEnabled(True)
        self.show_ignored = QCheckBox(self.tr("Show ignored"))
        self.show_ignored.setObjectName("show_ignored")
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(theme.SPACE, 0, theme.SPACE, theme.SPACE)
        column.setSpacing(theme.SPACE)
        line = QHBoxLayout()
        line.addWidget(self.filter, 1)
        line.addWidget(self.show_ignored)
        column.addLayout(line)
        column.addWidget(self.problems, 1)
        splitter = remembered(QSplitter(Qt.Orientation.Horizontal), "check_columns")
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(1)
        for part, least in ((self.kinds, 190), (middle, 320), (self.card, 250)):
            part.setMinimumWidth(least)
            splitter.addWidget(part)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([300, 530, 380])
        return splitter

    def _build_calm(self) -> QWidget:
        """Build what is shown while there is nothing to list."""
        calm = QWidget()
        self._sign = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self._calm_title = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self._calm_title.setObjectName("check_calm")
        self._calm_title.setProperty("role", "title")
        self._calm_note = theme.note()
        self._calm_note.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.heed_all = QPushButton(self.tr("Show ignored problems"))
        self.heed_all.setObjectName("calm_show_ignored")
        self.heed_all.setProperty("role", "link")
        self.heed_all.clicked.connect(lambda: self.show_ignored.setChecked(True))
        column = QVBoxLayout(calm)
        column.setSpacing(theme.SPACE)
        column.addStretch(1)
        for part in (self._sign, self._calm_title, self._calm_note):
            column.addWidget(part)
        column.addWidget(self.heed_all, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
        theme.notifier().changed.connect(self._show_all)
        return calm

    # -- what the page is told -------------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        """Give the list the keyboard."""
        super().showEvent(event)
        self.problems.setFocus()

    @property
    def limits(self) -> tuple[int, float]:
        """From how many images on a label is not rare, and from how many pixels on an object is not tiny."""
        return self.least_images.value(), float(self.least_px.value())

    def show_unchecked(self) -> None:
        """Forget what was found: another dataset is open, or none."""
        self._found, self._ignored, self._images = (), (), 0
        self.summary.setText(self.tr("Check"))
        self._show_calm("check", self.tr("Nothing is known yet"), self.tr("The check begins when this page is opened."))
        self.heed_all.hide()

    def show_cancelled(self) -> None:
        """Say that the check was ended early; what was found before stays."""
        if not self._images:
            self.show_unchecked()
            self._calm_title.setText(self.tr("The check was cancelled"))
            self._calm_note.setText(self.tr("What was read is remembered: the next check goes on from here."))

    def set_working(self, *, working: bool) -> None:
        """Show that a check is under way, or not."""
        self.bar.setVisible(working)
        self.cancel.setVisible(working)
        self.again.setEnabled(not working)
        if working:
            self.bar.setRange(0, 0)
            if not self._images:
                self.summary.setText(self.tr("Check"))
                self._show_calm("check", self.tr("Checking…"), "")

    @Slot(object)
    def show_progress(self, progress: Progress) -> None:
        """Show how many of how many images were looked at."""
        self.bar.setRange(0, progress.total)
        self.bar.setValue(progress.done)
        if not self._images:
            words = self.tr("{done} of {total} images looked at")
            self._calm_note.setText(words.format(done=f"{progress.done:,}", total=f"{progress.total:,}"))

    def show_found(self, problems: Sequence[Problem], ignored: Collection[str], images: int) -> None:
        """Show the problems; those whose fingerprints are ``ignored`` only where a person wants to see them."""
        self._found, self._ignored, self._images = problems, ignored, images
        self._show_all()

    @property
    def heeded(self) -> list[Problem]:
        """The problems that are not ignored."""
        return [problem for problem in self._found if problem.fingerprint not in self._ignored]

    def fixable(self, kind: str) -> list[Problem]:
        """Return the heeded problems of a kind that a machine can mend."""
        return [problem for problem in self.heeded if problem.kind == kind and problem.fix is not None]

    # -- what is shown ---------------------------------------------------------------------------------------------

    def _listed(self) -> list[Problem]:
        """Return the problems to be listed: the heeded ones, or the ignored ones."""
        if self.show_ignored.isChecked():
            return [problem for problem in self._found if problem.fingerprint in self._ignored]
        return self.heeded

    @Slot()
    def _show_all(self) -> None:
        if not self._images:
            return
        listed, heeded = self._listed(), self.heeded
        ignored = len(self._found) - len(heeded)
        self.show_ignored.setVisible(ignored > 0 or self.show_ignored.isChecked())
        self.show_ignored.setText(self.tr("Ignored (%n)", "", ignored))
        words = self.tr("{problems} in {images}").format(
            problems=self.tr("%n problem(s)", "", len(heeded)), images=self.tr("%n image(s)", "", self._images)
        )
        self.summary.setText(words)
        if not listed and not self.show_ignored.isChecked():
            self.heed_all.setVisible(ignored > 0)
            note = self.tr("%n image(s) looked at: files, boxes, labels, lists and look-alikes.", "", self._images)
            self._show_calm("success", self.tr("No problem was found"), note)
            return
        self._stack.setCurrentWidget(self._content)
        self.kinds.show_counts(listed)

    def _show_calm(self, sign: str, title: str, note: str) -> None:
        color = theme.colors().success if sign == "success" else theme.colors().muted
        self._sign.setPixmap(theme.picture(sign, color, _SIGN, self.devicePixelRatioF()))
        self._calm_title.setText(title)
        self._calm_note.setText(note)
        self._stack.setCurrentWidget(self._calm)

    def _show_rows(self) -> None:
        """List the problems of the chosen kind that the filter lets through, the gravest first."""
        kind, wanted = self.kinds.chosen_kind, self.filter.text().casefold().strip()
        rows = [problem for problem in self._listed() if kind in (ALL, problem.kind) and _has(problem, wanted)]
        self.problems.show_problems(sorted(rows, key=lambda problem: -problem.severity))

    def _show_card(self, problem: Problem | None) -> None:
        fixable = len(self.fixable(problem.kind)) if problem is not None and problem.fix is not None else 0
        self.card.show_problem(problem, fixable, ignored=problem is not None and problem.fingerprint in self._ignored)
        self.looked_at.emit(problem)


def serious(problems: Sequence[Problem]) -> int:
    """Return how many problems make what is trained or measured untrue."""
    return sum(problem.severity is Severity.SERIOUS for problem in problems)


def _has(problem: Problem, wanted: str) -> bool:
    parts = (problem.image or problem.path.name, problem.label or "", message_of(problem))
    return not wanted or any(wanted in part.casefold() for part in parts)


def _number(name: str, least: int, most: int, value: int) -> QSpinBox:
    field = WholeField()
    field.setObjectName(name)
    field.setRange(least, most)
    field.setValue(value)
    field.setKeyboardTracking(False)
    field.setMinimumWidth(_FIELD)
    return field
