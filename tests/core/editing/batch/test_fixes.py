"""What a check can mend is mended, and the next check finds it gone."""

from pathlib import Path

import pytest
from PIL import Image

from core.editing.batch import ApplyFixes, run, take_back
from core.geometry import Box, Mask, Polygon, Polyline, Shape
from core.voc.annotation import LOCKED, VocObject
from core.voc.checks import Limits, Problem, check
from core.voc.dataset import Dataset
from core.voc.image_sets import read_set, write_set
from core.voc.index import DatasetIndex


def problems(dataset: Dataset) -> list[Problem]:
    return list(check(dataset, limits=Limits(images_per_label=0)))


@pytest.fixture
def dataset(tmp_path: Path) -> Dataset:
    (tmp_path / "JPEGImages").mkdir()
    for name in "ab":
        Image.new("RGB", (40, 30)).save(tmp_path / "JPEGImages" / f"{name}.png")
    return Dataset.open(tmp_path)


def with_things(dataset: Dataset, image: str, *things: VocObject) -> None:
    entry = dataset.entry(image)
    dataset.write(entry, dataset.read(entry).with_objects(things))


def fix_all(dataset: Dataset) -> None:
    operation = ApplyFixes(problem.fix for problem in problems(dataset) if problem.fix is not None)
    summaries = list(DatasetIndex(dataset).summaries())
    result = run(dataset, operation, operation.images(summaries), "Fix")
    assert result.problems == ()
    assert set(result.images) == set(operation.plan(summaries).images)


@pytest.mark.parametrize(
    ("shape", "mended"),
    [
        (Box(-4, 3, 12, 33), Box(0, 3, 12, 30)),
        (Box(20, 5, 10, 15), Box(9, 5, 21, 15)),
        (Box(50, 3, 60, 9), None),
        (Box(5, 5, 6, 6), None),
        (Polygon(((1, 1), (5, 5))), None),
        (Polygon(((-10, 5), (10, 5), (10, 15), (-10, 15))), Polygon(((0, 5), (10, 5), (10, 15), (0, 15)))),
        (Mask(38, 28, 4, 4, (0, 16)), Mask(38, 28, 2, 2, (0, 4))),
    ],
)
def test_shapes(dataset: Dataset, shape: Shape, mended: Shape | None) -> None:
    with_things(dataset, "a", VocObject(label="x", shape=shape))
    before = dataset.entry("a").annotation_path.read_bytes()
    (problem,) = problems(dataset)
    result = run(dataset, ApplyFixes([problem.fix]), ["a"], "Fix")  # type: ignore[list-item]
    shapes = [thing.shape for thing in dataset.read(dataset.entry("a")).objects]
    if isinstance(mended, Polygon) and isinstance(shapes[0], Polygon):
        assert set(shapes[0].points) == set(mended.points)
    else:
        assert shapes == ([] if mended is None else [mended])
    assert problems(dataset) == []
    assert result.journal is not None
    take_back(dataset, result.journal)
    assert dataset.entry("a").annotation_path.read_bytes() == before


def test_a_locked_object_is_reported_and_left(dataset: Dataset) -> None:
    with_things(dataset, "a", VocObject(label="x", shape=Box(-4, 3, 12, 20), attributes=((LOCKED, "true"),)))
    (problem,) = problems(dataset)
    assert problem.fix is None


def test_an_object_edited_since_is_left(dataset: Dataset) -> None:
    with_things(dataset, "a", VocObject(label="x", shape=Box(-4, 3, 12, 20)))
    (problem,) = problems(dataset)
    with_things(dataset, "a", VocObject(label="x", shape=Box(-5, 3, 12, 20)))
    assert run(dataset, ApplyFixes([problem.fix]), ["a"], "Fix").journal is None  # type: ignore[list-item]


def test_the_doubled_annotation_goes_and_the_more_exact_one_stays(dataset: Dataset) -> None:
    outline = Polygon(((2, 2), (20, 2), (20, 20), (2, 20)))
    with_things(
        dataset,
        "a",
        VocObject(label="x", shape=outline),
        VocObject(label="x", shape=Box(2, 2, 20, 20)),
        VocObject(label="y", shape=Box(2, 2, 20, 21)),
    )
    kinds = [problem.kind for problem in problems(dataset)]
    assert kinds == ["annotated-twice", "two-labels-on-one-thing"]
    fix_all(dataset)
    assert [thing.shape for thing in dataset.read(dataset.entry("a")).objects] == [outline, Box(2, 2, 20, 21)]


def test_crossing_lines_are_two_things(dataset: Dataset) -> None:
    down, up = Polyline(((2, 2), (30, 25)), 2), Polyline(((2, 25), (30, 2)), 2)
    with_things(dataset, "a", VocObject(label="x", shape=down), VocObject(label="x", shape=up))
    assert problems(dataset) == []


def test_labels_get_the_commoner_spelling(dataset: Dataset) -> None:
    boxes = [Box(x, 2, x + 5, 9) for x in (1, 10, 20)]
    with_things(dataset, "a", *(VocObject(label="Riss fein", shape=box) for box in boxes[:2]))
    with_things(dataset, "b", VocObject(label="riß_fein", shape=boxes[2]))
    fix_all(dataset)
    assert [thing.label for thing in dataset.read(dataset.entry("b")).objects] == ["Riss fein"]


def test_lines_of_lists_go_and_all_else_stays(dataset: Dataset) -> None:
    with_things(dataset, "a")
    with_things(dataset, "b")
    write_set(dataset, "val", ["b"])
    path = dataset.image_sets_folder / "train.txt"
    path.write_bytes(b"a  \r\ngone\r\n\r\nb\r\n")
    assert {problem.kind for problem in problems(dataset)} == {"listed-image-missing", "image-in-train-and-val"}
    fix_all(dataset)
    assert path.read_bytes() == b"a  \r\n\r\n"
    assert (read_set(dataset, "train"), read_set(dataset, "val")) == (("a",), ("b",))


def test_a_file_gets_its_own_images_name(dataset: Dataset) -> None:
    with_things(dataset, "a", VocObject(label="x", shape=Box(1, 1, 9, 9)))
    path = dataset.entry("a").annotation_path
    path.write_text(path.read_text().replace("a.png", "other.jpg"))
    fix_all(dataset)
    assert dataset.read(dataset.entry("a")).filename == "a.png"
