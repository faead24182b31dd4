"""What a network starts from: drawn pictures, nothing, photographs, a file, or a published version."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QFileDialog, QWidget

from core.inference.model_folder import ModelFolder
from core.training.model_kinds import DRAWN, PRETRAINED, ModelKind
from desktop.train.spec_fields import narrow

_NOTHING, _FILE = "nothing", "file"


class StartChoice(QComboBox):
    """Chooses ``weights`` and ``continue_from`` of a spec; ``changed`` says that they are others."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("weights_choice")
        self.setToolTip(self.tr("What the network knows at the beginning"))
        narrow(self)
        self._file: Path | None = None
        self.activated.connect(self._ask_file)
        self.currentIndexChanged.connect(self.changed)

    def reset(self) -> None:
        """Forget what was chosen, so that the next kind of model begins with its own default."""
        with QSignalBlocker(self):
            self.clear()

    def offer(self, kind: ModelKind, models: Sequence[ModelFolder]) -> None:
        """Offer what that kind of model can start from."""
        chosen = self.currentData()
        default = kind.start or _NOTHING
        with QSignalBlocker(self):
            self.clear()
            if kind.drawn:
                tip = self.tr("They know edges, textures and shapes from drawn pictures; nothing is fetched")
                self._add(self.tr("Built-in weights"), DRAWN, tip)
            self._add(self.tr("Nothing (random weights)"), _NOTHING)
            if kind.pretrained:
                tip = self.tr("They know photographs already; downloaded once")
                self._add(self.tr("Pretrained weights"), PRETRAINED, tip)
            self.addItem(self._file_words(), _FILE)
            for model in models:
                if model.card.model == kind.name:
                    self.addItem(self.tr("Continue from {model}").format(model=model.reference), model.reference)
            index = self.findData(chosen if chosen is not None else default)
            self.setCurrentIndex(index if index >= 0 else self.findData(default))

    def _add(self, words: str, start: str, tip: str | None = None) -> None:
        """Offer a start, with more words about it where the pointer rests."""
        self.addItem(words, start)
        self.setItemData(self.count() - 1, tip, Qt.ItemDataRole.ToolTipRole)

    def choose(self, weights: str | None, continue_from: str | None) -> None:
        """Show what a spec says; a version that is no longer there is offered by its name."""
        wanted = continue_from or (weights if weights in (DRAWN, PRETRAINED) else _FILE if weights else _NOTHING)
        if wanted == _FILE and weights is not None:
            self._file = Path(weights)
            self.setItemText(self.findData(_FILE), self._file_words())
        if self.findData(wanted) < 0:
            self.addItem(self.tr("Continue from {model}").format(model=wanted), wanted)
        self.setCurrentIndex(self.findData(wanted))

    def values(self) -> dict[str, str | None]:
        """Return the values of a spec that are chosen here."""
        start = self.currentData()
        weights = {_NOTHING: None, DRAWN: DRAWN, PRETRAINED: PRETRAINED, _FILE: str(self._file)}
        return {"weights": weights.get(start), "continue_from": None if start in weights else start}

    def _file_words(self) -> str:
        if self._file is None:
            return self.tr("Weights file…")
        return self.tr("Weights file: {name}").format(name=self._file.name)

    @Slot(int)
    def _ask_file(self, _index: int) -> None:
        """Ask for the file where one is wanted."""
        if self.currentData() != _FILE:
            return
        chosen, _kind = QFileDialog.getOpenFileName(
            self, self.tr("Weights file"), "", self.tr("Weights (*.safetensors *.pth *.pt)")
        )
        if chosen:
            self._file = Path(chosen)
            self.setItemText(self.currentIndex(), self._file_words())
            self.changed.emit()
        elif self._file is None:
            self.setCurrentIndex(0)
