"""The published versions as a list, the newest first, with their headline figure."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QLocale, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from core.inference.model_folder import ModelFolder
from desktop import theme
from desktop.models.card_words import headline
from desktop.remembering import remembered

_ROW = 30
_REFERENCE = Qt.ItemDataRole.UserRole


class VersionList(QTreeWidget):
    """Rows of versions; several can be chosen, two of them to be compared."""

    chosen = Signal(object)  # list[ModelFolder]

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("version_list")
        self.setAccessibleName(self.tr("Model versions"))
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHeaderLabels(
            [self.tr("Version"), self.tr("Figure"), self.tr("Trained"), self.tr("Labels"), self.tr("Went on from")]
        )
        header = remembered(self.header(), "version_columns")
        header.setStretchLastSection(True)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for column, width in enumerate((128, 108, 124, 52)):
            self.setColumnWidth(column, width)
        self._models: list[ModelFolder] = []
        self._in_use: str | None = None
        self.itemSelectionChanged.connect(lambda: self.chosen.emit(self.selected))
        theme.notifier().changed.connect(self._redraw)

    @property
    def selected(self) -> list[ModelFolder]:
        """The versions that are chosen, in the order of the list."""
        references = {item.data(0, _REFERENCE) for item in self.selectedItems()}
        return [model for model in self._models if model.reference in references]

    def partner_of(self, model: ModelFolder) -> ModelFolder:
        """Return what a version is best compared with: what it went on from, the one in use, or the next older one."""
        others = [other for other in self._models if other.reference != model.reference]
        for wanted in (model.card.parent, self._in_use):
            for other in others:
                if other.reference == wanted:
                    return other
        older = [other for other in others if other.card.created < model.card.created]
        return (older or others)[0]

    def show_models(self, models: Sequence[ModelFolder], in_use: str | None) -> None:
        """Show these versions, that which is used marked; what was chosen stays chosen, at first the one in use is."""
        wanted = {model.reference for model in self.selected}
        there = {model.reference for model in models}
        if not wanted & there:
            wanted = {in_use} if in_use in there else {model.reference for model in models[:1]}
        self._models, self._in_use = list(models), in_use
        self.blockSignals(True)
        self.clear()
        for model in models:
            item = self._row(model, used=model.reference == in_use)
            self.addTopLevelItem(item)
            item.setSelected(model.reference in wanted)
            if model.reference in wanted:
                self.setCurrentItem(item, 0, self.selectionModel().SelectionFlag.NoUpdate)
        self.blockSignals(False)
        self.chosen.emit(self.selected)

    @Slot()
    def _redraw(self) -> None:
        self.show_models(self._models, self._in_use)

    def _row(self, model: ModelFolder, *, used: bool) -> QTreeWidgetItem:
        card = model.card
        figure = headline(card)
        texts = (model.reference, figure, when(card.created), str(len(card.labels)), card.parent or "–")
        item = QTreeWidgetItem(list(texts))
        item.setData(0, _REFERENCE, model.reference)
        item.setSizeHint(0, QSize(0, _ROW))
        item.setToolTip(3, ", ".join(card.labels))
        item.setToolTip(0, self.tr("Used for pre-labelling") if used else model.reference)
        if used:
            item.setIcon(0, theme.icon("success"))
            font = item.font(0)
            font.setBold(True)
            item.setFont(0, font)
        return item


def when(created: str) -> str:
    """Return a time of a card as this language writes a short date; the text itself where it is no time."""
    try:
        moment = datetime.fromisoformat(created).astimezone()
    except ValueError:
        return created
    return QLocale().toString(moment, QLocale.FormatType.ShortFormat)
