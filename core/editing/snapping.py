"""Sticking to the image's border: near to it, a place or a moved box goes right onto it. Pure functions."""

from core.geometry import XY, Box


def on_border(at: XY, size: tuple[float, float], reach: float) -> XY:
    """Return ``at`` with each coordinate that is within ``reach`` of the border of an image of ``size`` put on it."""
    return _stuck(at[0], size[0], reach), _stuck(at[1], size[1], reach)


def shift_to_border(bounds: Box, size: tuple[float, float], shift: XY, reach: float) -> XY:
    """Return ``shift`` changed so that bounds that come within ``reach`` of the border touch it."""
    return (
        _shift(bounds.x0, bounds.x1, size[0], shift[0], reach),
        _shift(bounds.y0, bounds.y1, size[1], shift[1], reach),
    )


def _stuck(value: float, extent: float, reach: float) -> float:
    if abs(value) <= reach and value <= extent / 2:
        return 0.0
    return float(extent) if abs(extent - value) <= reach else value


def _shift(low: float, high: float, extent: float, shift: float, reach: float) -> float:
    """Return the shift along one axis; one that does not move does not stick, and what is on the border may leave."""
    if shift < 0 and abs(low + shift) <= reach:
        return -low
    if shift > 0 and abs(extent - high - shift) <= reach:
        return extent - high
    return shift
