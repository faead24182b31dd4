"""The dialog that deletes small objects in the whole dataset."""

from PySide6.QtWidgets import QComboBox, QWidget

from core.editing.batch import BatchPlan, DeleteSmall, Measure, ObjectSizes
from core.voc.label_list import LabelList
from desktop.dataset.batch_dialog import Asked, BatchDialog, fill_labels
from desktop.dataset.examples import COUNT
from desktop.number_fields import DecimalField
from desktop.project import Project

_SMALLEST = 5.0
_OF_SIZE = """
    SELECT images.name, x0, y0, w, h FROM cache.objects JOIN cache.images ON images.id = objects.image
    JOIN cache.labels ON labels.id = objects.label
    WHERE images.name IN ({marks}) AND {measure} < ? AND labels.name LIKE ? ORDER BY area LIMIT {count}
"""
_MEASURED = {Measure.LONGER_SIDE: "max(w, h)", Measure.SHORTER_SIDE: "min(w, h)", Measure.AREA: "area"}


class DeleteSmallDialog(BatchDialog):
    """Deletes the objects below a size; every limit is counted as it is typed."""

    def __init__(self, project: Project, labels: LabelList, parent: QWidget | None = None) -> None:
        super().__init__(project, labels, "", "", parent)
        self.setObjectName("delete_small_dialog")
        self.setWindowTitle(self.tr("Delete small objects"))
        self.do_button.setText(self.tr("Delete"))
        self._sizes: ObjectSizes | None = None
        self.below = DecimalField()
        self.below.setObjectName("small_below")
        self.below.setRange(0, 1_000_000)
        self.below.setDecimals(0)
        self.below.setValue(_SMALLEST)
        self.below.setSuffix(self.tr(" px"))
        self.measure = QComboBox()
        self.measure.setObjectName("small_measure")
        for measure, words in self._measures().items():
            self.measure.addItem(words, measure)
        self.label = QComboBox()
        self.label.setObjectName("small_label")
        self.label.addItem(self.tr("All labels"))
        fill_labels(self.label, labels)
        self.form.addRow(self.tr("Measure"), self.measure)
        self.form.addRow(self.tr("Smaller than"), self.below)
        self.form.addRow(self.tr("Labels"), self.label)
        for changed in (self.below.valueChanged, self.measure.currentIndexChanged, self.label.currentIndexChanged):
            changed.connect(self.recount)
        self.recount()
        project.executor.submit(lambda: ObjectSizes.of(project.index), self._take_sizes, owner=self)

    def what(self) -> Asked | None:
        """Return the deletion; None while nothing is counted or concerned."""
        plan = self._plan()
        if not plan.images:
            return None
        text = self.tr("Delete objects below {size} px").format(size=f"{self.below.value():g}")
        return Asked(self._operation(), tuple(plan.images), text)

    def _measures(self) -> dict[Measure, str]:
        return {
            Measure.LONGER_SIDE: self.tr("Both sides"),
            Measure.SHORTER_SIDE: self.tr("One side"),
            Measure.AREA: self.tr("Area"),
        }

    def _operation(self) -> DeleteSmall:
        label = self.label.currentText() if self.label.currentIndex() > 0 else None
        return DeleteSmall(self.below.value(), Measure(self.measure.currentData()), label)

    def _plan(self) -> BatchPlan:
        return self._sizes.plan(self._operation()) if self._sizes is not None else BatchPlan()

    def _take_sizes(self, sizes: ObjectSizes) -> None:
        self._sizes = sizes
        self.recount()

    def recount(self) -> None:
        """Count what the form says, and show it."""
        is_area = self.measure.currentData() == Measure.AREA
        self.below.setSuffix(self.tr(" px²") if is_area else self.tr(" px"))
        plan = self._plan()
        by_label = ", ".join(f"{label} {count}" for label, count in plan.objects.items())
        note = by_label if self._sizes is not None else self.tr("The objects are being measured…")
        if plan.locked:
            note += "\n" + self.tr("%n locked object(s) stay.", "", plan.locked)
        self.show_plan(plan, note, possible=self.what() is not None)
        self._show_smallest(list(plan.images)[:COUNT])

    def _show_smallest(self, images: list[str]) -> None:
        operation, project = self._operation(), self.project
        marks = ", ".join("?" * len(images)) or "NULL"
        query = _OF_SIZE.format(marks=marks, measure=_MEASURED[operation.measure], count=COUNT)
        values = (*images, operation.below, operation.label or "%")
        project.executor.submit(
            lambda: project.index.rows(query, values), self.show_rows, key="example rows", owner=self
        )
