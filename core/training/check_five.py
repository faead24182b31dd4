"""'Check on 5 images': learn five images by heart, without any variation, and look at what is found on the same five.

A network that cannot do that will learn nothing from a thousand, and the way in which it fails tells why. It runs the
very steps of a run: the same samples, losses, decoding.
"""

import time
from collections.abc import Sequence
from dataclasses import replace
from math import isfinite

import torch

from core.training.augmentation import NO_AUGMENTATION
from core.training.batch_norm import reestimate
from core.training.diagnosis import Cause, Diagnosis, diagnose, has_exploded
from core.training.five_result import FiveResult, SeenImage
from core.training.journal import Journal
from core.training.marks import Marks, of_found, of_truth
from core.training.run_folder import RunFolder
from core.training.samples import Pictures, TrainSamples, ValSamples
from core.training.sources import Labelled
from core.training.trial_setting import Setting, TrialLearner, endless, set_up
from core.training.validation import Look

IMAGES = 5
MOST_STEPS = 400
SECONDS = 300.0
FIRST_LOOK, LOOK_EVERY = 30, 15
NEAR_ZERO = 0.15
"""A loss below this share of the first one is near zero."""
_WARMUP = 10
_PLATEAU = 40
_FALLS = 0.97
_LOOKS_AT_ZERO = 3
_RESIZED_BY = 1.02


def check_five(run: RunFolder, journal: Journal) -> FiveResult:
    """Learn five images by heart and return what was found on them, with the likely cause where something is wrong.

    Raises:
        AnnotrainError: the dataset has nothing to learn from, or the network cannot be built.
        StopError: it was asked to stop.
    """
    plain = replace(NO_AUGMENTATION, keep=run.spec.augmentation.keep)
    setting = set_up(run, journal, count=IMAGES, augmentation=plain, repeats=1, least_images=1, average=0.0)
    spec = setting.spec.changed(batch_size=min(setting.spec.batch_size, IMAGES))
    resized = _resized(setting.images)
    pictures = Pictures(spec.cache_mb)
    train = TrainSamples(setting.images, setting.subject, spec, pictures)
    seen = ValSamples(setting.images, setting.subject, spec, pictures)
    truths = [of_truth(truth) for truth in seen.truths]
    learner = TrialLearner(setting)
    learner.begin(1, MOST_STEPS)
    losses, founds, diagnosis = _by_heart(setting, learner, train, seen, truths)
    if resized is not None and diagnosis.cause in (Cause.NONE, Cause.UNKNOWN):
        diagnosis = replace(diagnosis, cause=Cause.RESIZED, factor=resized)
    return FiveResult(
        diagnosis=diagnosis,
        images=tuple(map(_seen_image, setting.images, truths, founds, [setting.subject.labels] * len(founds))),
        steps=len(losses),
        learning_rate=spec.learning_rate,
    )


def _by_heart(
    setting: Setting, learner: TrialLearner, train: TrainSamples, seen: ValSamples, truths: Sequence[Marks]
) -> tuple[list[float], list[Marks], Diagnosis]:
    """Learn until all is found and the loss is near zero, or it falls no more; return losses, findings, diagnosis."""
    losses: list[float] = []
    labels, begun, looks_at_zero = setting.subject.labels, time.monotonic(), 0
    batches = endless(train)
    while True:
        rate = setting.spec.learning_rate * min(1.0, (learner.step + 1) / _WARMUP)
        batch, at = next(batches), time.monotonic()
        losses.append(learner.learn(batch, rate))
        learner.say(losses[-1], rate, len(batch.names) / max(1e-9, time.monotonic() - at))
        over = _is_over(losses) or time.monotonic() - begun > SECONDS
        if not over and (learner.step < FIRST_LOOK or learner.step % LOOK_EVERY):
            continue
        founds = _look(setting, train, seen) if isfinite(losses[-1]) else [Marks.of((), ())] * len(truths)
        found = diagnose(losses, truths, founds, labels)
        looks_at_zero += _is_near_zero(losses)
        # A loss near zero and nothing found: more steps would only learn the mistake better.
        if over or looks_at_zero == _LOOKS_AT_ZERO or (found.passed and looks_at_zero):
            return losses, founds, found


def _is_near_zero(losses: Sequence[float]) -> bool:
    return sum(losses[-5:]) / 5 <= NEAR_ZERO * losses[0]


def _is_over(losses: Sequence[float]) -> bool:
    """Tell whether more steps would teach nothing: the loss is no number, or fell to zero, or falls no more."""
    if not isfinite(losses[-1]) or len(losses) >= MOST_STEPS:
        return True
    return _falls_no_more(losses) or (len(losses) > FIRST_LOOK and has_exploded(losses))


def _falls_no_more(losses: Sequence[float]) -> bool:
    """Tell whether the last steps' mean is hardly below that of as many before."""
    if len(losses) < 2 * _PLATEAU:
        return False
    before, now = sum(losses[-2 * _PLATEAU : -_PLATEAU]), sum(losses[-_PLATEAU:])
    return now > _FALLS * before


def _look(setting: Setting, train: TrainSamples, seen: ValSamples) -> list[Marks]:
    """Return what is found on the images, as prediction would find it."""
    network, fabric = setting.network, setting.fabric
    reestimate(network, (fabric.to_device(batch.images) for batch in train.batches(0)), network.pass_norms)
    network.eval()
    with torch.no_grad():
        return [of_found(found) for found in Look(fabric, network, seen, setting.journal.check_stop).founds()]


def _resized(images: Sequence[Labelled]) -> tuple[float, float] | None:
    """Return by what most images are larger than they were when they were labelled, by what their files say."""
    factors = [
        (one.size[0] / one.annotation.width, one.size[1] / one.annotation.height)
        for one in images
        if one.annotation.width and one.annotation.height
    ]
    wrong = [pair for pair in factors if max(*pair, *(1 / side for side in pair)) > _RESIZED_BY]
    return wrong[0] if len(wrong) * 2 > len(images) else None


def _seen_image(one: Labelled, truth: Marks, found: Marks, labels: Sequence[str]) -> SeenImage:
    return SeenImage(
        name=one.entry.name,
        size=one.size,
        truth=_boxes(truth),
        truth_labels=tuple(labels[int(label)] for label in truth.labels),
        found=_boxes(found),
        found_labels=tuple(labels[int(label)] for label in found.labels),
    )


def _boxes(marks: Marks) -> tuple[tuple[float, float, float, float], ...]:
    return tuple((float(x0), float(y0), float(x1), float(y1)) for x0, y0, x1, y1 in marks.boxes)
