"""convert, merge and resize as a terminal runs them."""

import zipfile
from collections.abc import Callable
from pathlib import Path

from core.images import read_size
from core.voc.dataset import Dataset
from tests.core.cli.conftest import Ran

Run = Callable[..., Ran]


def test_convert_says_what_is_lost_and_writes_nothing_in_a_dry_run(run: Run, tiny: Path, tmp_path: Path) -> None:
    target = tmp_path / "coco"
    ran = run("convert", tiny, target, "--to", "coco", "--dry-run", "--json")
    assert ran.code == 0
    assert ran.json["losses"][0] == {
        "kind": "unlabelled",
        "what": "Images without annotation are left out: readers take them for empty ones",
        "count": 1,
    }
    assert (ran.json["images"], ran.json["objects"], ran.json["written"]) == (2, 2, False)
    assert "Images without annotation are left out" in ran.err
    assert not target.exists()
    ran = run("convert", tiny, target, "--to", "coco")
    assert (ran.code, ran.out.splitlines()[0]) == (0, "2 images were copied.")
    ran = run("convert", target, tmp_path / "back", "--json")
    assert (ran.json["images"], ran.json["labels"]) == (2, ["dent"])
    assert len(Dataset.open(tmp_path / "back").entries) == 2


def test_convert_of_one_split_links_and_unlabelled(run: Run, tiny: Path, tmp_path: Path) -> None:
    (tiny / "ImageSets" / "Main").mkdir(parents=True)
    (tiny / "ImageSets" / "Main" / "train.txt").write_text("a\nc\n")
    ran = run("convert", tiny, tmp_path / "out", "--to", "yolo", "--split", "train", "--link", "--unlabelled", "--json")
    assert (ran.code, ran.json["images"]) == (0, 2)
    linked = tmp_path / "out" / "images" / "train" / "a.png"
    assert linked.samefile(tiny / "JPEGImages" / "a.png")
    assert "share their bytes" in ran.json["notes"][0]
    ran = run("convert", tiny, tmp_path / "out2", "--split", "nope")
    assert (ran.code, "has no split 'nope'; there are: train" in ran.err) == (2, True)


def test_convert_reports_what_was_left_out_and_goes_on(run: Run, tiny: Path, tmp_path: Path) -> None:
    (tiny / "Annotations" / "a.xml").write_text("<annotation>")
    ran = run("convert", tiny, tmp_path / "out", "--to", "labelme")
    assert ran.code == 2
    assert "a.xml:1: is not whole XML" in ran.err
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        "a.png", "b.json", "b.png", "c.png", "labels.txt",
    ]  # fmt: skip


def test_an_archive_one_folder_too_deep(run: Run, tiny: Path, tmp_path: Path) -> None:
    archive = tmp_path / "tiny.zip"
    with zipfile.ZipFile(archive, "w") as made:
        for file in tiny.rglob("*"):
            made.write(file, Path("deep") / file.relative_to(tiny))
    ran = run("convert", archive, tmp_path / "out", "--to", "voc-png", "--convention", "unshifted")
    assert ran.code == 0
    assert "the dataset lies in deep/ instead of at the root" in ran.err
    assert "<xmin>10</xmin>" in (tmp_path / "out" / "Annotations" / "a.xml").read_text()


def test_merge_and_resize(run: Run, tiny: Path, tmp_path: Path) -> None:
    ran = run("merge", tiny, tiny, "--into", tmp_path / "both", "--json")
    assert (ran.code, ran.json["images"]) == (0, 3)
    assert run("merge", tiny, "--into", tmp_path / "one").code == 2
    ran = run("resize", tiny, tmp_path / "small", "--longest", "48")
    assert (ran.code, "3 images were resized" in ran.out) == (0, True)
    dataset = Dataset.open(tmp_path / "small")
    assert read_size(dataset.entries[0].path) == (48, 32)
    ran = run("resize", tiny, tmp_path / "small", "--longest", "48")
    assert (ran.code, "choose a new folder" in ran.err) == (2, True)
