"""The row that asks a model for suggestions: which images, which version, how."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QWidget

from core.inference.model_folder import ModelFolder
from desktop import theme
from desktop.actions import share_tip
from desktop.review.actions import ReviewActions
from desktop.review.fitting import BarButton, FittingChoice, FittingLabel
from desktop.review.scope import Scope


class PrelabelRow(QWidget):
    """``asked`` carries a ModelFolder and a Scope; ``model_changed`` the ModelFolder chosen now, None for none."""

    asked = Signal(object, object)
    model_changed = Signal(object)
    refused = Signal(str)  # why nothing can be proposed now, and what to do

    def __init__(self, actions: ReviewActions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._models: list[ModelFolder] = []
        self._working = False
        self.button = BarButton(
            "prelabel_button",
            self.tr("Pre-label"),
            "prelabel",
            self.tr("Let the model propose objects; nothing changes until you accept"),
        )
        self.button.clicked.connect(self.start)
        self.model_choice = FittingChoice("prelabel_model", self.tr("The model that proposes, newest first"))
        self.model_choice.currentIndexChanged.connect(lambda _row: self.model_changed.emit(self.model))
        self.scope_choice = FittingChoice("prelabel_scope", self.tr("Which images it looks at"))
        for row, scope in enumerate(Scope):
            self.scope_choice.addItem(scope.words, scope)
            self.scope_choice.setItemData(row, scope.tip, 3)  # Qt.ItemDataRole.ToolTipRole
        self._with = FittingLabel(self.tr("with"))
        self._no_model = theme.note(self.tr("Train a model first: it can then label the rest."))
        self.settings_button = action_button(actions["prelabel_settings"], "prelabel_settings_button")
        self.assist_button = action_button(actions["assist"], "assist_button")
        self._needing = (self._with, self.model_choice, self.scope_choice)
        self._tools = (self.settings_button, self.assist_button)
        self._short = False
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.SPACE - 2)
        for widget in (
            self.button, self.scope_choice, self._with, self.model_choice, self.settings_button, self.assist_button,
            self._no_model,
        ):  # fmt: skip
            row.addWidget(widget)
        row.addStretch(1)

    @property
    def model(self) -> ModelFolder | None:
        """The version chosen now."""
        row = self.model_choice.currentIndex()
        return self._models[row] if 0 <= row < len(self._models) else None

    def set_models(self, models: Sequence[ModelFolder]) -> None:
        """Offer these versions, the newest chosen where it is new."""
        newest = models[0].reference if models else None
        before = self._models[0].reference if self._models else None
        chosen = newest if newest != before else self.model_choice.currentText()
        self._models = list(models)
        self.model_choice.blockSignals(True)
        self.model_choice.clear()
        self.model_choice.addItems([model.reference for model in models])
        self.model_choice.setCurrentIndex(max(0, self.model_choice.findText(chosen or "")))
        self.model_choice.blockSignals(False)
        for widget in self._needing:
            widget.setVisible(bool(models))
        self.set_short(self._short)
        self._no_model.setVisible(not models)
        self.set_working(self._working)
        self.model_changed.emit(self.model)

    def choose(self, reference: str, scope: Scope | None = None) -> None:
        """Choose a version by its name, such as ``bolts@3``, and which images."""
        self.model_choice.setCurrentIndex(max(0, self.model_choice.findText(reference)))
        if scope is not None:
            self.scope_choice.setCurrentIndex(list(Scope).index(scope))

    def set_working(self, working: bool) -> None:
        """Have nothing begun while a model is at work."""
        self._working = working
        self.button.setEnabled(bool(self._models) and not working)

    @Slot()
    def start(self) -> None:
        """Ask for suggestions of the chosen model on the chosen images."""
        model = self.model
        if model is not None and not self._working:
            self.asked.emit(model, Scope(self.scope_choice.currentData()))  # Qt gives back a plain text
        elif self._working:
            self.refused.emit(self.tr("A model is at work already: wait for its end, or cancel it in the bar."))
        else:
            self.refused.emit(self.tr("There is no model yet: train one first, it can then label the rest."))

    def set_short(self, short: bool) -> None:
        """Do without the buttons for settings and assistance, which stand elsewhere then."""
        self._short = short
        for button in self._tools:
            button.setVisible(bool(self._models) and not short)

    def least_width(self) -> int:
        """Return what all of it wants side by side."""
        shown = [self.button, *(widget for widget in (*self._needing, *self._tools) if self._models)]
        return sum(widget.sizeHint().width() for widget in shown) + len(shown) * (theme.SPACE - 2)


def action_button(action: QAction, name: str) -> BarButton:
    """Return a button of a bar, an icon alone, that does what the action does and shows whether it is on."""
    button = BarButton(name, "", str(action.property("annotrainIcon")), "")
    button.setAccessibleName(action.text().replace("&", ""))
    share_tip(button, action)
    button.setCheckable(action.isCheckable())
    button.setChecked(action.isChecked())
    action.toggled.connect(button.setChecked)
    button.clicked.connect(lambda: _follow(button, action))
    return button


def _follow(button: BarButton, action: QAction) -> None:
    """Do what the action does; it says whether it is on then."""
    action.trigger()
    button.setChecked(action.isChecked())
