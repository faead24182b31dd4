from itertools import pairwise

import pytest

from core.metrics import Metrics
from core.training.progress import Progress
from tests.core.training.conftest import tiny_spec


def metrics(map50: float | None, map_: float | None = None) -> Metrics:
    return Metrics(values={"map50": map50, "map": map_}, per_label={})


def test_the_learning_rate_warms_up_and_falls_to_a_hundredth() -> None:
    spec = tiny_spec(epochs=10, warmup_steps=20, learning_rate=1.0)
    progress = Progress(epochs=10, steps_per_epoch=10)
    rates = []
    for progress.step in range(101):
        rates.append(progress.learning_rate(spec))
    assert rates[0] == pytest.approx(1 / 20, rel=1e-3)
    assert rates.index(max(rates)) in range(18, 22)
    assert all(a > b for a, b in pairwise(rates[21:]))
    assert rates[100] == pytest.approx(0.01)


def test_the_best_epoch_is_that_of_the_highest_map50_then_map_then_lowest_loss() -> None:
    progress = Progress(epochs=9, steps_per_epoch=1)
    best = []
    for val_loss, map50, map_ in [(9, 0.5, 0.2), (8, 0.4, 0.4), (8, 0.5, 0.3), (9, 0.5, 0.3), (7, 0.5, 0.3)]:
        progress.epoch_ended()
        ended = progress.report(val_loss, metrics(map50, map_))
        if progress.is_best(ended, metrics(map50, map_)):
            best.append(progress.best_epoch)
    assert best == [1, 3, 5]


def test_without_validation_images_the_last_epoch_is_the_best() -> None:
    progress = Progress(epochs=3, steps_per_epoch=1)
    for epoch in (1, 2, 3):
        progress.epoch_ended()
        assert progress.is_best(progress.report(None, metrics(None)), metrics(None))
        assert progress.best_epoch == epoch


@pytest.mark.parametrize(
    ("budget", "epochs"), [(None, 50), (1000.0, 50), (100.0, 9), (10.0, 1), (1.0, 1)], ids=lambda value: str(value)
)
def test_the_epochs_fit_into_the_time_given(budget: float | None, epochs: int) -> None:
    progress = Progress(epochs=50, steps_per_epoch=10)
    assert progress.plan(tiny_spec(epochs=50, time_budget_s=budget), 10.0) is (epochs != 50)
    assert progress.epochs == epochs


def test_a_run_that_grows_slower_ends_earlier_but_never_before_the_epochs_done() -> None:
    spec = tiny_spec(epochs=50, time_budget_s=100.0)
    progress = Progress(epochs=9, steps_per_epoch=10, epoch=5, step=52)
    assert progress.plan(spec, 15.0)
    assert progress.epochs == 6
    assert not progress.plan(spec, 1000.0), "the epoch begun is ended"
    progress.epoch, progress.step = 5, 50
    assert progress.plan(spec, 1000.0)
    assert progress.epochs == 5
