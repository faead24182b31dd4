from itertools import pairwise

import pytest

from core.metrics import Metrics
from core.training.progress import Progress
from tests.core.training.conftest import tiny_spec


def metrics(map50: float | None, map_: float | None = None) -> Metrics:
    return Metrics(values={"map50": map50, "map": map_}, per_label={})


def test_the_learning_rate_warms_up_and_falls_to_a_hundredth() -> None:
    spec = tiny_spec(epochs=10, warmup_steps=20, learning_rate=1.0)
    progress = Progress(epochs=10, per_epoch=20, batch_size=2)
    rates = []
    for progress.step in range(101):
        progress.epoch, progress.seen = progress.step // 10, 2 * (progress.step % 10)
        rates.append(progress.learning_rate(spec))
    assert rates[0] == pytest.approx(1 / 20, rel=1e-3)
    assert rates.index(max(rates)) in range(18, 22)
    assert all(a > b for a, b in pairwise(rates[21:]))
    assert rates[100] == pytest.approx(0.01)


def test_the_best_epoch_is_that_of_the_highest_map50_then_map_then_lowest_loss() -> None:
    progress = Progress(epochs=9, per_epoch=1, batch_size=1)
    best = []
    for val_loss, map50, map_ in [(9, 0.5, 0.2), (8, 0.4, 0.4), (8, 0.5, 0.3), (9, 0.5, 0.3), (7, 0.5, 0.3)]:
        progress.epoch_ended()
        ended = progress.report(val_loss, metrics(map50, map_))
        if progress.is_best(ended, metrics(map50, map_)):
            best.append(progress.best_epoch)
    assert best == [1, 3, 5]


def test_without_validation_images_the_last_epoch_is_the_best() -> None:
    progress = Progress(epochs=3, per_epoch=1, batch_size=1)
    for epoch in (1, 2, 3):
        progress.epoch_ended()
        assert progress.is_best(progress.report(None, metrics(None)), metrics(None))
        assert progress.best_epoch == epoch


def test_an_epoch_whose_validation_loss_is_no_number_is_better_than_none() -> None:
    progress = Progress(epochs=3, per_epoch=1, batch_size=1)
    best = []
    for val_loss in (float("inf"), 9.0, float("nan")):
        progress.epoch_ended()
        best.append(progress.is_best(progress.report(val_loss, metrics(0.0, 0.0)), metrics(0.0, 0.0)))
    assert best == [True, True, False]


@pytest.mark.parametrize(
    ("budget", "epochs"), [(None, 50), (1000.0, 50), (100.0, 9), (10.0, 1), (1.0, 1)], ids=lambda value: str(value)
)
def test_the_epochs_fit_into_the_time_given(budget: float | None, epochs: int) -> None:
    progress = Progress(epochs=50, per_epoch=10, batch_size=1)
    assert progress.plan(tiny_spec(epochs=50, time_budget_s=budget), 10.0) is (epochs != 50)
    assert progress.epochs == epochs


def test_a_run_that_grows_slower_ends_earlier_but_never_before_the_epochs_done() -> None:
    spec = tiny_spec(epochs=50, time_budget_s=100.0)
    progress = Progress(epochs=9, per_epoch=10, batch_size=1, epoch=5, seen=2, seconds=80.0, epoch_began=75.0)
    assert progress.plan(spec, 15.0)
    assert progress.epochs == 6
    assert not progress.plan(spec, 1000.0), "the epoch begun is ended"
    progress.epoch, progress.seen = 5, 0
    assert progress.plan(spec, 1000.0)
    assert progress.epochs == 5


def test_a_run_that_began_on_a_busy_computer_takes_up_more_epochs_while_its_rate_is_high() -> None:
    spec = tiny_spec(epochs=50, time_budget_s=100.0)
    progress = Progress(epochs=50, per_epoch=10, batch_size=1, seen=2)
    planned = []
    for seconds in (10.0, 4.0, 2.5, 2.5, 1.0, 1.0, 1.0, 1.0, 1.0, 0.1):
        progress.seconds += seconds
        progress.plan(spec, progress.epoch_ended())
        progress.report(1.0, metrics(0.0, 0.0))
        planned.append(progress.epochs)
    assert planned == [9, 22, 34, 34, 50, 50, 50, 50, 50, 50]


def test_half_the_batch_learns_at_half_the_rate_and_takes_twice_the_steps() -> None:
    spec = tiny_spec(epochs=10, warmup_steps=0, learning_rate=1.0, batch_size=8)
    progress = Progress(epochs=10, per_epoch=40, batch_size=8, epoch=5, seen=16, step=27)
    before = progress.learning_rate(spec)
    progress.halve()
    assert (progress.batch_size, progress.steps_per_epoch) == (4, 10)
    assert progress.learning_rate(spec) == pytest.approx(before / 2)
    for size in (2, 1, 1):
        progress.halve()
        assert progress.batch_size == size


def test_patience_ends_the_run_after_so_many_epochs_without_a_better_one() -> None:
    spec = tiny_spec(epochs=9, patience=2)
    progress = Progress(epochs=9, per_epoch=1, batch_size=1)
    for map50 in (0.5, 0.6, 0.4, 0.3):
        assert not progress.end_if_idle(spec)
        progress.epoch_ended()
        progress.is_best(progress.report(1.0, metrics(map50)), metrics(map50))
    assert not progress.end_if_idle(tiny_spec(epochs=9))
    assert progress.end_if_idle(spec)
    assert (progress.epochs, progress.best_epoch) == (4, 2)
    assert not progress.end_if_idle(spec), "it has ended already"


def test_the_loss_of_an_epoch_is_the_mean_over_its_pictures() -> None:
    progress = Progress(epochs=1, per_epoch=5, batch_size=3)
    progress.step_ended(2.0, 3)
    progress.step_ended(7.0, 5)
    assert (progress.step, progress.seen) == (2, 5)
    progress.epoch_ended()
    assert progress.report(None, metrics(None)).train_loss == pytest.approx((3 * 2.0 + 2 * 7.0) / 5)
    assert progress.seen == 0
