"""Dialogs that rename, merge or delete labels in the whole dataset."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QListWidget, QListWidgetItem, QWidget

from core.editing.batch import BatchPlan, DeleteLabel, RenameLabels, plan_by_labels
from core.errors import InvalidValueError
from core.voc.annotation import checked_text
from core.voc.label_list import LabelList
from desktop.dataset.batch_dialog import Asked, BatchDialog, fill_labels
from desktop.dataset.dots import dot
from desktop.error_words import words_of
from desktop.project import Project

_ROWS = 8


class RenameDialog(BatchDialog):
    """Gives a label another name; one that is there already makes it a merging, which is said."""

    def __init__(self, project: Project, labels: LabelList, chosen: str | None, parent: QWidget | None = None) -> None:
        super().__init__(project, labels, "", "", parent)
        self.setObjectName("rename_label_dialog")
        self.setWindowTitle(self.tr("Rename label"))
        self.do_button.setText(self.tr("Rename"))
        self.old = self.label_box("rename_old", chosen)
        self.new = QLineEdit(self.old.currentText())
        self.new.setObjectName("rename_new")
        self.form.addRow(self.tr("Label"), self.old)
        self.form.addRow(self.tr("New name"), self.new)
        self.old.currentTextChanged.connect(self._choose)
        self.new.textChanged.connect(self.recount)
        self._choose(self.old.currentText())
        self.new.setFocus()

    def what(self) -> Asked | None:
        """Return the renaming."""
        old, new = self.old.currentText(), self.new.text().strip()
        if not old or new == old or not _is_label(new):
            return None
        text = self.tr("Rename {old} to {new}").format(old=old, new=new)
        return Asked(RenameLabels((old,), new), tuple(_plan(self.project, [old]).images), text)

    def _choose(self, old: str) -> None:
        self.new.setText(old)
        self.new.selectAll()
        self.show_examples([old])
        self.recount()

    def recount(self) -> None:
        """Count what the form says, and show it."""
        old, new = self.old.currentText(), self.new.text().strip()
        note = _why_not(new)
        if new != old and new in self.labels.names:
            note = self.tr("There is a label {new} already: the two become one.").format(new=new)
        self.show_plan(_plan(self.project, [old]), note, possible=self.what() is not None)


class MergeDialog(BatchDialog):
    """Makes one label of several."""

    def __init__(self, project: Project, labels: LabelList, chosen: str | None, parent: QWidget | None = None) -> None:
        super().__init__(project, labels, "", "", parent)
        self.setObjectName("merge_labels_dialog")
        self.setWindowTitle(self.tr("Merge labels"))
        self.do_button.setText(self.tr("Merge"))
        self.list = QListWidget()
        self.list.setObjectName("merge_list")
        images = _images_by_label(project)
        for label in labels.labels:
            words = self.tr("{label}  ·  %n image(s)", "", images.get(label.name, 0)).format(label=label.name)
            row = QListWidgetItem(dot(label.color, 16), words)
            row.setData(Qt.ItemDataRole.UserRole, label.name)
            row.setFlags(row.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            row.setCheckState(Qt.CheckState.Checked if label.name == chosen else Qt.CheckState.Unchecked)
            self.list.addItem(row)
        self.list.setFixedHeight(self.list.sizeHintForRow(0) * min(max(self.list.count(), 2), _ROWS) + 8)
        self.into = QComboBox()
        self.into.setObjectName("merge_into")
        self.into.setEditable(True)
        fill_labels(self.into, labels)
        self.into.setCurrentText(chosen or next(iter(labels.names), ""))
        self.form.addRow(self.tr("Labels"), self.list)
        self.form.addRow(self.tr("Become"), self.into)
        self.list.itemChanged.connect(self.recount)
        self.into.currentTextChanged.connect(self.recount)
        self.recount()

    def what(self) -> Asked | None:
        """Return the merging."""
        old, new = self._old(), self.into.currentText().strip()
        if not _is_label(new) or not old:
            return None
        text = self.tr("Merge {old} into {new}").format(old=", ".join(old), new=new)
        return Asked(RenameLabels(tuple(old), new), tuple(_plan(self.project, old).images), text)

    def _old(self) -> list[str]:
        """Return the labels that would no longer be there."""
        rows = [self.list.item(place) for place in range(self.list.count())]
        names = [str(row.data(Qt.ItemDataRole.UserRole)) for row in rows if row.checkState() is Qt.CheckState.Checked]
        return [name for name in names if name != self.into.currentText().strip()]

    def recount(self) -> None:
        """Count what the form says, and show it."""
        old, new = self._old(), self.into.currentText().strip()
        note = _why_not(new)
        if not old:
            note = self.tr("Tick the labels that are to become {new}.").format(new=new or "…")
        elif new not in self.labels.names:
            note = self.tr("{new} is a new label.").format(new=new)
        self.show_plan(_plan(self.project, old), note, possible=self.what() is not None)
        self.show_examples(old)


class DeleteLabelDialog(BatchDialog):
    """Deletes a label with all its objects."""

    def __init__(self, project: Project, labels: LabelList, chosen: str | None, parent: QWidget | None = None) -> None:
        super().__init__(project, labels, "", "", parent)
        self.setObjectName("delete_label_dialog")
        self.setWindowTitle(self.tr("Delete label"))
        self.do_button.setText(self.tr("Delete"))
        self.label = self.label_box("delete_label", chosen)
        self.form.addRow(self.tr("Label"), self.label)
        self.label.currentTextChanged.connect(self.recount)
        self.recount()

    def what(self) -> Asked | None:
        """Return the deletion."""
        label = self.label.currentText()
        if not label:
            return None
        text = self.tr("Delete label {label}").format(label=label)
        return Asked(DeleteLabel(label), tuple(_plan(self.project, [label]).images), text)

    def recount(self) -> None:
        """Count what the form says, and show it."""
        label = self.label.currentText()
        note = self.tr("The label and all its objects go. Locked objects stay. It can be undone.")
        self.show_plan(_plan(self.project, [label]), note, possible=bool(label))
        self.show_examples([label])


def _plan(project: Project, labels: Iterable[str]) -> BatchPlan:
    return plan_by_labels(project.summaries.values(), set(labels))


def _images_by_label(project: Project) -> dict[str, int]:
    found: dict[str, int] = {}
    for summary in project.summaries.values():
        for label in summary.objects:
            found[label] = found.get(label, 0) + 1
    return found


def _is_label(text: str) -> bool:
    return not _why_not(text)


def _why_not(text: str) -> str:
    """Return why the text can be no label; empty where it can."""
    try:
        checked_text(text, "label")
    except InvalidValueError as error:
        return words_of(error)
    return ""
