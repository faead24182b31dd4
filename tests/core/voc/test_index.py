"""The index reads each file once, notices changes, and does without a writable folder."""

import os
import shutil
import threading
from pathlib import Path

import pytest

from core.voc import annotation_file
from core.voc.dataset import Dataset
from core.voc.index import DatasetIndex, ImageSummary, labels_of, statistics
from tests.core.voc.conftest import MakeDataset


def test_summaries_of_every_state(make_dataset: MakeDataset) -> None:
    dataset = make_dataset(a=["x", "x", "y"], b=None, c=[], d=["x"])
    dataset.entry("d").annotation_path.write_text("<annotation>")
    a, b, c, d = DatasetIndex(dataset).summaries()
    assert a == ImageSummary("a", True, {"x": 2, "y": 1})
    assert b == ImageSummary("b")
    assert c == ImageSummary("c", True)
    assert d.has_file
    assert not d.is_labelled
    assert "d.xml:1: is not whole XML" in str(d.problem)


def test_statistics_and_labels(make_dataset: MakeDataset) -> None:
    dataset = make_dataset(a=["x", "x", "y"], b=None, c=[], d=["x"])
    dataset.entry("d").annotation_path.write_text("")
    summaries = list(DatasetIndex(dataset).summaries())
    found = statistics(summaries)
    assert (found.images, found.labelled, found.unreadable) == (4, 2, 1)
    assert found.objects == {"x": 2, "y": 1}
    assert found.images_per_label == {"x": 1, "y": 1}
    assert labels_of(summaries) == {"a": ("x", "y"), "c": ()}


def test_bccd_is_counted(bccd: Path, tmp_path: Path) -> None:
    shutil.copytree(bccd / "Annotations", tmp_path / "bccd" / "Annotations")
    (tmp_path / "bccd" / "JPEGImages").symlink_to(bccd / "JPEGImages")
    found = statistics(DatasetIndex(Dataset.open(tmp_path / "bccd")).summaries())
    assert (found.images, found.labelled) == (364, 292)
    assert found.objects == {"RBC": 3350, "WBC": 301, "Platelets": 292}


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the annotation files read since."""
    found: list[str] = []
    read = annotation_file.read
    monkeypatch.setattr(annotation_file, "read", lambda path, *more: found.append(path.stem) or read(path, *more))
    return found


def test_a_file_is_read_again_only_when_it_changed(make_dataset: MakeDataset, reads: list[str]) -> None:
    dataset = make_dataset(a=["x"], b=["x"])
    first = list(DatasetIndex(dataset).summaries())
    assert reads == ["a", "b"]
    assert list(DatasetIndex(dataset).summaries()) == first
    assert reads == ["a", "b"]
    path = dataset.entry("b").annotation_path
    path.write_bytes(path.read_bytes().replace(b">x<", b">y<"))
    os.utime(path, ns=(1, 1))
    index = DatasetIndex(dataset)
    assert index.summary(dataset.entry("b")).objects == {"y": 1}
    assert reads == ["a", "b", "b"]
    path.unlink()
    assert [summary.has_file for summary in index.summaries()] == [True, False]


def test_stopping_early_keeps_what_was_read(make_dataset: MakeDataset, reads: list[str]) -> None:
    dataset = make_dataset(a=["x"], b=["x"])
    summaries = DatasetIndex(dataset).summaries()
    next(summaries)
    summaries.close()
    list(DatasetIndex(dataset).summaries())
    assert reads == ["a", "b"]


def test_a_damaged_cache_is_rebuilt(make_dataset: MakeDataset, reads: list[str]) -> None:
    dataset = make_dataset(a=["x"])
    dataset.program_folder.mkdir()
    (dataset.program_folder / "index.sqlite").write_bytes(b"this is no database, and longer than a header of one" * 9)
    assert next(DatasetIndex(dataset).summaries()).objects == {"x": 1}
    assert next(DatasetIndex(dataset).summaries()).objects == {"x": 1}
    assert reads == ["a"]


def test_it_works_from_memory_where_nothing_can_be_written(make_dataset: MakeDataset, reads: list[str]) -> None:
    dataset = make_dataset(a=["x"])
    dataset.program_folder.write_text("a file where the folder should be")
    index = DatasetIndex(dataset)
    assert next(index.summaries()).objects == {"x": 1}
    assert index.summary(dataset.entry("a")).objects == {"x": 1}
    assert reads == ["a"]


def test_it_may_be_used_from_another_thread(make_dataset: MakeDataset) -> None:
    dataset = make_dataset(**{f"img{i}": ["x"] for i in range(30)})
    index = DatasetIndex(dataset)
    found: list[list[ImageSummary]] = []
    thread = threading.Thread(target=lambda: found.append(list(index.summaries())))
    thread.start()
    mine = [index.summary(entry) for entry in dataset.entries]
    thread.join()
    assert found == [mine]


def test_an_edit_that_keeps_size_and_time_is_seen(make_dataset: MakeDataset) -> None:
    dataset = make_dataset(a=["x"])
    (entry,) = dataset.entries
    index = DatasetIndex(dataset)
    assert index.summary(entry).objects == {"x": 1}
    before = entry.annotation_path.stat()
    entry.annotation_path.write_text(entry.annotation_path.read_text().replace("<name>x", "<name>y"))
    os.utime(entry.annotation_path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert index.summary(entry).objects == {"y": 1}


def test_a_problem_names_the_file_where_it_is_now(make_dataset: MakeDataset) -> None:
    dataset = make_dataset(a=["x"])
    dataset.entry("a").annotation_path.write_text("<annotation>")
    list(DatasetIndex(dataset).summaries())
    moved = Dataset.open(dataset.root.rename(dataset.root.with_name("moved")))
    (summary,) = DatasetIndex(moved).summaries()
    assert str(moved.entry("a").annotation_path) in str(summary.problem)
