"""The settings of a dataset: which numbers its XML files hold for a place in the image."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from core.voc.convention import Convention, Edges
from desktop import theme
from desktop.dialog_buttons import do_or_cancel

_EXAMPLE: Edges = (1, 1, 40, 30)


def _tr(text: str) -> str:
    return QCoreApplication.translate("DatasetSettings", text)


class DatasetSettingsDialog(QDialog):
    """Asks for the numbers' convention and shows what it does to a box; ``chosen`` carries another one.

    ``example`` is a box as a file of the dataset has it: xmin, ymin, xmax, ymax.
    """

    chosen = Signal(object)

    def __init__(self, now: Convention, example: Edges | None, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("dataset_settings_dialog")
        self.setWindowTitle(self.tr("Settings of {name}").format(name=name))
        self.setMinimumWidth(560)
        self._now = now
        self._example = example or _EXAMPLE
        self._group = QButtonGroup(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[2 * theme.SPACE] * 4)
        layout.setSpacing(theme.SPACE)
        layout.addWidget(theme.heading(self.tr("How pixels are counted in the XML files")))
        for convention in Convention:
            layout.addWidget(self._choice(convention))
        layout.addWidget(self._preview())
        words = self.tr("No file is rewritten: the choice says how numbers are read and written from now on.")
        layout.addWidget(theme.note(words))
        layout.addStretch(1)
        layout.addWidget(self._buttons())
        self._group.buttonToggled.connect(lambda _button, _on: self._show_choice())
        self._show_choice()

    @property
    def convention(self) -> Convention:
        """The convention that is chosen."""
        return Convention(self._group.checkedButton().property("convention"))

    def accept(self) -> None:
        """Say what was chosen, if it is another."""
        super().accept()
        if self.convention is not self._now:
            self.chosen.emit(self.convention)

    def _choice(self, convention: Convention) -> QWidget:
        titles = {
            Convention.DEVKIT: _tr("From 1, the last pixel inside: Pascal VOC"),
            Convention.UNSHIFTED: _tr("From 0, the edges themselves: labelImg"),
        }
        words = {
            Convention.DEVKIT: _tr("As the VOC devkit, CVAT, Roboflow and most programs for training have it. "
                                   "Choose it unless you know better."),
            Convention.UNSHIFTED: _tr("As labelImg and what comes from it write: boxes at the image's border begin "
                                      "at 0. Choose it where the check finds many boxes that begin at 0."),
        }  # fmt: skip
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, theme.SPACE, 0, 0)
        column.setSpacing(2)
        button = QRadioButton(titles[convention])
        button.setObjectName(f"convention_{convention.value}")
        button.setProperty("convention", convention.value)
        button.setChecked(convention is self._now)
        self._group.addButton(button)
        note = theme.note(words[convention])
        note.setContentsMargins(3 * theme.SPACE, 0, 0, 0)
        column.addWidget(button)
        column.addWidget(note)
        return whole

    def _preview(self) -> QWidget:
        """Build what a box of a file is read as, before and after."""
        tile = QFrame()
        tile.setProperty("role", "tile")
        grid = QGridLayout(tile)
        grid.setHorizontalSpacing(2 * theme.SPACE)
        numbers = "xmin {:g}, ymin {:g}, xmax {:g}, ymax {:g}".format(*self._example)
        self.before, self.after = QLabel(), QLabel()
        self.after.setObjectName("convention_preview")
        rows = ((self.tr("In the file"), QLabel(numbers)), (self.tr("Read now"), self.before),
                (self.tr("Read as chosen"), self.after))  # fmt: skip
        for row, (title, value) in enumerate(rows):
            grid.addWidget(theme.note(title), row, 0)
            grid.addWidget(value, row, 1)
        grid.setColumnStretch(1, 1)
        return tile

    def _buttons(self) -> QDialogButtonBox:
        self.apply_button = QPushButton(self.tr("Apply"))
        self.apply_button.setObjectName("dataset_settings_apply")
        return do_or_cancel(self, self.apply_button)

    def _show_choice(self) -> None:
        self.before.setText(_in_words(self._now, self._example))
        self.after.setText(_in_words(self.convention, self._example))
        self.apply_button.setEnabled(self.convention is not self._now)


def _in_words(convention: Convention, example: Edges) -> str:
    """Return what a box of the file is, in words."""
    box = convention.box(example)
    words = _tr("{width} × {height} pixels, {left} from the left border and {top} from the upper one")
    return words.format(width=f"{box.width:g}", height=f"{box.height:g}", left=f"{box.x0:g}", top=f"{box.y0:g}")
