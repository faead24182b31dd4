"""A card tells enough to train the model again, and says what is no longer as it was."""

import json
from pathlib import Path

import pytest

from core.errors import DatasetError, ModelFolderError, RunFolderError
from core.inference.model_card import CardSplit, read_card
from core.inference.model_folder import CARD, SPLIT
from core.tasks import task_named
from core.training.provenance import names_hash, packages, repeat, split_file, split_of
from core.training.run_folder import RunFolder
from core.training.sources import read_labelled
from core.training.spec import Spec
from core.training.subject import Subject, settle
from core.voc.dataset import Dataset
from core.voc.image_sets import read_set, write_set
from tests.core.review.versions import publish
from tests.core.training.conftest import tiny_spec

TRAIN, VAL = ("img0", "img1", "img2", "img3", "img4"), ("img5", "img6")


@pytest.fixture
def spec(dataset: Dataset) -> Spec:
    write_set(dataset, "train", TRAIN)
    write_set(dataset, "val", VAL)
    return tiny_spec(epochs=3, seed=7)


@pytest.fixture
def subject(dataset: Dataset, spec: Spec) -> Subject:
    train, val = (read_labelled(dataset, names, task_named("detection")) for names in (TRAIN, VAL))
    return settle(dataset, spec, train, val)


@pytest.fixture
def model(dataset: Dataset, spec: Spec, subject: Subject) -> Path:
    """A version whose card says of the run what a published one says."""
    folder = publish(
        dataset.models_folder, 1, spec=spec.model_dump(mode="json"), dataset_hash=subject.dataset_hash,
        split=split_of(spec, subject), packages=packages(),
    ).path  # fmt: skip
    (folder / SPLIT).write_bytes(split_file(subject))
    return folder


def test_the_same_images_and_spec_are_taken_again(dataset: Dataset, spec: Spec, model: Path) -> None:
    again = repeat(dataset, "bright@1")
    assert again.run.spec == spec
    assert again.differences == ()
    for source in (model, model / CARD):
        assert repeat(dataset, str(source)).run.spec == spec


def test_images_that_were_added_since_are_left_out(dataset: Dataset, model: Path) -> None:
    write_set(dataset, "train", (*TRAIN, "img7"))
    again = repeat(dataset, str(model)).run.spec
    assert (again.train_set, again.val_set) == ("bright@1-train", "val")
    assert read_set(dataset, again.train_set) == TRAIN
    assert read_set(dataset, "train") == (*TRAIN, "img7")


def test_a_list_that_is_gone_is_made_anew(dataset: Dataset, model: Path) -> None:
    (dataset.image_sets_folder / "val.txt").unlink()
    assert read_set(dataset, repeat(dataset, str(model)).run.spec.val_set) == VAL


def test_it_says_that_annotations_or_packages_are_others(dataset: Dataset, model: Path) -> None:
    entry = dataset.entry("img0")
    dataset.write(entry, dataset.read(entry).with_objects(()))
    card = json.loads((model / CARD).read_text())
    card["packages"]["torch"] = "0.1"
    (model / CARD).write_text(json.dumps(card))
    annotations, others = repeat(dataset, str(model)).differences
    assert "annotations have changed" in annotations
    assert "torch" in others
    assert "instead of 0.1" in others


def test_an_image_that_is_gone_is_named(dataset: Dataset, model: Path) -> None:
    dataset.entry("img2").path.unlink()
    with pytest.raises(DatasetError, match=r"'img2'.*is gone"):
        repeat(Dataset.open(dataset.root), str(model))


def test_a_card_that_says_too_little_is_refused(dataset: Dataset, model: Path) -> None:
    publish(dataset.models_folder, 2)
    with pytest.raises(ModelFolderError, match="does not say how"):
        repeat(dataset, "bright@2")
    (model / SPLIT).write_bytes(split_file(Subject(train=TRAIN[:2], val=VAL, labels=("dark",), input_size=(96, 96),
                                                  dataset_hash="")))  # fmt: skip
    with pytest.raises(ModelFolderError, match="other images than the card"):
        repeat(dataset, "bright@1")
    (model / SPLIT).unlink()
    with pytest.raises(ModelFolderError, match="does not name the images"):
        repeat(dataset, "bright@1")


def test_the_order_of_images_counts_and_packages_name_python() -> None:
    assert names_hash(["a", "b"]) != names_hash(["b", "a"])
    assert packages()["python"].startswith("3.")
    assert "torch" in packages()


def test_cards_of_older_programs_have_neither_split_nor_packages(dataset: Dataset) -> None:
    card = read_card(publish(dataset.models_folder, 3).path / CARD)
    assert (card.split, card.packages) == (None, {})
    whole = CardSplit(train_set="train", val_set="val", train_images=1, val_images=0, train_hash="", val_hash="")
    assert card.model_copy(update={"split": whole}).split == whole


def test_a_throw_away_run_is_not_published(dataset: Dataset) -> None:
    from core.training.export import publish_run  # torch

    run = RunFolder.create(dataset.runs_folder, tiny_spec(throw_away=True), dataset.root)
    with pytest.raises(RunFolderError, match="never published"):
        publish_run(run)
