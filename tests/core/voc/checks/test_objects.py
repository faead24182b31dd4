"""Objects too small at the training size, rotated ones over the border, pairs on one thing, ignored problems."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.geometry import Box, Mask, Point, Polygon, Polyline, Shape
from core.voc.annotation import ROTATION, VocObject
from core.voc.checks import Checker, Limits, Problem, check
from core.voc.checks.ignored import read_ignored, with_problems, write_ignored
from core.voc.checks.pairs import overlap
from core.voc.dataset import Dataset
from tests.core.voc.conftest import MakeDataset

SMALL_INPUT = Limits(images_per_label=0, input_size=(5, 10))  # half the size of the 20 x 10 images


def found_in(dataset: Dataset, *things: VocObject, limits: Limits = SMALL_INPUT) -> list[Problem]:
    entry = dataset.entry("a")
    dataset.write(entry, dataset.read(entry).with_objects(things))
    return list(check(dataset, limits=limits))


@pytest.mark.parametrize(
    ("shape", "is_tiny"),
    [
        (Box(1, 1, 9, 9), True),
        (Box(1, 1, 11, 3), False),
        (Polygon(((1, 1), (5, 1), (5, 5))), True),
        (Mask(1, 1, 3, 3, (0, 9)), True),
        (Point(3, 3), False),
        (Polyline(((1, 1), (4, 4)), 1), False),
    ],
)
def test_objects_too_small_at_the_training_size(make_dataset: MakeDataset, shape: Shape, is_tiny: bool) -> None:
    found = found_in(make_dataset(a=[]), VocObject(label="x", shape=shape))
    assert [problem.kind for problem in found] == ["object-tiny"] * is_tiny


def test_a_rotated_box_may_reach_over_the_border(make_dataset: MakeDataset) -> None:
    corners = Polygon(((-1, 5), (10, 1), (12, 7), (1, 9)))
    dataset = make_dataset(a=[])
    plain = Limits(images_per_label=0)
    assert found_in(dataset, VocObject(label="x", shape=corners, attributes=((ROTATION, "-20"),)), limits=plain) == []
    assert [p.kind for p in found_in(dataset, VocObject(label="x", shape=corners), limits=plain)] == [
        "box-out-of-image"
    ]


def test_many_boxes_at_0_recommend_the_other_convention(make_dataset: MakeDataset) -> None:
    things = [VocObject(label="x", shape=Box(-1, place, 8, place + 1.5)) for place in range(5)]
    kinds = {problem.kind for problem in found_in(make_dataset(a=[]), *things, limits=Limits(images_per_label=0))}
    assert "unshifted-numbers" in kinds


def test_unread_changes_alone_are_read_again(make_dataset: MakeDataset) -> None:
    dataset = make_dataset(a=["x"], b=["x"])
    checker = Checker(dataset, Limits(images_per_label=0))
    assert checker.run() == ()
    entry = dataset.entry("b")
    dataset.write(entry, dataset.read(entry).with_objects((VocObject(label="x", shape=Box(3, 3, 25, 8)),)))
    assert [(problem.kind, problem.image) for problem in checker.run()] == [("box-out-of-image", "b")]
    checker.limits = Limits(images_per_label=2)
    assert [problem.kind for problem in checker.run()] == ["box-out-of-image"]


def test_ignored_problems_are_kept_and_forgotten(make_dataset: MakeDataset) -> None:
    dataset = make_dataset(a=[])
    (problem,) = found_in(dataset, VocObject(label="x", shape=Box(1, 2, 25, 9)), limits=Limits(images_per_label=0))
    write_ignored(dataset, with_problems({}, [problem]))
    assert problem.fingerprint in read_ignored(dataset)
    (moved,) = found_in(dataset, VocObject(label="x", shape=Box(2, 2, 25, 9)), limits=Limits(images_per_label=0))
    assert moved.fingerprint not in read_ignored(dataset)
    write_ignored(dataset, {})
    assert read_ignored(dataset) == {}


boxes = st.builds(
    lambda x, y, w, h: Box(x, y, x + w, y + h), *(st.integers(0, 60),) * 2, *(st.integers(8, 60),) * 2
)  # fmt: skip


@given(boxes, boxes)
def test_outlines_overlap_as_boxes_do(a: Box, b: Box) -> None:
    def outline(box: Box) -> Polygon:
        return Polygon(((box.x0, box.y0), (box.x1, box.y0), (box.x1, box.y1), (box.x0, box.y1)))

    assert overlap(outline(a), outline(b)) == pytest.approx(a.iou(b), abs=0.1)
    assert overlap(a, outline(b)) == pytest.approx(a.iou(b), abs=0.1)
    assert overlap(a, b) == a.iou(b)


@given(boxes)
def test_a_mask_lies_on_its_own_box(box: Box) -> None:
    width, height = int(box.width), int(box.height)
    mask = Mask(int(box.x0), int(box.y0), width, height, (0, width * height))
    assert overlap(mask, box) > 0.9


@pytest.mark.parametrize(
    ("box", "mended"), [(Box(2, 2, 3, 9), False), (Box(2, 2, 3, 3), True), (Box(2, 2, 2, 9), True)]
)
def test_a_hairline_is_told_of_but_not_removed_by_a_machine(make_dataset: MakeDataset, box: Box, mended: bool) -> None:
    (found,) = found_in(make_dataset(a=[]), VocObject(label="x", shape=box), limits=Limits(images_per_label=0))
    assert (found.kind, found.fix is not None) == ("box-too-small", mended)
