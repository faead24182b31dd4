"""One version looks at the image that is opened, whether it is decoded already or not."""

from pathlib import Path

import cv2
import pytest

from core.errors import ImageFileError
from core.images import read_rgb
from core.review.assist_as_i_go import Assistant
from core.review.prelabel import PrelabelSettings
from tests.core.review.versions import bright_dataset, publish


def test_the_same_is_suggested_of_a_file_and_of_its_picture(tmp_path: Path) -> None:
    dataset = bright_dataset(tmp_path, {"one": [(0, 0), (4, 2)], "two": []})
    model = publish(dataset.models_folder, 1)
    assistant = Assistant(model, PrelabelSettings(min_score=0.5, labels={"bright": "cell"}))
    assert assistant.reference == "bright@1"
    entry = dataset.entry("one")
    of_file = assistant.look(entry)
    assert of_file == assistant.look(entry, read_rgb(entry.path))
    assert [(one.image, one.label, one.model) for one in of_file] == [("one", "cell", "bright@1")] * 2
    assert assistant.look(dataset.entry("two")) == []


def test_a_large_jpeg_is_decoded_small_and_its_places_are_those_of_the_whole(tmp_path: Path) -> None:
    dataset = bright_dataset(tmp_path, {"one": [(2, 1)]})
    entry = dataset.entry("one")
    large = cv2.resize(read_rgb(entry.path), None, fx=6, fy=6, interpolation=cv2.INTER_NEAREST)
    entry.path.unlink()
    cv2.imwrite(str(entry.path.with_suffix(".jpg")), large)
    entry = type(dataset).open(tmp_path).entry("one")
    assistant = Assistant(publish(dataset.models_folder, 1), PrelabelSettings(min_score=0.5))
    (found,) = assistant.look(entry)
    (whole,) = assistant.look(entry, read_rgb(entry.path))
    assert found.shape == whole.shape
    assert found.shape is not None
    assert found.shape.bounds.iou(type(found.shape.bounds)(96, 48, 144, 96)) > 0.95
    assert found.score == pytest.approx(whole.score, abs=0.02)


def test_a_file_that_is_gone_is_told(tmp_path: Path) -> None:
    dataset = bright_dataset(tmp_path, {"one": []})
    entry = dataset.entry("one")
    entry.path.unlink()
    with pytest.raises(ImageFileError):
        Assistant(publish(dataset.models_folder, 1)).look(entry)
