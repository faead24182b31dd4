"""What a picture looks like as numbers, with and without a network that tells."""

import numpy as np
import onnx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from core.inference.embedding import EMBEDDING, descriptor, mean_of_parts, measures_of
from core.inference.model_folder import CARD, ModelFolder
from core.inference.predictor import Predictor
from core.tasks.fitting import to_batch
from tests.core.inference.conftest import card
from tests.core.inference.test_predictor import picture

pictures = arrays(np.uint8, st.tuples(st.integers(1, 40), st.integers(1, 40), st.just(3)))


def with_embedding(model_folder: ModelFolder) -> ModelFolder:
    """The same model, which also says how bright each of its cells is."""
    proto = onnx.load(model_folder.onnx_path)
    axes = onnx.numpy_helper.from_array(np.array([2]), "last")
    proto.graph.initializer.append(axes)
    proto.graph.node.append(onnx.helper.make_node("ReduceMean", ["scores", "last"], [EMBEDDING], keepdims=0))
    value = onnx.helper.make_tensor_value_info(EMBEDDING, onnx.TensorProto.FLOAT, ["batch", 24])
    proto.graph.output.append(value)
    onnx.save(proto, model_folder.onnx_path)
    return model_folder


def test_a_model_tells_its_embedding_apart_from_its_answers(model_folder: ModelFolder) -> None:
    predictor = Predictor(with_embedding(model_folder))
    images = [picture((2, 1)), picture((0, 0), (5, 3))]
    answers = predictor.answers(to_batch(images))
    assert [output.shape for output in answers.outputs] == [(2, 24, 1), (2, 24, 4)]
    assert answers.embedding is not None
    np.testing.assert_allclose(answers.embedding, answers.outputs[0][..., 0])
    embeddings = predictor.embeddings(images)
    assert embeddings is not None
    assert embeddings[0].argmax() == 8
    assert (embeddings[1] > 0.5).nonzero()[0].tolist() == [0, 23]
    assert len(predictor.predict(images)[1].boxes) == 2


def test_a_picture_seen_in_parts_looks_like_the_mean_of_them(model_folder: ModelFolder) -> None:
    (model_folder.path / CARD).write_text(card(tiles=2).model_dump_json())
    predictor = Predictor(ModelFolder.open(with_embedding(model_folder).path))
    whole = np.zeros((64, 96, 3), np.uint8)
    whole[:32, :48] = 204
    embeddings = predictor.embeddings([whole, np.zeros_like(whole)])
    assert embeddings is not None
    np.testing.assert_allclose(embeddings, [[0.2] * 24, [0.0] * 24], atol=1e-5)


def test_a_model_of_before_tells_none_and_works_on(model_folder: ModelFolder) -> None:
    predictor = Predictor(model_folder)
    assert predictor.embeddings([picture((2, 1))]) is None
    assert predictor.answers(to_batch([picture((2, 1))])).embedding is None
    assert len(predictor.predict([picture((2, 1))])[0].boxes) == 1


@given(pictures)
@settings(max_examples=40, deadline=None)
def test_every_picture_has_a_descriptor_of_the_same_length(image: np.ndarray) -> None:
    row = descriptor(image)
    assert row.dtype == np.float32
    assert row.shape == descriptor(np.zeros((8, 8, 3), np.uint8)).shape
    assert np.isfinite(row).all()
    assert 0 <= row[0] <= 1
    measures = measures_of(image)
    assert 0 <= measures.brightness <= 1
    assert 0 <= measures.contrast <= 0.5 + 1e-6
    assert measures.sharpness >= 0


def test_descriptors_of_like_pictures_are_near_each_other() -> None:
    stripes = np.tile(np.array([[0], [200]], np.uint8).repeat(8, axis=0), (16, 256))[..., None].repeat(3, axis=2)
    noisy = np.clip(stripes + np.random.default_rng(0).normal(0, 5, stripes.shape), 0, 255).astype(np.uint8)
    turned = stripes.swapaxes(0, 1)
    red = stripes * np.array([1, 0, 0], np.uint8)
    near, *far = (float(np.linalg.norm(descriptor(stripes) - descriptor(other))) for other in (noisy, turned, red))
    assert near < 0.5 * min(far)


def test_the_size_of_a_picture_hardly_matters() -> None:
    small = np.random.default_rng(0).integers(0, 255, (32, 32, 3), dtype=np.uint8).repeat(4, 0).repeat(4, 1)
    large = small.repeat(3, 0).repeat(3, 1)
    np.testing.assert_allclose(descriptor(small), descriptor(large), atol=0.05)
    assert measures_of(small).sharpness == pytest.approx(measures_of(large).sharpness, rel=0.05)


def test_brightness_contrast_and_sharpness_are_told() -> None:
    half = np.zeros((64, 64, 3), np.uint8)
    half[:, 32:] = 255
    fine = np.zeros((64, 64, 3), np.uint8)
    fine[:, ::8] = 255
    assert measures_of(half).brightness == pytest.approx(0.5, abs=0.01)
    assert measures_of(half).contrast == pytest.approx(0.5, abs=0.01)
    assert measures_of(np.full_like(half, 51)).brightness == pytest.approx(0.2, abs=0.01)
    assert measures_of(fine).sharpness > 2 * measures_of(half).sharpness


def test_parts_are_averaged_by_picture() -> None:
    rows = np.array([[1, 2], [3, 4], [5, 6]], np.float32)
    np.testing.assert_allclose(mean_of_parts(rows, [2, 1]), [[2, 3], [5, 6]])
    np.testing.assert_allclose(mean_of_parts(rows, [1, 1, 1]), rows)
