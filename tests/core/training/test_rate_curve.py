"""What a sweep over learning rates says."""

import numpy as np
import pytest

from core.training.rate_curve import curve_of, has_run_away, rates_of, smoothed


def _losses(best: float, noise: float = 0.0, steps: int = 100) -> tuple[list[float], list[float]]:
    """A sweep that falls round the rate ``best`` and runs away thirty times beyond it."""
    rates = rates_of(steps)
    fall = 2.0 / (1 + np.exp(-3 * np.log(rates / best)))
    away = np.maximum(0, np.log(rates / (30 * best))) ** 2 * 4
    chance = np.random.default_rng(3).normal(0, noise, steps)
    return rates.tolist(), (3.0 - fall + away + chance).tolist()


@pytest.mark.parametrize("best", [1e-4, 1e-3, 1e-2])
@pytest.mark.parametrize("noise", [0.0, 0.15])
def test_the_suggestion_is_where_the_loss_falls_fastest(best: float, noise: float) -> None:
    found = curve_of(*_losses(best, noise)).suggestion
    assert found is not None
    assert best / 3 < found < best * 4


def test_a_sweep_that_teaches_nothing_suggests_nothing() -> None:
    rates = rates_of(60).tolist()
    assert curve_of(rates, [2.0] * 60).suggestion is None
    assert curve_of(rates, np.linspace(2, 9, 60).tolist()).suggestion is None
    assert curve_of(rates[:5], [2.0, 1.8, 1.5, 1.2, 1.0]).suggestion is None


def test_a_loss_that_is_no_number_ends_the_curve() -> None:
    rates, losses = _losses(1e-3)
    found = curve_of(rates, [*losses[:80], float("nan"), *losses[81:]])
    assert len(found.rates) == len(found.losses) == len(found.smoothed) == 80
    assert found.suggestion is not None


def test_the_sweep_ends_when_the_loss_runs_away() -> None:
    _, losses = _losses(1e-3)
    ended = next(step for step in range(1, 101) if has_run_away(losses[:step]))
    assert 60 < ended < 100
    assert has_run_away([1.0, float("inf")])
    assert not has_run_away([])


def test_smoothing_has_no_pull_to_nothing_at_its_start() -> None:
    assert smoothed([4.0, 4.0, 4.0]).tolist() == pytest.approx([4.0, 4.0, 4.0])
