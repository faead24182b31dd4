"""One training from its spec to its published model."""

import os
import random
import sys
from collections.abc import Iterator, Sequence, Sized
from contextlib import contextmanager
from typing import Literal

import cv2
import numpy as np
import torch
from lightning_fabric import Fabric
from lightning_fabric.strategies.ddp import DDPStrategy

from core.errors import SpecError
from core.inference.model_folder import ModelFolder
from core.tasks import task_named
from core.training import checkpoints, crew
from core.training.checkpoints import Checkpoint
from core.training.export import plan_of, publish_run
from core.training.journal import Journal
from core.training.loop import Lesson, learn, started
from core.training.models import Network, build
from core.training.run_folder import RunFolder
from core.training.samples import Pictures, TrainSamples, ValSamples
from core.training.shares import share_of
from core.training.sources import read_labelled
from core.training.spec import Spec
from core.training.subject import Subject, settle
from core.voc.dataset import Dataset
from core.voc.held_out import copies_of_held_out, not_held_out
from core.voc.image_sets import read_set

Precision = Literal["bf16-mixed", "16-mixed", "32-true"]


def teach(run: RunFolder, journal: Journal) -> str | None:
    """Train the run to its end, from its checkpoint if it has one, publish the best and return its reference.

    A throw-away run publishes nothing: None.

    Raises:
        AnnotrainError: it cannot be trained or published; the message says why and what to do.
        StopError: the run was asked to stop.
    """
    spec, dataset = run.spec, Dataset.open(run.dataset_root)
    fabric = fabric_for(spec)
    spec = with_workers(spec, fabric)
    seed_everything(spec.seed)
    saved = checkpoints.read(run.checkpoint_path)
    parent = ModelFolder.find(dataset.models_folder, spec.continue_from) if spec.continue_from else None
    sets = (saved.subject.train, saved.subject.val) if saved else tuple(
        read_set(dataset, name) for name in (spec.train_set, spec.val_set)
    )  # fmt: skip
    sets = sets if saved else (without_benchmarks(dataset, sets[0], journal), sets[1])
    train, val = (read_labelled(dataset, names, task_named(spec.task)) for names in sets)
    if saved:
        subject = saved.subject
    else:
        say_what_is_odd(journal, sets, (train, val))
        train = share_of(train, spec)
        subject = settle(dataset, spec, train, val, parent.card.labels if parent else ())
    network = _network(spec, subject, parent, journal, saved)
    pictures = Pictures(spec.cache_mb, sharers=crew.size()[0])
    lesson = Lesson(
        run=run,
        spec=spec,
        subject=subject,
        train=TrainSamples(train, subject, spec, pictures),
        val=ValSamples(val, subject, spec, pictures),
        fabric=fabric,
        journal=journal,
    )
    journal.check_stop()
    journal.say(started(lesson, saved.progress if saved else None))
    with _event_files(lesson, saved):
        progress = learn(lesson, network, saved)
    if spec.throw_away or not fabric.is_global_zero:
        return None
    journal.say(f"Publishing the weights of epoch {progress.best_epoch}, the best one.")
    return publish_run(run).reference


@contextmanager
def _event_files(lesson: Lesson, saved: Checkpoint | None) -> Iterator[None]:
    """Write event files of TensorBoard meanwhile, where the spec asks for them; their library is loaded only then."""
    if not lesson.spec.tensorboard:
        yield
        return
    from core.training.event_files import EventFiles

    files = EventFiles(lesson.run, saved.progress.step if saved else 0)
    lesson.journal.tell_also(files.hear)
    try:
        yield
    finally:
        files.close()


def seed_everything(seed: int) -> None:
    """Begin the chance of Python, numpy and torch anew, whichever of them a library uses."""
    random.seed(seed)
    np.random.seed(seed)  # noqa: NPY002
    torch.manual_seed(seed)


def fabric_for(spec: Spec) -> Fabric:
    """Return what puts a network on the device of the spec, mixed precision on a graphics card.

    Raises:
        SpecError: this computer has no such device.
    """
    here, machines = crew.size()
    threads = spec.threads or max(1, processors() // here)
    torch.set_num_threads(threads)
    cv2.setNumThreads(1)  # pictures are made ready beside the network, in threads of their own
    there = {"cpu": True, "cuda": torch.cuda.is_available(), "mps": torch.backends.mps.is_available()}
    if not there.get(spec.device, True):
        raise SpecError(f"This computer has no device '{spec.device}' that torch can use: choose 'auto' or 'cpu'.")
    device = next(name for name in ("cuda", "mps", "cpu") if there[name]) if spec.device == "auto" else spec.device
    check_cards(device, here, machines)
    if here * machines == 1:
        return Fabric(accelerator=device, devices=1, precision=_precision(spec, device))
    # Statistics and sizes are the same in all of them, so that nothing but gradients has to be exchanged.
    strategy = DDPStrategy(process_group_backend="nccl" if device == "cuda" else "gloo", broadcast_buffers=False)
    fabric = Fabric(
        accelerator=device, devices=here, num_nodes=machines, strategy=strategy, precision=_precision(spec, device)
    )
    fabric.launch()
    return fabric


def check_cards(device: str, here: int, machines: int) -> None:
    """Return if each of the processes has a graphics card to itself, where they learn on one.

    Raises:
        SpecError: there are too few.
    """
    cards = {"cuda": torch.cuda.device_count(), "mps": 1}.get(device, here)
    if here > cards or (device == "mps" and machines > 1):
        raise SpecError(
            f"{here * machines} processes cannot share {cards} graphics card(s): choose fewer processes, or the device "
            "'cpu'."
        )


def _precision(spec: Spec, device: str) -> Precision:
    """Return how exactly a device computes: mixed on a graphics card by itself, where it was found to be quicker."""
    if spec.precision != "auto":
        chosen: dict[str, Precision] = {"32": "32-true", "bf16": "bf16-mixed", "16": "16-mixed"}
        return chosen[spec.precision]
    if device != "cuda":
        return "32-true"
    # Older cards only imitate bfloat16, slower than what they have.
    return "bf16-mixed" if torch.cuda.is_bf16_supported(including_emulation=False) else "16-mixed"


def with_workers(spec: Spec, fabric: Fabric) -> Spec:
    """Return the spec with as many threads for images as the device needs, if it does not say.

    One keeps up with a network on the processor; a graphics card learns from a picture faster than one makes it ready.
    """
    if spec.workers:
        return spec
    return spec.changed(workers=1 if fabric.device.type == "cpu" else min(8, processors()))


def processors() -> int:
    """Return how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1


def _network(
    spec: Spec, subject: Subject, parent: ModelFolder | None, journal: Journal, saved: Checkpoint | None
) -> Network:
    """Return the network to begin with; for a resume a bare one, which the checkpoint fills."""
    start = None if saved else str(parent.weights_path) if parent else spec.weights
    network = build(
        spec.model,
        plan_of(spec, subject),
        weights=start,
        report=journal.say,
        labels=subject.labels,
        parent_labels=parent.card.labels if parent else (),
    )
    if parent and not saved and parent.card.labels != subject.labels:
        journal.say(
            f"{parent.reference} knows other labels ({', '.join(parent.card.labels)}): what it "
            "knows of the same ones is kept, the others are learned anew."
        )
    return network


def without_benchmarks(dataset: Dataset, names: tuple[str, ...], journal: Journal) -> tuple[str, ...]:
    """Return the images to learn from without those of benchmark sets and their copies; say how many are left out."""
    kept = not_held_out(dataset, names)
    if left_out := len(names) - len(kept):
        journal.say(f"{left_out} images belong to a benchmark set: they are not learned from.")
    copies = copies_of_held_out(dataset, kept)
    if copies:
        journal.say(f"{len(copies)} images are copies of one in a benchmark set: they are not learned from.")
    return tuple(name for name in kept if name not in copies)


def say_what_is_odd(journal: Journal, sets: Sequence[Sequence[str]], labelled: Sequence[Sized]) -> None:
    """Say how many images of the sets have no annotation, and how many are in both, where there are such."""
    count = sum(map(len, sets)) - sum(map(len, labelled))
    if count:
        journal.say(f"{count} images of the image sets have no annotation and are left out.")
    both = len(set(sets[0]).intersection(*sets[1:]))
    if both:
        journal.say(f"{both} images are learned from and measured on as well: the model is worse than its figures say.")
