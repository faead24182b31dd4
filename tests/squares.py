"""A dataset that a network learns in seconds."""

from pathlib import Path

import cv2
import numpy as np

from core.geometry import Box
from core.voc.annotation import VocObject
from core.voc.dataset import Dataset

SIDE = 28


class Squares:
    """14 noisy pictures of 96 x 64 with one red square each; the first ten are labelled."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.truth: dict[str, Box] = {}
        (root / "JPEGImages").mkdir(parents=True)
        (root / "labels.txt").write_text("square\n")
        rng = np.random.default_rng(0)
        for number in range(1, 15):
            name = f"p{number:02d}"
            picture = rng.integers(60, 100, (64, 96, 3), dtype=np.uint8)
            x, y = int(rng.integers(4, 62)), int(rng.integers(4, 30))
            picture[y : y + SIDE, x : x + SIDE] = (40, 60, 220)
            cv2.imwrite(str(root / "JPEGImages" / f"{name}.jpg"), picture, [cv2.IMWRITE_JPEG_QUALITY, 95])
            self.truth[name] = Box(x, y, x + SIDE, y + SIDE)
        for name in list(self.truth)[:10]:
            entry = self.dataset.entry(name)
            thing = VocObject(label="square", shape=self.truth[name])
            self.dataset.write(entry, self.dataset.read(entry).with_objects((thing,)))

    @property
    def dataset(self) -> Dataset:
        return Dataset.open(self.root)
