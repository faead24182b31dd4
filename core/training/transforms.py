"""Variations of a training picture with all that is said of it, ending at the network's input size. No torch.

OpenCV and numpy, not torchvision.transforms.v2: a 640x480 picture takes 3.5 ms of one core here and 5.4 ms there for
the like steps, on cores that have a network to train (measured); and what happens to the objects can be read. One
matrix says where a picture's pixels come to lie, so boxes, masks and class maps cannot go other ways than the picture.
"""

from dataclasses import dataclass, replace

import cv2
import numpy as np
from numpy.typing import NDArray

from core.boxes import areas
from core.tasks.fitting import PADDING, fit_factor
from core.tasks.target import VOID, VOID_LABEL, Crop, Target
from core.training.augmentation import Augmentation

Picture = NDArray[np.uint8]
Boxes = NDArray[np.float32]
Matrix = NDArray[np.float64]
"""3 x 3, from places (x, y, 1) in one picture to those in another, pixel-edge."""

LEAST_AREA = 1.0
"""A box of fewer square pixels of the input is dropped."""


@dataclass(frozen=True)
class Variation:
    """A varied picture uint8 (h, w, 3), its target, and which of the objects given (n,) are still in it."""

    picture: Picture
    target: Target
    kept: NDArray[np.bool_]


@dataclass(frozen=True)
class Placing:
    """Where a picture comes to lie in the input, drawn by chance once: all parts of a target follow it."""

    shape: tuple[int, int]  # rows and columns that the picture is resized to
    swap: bool  # x and y change places
    mirror: tuple[bool, bool]  # left to right, top to bottom
    angle: float  # degrees, clockwise as seen, round the picture's middle
    offset: tuple[int, int]  # right, down

    @property
    def turned_shape(self) -> tuple[int, int]:
        """Rows and columns after x and y changed places."""
        return self.shape[::-1] if self.swap else self.shape

    def matrix(self, picture_shape: tuple[int, ...]) -> Matrix:
        """Return the way from a picture of (rows, columns) to the input."""
        scale = np.diag([self.shape[1] / picture_shape[1], self.shape[0] / picture_shape[0], 1.0])
        swap = np.eye(3)[[1, 0, 2]] if self.swap else np.eye(3)
        return self.turned_matrix() @ swap @ scale

    def turned_matrix(self) -> Matrix:
        """Return the way from the picture resized and swapped to the input, without its mirroring undone."""
        rows, columns = self.turned_shape
        mirror = np.eye(3)
        for axis, length in enumerate((columns, rows)):
            if self.mirror[axis]:
                mirror[axis, axis], mirror[axis, 2] = -1, length
        return self.rotation() @ mirror

    def rotation(self) -> Matrix:
        """Return the turn round the picture's middle, and the move to its place in the input."""
        rows, columns = self.turned_shape
        turn = np.radians(self.angle)
        cosine, sine = np.cos(turn), np.sin(turn)
        middle = np.array([columns / 2, rows / 2])
        rotation = np.array([[cosine, -sine], [sine, cosine]])
        matrix = np.eye(3)
        matrix[:2, :2] = rotation
        matrix[:2, 2] = middle - rotation @ middle + self.offset
        return matrix


@dataclass(frozen=True)
class TrainTransform:
    """Turns a picture and what is said of it into one of their many variations at ``input_size`` (height, width)."""

    input_size: tuple[int, int]
    augmentation: Augmentation
    leaves_out: bool = False

    def __call__(self, picture: Picture, target: Target, rng: np.random.Generator) -> Variation:
        """Return picture and target varied by ``rng``.

        The picture is uint8 height,width,3 RGB of any size, the target in its pixels. Boxes of which too little is left
        inside the input are dropped, with their labels and masks; with ``leaves_out`` what is left of them stays,
        under the VOID_LABEL. Nothing given is changed.
        """
        placing = placed_by_chance(picture.shape, self.input_size, self.augmentation, rng)
        matrix, keep = placing.matrix(picture.shape), self.augmentation.keep
        moved, kept = target_moved(target, matrix, self.input_size, keep, self.leaves_out)
        varied = picture_moved(picture, placing, self.input_size)
        return Variation(coloured(varied, self.augmentation, rng), moved, kept)


def placed_by_chance(
    shape: tuple[int, ...], input_size: tuple[int, int], augmentation: Augmentation, rng: np.random.Generator
) -> Placing:
    """Return where a picture of (rows, columns) goes: resized by chance about what fits, turned, and moved."""
    rows, columns = shape[:2]
    low, high = np.log(augmentation.scale)
    fitting = fit_factor((columns, rows), input_size)
    scale = fitting * np.exp(rng.uniform(low, high) + rng.uniform(-0.5, 0.5, 2) * augmentation.stretch)
    resized = max(1, round(rows * scale[0])), max(1, round(columns * scale[1]))
    swap = bool(augmentation.quarter_turns and rng.random() < 0.5)
    mirror = (
        bool(augmentation.flip_horizontal and rng.random() < 0.5),
        bool(augmentation.flip_vertical and rng.random() < 0.5),
    )
    angle = float(rng.uniform(-1, 1) * augmentation.rotation) if augmentation.rotation else 0.0
    turned = resized[::-1] if swap else resized
    down, right = (_offset(whole - own, rng, augmentation) for whole, own in zip(input_size, turned, strict=True))
    return Placing(resized, swap, mirror, angle, (right, down))


def _offset(free: int, rng: np.random.Generator, augmentation: Augmentation) -> int:
    """Return where along one axis the picture begins; ``free`` pixels are left over, or overhang where negative.

    One of its borders lies on the input's, as at prediction. In between, a network would hardly ever learn what objects
    look like where the input ends, nor whether the person labels those that the picture cuts.
    """
    return 0 if augmentation.scale == (1.0, 1.0) or rng.random() < 0.5 else free


def picture_moved(picture: Picture, placing: Placing, input_size: tuple[int, int]) -> Picture:
    """Return the picture at its place in an input of (height, width), grey round it."""
    method = cv2.INTER_AREA if placing.shape[0] < picture.shape[0] else cv2.INTER_LINEAR
    moved: Picture = np.asarray(cv2.resize(picture, placing.shape[::-1], interpolation=method), np.uint8)
    if placing.swap:
        moved = moved.transpose(1, 0, 2)
    if placing.mirror[0]:
        moved = moved[:, ::-1]
    if placing.mirror[1]:
        moved = moved[::-1]
    if placing.angle:
        matrix = centred(placing.rotation())
        grey = (PADDING,) * 3
        turned = cv2.warpAffine(
            np.ascontiguousarray(moved), matrix, input_size[::-1], flags=cv2.INTER_LINEAR, borderValue=grey
        )
        return np.asarray(turned, np.uint8)
    return _on_canvas(moved, input_size, placing.offset[1], placing.offset[0])


def centred(matrix: Matrix) -> Matrix:
    """Return the 2 x 3 matrix as OpenCV wants it: it counts from the pixels' centres, we from their edges."""
    moved = matrix[:2].copy()
    moved[:, 2] += matrix[:2, :2] @ (0.5, 0.5) - 0.5
    return moved


def _on_canvas(image: Picture, size: tuple[int, int], down: int, right: int) -> Picture:
    """Return a grey canvas of ``size`` with the picture's corner at row ``down`` and column ``right``."""
    canvas = np.full((*size, 3), PADDING, np.uint8)
    seen = image[max(0, -down) : size[0] - down, max(0, -right) : size[1] - right]
    down, right = max(0, down), max(0, right)
    canvas[down : down + seen.shape[0], right : right + seen.shape[1]] = seen
    return canvas


def target_moved(
    target: Target, matrix: Matrix, input_size: tuple[int, int], keep: float, leaves_out: bool
) -> tuple[Target, NDArray[np.bool_]]:
    """Return the target moved by ``matrix`` and cut at the input's border, and which of its objects are left.

    An object is left where more than ``keep`` of its box is; with ``leaves_out`` all of which anything is, those with
    less under the VOID_LABEL: an object that the input cuts is no witness of whether the person labels objects that
    the picture cuts.
    """
    moved = boxes_moved(target.boxes, matrix)
    clipped = np.clip(moved, 0, np.array([input_size[1], input_size[0]] * 2, np.float32))
    kept, taught = areas(clipped) > LEAST_AREA, areas(clipped) > areas(moved) * keep
    if leaves_out:
        target = replace(target, labels=np.where(taught, target.labels, VOID_LABEL))
    else:
        kept &= taught
    masks = target.masks
    if masks is not None:
        crops = [crop_moved(crop, matrix, input_size) for crop in masks]
        kept &= np.array([bool(crop[2].any()) for crop in crops], bool)
        masks = tuple(crop for crop, keeps in zip(crops, kept, strict=True) if keeps)
        clipped[kept] = _bounds(masks)
    classes = target.classes
    if classes is not None:
        classes = np.asarray(
            cv2.warpAffine(
                classes, centred(matrix), input_size[::-1], flags=cv2.INTER_NEAREST, borderValue=(float(VOID),) * 4
            ),
            np.uint8,
        )
    return replace(target, boxes=clipped[kept], labels=target.labels[kept], masks=masks, classes=classes), kept


def boxes_moved(boxes: Boxes, matrix: Matrix) -> Boxes:
    """Return boxes (n, 4) round what they held after the move.

    Of a turned box the corners would reach far beyond the object in it; the ellipse that touches its sides is nearer
    (Kalra et al., Towards Rotation Invariance in Object Detection, 2021), and the very box where nothing is turned.
    """
    middle = (boxes[:, :2] + boxes[:, 2:]) / 2 @ matrix[:2, :2].T + matrix[:2, 2]
    half = np.sqrt(((boxes[:, 2:] - boxes[:, :2]) / 2) ** 2 @ (matrix[:2, :2] ** 2).T)
    return np.concatenate([middle - half, middle + half], axis=1).astype(np.float32).reshape(-1, 4)


def crop_moved(crop: Crop, matrix: Matrix, input_size: tuple[int, int]) -> Crop:
    """Return an object's pixels after the move, cut at the border of the input (height, width)."""
    left, top, pixels = crop
    rows, columns = pixels.shape
    corners = np.array([[left, top], [left + columns, top], [left, top + rows], [left + columns, top + rows]], float)
    places = corners @ matrix[:2, :2].T + matrix[:2, 2]
    x0, y0 = np.maximum(np.floor(places.min(axis=0)), 0).astype(int)
    x1, y1 = np.minimum(np.ceil(places.max(axis=0)), input_size[::-1]).astype(int)
    if x1 <= x0 or y1 <= y0:
        return 0, 0, np.zeros((1, 1), np.uint8)
    local = (
        np.array([[1.0, 0, -x0], [0, 1.0, -y0], [0, 0, 1]])
        @ matrix
        @ np.array([[1.0, 0, left], [0, 1.0, top], [0, 0, 1]])
    )
    moved = cv2.warpAffine(pixels, centred(local), (int(x1 - x0), int(y1 - y0)), flags=cv2.INTER_LINEAR)
    return int(x0), int(y0), np.where(moved >= 128, np.uint8(255), np.uint8(0))


def _bounds(crops: tuple[Crop, ...]) -> Boxes:
    """Return the boxes (n, 4) round the pixels of crops that have some."""
    boxes = np.zeros((len(crops), 4), np.float32)
    for place, (left, top, pixels) in enumerate(crops):
        x, y, width, height = cv2.boundingRect(pixels)
        boxes[place] = left + x, top + y, left + x + width, top + y + height
    return boxes


def coloured(image: Picture, augmentation: Augmentation, rng: np.random.Generator) -> Picture:
    """Return the picture brighter or darker, flatter or harder, tinted, blurred and noisy by chance."""
    gain = (1 + rng.uniform(-1, 1) * augmentation.contrast) * (1 + rng.uniform(-1, 1, 3) * augmentation.tint)
    light = 255 * augmentation.brightness * rng.uniform(-1, 1)
    middle = image[::4, ::4].mean(axis=(0, 1))
    levels = (np.arange(256)[:, None] - middle) * gain + middle + light
    varied = cv2.LUT(image, np.clip(np.rint(levels), 0, 255).astype(np.uint8)[None])
    sigma = rng.uniform(0, 1) * augmentation.blur if augmentation.blur else 0.0
    if sigma > 0.1:
        varied = cv2.GaussianBlur(varied, (0, 0), sigma)
    noise = 255 * augmentation.noise * max(0.0, rng.uniform(-1, 1))
    if noise > 0:
        cv2.setRNGSeed(int(rng.integers(2**31)))  # OpenCV's noise costs a third of numpy's
        # A mean and a deviation for each channel: of fewer, OpenCV reads the others from whatever lies behind them.
        grain = cv2.randn(np.empty(varied.shape, np.int16), np.zeros(3), np.full(3, noise))
        varied = cv2.add(varied, grain, dtype=cv2.CV_8U)
    return np.asarray(varied, np.uint8)
