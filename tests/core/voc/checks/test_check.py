"""Every kind of problem is found, with its place and a remedy."""

from collections import Counter
from pathlib import Path

import pytest
from PIL import Image

from core.geometry import Box, Point, Polygon, Polyline, Shape
from core.voc.annotation import VocObject
from core.voc.annotation_file import Convention
from core.voc.checks import LabelFix, Limits, Problem
from core.voc.checks import check as check_with
from core.voc.dataset import Dataset
from core.voc.image_sets import write_set
from tests.core.voc.conftest import MakeDataset


def check(dataset: Dataset, limits: Limits | None = None) -> list[Problem]:
    """Return the problems, with no label too rare: the datasets here are tiny."""
    return list(check_with(dataset, limits=limits or Limits(images_per_label=0)))


def only(dataset: Dataset) -> Problem:
    (problem,) = check(dataset)
    assert problem.message[0].isupper()
    assert problem.message.endswith(".")
    assert problem.remedy.endswith(".")
    return problem


def with_shape(dataset: Dataset, shape: Shape) -> Dataset:
    entry = dataset.entry("a")
    dataset.write(entry, dataset.read(entry).with_objects((VocObject(label="x", shape=shape),)))
    return dataset


def replaced(dataset: Dataset, old: str, new: str) -> Path:
    path = dataset.entry("a").annotation_path
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))
    return path


def test_a_sound_dataset_has_none_and_progress_is_told(make_dataset: MakeDataset) -> None:
    dataset = make_dataset(a=["x"], b=None, c=[])
    write_set(dataset, "train", ["a"])
    write_set(dataset, "val", ["c"])
    steps: list[tuple[int, int]] = []
    assert list(check_with(dataset, lambda *step: steps.append(step), Limits(images_per_label=0))) == []
    assert steps == [(1, 3), (2, 3), (3, 3)]


@pytest.mark.parametrize(
    ("shape", "kind"),
    [
        (Box(-1, 2, 9, 8), "box-out-of-image"),
        (Box(1, 2, 21, 8), "box-out-of-image"),
        (Box(1, 2, 9, 11), "box-out-of-image"),
        (Box(9, 2, 1, 8), "box-swapped"),
        (Box(1, 8, 9, 2), "box-swapped"),
        (Box(1, 2, 1, 8), "box-too-small"),
        (Box(3, 2, 4, 3), "box-too-small"),
        (Polygon(((1, 1), (5, 5))), "too-few-points"),
        (Polyline(((1, 1),)), "too-few-points"),
        (Polygon(((1, 1), (5, 5), (30, 3))), "box-out-of-image"),
        (Point(20.5, 3), "box-out-of-image"),
    ],
)
def test_shapes_that_cannot_be_right(make_dataset: MakeDataset, shape: Shape, kind: str) -> None:
    dataset = with_shape(make_dataset(a=[]), shape)
    problem = only(dataset)
    assert (problem.kind, problem.path, problem.line) == (kind, dataset.entry("a").annotation_path, 13)


def test_files_that_cannot_be_read(make_dataset: MakeDataset) -> None:
    dataset = make_dataset(a=["x"], b=None)
    path = replaced(dataset, "<xmin>2<", "<xmin>two<")
    dataset.entry("b").path.write_bytes(dataset.entry("b").path.read_bytes()[:40])
    annotation, image = check(dataset)
    assert (annotation.kind, annotation.path, annotation.line) == ("unreadable-annotation", path, 19)
    assert (image.kind, image.path, image.line) == ("unreadable-image", dataset.entry("b").path, None)


def test_a_file_that_does_not_fit_its_image(make_dataset: MakeDataset) -> None:
    dataset = make_dataset(a=["x"])
    replaced(dataset, "<width>20<", "<width>200<")
    problem = only(dataset)
    assert problem.kind == "size-differs"
    assert "200 x 10" in problem.message
    assert "20 x 10" in problem.message


def test_an_image_turned_by_exif_is_of_the_size_shown(make_dataset: MakeDataset) -> None:
    dataset = make_dataset(a=["x"])
    exif = Image.Exif()
    exif[0x0112] = 6
    Image.new("RGB", (10, 20)).save(dataset.entry("a").path, exif=exif)
    assert list(check(dataset)) == []


def test_a_file_that_names_another_image(make_dataset: MakeDataset) -> None:
    dataset = make_dataset(a=["x"])
    path = replaced(dataset, "a.png", "b.png")
    assert (only(dataset).kind, only(dataset).path) == ("filename-differs", path)
    path.write_text(path.read_text().replace("b.png", "A"))
    assert list(check(dataset)) == []


def test_an_annotation_without_its_image(make_dataset: MakeDataset) -> None:
    dataset = make_dataset(a=["x"], b=["x"])
    dataset.entry("b").path.unlink()
    (dataset.annotations_folder / ".b.xml.123.tmp.xml").write_text("hidden")
    assert only(Dataset.open(dataset.root)).kind == "annotation-without-image"


def test_labels_that_differ_in_capitals(make_dataset: MakeDataset) -> None:
    dataset = make_dataset(a=["Dent"], b=["dent"], c=["Dent"])
    assert (only(dataset).kind, only(dataset).fix) == ("labels-alike", LabelFix("dent", "Dent"))
    assert only(dataset).path == dataset.entry("b").annotation_path
    assert "in capitals alone" in only(dataset).message


def test_lists_that_name_no_image_or_cannot_be_read(make_dataset: MakeDataset) -> None:
    dataset = make_dataset(a=["x"])
    write_set(dataset, "train", ["a", "gone"])
    problem = only(dataset)
    assert (problem.kind, problem.line, problem.path.name) == ("listed-image-missing", 2, "train.txt")
    write_set(dataset, "train", ["a"])
    (dataset.image_sets_folder / "val.txt").write_bytes(b"\xff")
    assert only(dataset).kind == "unreadable-list"


def test_an_image_in_train_and_val(make_dataset: MakeDataset) -> None:
    dataset = make_dataset(a=["x"], b=["x"])
    write_set(dataset, "train", ["a", "b"])
    write_set(dataset, "val", ["b"])
    assert (only(dataset).kind, only(dataset).line) == ("image-in-train-and-val", 2)


def test_two_images_of_one_name(make_dataset: MakeDataset) -> None:
    dataset = make_dataset(a=None)
    Image.new("RGB", (5, 5)).save(dataset.images_folder / "a.bmp")
    assert [problem.kind for problem in check(Dataset.open(dataset.root))] == ["duplicate-stem"] * 2


def test_two_images_that_some_systems_cannot_tell_apart(make_dataset: MakeDataset) -> None:
    dataset = make_dataset(a=None)
    Image.new("RGB", (5, 5)).save(dataset.images_folder / "A.bmp")
    assert [problem.kind for problem in check(Dataset.open(dataset.root))] == ["names-differ-by-case"] * 2


def test_the_oddities_of_real_data(bccd: Path) -> None:
    problems = list(check(Dataset.open(bccd)))
    assert Counter(problem.kind for problem in problems) == {
        "annotated-twice": 6,
        "box-too-small": 2,
        "near-duplicate-in-train-and-val": 1,
    }
    assert {p.path.stem for p in problems if p.kind == "box-too-small"} == {"BloodImage_00338", "BloodImage_00343"}
    (leak,) = (p for p in problems if p.kind == "near-duplicate-in-train-and-val")
    assert (leak.image, leak.other) == ("BloodImage_00038", "BloodImage_00037")


def test_the_convention_decides_what_is_outside(make_dataset: MakeDataset) -> None:
    dataset = with_shape(make_dataset(a=[]), Box(-1, 0, 20, 10))
    assert only(dataset).kind == "box-out-of-image"
    dataset.set_convention(Convention.UNSHIFTED)
    assert list(check(dataset)) == []
