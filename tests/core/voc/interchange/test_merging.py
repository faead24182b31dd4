"""Several datasets as one."""

import shutil
from dataclasses import replace
from pathlib import Path

from core.geometry import Box
from core.voc.annotation import Annotation
from core.voc.dataset import Dataset
from core.voc.image_sets import read_set
from core.voc.interchange.content import Content, Sample
from core.voc.interchange.conversion import Result, convert, survey
from core.voc.interchange.formats import VOC
from core.voc.interchange.merging import labels_alike, merged
from core.voc.label_list import Label, LabelList
from tests.core.voc.interchange.conftest import Maker, thing, write


def one(label: str, name: str = "a.png") -> Annotation:
    return Annotation(filename=name, width=20, height=10, objects=(thing(label, Box(1, 1, 5, 5)),))


def merge(target: Path, *parts: tuple[str, Content]) -> Result:
    content = merged(parts)
    return convert(content, survey(content, VOC).labels, VOC, target)


def test_the_same_picture_is_there_once_and_another_of_its_name_is_renamed(tmp_path: Path) -> None:
    left = Maker(tmp_path / "left").content(
        {"a.png": one("Dent"), "b.png": None}, ["Dent"], {"train": ["a.png"], "val": ["b.png"]}
    )
    right_maker = Maker(tmp_path / "right")
    right = right_maker.content(
        {"A.png": one("dent", "A.png"), "b.png": one("hole", "b.png"), "c.png": None},
        ["hole", "dent"],
        {"train": ["A.png", "b.png"], "test": ["c.png"]},
    )
    right_maker.picture("A.png", seed=99)
    shutil.copy(left.samples[1].path, right.samples[1].path)
    result = merge(tmp_path / "out", ("left", left), ("right", right))
    assert result.problems == ()
    assert result.images == 4
    assert result.notes == (
        "right: A.png is another picture than that of left: now A-right.png.",
        "right: 1 images of train are in another split already and stay there.",
        "4 images were copied.",
    )
    dataset = Dataset.open(tmp_path / "out")
    assert {entry.path.name for entry in dataset.entries} == {"a.png", "A-right.png", "b.png", "c.png"}
    assert LabelList.load(dataset).names == ("Dent", "hole", "dent")
    assert labels_alike(LabelList.load(dataset).names)[0].startswith("The labels Dent and dent differ in capitals")
    assert read_set(dataset, "train") == ("a", "A-right")
    assert read_set(dataset, "val") == ("b",)
    assert read_set(dataset, "test") == ("c",)
    assert dataset.read(dataset.entry("A-right")).filename == "A-right.png"
    assert [found.label for found in dataset.read(dataset.entry("b")).objects] == ["hole"]
    assert not dataset.entry("c").annotation_path.exists()


def test_different_words_on_one_picture_are_said(tmp_path: Path) -> None:
    left = Maker(tmp_path / "left").content({"a.png": one("dent")})
    right = Maker(tmp_path / "right").content({"a.png": one("hole")})
    result = merge(tmp_path / "out", ("left", left), ("right", right))
    assert "labelled otherwise in right than in left: that of left was taken" in str(result.problems[0])
    dataset = Dataset.open(tmp_path / "out")
    assert [found.label for found in dataset.read(dataset.entry("a")).objects] == ["dent"]


def test_three_pictures_of_one_name(tmp_path: Path) -> None:
    parts = []
    for number in range(3):
        maker = Maker(tmp_path / f"part{number}")
        content = maker.content({"sub/a.png": one("dent")})
        maker.picture("sub/a.png", seed=number)
        parts.append(("same", content))
    merge(tmp_path / "out", *parts)
    names = {entry.name for entry in Dataset.open(tmp_path / "out").entries}
    assert names == {"sub/a", "sub/a-same", "sub/a-same-2"}


def test_real_data_merged_with_itself_is_itself(bccd: Path, tmp_path: Path) -> None:
    whole = VOC.read(bccd)
    content = replace(whole, samples=whole.samples[:40])
    result = merge(tmp_path / "out", ("one", content), ("two", content))
    assert (result.images, result.problems) == (40, ())
    written = {path.name: path.read_bytes() for path in (tmp_path / "out" / "Annotations").iterdir()}
    assert len(written) > 20
    assert written == {name: (bccd / "Annotations" / name).read_bytes() for name in written}


def test_a_picture_in_the_same_split_of_both_is_no_news(tmp_path: Path) -> None:
    left = Maker(tmp_path / "left").content({"a.png": one("dent")}, sets={"train": ["a.png"]})
    right = Maker(tmp_path / "right").content({"a.png": one("dent")}, sets={"train": ["a.png"]})
    content = merged([("left", left), ("right", right)])
    assert (content.notes, content.sets) == ((), {"train": ("a.png",)})


def test_a_split_that_lies_in_another_one_counts_once(tmp_path: Path) -> None:
    picture = Maker(tmp_path).picture("a.png")
    names = tuple(f"{number:05d}.png" for number in range(20_000))
    samples = tuple(Sample(name, picture, lambda _tell: None) for name in names)
    parts = [Content(root=tmp_path / split, samples=samples, sets={split: names}) for split in ("train", "val")]
    content = merged([("left", parts[0]), ("right", parts[1])])
    assert (len(content.samples), content.sets) == (20_000, {"train": names, "val": ()})


def test_labels_keep_the_colours_and_keys_that_they_have_first(tmp_path: Path) -> None:
    styles = {"first": ("dent", "#112233", 4), "second": ("scratch", "#445566", 4)}
    parts = []
    for title, (label, color, key) in styles.items():
        annotation = Annotation(filename="a.png", width=20, height=10, objects=(thing(label, Box(1, 1, 5, 5)),))
        maker = Maker(tmp_path / f"{title}-pictures")
        write(maker.content({"a.png": annotation}, labels=(label,)), VOC, tmp_path / title)
        dataset = Dataset.open(tmp_path / title)
        LabelList((Label(label, color, key),)).save(dataset)
        parts.append((title, VOC.read(tmp_path / title)))
    write(parts[0][1], VOC, tmp_path / "copy")
    assert LabelList.load(Dataset.open(tmp_path / "copy")).labels == (Label("dent", "#112233", 4),)
    write(merged(parts), VOC, tmp_path / "both")
    assert LabelList.load(Dataset.open(tmp_path / "both")).labels == (
        Label("dent", "#112233", 4),
        Label("scratch", "#445566", 1),
    )
