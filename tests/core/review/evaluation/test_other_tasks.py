"""Instances, classes by pixel and tags are judged as detection is, through the real predictor."""

from collections.abc import Callable, Mapping
from pathlib import Path

import cv2
import numpy as np
import pytest

from core.geometry import Box, Mask
from core.inference.model_folder import CARD, ONNX, ModelFolder
from core.review.evaluation import assess
from core.review.evaluation.label_errors import Doubt
from core.review.evaluation.matching import Kind
from core.review.evaluation.report import as_json
from core.review.evaluation.results import Evaluation, is_stale, kept, path_of
from core.voc.annotation import Annotation, VocObject
from core.voc.dataset import Dataset
from core.voc.image_sets import write_set
from tests.core.inference.conftest import card
from tests.core.review.evaluation.networks import write_classifier, write_instances, write_semantic

LEFT_HALF = Mask(8, 8, 4, 8, (0, 32))
Picture = np.ndarray


def dataset_of(root: Path, images: Mapping[str, tuple[Picture, Callable[[Annotation], Annotation]]]) -> Dataset:
    (root / "JPEGImages").mkdir(parents=True)
    for name, (picture, _) in images.items():
        cv2.imwrite(str(root / "JPEGImages" / f"{name}.png"), picture)
    dataset = Dataset.open(root)
    for name, (_, say) in images.items():
        entry = dataset.entry(name)
        dataset.write(entry, say(dataset.read(entry)))
    write_set(dataset, "val", list(images))
    return dataset


def version(dataset: Dataset, write: Callable[[Path], None], **changes: object) -> ModelFolder:
    folder = dataset.models_folder / "bright" / "v1"
    folder.mkdir(parents=True)
    (folder / CARD).write_text(card(**changes).model_dump_json())
    write(folder / ONNX)
    return ModelFolder.open(folder)


def judged(dataset: Dataset, model_folder: ModelFolder) -> Evaluation:
    """Evaluate, and return what is read back of what was kept."""
    made = assess(dataset, model_folder, "val")
    assert made is not None
    again = kept(path_of(dataset, model_folder, "val"))
    assert again is not None
    assert as_json(again) == as_json(made)
    assert not is_stale(dataset, model_folder, again.header)
    return again


def dark() -> Picture:
    return np.full((32, 48, 3), 20, np.uint8)


def with_cell(x: int, y: int) -> Picture:
    picture = dark()
    picture[y : y + 8, x : x + 8] = 230
    return picture


def drawn(*shapes: Box | Mask) -> Callable[[Annotation], Annotation]:
    return lambda said: said.with_objects(tuple(VocObject(label="bright", shape=shape) for shape in shapes))


def test_instances_are_compared_by_their_masks(tmp_path: Path) -> None:
    right_half = Mask(12, 8, 4, 8, (0, 32))
    dataset = dataset_of(tmp_path, {
        "same": (with_cell(8, 8), drawn(LEFT_HALF)), "other": (with_cell(8, 8), drawn(right_half)),
    })  # fmt: skip
    evaluation = judged(dataset, version(dataset, write_instances, task="instances"))
    assert list(evaluation.header.figures) == ["map50", "map"]
    mistakes = evaluation.judge().mistakes(0.5)
    assert {(one.kind, one.image) for one in mistakes} == {(Kind.FALSE, "other"), (Kind.MISSED, "other")}
    assert evaluation.judge().confusion(0.5).counts.tolist() == [[1, 1], [1, 0]]


def test_classes_by_pixel(tmp_path: Path) -> None:
    dataset = dataset_of(tmp_path, {
        "right": (with_cell(8, 8), drawn(Box(8, 8, 16, 16))), "missed": (with_cell(8, 8), drawn(Box(24, 8, 32, 16))),
    })  # fmt: skip
    evaluation = judged(dataset, version(dataset, write_semantic, task="semantic"))
    judge = evaluation.judge()
    # 64 right, 64 only there, 64 only found, the rest background
    assert judge.confusion(0.0).counts.tolist() == [[64, 64], [64, 2 * 32 * 48 - 192]]
    assert evaluation.header.figures["miou"] == pytest.approx(64 / 192)
    assert evaluation.header.per_label["bright"]["objects"] == 128
    assert [(one.kind, one.found_box, one.box) for one in judge.mistakes(0.0)] == [
        (Kind.FALSE, (8, 8, 16, 16), None),
        (Kind.MISSED, None, (24, 8, 32, 16)),
    ]
    assert judge.curves == ()
    assert not judge.has_threshold
    assert {one.kind for one in judge.label_errors} <= {Doubt.REGION}
    usual = (128 * 230 + 2944 * 235) / 255 / 3072  # all scores lie in one step
    assert judge.calibration.error == pytest.approx(2944 / 3072 - usual, abs=1e-4)


@pytest.mark.parametrize(("tags_of_c", "exclusive"), [(("OK",), True), (("OK", "NG"), False)])
def test_tags(tmp_path: Path, tags_of_c: tuple[str, ...], exclusive: bool) -> None:
    def tagged(*tags: str) -> Callable[[Annotation], Annotation]:
        return lambda said: Annotation(filename=said.filename, width=48, height=32, tags=tags)

    dataset = dataset_of(tmp_path, {
        "a": (np.full((32, 48, 3), 230, np.uint8), tagged("OK")), "b": (dark(), tagged("NG")),
        "c": (dark(), tagged(*tags_of_c)),
    })  # fmt: skip
    model_folder = version(dataset, write_classifier, task="classification", labels=["OK", "NG"])
    evaluation = judged(dataset, model_folder)
    judge = evaluation.judge()
    assert evaluation.header.exclusive is exclusive
    mistakes = [(one.kind, one.image, one.label, one.found_label) for one in judge.mistakes(0.5)]
    assert mistakes == ([(Kind.WRONG_LABEL, "c", 0, 1)] if exclusive else [(Kind.MISSED, "c", 0, None)])
    assert judge.curves[0].objects == 2
    assert evaluation.header.per_label["NG"]["objects"] == (1 if exclusive else 2)
