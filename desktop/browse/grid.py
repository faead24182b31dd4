"""Where the cells of a gallery lie: arithmetic alone, so that a hundred thousand cost nothing."""

from dataclasses import dataclass

GAP = 10
CAPTION = 24


@dataclass(frozen=True)
class Grid:
    """``count`` cells in rows across ``width`` pixels, each a square of ``side`` above its caption."""

    count: int
    width: int
    side: int

    @property
    def columns(self) -> int:
        """How many cells stand in a row."""
        return max(1, (self.width - GAP) // (self.side + GAP))

    @property
    def row_height(self) -> int:
        """The distance from a row to the next."""
        return self.side + CAPTION + GAP

    @property
    def height(self) -> int:
        """The height of all rows."""
        return -(-self.count // self.columns) * self.row_height + GAP

    @property
    def _step(self) -> float:
        """The distance from a column to the next: what is left over is shared out."""
        return (self.width - GAP) / self.columns

    def cell(self, number: int) -> tuple[int, int, int, int]:
        """Return x, y, width and height of a cell, y from the top of the first row."""
        row, column = divmod(number, self.columns)
        spare = (self._step - GAP - self.side) / 2
        left = GAP + round(column * self._step + spare)
        return left, GAP + row * self.row_height, self.side, self.side + CAPTION

    def at(self, x: int, y: int) -> int | None:
        """Return the cell under a point, None between them."""
        column, row = int((x - GAP / 2) / self._step), int((y - GAP / 2) // self.row_height)
        number = row * self.columns + min(max(column, 0), self.columns - 1)
        if not 0 <= number < self.count or row < 0:
            return None
        left, top, width, height = self.cell(number)
        return number if left <= x < left + width and top <= y < top + height else None

    def between(self, top: int, bottom: int) -> range:
        """Return the cells of which something lies between two heights."""
        first = max(0, (top - GAP) // self.row_height) * self.columns
        last = ((bottom - GAP) // self.row_height + 1) * self.columns
        return range(min(first, self.count), max(0, min(last, self.count)))
