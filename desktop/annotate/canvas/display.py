"""What the canvas shows beside the picture and its shapes: one value, replaced as a whole."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Display:
    """Whether something is shown.

    ``crosshair``: lines over the whole view, with drawing tools; ``minimap``: the map in the corner, while zoomed in;
    ``captions``: labels and scores; ``by_object``: a colour for each object instead of for each label; ``grid``: the
    borders of the pixels, from a high zoom on.
    """

    crosshair: bool = True
    minimap: bool = True
    captions: bool = True
    by_object: bool = False
    grid: bool = True
