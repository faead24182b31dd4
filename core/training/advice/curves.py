"""What a run has recorded, as rows of figures that can be calculated with."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import numpy as np

from core.training.advice.trends import Figures
from core.training.events import EndState, EpochEnded, Event, LossBroke, RunEnded, RunStarted, StepEnded


@dataclass(frozen=True, eq=False, kw_only=True)
class Curves:
    """The curves of one run, all float64: of its epochs (n,), with NaN where nothing was measured, and of its steps.

    ``epochs`` are their numbers from 1, ``planned`` how many are meant, ``images`` how many are learned from, 0 where
    that is not known. ``train`` and ``val`` are losses, ``quality`` is the headline figure, 0 to 1, whose name is
    ``metric``; ``per_label`` is that of each label in the best epoch. ``steps`` and ``losses`` (m,) are of every step.
    ``broke_at`` is the step whose loss was no number, None where all were. ``state`` is how the run ended, None while
    it goes on, ``model`` the version that it published, if it did.
    """

    epochs: Figures
    planned: int
    images: int = 0
    train: Figures
    val: Figures
    quality: Figures
    metric: str = ""
    per_label: Mapping[str, float | None] = field(default_factory=dict)
    steps: Figures
    losses: Figures
    broke_at: int | None = None
    state: EndState | None = None
    model: str | None = None

    @property
    def count(self) -> int:
        """How many epochs are done."""
        return len(self.epochs)

    @property
    def running(self) -> bool:
        """Whether the run goes on."""
        return self.state is None

    @property
    def share(self) -> float:
        """How much of the epochs planned is done, 0 to 1."""
        return self.count / max(1, self.planned, self.count)


MOST_STEPS = 1 << 16
"""Of longer runs every second, fourth ... step is kept: more tell no more, and would take time whenever asked."""
_MOST_PARTS = 256


class Recording:
    """Gathers a run's events into curves, as they come."""

    def __init__(self, events: Iterable[Event] = ()) -> None:
        self._epochs: list[EpochEnded] = []
        self._steps: list[Figures] = []
        self._losses: list[Figures] = []
        self._every = 1
        self._planned = 0
        self._images = 0
        self._broke_at: int | None = None
        self._end: RunEnded | None = None
        self.add(events)

    def add(self, events: Iterable[Event]) -> None:
        """Take more events, in their order."""
        steps = []
        for event in events:
            if isinstance(event, StepEnded):
                steps.append(event)
            elif isinstance(event, RunStarted):
                self._add_step_events(steps)
                steps = []
                self._forget_after(event)
            elif isinstance(event, EpochEnded):
                self._epochs.append(event)
                self._planned = event.epochs
            elif isinstance(event, LossBroke):
                self._broke_at = event.step
            elif isinstance(event, RunEnded):
                self._end = event
        self._add_step_events(steps)

    def add_steps(self, steps: Figures, losses: Figures) -> None:
        """Take the numbers and losses of steps, (m,) each, that came without their events."""
        kept = steps % self._every == 0
        self._steps.append(steps[kept])
        self._losses.append(losses[kept])
        if len(self._steps) > _MOST_PARTS:
            self._join()

    def curves(self) -> Curves:
        """Return what is recorded so far."""
        epochs = self._epochs
        return Curves(
            epochs=np.array([event.epoch for event in epochs], float),
            planned=self._planned,
            images=self._images,
            train=np.array([event.train_loss for event in epochs], float),
            val=_figures(event.val_loss for event in epochs),
            quality=_figures(event.headline for event in epochs),
            metric=next((next(iter(event.metrics)) for event in epochs if event.metrics), ""),
            per_label=max(epochs, key=lambda event: event.headline or 0.0).per_label if epochs else {},
            steps=_joined(self._steps),
            losses=_joined(self._losses),
            broke_at=self._broke_at,
            state=self._end.state if self._end is not None else None,
            model=self._end.model if self._end is not None else None,
        )

    def _join(self) -> None:
        """Make one part of the many that have come, of fewer steps where they are too many."""
        steps, losses = _joined(self._steps), _joined(self._losses)
        while len(steps) > MOST_STEPS:
            self._every *= 2
            kept = steps % self._every == 0
            steps, losses = steps[kept], losses[kept]
        self._steps, self._losses = [steps], [losses]

    def _add_step_events(self, events: list[StepEnded]) -> None:
        self.add_steps(
            np.array([event.step for event in events], float), np.array([event.loss for event in events], float)
        )

    def _forget_after(self, started: RunStarted) -> None:
        """Drop what was learned in vain before a resume went back to its checkpoint."""
        self._planned, self._images = started.epochs, started.images
        self._broke_at = self._end = None
        self._epochs = [event for event in self._epochs if event.step <= started.step]
        kept = [steps <= started.step for steps in self._steps]
        self._losses = [losses[keep] for losses, keep in zip(self._losses, kept, strict=True)]
        self._steps = [steps[keep] for steps, keep in zip(self._steps, kept, strict=True)]


def _joined(parts: list[Figures]) -> Figures:
    return np.concatenate([np.empty(0), *parts])


def _figures(values: Iterable[float | None]) -> Figures:
    """Return the values with NaN for what was not measured."""
    return np.array([np.nan if value is None else value for value in values], float)
