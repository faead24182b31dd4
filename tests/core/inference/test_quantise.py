from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import pytest
from onnx import TensorProto, helper, numpy_helper

from core.errors import ExportError
from core.inference.quantise import WAYS, last_layers, quantise

SIDE = 32


@pytest.fixture
def network(tmp_path: Path) -> Path:
    """Three convolutions of 3 x 3: two one after the other, and from the first one a second answer; sigmoids behind."""
    rng = np.random.default_rng(0)
    shapes = {"one": (16, 3), "two": (16, 16), "boxes_of": (4, 16), "scores_of": (2, 16)}
    weights = [
        numpy_helper.from_array(rng.normal(0, 0.2, (*shape, 3, 3)).astype(np.float32), f"{name}.weight")
        for name, shape in shapes.items()
    ]

    def conv(name: str, given: str, out: str) -> onnx.NodeProto:
        return helper.make_node("Conv", [given, f"{name}.weight"], [out], name=name, pads=[1] * 4)

    nodes = [
        conv("one", "images", "a"), helper.make_node("Relu", ["a"], ["b"]), conv("two", "b", "c"),
        helper.make_node("Relu", ["c"], ["d"]), conv("boxes_of", "d", "boxes"), conv("scores_of", "b", "e"),
        helper.make_node("Sigmoid", ["e"], ["scores"]),
    ]  # fmt: skip
    values = [
        helper.make_tensor_value_info(name, TensorProto.FLOAT, ["batch", channels, SIDE, SIDE])
        for name, channels in (("images", 3), ("scores", 2), ("boxes", 4))
    ]
    graph = helper.make_graph(nodes, "net", values[:1], values[1:], weights)
    path = tmp_path / "net.onnx"
    onnx.save(helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=9), path)
    return path


def batches(count: int = 4) -> list[np.ndarray]:
    rng = np.random.default_rng(1)
    return [rng.random((1, 3, SIDE, SIDE), dtype=np.float32) for _ in range(count)]


def answers(path: Path, batch: np.ndarray) -> list[np.ndarray]:
    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    return session.run(["scores", "boxes"], {"images": batch})


def test_the_last_layers_are_those_with_no_other_behind(network: Path) -> None:
    assert sorted(last_layers(network)) == ["boxes_of", "scores_of"]


@pytest.mark.parametrize("way", WAYS)
def test_it_says_nearly_the_same_with_a_fraction_of_the_bits(network: Path, tmp_path: Path, way: object) -> None:
    target = tmp_path / "small.onnx"
    quantise(network, target, batches(), way)
    for ours, theirs in zip(answers(target, batches()[0]), answers(network, batches()[0]), strict=True):
        assert np.abs(ours - theirs).mean() < 0.05 * theirs.std()
    stored = {tensor.name: tensor.data_type for tensor in onnx.load(target).graph.initializer}
    assert any(kind == TensorProto.INT8 for kind in stored.values())
    assert (stored.get("scores_of.weight") == TensorProto.FLOAT) is not way.last


def test_a_file_that_is_no_network_is_refused(tmp_path: Path) -> None:
    empty = helper.make_model(helper.make_graph([], "none", [], []))
    onnx.save(empty, tmp_path / "empty.onnx")
    with pytest.raises(ExportError, match="use it as it is"):
        quantise(tmp_path / "empty.onnx", tmp_path / "out.onnx", [], WAYS[0])
