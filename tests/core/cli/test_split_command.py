"""split: what it prints, and what it leaves on disk."""

from collections.abc import Callable
from pathlib import Path

from core.voc.dataset import Dataset
from core.voc.image_sets import read_set, set_names
from tests.core.cli.conftest import Ran
from tests.core.voc.conftest import MakeDataset, make_dataset
from tests.core.voc.splits.conftest import draw_twins

__all__ = ["make_dataset"]

Run = Callable[..., Ran]


def test_the_split_is_told_and_written_once(run: Run, make_dataset: MakeDataset) -> None:
    dataset = make_dataset(**{f"img{number}": ["dent"] for number in range(20)})
    ran = run("split", dataset.root, "--test-share", "0.1", "--dry-run", "--json")
    assert ran.code == 0
    assert ran.json["counts"] == {"train": 16, "val": 2, "test": 2}
    assert ran.json["labels"] == {"dent": {"train": 16, "val": 2, "test": 2}}
    assert len(ran.json["added"]) == 20
    assert set_names(dataset) == ()
    again = run("split", dataset.root, "--test-share", "0.1", "--json").json
    assert again == ran.json
    assert list(read_set(dataset, "test")) == again["test"]
    assert run("split", dataset.root, "--json", "--seed", "7").json["added"] == []


def test_the_split_as_text_names_what_is_on_several_sides(run: Run, tmp_path: Path) -> None:
    dataset = draw_twins(tmp_path, scenes=4, each=2)
    for entry in dataset.entries:
        dataset.write(entry, dataset.read(entry))
    lists = tmp_path / "ImageSets" / "Main"
    lists.mkdir(parents=True)
    (lists / "train.txt").write_text("scene0_0\n")
    (lists / "val.txt").write_text("scene0_1\n")
    ran = run("split", tmp_path)
    assert ran.code == 0
    assert "6 images are new" in ran.out
    assert "6 images in 3 groups that look alike are each on one side" in ran.out
    assert "on several sides, though they look alike: scene0_0, scene0_1" in ran.out
    assert Dataset.open(tmp_path).image_sets_folder == lists
    assert set(read_set(dataset, "train")) | set(read_set(dataset, "val")) == {one.name for one in dataset.entries}


def test_wrong_shares_too_few_images_and_broken_files_end_with_two(run: Run, make_dataset: MakeDataset) -> None:
    dataset = make_dataset(a=["x"], b=None)
    ran = run("split", dataset.root)
    assert (ran.code, "at least two" in ran.err) == (2, True)
    assert run("split", dataset.root, "--test-share", "0.3").code == 2
    (dataset.annotations_folder / "b.xml").write_text("<annotation>")
    ran = run("split", dataset.root)
    assert ran.code == 2
    assert "b.xml" in ran.err
