"""Which objects of the open image are selected."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal


class Selection(QObject):
    """The places of the selected objects; ``changed`` carries the new frozenset."""

    changed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.places: frozenset[int] = frozenset()

    def set(self, places: Iterable[int]) -> None:
        """Select exactly these objects."""
        chosen = frozenset(places)
        if chosen != self.places:
            self.places = chosen
            self.changed.emit(chosen)
