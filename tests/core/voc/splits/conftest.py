"""Pictures of which some look alike."""

from pathlib import Path

import numpy as np
from PIL import Image

from core.voc.dataset import Dataset


def clouds(random: np.random.Generator) -> Image.Image:
    coarse = Image.fromarray(random.integers(0, 255, (12, 16, 3), dtype=np.uint8))
    return coarse.resize((160, 120), Image.Resampling.BICUBIC)


def draw_twins(root: Path, scenes: int, each: int) -> Dataset:
    """Draw pictures of which ``each`` at a time are one, saved at another quality."""
    random = np.random.default_rng(0)
    (root / "JPEGImages").mkdir(parents=True)
    for scene in range(scenes):
        picture = clouds(random)
        for twin in range(each):
            picture.save(root / "JPEGImages" / f"scene{scene}_{twin}.jpg", quality=95 - 10 * twin)
    return Dataset.open(root)
