"""Putting pictures in place: whole or not at all, and no further once the disk is full."""

import errno
import sys
from pathlib import Path

import pytest

from core.errors import WriteError
from core.voc.interchange.conversion import convert
from core.voc.interchange.format import Copying
from core.voc.interchange.formats import VOC
from tests.core.voc.interchange.conftest import Maker, everything


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="needs a file that opens and cannot be read")
def test_a_copy_that_fails_leaves_nothing(tmp_path: Path) -> None:
    target = tmp_path / "a.png"
    with pytest.raises(WriteError):
        Copying()(Path("/proc/self/mem"), target)
    assert not target.exists()


def test_a_full_disk_ends_it_and_leaves_nothing(maker: Maker, tmp_path: Path) -> None:
    content = maker.content({"a.png": everything(), "b.png": everything("b.png")})
    asked = []

    def place(_source: Path, target: Path) -> None:
        asked.append(target)
        raise WriteError(target, "no room") from OSError(errno.ENOSPC, "no room")

    with pytest.raises(WriteError):
        convert(content, content.labels, VOC, tmp_path / "out", place=place)
    assert len(asked) == 1
    assert list(tmp_path.iterdir()) == [maker.folder]
