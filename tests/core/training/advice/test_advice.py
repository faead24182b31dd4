"""Each kind of curve is named: those of real runs, and drawn ones with noise; a healthy one is left alone."""

from collections import Counter
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.training.advice import KINDS, REMEDIES, Advice, Curves, LabelCounts, Recording, advise
from core.training.advice.curves import MOST_STEPS
from core.training.augmentation import NO_AUGMENTATION
from core.training.events import EpochEnded, EventReader, LossBroke, RunEnded, RunStarted, StepEnded
from core.training.recipes import MODELS
from core.training.spec import Spec
from tests.core.training.advice.drawn import STEPS, Pen, shortened

RECORDED = Path(__file__).parent / "recorded"
SPEC = Spec.for_model(name="parts")
SEEDS = range(60)
TRIED = {"climbing": "rate-too-high", "jumping": "rate-too-high", "stuck": "rate-too-high", "too_few": "too-few-epochs",
         "overfitting": "overfitting", "underfitting": "underfitting", "different_worlds": "different-worlds",
         "plateau": "plateau"}  # fmt: skip


def recorded(name: str) -> tuple[Curves, Spec]:
    """Return the curves of a real run, and its spec."""
    return Recording(EventReader(RECORDED / f"{name}.jsonl").read_new()).curves(), Spec.read(RECORDED / f"{name}.json")


def kinds(advice: tuple[Advice, ...]) -> tuple[str, ...]:
    return tuple(one.kind for one in advice)


# -- real runs ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", sorted(path.stem for path in RECORDED.glob("*.jsonl")))
def test_a_recorded_run_is_named(name: str) -> None:
    curves, spec = recorded(name)
    wanted = () if name.startswith("healthy") else (name.replace("_", "-"),)
    if name == "plateau":
        curves = shortened_run(curves, 24)  # at its end it is too late to stop
    assert kinds(advise(curves, spec)) == wanted


@pytest.mark.parametrize("name", sorted(path.stem for path in RECORDED.glob("*.jsonl")))
@pytest.mark.long
def test_nothing_else_is_said_of_it_while_it_goes_on(name: str) -> None:
    curves, spec = recorded(name)
    said = {one.kind for count in range(curves.count) for one in advise(shortened_run(curves, count), spec)}
    assert said <= ({name.replace("_", "-")} if not name.startswith("healthy") else set())


def shortened_run(curves: Curves, count: int) -> Curves:
    """Return what was there of a recorded run after so many epochs."""
    until = len(curves.steps) * count // curves.count
    return replace(shortened(curves, count), steps=curves.steps[:until], losses=curves.losses[:until])


# -- drawn curves ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("tremble", [0.02, 0.04])
@pytest.mark.parametrize("drawn", TRIED)
@pytest.mark.long
def test_noisy_curves_are_named_rightly(drawn: str, tremble: float) -> None:
    spec = SPEC.changed(learning_rate=0.05) if drawn == "stuck" else SPEC
    named = Counter(kinds(advise(getattr(Pen(seed, tremble), drawn)(), spec)) for seed in SEEDS)
    assert named[(TRIED[drawn],)] >= 0.95 * len(SEEDS), named


@pytest.mark.parametrize("tremble", [0.02, 0.04, 0.08])
@pytest.mark.long
def test_a_healthy_run_is_left_alone(tremble: float) -> None:
    named = Counter(kinds(advise(Pen(seed, tremble).healthy(), SPEC)) for seed in SEEDS)
    assert named[()] >= 0.95 * len(SEEDS), named


@pytest.mark.long
@pytest.mark.parametrize("tremble", [0.02, 0.04])
def test_a_healthy_run_is_left_alone_all_the_while(tremble: float) -> None:
    bothered = Counter()
    for seed in range(40):
        curves = Pen(seed, tremble).healthy()
        said = {one.kind for count in range(1, curves.count) for one in advise(shortened(curves, count), SPEC)}
        bothered.update(said or {""})
    assert bothered[""] >= 0.95 * 40, bothered


@settings(max_examples=40)
@given(st.integers(0, 2**31), st.sampled_from([*TRIED, "healthy"]), st.floats(0, 0.3), st.integers(0, 60))
def test_any_part_of_any_curves_can_be_read(seed: int, drawn: str, tremble: float, count: int) -> None:
    curves = getattr(Pen(seed, tremble), drawn)()
    for one in advise(shortened(curves, min(count, curves.count)), SPEC):
        assert one.title
        assert "{" not in one.message
        assert all(remedy.text for remedy in one.remedies)


@pytest.mark.parametrize("drawn", TRIED)
@pytest.mark.parametrize("model", list(MODELS))
def test_every_remedy_makes_a_spec(drawn: str, model: str) -> None:
    spec = Spec.for_model(model, name="parts", continue_from="parts@1", weights=None)
    spec = spec.changed(learning_rate=0.05) if drawn == "stuck" else spec
    curves = replace(getattr(Pen(3), drawn)(), model="parts@2")
    for one in advise(curves, spec):
        assert one.kind in KINDS
        for remedy in one.remedies:
            assert remedy.kind in REMEDIES
            changed = spec.changed(**remedy.changes)
            assert (changed != spec) == bool(remedy.changes)


def test_runs_without_measured_epochs_are_left_alone() -> None:
    curves = Pen(1).healthy(20)
    unmeasured = np.full(20, np.nan)
    assert advise(replace(curves, val=unmeasured, quality=unmeasured), SPEC) == ()
    assert advise(Recording().curves(), SPEC) == ()


def test_a_loss_of_nothing_is_no_error() -> None:
    curves = Pen(1).healthy(20)
    assert advise(replace(curves, train=np.zeros(20), val=np.zeros(20), losses=np.zeros(20 * STEPS)), SPEC) is not None


def test_strong_augmentation_is_not_raised_and_none_not_halved() -> None:
    underfitting = advise(Pen(3).underfitting(), SPEC.changed(augmentation=NO_AUGMENTATION))[0]
    assert "less-augmentation" not in [remedy.kind for remedy in underfitting.remedies]
    once = advise(Pen(3).overfitting(), SPEC)[0]
    change = next(remedy.changes for remedy in once.remedies if remedy.kind == "more-augmentation")
    spec = SPEC
    for _ in range(6):
        spec = spec.changed(**change)
        again = advise(Pen(3).overfitting(), spec)[0]
        change = next((remedy.changes for remedy in again.remedies if remedy.kind == "more-augmentation"), {})
    assert change == {}


def test_a_backbone_is_offered_only_where_there_is_another() -> None:
    kind = next((kind for kind in MODELS.values() if len(kind.backbones) > 1), None)
    if kind is None:
        pytest.skip("no kind of model has two backbones")
    small, large = kind.backbones[0].name, kind.backbones[-1].name
    for spec, drawn, wanted in (
        (Spec.for_model(kind.name, name="x"), "underfitting", "larger-backbone"),
        (Spec.for_model(kind.name, name="x", backbone=large), "overfitting", "smaller-backbone"),
    ):
        assert wanted in [remedy.kind for remedy in advise(getattr(Pen(3), drawn)(), spec)[0].remedies]
    for backbone, drawn, absent in (
        (large, "underfitting", "larger-backbone"),
        (small, "overfitting", "smaller-backbone"),
    ):
        advice = advise(getattr(Pen(3), drawn)(), Spec.for_model(kind.name, name="x", backbone=backbone))
        assert absent not in [remedy.kind for remedy in advice[0].remedies]


# -- the data ----------------------------------------------------------------------------------------------------------


def counts(**changes: object) -> LabelCounts:
    values = {
        "train_images": 80,
        "val_images": 20,
        "train": {"dent": 60, "scratch": 50},
        "val": {"dent": 15, "scratch": 12},
    }
    return LabelCounts(**{**values, **changes})


def healthy(**per_label: float | None) -> Curves:
    return replace(Pen(1).healthy(20), per_label=per_label)


def test_balanced_data_is_left_alone() -> None:
    assert advise(healthy(dent=0.9, scratch=0.6), SPEC, counts()) == ()


def test_a_rare_label_that_is_found_badly_is_named_with_its_figures() -> None:
    rare = counts(train={"dent": 60, "scratch": 12}, val={"dent": 15, "scratch": 3})
    (advice,) = advise(healthy(dent=0.9, scratch=0.4), SPEC, rare)
    assert advice.title == "Too few images of scratch"
    assert (
        advice.message == "scratch is in 12 training images, and its map50 is 0.40; that of the other labels is 0.90."
    )
    assert [dict(remedy.changes) for remedy in advice.remedies] == [{}, {"label_weights": True}, {"labels": ("dent",)}]


def test_a_label_as_frequent_as_the_others_is_not_rare() -> None:
    few = counts(train={"dent": 38, "scratch": 36}, val={"dent": 9, "scratch": 9})
    assert advise(healthy(dent=0.9, scratch=0.1), SPEC, few) == ()


def test_a_rare_label_that_is_found_well_is_no_matter() -> None:
    rare = counts(train={"dent": 60, "scratch": 12}, val={"dent": 15, "scratch": 3})
    assert advise(healthy(dent=0.9, scratch=0.85), SPEC, rare) == ()


def test_a_label_that_nothing_is_measured_on_or_learned_from_is_named() -> None:
    (unmeasured,) = advise(
        healthy(dent=0.9, scratch=None), SPEC, counts(train={"dent": 60, "scratch": 9}, val={"dent": 15})
    )
    assert "no validation image" in unmeasured.message
    (unlearned,) = advise(healthy(dent=0.9), SPEC, counts(train={"dent": 60}, val={"dent": 15, "scratch": 2}))
    assert "no training image" in unlearned.message


def test_labels_that_are_spread_otherwise_over_the_sets_are_named() -> None:
    apart = counts(train={"dent": 70, "scratch": 50}, val={"dent": 2, "scratch": 12})
    (advice,) = advise(healthy(dent=0.9, scratch=0.9), SPEC, apart)
    assert advice.message == "dent is in 88% of the training images, but in 10% of the validation images."


def test_a_stratified_split_is_never_taken_for_two_worlds() -> None:
    rng = np.random.default_rng(0)
    for _ in range(200):
        share = rng.uniform(0.1, 0.9)
        train, val = rng.binomial(80, share), rng.binomial(20, share)
        found = advise(healthy(), SPEC, counts(train={"dent": train}, val={"dent": val}))
        assert "different-worlds" not in kinds(found)


def test_labels_are_counted_in_the_images_of_each_set() -> None:
    labels = {"a": ("dent", "dent"), "b": ("scratch",), "c": (), "d": ("dent",)}
    found = LabelCounts.of(["a", "b", "gone"], ["c", "d"], labels)
    assert found == LabelCounts(train_images=2, val_images=2, train={"dent": 1, "scratch": 1}, val={"dent": 1})


# -- recording ---------------------------------------------------------------------------------------------------------


def started(step: int = 0) -> RunStarted:
    return RunStarted(images=7, val_images=2, steps_per_epoch=2, epochs=5, device="cpu", labels=("dent",),
                      input_size=(32, 32), step=step)  # fmt: skip


def epoch(number: int, value: float | None = 0.5) -> EpochEnded:
    return EpochEnded(epoch=number, epochs=5, step=2 * number, train_loss=1.0, val_loss=None, metrics={"miou": value},
                      per_label={"dent": value}, seconds=1, seconds_left=1)  # fmt: skip


def step(number: int) -> StepEnded:
    return StepEnded(step=number, epoch=(number + 1) // 2, loss=float(number), learning_rate=0.1, images_per_second=1)


def test_what_was_learned_in_vain_before_a_resume_is_forgotten() -> None:
    events = [
        started(),
        step(1),
        step(2),
        epoch(1, 0.9),
        step(3),
        step(4),
        epoch(2),
        started(2),
        step(3),
        step(4),
        epoch(2),
    ]
    curves = Recording(events).curves()
    assert curves.steps.tolist() == [1, 2, 3, 4]
    assert curves.epochs.tolist() == [1, 2]
    assert (curves.planned, curves.images, curves.metric, curves.running) == (5, 7, "miou", True)
    assert np.isnan(curves.val).all()
    assert curves.per_label == {"dent": 0.9}


def test_of_a_very_long_run_every_so_many_steps_are_kept() -> None:
    recording = Recording([started()])
    for part in range(3000):
        steps = np.arange(100 * part + 1.0, 100 * part + 101)
        recording.add_steps(steps, 2 * steps)
    curves = recording.curves()
    assert MOST_STEPS / 2 <= len(curves.steps) <= 2 * MOST_STEPS
    assert set(np.diff(curves.steps)) == {curves.steps[0]}
    assert curves.steps[-1] > 3000 * 100 - 10
    assert (curves.losses == 2 * curves.steps).all()


def test_a_loss_that_is_no_number_is_named_until_the_run_goes_on() -> None:
    broke = LossBroke(step=3, loss="nan", names=("a",), pictures=("0-a.png",))
    recording = Recording([started(), step(1), step(2), broke, RunEnded(state="failed", message="")])
    (advice,) = advise(recording.curves(), SPEC)
    assert advice.kind == "rate-too-high"
    assert "no number any more at step 3" in advice.message
    assert [remedy.changes["learning_rate"] < SPEC.learning_rate for remedy in advice.remedies] == [True]
    recording.add([started(2)])
    assert advise(recording.curves(), SPEC) == ()


def test_the_end_names_the_model_until_the_run_goes_on() -> None:
    recording = Recording([started(), epoch(1), RunEnded(state="finished", message="", model="parts@4")])
    assert (recording.curves().state, recording.curves().model) == ("finished", "parts@4")
    recording.add([started(2)])
    assert (recording.curves().running, recording.curves().model) == (True, None)


@pytest.mark.parametrize("name", ["overfitting", "too_few_epochs", "rate_too_high"])
def test_a_run_that_failed_is_not_advised_on(name: str) -> None:
    """What ended it was no choice of settings; advice on half a run would lead astray."""
    curves, spec = recorded(name)
    assert advise(curves, spec)
    assert (
        advise(replace(curves, state="failed"), spec, LabelCounts(train_images=20, val_images=5, train={"dent": 1}))
        == ()
    )
