"""A tiny dataset and a way to run commands as a terminal does."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from core.cli.app import main

OBJECT = """<annotation><filename>{name}.png</filename><size><width>96</width><height>64</height><depth>3</depth></size>
<object><name>dent</name><bndbox><xmin>11</xmin><ymin>21</ymin><xmax>40</xmax><ymax>50</ymax></bndbox></object></annotation>
"""


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    """Three pictures of 96 x 64 in Pascal VOC layout, of which a and b have one box each."""
    root = tmp_path / "tiny"
    for folder in ("JPEGImages", "Annotations"):
        (root / folder).mkdir(parents=True)
    noise = np.random.default_rng(0)
    for name in "abc":
        pixels = noise.integers(0, 255, (64, 96, 3), dtype=np.uint8)
        Image.fromarray(pixels).save(root / "JPEGImages" / f"{name}.png")
    for name in "ab":
        (root / "Annotations" / f"{name}.xml").write_text(OBJECT.format(name=name))
    return root


class Ran:
    """What a command printed and how it ended."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err

    @property
    def json(self) -> Any:
        return json.loads(self.out)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Callable[..., Ran]:
    """Run a command in this process."""

    def run_command(*words: object) -> Ran:
        capsys.readouterr()
        code = main([str(word) for word in words])
        return Ran(code, *capsys.readouterr())

    return run_command
