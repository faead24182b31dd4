"""What neighbouring parts of one image found, put together: an object that a seam cuts comes out once and whole."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from core.boxes import overlaps
from core.geometry import Mask
from core.metrics import Found
from core.tasks.choice import Choice
from core.tasks.fitting import Rect

Boxes = NDArray[np.float32]

MOST = 1000
"""So many things are told of one image at most, however many parts it has."""
ALIKE = 0.5
"""Two parts mean one object where, of what both of them see, their boxes have this IoU or more."""
INSIDE = 0.6
"""What is cut by a seam and lies in a better one by more than this share is what one part saw of the same object."""
AT_EDGE = 0.01
"""A box that ends this near to a seam, as a share of the part's side, is cut by it (or ``AT_EDGE_PX``)."""
AT_EDGE_PX = 2.0


@dataclass(frozen=True)
class _View:
    """A thing as it is after all, with the parts that saw it; ``cut``: none of them saw it whole."""

    box: Boxes
    score: float
    label: int
    kind: int
    parts: frozenset[int]
    cut: bool
    mask: Mask | None


def merged_things(founds: Sequence[Found], size: tuple[int, int], choice: Choice) -> Found:
    """Return what was found in overlapping parts of one image of ``size`` (width, height) as one.

    Views of neighbouring parts that agree in what both parts see are views of one object: of those that no seam cuts
    the best one stands for it, and where all are cut what they cover together. Then whatever a better one covers goes.
    """
    if len(founds) == 1:
        return founds[0]
    rects = [found.rect or (0, 0, *size) for found in founds]
    edges = np.array(rects)
    whole = (*edges[:, :2].min(axis=0).tolist(), *edges[:, 2:].max(axis=0).tolist())
    views = [_joined(founds, rects, whole, group, choice) for group in _groups(founds, rects, choice)]
    kept = _kept(sorted(views, key=lambda view: -view.score), choice.overlap)
    return _as_found(kept, size, masks=any(found.masks for found in founds))


def _groups(founds: Sequence[Found], rects: Sequence[Rect], choice: Choice) -> list[list[tuple[int, int]]]:
    """Return the things as (part, row), those that are one object together."""
    root = {(part, row): (part, row) for part, found in enumerate(founds) for row in range(len(found.scores))}

    def first(place: tuple[int, int]) -> tuple[int, int]:
        while root[place] != place:
            place = root[place]
        return place

    for one, other in combinations(range(len(founds)), 2):
        for row, column in _pairs(founds[one], founds[other], rects[one], rects[other], choice):
            root[first((other, column))] = first((one, row))
    groups: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for place in root:
        groups.setdefault(first(place), []).append(place)
    return list(groups.values())


def _pairs(one: Found, other: Found, rect: Rect, next_to: Rect, choice: Choice) -> list[tuple[int, int]]:
    """Return which things of two parts are one object, each in one pair at most, the most alike first."""
    if not len(one.scores) or not len(other.scores):
        return []
    common = _common(rect, next_to)
    if common is None:
        return []
    table = overlaps(_cut(_going_on(one.boxes, rect), common), _cut(_going_on(other.boxes, next_to), common))
    table[choice.kinds(one.labels)[:, None] != choice.kinds(other.labels)[None, :]] = 0
    pairs: list[tuple[int, int]] = []
    while table.size and table.max() >= ALIKE:
        row, column = (int(place) for place in np.unravel_index(table.argmax(), table.shape))
        pairs.append((row, column))
        table[row], table[:, column] = 0, 0
    return pairs


def _common(rect: Rect, other: Rect) -> Boxes | None:
    """Return what two parts both see, and a little more, so that those that only touch see their seam; or None."""
    margin = AT_EDGE_PX
    x0, y0 = max(rect[0], other[0]) - margin, max(rect[1], other[1]) - margin
    x1, y1 = min(rect[2], other[2]) + margin, min(rect[3], other[3]) + margin
    if min(x1 - x0, y1 - y0) < 2 * margin or max(x1 - x0, y1 - y0) <= 2 * margin:
        return None
    return np.array([x0, y0, x1, y1], np.float32)


def _going_on(boxes: Boxes, rect: Rect) -> Boxes:
    """Return boxes (n, 4) with the edges that end at an edge of their part beyond it: so the object may go on."""
    low, high = np.array(rect[:2], np.float32), np.array(rect[2:], np.float32)
    beyond = np.float32(2 * AT_EDGE_PX)
    start = np.where(boxes[:, :2] - low <= AT_EDGE_PX, low - beyond, boxes[:, :2])
    end = np.where(high - boxes[:, 2:] <= AT_EDGE_PX, high + beyond, boxes[:, 2:])
    return np.concatenate([start, end], axis=1)


def _cut(boxes: Boxes, to: Boxes) -> Boxes:
    """Return boxes (n, 4) cut to one, those outside without an area."""
    start, end = np.maximum(boxes[:, :2], to[:2]), np.minimum(boxes[:, 2:], to[2:])
    return np.concatenate([start, np.maximum(start, end)], axis=1)


def _joined(
    founds: Sequence[Found], rects: Sequence[Rect], whole_rect: Rect, group: Sequence[tuple[int, int]], choice: Choice
) -> _View:
    """Return one object of its views: the best that no seam cuts, else all of them together."""
    ordered = sorted(group, key=lambda place: -founds[place[0]].scores[place[1]])
    whole = [place for place in ordered if not _is_cut(founds[place[0]].boxes[place[1]], rects[place[0]], whole_rect)]
    used = whole[:1] or ordered
    boxes = np.array([founds[part].boxes[row] for part, row in used])
    masks = [founds[part].masks[row] for part, row in used if founds[part].masks]
    part, row = used[0]
    label = founds[part].labels[row]
    return _View(
        box=np.concatenate([boxes[:, :2].min(axis=0), boxes[:, 2:].max(axis=0)]),
        score=float(founds[ordered[0][0]].scores[ordered[0][1]]),
        label=int(label),
        kind=int(choice.kinds(np.array([label]))[0]),
        parts=frozenset(part for part, _ in group),
        cut=not whole,
        mask=_united(masks),
    )


def _is_cut(box: Boxes, rect: Rect, whole_rect: Rect) -> bool:
    """Tell whether a box ends at an edge of its part beyond which another part goes on; all together are the whole."""
    reach = [max(AT_EDGE_PX, AT_EDGE * side) for side in (rect[2] - rect[0], rect[3] - rect[1])]
    before = [box[axis] - rect[axis] <= reach[axis] and whole_rect[axis] < rect[axis] for axis in (0, 1)]
    after = [rect[axis] - box[axis] <= reach[axis - 2] and whole_rect[axis] > rect[axis] for axis in (2, 3)]
    return bool(any(before) or any(after))


def _united(masks: Sequence[Mask]) -> Mask | None:
    """Return the pixels of all the masks, None of no mask."""
    if not masks:
        return None
    spans = masks[0].spans
    for mask in masks[1:]:
        spans = spans.united(mask.spans)
    return Mask.from_spans(spans)


def _kept(views: Sequence[_View], overlap: float) -> list[_View]:
    """Return those of the views, the best first, for which better ones leave room: MOST at most.

    One is compared with all better ones in one go, since a crowd in many parts has thousands.
    """
    boxes = np.array([view.box for view in views], np.float32).reshape(-1, 4)
    areas = np.prod(boxes[:, 2:] - boxes[:, :2], axis=1)
    kinds = np.array([view.kind for view in views], np.int64)
    # Two that one part alone saw do not give way to each other: that part has chosen between them already.
    parts = np.array([min(view.parts) if len(view.parts) == 1 else -1 for view in views], np.int64)
    kept: list[int] = []
    for place, view in enumerate(views):
        apart = (parts[kept] != parts[place]) | (parts[place] < 0)
        better = np.array(kept, np.intp)[(kinds[kept] == kinds[place]) & apart]
        start, end = np.maximum(view.box[:2], boxes[better, :2]), np.minimum(view.box[2:], boxes[better, 2:])
        common = np.prod(np.maximum(end - start, 0), axis=1)
        covered = common > overlap * (areas[better] + areas[place] - common)
        if view.cut:
            covered |= common > INSIDE * areas[place]
        if not (covered & (common > 0)).any():
            kept.append(place)
        if len(kept) == MOST:
            break
    return [views[place] for place in kept]


def _as_found(views: Sequence[_View], size: tuple[int, int], *, masks: bool) -> Found:
    return Found(
        boxes=np.array([view.box for view in views], np.float32).reshape(-1, 4),
        scores=np.array([view.score for view in views], np.float32),
        labels=np.array([view.label for view in views], np.int64),
        masks=tuple(view.mask for view in views if view.mask is not None) if masks else (),
        canvas=size if masks else (0, 0),
        rect=(0, 0, *size),
    )
