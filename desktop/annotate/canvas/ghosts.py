"""Suggestions as the canvas shows them: dashed shapes with a caption, apart from what a person drew."""

from dataclasses import dataclass

from PySide6.QtGui import QColor

from core.geometry import Shape


@dataclass(frozen=True)
class Ghost:
    """A suggested shape in its label's colour, with a caption such as 'scratch 0.93'; one may be the current one."""

    shape: Shape
    color: QColor
    caption: str
    selected: bool = False
