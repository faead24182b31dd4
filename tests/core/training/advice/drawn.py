"""Curves of each kind as runs draw them, with as much noise as wanted."""

from dataclasses import replace

import numpy as np

from core.training.advice import Curves

STEPS = 12


class Pen:
    """Draws curves; the same seed draws the same ones. ``tremble`` is the noise of an epoch's loss as a share of it."""

    def __init__(self, seed: int, tremble: float = 0.04) -> None:
        self.rng = np.random.default_rng(seed)
        self.tremble = tremble

    def curves(self, train, val, quality, *, planned=None, state="finished", rough=0.25) -> Curves:  # noqa: ANN001
        """Return noisy curves round smooth ones of one figure an epoch."""
        count = len(train)
        train = train * np.exp(self.rng.normal(0, self.tremble / 2, count))
        val = val * np.exp(self.rng.normal(0, self.tremble, count))
        quality = np.clip(quality + self.rng.normal(0, 0.5 * self.tremble, count), 0, 1)
        smooth = np.interp(np.arange(count * STEPS) / STEPS, np.arange(count) + 0.5, train)
        losses = smooth * np.exp(self.rng.normal(0, rough, count * STEPS))
        return Curves(
            epochs=np.arange(1.0, count + 1), planned=planned or count, images=100, train=train, val=val,
            quality=quality, metric="map50", steps=np.arange(1.0, count * STEPS + 1), losses=losses, state=state,
        )  # fmt: skip

    def figure(self, low: float, high: float) -> float:
        return float(self.rng.uniform(low, high))

    def healthy(self, count: int | None = None) -> Curves:
        """Fast at first, then slower, both losses together; at rest when the run ends."""
        count = count or int(self.rng.integers(8, 60))
        learned = 1 - np.exp(-np.arange(1, count + 1) / (count * self.figure(0.14, 0.26)))
        start, end = self.figure(1.5, 6), self.figure(0.2, 0.6)
        train = start + (start * end - start) * learned
        gap = 1 + self.figure(-0.1, 0.25) * learned
        return self.curves(train, train * gap, self.figure(0.7, 0.97) * learned**1.3)

    def overfitting(self) -> Curves:
        """The validation loss turns while the training loss falls on."""
        count = int(self.rng.integers(14, 60))
        at = np.arange(1, count + 1)
        turn = self.figure(0.25, 0.5) * count
        train = 3 * np.exp(-at / (0.5 * turn)) + 1.2 * np.exp(-at / (0.8 * count)) + 0.02
        val = 3 * np.exp(-at / (0.5 * turn)) + 1.2
        val = val * (1 + np.maximum(0, at - turn) / count * self.figure(0.8, 2.0))
        quality = self.figure(0.4, 0.8) * (1 - np.exp(-at / (0.4 * turn)))
        return self.curves(train, val, quality)

    def underfitting(self) -> Curves:
        """Both come to rest early and high."""
        count = int(self.rng.integers(10, 60))
        learned = 1 - np.exp(-np.arange(1, count + 1) / (count * self.figure(0.08, 0.15)))
        train = 3 * (1 - self.figure(0.2, 0.5) * learned)
        return self.curves(train, train * self.figure(0.92, 1.1), self.figure(0.05, 0.5) * learned)

    def too_few(self) -> Curves:
        """The same as a healthy one, cut off in the middle of its learning."""
        count = int(self.rng.integers(5, 25))
        learned = 1 - np.exp(-np.arange(1, count + 1) / (count * self.figure(0.8, 2.0)))
        train = 3 * (1 - 0.9 * learned)
        return self.curves(train, train * self.figure(0.95, 1.1), 0.95 * learned**1.3)

    def plateau(self) -> Curves:
        """Nothing has moved for half of what was done, with much still to come."""
        count = int(self.rng.integers(24, 60))
        learned = 1 - np.exp(-np.arange(1, count + 1) / (count * self.figure(0.05, 0.09)))
        train = 2 - self.figure(1.2, 1.6) * learned
        return self.curves(train, train * self.figure(0.95, 1.2), self.figure(0.65, 0.95) * learned,
                           planned=count * 2, state=None)  # fmt: skip

    def different_worlds(self) -> Curves:
        """What helps on the training images helps little on the others, from the first epoch on."""
        count = int(self.rng.integers(8, 60))
        learned = 1 - np.exp(-np.arange(1, count + 1) / (count * self.figure(0.1, 0.25)))
        train = 3 * (1 - 0.85 * learned)
        val = 3 * (1 - self.figure(0.05, 0.3) * learned) * self.figure(1.9, 3)
        return self.curves(train, val, self.figure(0.05, 0.4) * learned)

    def climbing(self) -> Curves:
        """The loss falls for a while, then leaves for good."""
        drawn = self.healthy()
        at = np.linspace(0, 1, len(drawn.losses))
        return replace(
            drawn, losses=drawn.losses * np.exp(np.maximum(0, at - self.figure(0.2, 0.4)) * self.figure(5, 8))
        )

    def jumping(self) -> Curves:
        """Single steps leap."""
        drawn = self.healthy(int(self.rng.integers(12, 60)))
        leaps = self.rng.random(len(drawn.losses)) < self.figure(0.05, 0.12)
        return replace(drawn, losses=np.where(leaps, drawn.losses * self.figure(6, 20), drawn.losses))

    def stuck(self) -> Curves:
        """The loss stays where it was."""
        count = int(self.rng.integers(6, 30))
        flat = np.full(count, 2.0)
        return self.curves(flat, flat, np.zeros(count))


def shortened(curves: Curves, count: int) -> Curves:
    """Return what was there of a run after ``count`` epochs, while it went on."""
    return replace(
        curves, epochs=curves.epochs[:count], train=curves.train[:count], val=curves.val[:count],
        quality=curves.quality[:count], steps=curves.steps[: count * STEPS], losses=curves.losses[: count * STEPS],
        state=None,
    )  # fmt: skip
