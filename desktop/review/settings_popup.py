"""The settings of pre-labelling: a small panel beside the button, in force as soon as something is changed there."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from core.inference.model_folder import ModelFolder
from core.review.proposing import Outlines, PrelabelSettings, Suppression
from desktop import theme
from desktop.number_fields import DecimalField, WholeField
from desktop.review.label_mapping import LabelMapping
from desktop.review.picture_choice import PictureChoice, Region
from desktop.room import Scrolled, room_for

WIDTH = 440
_OF_PIXELS = frozenset({"instances", "semantic"})


class SettingsPopup(QFrame):
    """``changed`` carries the PrelabelSettings for the model that is shown."""

    changed = Signal(object)

    def __init__(self, box_of_selection: Callable[[], Region | None], parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("prelabel_settings")
        self.setProperty("role", "card")
        self.setAccessibleName(self.tr("Pre-label settings"))
        self._title = theme.heading("")
        self.mapping, self.pictures = LabelMapping(), PictureChoice(box_of_selection)
        self._crowds, self._masks = self._build_crowds(), self._build_masks()
        reset = QPushButton(self.tr("Reset"), autoDefault=False)
        reset.setObjectName("reset_prelabel_settings")
        reset.setToolTip(self.tr("Everything as the program comes with it, for this model"))
        reset.clicked.connect(self._reset)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(2 * theme.SPACE, theme.SPACE, 2 * theme.SPACE, theme.SPACE)
        column.setSpacing(theme.SPACE)
        column.addWidget(self._title)
        kept = self.tr("For every version of this model in this project. Pre-label again to have it followed.")
        column.addWidget(theme.note(kept))
        for widget in (self.mapping, _line(), self.pictures, self._crowds, self._masks):
            column.addWidget(widget)
        column.addWidget(reset, 0, Qt.AlignmentFlag.AlignRight)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 1, 1, 1)
        self._scrolled = Scrolled(content)
        outer.addWidget(self._scrolled)
        self._model: ModelFolder | None = None
        self._known: Sequence[str] = ()
        for part in (self.mapping, self.pictures):
            part.changed.connect(self._tell)

    def _build_crowds(self) -> QWidget:
        self.suppression = QComboBox()
        self.suppression.setObjectName("prelabel_suppression")
        self.suppression.addItem(self.tr("of one label"), Suppression.LABELS)
        self.suppression.addItem(self.tr("of any label"), Suppression.ALL)
        self.suppression.setToolTip(self.tr("Where two finds overlap by more, the one that scores less is dropped"))
        self.overlap = WholeField(minimum=0, maximum=100)
        self.overlap.setObjectName("prelabel_overlap")
        self.overlap.setSuffix(" %")
        self.overlap.setToolTip(self.tr("How much two finds may have in common (IoU) before one is dropped"))
        self.suppression.currentIndexChanged.connect(lambda _row: self._tell())
        self.overlap.valueChanged.connect(lambda _value: self._tell())
        return _pair(self.tr("Drop doubles"), self.suppression, self.tr("over"), self.overlap)

    def _build_masks(self) -> QWidget:
        self.outlines = QComboBox()
        self.outlines.setObjectName("prelabel_outlines")
        self.outlines.addItem(self.tr("masks"), Outlines.AS_FOUND)
        self.outlines.addItem(self.tr("polygons"), Outlines.POLYGON)
        self.outlines.setToolTip(self.tr("What the pixels that a model finds are suggested as"))
        self.tolerance = DecimalField(minimum=0.0, maximum=20.0, singleStep=0.5, decimals=1)
        self.tolerance.setObjectName("prelabel_tolerance")
        self.tolerance.setSuffix(self.tr(" px"))
        self.tolerance.setToolTip(self.tr("How far a polygon may stray from the mask: more gives fewer points"))
        self.outlines.currentIndexChanged.connect(lambda _row: self._tell())
        self.tolerance.valueChanged.connect(lambda _value: self._tell())
        return _pair(self.tr("Pixels become"), self.outlines, self.tr("to within"), self.tolerance)

    def show_for(self, model: ModelFolder, known: Sequence[str], settings: PrelabelSettings) -> None:
        """Show what was chosen for a model; ``known`` are the project's labels, or its tags for a model of tags."""
        self._model = None  # nothing is told while it is filled
        self._known = known
        card = model.card
        self._title.setText(self.tr("Pre-label with {model}").format(model=card.name))
        self.mapping.show_labels(card.labels, known, settings.labels, settings.thresholds, settings.min_score)
        self.pictures.show_values(card, settings.tiles, settings.tile_overlap, settings.region)
        self.suppression.setCurrentIndex(self.suppression.findData(settings.suppression))
        self.overlap.setValue(round(100 * settings.overlap))
        self.outlines.setCurrentIndex(self.outlines.findData(settings.shape))
        self.tolerance.setValue(settings.tolerance)
        self._crowds.setVisible(card.task in ("detection", "instances"))
        self._masks.setVisible(card.task in _OF_PIXELS)
        self._model = model
        self._show()

    def open_beside(self, button: QWidget) -> None:
        """Open above a button, or wherever there is room for all of it."""
        room = room_for(button.window()) if button.window() is not None else self.sizeHint()
        wanted = self._scrolled.sizeHint()
        self.resize(
            min(max(WIDTH, wanted.width() + 24), room.width()), min(wanted.height() + 2 * theme.SPACE, room.height())
        )
        window = button.window()
        corner = button.mapTo(window, QPoint(0, 0))
        x = min(max(corner.x(), 4), max(window.width() - self.width() - 4, 4))
        y = max(corner.y() - self.height() - 4, 4)
        self.move(window.mapToGlobal(QPoint(x, y)))
        self.show()
        self.mapping.every.setFocus()

    @property
    def settings(self) -> PrelabelSettings:
        """What is chosen now."""
        return PrelabelSettings(
            min_score=self.mapping.least,
            thresholds=self.mapping.thresholds,
            suppression=self.suppression.currentData(),
            overlap=self.overlap.value() / 100,
            tiles=self.pictures.tile_count,
            tile_overlap=self.pictures.overlap.value() / 100,
            region=self.pictures.region,
            shape=self.outlines.currentData(),
            tolerance=self.tolerance.value(),
            labels=self.mapping.names,
        )

    def _reset(self) -> None:
        if self._model is not None:
            self.show_for(self._model, self._known, PrelabelSettings())
            self._tell()

    def _tell(self) -> None:
        if self._model is not None:
            self._show()
            self.changed.emit(self.settings)

    def _show(self) -> None:
        self.tolerance.setEnabled(self.outlines.currentData() == Outlines.POLYGON)


def _pair(title: str, choice: QComboBox, between: str, field: QWidget) -> QWidget:
    """Return a choice and a figure that belong together, in one line."""
    line = QWidget()
    grid = QGridLayout(line)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(theme.SPACE)
    grid.setColumnStretch(1, 1)
    for column, widget in enumerate((QLabel(title), choice, QLabel(between), field)):
        grid.addWidget(widget, 0, column)
    choice.setAccessibleName(title)
    field.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return line


def _line() -> QFrame:
    line = QFrame()
    line.setProperty("role", "line")
    return line
