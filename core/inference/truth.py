"""From an annotation to the boxes that a detector is taught and measured by."""

from collections.abc import Sequence

import numpy as np

from core.metrics import Truth
from core.voc.annotation import Annotation


def truth_of(annotation: Annotation, labels: Sequence[str]) -> Truth:
    """Return the bounds of the annotation's objects as arrays, whatever their shape; ignored are the difficult ones.

    Left out are objects whose label is not among ``labels``, and points and others whose bounds have no area.
    """
    known = {label: number for number, label in enumerate(labels)}
    objects = [thing for thing in annotation.objects if thing.label in known and thing.shape.bounds.area > 0]
    boxes = [(b.x0, b.y0, b.x1, b.y1) for b in (thing.shape.bounds for thing in objects)]
    return Truth(
        boxes=np.array(boxes, dtype=np.float32).reshape(-1, 4),
        labels=np.array([known[thing.label] for thing in objects], dtype=np.int64),
        ignored=np.array([thing.difficult for thing in objects], dtype=bool),
    )
