"""What a model proposes: a value of its own, never an object of an annotation until a person says so."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, assert_never

from core.errors import InvalidValueError
from core.geometry import Box, Mask, Point, Polygon, Polyline, Shape


@dataclass(frozen=True, kw_only=True)
class Suggestion:
    """One thing that a model found in an image.

    ``id`` is its number in the store, None before it is kept there. ``image`` is the image's name, ``score`` runs
    from 0 to 1, ``model`` is the version that found it, such as ``parts@3``. Without a ``shape`` it is a tag of the
    whole image. ``own`` is what the model itself calls it, where that is known.
    """

    id: int | None = None
    image: str
    label: str
    shape: Shape | None
    score: float
    model: str
    own: str = field(default="", compare=False)


def shape_to_json(shape: Shape | None) -> dict[str, Any]:
    """Return the shape as plain JSON values, with its kind under ``kind``; None is of the kind ``tag``."""
    match shape:
        case None:
            return {"kind": "tag"}
        case Box():
            return {"kind": "box", "corners": [shape.x0, shape.y0, shape.x1, shape.y1]}
        case Polygon():
            return {"kind": "polygon", "points": [list(point) for point in shape.points]}
        case Polyline():
            return {"kind": "polyline", "points": [list(point) for point in shape.points], "width": shape.width}
        case Point():
            return {"kind": "point", "points": [[shape.x, shape.y]]}
        case Mask():
            place = [shape.left, shape.top, shape.width, shape.height]
            return {"kind": "mask", "place": place, "counts": list(shape.counts)}
        case _:
            assert_never(shape)


def shape_to_text(shape: Shape | None) -> str:
    """Return the JSON text of :func:`shape_to_json`; that of a box, of which there are most, without a detour."""
    if isinstance(shape, Box):
        corners = ", ".join([repr(float(value)) for value in (shape.x0, shape.y0, shape.x1, shape.y1)])
        return f'{{"kind": "box", "corners": [{corners}]}}'
    return json.dumps(shape_to_json(shape))


def shape_from_json(value: Mapping[str, Any]) -> Shape | None:
    """Return the shape that :func:`shape_to_json` wrote.

    Raises:
        InvalidValueError: it is no such value.
    """
    try:
        match value["kind"]:
            case "tag":
                return None
            case "box":
                x0, y0, x1, y1 = value["corners"]
                return Box(x0, y0, x1, y1)
            case "polygon":
                return Polygon(_points(value))
            case "polyline":
                return Polyline(_points(value), value["width"])
            case "point":
                return Point(*_points(value)[0])
            case "mask":
                left, top, width, height = value["place"]
                return Mask(left, top, width, height, tuple(value["counts"]))
    except (KeyError, TypeError, ValueError, IndexError) as error:
        raise InvalidValueError(f"A stored shape is not whole ({error!r}): predict the image again.") from error
    raise InvalidValueError(f"A stored shape is of the unknown kind {value['kind']!r}: update the program.")


def _points(value: Mapping[str, Any]) -> tuple[tuple[float, float], ...]:
    """Return the points of a stored shape."""
    return tuple((x, y) for x, y in value["points"])
