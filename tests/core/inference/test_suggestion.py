import json
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import InvalidValueError
from core.geometry import Box, Mask, Point, Polygon, Polyline, Shape
from core.inference.suggestion import shape_from_json, shape_to_json, shape_to_text


@pytest.mark.parametrize(
    "shape",
    [
        Box(1.5, 2, 30, 40.25),
        Polygon(((0.0, 0.5), (10, 0), (5, 8))),
        Polyline(((0, 0), (10, 5)), 3.5),
        Point(3.25, 4),
        Mask(2, 3, 2, 2, (1, 2, 1)),
    ],
    ids=lambda shape: type(shape).__name__,
)
def test_every_shape_comes_back_from_json_as_it_was(shape: Shape) -> None:
    assert shape_from_json(json.loads(shape_to_text(shape))) == shape


@given(st.tuples(*[st.floats(-1e6, 1e6)] * 4))
def test_the_text_of_a_box_is_that_of_its_json(corners: tuple[float, float, float, float]) -> None:
    box = Box(*(np.float64(value) for value in corners))  # a float, too, but written otherwise
    assert shape_to_text(box) == json.dumps(shape_to_json(box))


@pytest.mark.parametrize(
    "value",
    [{}, {"kind": "box"}, {"kind": "box", "corners": [1, 2]}, {"kind": "point", "points": []}, {"kind": "ring"}],
)
def test_what_is_no_shape_is_refused(value: dict[str, Any]) -> None:
    with pytest.raises(InvalidValueError, match="stored shape"):
        shape_from_json(value)
