"""Machined parts: plates, flanges, brackets and bars of brushed or turned metal, with what belongs on them.

Holes, screws, grooves and engraved numbers are no defects; they are here so that a model has to tell the difference.
"""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from core.sample_project.scene import LIGHT, Picture, Plane, smooth_noise

SHIFT = 4  # OpenCV draws with 1/16 pixel where coordinates are shifted by 4 bits
METALS = ((0.66, 0.67, 0.69), (0.60, 0.60, 0.59), (0.70, 0.68, 0.64), (0.56, 0.58, 0.61))
BEVEL = 3.5


@dataclass(frozen=True)
class Part:
    """A part in the picture: where its metal is (0..1), and where on it nothing else is yet."""

    metal: Plane
    free: NDArray[np.bool_]


@dataclass(frozen=True)
class Outline:
    """A part's form about its own centre: polygons of metal, and holes as x, y, radius."""

    polygon: NDArray[np.float64]
    holes: tuple[tuple[float, float, float], ...]
    turned: bool = False  # made on a lathe: its marks are circles


def draw_part(rng: np.random.Generator, picture: Picture, centre: tuple[float, float], reach: float) -> Part:
    """Draw a part of about ``reach`` pixels from its centre to its end, and return where it is."""
    shape = picture.shape[0], picture.shape[1]
    form = FORMS[rng.integers(len(FORMS))](rng, reach)
    angle = rng.uniform(0, 2 * np.pi)
    solid = _mask(shape, _moved(form.polygon, centre, angle))
    holes = np.zeros(shape, np.float32)
    places = _moved(np.array([hole[:2] for hole in form.holes]).reshape(-1, 2), centre, angle)
    for place, (_, _, radius) in zip(places, form.holes, strict=True):
        holes = np.maximum(holes, _disc(shape, place, radius))
    metal = solid * (1 - holes)
    _shadow(rng, picture, solid)
    surface = _metal(rng, shape, centre, angle, form.turned) * _bevel(metal)[..., None]
    picture[:] = picture * (1 - metal[..., None]) + surface * metal[..., None]
    picture *= 1 - 0.55 * holes[..., None]
    marks = _screws(rng, picture, places, form) + _engraving(rng, picture, metal, centre, angle, reach)
    taken = cv2.dilate(np.maximum(marks, 1 - metal), np.ones((9, 9), np.uint8))
    return Part(metal, np.asarray(taken < 0.2))


def _moved(points: NDArray[np.float64], centre: tuple[float, float], angle: float) -> NDArray[np.float64]:
    """Return points n,2 turned about the origin and moved to ``centre``."""
    c, s = np.cos(angle), np.sin(angle)
    return np.asarray(points @ np.array([[c, s], [-s, c]]) + np.array(centre), np.float64)


def _mask(shape: tuple[int, int], polygon: NDArray[np.float64]) -> Plane:
    layer = np.zeros(shape, np.uint8)
    cv2.fillPoly(layer, [np.rint(polygon * 2**SHIFT).astype(np.int32)], 255, cv2.LINE_AA, SHIFT)
    return np.asarray(layer / 255, np.float32)


def _disc(shape: tuple[int, int], centre: NDArray[np.float64], radius: float) -> Plane:
    layer = np.zeros(shape, np.uint8)
    x, y, r = (int(v) for v in np.rint(np.array([*centre, radius]) * 2**SHIFT))
    cv2.circle(layer, (x, y), r, 255, -1, cv2.LINE_AA, SHIFT)
    return np.asarray(layer / 255, np.float32)


def _shadow(rng: np.random.Generator, picture: Picture, solid: Plane) -> None:
    """Darken the belt on the side that the part keeps the light from."""
    away = -LIGHT * rng.uniform(5, 10)
    move = np.array([[1, 0, away[0]], [0, 1, away[1]]])
    cast = cv2.GaussianBlur(cv2.warpAffine(solid, move, solid.shape[::-1]), (0, 0), rng.uniform(4, 7))
    close = cv2.GaussianBlur(solid, (0, 0), 2.5)
    picture *= (1 - 0.55 * cast)[..., None] * (1 - 0.35 * close)[..., None]


def _metal(
    rng: np.random.Generator, shape: tuple[int, int], centre: tuple[float, float], angle: float, turned: bool
) -> Picture:
    """Return a whole picture of metal with the marks of brushing along ``angle``, or of turning about ``centre``."""
    tone = 1 + 0.035 * smooth_noise(rng, shape, 45) + 0.015 * smooth_noise(rng, shape, 3)
    if turned:
        y, x = np.mgrid[: shape[0], : shape[1]].astype(np.float32)
        radius = np.hypot(x - centre[0], y - centre[1])
        rings = cv2.GaussianBlur(rng.standard_normal((1, 2400), np.float32), (0, 0), sigmaX=1.2, sigmaY=0.1)[0]
        tone += 0.055 * np.interp(radius * 2, np.arange(2400), rings / rings.std())
        tone += 0.10 * np.cos(2 * (np.arctan2(y - centre[1], x - centre[0]) - rng.uniform(0, np.pi)))
    else:
        side = int(np.hypot(*shape)) + 2
        lines = cv2.GaussianBlur(rng.standard_normal((side, side), np.float32), (0, 0), sigmaX=22, sigmaY=0.7)
        turn = cv2.getRotationMatrix2D((side / 2, side / 2), -np.degrees(angle), 1.0)
        brushed = cv2.warpAffine(lines / lines.std(), turn, (side, side), borderMode=cv2.BORDER_REFLECT)
        tone += 0.05 * brushed[: shape[0], : shape[1]]
    colour = np.array(METALS[rng.integers(len(METALS))], np.float32) * rng.uniform(0.85, 1.12)
    return np.asarray(tone[..., None] * colour, np.float32)


def _bevel(metal: Plane) -> Plane:
    """Return the light on the metal's rounded edges: brighter towards the lamp, darker away from it."""
    inward = cv2.distanceTransform(np.asarray(metal > 0.5, np.uint8), cv2.DIST_L2, 5)
    soft = cv2.GaussianBlur(metal, (0, 0), 2.0)
    slope_x, slope_y = cv2.Sobel(soft, cv2.CV_32F, 1, 0), cv2.Sobel(soft, cv2.CV_32F, 0, 1)
    steep = np.hypot(slope_x, slope_y) + 1e-4
    facing = -(slope_x * LIGHT[0] + slope_y * LIGHT[1]) / steep
    return np.asarray(1 + 0.45 * facing * np.clip(1 - inward / BEVEL, 0, 1), np.float32)


def _screws(rng: np.random.Generator, picture: Picture, places: NDArray[np.float64], form: Outline) -> Plane:
    """Put a screw into some of the small holes and return where they are."""
    shape = picture.shape[0], picture.shape[1]
    marks = np.zeros(shape, np.float32)
    for place, (_, _, radius) in zip(places, form.holes, strict=True):
        if radius > 13 or rng.random() < 0.55:
            continue
        head = _disc(shape, place, radius * 1.35)
        colour = np.array((0.42, 0.42, 0.44), np.float32) * rng.uniform(0.7, 1.3) * _bevel(head)[..., None]
        picture[:] = picture * (1 - head[..., None]) + colour * head[..., None]
        slot = np.zeros(shape, np.uint8)
        turn = rng.uniform(0, np.pi)
        for quarter in (0, np.pi / 2) if rng.random() < 0.7 else (0,):
            reach = radius * 0.9 * np.array([np.cos(turn + quarter), np.sin(turn + quarter)])
            ends = [tuple(int(v) for v in np.rint((place + side * reach) * 2**SHIFT)) for side in (-1, 1)]
            cv2.line(slot, ends[0], ends[1], 255, 2, cv2.LINE_AA, SHIFT)
        picture *= 1 - 0.6 / 255 * slot[..., None]
        marks = np.maximum(marks, head)
    return marks


def _engraving(
    rng: np.random.Generator,
    picture: Picture,
    metal: Plane,
    centre: tuple[float, float],
    angle: float,
    reach: float,
) -> Plane:
    """Engrave a part number and perhaps a straight groove, and return where they are."""
    shape = picture.shape[0], picture.shape[1]
    cut = np.zeros(shape, np.uint8)
    if rng.random() < 0.6:
        text = f"{'ABDEKMT'[rng.integers(7)]}{rng.integers(10, 99)}-{rng.integers(100, 9999)}"
        scale = rng.uniform(0.4, 0.6)
        cv2.putText(cut, text, (int(centre[0]), int(centre[1])), cv2.FONT_HERSHEY_SIMPLEX, scale, 255, 1, cv2.LINE_AA)
        move = cv2.getRotationMatrix2D(centre, -np.degrees(angle), 1.0)
        move[:, 2] += _moved(np.array([[rng.uniform(-0.6, 0.0), rng.uniform(-0.3, 0.3)]]) * reach, (0, 0), angle)[0]
        cut = np.asarray(cv2.warpAffine(cut, move, shape[::-1]), np.uint8)
    if rng.random() < 0.3:
        offset = rng.uniform(-0.35, 0.35) * reach
        ends = _moved(np.array([[-2 * reach, offset], [2 * reach, offset]]), centre, angle)
        fixed = [tuple(int(v) for v in np.rint(end * 2**SHIFT)) for end in ends]
        cv2.line(cut, fixed[0], fixed[1], 200, 2, cv2.LINE_AA, SHIFT)
    engraved = np.asarray(cut / 255 * (metal > 0.9), np.float32)
    lit = np.roll(engraved, (1, 1), (0, 1))
    picture *= (1 - 0.45 * engraved + 0.18 * lit * (1 - engraved))[..., None]
    return engraved


def _rounded(half_width: float, half_height: float, corner: float) -> NDArray[np.float64]:
    """Return a rectangle about the origin with rounded corners."""
    arc = np.linspace(0, np.pi / 2, 8)
    quarter = corner * np.stack([np.cos(arc), np.sin(arc)], axis=1)
    inner = np.array([half_width - corner, half_height - corner])
    turns = [np.array([[c, s], [-s, c]]) for c, s in ((1, 0), (0, 1), (-1, 0), (0, -1))]
    corners = [inner * sign for sign in ((1, 1), (-1, 1), (-1, -1), (1, -1))]
    return np.concatenate([quarter @ turn + at for turn, at in zip(turns, corners, strict=True)])


def _plate(rng: np.random.Generator, reach: float) -> Outline:
    """A plate with a hole near each corner."""
    wide, high = reach * 0.9, reach * rng.uniform(0.5, 0.72)
    inset, radius = rng.uniform(16, 22), rng.uniform(6, 9)
    holes = tuple((x * (wide - inset), y * (high - inset), radius) for x in (-1, 1) for y in (-1, 1))
    return Outline(_rounded(wide, high, rng.uniform(6, 16)), holes)


def _flange(rng: np.random.Generator, reach: float) -> Outline:
    """A round flange with a bore and a ring of holes."""
    radius = reach * 0.85
    count = int(rng.integers(4, 7))
    turn = np.linspace(0, 2 * np.pi, count, endpoint=False)
    ring = [(radius * 0.8 * np.cos(t), radius * 0.8 * np.sin(t), radius * 0.065) for t in turn]
    circle = np.linspace(0, 2 * np.pi, 120, endpoint=False)
    edge = radius * np.stack([np.cos(circle), np.sin(circle)], axis=1)
    return Outline(edge, ((0.0, 0.0, radius * rng.uniform(0.2, 0.32)), *ring), turned=True)


def _bracket(rng: np.random.Generator, reach: float) -> Outline:
    """An L-shaped bracket with three holes."""
    leg = reach * rng.uniform(0.62, 0.75)
    low, high = -reach * 0.62, reach * 0.72
    inner = low + leg
    edge = np.array([[low, low], [high, low], [high, inner], [inner, inner], [inner, high], [low, high]])
    middle, radius = low + leg / 2, rng.uniform(7, 11)
    return Outline(edge, ((middle, middle, radius), (high - 22, middle, radius), (middle, high - 22, radius)))


def _hexagon(rng: np.random.Generator, reach: float) -> Outline:
    """A six-sided nut plate with a bore."""
    turn = np.linspace(0, 2 * np.pi, 6, endpoint=False)
    edge = reach * 0.85 * np.stack([np.cos(turn), np.sin(turn)], axis=1)
    return Outline(edge, ((0.0, 0.0, reach * rng.uniform(0.18, 0.28)),), turned=True)


def _bar(rng: np.random.Generator, reach: float) -> Outline:
    """A long bar with round ends, a hole in each."""
    high = reach * rng.uniform(0.36, 0.46)
    end = reach - high
    return Outline(_rounded(reach, high, high * 0.98), ((-end, 0.0, high * 0.3), (end, 0.0, high * 0.3)))


FORMS = (_plate, _flange, _bracket, _hexagon, _bar)
