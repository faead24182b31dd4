"""Small datasets of every shape, and a way to write and read them in one call."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from core.errors import AnnotrainError
from core.geometry import Box, Mask, Point, Polygon, Polyline
from core.voc.annotation import ROTATION, Annotation, VocObject
from core.voc.interchange.content import Content, Sample
from core.voc.interchange.conversion import Result, convert, survey
from core.voc.interchange.format import Choices, Format

RING = Mask(3, 2, 4, 4, (0, 5, 2, 2, 2, 5))
"""A mask of 4 x 4 pixels at (3, 2) with a hole of 2 x 2."""
TURNED = Polygon(((10.0, 2.0), (18.0, 2.0), (18.0, 6.0), (10.0, 6.0)))


def thing(label: str, shape: object, **rest: object) -> VocObject:
    """Return an object."""
    return VocObject(label=label, shape=shape, **rest)


def everything(name: str = "a.png") -> Annotation:
    """Return an annotation of 20 x 10 pixels with each shape and each thing that can be said."""
    return Annotation(
        filename=name,
        width=20,
        height=10,
        objects=(
            thing("scratch", Box(0, 0, 20, 10), difficult=True, pose="Left"),
            thing("dent", Box(19, 9, 20, 10), truncated=True, occluded=True),
            thing("scratch", Polygon(((1, 1), (5.5, 1), (5, 5.25))), attributes=(("text", "A 7"), ("depth", "deep"))),
            thing("dent", RING, attributes=(("group_id", "3"),)),
            thing("dent", Polyline(((2, 2), (8, 2), (8, 8)), 2)),
            thing("scratch", Point(4, 5)),
            thing("dent", TURNED, attributes=((ROTATION, "0"),)),
        ),
        tags=("NG",),
        verified=True,
        checked=True,
    )


class Maker:
    """Makes contents of pictures that really are on disk."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def picture(self, name: str, size: tuple[int, int] = (20, 10), seed: int = 0) -> Path:
        """Write a picture of noise and return its path."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        pixels = np.random.default_rng(seed).integers(0, 255, (size[1], size[0], 3), dtype=np.uint8)
        Image.fromarray(pixels).save(path)
        return path

    def content(
        self,
        annotations: Mapping[str, Annotation | None],
        labels: Sequence[str] = ("scratch", "dent"),
        sets: Mapping[str, Sequence[str]] | None = None,
    ) -> Content:
        """Return the content of pictures with these annotations by name."""
        samples = []
        for seed, (name, annotation) in enumerate(annotations.items()):
            size = (annotation.width, annotation.height) if annotation else (20, 10)
            path = self.picture(name, size, seed)
            samples.append(Sample(name, path, lambda _tell, annotation=annotation: annotation))
        return Content(
            root=self.folder,
            samples=tuple(samples),
            labels=tuple(labels),
            sets={split: tuple(names) for split, names in (sets or {}).items()},
        )


@pytest.fixture
def maker(tmp_path: Path) -> Maker:
    """Return what makes contents."""
    return Maker(tmp_path / "made")


def write(content: Content, to: Format, target: Path, **choices: object) -> Result:
    """Write a content as a person would: survey first."""
    chosen = Choices(**choices)
    return convert(content, survey(content, to, chosen).labels, to, target, chosen)


def annotations_of(content: Content) -> dict[str, Annotation | None]:
    """Return what a content says, by name, and fail on anything that is told beside it."""
    problems: list[AnnotrainError] = []
    found = {sample.name: sample.read(problems.append) for sample in content.samples}
    assert [str(problem) for problem in (*content.problems, *problems)] == []
    return found


Write = Callable[..., Result]
