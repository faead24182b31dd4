"""Networks and pictures for the tests: small, the same each time, and networks built once."""

from functools import lru_cache
from pathlib import Path

import torch
from torch import Tensor

from core.training.models import Network, NetworkPlan, build
from core.training.models.two_stage import TwoStage

SIZE = (64, 96)
FAMILIES = [
    ("compact", None),
    ("mobilenet", None),
    ("ssdlite", None),
    ("faster_rcnn", "mobilenet_v3_large"),
    ("fcos", "resnet18"),
    ("mask_rcnn", "resnet18"),
    ("compact_segmenter", None),
    ("lraspp", None),
    ("deeplab", "mobilenet_v3_large"),
    ("compact_classifier", None),
    ("classifier", "mobilenet_v3_small"),
    ("classifier", "resnet18"),
]
NAMES = [name if backbone is None else f"{name}-{backbone}" for name, backbone in FAMILIES]


def silent(_: str) -> None:
    pass


def made(name: str, backbone: str | None = None, *, label_count: int = 3, **changes: object) -> Network:
    """A network with the same random weights each time."""
    torch.manual_seed(0)
    plan = NetworkPlan(**{"label_count": label_count, "input_size": SIZE, "backbone": backbone} | changes)  # type: ignore[arg-type]
    network = build(name, plan, weights=None, report=silent)
    if isinstance(network, TwoStage):
        network.roi_heads.detections_per_img = 5  # what it looks at again costs most of its time
        network.roi_heads.fg_bg_sampler.batch_size_per_image = 16
        network.rpn._post_nms_top_n = {"training": 50, "testing": 20}
    return network


@lru_cache
def kept(name: str, backbone: str | None = None) -> Network:
    """The network in evaluation mode; no test may change it."""
    return made(name, backbone).eval()


def target(boxes: list[list[int]], labels: list[int]) -> dict[str, Tensor]:
    """What all tasks may want to know of a picture: each object fills its box."""
    masks = torch.zeros(len(boxes), *SIZE, dtype=torch.uint8)
    classes = torch.zeros(SIZE, dtype=torch.uint8)
    tags = torch.zeros(3)
    for mask, (x0, y0, x1, y1), label in zip(masks, boxes, labels, strict=True):
        mask[y0:y1, x0:x1] = 1
        classes[y0:y1, x0:x1] = label + 1
        tags[label] = 1
    return {
        "boxes": torch.tensor(boxes, dtype=torch.float32).reshape(-1, 4),
        "labels": torch.tensor(labels, dtype=torch.int64),
        "masks": masks,
        "map": classes,
        "tags": tags,
    }


def bright_blocks() -> tuple[Tensor, list[dict[str, Tensor]]]:
    """Three pictures: one with two blocks, one with a block and a sliver of no area, one without anything."""
    images = torch.full((3, 3, *SIZE), 0.4)
    images[0, 0, 8:40, 8:40] = 1.0
    images[0, 2, 20:60, 50:90] = 1.0
    images[1, 1, 10:50, 30:80] = 1.0
    return images, [
        target([[8, 8, 40, 40], [50, 20, 90, 60]], [0, 2]),
        target([[30, 10, 80, 50], [5, 5, 5, 9]], [1, 1]),
        target([], []),
    ]


def exported(network: Network, path: Path, outputs: list[str]) -> Path:
    """The network as ONNX, as it is published."""
    free = {0: "batch"} if network.batch_free else {1: "found"}
    names = ["images", *outputs] if network.batch_free else outputs
    torch.onnx.export(
        network,
        (torch.rand(2 if network.batch_free else 1, 3, *SIZE),),
        str(path),
        dynamo=False,
        opset_version=17,
        input_names=["images"],
        output_names=outputs,
        dynamic_axes=dict.fromkeys(names, free),
    )
    return path
