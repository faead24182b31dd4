"""The few choices a run needs, with defaults that work; the rest is folded away."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QComboBox,
    QDoubleSpinBox,
    QFileDialog,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from core.inference.model_folder import ModelFolder
from core.training.recipes import DEFAULT_MODEL, MODELS, ModelKind, Recipe
from desktop import theme

if TYPE_CHECKING:
    from core.training.spec import Spec

FEW_IMAGES = 80
"""Below so many labelled images the quick recipe is proposed."""
_NOTHING, _PRETRAINED, _FILE = "nothing", "pretrained", "file"


def _tr(text: str) -> str:
    return QCoreApplication.translate("SpecForm", text)


def _devices() -> tuple[tuple[str, str], ...]:
    return (
        ("auto", _tr("Best there is")),
        ("cpu", _tr("Processor")),
        ("cuda", _tr("NVIDIA graphics card")),
        ("mps", _tr("Apple graphics chip")),
    )


def _title(name: str, title: str) -> str:
    """Return what a model or recipe is called in one or two words; ``title`` is core's own sentence."""
    known = {
        "compact": _tr("Compact detector"),
        "mobilenet": _tr("MobileNetV3 detector"),
        "standard": _tr("Standard"),
        "quick": _tr("Quick"),
        "fine-tune": _tr("Fine-tune"),
    }
    return known.get(name, title.split(":")[0])


class SpecForm(QWidget):
    """Edits the values of a spec; :meth:`spec` makes it."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._weights_file: Path | None = None
        self._recipe_touched = False
        self._touched: set[QWidget] = set()  # the recipe's fields in which a person typed a figure of their own
        self._filling = False
        self._models: Sequence[ModelFolder] = ()
        self._build_fields()
        self._build_advanced()
        self._lay_out()
        self._fill_model()
        self._connect()

    def _build_fields(self) -> None:
        """Make what is always seen."""
        self.name = QLineEdit("model")
        self.name.setObjectName("model_name")
        self.name.setToolTip(
            self.tr("What the trained model will be called; each run adds a version: name@1, name@2 ...")
        )
        self.model = QComboBox()
        self.model.setObjectName("model_choice")
        self.model.setToolTip(self.tr("The kind of network"))
        for kind in MODELS.values():
            self.model.addItem(_title(kind.name, kind.title), kind.name)
            self.model.setItemData(self.model.count() - 1, kind.title, Qt.ItemDataRole.ToolTipRole)
        self.model.setCurrentIndex(max(0, self.model.findData(DEFAULT_MODEL)))
        self.recipe = QComboBox()
        self.recipe.setObjectName("recipe_choice")
        self.recipe.setToolTip(self.tr("How thoroughly to train"))
        self.start = QComboBox()
        self.start.setObjectName("weights_choice")
        self.start.setToolTip(self.tr("What the network knows at the beginning"))
        self.epochs = _whole(1, 100_000, self.tr("How many times to go through the training images"))
        self.epochs.setObjectName("epochs")
        for combo in (self.model, self.recipe, self.start):
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            combo.setMinimumContentsLength(12)

    def _build_advanced(self) -> None:
        """Make what is folded away at first."""
        self.image_size = _whole(32, 4096, self.tr("Longest side of the network's input, in pixels"), step=32)
        self.batch_size = _whole(1, 1024, self.tr("How many images each step learns from"))
        self.learning_rate = QDoubleSpinBox()
        self.learning_rate.setDecimals(5)
        self.learning_rate.setRange(0.00001, 9.0)
        self.learning_rate.setSingleStep(0.0005)
        self.learning_rate.setToolTip(self.tr("How far each step moves the weights"))
        self.seed = _whole(
            0, 2**31 - 1, self.tr("The same seed gives the same order and the same variation of the images")
        )
        self.budget = _whole(0, 10_000, self.tr("The run ends in good order when this time is up"))
        self.budget.setSuffix(self.tr(" min"))
        self.budget.setSpecialValueText(self.tr("no limit"))
        self.device = QComboBox()
        self.device.setToolTip(self.tr("What computes"))
        for name, title in _devices():
            self.device.addItem(title, name)
        self.advanced = QWidget()
        _fill_form(
            self.advanced,
            (self.tr("Image size"), self.image_size),
            (self.tr("Batch size"), self.batch_size),
            (self.tr("Learning rate"), self.learning_rate),
            (self.tr("Seed"), self.seed),
            (self.tr("Time limit"), self.budget),
            (self.tr("Device"), self.device),
        )
        self.advanced.hide()
        self.fold = QPushButton(self.tr("Advanced"))
        self.fold.setProperty("role", "link")
        self.fold.setCheckable(True)
        self.fold.setToolTip(self.tr("Image size, batch size, learning rate, seed, time limit, device"))
        theme.dress(self.fold, "chevron-right")

    def _lay_out(self) -> None:
        """Put the fields below each other."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE)
        fields = QWidget()
        _fill_form(
            fields,
            (self.tr("Name"), self.name),
            (self.tr("Model"), self.model),
            (self.tr("Recipe"), self.recipe),
            (self.tr("Start from"), self.start),
            (self.tr("Epochs"), self.epochs),
        )
        column.addWidget(fields)
        column.addWidget(self.fold)
        column.addWidget(self.advanced)

    def _connect(self) -> None:
        """Let each field announce its change."""
        self.model.currentIndexChanged.connect(self._fill_model)
        self.recipe.activated.connect(self._touch_recipe)
        self.recipe.currentIndexChanged.connect(self._fill_recipe)
        self.start.activated.connect(self._choose_start)
        self.fold.toggled.connect(self._fold_out)
        self.name.textChanged.connect(self.changed)
        for box in (self.epochs, self.image_size, self.batch_size, self.seed, self.budget, self.learning_rate):
            box.valueChanged.connect(self._take_note)
            box.valueChanged.connect(self.changed)
        for combo in (self.start, self.device):
            combo.currentIndexChanged.connect(self.changed)

    @property
    def kind(self) -> ModelKind:
        """The kind of model that is chosen."""
        return MODELS[self.model.currentData()]

    def set_labelled(self, count: int) -> None:
        """Propose the recipe that suits so many labelled images, as long as nobody chose one.

        Figures that a person typed meanwhile stay: the images are counted in the background.
        """
        if self._recipe_touched:
            return
        wanted = self.recipe.findData("quick") if count < FEW_IMAGES else 0
        self.recipe.setCurrentIndex(max(0, wanted))

    def set_models(self, models: Sequence[ModelFolder]) -> None:
        """Offer these versions to continue from."""
        chosen = self.start.currentData()
        self.start.blockSignals(True)
        self.start.clear()
        self.start.addItem(self.tr("Nothing"), _NOTHING)
        if self.kind.pretrained:
            self.start.addItem(self.tr("Pretrained weights (downloaded once)"), _PRETRAINED)
        self.start.addItem(self.tr("Weights file…"), _FILE)
        for model in models:
            if model.card.model == self.kind.name:
                self.start.addItem(self.tr("Continue from {model}").format(model=model.reference), model.reference)
        self._models = models
        default = _PRETRAINED if self.kind.pretrained else _NOTHING
        index = self.start.findData(chosen if chosen is not None else default)
        self.start.setCurrentIndex(index if index >= 0 else self.start.findData(default))
        self.start.blockSignals(False)

    def spec(self) -> "Spec":
        """Return the spec that the fields describe.

        Raises:
            SpecError: a value does not do.
        """
        start = self.start.currentData()
        weights = {_NOTHING: None, _PRETRAINED: "pretrained", _FILE: str(self._weights_file)}
        recipe: Recipe = self._recipe()
        changes: dict[str, object] = {
            "weights": weights.get(start),
            "continue_from": None if start in weights else start,
            "epochs": self.epochs.value(),
            "image_size": self.image_size.value(),
            "batch_size": self.batch_size.value(),
            "learning_rate": self.learning_rate.value(),
            "seed": self.seed.value(),
            "device": self.device.currentData(),
            "time_budget_s": self.budget.value() * 60.0 or None,
        }
        from core.training.spec import Spec  # not above: pydantic would delay the window's start

        return Spec.for_model(self.kind.name, recipe=recipe.name, name=self.name.text().strip(), **changes)

    def _recipe(self) -> Recipe:
        """Return the recipe that is chosen."""
        wanted = self.recipe.currentData()
        return next((recipe for recipe in self.kind.recipes if recipe.name == wanted), self.kind.recipe)

    @Slot()
    def _fill_model(self) -> None:
        """Offer what the chosen kind of model has."""
        self.recipe.blockSignals(True)
        self.recipe.clear()
        for recipe in self.kind.recipes:
            self.recipe.addItem(_title(recipe.name, recipe.title), recipe.name)
            self.recipe.setItemData(self.recipe.count() - 1, recipe.title, Qt.ItemDataRole.ToolTipRole)
        self.recipe.blockSignals(False)
        self._recipe_touched = False
        self._touched.clear()
        self.model.setToolTip(self.kind.title)
        self.start.clear()
        self.set_models(self._models)
        self._fill_recipe()

    @Slot()
    def _fill_recipe(self) -> None:
        """Put the recipe's figures into the fields, but for those in which a person typed another."""
        recipe = self._recipe()
        self.recipe.setToolTip(recipe.title)
        figures: tuple[tuple[QSpinBox | QDoubleSpinBox, float], ...] = (
            (self.epochs, recipe.epochs),
            (self.image_size, max(recipe.image_size)),
            (self.batch_size, recipe.batch_size),
            (self.learning_rate, recipe.learning_rate),
        )
        self._filling = True
        for box, figure in figures:
            if box not in self._touched:
                box.setValue(figure)
        self._filling = False
        self.changed.emit()

    @Slot()
    def _take_note(self) -> None:
        """Remember the field in which a person typed."""
        box = self.sender()
        if not self._filling and isinstance(box, QWidget):
            self._touched.add(box)

    @Slot()
    def _touch_recipe(self) -> None:
        """Remember that a person chose the recipe, and take all of its figures."""
        self._recipe_touched = True
        self._touched.clear()
        self._fill_recipe()

    @Slot(int)
    def _choose_start(self, _index: int) -> None:
        """Ask for the file where one is wanted."""
        if self.start.currentData() != _FILE:
            return
        chosen, _kind = QFileDialog.getOpenFileName(
            self, self.tr("Weights file"), "", self.tr("Weights (*.safetensors *.pth *.pt)")
        )
        if chosen:
            self._weights_file = Path(chosen)
            self.start.setItemText(
                self.start.currentIndex(), self.tr("Weights file: {name}").format(name=self._weights_file.name)
            )
        elif self._weights_file is None:
            self.start.setCurrentIndex(0)

    @Slot(bool)
    def _fold_out(self, out: bool) -> None:
        """Show or hide the advanced fields."""
        self.advanced.setVisible(out)
        theme.dress(self.fold, "chevron-down" if out else "chevron-right")


def _fill_form(parent: QWidget, *rows: tuple[str, QWidget]) -> None:
    """Lay the named fields out in two columns whose first is as wide everywhere."""
    grid = QGridLayout(parent)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setSpacing(theme.SPACE)
    grid.setColumnStretch(1, 1)
    grid.setColumnMinimumWidth(0, parent.fontMetrics().horizontalAdvance(_tr("Learning rate") + " ") + 4)
    for number, (text, field) in enumerate(rows):
        if isinstance(field, QAbstractSpinBox):
            field.lineEdit().setTextMargins(5, 0, 0, 0)  # style sheets do not reach in there
        label = QLabel(text)
        label.setBuddy(field)
        grid.addWidget(label, number, 0)
        grid.addWidget(field, number, 1)


def _whole(low: int, high: int, tip: str, step: int = 1) -> QSpinBox:
    """Return a field for a whole number."""
    box = QSpinBox()
    box.setRange(low, high)
    box.setSingleStep(step)
    box.setToolTip(tip)
    return box
