"""Whole drawn pictures with the truth of every pixel, to learn to see from where no photographs can be had.

After formula-driven supervision (Kataoka et al., Pre-training without Natural Images, ACCV 2020): what is drawn by
formulas, and labelled by them, teaches a network edges, textures and shapes without a single photograph.
"""

from dataclasses import replace

import cv2
import numpy as np
from numpy.typing import NDArray
from pretraining.textures import Plane, Stock, noise, normal
from pretraining.things import THINGS, Scene

from core.tasks.fitting import PADDING

LEAST = 0.4
"""How much of a pixel a thing has to cover for the pixel to be its."""
FEWEST = 3
"""A thing of fewer pixels is not drawn."""
COUNTS = (0.12, 0.4, 0.28, 0.13, 0.07)
"""How often there are 0, 1, 2 ... things in a picture."""


class Drawings:
    """Draws one picture after another from a seed, out of a stock of so many textures."""

    def __init__(self, seed: int, textures: int = 60) -> None:
        self._rng = np.random.default_rng(seed)
        self._stock = Stock(self._rng, textures)

    def draw(self, side: int) -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
        """Return a picture (side, side, 3) and its truth (side, side): 0, or 1 + the kind's place in THINGS."""
        rng = self._rng
        scene = self._scene(side)
        truth = np.zeros((side, side), np.uint8)
        for _ in range(rng.choice(len(COUNTS), p=COUNTS)):
            number = int(rng.integers(len(THINGS)))
            cover, picture = list(THINGS.values())[number](scene)
            visible = (cover >= LEAST) & scene.surface
            if visible.sum() < FEWEST:
                continue
            truth[visible] = 1 + number
            scene = replace(scene, picture=np.where(scene.surface[..., None], picture, scene.picture))
        return self._taken(scene.picture), truth

    def _scene(self, side: int) -> Scene:
        """Return a background: one or two textures in grey or in colours, at times cut out of other surroundings."""
        rng, stock = self._rng, self._stock
        liveliness = float(np.exp(rng.uniform(np.log(0.008), np.log(0.12))))
        plane = stock.piece(side)
        if rng.random() < 0.5:
            plane = normal(plane + rng.uniform(0.2, 1) * stock.piece(side))
        slope = noise(rng, side, rng.uniform(0.5, 2) * side) * np.float32(rng.uniform(0, 0.12))
        grey = bool(rng.random() < 0.55)
        level = rng.uniform(0.15, 0.85, 1) if grey else rng.uniform(0.05, 0.95, 3)
        tint = np.ones(1) if grey else 1 + rng.normal(0, 0.5, 3)
        light, tint = slope[..., None] + level.astype(np.float32), tint.astype(np.float32)
        picture = (plane * liveliness)[..., None] * tint + light
        surface = np.ones((side, side), bool)
        if rng.random() < 0.5:
            surface = self._cut_out(side)
            picture = np.where(surface[..., None], picture, self._surroundings(side))
        return Scene(rng, stock, picture, surface, liveliness)

    def _cut_out(self, side: int) -> NDArray[np.bool_]:
        """Return where a part with straight sides lies that does not fill the picture."""
        rng = self._rng
        low = np.where(rng.random(2) < 0.5, -0.02, rng.uniform(0.02, 0.3, 2)) * side
        high = np.where(rng.random(2) < 0.5, 1.02, rng.uniform(0.65, 0.98, 2)) * side
        corners = np.array([low, [high[0], low[1]], high, [low[0], high[1]]]) + rng.normal(0, 0.01 * side, (4, 2))
        canvas = np.zeros((side, side), np.uint8)
        cv2.fillPoly(canvas, [np.rint(corners).astype(np.int32)], 1)
        return canvas > 0

    def _surroundings(self, side: int) -> Plane:
        """Return what lies round a part: plain grey, as the program pads with, darkness, or another texture."""
        rng = self._rng
        if rng.random() < 0.5:
            return np.full((1, 1, 1), rng.choice([PADDING / 255, rng.uniform(0, 1)]), np.float32)
        return np.float32(rng.uniform(0, 0.6)) + (self._stock.piece(side) * np.float32(rng.uniform(0, 0.1)))[..., None]

    def _taken(self, picture: Plane) -> NDArray[np.uint8]:
        """Return the picture as a camera takes it: light falls off, blur, noise, contrast."""
        rng = self._rng
        side, channels = picture.shape[0], picture.shape[2]
        if rng.random() < 0.3:
            picture = cv2.GaussianBlur(picture, (0, 0), rng.uniform(0.4, 1.1)).reshape(picture.shape)
        gain, light = np.exp(rng.normal(0, 0.25)), rng.normal(0, 0.08)
        fall = np.float32(gain) * (1 + noise(rng, side, side * 0.8) * np.float32(rng.uniform(0, 0.12)))
        picture = picture * fall[..., None] + np.float32(0.5 * (1 - gain) + light)
        if rng.random() < 0.6:
            grain = rng.standard_normal((side, side, channels), np.float32)
            picture = picture + grain * np.float32(rng.uniform(0, 0.03))
        levels = np.rint(np.clip(picture, 0, 1) * 255).astype(np.uint8)
        return np.ascontiguousarray(np.broadcast_to(levels, (side, side, 3)))
