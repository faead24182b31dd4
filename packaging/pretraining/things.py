"""Things drawn on a background, each kind with a truth of its own: defects, cells, hairs, figures, print."""

import string
from collections.abc import Callable
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray
from pretraining.covers import blob, filled, half_plane, shrunk, stroke, walk
from pretraining.textures import Plane, Rng, Stock, noise, normal


@dataclass(frozen=True)
class Scene:
    """What a thing is drawn on: a ``picture`` (side, side, 1 if grey or 3) about 0 to 1, and where its surface is."""

    rng: Rng
    stock: Stock
    picture: NDArray[np.float32]
    surface: NDArray[np.bool_]
    liveliness: float  # the spread of the surface's light

    @property
    def side(self) -> int:
        """Rows and columns of the picture."""
        return self.picture.shape[0]

    def place(self) -> NDArray[np.floating]:
        """Return a place x, y on the surface."""
        rows, columns = np.nonzero(self.surface[::4, ::4])
        chosen = self.rng.integers(len(rows))
        return np.array([columns[chosen], rows[chosen]]) * 4 + self.rng.uniform(0, 4, 2)

    def light(self, sign: float | None = None) -> NDArray[np.float32]:
        """Return by how much a thing differs from its surroundings, for each channel."""
        rng = self.rng
        sign = sign or rng.choice([-1.0, 1.0])
        strength = self.liveliness * rng.uniform(0.7, 2.0) + np.exp(rng.uniform(np.log(0.03), np.log(0.4)))
        grey = self.picture.shape[2] == 1
        tint = 1.0 if grey else 1 + rng.normal(0, 0.4, 3)
        return np.float32(sign * strength) * np.atleast_1d(np.asarray(tint, np.float32))


PIECE = 6
"""So many steps of a crack have one width."""
Drawn = tuple[Plane, NDArray[np.float32]]
"""What a thing covers, and the picture with it."""


def _lit(scene: Scene, cover: Plane, light: NDArray[np.float32]) -> Drawn:
    """Return the thing as light added to what lies under it."""
    return cover, scene.picture + cover[..., None] * light


def _mixed(scene: Scene, cover: Plane, surface: Plane, share: float) -> Drawn:
    """Return the thing as a surface that hides ``share`` of what lies under it."""
    part = (cover * np.float32(share))[..., None]
    return cover, np.asarray(scene.picture * (1 - part) + surface * part, np.float32)


def _mean_light(scene: Scene, cover: Plane) -> Plane:
    """Return the picture's mean, for each channel, under the cover."""
    return (scene.picture * cover[..., None]).sum(axis=(0, 1)) / (cover.sum() + 1e-6)


def pit(scene: Scene) -> Drawn:
    """Draw one to three small round hollows or grains, often with a lit rim."""
    rng = scene.rng
    radius = np.exp(rng.uniform(np.log(1.3), np.log(6)))
    covers = [
        blob(rng, scene.side, scene.place(), radius * rng.uniform(0.7, 1.2), rough=rng.uniform(0, 0.2), soft=1.2)
        for _ in range(rng.integers(1, 4) if rng.random() < 0.3 else 1)
    ]
    cover = np.max(covers, axis=0)
    light = scene.light(-1.0 if rng.random() < 0.7 else 1.0)
    cover, picture = _lit(scene, cover, light)
    if rng.random() < 0.5:
        shift = np.rint(rng.normal(0, radius / 2, 2)).astype(int)
        rim = np.clip(np.roll(cover, tuple(shift), (0, 1)) - cover, 0, 1)
        picture = picture - rim[..., None] * light * np.float32(rng.uniform(0.2, 0.8))
    return cover, picture


def scratch(scene: Scene) -> Drawn:
    """Draw one to four thin straight or hardly bent lines."""
    rng, side = scene.rng, scene.side
    angle, bend = rng.uniform(0, np.pi), rng.normal(0, 0.15)
    cover = np.zeros((side, side), np.float32)
    for _ in range(rng.integers(2, 5) if rng.random() < 0.3 else 1):
        way = np.linspace(-0.5, 0.5, 9) * rng.uniform(0.15, 1.0) * side
        bow = bend * way**2 / side * 2
        turn = np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])
        points = np.stack([way, bow], axis=1) @ turn + scene.place()
        cover = np.maximum(cover, stroke(points, rng.uniform(0.6, 2.2), side))
    return _lit(scene, cover, scene.light(1.0 if rng.random() < 0.6 else -1.0))


def crack(scene: Scene) -> Drawn:
    """Draw a dark way of many corners whose width changes, at times with branches."""
    rng, side = scene.rng, scene.side
    trunk = walk(rng, scene.place(), rng.uniform(0.2, 1.2) * side, jump=rng.uniform(0.25, 0.8), bend=0.5)
    ways = [trunk]
    for _ in range(rng.integers(1, 4) if rng.random() < 0.4 else 0):
        start = trunk[rng.integers(len(trunk))]
        ways.append(walk(rng, start, rng.uniform(0.1, 0.4) * side, jump=0.6, bend=0.5))
    cover = np.zeros((side, side), np.float32)
    width = np.exp(rng.uniform(np.log(0.7), np.log(3)))
    for way in ways:
        for begin in range(0, len(way) - 1, PIECE):
            cover = np.maximum(cover, stroke(way[begin : begin + PIECE + 1], width * rng.uniform(0.6, 1.4), side))
    return _lit(scene, cover, scene.light(-1.0 if rng.random() < 0.85 else 1.0))


def hair(scene: Scene) -> Drawn:
    """Draw a long line of one width that bends smoothly."""
    rng, side = scene.rng, scene.side
    points = walk(rng, scene.place(), rng.uniform(0.4, 1.5) * side, jump=0.0, bend=rng.uniform(2, 7))
    return _lit(scene, stroke(points, rng.uniform(0.6, 1.6), side), scene.light(-1.0 if rng.random() < 0.7 else 1.0))


def frayed(scene: Scene) -> Drawn:
    """Draw a torn region: ragged border, strokes and crumbs of strong light and dark within."""
    rng, side = scene.rng, scene.side
    cover = blob(rng, side, _near_border(scene), rng.uniform(5, 22), rough=rng.uniform(0.3, 0.7), soft=1.0)
    torn = normal(scene.stock.piece(side) + rng.uniform(0.5, 2) * normal(noise(rng, side, rng.uniform(1.5, 4))))
    strength = scene.liveliness * rng.uniform(1.5, 3) + rng.uniform(0.03, 0.2)
    return _lit(scene, cover, (torn * np.float32(strength) + np.float32(rng.normal(0, 0.1)))[..., None])


def chip(scene: Scene) -> Drawn:
    """Draw a piece broken out of the surface's border: smooth within, an edge of light round it."""
    rng, side = scene.rng, scene.side
    cover = blob(rng, side, _on_border(scene), rng.uniform(4, 20), rough=rng.uniform(0.05, 0.3), soft=1.0)
    slope = noise(rng, side, rng.uniform(15, 60)) * rng.uniform(0.02, 0.1)
    level = _mean_light(scene, cover) + scene.light() * 0.8
    cover, picture = _mixed(scene, cover, level + slope[..., None], rng.uniform(0.6, 1))
    if rng.random() < 0.6:
        rim = cv2.morphologyEx(cover, cv2.MORPH_GRADIENT, np.ones((3, 3), np.uint8))
        picture = picture + (rim * rng.normal(0, 0.2))[..., None]
    return cover, np.asarray(picture, np.float32)


def other_texture(scene: Scene) -> Drawn:
    """Draw a patch of another texture, as light on the mean as what it replaces."""
    rng, side = scene.rng, scene.side
    cover = _region(scene)
    piece = scene.stock.piece(side)[..., None] * max(0.04, scene.liveliness * rng.uniform(0.5, 2.5))
    return _mixed(scene, cover, _mean_light(scene, cover) + piece + rng.normal(0, 0.03), rng.uniform(0.6, 1))


def other_light(scene: Scene) -> Drawn:
    """Draw a patch of the same texture, brighter or darker, or with more or less contrast."""
    rng = scene.rng
    cover = _region(scene)
    mean = _mean_light(scene, cover)
    gain = np.exp(rng.choice([-1, 1]) * rng.uniform(0.3, 0.9)) if rng.random() < 0.5 else 1.0
    light = scene.light() * rng.uniform(0.3, 0.8)
    return _mixed(scene, cover, (scene.picture - mean) * gain + mean + light, 1.0)


def cell(scene: Scene) -> Drawn:
    """Draw discs, rings or cells with a membrane and a nucleus, one or a field of them."""
    rng, side = scene.rng, scene.side
    radius, light, hollow = rng.uniform(6, 18), scene.light(), rng.uniform(-0.3, 1)
    edge, nucleus = rng.uniform(0.6, 0.9), rng.random() < 0.4
    whole = np.zeros((side, side), np.float32)
    picture = scene.picture
    for _ in range(rng.integers(2, 9) if rng.random() < 0.5 else 1):
        middle = scene.place()
        own = radius * rng.uniform(0.8, 1.2)
        cover = blob(rng, side, middle, own, rough=rng.uniform(0, 0.05), soft=1.5)
        away = np.hypot(*(np.mgrid[:side, :side] + 0.5 - middle[::-1, None, None])).astype(np.float32) / own
        inner = np.clip((np.float32(edge) - away) * 4, 0, 1) * np.float32(hollow)
        picture = picture + (cover * (1 - inner))[..., None] * light
        if nucleus:
            core = blob(rng, side, middle + rng.normal(0, own / 6, 2), own * 0.4, rough=0.15, soft=1.5)
            picture = picture + (core * cover)[..., None] * light * np.float32(0.8)
        whole = np.maximum(whole, cover)
    return whole, np.asarray(picture, np.float32)


def figure(scene: Scene) -> Drawn:
    """Draw a figure with straight sides, plain or of a texture of its own."""
    rng, side = scene.rng, scene.side
    angles = np.sort(rng.uniform(0, 2 * np.pi, rng.integers(3, 8)))
    if rng.random() < 0.5:
        angles = rng.uniform(0, np.pi) + np.arange(4) * np.pi / 2 + np.array([0, 1, 0, 1]) * rng.uniform(-0.6, 0.6)
    radius = rng.uniform(5, 28)
    ways = np.stack([np.cos(angles), np.sin(angles)], axis=1) * radius * rng.uniform(0.8, 1, (len(angles), 1))
    cover = filled(scene.place() + ways, side)
    own = scene.stock.piece(side)[..., None] * rng.uniform(0, 0.08)
    return _mixed(scene, cover, _mean_light(scene, cover) + scene.light() + own, rng.uniform(0.5, 1))


def print_(scene: Scene) -> Drawn:
    """Draw letters and digits, turned by chance."""
    rng, side = scene.rng, scene.side
    text = "".join(rng.choice(list(string.ascii_letters + string.digits), rng.integers(1, 6)))
    canvas = np.zeros((2 * side, 2 * side), np.uint8)
    size, thick = rng.uniform(0.6, 2.2), int(rng.integers(1, 6))
    corner = 2 * scene.place() - (rng.uniform(0, 40), rng.uniform(-20, 20))
    font = int(rng.choice([0, 1, 2, 3, 4, 5, 6, 7]))
    cv2.putText(canvas, text, tuple(corner.astype(int).tolist()), font, size, 255, thick, cv2.LINE_AA)
    angle = rng.choice([0, 90, 180, 270]) + rng.normal(0, 8)
    turn = cv2.getRotationMatrix2D(tuple(corner.tolist()), float(angle), 1.0)
    return _lit(scene, shrunk(cv2.warpAffine(canvas, turn, (2 * side, 2 * side))), scene.light())


def _region(scene: Scene) -> Plane:
    """Return a large part of the surface: a blob, a side, a band or a figure, sharp or soft."""
    rng, side = scene.rng, scene.side
    soft = float(rng.choice([1.0, 1.0, 4.0, 12.0]))
    if rng.random() < 0.5:
        return half_plane(rng, side, rough=rng.choice([0.0, 1.0, 3.0]), soft=soft)
    return blob(rng, side, scene.place(), rng.uniform(8, 40), rough=rng.choice([0.0, 0.1, 0.25]), soft=soft)


def _on_border(scene: Scene) -> NDArray[np.floating]:
    """Return a place x, y on the border of the surface."""
    inner = cv2.erode(scene.surface.astype(np.uint8), np.ones((3, 3), np.uint8), borderValue=0)
    rows, columns = np.nonzero(scene.surface & (inner == 0))
    chosen = scene.rng.integers(len(rows))
    return np.array([columns[chosen], rows[chosen]]) + 0.5


def _near_border(scene: Scene) -> NDArray[np.floating]:
    """Return a place x, y, half of the times on the border of the surface."""
    return _on_border(scene) if scene.rng.random() < 0.5 else scene.place()


THINGS: dict[str, Callable[[Scene], Drawn]] = {
    "pit": pit, "scratch": scratch, "crack": crack, "frayed": frayed, "chip": chip, "texture": other_texture,
    "light": other_light, "cell": cell, "figure": figure, "hair": hair, "print": print_,
}  # fmt: skip
"""The kinds by their names; a pixel's truth is 1 + the kind's place here, 0 where nothing was drawn."""
