"""One problem in full: its picture, what is so, what to do, and buttons that do it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from core.voc.checks import Problem
from desktop import theme
from desktop.dataset.problem_list import shows_many
from desktop.dataset.problem_picture import ProblemPicture
from desktop.dataset.problem_words import fix_of, message_of, remedy_of, title_of


class ProblemCard(QFrame):
    """Shows a problem; its signals carry it."""

    show_asked = Signal(object)
    fix_asked = Signal(object)
    fix_all_asked = Signal(str)
    ignore_asked = Signal(object)
    settings_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self.problem: Problem | None = None
        self.picture = ProblemPicture()
        self.title = theme.heading("")
        self.title.setWordWrap(True)
        self.message = QLabel()
        self.message.setObjectName("problem_message")
        self.message.setWordWrap(True)
        self.message.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.remedy = theme.note()
        self.file = theme.note()
        self.file.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.show_button = self._button("problem_show_button", self.tr("Show"), "eye")
        self.ignore_button = self._button("problem_ignore_button", self.tr("Ignore"), "eye-off")
        self.fix_button = self._button("problem_fix_button", self.tr("Fix"), "accept")
        self.fix_button.setProperty("role", "primary")
        theme.dress(self.fix_button, "accept", on_accent=True)
        self.fix_all_button = self._button("problem_fix_all_button", self.tr("Fix all of this kind"), "accept-all")
        self.settings_button = self._button("problem_settings_button", self.tr("Dataset settings…"), "settings")
        self._lay_out()
        self._connect()
        self.show_problem(None, 0, ignored=False)

    def show_problem(self, problem: Problem | None, fixable: int, *, ignored: bool) -> None:
        """Show a problem; ``fixable`` others and it of its kind can be mended by a machine."""
        self.problem = problem
        for part in (self.picture, self.message, self.remedy, self.file, self.show_button, self.ignore_button):
            part.setVisible(problem is not None)
        if problem is None:
            self.title.setText(self.tr("Choose a problem to see it."))
            for button in (self.fix_button, self.fix_all_button, self.settings_button):
                button.hide()
            return
        self.title.setText(title_of(problem.about))
        self.message.setText(message_of(problem))
        self.remedy.setText(remedy_of(problem.about))
        self.file.setVisible(not shows_many(problem))
        self.file.setText(problem.path.name + (f":{problem.line}" if problem.line else ""))
        self.file.setToolTip(str(problem.path))
        self.show_button.setEnabled(problem.image is not None)
        self.show_button.setText(self.tr("Show images") if shows_many(problem) else self.tr("Show"))
        self.ignore_button.setText(self.tr("Heed again") if ignored else self.tr("Ignore"))
        self.fix_button.setVisible(problem.fix is not None)
        self.fix_button.setToolTip(fix_of(problem.about))
        self.fix_button.setText(fix_of(problem.about))
        self.fix_all_button.setVisible(fixable > 1)
        self.fix_all_button.setText(self.tr("Fix all %n of this kind…", "", fixable))
        self.settings_button.setVisible(problem.kind == "unshifted-numbers")

    def _button(self, name: str, text: str, icon: str) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        theme.dress(button, icon)
        return button

    def _lay_out(self) -> None:
        side = QHBoxLayout()
        side.setSpacing(theme.SPACE)
        side.addWidget(self.show_button, 1)
        side.addWidget(self.ignore_button, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[2 * theme.SPACE] * 4)
        column.setSpacing(theme.SPACE)
        for part in (self.title, self.message, self.remedy, self.file):
            column.addWidget(part)
        column.addWidget(self.picture, 1)
        column.addStretch(0)
        for button in (self.fix_button, self.settings_button, self.fix_all_button):
            column.addWidget(button)
        column.addLayout(side)

    def _connect(self) -> None:
        self.show_button.clicked.connect(lambda: self.show_asked.emit(self.problem))
        self.fix_button.clicked.connect(lambda: self.fix_asked.emit(self.problem))
        self.ignore_button.clicked.connect(lambda: self.ignore_asked.emit(self.problem))
        self.fix_all_button.clicked.connect(lambda: self.fix_all_asked.emit(self.problem.kind if self.problem else ""))
        self.settings_button.clicked.connect(self.settings_asked)
