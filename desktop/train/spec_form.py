"""The few choices a run needs, with defaults that work; the rest is folded away."""

from collections.abc import Mapping, Sequence
from dataclasses import fields
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from core.errors import SpecError
from core.inference.model_folder import ModelFolder
from core.training.model_kinds import ModelKind, Recipe
from core.training.recipes import DEFAULT_MODEL, MODELS
from desktop import theme
from desktop.train.augmentation_fields import AugmentationFields
from desktop.train.fold import Fold, below
from desktop.train.learning_fields import LearningFields
from desktop.train.machine_fields import MachineFields
from desktop.train.picture_fields import PictureFields
from desktop.train.plan import Plan
from desktop.train.spec_fields import Fields, bare, disable_choice, lay_out, mark_wrong, narrow, refill, whole
from desktop.train.spec_words import task_tip, task_title, tip, title
from desktop.train.start_choice import StartChoice
from desktop.train.trial_buttons import TrialButtons

if TYPE_CHECKING:
    from core.training.spec import Spec

FEW_IMAGES = 80
"""Below so many labelled images the quick recipe is proposed."""
_START_VALUES: Mapping[str, Any] = {"cache_mb": 2048, "channels_last": True, "overlap": 0.2, "train_share": 1.0}
"""What a spec has where neither a recipe nor a person says anything, and a field would begin with another value."""


class SpecForm(QWidget):
    """Edits the values of a spec; :meth:`spec` makes it. The ``asked`` signals are buttons that try something out."""

    changed = Signal()
    preview_asked = Signal()
    check_asked = Signal()
    rate_asked = Signal()
    batch_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._recipe_touched = False
        self._task_touched = False
        self._plan: Plan | None = None
        self._models: Sequence[ModelFolder] = ()
        self.fields = Fields(self)
        self._build_choices()
        self.pictures, self.augmentation = PictureFields(), AugmentationFields()
        self.learning, self.machine = LearningFields(), MachineFields()
        self._add_fields()
        self.buttons = TrialButtons(self)
        self._lay_out()
        self._connect()
        self._fill_task()

    # -- building --------------------------------------------------------------------------------------------------

    def _build_choices(self) -> None:
        """Make what decides what the other fields offer."""
        self.name = QLineEdit("model")
        self.name.setObjectName("model_name")
        self.name.setToolTip(
            self.tr("What the trained model will be called; each run adds a version: name@1, name@2 ...")
        )
        self.task, self.model, self.backbone, self.recipe = (QComboBox() for _ in range(4))
        for box, name, words in (
            (self.task, "task_choice", self.tr("What the model is to do")),
            (self.model, "model_choice", self.tr("The kind of network")),
            (self.backbone, "backbone_choice", self.tr("The part that reads the picture; larger ones are slower")),
            (self.recipe, "recipe_choice", self.tr("How thoroughly to train")),
        ):  # fmt: skip
            box.setObjectName(name)
            box.setToolTip(words)
            narrow(box)
        for task in dict.fromkeys(kind.task for kind in MODELS.values()):
            self.task.addItem(task_title(task), task)
            self.task.setItemData(self.task.count() - 1, task_tip(task), Qt.ItemDataRole.ToolTipRole)
        self.start = StartChoice()

    def _add_fields(self) -> None:
        """Put all fields that hold one value of a spec into one table."""
        epochs = whole("epochs", self.tr("Epochs"), self.tr("How many times to go through the training images"),
                       (1, 100_000))  # fmt: skip
        self.fields.add((epochs, *self.pictures.fields, self.augmentation.field, *self.learning.fields,
                         *self.machine.fields))  # fmt: skip
        self.epochs, self.image_size = epochs.widget, self.pictures.longest.widget
        self.batch_size, self.learning_rate = self.learning.batch_size.widget, self.learning.learning_rate.widget
        self.device, self.budget = self.machine.device.widget, self.machine.budget.widget
        self.fields.fill(_START_VALUES)

    def _lay_out(self) -> None:
        """Put the fields below each other, the rarer ones in folds."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE)
        first = QWidget()
        boxes = (
            (self.tr("Name"), self.name), (self.tr("Task"), self.task), (self.tr("Network"), self.model),
            (self.tr("Backbone"), self.backbone), (self.tr("Recipe"), self.recipe), (self.tr("Start from"), self.start),
        )  # fmt: skip
        grid = lay_out(first, [bare(text, box) for text, box in boxes])
        lay_out(first, (self.fields["epochs"],), grid)
        self._backbone_title = grid.itemAtPosition(4, 0).widget()
        column.addWidget(first)
        column.addWidget(self.pictures)
        self.folds = {
            "pictures": Fold("pictures", self.tr("Pictures"), self.pictures.more),
            "augmentation": Fold("augmentation", self.tr("Variation"), below(self.augmentation, self.buttons.preview)),
            "learning": Fold("learning", self.tr("Learning"),
                             below(self.learning, self.buttons.rate, self.buttons.batch)),
            "machine": Fold("machine", self.tr("Machine"), self.machine),
        }  # fmt: skip
        for fold in self.folds.values():
            column.addWidget(fold)
        column.addWidget(self.buttons.check)
        column.addStretch(1)

    def _connect(self) -> None:
        """Let each field announce its change."""
        self.task.activated.connect(lambda _row: setattr(self, "_task_touched", True))
        self.task.currentIndexChanged.connect(self._fill_task)
        self.model.currentIndexChanged.connect(self._fill_model)
        self.recipe.activated.connect(self._touch_recipe)
        self.recipe.currentIndexChanged.connect(self._fill_recipe)
        self.name.textChanged.connect(self._tell)
        self.backbone.currentIndexChanged.connect(self._tell)
        self.start.changed.connect(self._tell)
        self.fields.changed.connect(self._tell)
        for button, asked in (
            (self.buttons.preview, self.preview_asked), (self.buttons.check, self.check_asked),
            (self.buttons.rate, self.rate_asked), (self.buttons.batch, self.batch_asked),
        ):  # fmt: skip
            button.clicked.connect(asked)

    # -- what the form is told -------------------------------------------------------------------------------------

    @property
    def kind(self) -> ModelKind:
        """The kind of model that is chosen."""
        return MODELS[self.model.currentData()]

    def set_labelled(self, count: int) -> None:
        """Propose the recipe that suits so many labelled images, unless a person chose one; typed figures stay."""
        if self._recipe_touched:
            return
        wanted = self.recipe.findData("quick") if count < FEW_IMAGES else 0
        self.recipe.setCurrentIndex(max(0, wanted))

    def set_plan(self, plan: Plan | None) -> None:
        """Offer what the dataset can teach; None while that is not known."""
        self._plan = plan
        self._show_tasks()
        if plan is None:
            self.pictures.set_places(None)
            return
        self.learning.set_image_sets(plan.image_sets)
        self.pictures.set_places(plan.places)
        self._show_labels()
        self.set_labelled(plan.labelled)

    def set_sample(self, sample: QImage) -> None:
        """Show one of the dataset's pictures where a region can be chosen."""
        self.pictures.set_sample(sample)

    def set_models(self, models: Sequence[ModelFolder]) -> None:
        """Offer these versions to continue from."""
        self._models = models
        self.start.offer(self.kind, models)

    def set_spec(self, spec: "Spec") -> None:
        """Show all values of a spec, as if a person had typed them."""
        kind = MODELS[spec.model]
        self._task_touched = self._recipe_touched = True
        self.task.setCurrentIndex(self.task.findData(kind.task))
        self.model.setCurrentIndex(self.model.findData(kind.name))
        self.backbone.setCurrentIndex(max(0, self.backbone.findData(spec.backbone)))
        self.recipe.setCurrentIndex(max(0, self.recipe.findData(spec.recipe)))
        self.name.setText(spec.name)
        self.start.choose(spec.weights, spec.continue_from)
        values = {name: getattr(spec, name) for name in type(spec).model_fields}
        self.fields.fill(values)
        self.fields.touched = {name for name in values if name in self.fields}
        self._tell()

    def spec(self) -> "Spec":
        """Return the spec that the fields describe.

        Raises:
            SpecError: a value does not do.
        """
        from core.training.spec import Spec  # not above: pydantic would delay the window's start

        values = {**self.fields.values(), "backbone": self.backbone.currentData(), **self.start.values()}
        name = self.name.text().strip()
        try:
            spec = Spec.for_model(self.kind.name, recipe=self._recipe().name, name=name, **values)
        except SpecError as error:
            self._mark(error.field)
            raise
        self._mark(None)
        return spec

    # -- inside ----------------------------------------------------------------------------------------------------

    def _recipe(self) -> Recipe:
        """Return the recipe that is chosen."""
        wanted = self.recipe.currentData()
        return next((recipe for recipe in self.kind.recipes if recipe.name == wanted), self.kind.recipe)

    @Slot()
    def _fill_task(self) -> None:
        """Offer the networks of the chosen task."""
        task = self.task.currentData()
        kinds = [kind for kind in MODELS.values() if kind.task == task]
        with QSignalBlocker(self.model):
            refill(self.model, [(kind.name, title(kind.title)) for kind in kinds])
            for row, kind in enumerate(kinds):
                self.model.setItemData(row, tip(kind.title), Qt.ItemDataRole.ToolTipRole)
            if any(kind.name == DEFAULT_MODEL for kind in kinds):
                self.model.setCurrentIndex(self.model.findData(DEFAULT_MODEL))
        self.task.setToolTip(task_tip(task))
        self._show_labels()
        self._fill_model()

    @Slot()
    def _fill_model(self) -> None:
        """Offer what the chosen kind of model has."""
        kind = self.kind
        with QSignalBlocker(self.recipe):
            refill(self.recipe, [(recipe.name, title(recipe.title)) for recipe in kind.recipes])
            self.recipe.setCurrentIndex(0)
            for row, recipe in enumerate(kind.recipes):
                self.recipe.setItemData(row, tip(recipe.title), Qt.ItemDataRole.ToolTipRole)
        refill(self.backbone, [(backbone.name, title(backbone.title)) for backbone in kind.backbones])
        for widget in (self.backbone, self._backbone_title):
            widget.setVisible(len(kind.backbones) > 1)
        self._recipe_touched = False
        self.fields.touched.clear()
        self.model.setToolTip(tip(kind.title))
        self.start.reset()
        self.start.offer(kind, self._models)
        self._fill_recipe()

    @Slot()
    def _fill_recipe(self) -> None:
        """Put the recipe's figures into the fields, but for those in which a person typed another."""
        recipe = self._recipe()
        self.recipe.setToolTip(tip(recipe.title))
        figures = {entry.name: getattr(recipe, entry.name) for entry in fields(recipe) if entry.name != "name"}
        self.fields.fill({**figures, "image_size": max(recipe.image_size)}, but=self.fields.touched)
        self._tell()

    @Slot()
    def _touch_recipe(self) -> None:
        """Remember that a person chose the recipe, and take all of its figures."""
        self._recipe_touched = True
        self.fields.touched.clear()
        self._fill_recipe()

    @Slot()
    def _tell(self) -> None:
        """Bring the folds' lines up to date, and say that the spec is another."""
        self.folds["pictures"].set_gist(self.pictures.gist())
        self.folds["augmentation"].set_gist(self.augmentation.gist())
        batch, rate = self.batch_size.value(), self.learning_rate.value()
        self.folds["learning"].set_gist(self.tr("batch {batch}, rate {rate}").format(batch=batch, rate=f"{rate:g}"))
        self.folds["machine"].set_gist(self.machine.gist())
        self.changed.emit()

    def _show_tasks(self) -> None:
        """Let only those tasks be chosen that the dataset has something for."""
        for row in range(self.task.count()):
            task = self.task.itemData(row)
            reason = self._plan.missing(task) if self._plan is not None else None
            disable_choice(self.task, row, reason)
            self.task.setItemText(row, task_title(task))
            if reason is None:
                self.task.setItemData(row, task_tip(task), Qt.ItemDataRole.ToolTipRole)
        if self._plan is None or self._task_touched or self._plan.missing(self.task.currentData()) is None:
            return
        proposed = self._plan.proposed([self.task.itemData(row) for row in range(self.task.count())])
        self.task.setCurrentIndex(max(0, self.task.findData(proposed)))

    def _mark(self, wrong: str | None) -> None:
        """Draw a border of another colour round the field that does not do."""
        mark_wrong(self.name, wrong=wrong == "name")
        self.fields.mark(wrong)

    def _show_labels(self) -> None:
        if self._plan is not None:
            self.learning.set_labels(self._plan.names(self.task.currentData()))
