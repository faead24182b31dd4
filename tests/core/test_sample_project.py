"""The sample project: a VOC folder whose truth is known, the same for the same seed."""

import json
from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
import pytest

from core.errors import InvalidValueError
from core.sample_project import LABELS, TRUTH_FILE, SampleProject, SampleSettings, generate, read_truth
from core.voc import annotation_file

SETTINGS = SampleSettings(
    width=320, height=256, pictures=8, labelled=3, clean=2, parts=(1, 2), defects=(2, 4), jpeg_quality=90
)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> SampleProject:
    return generate(tmp_path_factory.mktemp("sample"), settings=SETTINGS, seed=7)


def test_the_settings_of_the_program_ask_for_60_pictures_of_which_24_come_labelled() -> None:
    settings = SampleSettings.load()
    assert (settings.pictures, settings.labelled) == (60, 24)


def test_pictures_annotations_and_labels_are_where_voc_has_them(project: SampleProject) -> None:
    images = sorted(path.stem for path in (project.folder / "JPEGImages").iterdir())
    assert images == sorted(project.truth)
    assert len(images) == 8
    annotated = sorted(path.stem for path in (project.folder / "Annotations").iterdir())
    assert annotated == sorted(project.labelled)
    assert len(annotated) == 3
    assert (project.folder / "labels.txt").read_text().split() == list(LABELS)


def test_an_annotation_says_the_truth_of_its_picture(project: SampleProject) -> None:
    for name in project.labelled:
        read = annotation_file.read(project.folder / "Annotations" / f"{name}.xml")
        assert [(found.label, found.shape) for found in read.objects] == [
            (defect.label, defect.box) for defect in project.truth[name]
        ]
        assert (read.width, read.height) == (320, 256)


def test_the_truth_of_all_is_kept_apart_and_read_back(project: SampleProject) -> None:
    assert read_truth(project.folder) == project.truth
    assert json.loads((project.folder / TRUTH_FILE).read_text()).keys() == project.truth.keys()


def test_some_pictures_are_clean_and_every_label_occurs(project: SampleProject) -> None:
    counts = [len(defects) for defects in project.truth.values()]
    assert counts.count(0) >= 2
    assert {defect.label for defects in project.truth.values() for defect in defects} == set(LABELS)


def test_boxes_lie_in_the_picture_and_are_no_slivers(project: SampleProject) -> None:
    boxes = [defect.box for defects in project.truth.values() for defect in defects]
    assert all(0 <= box.x0 < box.x1 <= 320 and 0 <= box.y0 < box.y1 <= 256 for box in boxes)
    assert min(min(box.width, box.height) for box in boxes) >= 16


def test_the_same_seed_gives_the_same_bytes_and_another_does_not(tmp_path: Path) -> None:
    few = replace(SETTINGS, pictures=2, labelled=1, clean=0)
    one, two = (generate(tmp_path / name, settings=few, seed=7) for name in "ab")
    other = generate(tmp_path / "c", settings=few, seed=8)
    for path in (TRUTH_FILE, Path("JPEGImages/part_001.jpg"), Path("JPEGImages/part_002.jpg")):
        assert (one.folder / path).read_bytes() == (two.folder / path).read_bytes()
    assert (one.folder / TRUTH_FILE).read_bytes() != (other.folder / TRUTH_FILE).read_bytes()


def test_a_photograph_has_noise_and_shades_everywhere(project: SampleProject) -> None:
    for name in project.truth:
        image = cv2.imread(str(project.folder / "JPEGImages" / f"{name}.jpg"))
        assert image is not None
        assert image.shape == (256, 320, 3)
        assert image.reshape(-1, 16 * 3).std(axis=1).min() > 0
        assert np.mean((image == 0).all(axis=2) | (image == 255).all(axis=2)) < 0.05


@pytest.mark.parametrize("change", [{"labelled": 9}, {"clean": -1}, {"width": 100}])
def test_settings_that_cannot_be_drawn_are_refused(change: dict[str, int]) -> None:
    with pytest.raises(InvalidValueError):
        replace(SETTINGS, **change)  # type: ignore[arg-type]
