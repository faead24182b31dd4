from pathlib import Path

import cv2
import numpy as np
import pytest

from core.errors import ImageFileError, ModelFolderError
from core.inference.model_folder import CARD, ONNX, ModelFolder
from core.inference.predictor import Predictor
from core.tasks.things import CANDIDATES, KEPT, select, suppress
from tests.core.inference.conftest import card


def picture(*cells: tuple[int, int], scale: int = 1) -> np.ndarray:
    """A dark picture of 48 x 32 pixels times ``scale`` with bright cells at (column, row)."""
    image = np.zeros((32, 48, 3), np.uint8)
    for column, row in cells:
        image[row * 8 : row * 8 + 8, column * 8 : column * 8 + 8] = 204
    return np.kron(image, np.ones((scale, scale, 1), np.uint8))


def test_boxes_come_in_pixels_of_the_picture_given(model_folder: ModelFolder) -> None:
    small, large = Predictor(model_folder).predict([picture((2, 1)), picture((2, 1), scale=3)])
    np.testing.assert_allclose(small.boxes, [[16, 8, 24, 16]], atol=1e-4)
    np.testing.assert_allclose(large.boxes, [[48, 24, 72, 48]], atol=1e-3)
    assert small.scores == pytest.approx(0.8, abs=1e-3)
    assert small.labels.tolist() == [0]
    assert small.labels.dtype == np.int64


def test_what_scores_too_low_is_left_out_and_no_picture_is_no_work(model_folder: ModelFolder) -> None:
    predictor = Predictor(model_folder, threads=1)
    (nothing,) = predictor.predict([picture((2, 1))], min_score=0.9)
    assert nothing.boxes.shape == (0, 4)
    assert predictor.predict([]) == []


def test_a_picture_in_a_padded_input_finds_nothing_outside_of_itself(model_folder: ModelFolder) -> None:
    # The padding is grey, so every cell of it scores 0.45; none may come back, nor reach beyond the border.
    (found,) = Predictor(model_folder).predict([np.full((10, 48, 3), 255, np.uint8)], min_score=0.4)
    assert len(found.boxes)
    assert found.boxes[:, 3].max() <= 10


def test_files_come_in_order_with_their_errors_and_any_batch_size(model_folder: ModelFolder, tmp_path: Path) -> None:
    paths = []
    for number in range(11):
        path = tmp_path / f"{number}.png"
        cv2.imwrite(str(path), picture((number % 6, number % 4)))
        paths.append(path)
    paths[4].write_bytes(b"no image")
    paths.append(tmp_path / "missing.png")
    predictor = Predictor(model_folder)
    results = [list(predictor.predict_paths(paths, batch_size=size)) for size in (1, 3, 64)]
    for result in results:
        assert [path for path, _ in result] == paths
        assert [isinstance(found, ImageFileError) for _, found in result] == [n in (4, 11) for n in range(12)]
        for number, (_, found) in enumerate(result):
            if not isinstance(found, ImageFileError):
                assert found.boxes[0][:2].tolist() == [number % 6 * 8, number % 4 * 8]


def test_a_stop_is_heard_before_the_next_batch(model_folder: ModelFolder, tmp_path: Path) -> None:
    path = tmp_path / "one.png"
    cv2.imwrite(str(path), picture((0, 0)))
    done = []
    for one in Predictor(model_folder).predict_paths([path] * 20, batch_size=4, should_stop=lambda: len(done) >= 8):
        done.append(one)
    assert len(done) == 8


@pytest.mark.parametrize("content", [b"", b"no network", None])
def test_a_broken_network_is_an_error_of_ours(model_folder: ModelFolder, content: bytes | None) -> None:
    whole = model_folder.onnx_path.read_bytes()
    model_folder.onnx_path.write_bytes(whole[: len(whole) // 2] if content is None else content)
    with pytest.raises(ModelFolderError, match=ONNX):
        Predictor(model_folder)


def test_of_overlapping_boxes_the_best_of_each_label_stays() -> None:
    boxes = np.array([[0, 0, 10, 10], [1, 0, 11, 10], [1, 0, 11, 10], [50, 50, 60, 60]], np.float32)
    kept = suppress(boxes, np.array([0.9, 0.8, 0.7, 0.6], np.float32), np.array([0, 0, 1, 0]))
    assert kept.tolist() == [0, 2, 3]


def test_a_crowd_is_cut_to_its_best() -> None:
    count = CANDIDATES * 2
    corners = np.stack([np.arange(count) * 20.0, np.zeros(count)], axis=1)
    boxes = np.concatenate([corners, corners + 10], axis=1).astype(np.float32)
    scores = np.linspace(0.1, 0.9, count, dtype=np.float32)[:, None]
    found = select(scores, boxes, (100, count * 20), 0.05)
    assert len(found.scores) == KEPT
    assert found.scores[0] == pytest.approx(0.9)
    assert (np.diff(found.scores) <= 0).all()


@pytest.mark.parametrize("changes", [{"labels": ("bright", "dark")}, {"input_size": (64, 64)}])
def test_a_network_of_which_its_card_does_not_speak_is_refused(
    model_folder: ModelFolder, changes: dict[str, object]
) -> None:
    (model_folder.path / CARD).write_text(card(**changes).model_dump_json())
    with pytest.raises(ModelFolderError, match="than its card"):
        Predictor(ModelFolder.open(model_folder.path)).predict([picture((0, 0))])
