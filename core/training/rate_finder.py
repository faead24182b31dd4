"""The search for a learning rate: some steps with a rate that grows from each to the next, and the loss of each."""

import time

import numpy as np

from core.training.journal import Journal
from core.training.rate_curve import RateCurve, curve_of, has_run_away, rates_of
from core.training.run_folder import RunFolder
from core.training.samples import Pictures, TrainSamples
from core.training.trial_setting import TrialLearner, endless, set_up

STEPS, LEAST_STEPS = 100, 40
SECONDS = 150.0
_PACE_STEPS = 3


def find_rate(run: RunFolder, journal: Journal) -> RateCurve:
    """Sweep the learning rate with the spec's own batches and variation, and return the curve with a suggestion.

    The weights that come of it are thrown away. On a slow computer the sweep has fewer steps.

    Raises:
        AnnotrainError: the dataset has nothing to learn from, or the network cannot be built.
        StopError: it was asked to stop.
    """
    setting = set_up(run, journal)
    spec = setting.spec
    samples = TrainSamples(setting.images, setting.subject, spec, Pictures(spec.cache_mb))
    learner = TrialLearner(setting)
    learner.begin(1, STEPS)
    batches = endless(samples)
    sweep, losses, begun = rates_of(STEPS), list[float](), time.monotonic()
    for batch in batches:
        if learner.step == _PACE_STEPS:
            sweep = np.concatenate([sweep[:_PACE_STEPS], _rest(sweep, time.monotonic() - begun)])
        at, rate = time.monotonic(), float(sweep[learner.step])
        losses.append(learner.learn(batch, rate))
        learner.say(losses[-1], rate, len(batch.names) / max(1e-9, time.monotonic() - at))
        if has_run_away(losses) or learner.step == len(sweep):
            break
    return curve_of(sweep[: len(losses)].tolist(), losses)


def _rest(
    sweep: "np.ndarray[tuple[int], np.dtype[np.float64]]", spent: float
) -> "np.ndarray[tuple[int], np.dtype[np.float64]]":
    """Return the rates still to come: as many as fit into the time, by what the first steps took."""
    steps = int(min(STEPS, max(LEAST_STEPS, SECONDS * _PACE_STEPS / max(spent, 1e-9)))) - _PACE_STEPS
    return np.geomspace(sweep[_PACE_STEPS], sweep[-1], steps)
