"""Pictures that a camera turned: boxes lie in the frame as shown, and a whole round of labelling leaves the file."""

import hashlib
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import Qt

from core.geometry import Box
from core.images import read_size
from core.voc import annotation_file
from desktop.demo.person import Person
from tests.e2e.conftest import open_folder, pixels


def turned_picture(path: Path, orientation: int) -> Path:
    """Write a picture that is 200 x 120 as shown, grey with a red patch from (20, 10) to (60, 50)."""
    shown = np.full((120, 200, 3), 128, np.uint8)
    shown[10:50, 20:60] = (220, 20, 20)
    undo = {2: "FLIP_LEFT_RIGHT", 3: "ROTATE_180", 4: "FLIP_TOP_BOTTOM", 5: "TRANSPOSE", 6: "ROTATE_90",
            7: "TRANSVERSE", 8: "ROTATE_270"}  # fmt: skip
    image = Image.fromarray(shown)
    if orientation != 1:
        image = image.transpose(Image.Transpose[undo[orientation]])
    exif = Image.Exif()
    exif[0x0112] = orientation
    options = {".jpg": {"quality": 95, "subsampling": 0}, ".webp": {"lossless": True}}.get(path.suffix, {})
    image.save(path, exif=exif, **options)
    return path


@pytest.mark.parametrize("suffix", [".jpg", ".png", ".tif", ".webp"])
def test_a_box_round_what_is_seen_is_written_as_it_is_seen(person: Person, tmp_path: Path, suffix: str) -> None:
    images = tmp_path / "turned" / "JPEGImages"
    images.mkdir(parents=True)
    paths = [turned_picture(images / f"{turn}{suffix}", turn) for turn in range(1, 9)]
    stamps = [(hashlib.sha256(path.read_bytes()).hexdigest(), path.stat().st_mtime_ns) for path in paths]
    open_folder(person, tmp_path / "turned")
    page = person.window.annotate_page
    page.labelling.add_label("patch")
    for turn, path in enumerate(paths, 1):
        page.show_image(str(turn))
        person.wait_until(lambda: page.canvas.scene() is not None, "the picture is shown")
        assert page.canvas.scene().size == (200, 120) == read_size(path)
        corners = [page.canvas.to_view(at).toPoint() for at in ((22, 12), (58, 48), (64, 54))]
        seen = pixels(page.canvas)
        reds = [int(seen[at.y(), at.x(), 0]) - int(seen[at.y(), at.x(), 1]) for at in corners]
        assert reds[0] > 150
        assert reds[1] > 150
        assert abs(reds[2]) < 40
        page.canvas.setFocus()
        person.press(Qt.Key.Key_B)
        person.drag(page.canvas, [(20, 10), (40, 30), (60, 50)])
    page.save_now()
    for turn in range(1, 9):
        written = annotation_file.read(tmp_path / "turned" / "Annotations" / f"{turn}.xml")
        assert (written.width, written.height) == (200, 120)
        assert written.objects[0].shape == Box(20, 10, 60, 50)
    assert [(hashlib.sha256(path.read_bytes()).hexdigest(), path.stat().st_mtime_ns) for path in paths] == stamps
