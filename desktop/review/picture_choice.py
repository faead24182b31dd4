"""Which part of the pictures a model is to look at, and in how many tiles."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLabel, QPushButton, QWidget

from core.inference.model_card import ModelCard
from desktop import theme
from desktop.number_fields import WholeField

Region = tuple[float, float, float, float]
WHOLE: Region = (0.0, 0.0, 1.0, 1.0)
_TILES = (1, 2, 3, 4, 6, 8)
_OWN = "own"


class PictureChoice(QWidget):
    """Tiles with their overlap, and the region as shares of the sides; both as the model was trained, unless chosen.

    ``box_of_selection`` returns the bounds of what is selected on the open image, as such a region.
    """

    changed = Signal()

    def __init__(self, box_of_selection: Callable[[], Region | None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._box_of_selection = box_of_selection
        self._quiet = False
        self.tiles, self.region_choice = QComboBox(), QComboBox()
        self.tiles.setObjectName("prelabel_tiles")
        self.tiles.setToolTip(
            self.tr("Cut each picture into tiles that are looked at one by one: finds small things, and takes longer")
        )
        self.region_choice.setObjectName("prelabel_region")
        self.region_choice.setToolTip(self.tr("Nothing outside of the region is looked at"))
        self.overlap = _percent(self.tr("How much of a tile its neighbour shows as well"), 50)
        self.overlap.setObjectName("tile_overlap")
        self.take = QPushButton(self.tr("Take selected object"), autoDefault=False)
        self.take.setObjectName("take_region")
        self.take.setToolTip(self.tr("Take the bounds of what is selected on the open image"))
        self.take.clicked.connect(self._take_selection)
        self.sides = self._build_sides()
        self._lay_out()
        for choice in (self.tiles, self.region_choice):
            choice.currentIndexChanged.connect(lambda _row: self._tell())
        for field in (self.overlap, *self._fields):
            field.valueChanged.connect(lambda _value: self._tell())

    def _build_sides(self) -> QWidget:
        sides = QWidget()
        row = QHBoxLayout(sides)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.SPACE // 2)
        words = (self.tr("left"), self.tr("top"), self.tr("right"), self.tr("bottom"))
        tip = self.tr("Where the region begins and ends, in percent of the sides of a picture")
        self._fields = [_percent(tip, 100) for _ in words]
        for field, name, word in zip(self._fields, ("left", "top", "right", "bottom"), words, strict=True):
            field.setObjectName(f"region_{name}")
            field.setPrefix(f"{word} ")
            row.addWidget(field, 1)
        return sides

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.SPACE)
        grid.setVerticalSpacing(theme.SPACE // 2)
        grid.setColumnStretch(1, 1)
        self._overlap_words = QLabel(self.tr("that share"))
        for row, (words, widget) in enumerate(
            ((self.tr("Tiles"), self.tiles), (self.tr("Region"), self.region_choice))
        ):
            grid.addWidget(QLabel(words), row, 0)
            grid.addWidget(widget, row, 1)
        grid.addWidget(self._overlap_words, 0, 2)
        grid.addWidget(self.overlap, 0, 3)
        grid.addWidget(self.take, 1, 2, 1, 2)
        grid.addWidget(self.sides, 2, 1, 1, 3)

    def show_values(self, card: ModelCard, tiles: int | None, overlap: float, region: Region | None) -> None:
        """Show what was chosen for the model of that card."""
        self._quiet = True
        self.tiles.clear()
        self.tiles.addItem(self.tr("as trained: {tiles}").format(tiles=_tiles(card.tiles)), None)
        for count in sorted({*_TILES, *([tiles] if tiles else [])}):
            self.tiles.addItem(self.tr("none") if count == 1 else _tiles(count), count)
        self.tiles.setCurrentIndex(self.tiles.findData(tiles) if tiles else 0)
        self.overlap.setValue(round(100 * overlap))
        self.region_choice.clear()
        whole = card.region is None or tuple(card.region) == WHOLE
        trained = self.tr("whole picture") if whole else _shares(card.region or WHOLE)
        self.region_choice.addItem(self.tr("as trained: {region}").format(region=trained), None)
        if not whole:
            self.region_choice.addItem(self.tr("whole picture"), WHOLE)
        self.region_choice.addItem(self.tr("a part of it"), _OWN)
        last = self.region_choice.count() - 1
        self.region_choice.setCurrentIndex(0 if region is None else 1 if region == WHOLE and not whole else last)
        for field, share in zip(self._fields, region or card.region or WHOLE, strict=True):
            field.setValue(round(100 * share))
        self._quiet = False
        self._show()

    @property
    def tile_count(self) -> int | None:
        """Tiles on each side, None as the model was trained."""
        count: int | None = self.tiles.currentData()
        return count

    @property
    def region(self) -> Region | None:
        """The part of the sides, None as the model was trained; a part without any extent is the whole."""
        chosen = self.region_choice.currentData()
        if chosen != _OWN:
            return None if chosen is None else WHOLE
        left, top, right, bottom = (field.value() / 100 for field in self._fields)
        return (left, top, right, bottom) if left < right and top < bottom else WHOLE

    def _take_selection(self) -> None:
        box = self._box_of_selection()
        if box is None:
            return
        self._quiet = True
        self.region_choice.setCurrentIndex(self.region_choice.count() - 1)
        for field, share in zip(self._fields, box, strict=True):
            field.setValue(round(100 * share))
        self._quiet = False
        self._tell()

    def _tell(self) -> None:
        if not self._quiet:
            self._show()
            self.changed.emit()

    def _show(self) -> None:
        """Let be changed what means something."""
        tiled = (self.tile_count or 1) > 1
        self.overlap.setEnabled(tiled)
        self._overlap_words.setEnabled(tiled)
        own = self.region_choice.currentData() == _OWN
        self.sides.setVisible(own)
        self.take.setEnabled(self._box_of_selection() is not None)
        left, top, right, bottom = (field.value() for field in self._fields)
        for field, wrong in zip(self._fields, (left >= right, top >= bottom) * 2, strict=True):
            field.setProperty("wrong", own and wrong)
            field.style().polish(field)


def _tiles(count: int) -> str:
    return f"{count} × {count}"


def _shares(region: Region) -> str:
    return "–".join(f"{100 * share:.0f}" for share in region) + " %"


def _percent(tip: str, most: int) -> WholeField:
    field = WholeField(minimum=0, maximum=most)
    field.setSuffix(" %")
    field.setToolTip(tip)
    field.setAccessibleName(tip)
    field.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return field
