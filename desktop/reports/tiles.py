"""The numbers at the top of the page."""

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from core.review.reporting.charts import Tile
from desktop import theme

_COUNT = 5


class Tiles(QWidget):
    """Five numbers, each with what it is above it and a second one below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tiles = [_TileView() for _ in range(_COUNT)]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.SPACE)
        for tile in self._tiles:
            row.addWidget(tile, 1)

    @property
    def values(self) -> list[str]:
        """What they show."""
        return [tile.value.text() for tile in self._tiles]

    def show_tiles(self, tiles: Sequence[Tile]) -> None:
        """Show these, in their order."""
        for view, tile in zip(self._tiles, tiles, strict=True):
            view.show_tile(tile)


class _TileView(QFrame):
    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "tile")
        self._title, self.value, self._note = theme.note(), QLabel("–"), theme.note()
        self.value.setProperty("role", "value")
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.SPACE + 2, theme.SPACE - 2, theme.SPACE, theme.SPACE - 2)
        column.setSpacing(0)
        for part in (self._title, self.value, self._note):
            column.addWidget(part)
        column.addStretch(1)

    def show_tile(self, tile: Tile) -> None:
        self._title.setText(tile.title)
        self.value.setText(tile.value)
        self._note.setText(tile.note)
        self.setAccessibleName(f"{tile.title}: {tile.value}, {tile.note}")
