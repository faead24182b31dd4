"""The sample project: photographs of machined parts on a conveyor with scratches, dents and stains, all of it drawn.

Same seed, same pictures and same truth. Some pictures come labelled as a person would have; the truth of all lies in
a file of its own, which nothing reads but who wants to know how well a model did.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any, TypeAlias

import cv2
import numpy as np
from numpy.typing import NDArray

from core.errors import DatasetError, InvalidValueError
from core.files import write_atomic
from core.geometry import Box
from core.sample_project.defects import PENS, SIDE
from core.sample_project.parts import Part, draw_part
from core.sample_project.scene import Picture, belt, photographed
from core.voc import annotation_file
from core.voc.annotation import Annotation, VocObject

LABELS = tuple(PENS)
TRUTH_FILE = Path(".annotrain") / "sample_truth.json"
SEED = 2026
VISIBLE = 0.4  # of a defect's full strength: what is weaker is no part of its box
MARGIN = 3.0  # pixels that a person leaves round a defect
TRIES = 60
THINNEST = 28.0

Window: TypeAlias = tuple[slice, slice]


@dataclass(frozen=True, kw_only=True)
class SampleSettings:
    """What to draw: sizes in pixels, and ranges as lowest and highest count."""

    width: int
    height: int
    pictures: int
    labelled: int
    clean: int  # pictures without any defect
    parts: tuple[int, int]
    defects: tuple[int, int]
    jpeg_quality: int

    def __post_init__(self) -> None:
        if not 0 <= self.labelled <= self.pictures or not 0 <= self.clean <= self.pictures:
            raise InvalidValueError("There cannot be more labelled or clean pictures than pictures.")
        if min(self.width, self.height) < 256:
            raise InvalidValueError("The pictures of the sample project are at least 256 pixels wide and high.")

    @classmethod
    def load(cls) -> "SampleSettings":
        """Return the settings that come with the program."""
        stored: dict[str, Any] = json.loads(
            files("resources").joinpath("sample_project.json").read_text(encoding="utf-8")
        )
        stored |= {name: tuple(stored[name]) for name in ("parts", "defects")}
        return cls(**stored)


@dataclass(frozen=True)
class Defect:
    """A defect that is truly there; the box is 0-based, pixel-edge."""

    label: str
    box: Box


@dataclass(frozen=True)
class SampleProject:
    """A sample project on disk: its folder, which pictures are labelled, and the truth of all by image name."""

    folder: Path
    labelled: tuple[str, ...]
    truth: dict[str, tuple[Defect, ...]]


def generate(folder: Path, *, settings: SampleSettings | None = None, seed: int = SEED) -> SampleProject:
    """Draw the sample project into ``folder``, which must be empty or not there yet, and return what was drawn.

    Raises:
        DatasetError: there is something in the folder.
        WriteError: a file could not be written.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise DatasetError(f"{folder}: is not an empty folder: name one that is, or a new one.")
    settings = settings or SampleSettings.load()
    truth: dict[str, tuple[Defect, ...]] = {}
    labelled = []
    for number, (picture, defects) in enumerate(scenes(settings, seed)):
        name = f"part_{number + 1:03d}"
        _write_picture(folder / "JPEGImages" / f"{name}.jpg", picture, settings.jpeg_quality)
        truth[name] = defects
        if _is_labelled(number, settings):
            _write_annotation(folder, name, defects, settings)
            labelled.append(name)
    write_atomic(folder / "labels.txt", ("\n".join(LABELS) + "\n").encode())
    _write_truth(folder, truth)
    return SampleProject(folder, tuple(labelled), truth)


def read_truth(folder: Path) -> dict[str, tuple[Defect, ...]]:
    """Return the truth of every picture of the sample project in ``folder``, by image name."""
    stored = json.loads((folder / TRUTH_FILE).read_text(encoding="utf-8"))
    return {name: tuple(Defect(d["label"], Box(*d["box"])) for d in defects) for name, defects in stored.items()}


def scenes(settings: SampleSettings, seed: int) -> Iterator[tuple[NDArray[np.uint8], tuple[Defect, ...]]]:
    """Yield each photograph as uint8 height,width,3 RGB with its defects, in the order of the image names."""
    order = np.random.default_rng(seed)
    clean = set(order.permutation(settings.pictures)[: settings.clean].tolist())
    pens = _endless(order)
    for number in range(settings.pictures):
        rng = np.random.default_rng([seed, number])
        wanted = 0 if number in clean else int(rng.integers(settings.defects[0], settings.defects[1] + 1))
        yield draw_scene(rng, settings, [next(pens) for _ in range(wanted)])


def draw_scene(
    rng: np.random.Generator, settings: SampleSettings, labels: list[str]
) -> tuple[NDArray[np.uint8], tuple[Defect, ...]]:
    """Return a photograph of parts that bear a defect of each of ``labels``, as far as there is room, and these."""
    shape = settings.height, settings.width
    picture = belt(rng, shape)
    parts = list(_parts(rng, picture, settings))
    taken: NDArray[np.bool_] = np.zeros(shape, bool)
    defects = []
    for label in labels:
        box = _mar(rng, picture, parts, taken, label)
        if box is not None:
            defects.append(Defect(label, box.clamped(settings.width, settings.height)))
    return photographed(rng, picture), tuple(defects)


def _endless(rng: np.random.Generator) -> Iterator[str]:
    """Yield labels without end, each as often as the others."""
    while True:
        yield from rng.permutation(np.array(LABELS)).tolist()


def _is_labelled(number: int, settings: SampleSettings) -> bool:
    """Tell whether a picture comes labelled; these are spread evenly over all."""
    before, after = (number * settings.labelled // settings.pictures for number in (number, number + 1))
    return after > before


def _parts(rng: np.random.Generator, picture: Picture, settings: SampleSettings) -> Iterator[Part]:
    """Draw the parts side by side, each somewhere in a share of the picture."""
    count = int(rng.integers(settings.parts[0], settings.parts[1] + 1))
    size = np.array([settings.width, settings.height])
    share = size / (1, 1) if count == 1 else size / (count, 1)
    for place in range(count):
        reach = min(share) * rng.uniform(0.44, 0.5) if count < 3 else min(share) * rng.uniform(0.5, 0.56)
        middle = share * ((place + 0.5), 0.5) if count == 1 else np.array([share[0] * (place + 0.5), size[1] / 2])
        free = np.maximum(size[1] / 2 - reach, 4)
        at = middle + rng.uniform(-1, 1, 2) * (min(16.0, share[0] / 8), free)
        yield draw_part(rng, picture, (float(at[0]), float(at[1])), float(reach))


def _mar(
    rng: np.random.Generator, picture: Picture, parts: list[Part], taken: NDArray[np.bool_], label: str
) -> Box | None:
    """Draw one defect on the free metal of some part and return its box; None where no room was found."""
    spots = [np.argwhere(part.free) for part in parts]
    for _ in range(TRIES):
        chosen = int(rng.integers(len(parts)))
        if not len(spots[chosen]):
            continue
        spot = spots[chosen][rng.integers(len(spots[chosen]))]
        strength, gain = PENS[label](rng)
        window, patch = _overlap(taken.shape, spot - SIDE // 2)
        seen, free = strength[patch] > VISIBLE, parts[chosen].free[window] & ~taken[window]
        box = _box_of(seen, window)
        if box is None or seen.sum() < (strength > VISIBLE).sum() or (seen & free).sum() < 0.95 * seen.sum():
            continue
        picture[window] *= 1 + (gain[patch] - 1) * parts[chosen].metal[window][..., None]
        taken[window] |= cv2.dilate(seen.astype(np.uint8), np.ones((25, 25), np.uint8)).astype(bool)
        return box
    return None


def _overlap(shape: tuple[int, ...], corner: NDArray[np.int64]) -> tuple[Window, Window]:
    """Return what a patch with its upper left ``corner`` (row, column) covers of the picture, and of the patch."""
    low = np.maximum(corner, 0)
    high = np.minimum(corner + SIDE, shape[:2])
    window, patch = ((slice(a[0], b[0]), slice(a[1], b[1])) for a, b in ((low, high), (low - corner, high - corner)))
    return window, patch


def _box_of(seen: NDArray[np.bool_], window: Window) -> Box | None:
    """Return the box of what is visible with a person's margin; None where it is too thin for a box to say much."""
    rows, columns = np.nonzero(seen)
    if not len(rows):
        return None
    top, left = window[0].start, window[1].start
    box = Box(
        float(left + columns.min()) - MARGIN,
        float(top + rows.min()) - MARGIN,
        float(left + columns.max()) + 1 + MARGIN,
        float(top + rows.max()) + 1 + MARGIN,
    )
    return box if min(box.width, box.height) >= THINNEST else None


def _write_picture(path: Path, picture: NDArray[np.uint8], quality: int) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    _, stored = cv2.imencode(".jpg", picture[:, :, ::-1], [cv2.IMWRITE_JPEG_QUALITY, quality])
    write_atomic(path, stored.tobytes())


def _write_annotation(folder: Path, name: str, defects: tuple[Defect, ...], settings: SampleSettings) -> None:
    objects = tuple(VocObject(label=defect.label, shape=defect.box) for defect in defects)
    annotation = Annotation(
        filename=f"{name}.jpg", width=settings.width, height=settings.height, objects=objects, verified=True
    )
    annotation_file.write(folder / "Annotations" / f"{name}.xml", annotation)


def _write_truth(folder: Path, truth: dict[str, tuple[Defect, ...]]) -> None:
    stored = {
        name: [{"label": d.label, "box": [d.box.x0, d.box.y0, d.box.x1, d.box.y1]} for d in defects]
        for name, defects in truth.items()
    }
    write_atomic(folder / TRUTH_FILE, (json.dumps(stored, indent=1) + "\n").encode())
