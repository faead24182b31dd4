from pathlib import Path

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from core.errors import DatasetError, ImageFileError
from core.geometry import Box, Point, Polygon
from core.tasks import task_named
from core.tasks.target import Target
from core.training.augmentation import NO_AUGMENTATION
from core.training.batches import Sample, to_tensor
from core.training.samples import Pictures, TrainSamples, ValSamples
from core.training.sources import Labelled, read_labelled
from core.training.spec import Spec
from core.training.subject import Subject, dataset_hash, fitting_size, settle
from core.voc.annotation import VocObject
from core.voc.dataset import Dataset
from tests.core.training.conftest import HEIGHT, WIDTH, tiny_spec

DETECTION = task_named("detection")


@pytest.fixture
def labelled(dataset: Dataset) -> list[Labelled]:
    return read_labelled(dataset, [entry.name for entry in dataset.entries], DETECTION)


@pytest.fixture
def subject(dataset: Dataset, labelled: list[Labelled]) -> Subject:
    return settle(dataset, tiny_spec(), labelled[:6], labelled[6:])


def samples(labelled: list[Labelled], subject: Subject, spec: Spec, megabytes: int = 10) -> TrainSamples:
    return TrainSamples(labelled, subject, spec, Pictures(megabytes))


@pytest.mark.parametrize(
    ("sizes", "size"),
    [
        ([(640, 480)], (312, 416)),
        ([(480, 640)], (416, 312)),
        ([(100, 100)], (416, 416)),
        ([(200, 100), (100, 100), (100, 100)], (416, 416)),
        ([(10_000, 10)], (32, 416)),
    ],
)
def test_the_input_has_the_shape_of_the_images(sizes: list[tuple[int, int]], size: tuple[int, int]) -> None:
    assert fitting_size(sizes, 416) == size


def test_an_epoch_sees_every_image_as_often_as_asked_in_batches_of_like_size(
    labelled: list[Labelled], subject: Subject
) -> None:
    train = samples(labelled[:7], subject, tiny_spec(repeats=2, batch_size=4))
    batches = list(train.batches(0))
    assert train.steps_per_epoch == len(batches) == 4
    assert [len(batch.names) for batch in batches] == [4, 4, 3, 3]
    seen = [name for batch in batches for name in batch.names]
    assert sorted(seen[:7]) == sorted(seen[7:]) == [one.entry.name for one in labelled[:7]]
    assert seen != [name for batch in train.batches(1) for name in batch.names]


def test_batches_are_the_same_again_whatever_was_skipped_kept_or_read_by_how_many(
    labelled: list[Labelled], subject: Subject
) -> None:
    whole = list(samples(labelled, subject, tiny_spec()).batches(3))
    skipped = list(samples(labelled, subject, tiny_spec(workers=4), megabytes=0).batches(3, seen=whole[1].end))
    for ours, theirs in zip(whole[2:], skipped, strict=True):
        assert ours.names == theirs.names
        assert torch.equal(ours.images, theirs.images)
        for a, b in zip(ours.targets, theirs.targets, strict=True):
            assert torch.equal(a["boxes"], b["boxes"])
    assert not torch.equal(whole[0].images, next(samples(labelled, subject, tiny_spec(seed=1)).batches(3)).images)


def test_boxes_lie_on_their_blocks(labelled: list[Labelled], subject: Subject) -> None:
    spec = tiny_spec(augmentation=NO_AUGMENTATION)
    for batches in (
        samples(labelled, subject, spec).batches(0),
        ValSamples(labelled, subject, spec, Pictures(10)).batches(),
    ):
        for batch in batches:
            assert batch.images.shape[1:] == (3, HEIGHT, WIDTH)
            assert batch.images.dtype == torch.float32
            for image, target in zip(batch.images, batch.targets, strict=True):
                for box, label in zip(target["boxes"].round().int().tolist(), target["labels"].tolist(), strict=True):
                    inside = image[:, box[1] + 1 : box[3] - 1, box[0] + 1 : box[2] - 1].mean()
                    assert inside > 0.6 if subject.labels[label] == "bright" else inside < 0.4


def test_statistics_pictures_differ_from_the_epochs_own(labelled: list[Labelled], subject: Subject) -> None:
    train = samples(labelled, subject, tiny_spec(batch_size=3))
    pictures = list(train.for_statistics(0, 4))
    assert [len(batch) for batch in pictures] == [3] * 4
    assert not torch.equal(pictures[0], next(train.batches(0)).images)


def test_any_shape_is_taught_by_its_bounds_and_points_not_at_all(dataset: Dataset) -> None:
    entry = dataset.entries[0]
    shapes = (Polygon(((10, 10), (30, 12), (20, 40))), Point(5, 5), Box(1, 2, 11, 22))
    objects = tuple(VocObject(label="part", shape=shape, difficult=shape is shapes[2]) for shape in shapes)
    dataset.write(entry, dataset.read(entry).with_objects(objects))
    (one,) = read_labelled(dataset, [entry.name], DETECTION)
    truth = DETECTION.truth(one.annotation, ("part",), one.size)
    assert truth.boxes.tolist() == [[10, 10, 30, 40], [1, 2, 11, 22]]
    assert truth.ignored.tolist() == [False, True]
    assert DETECTION.truth(one.annotation, ("other",), one.size).boxes.shape == (0, 4)


def test_images_without_an_annotation_are_left_out_and_those_without_objects_are_background(dataset: Dataset) -> None:
    first, second, third = dataset.entries[:3]
    first.annotation_path.unlink()
    dataset.write(second, dataset.read(second).with_objects(()))
    labelled = read_labelled(dataset, [first.name, second.name, third.name], DETECTION)
    assert [one.entry.name for one in labelled] == [second.name, third.name]
    subject = settle(dataset, tiny_spec(), labelled, [])
    counts = [len(t["labels"]) for batch in samples(labelled, subject, tiny_spec()).batches(0) for t in batch.targets]
    assert 0 in counts
    with pytest.raises(DatasetError, match="draw objects"):
        settle(dataset, tiny_spec(), labelled[:1], [])


def test_a_file_that_is_no_image_is_named(labelled: list[Labelled], subject: Subject) -> None:
    labelled[0].entry.path.write_bytes(b"no image")
    with pytest.raises(ImageFileError, match="img0"):
        list(samples(labelled, subject, tiny_spec()).batches(0))


def test_the_hash_tells_any_change_of_an_annotation_and_no_change_of_order(
    dataset: Dataset, labelled: list[Labelled]
) -> None:
    before = dataset_hash(labelled)
    assert dataset_hash(labelled[::-1]) == before
    entry = dataset.entries[0]
    annotation = dataset.read(entry)
    dataset.write(entry, annotation.with_objects(annotation.objects[:0]))
    assert dataset_hash(read_labelled(dataset, [one.entry.name for one in labelled], DETECTION)) != before
    assert len(before) == 64


def test_labels_keep_the_parents_order_where_they_are_the_same(dataset: Dataset, labelled: list[Labelled]) -> None:
    def labels(parent: tuple[str, ...]) -> tuple[str, ...]:
        return settle(dataset, tiny_spec(), labelled, [], parent).labels

    assert labels(("dark", "bright")) == ("dark", "bright")
    assert set(labels(("dark", "other"))) == {"dark", "bright"}


def test_pictures_beyond_the_memory_allowed_are_read_each_time(tmp_path: Path) -> None:
    del tmp_path
    reads = []

    def read() -> np.ndarray:
        reads.append(1)
        return np.zeros((500, 500, 3), np.uint8)

    pictures = Pictures(1)
    for _ in range(3):
        pictures.get(("train", 0), read)
        pictures.get(("train", 1), read)
    assert len(reads) == 1 + 3


def test_processes_of_one_machine_share_the_memory_allowed() -> None:
    reads = []

    def read() -> Sample:
        reads.append(1)
        return Sample("a", np.zeros((500, 500, 3), np.uint8), Target())

    pictures = Pictures(1, sharers=2)
    for _ in range(3):
        pictures.get(("train", 0), read)
    assert len(reads) == 3


def test_a_tensor_is_channels_first_from_0_to_1() -> None:
    image = np.zeros((2, 3, 3), np.uint8)
    image[1, 2] = (255, 51, 0)
    tensor = to_tensor(image)
    assert tensor.shape == (3, 2, 3)
    assert tensor.dtype == torch.float32
    torch.testing.assert_close(tensor[:, 1, 2], torch.tensor([1.0, 0.2, 0.0]))


@given(count=st.integers(1, 60), batch_size=st.integers(1, 20), data=st.data())
def test_what_is_left_of_an_epoch_is_divided_as_it_would_have_been(
    count: int, batch_size: int, data: st.DataObject
) -> None:
    """The sizes of all batches are those of what is left after any of them, which a resume relies on."""
    ends = _ends(0, count, batch_size)
    at = data.draw(st.sampled_from([0, *ends]))
    assert _ends(at, count, batch_size) == [end for end in ends if end > at]


def _ends(seen: int, count: int, batch_size: int) -> list[int]:
    """Return where the batches of an epoch of ``count`` pictures end, from the one after ``seen`` on."""
    samples = TrainSamples.__new__(TrainSamples)  # without images: only how an epoch is divided is asked
    samples.batch_size = batch_size
    return [int(row[-1]) + 1 for row in samples.rows(seen, count)]
