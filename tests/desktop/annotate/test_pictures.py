from pathlib import Path

import numpy as np
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from core.geometry import Box
from desktop.annotate.canvas.viewport import Viewport
from desktop.annotate.page import AnnotatePage
from desktop.annotate.pictures import Picture


def test_the_pictures_beside_are_read_ahead(page: AnnotatePage, folder: Path, qtbot: QtBot) -> None:
    images = folder / "JPEGImages"
    qtbot.waitUntil(lambda: page.pictures.get(images / "b.png") is not None)
    page.walk.next()
    assert page.canvas.scene() is not None  # at once, not when the background thread is done
    qtbot.waitUntil(lambda: page.pictures.get(images / "c.png") is not None)


def test_skipping_through_images_ends_with_the_last_one(page: AnnotatePage, qtbot: QtBot) -> None:
    for name in ("b", "c", "a", "c", "b"):
        page.show_image(name)
    qtbot.waitUntil(lambda: page.canvas.scene() is not None)
    assert page.canvas.annotation.filename == "b.png"
    assert page.canvas.scene().size == (200, 150)


def shown(picture: Picture, viewport: Viewport, size: tuple[int, int]) -> np.ndarray:
    image = QImage(*size, QImage.Format.Format_RGB32)
    image.fill(0)
    painter = QPainter(image)
    picture.draw(painter, QRect(0, 0, *size), viewport)
    painter.end()
    return np.frombuffer(image.constBits(), np.uint8).reshape(size[1], size[0], 4)[:, :, 2::-1].copy()


def test_pixels_lie_where_the_viewport_says(qtbot: QtBot) -> None:
    del qtbot
    rgb = np.zeros((40, 60, 3), dtype=np.uint8)
    rgb[10, 20] = (255, 100, 50)
    drawn = shown(Picture(rgb), Viewport(8, -100, -40), (200, 120))
    assert (drawn[40:48, 60:68] == (255, 100, 50)).all()
    assert drawn.any(axis=2).sum() == 64


def test_a_large_picture_is_shown_from_a_smaller_level_in_the_same_place(qtbot: QtBot) -> None:
    del qtbot
    rgb = np.zeros((3000, 2000, 3), dtype=np.uint8)
    rgb[1000:2000, 500:1500] = 200
    drawn = shown(Picture(rgb), Viewport(0.1, 0, 0), (200, 300))
    assert (drawn[105:195, 55:145] == 200).all()
    assert not drawn[:95].any()
    assert not drawn[:, :45].any()
    assert not drawn[:, 155:].any()


def test_a_region_is_the_pixels_in_the_box_and_no_others() -> None:
    rgb = np.random.default_rng(1).integers(0, 255, (40, 61, 3), dtype=np.uint8)
    picture = Picture(rgb)
    assert (picture.region(Box(10.5, 5.2, 20.1, 30)) == rgb[5:30, 10:21]).all()
    assert (picture.region(Box(-10, -10, 500, 500)) == rgb).all()
    assert picture.region(Box(100, 100, 120, 120)).size == 0
