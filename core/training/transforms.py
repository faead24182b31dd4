"""Variations of a training picture with its boxes, ending at the network's input size.

OpenCV and numpy, not torchvision.transforms.v2: a 640x480 picture takes 3.5 ms of one core here and 5.4 ms there for
the like steps, on cores that have a network to train (measured); and what happens to the boxes can be read.
"""

from dataclasses import dataclass

import cv2
import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from core.training.recipes import Augmentation

PADDING = 114  # the grey round a picture that does not fill the input, as at prediction

Picture = NDArray[np.uint8]
Boxes = NDArray[np.float32]
Labels = NDArray[np.int64]


@dataclass(frozen=True)
class TrainTransform:
    """Turns a picture and its boxes into one of their many variations at ``input_size`` (height, width)."""

    input_size: tuple[int, int]
    augmentation: Augmentation

    def __call__(
        self, image: Picture, boxes: Boxes, labels: Labels, rng: np.random.Generator
    ) -> tuple[Picture, Boxes, Labels]:
        """Return picture, boxes n,4 and labels n varied by ``rng``.

        The picture is uint8 height,width,3 RGB of any size; boxes are ``x0, y0, x1, y1`` in its pixels, pixel-edge
        and 0-based. What is returned is of the input size, boxes in pixels of it, those dropped of which too
        little is left. Nothing given is changed.
        """
        boxes = boxes.astype(np.float32).reshape(-1, 4)
        image, boxes = resized(image, boxes, self.input_size, self.augmentation, rng)
        image, boxes = turned(image, boxes, self.augmentation, rng)
        image, boxes, kept = placed(image, boxes, self.input_size, self.augmentation, rng)
        return coloured(image, self.augmentation, rng), boxes, labels[kept]


def resized(
    image: Picture, boxes: Boxes, input_size: tuple[int, int], augmentation: Augmentation, rng: np.random.Generator
) -> tuple[Picture, Boxes]:
    """Return the picture resized so that it fits the input, times a scale by chance, and its boxes with it."""
    height, width = image.shape[:2]
    fitting = min(input_size[0] / height, input_size[1] / width)
    low, high = np.log(augmentation.scale)
    scale = fitting * np.exp(rng.uniform(low, high) + rng.uniform(-0.5, 0.5, 2) * augmentation.stretch)
    rows, columns = max(1, round(height * scale[0])), max(1, round(width * scale[1]))
    method = cv2.INTER_AREA if scale.max() < 1 else cv2.INTER_LINEAR
    scaling = np.array([columns / width, rows / height] * 2, np.float32)
    return np.asarray(cv2.resize(image, (columns, rows), interpolation=method), np.uint8), boxes * scaling


def turned(image: Picture, boxes: Boxes, augmentation: Augmentation, rng: np.random.Generator) -> tuple[Picture, Boxes]:
    """Return the picture mirrored or given a quarter turn by chance, and its boxes with it."""
    if augmentation.quarter_turns and rng.random() < 0.5:
        image, boxes = image.transpose(1, 0, 2), boxes[:, [1, 0, 3, 2]]
    height, width = image.shape[:2]
    if augmentation.flip_horizontal and rng.random() < 0.5:
        image = image[:, ::-1]
        boxes = np.stack([width - boxes[:, 2], boxes[:, 1], width - boxes[:, 0], boxes[:, 3]], axis=1)
    if augmentation.flip_vertical and rng.random() < 0.5:
        image = image[::-1]
        boxes = np.stack([boxes[:, 0], height - boxes[:, 3], boxes[:, 2], height - boxes[:, 1]], axis=1)
    return image, boxes


def placed(
    image: Picture, boxes: Boxes, input_size: tuple[int, int], augmentation: Augmentation, rng: np.random.Generator
) -> tuple[Picture, Boxes, NDArray[np.bool_]]:
    """Return the picture cropped or padded to the input size somewhere by chance, its boxes, and which were kept."""
    free = input_size[0] - image.shape[0], input_size[1] - image.shape[1]
    down, right = (_offset(pixels, rng, augmentation) for pixels in free)
    moved = boxes + np.array([right, down] * 2, np.float32)
    clipped = np.clip(moved, 0, np.array([input_size[1], input_size[0]] * 2, np.float32))
    kept = _area(clipped) > np.maximum(_area(moved) * augmentation.keep, 1.0)
    return _on_canvas(image, input_size, down, right), clipped[kept], kept


def _offset(free: int, rng: np.random.Generator, augmentation: Augmentation) -> int:
    """Return where along one axis the picture begins; ``free`` pixels are left over, or overhang where negative."""
    if augmentation.scale == (1.0, 1.0):
        return 0
    return int(rng.integers(min(0, free), max(0, free) + 1))


def _on_canvas(image: Picture, size: tuple[int, int], down: int, right: int) -> Picture:
    """Return a grey canvas of ``size`` with the picture's corner at row ``down`` and column ``right``."""
    canvas = np.full((*size, 3), PADDING, np.uint8)
    seen = image[max(0, -down) : size[0] - down, max(0, -right) : size[1] - right]
    down, right = max(0, down), max(0, right)
    canvas[down : down + seen.shape[0], right : right + seen.shape[1]] = seen
    return canvas


def _area(boxes: Boxes) -> Boxes:
    area: Boxes = np.prod(boxes[:, 2:] - boxes[:, :2], axis=1, dtype=np.float32)
    return area


def coloured(image: Picture, augmentation: Augmentation, rng: np.random.Generator) -> Picture:
    """Return the picture brighter or darker, flatter or harder, tinted and noisy by chance."""
    gain = (1 + rng.uniform(-1, 1) * augmentation.contrast) * (1 + rng.uniform(-1, 1, 3) * augmentation.tint)
    light = 255 * augmentation.brightness * rng.uniform(-1, 1)
    middle = image[::4, ::4].mean(axis=(0, 1))
    levels = (np.arange(256)[:, None] - middle) * gain + middle + light
    varied = cv2.LUT(image, np.clip(np.rint(levels), 0, 255).astype(np.uint8)[None])
    noise = 255 * augmentation.noise * max(0.0, rng.uniform(-1, 1))
    if noise > 0:
        cv2.setRNGSeed(int(rng.integers(2**31)))  # OpenCV's noise costs a third of numpy's
        varied = cv2.add(
            varied, cv2.randn(np.empty(varied.shape, np.int16), np.zeros(1), np.array([noise])), dtype=cv2.CV_8U
        )
    return np.asarray(varied, np.uint8)


def to_tensor(image: Picture) -> Tensor:
    """Return a uint8 height,width,3 picture as a float32 3,height,width tensor from 0 to 1 (laid out channels last)."""
    return torch.from_numpy(image).permute(2, 0, 1).float().div_(255)
