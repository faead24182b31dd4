"""Images of the split that look alike are told: kept together, or apart in lists that were made by hand."""

from pathlib import Path

import cv2
import numpy as np
import pytest

from core.geometry import Box
from core.voc.annotation import Annotation, VocObject
from core.voc.dataset import Dataset
from core.voc.image_sets import write_set
from desktop.demo.person import Person
from tests.e2e.conftest import open_folder


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Four labelled pictures, of which a2 is a with other compression."""
    root, draw = tmp_path / "parts", np.random.default_rng(3)
    (root / "JPEGImages").mkdir(parents=True)
    (root / "labels.txt").write_text("dent\n")
    rough = {name: draw.integers(0, 255, (9, 12, 3), np.uint8) for name in "abc"}
    for name, quality in (("a", 95), ("a2", 60), ("b", 95), ("c", 95)):
        picture = cv2.resize(rough[name[0]], (120, 90), interpolation=cv2.INTER_CUBIC)
        path = root / "JPEGImages" / f"{name}.jpg"
        cv2.imwrite(str(path), picture, [cv2.IMWRITE_JPEG_QUALITY, quality])
    dataset = Dataset.open(root)
    for entry in dataset.entries:
        thing = VocObject(label="dent", shape=Box(10, 10, 40, 40))
        dataset.write(entry, Annotation(filename=entry.path.name, width=120, height=90, objects=(thing,)))
    return root


def _split(root: Path, train: tuple[str, ...], val: tuple[str, ...]) -> None:
    dataset = Dataset.open(root)
    write_set(dataset, "train", train)
    write_set(dataset, "val", val)


def test_look_alikes_on_both_sides_of_lists_by_hand_are_named_and_shown(person: Person, root: Path) -> None:
    _split(root, ("a", "b"), ("a2", "c"))
    open_folder(person, root)
    person.click("train_page_button")
    words = person.window.train_page.new_run.alike
    person.wait_until(words.isVisible, "the pictures are compared")
    assert "lie on several sides: a, a2." in words.text()
    words.linkActivated.emit("show")
    gallery = person.window.app.browse.gallery
    person.wait_until(gallery.isVisible, "the gallery opens")
    assert gallery.search.text() == "name=a,a2"


def test_look_alikes_on_one_side_are_counted(person: Person, root: Path) -> None:
    _split(root, ("a", "a2", "b"), ("c",))
    open_folder(person, root)
    person.click("train_page_button")
    words = person.window.train_page.new_run.alike
    person.wait_until(words.isVisible, "the pictures are compared")
    assert "2 look-alike" in words.text()
    assert "several sides" not in words.text()


def test_nothing_is_compared_before_there_is_a_split(person: Person, root: Path) -> None:
    open_folder(person, root)
    person.click("train_page_button")
    assert person.window.app.split_report._job is None
    assert not person.window.train_page.new_run.alike.isVisible()
