"""Cases made by hand, and random ones."""

from collections.abc import Sequence

import numpy as np

from core.boxes import overlaps
from core.metrics import Found, Truth
from core.review.evaluation.cases import Case, TagCase

Box = tuple[float, float, float, float]
SIZE = (200, 100)


def truth(*objects: tuple[Box, int], ignored: Sequence[int] = ()) -> Truth:
    """Objects as (box, label); those at the places ``ignored`` are marked difficult."""
    return Truth(
        boxes=np.array([box for box, _ in objects], np.float32).reshape(-1, 4),
        labels=np.array([label for _, label in objects], np.int64),
        ignored=np.array([place in ignored for place in range(len(objects))], bool),
    )


def found(*things: tuple[Box, int, float]) -> Found:
    """Things found as (box, label, score), the best first."""
    return Found(
        boxes=np.array([box for box, _, _ in things], np.float32).reshape(-1, 4),
        labels=np.array([label for _, label, _ in things], np.int64),
        scores=np.array([score for _, _, score in things], np.float32),
    )


def case(there: Truth, seen: Found, image: str = "a") -> Case:
    places = np.arange(len(there.labels)) + 10
    fits = overlaps(seen.boxes, there.boxes)
    return Case(image=image, size=SIZE, there=there, found=seen, places=places, overlaps=fits)


def tags(there: Sequence[int], scores: Sequence[float], image: str = "a") -> TagCase:
    return TagCase(image=image, there=np.array(there, bool), scores=np.array(scores, np.float32))


def random_case(rng: np.random.Generator, labels: int = 3, image: str = "a") -> Case:
    """Objects in a small field, and things found that are some of them, shaken, some with another label."""
    count = int(rng.integers(0, 7))
    corners = rng.uniform(0, 60, (count, 2))
    boxes = np.concatenate([corners, corners + rng.uniform(8, 30, (count, 2))], axis=1).astype(np.float32)
    there = Truth(boxes=boxes, labels=rng.integers(0, labels, count), ignored=rng.random(count) < 0.2)
    chosen = rng.integers(0, max(count, 1), int(rng.integers(0, 12))) if count else np.zeros(0, int)
    shaken = boxes[chosen] + rng.normal(0, 3, (len(chosen), 4)).astype(np.float32)
    shaken[:, 2:] = np.maximum(shaken[:, 2:], shaken[:, :2] + 1)
    own = np.where(rng.random(len(chosen)) < 0.8, there.labels[chosen], rng.integers(0, labels, len(chosen)))
    scores = rng.choice(np.linspace(0.05, 0.95, 19), len(chosen)).astype(np.float32)
    order = np.argsort(-scores, kind="stable")
    seen = Found(boxes=shaken[order], labels=own[order].astype(np.int64), scores=scores[order])
    return case(there, seen, image)
