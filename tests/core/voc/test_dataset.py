"""Any folder of images is a dataset; opening makes nothing on disk."""

import shutil
import sys
from pathlib import Path

import pytest
from PIL import Image

from core.errors import AnnotationFileError, DatasetError, ImageFileError, WriteError
from core.geometry import Box
from core.voc.annotation import VocObject
from core.voc.annotation_file import Convention
from core.voc.dataset import Dataset
from tests.core.voc.conftest import MakeDataset


def images(folder: Path, *names: str) -> Path:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        Image.new("RGB", (20, 10)).save(path, "PNG")
    return folder


def names(dataset: Dataset) -> list[str]:
    return [entry.name for entry in dataset.entries]


def test_bccd_opens_at_once_and_whole(bccd: Path) -> None:
    before = sorted(path.name for path in bccd.iterdir())
    dataset = Dataset.open(bccd)
    assert len(dataset.entries) == 364
    assert sum(entry.annotation_path.exists() for entry in dataset.entries) == 292
    assert dataset.read(dataset.entry("BloodImage_00007")).objects == ()
    assert len(dataset.read(dataset.entry("BloodImage_00000")).objects) == 20
    assert sorted(path.name for path in bccd.iterdir()) == before


def test_the_image_folder_of_a_dataset_opens_the_dataset(tmp_path: Path) -> None:
    images(tmp_path / "JPEGImages", "a.png")
    dataset = Dataset.open(tmp_path / "JPEGImages")
    assert dataset.root == tmp_path
    assert dataset.annotations_folder == tmp_path / "Annotations"
    assert dataset.images_folder == tmp_path / "JPEGImages"
    assert dataset.runs_folder == tmp_path / ".annotrain" / "runs"
    assert dataset.models_folder == tmp_path / ".annotrain" / "models"


def test_a_folder_of_bare_images_with_folders_in_it(tmp_path: Path) -> None:
    images(tmp_path, "img10.PNG", "img2.png", "sub/deep/img1.png", "._img2.png", ".hidden/a.png", "Annotations/b.png")
    (tmp_path / "notes.txt").write_text("no image")
    dataset = Dataset.open(tmp_path)
    assert names(dataset) == ["img2", "img10", "sub/deep/img1"]
    assert dataset.entry("sub/deep/img1").annotation_path == tmp_path / "Annotations" / "sub" / "deep" / "img1.xml"
    assert not dataset.program_folder.exists()


def test_images_that_differ_in_their_suffix_alone_share_no_annotation(tmp_path: Path) -> None:
    images(tmp_path, "a.png", "a.bmp", "b.png", "b.png.jpg", "c.d.png")
    dataset = Dataset.open(tmp_path)
    assert names(dataset) == ["a.bmp", "a.png", "b", "b.png.jpg", "c.d"]
    paths = [entry.annotation_path.name for entry in dataset.entries]
    assert paths == ["a.bmp.xml", "a.png.xml", "b.xml", "b.png.jpg.xml", "c.d.xml"]


def test_xml_beside_the_images_is_found(tmp_path: Path) -> None:
    images(tmp_path, "train/a.png", "train/b.png")
    (tmp_path / "train" / "a.xml").write_text("<annotation><filename>a.png</filename></annotation>")
    dataset = Dataset.open(tmp_path)
    assert dataset.entry("train/b").annotation_path == tmp_path / "train" / "b.xml"
    assert dataset.read(dataset.entry("train/a")).width == 20


def test_folders_that_are_no_dataset(tmp_path: Path) -> None:
    with pytest.raises(DatasetError, match="is not a folder"):
        Dataset.open(tmp_path / "missing")
    (tmp_path / "file").write_text("")
    with pytest.raises(DatasetError, match="is not a folder"):
        Dataset.open(tmp_path / "file")
    (tmp_path / "empty").mkdir()
    with pytest.raises(DatasetError, match="holds no images"):
        Dataset.open(tmp_path / "empty")


def test_an_unknown_image_is_named(make_dataset: MakeDataset) -> None:
    dataset = make_dataset(a=[])
    assert "a" in dataset
    assert "b" not in dataset
    with pytest.raises(DatasetError, match="no image named 'b'"):
        dataset.entry("b")


def test_the_first_annotation_makes_the_folder(make_dataset: MakeDataset) -> None:
    dataset = make_dataset(a=None)
    entry = dataset.entry("a")
    empty = dataset.read(entry)
    assert (empty.filename, empty.width, empty.height, empty.objects) == ("a.png", 20, 10, ())
    assert not dataset.annotations_folder.exists()
    written = dataset.write(entry, empty.with_objects((VocObject(label="x", shape=Box(0, 0, 5, 5)),)))
    assert dataset.read(entry) == written
    assert not dataset.program_folder.exists()


def test_a_size_that_the_file_lacks_is_the_images(make_dataset: MakeDataset) -> None:
    dataset = make_dataset(a=["x"])
    path = dataset.entry("a").annotation_path
    path.write_bytes(path.read_bytes().replace(b"<width>20<", b"<width>0<").replace(b"<height>10<", b"<height>7<"))
    read = dataset.read(dataset.entry("a"))
    assert (read.width, read.height) == (20, 7)
    before = path.read_bytes()
    dataset.write(dataset.entry("a"), read)
    assert path.read_bytes() == before


def test_the_convention_is_the_projects(make_dataset: MakeDataset) -> None:
    dataset = make_dataset(a=["x"])
    assert dataset.convention is Convention.DEVKIT
    dataset.set_convention(Convention.UNSHIFTED)
    again = Dataset.open(dataset.root)
    assert again.convention is Convention.UNSHIFTED
    assert again.read(again.entry("a")).objects[0].shape == Box(2, 3, 9, 8)


@pytest.mark.parametrize("content", ["{", "[]", '{"convention": "other"}', '{"convention": 1}'])
def test_damaged_settings_name_their_file(make_dataset: MakeDataset, content: str) -> None:
    dataset = make_dataset(a=[])
    dataset.project_path.parent.mkdir()
    dataset.project_path.write_text(content)
    with pytest.raises(DatasetError, match=r"project\.json"):
        Dataset.open(dataset.root)


def test_what_cannot_be_read_is_said_by_its_own_error(make_dataset: MakeDataset) -> None:
    dataset = make_dataset(a=["x"], b=None)
    dataset.entry("a").annotation_path.write_text("<annotation>")
    dataset.entry("b").path.write_text("no image")
    with pytest.raises(AnnotationFileError):
        dataset.read(dataset.entry("a"))
    with pytest.raises(ImageFileError):
        dataset.read(dataset.entry("b"))


def test_a_folder_that_cannot_be_written(make_dataset: MakeDataset) -> None:
    dataset = make_dataset(a=None)
    dataset.annotations_folder.write_text("a file where the folder should be")
    with pytest.raises(WriteError):
        dataset.write(dataset.entry("a"), dataset.read(dataset.entry("a")))


def test_source_images_are_never_written(bccd: Path, tmp_path: Path) -> None:
    name = "BloodImage_00000"
    shutil.copytree(
        bccd, tmp_path / "bccd", ignore=lambda _, found: [f for f in found if f[-3:] == "jpg" and name not in f]
    )
    dataset = Dataset.open(tmp_path / "bccd")
    entry = dataset.entry(name)
    before = entry.path.read_bytes()
    dataset.write(entry, dataset.read(entry).with_objects(()))
    assert entry.path.read_bytes() == before


def test_a_path_that_no_system_takes_is_a_clear_error(tmp_path: Path) -> None:
    with pytest.raises(DatasetError, match="cannot be read"):
        Dataset.open(tmp_path / ("x" * 300))


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names themselves")
def test_an_image_whose_name_is_no_text_is_a_clear_error(tmp_path: Path) -> None:
    images(tmp_path, "a.png", "caf\udce9.png")
    with pytest.raises(DatasetError, match="is not UTF-8: rename the file"):
        Dataset.open(tmp_path)
