"""What the dialogs of changes in the whole dataset share: a form, a live count, examples, two buttons."""

from collections.abc import Collection
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from core.editing.batch import BatchPlan, Operation
from core.geometry import Box
from core.voc.label_list import LabelList
from desktop import theme
from desktop.dataset.dots import dot
from desktop.dataset.examples import COUNT, Example, Examples
from desktop.dialog_buttons import do_or_cancel
from desktop.project import Project

_OF_LABELS = """
    SELECT images.name, x0, y0, w, h FROM cache.objects JOIN cache.images ON images.id = objects.image
    JOIN cache.labels ON labels.id = objects.label WHERE labels.name IN ({marks}) GROUP BY objects.image LIMIT {count}
"""


@dataclass(frozen=True)
class Asked:
    """What a person asked for: the operation, the images it concerns, and what it is in words."""

    operation: Operation
    images: tuple[str, ...]
    text: str


class BatchDialog(QDialog):
    """Asks what is to be done and says at once what that comes to; ``asked`` carries an :class:`Asked`."""

    asked = Signal(object)

    def __init__(self, project: Project, labels: LabelList, title: str, button: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setMinimumWidth(460)
        self.project = project
        self.labels = labels
        self.form = QFormLayout()
        self.form.setHorizontalSpacing(2 * theme.SPACE)
        self.form.setVerticalSpacing(theme.SPACE)
        self.count = QLabel()
        self.count.setObjectName("batch_count")
        self.count.setProperty("role", "heading")
        self.count.setWordWrap(True)
        self.note = theme.note()
        self.note.setObjectName("batch_note")
        self.examples = Examples(project.executor)
        self.do_button = QPushButton(button)
        self.do_button.setObjectName("batch_do_button")
        self._lay_out()
        project.summary_changed.connect(self.recount)  # what was edited last is being read

    def _lay_out(self) -> None:
        buttons = do_or_cancel(self, self.do_button)
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setObjectName("batch_close_button")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[2 * theme.SPACE] * 4)
        layout.setSpacing(2 * theme.SPACE)
        layout.addLayout(self.form)
        words = QVBoxLayout()
        words.setSpacing(theme.SPACE // 2)
        words.addWidget(self.count)
        words.addWidget(self.note)
        layout.addLayout(words)
        layout.addWidget(self.examples)
        layout.addStretch(1)
        layout.addWidget(buttons)

    def accept(self) -> None:
        """Say what was asked for, if it can be done."""
        asked = self.what()
        if asked is not None and self.do_button.isEnabled():
            super().accept()
            self.asked.emit(asked)

    def what(self) -> Asked | None:
        """Return what the form says; None where it is not whole."""
        raise NotImplementedError

    def recount(self) -> None:
        """Count anew what the form says."""
        raise NotImplementedError

    def show_plan(self, plan: BatchPlan, note: str, *, possible: bool) -> None:
        """Show the counts and a sentence; the button can be pressed where it is ``possible``."""
        self.count.setText(plan_words(plan))
        self.note.setText(note)
        self.note.setVisible(bool(note))
        self.do_button.setEnabled(possible)

    def show_examples(self, labels: Collection[str]) -> None:
        """Show some objects of these labels."""
        names = list(labels)
        project, query = self.project, _OF_LABELS.format(marks=", ".join("?" * len(names)) or "NULL", count=COUNT)
        project.executor.submit(
            lambda: project.index.rows(query, names), self.show_rows, key="example rows", owner=self
        )

    def show_rows(self, rows: list[tuple[str, float, float, float, float]]) -> None:
        """Show the objects of rows of image, x0, y0, width, height."""
        found = [Example(image, Box(x0, y0, x0 + w, y0 + h)) for image, x0, y0, w, h in rows]
        self.examples.show_objects(self.project.dataset, [one for one in found if one.image in self.project.dataset])

    def label_box(self, name: str, chosen: str | None) -> QComboBox:
        """Return a choice among the labels, each with its colour."""
        box = QComboBox()
        box.setObjectName(name)
        fill_labels(box, self.labels)
        box.setCurrentIndex(max(0, box.findText(chosen or "")))
        return box


def fill_labels(box: QComboBox, labels: LabelList) -> None:
    """Put the labels into a choice, each with its colour."""
    for label in labels.labels:
        box.addItem(dot(label.color, 16), label.name)


def plan_words(plan: BatchPlan) -> str:
    """Return the counts in words: '1,204 objects in 310 images'."""
    translate = QCoreApplication.translate
    if not plan.images:
        return translate("BatchDialog", "No object")
    objects = translate("BatchDialog", "%n object(s)", None, plan.count)
    images = translate("BatchDialog", "%n image(s)", None, len(plan.images))
    return translate("BatchDialog", "{objects} in {images}").format(objects=objects, images=images)
