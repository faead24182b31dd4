"""How far a run has come, and how far it means to go."""

import time
from dataclasses import asdict, dataclass, field
from math import ceil, cos, floor, inf, isfinite, pi
from typing import Any

from core.inference.model_card import CardMetrics
from core.metrics import Metrics
from core.training.events import EpochEnded
from core.training.spec import Spec

_LAST_SHARE = 0.01
_KEPT_FOR_EXPORT = 0.05


@dataclass
class Progress:
    """How far a run has come; kept in its checkpoints.

    ``epochs`` are planned, ``epoch`` counts finished ones and ``step`` finished steps. An epoch has ``per_epoch``
    pictures, of which the one begun has ``seen`` so many, at ``batch_size`` a step; ``loss_sum`` is over these,
    ``seconds`` the time spent, over all resumes, ``epoch_began`` what it was at the epoch's start. The best epoch so
    far has ``best_rank`` and ``best_metrics``; ``idle_epochs`` have ended since.
    """

    epochs: int
    per_epoch: int
    batch_size: int
    epoch: int = 0
    seen: int = 0
    step: int = 0
    loss_sum: float = 0.0
    seconds: float = 0.0
    epoch_began: float = 0.0
    best_epoch: int = 0
    best_rank: tuple[float, ...] = ()
    best_metrics: dict[str, Any] = field(default_factory=dict)
    idle_epochs: int = 0

    def __post_init__(self) -> None:
        self._clock = time.monotonic()

    @property
    def steps_per_epoch(self) -> int:
        """How many steps an epoch has."""
        return ceil(self.per_epoch / self.batch_size)

    @property
    def card_metrics(self) -> CardMetrics | None:
        """The best epoch's metrics as a model's card has them; None before the first."""
        return CardMetrics.model_validate(self.best_metrics) if self.best_metrics else None

    def tick(self) -> float:
        """Count the time since the last call as spent, and return it in seconds."""
        now = time.monotonic()
        passed, self._clock = now - self._clock, now
        self.seconds += passed
        return passed

    def step_ended(self, loss: float, seen: int) -> float:
        """Count a step after which so many pictures of the epoch are seen; return how many it learned from a second."""
        count = seen - self.seen
        self.step += 1
        self.loss_sum += loss * count
        self.seen = seen
        return count / max(self.tick(), 1e-9)

    def follow(self, other: "Progress") -> None:
        """Be as far as ``other`` and mean to go as far."""
        if other is not self:
            vars(self).update(vars(other))

    def halve(self) -> None:
        """Go on with half as many pictures a step, the odd one more."""
        self.batch_size = ceil(self.batch_size / 2)

    @property
    def is_young(self) -> bool:
        """Whether the rate of learning is high yet, so that more epochs than planned would still teach something."""
        return self.epoch <= max(1, self.epochs // 4)

    def epoch_ended(self) -> float:
        """Count an epoch; return how many seconds the next ones will take.

        At first as many as this one: a computer that was busy when the run began need not stay so.
        """
        self.tick()
        self.epoch, self.seen = self.epoch + 1, 0
        return self.seconds - self.epoch_began if self.is_young else self.seconds / self.epoch

    def end_if_idle(self, spec: Spec) -> bool:
        """Plan no more epochs where the spec's patience is over; tell whether it is."""
        over = spec.patience is not None and self.idle_epochs >= spec.patience and self.epoch < self.epochs
        if over:
            self.epochs = self.epoch
        return over

    def report(self, val_loss: float | None, metrics: Metrics) -> EpochEnded:
        """Return what there is to say of the epoch just counted, and begin the next."""
        ended = EpochEnded(
            epoch=self.epoch,
            epochs=self.epochs,
            step=self.step,
            train_loss=self.loss_sum / self.per_epoch,
            val_loss=val_loss if val_loss is not None and isfinite(val_loss) else None,
            metrics=metrics.values,
            per_label={name: next(iter(own.values.values()), None) for name, own in metrics.per_label.items()},
            seconds=self.seconds - self.epoch_began,
            seconds_left=(self.epochs - self.epoch) * self.seconds / self.epoch,
        )
        self.loss_sum, self.epoch_began = 0.0, self.seconds
        return ended

    def is_best(self, ended: EpochEnded, metrics: Metrics) -> bool:
        """Tell whether the epoch is the best so far, and remember it if so.

        By the task's figures in their order, then the lower validation loss; where none can be measured the later one
        is better. A validation loss that is no number is worse than any.
        """
        val_loss = inf if ended.val_loss is None else ended.val_loss
        rank = (*(value or 0.0 for value in metrics.values.values()), -val_loss)
        if self.best_rank and rank < self.best_rank:
            self.idle_epochs += 1
            return False
        self.idle_epochs = 0
        self.best_epoch, self.best_rank, self.best_metrics = ended.epoch, rank, asdict(metrics)
        return True

    def plan(self, spec: Spec, epoch_seconds: float) -> bool:
        """Fit the number of epochs to the time budget, an epoch taking so long; tell whether that changed it.

        The epoch begun is always ended, and some of the time is kept for publishing.
        """
        if spec.time_budget_s is None:
            return False
        spent = self.epoch_began if self.seen else self.seconds
        left = spec.time_budget_s * (1 - _KEPT_FOR_EXPORT) - spent
        least = self.epoch + (self.epoch == 0 or self.seen > 0)
        epochs = min(spec.epochs, max(self.epoch + floor(left / epoch_seconds), least))
        changed = epochs < self.epochs or (self.epoch > 0 and self.is_young and epochs != self.epochs)
        if changed:
            self.epochs = epochs
        return changed

    def learning_rate(self, spec: Spec) -> float:
        """Return the rate for the next step: a linear warm-up, then half a cosine down to a hundredth.

        Smaller batches than planned learn at a rate that is smaller alike.
        """
        total = self.epochs * self.steps_per_epoch
        warmup = min(1.0, (self.step + 1) / max(1, min(spec.warmup_steps, total // 4)))
        share = min(1.0, (self.epoch + self.seen / self.per_epoch) / self.epochs)
        cosine = _LAST_SHARE + (1 - _LAST_SHARE) * (1 + cos(pi * share)) / 2
        return spec.learning_rate * self.batch_size / spec.batch_size * warmup * cosine
