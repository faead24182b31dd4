"""What we write is read by torchvision's own reader of Pascal VOC."""

from pathlib import Path

import pytest
from PIL import Image

from core.geometry import Box, Polygon
from core.voc.annotation import VocObject
from core.voc.dataset import Dataset
from core.voc.image_sets import write_set


@pytest.mark.slow
def test_voc_detection_reads_what_we_write(tmp_path: Path) -> None:
    from torchvision.datasets import VOCDetection

    root = tmp_path / "VOCdevkit" / "VOC2012"
    (root / "JPEGImages").mkdir(parents=True)
    Image.new("RGB", (20, 10)).save(root / "JPEGImages" / "a.jpg")
    dataset = Dataset.open(root)
    box = VocObject(label="scratch & dent", shape=Box(1.5, 2, 9, 8), difficult=True)
    outline = VocObject(label="b", shape=Polygon(((1, 1), (5, 1), (5, 5))), attributes=(("depth", "deep"),))
    dataset.write(dataset.entry("a"), dataset.read(dataset.entry("a")).with_objects((box, outline)))
    write_set(dataset, "train", ["a"])

    (image, target), *others = VOCDetection(tmp_path, year="2012", image_set="train", download=False)
    assert others == []
    assert image.size == (20, 10)
    annotation = target["annotation"]
    assert annotation["size"] == {"width": "20", "height": "10", "depth": "3"}
    first, second = annotation["object"]
    assert first["name"] == "scratch & dent"
    assert first["difficult"] == "1"
    assert first["bndbox"] == {"xmin": "2", "ymin": "3", "xmax": "9", "ymax": "8"}
    assert second["bndbox"] == {"xmin": "2", "ymin": "2", "xmax": "5", "ymax": "5"}
