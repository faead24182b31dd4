"""What a tool can be told beside the mouse: sizes, tolerances, ways of working; kept from gesture to gesture."""

from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

Result: TypeAlias = Literal["mask", "polygon"]
BRUSH_RADII = (0.5, 300.0)
"""The smallest and the largest radius of brush and eraser, in image pixels."""
LINE_WIDTHS = (1.0, 200.0)
TOLERANCES = (0, 255)
SIMPLIFY = (0.0, 20.0)


@dataclass(frozen=True, kw_only=True)
class ToolOptions:
    """The options of all tools; each tool names in ``Tool.options`` those that it uses.

    ``brush_radius``, ``line_width`` (of a path) and ``simplify`` (how far an outline may stray when a mask becomes a
    polygon) are in image pixels, ``tolerance`` is a difference of colour (0 to 255). With ``paint_under`` the brush
    leaves the pixels that other masks hold, with ``erase_others`` it takes them. ``result`` is the shape that assisted
    tools make; ``snap`` has what is drawn or moved stick to the image's border.
    """

    brush_radius: float = 10.0
    line_width: float = 3.0
    paint_under: bool = False
    erase_others: bool = False
    tolerance: int = 20
    simplify: float = 1.5
    result: Result = "mask"
    snap: bool = True


def held(value: float, limits: tuple[float, float]) -> float:
    """Return ``value``, or the limit that it goes beyond."""
    return min(max(value, limits[0]), limits[1])


def scaled(options: ToolOptions, names: tuple[str, ...], factor: float) -> ToolOptions:
    """Return the options with the size that a tool with these options has made larger or smaller by ``factor``."""
    if "line_width" in names:
        return replace(options, line_width=held(options.line_width * factor, LINE_WIDTHS))
    return replace(options, brush_radius=held(options.brush_radius * factor, BRUSH_RADII))
