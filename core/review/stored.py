"""How a suggestion reads in the review log."""

import json
from collections.abc import Sequence
from typing import Any

from core.inference.suggestion import Suggestion, shape_from_json

COLUMNS = "id, image, model, label, score, shape, coalesce(own, '')"


def stored(row: Sequence[Any]) -> Suggestion:
    """Return the suggestion in a row of the ``COLUMNS``.

    Raises:
        InvalidValueError: its shape is no whole one.
    """
    number, image, model, label, score, shape, own = row
    found = shape_from_json(json.loads(shape))
    return Suggestion(id=number, image=image, model=model, label=label, score=score, shape=found, own=own)
