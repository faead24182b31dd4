"""What neighbouring parts of one image saw is put together: no object twice, none in pieces, no two made one."""

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.geometry import Box, Mask
from core.metrics import Found
from core.tasks.choice import Choice
from core.tasks.fitting import Rect, parts_of
from core.tasks.instances import filled_box
from core.tasks.seams import MOST, merged_things

SIZE = (400, 300)
USUAL = Choice(0.1)
Thing = tuple[float, float, float, float]


def seen(rect: Rect, things: Sequence[Thing], scores: Sequence[float], labels: Sequence[int], *, masks: bool) -> Found:
    """What a perfect network finds of the things in a part of the image: what of each lies inside."""
    limit = np.array(rect, np.float32)
    boxes = np.array(things, np.float32).reshape(-1, 4)
    boxes = np.concatenate([np.maximum(boxes[:, :2], limit[:2]), np.minimum(boxes[:, 2:], limit[2:])], axis=1)
    inside = ((boxes[:, 2:] - boxes[:, :2]) > 3).all(axis=1)
    pixels = [filled_box(_box(box)) for box in boxes[inside]] if masks else []
    return Found(
        boxes=boxes[inside],
        scores=np.array(scores, np.float32)[inside],
        labels=np.array(labels, np.int64)[inside],
        masks=tuple(mask for mask in pixels if mask is not None),
        canvas=SIZE if masks else (0, 0),
        rect=rect,
    )


def _box(corners: np.ndarray) -> Box:
    return Box(*(float(edge) for edge in corners))


def merged(things: Sequence[Thing], tiles: int, overlap: float, *, masks: bool = False, labels: Sequence[int] = (),
           choice: Choice = USUAL) -> Found:  # fmt: skip
    scores = [0.9 - 0.01 * place for place in range(len(things))]
    rects = parts_of(SIZE, None, tiles, overlap)
    own = labels or [0] * len(things)
    return merged_things([seen(rect, things, scores, own, masks=masks) for rect in rects], SIZE, choice)


@pytest.mark.parametrize("overlap", [0.0, 0.1, 0.2, 0.4])
@pytest.mark.parametrize("tiles", [2, 3, 4])
@pytest.mark.parametrize("thing", [(20, 40, 380, 90), (150, 100, 250, 200), (190, 10, 210, 290), (5, 5, 395, 295)])
def test_an_object_cut_by_seams_comes_out_once_and_whole(tiles: int, overlap: float, thing: Thing) -> None:
    for masks in (False, True):
        found = merged([thing], tiles, overlap, masks=masks)
        np.testing.assert_allclose(found.boxes, [thing], atol=0.01)
        assert found.scores.tolist() == pytest.approx([0.9])
        if masks:
            assert [mask.bounds for mask in found.masks] == [_box(np.array(thing))]
            assert found.masks[0].area == (thing[2] - thing[0]) * (thing[3] - thing[1])


@given(st.integers(2, 4), st.sampled_from([0.1, 0.2, 0.3]), st.integers(0, 15), st.integers(30, 60))
def test_rows_of_things_stay_as_many_wherever_the_seams_are(tiles: int, overlap: float, start: int, side: int) -> None:
    steps = range(start, 400 - side, side + 12)
    things = [(float(x), float(y), float(x + side), float(y + side)) for x in steps for y in (10, 100, 200)]
    found = merged(things, tiles, overlap)
    assert sorted(map(tuple, found.boxes.round(1).tolist())) == sorted(things)


def test_labels_are_kept_apart_unless_all_compete_or_are_to_be_one() -> None:
    both = [(150, 100, 250, 200), (152, 100, 250, 200)]
    assert len(merged(both, 2, 0.2, labels=[0, 1]).boxes) == 2
    across = merged(both, 2, 0.2, labels=[0, 1], choice=Choice(0.1, across=True))
    assert (len(across.boxes), across.labels.tolist()) == (1, [0])
    same = merged(both, 2, 0.2, labels=[0, 1], choice=Choice(0.1, same=np.array([5, 5])))
    assert len(same.boxes) == 1


def test_a_small_thing_within_a_cut_large_one_stays() -> None:
    found = merged([(20, 40, 380, 290), (290, 60, 300, 70)], 2, 0.2)
    assert len(found.boxes) == 2


def test_masks_of_two_halves_become_one() -> None:
    rects = parts_of(SIZE, None, 2, 0.2)
    masks = [Mask(100, 50, 122, 20, (0, 122 * 20)), Mask(178, 50, 102, 20, (0, 102 * 20))]
    founds = [
        Found(
            boxes=np.array([[mask.bounds.x0, 50, mask.bounds.x1, 70]], np.float32),
            scores=np.array([score], np.float32),
            labels=np.zeros(1, np.int64),
            masks=(mask,),
            canvas=SIZE,
            rect=rect,
        )
        for mask, score, rect in zip(masks, (0.6, 0.8), rects[:2], strict=True)
    ]
    whole = merged_things(founds, SIZE, USUAL)
    assert [(mask.left, mask.width, mask.area) for mask in whole.masks] == [(100, 180, 180 * 20)]
    assert whole.scores.tolist() == pytest.approx([0.8])


def test_a_crowd_in_many_parts_is_told_at_once() -> None:
    """2,240 things far from the seams: comparing each with each in Python would take a minute."""
    parts = [(150 * column, 150 * row, 150 * column + 150, 150 * row + 150) for row in range(4) for column in range(4)]
    places = np.stack(np.meshgrid(np.arange(12), np.arange(12), indexing="ij"), -1).reshape(-1, 2)[:140] * 11 + 6
    founds = [
        Found(
            boxes=np.concatenate([places + rect[:2], places + rect[:2] + 8], axis=1).astype(np.float32),
            scores=np.full(len(places), 0.9 - 0.01 * number, np.float32),
            labels=np.zeros(len(places), np.int64),
            rect=rect,
        )
        for number, rect in enumerate(parts)
    ]
    found = merged_things(founds, (600, 600), USUAL)
    assert len(found.scores) == MOST
    assert found.scores.tolist() == sorted(found.scores.tolist(), reverse=True)
