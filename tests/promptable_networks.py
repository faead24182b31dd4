"""Small encoders and decoders with the signatures of Segment Anything's exports and a behaviour that can be foretold.

The embedding is the picture, shrunk to 64 x 64 cells. An object is what has nearly the colour of a prompted cell, and
nearer so than that of any cell pointed at as not belonging, and lies in the box where there is one.
"""

from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

CELLS = 64
SIDE = 1024
NEAR = 2.5
"""How far apart two colours of one object are at most, summed over the three normalised channels."""


class Graph:
    """Nodes and constants by name, one line each."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.constants: list[onnx.TensorProto] = []

    def constant(self, value: object, kind: type = np.float32) -> str:
        name = f"constant{len(self.constants)}"
        self.constants.append(numpy_helper.from_array(np.array(value, kind), name))
        return name

    def do(self, operation: str, *inputs: str, name: str | None = None, **attributes: object) -> str:
        name = name or f"value{len(self.nodes)}"
        self.nodes.append(helper.make_node(operation, list(inputs), [name], **attributes))
        return name

    def save(self, path: Path, inputs: dict[str, list], outputs: dict[str, list], types: dict[str, int]) -> Path:
        graph = helper.make_graph(
            self.nodes,
            path.stem,
            [helper.make_tensor_value_info(n, types.get(n, TensorProto.FLOAT), s) for n, s in inputs.items()],
            [helper.make_tensor_value_info(name, TensorProto.FLOAT, shape) for name, shape in outputs.items()],
            self.constants,
        )
        model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 18)], ir_version=9)
        onnx.checker.check_model(model)
        onnx.save(model, path)
        return path


def shrink(graph: Graph, planes: str, name: str, factor: int = SIDE // CELLS) -> str:
    return graph.do("AveragePool", planes, name=name, kernel_shape=[factor, factor], strides=[factor, factor])


def sam_encoder(path: Path, output: str = "image_embeddings") -> Path:
    """One of normalised (1, 3, 1024, 1024), as the official repository's users export it."""
    graph = Graph()
    shrink(graph, "images", output)
    return graph.save(path, {"images": [1, 3, SIDE, SIDE]}, {output: [1, 3, CELLS, CELLS]}, {})


def raw_encoder(path: Path) -> Path:
    """One of (height, width, 3) that normalises and pads by itself, as samexporter has it."""
    graph = Graph()
    normal = graph.do("Div", graph.do("Sub", "input_image", graph.constant([123.675, 116.28, 103.53])),
                      graph.constant([58.395, 57.12, 57.375]))  # fmt: skip
    planes = graph.do("Unsqueeze", graph.do("Transpose", normal, perm=[2, 0, 1]), graph.constant([0], np.int64))
    size = graph.do("Slice", graph.do("Shape", "input_image"), graph.constant([0], np.int64),
                    graph.constant([2], np.int64))  # fmt: skip
    missing = graph.do("Sub", graph.constant([SIDE, SIDE], np.int64), size)
    pads = graph.do("Concat", graph.constant([0] * 6, np.int64), missing, axis=0)
    shrink(graph, graph.do("Pad", planes, pads), "image_embeddings")
    shapes = {"input_image": ["image_height", "image_width", 3]}
    return graph.save(path, shapes, {"image_embeddings": [1, 3, CELLS, CELLS]}, {})


def sam2_encoder(path: Path) -> Path:
    """One of a picture squeezed to a square, with two finer levels."""
    graph = Graph()
    shrink(graph, "image", "high_res_feats_0", 4)
    shrink(graph, "image", "high_res_feats_1", 8)
    shrink(graph, "image", "image_embed")
    outputs = {"high_res_feats_0": [1, 3, 256, 256], "high_res_feats_1": [1, 3, 128, 128],
               "image_embed": [1, 3, CELLS, CELLS]}  # fmt: skip
    return graph.save(path, {"image": [1, 3, SIDE, SIDE]}, outputs, {})


def hugging_face_encoder(path: Path) -> Path:
    """One with a second output that the decoder wants back."""
    graph = Graph()
    shrink(graph, "pixel_values", "image_embeddings")
    graph.do("Mul", "image_embeddings", graph.constant(0), name="image_positional_embeddings")
    cells = [1, 3, CELLS, CELLS]
    outputs = {"image_embeddings": cells, "image_positional_embeddings": cells}
    return graph.save(path, {"pixel_values": [1, 3, SIDE, SIDE]}, outputs, {})


def sam_decoder(path: Path, coarse: bool = True) -> Path:
    """The official signature; without ``coarse`` it gives masks of ``orig_im_size`` only."""
    graph = Graph()
    logits = _logits(graph, "image_embeddings", "point_coords", "point_labels")
    low = graph.do("Resize", logits, "", graph.constant([1, 1, 4, 4]), name="low_res_masks" if coarse else None,
                   mode="linear")  # fmt: skip
    whole = graph.do("Resize", low, "", graph.constant([1, 1, 4, 4]), mode="linear")
    ends = graph.do("Cast", "orig_im_size", to=TensorProto.INT64)
    graph.do("Slice", whole, graph.constant([0, 0], np.int64), ends, graph.constant([2, 3], np.int64), name="masks")
    _give(graph, "iou_predictions", [[0.9]], "has_mask_input")
    inputs = {"image_embeddings": [1, 3, CELLS, CELLS], **_prompts(), "orig_im_size": [2]}
    outputs: dict[str, list] = {"masks": [1, 1, "height", "width"], "iou_predictions": [1, 1]}
    return graph.save(path, inputs, outputs | ({"low_res_masks": [1, 1, 256, 256]} if coarse else {}), {})


def sam2_decoder(path: Path) -> Path:
    """Three masks for each prompt, of which the second has the best score, and no word on the picture's size."""
    graph = Graph()
    logits = _logits(graph, "image_embed", "point_coords", "point_labels")
    fine = graph.do("Resize", logits, "", graph.constant([1, 1, 4, 4]), mode="linear")
    for name in ("high_res_feats_0", "high_res_feats_1"):
        nothing = graph.do("Mul", graph.do("ReduceMax", name, keepdims=0), graph.constant(0))
        fine = graph.do("Add", fine, nothing)
    none, all_of_it = graph.do("Sub", fine, graph.constant(99)), graph.do("Add", fine, graph.constant(99))
    graph.do("Concat", none, fine, all_of_it, name="masks", axis=1)
    _give(graph, "iou_predictions", [[0.2, 0.9, 0.4]], "has_mask_input")
    inputs = {"image_embed": [1, 3, CELLS, CELLS], "high_res_feats_0": [1, 3, 256, 256],
              "high_res_feats_1": [1, 3, 128, 128], **_prompts("num_labels")}  # fmt: skip
    outputs = {"masks": ["num_labels", 3, 256, 256], "iou_predictions": ["num_labels", 3]}
    return graph.save(path, inputs, outputs, {})


def hugging_face_decoder(path: Path) -> Path:
    """Points of (1, 1, n, 2), whole numbers as labels, masks of (1, 1, 1, 256, 256)."""
    graph = Graph()
    points = graph.do("Squeeze", "input_points", graph.constant([1], np.int64))
    labels = graph.do("Cast", graph.do("Squeeze", "input_labels", graph.constant([1], np.int64)), to=TensorProto.FLOAT)
    nothing = graph.do("ReduceMax", "image_positional_embeddings", keepdims=0)
    logits = graph.do("Add", _logits(graph, "image_embeddings", points, labels), nothing)
    fine = graph.do("Resize", logits, "", graph.constant([1, 1, 4, 4]), mode="linear")
    graph.do("Unsqueeze", fine, graph.constant([0], np.int64), name="pred_masks")
    _give(graph, "iou_scores", [[[0.9]]], nothing)
    cells = [1, 3, CELLS, CELLS]
    inputs = {"image_embeddings": cells, "image_positional_embeddings": cells, "input_points": [1, 1, "n", 2],
              "input_labels": [1, 1, "n"]}  # fmt: skip
    outputs = {"pred_masks": [1, 1, 1, 256, 256], "iou_scores": [1, 1, 1]}
    return graph.save(path, inputs, outputs, {"input_labels": TensorProto.INT64})


def _prompts(batch: int | str = 1) -> dict[str, list]:
    return {"point_coords": [batch, "n", 2], "point_labels": [batch, "n"], "mask_input": [batch, 1, 256, 256],
            "has_mask_input": [1]}  # fmt: skip


def _give(graph: Graph, name: str, value: object, after: str) -> None:
    """Give a constant that hangs on an input, because the checker wants outputs that something makes."""
    nothing = graph.do("Mul", graph.do("ReduceMax", after, keepdims=0), graph.constant(0))
    graph.do("Add", graph.constant(value), nothing, name=name)


def _logits(graph: Graph, embedding: str, points: str, labels: str) -> str:
    """Return (1, 1, 64, 64), above 0 where the object is; points are (1, n, 2), labels (1, n)."""
    places = graph.do("Squeeze", points, graph.constant([0], np.int64))
    kinds = graph.do("Squeeze", labels, graph.constant([0], np.int64))
    corners = [_sum(graph, places, _is(graph, kinds, label)) for label in (2.0, 3.0)]
    boxed = graph.do("ReduceSum", _is(graph, kinds, 2.0), graph.constant([0], np.int64), keepdims=1)
    middle = graph.do("Div", graph.do("Add", *corners), graph.constant(2))
    places = graph.do("Concat", places, graph.do("Unsqueeze", middle, graph.constant([0], np.int64)), axis=0)
    adds = graph.do("Concat", _is(graph, kinds, 1.0), boxed, axis=0)
    takes = graph.do("Concat", _is(graph, kinds, 0.0), graph.constant([0]), axis=0)
    apart = _apart(graph, embedding, places)
    near, near_other = _nearest(graph, apart, adds), _nearest(graph, apart, takes)
    belongs = graph.do("Min", graph.do("Sub", graph.constant(NEAR), near), graph.do("Sub", near_other, near))
    outside = graph.do("Mul", _outside(graph, corners), boxed)
    logits = graph.do("Sub", belongs, graph.do("Mul", outside, graph.constant(50)))
    return graph.do("Reshape", logits, graph.constant([1, 1, CELLS, CELLS], np.int64))


def _is(graph: Graph, kinds: str, label: float) -> str:
    return graph.do("Cast", graph.do("Equal", kinds, graph.constant(label)), to=TensorProto.FLOAT)


def _sum(graph: Graph, places: str, weights: str) -> str:
    """Return (2,) the sum of (n, 2) places, each by its weight."""
    weighted = graph.do("Mul", places, graph.do("Unsqueeze", weights, graph.constant([1], np.int64)))
    return graph.do("ReduceSum", weighted, graph.constant([0], np.int64), keepdims=0)


def _apart(graph: Graph, embedding: str, places: str) -> str:
    """Return (n, 4096) how far the colour of each cell is from that of each prompted one."""
    colors = graph.do("Reshape", embedding, graph.constant([3, CELLS * CELLS], np.int64))
    cells = graph.do("Floor", graph.do("Div", places, graph.constant(SIDE / CELLS)))
    cells = graph.do("Clip", cells, graph.constant(0), graph.constant(CELLS - 1))
    flat = graph.do("ReduceSum", graph.do("Mul", cells, graph.constant([1, CELLS])), graph.constant([1], np.int64),
                    keepdims=0)  # fmt: skip
    prompted = graph.do("Gather", colors, graph.do("Cast", flat, to=TensorProto.INT64), axis=1)
    difference = graph.do(
        "Sub",
        graph.do("Unsqueeze", colors, graph.constant([1], np.int64)),
        graph.do("Unsqueeze", prompted, graph.constant([2], np.int64)),
    )
    return graph.do("ReduceSum", graph.do("Abs", difference), graph.constant([0], np.int64), keepdims=0)


def _nearest(graph: Graph, apart: str, counted: str) -> str:
    """Return (4096,) the least distance to the prompts that count, far where none does."""
    far = graph.do("Mul", graph.do("Sub", graph.constant(1), counted), graph.constant(40))
    distances = graph.do("Add", apart, graph.do("Unsqueeze", far, graph.constant([1], np.int64)))
    return graph.do("ReduceMin", distances, graph.constant([0], np.int64), keepdims=0)


def _outside(graph: Graph, corners: list[str]) -> str:
    """Return (4096,), 1 in cells whose middle lies outside of the box."""
    y, x = np.mgrid[:CELLS, :CELLS].reshape(2, -1) * (SIDE / CELLS) + SIDE / CELLS / 2
    middles = graph.constant(np.stack([x, y], axis=1))
    before = graph.do("Less", middles, corners[0])
    after = graph.do("Greater", middles, corners[1])
    either = graph.do("Cast", graph.do("Or", before, after), to=TensorProto.FLOAT)
    return graph.do("ReduceMax", either, graph.constant([1], np.int64), keepdims=0)
