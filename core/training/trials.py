"""Trials: short work with a network before a run, in a process and a folder of its own, exactly as a run has them.

A trial is a run folder in ``.annotrain/trials`` with a file ``trial.json`` that says what is tried; its worker writes
what came of it to ``result.json``. So whoever watches runs can watch trials, stop them and find them again. No torch.
"""

import importlib
import json
from collections.abc import Callable
from dataclasses import asdict
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from pydantic import TypeAdapter, ValidationError

from core.errors import RunFolderError
from core.files import write_atomic
from core.training.batch_choice import BatchFit
from core.training.deleting import delete
from core.training.five_result import FiveResult
from core.training.launch import start_worker
from core.training.material import check_material
from core.training.rate_curve import RateCurve
from core.training.run_folder import RunFolder, list_runs
from core.voc.dataset import Dataset

if TYPE_CHECKING:
    from core.training.journal import Journal
    from core.training.spec import Spec

Result = FiveResult | RateCurve | BatchFit


class TrialKind(StrEnum):
    """What is tried."""

    CHECK_FIVE = "check-five"
    FIND_RATE = "find-rate"
    FIT_BATCH = "fit-batch"


_WORK = {
    TrialKind.CHECK_FIVE: "core.training.check_five:check_five",
    TrialKind.FIND_RATE: "core.training.rate_finder:find_rate",
    TrialKind.FIT_BATCH: "core.training.batch_fit:fit_batch",
}
_RESULTS: dict[TrialKind, type[Any]] = {
    TrialKind.CHECK_FIVE: FiveResult,
    TrialKind.FIND_RATE: RateCurve,
    TrialKind.FIT_BATCH: BatchFit,
}


def start_trial(dataset: Dataset, spec: "Spec", kind: TrialKind) -> RunFolder:
    """Begin a trial of ``spec`` on the dataset in a process of its own; the one of the same kind before is removed.

    Raises:
        DatasetError: the dataset has nothing to learn from.
        RunFolderError: the one before does not end.
        TrainingError: the system starts no process.
        WriteError: the folder cannot be written.
    """
    check_material(dataset, spec.task)  # said now, not by a process some seconds later
    run = new_trial(dataset, spec, kind)
    start_worker(run)
    return run


def new_trial(dataset: Dataset, spec: "Spec", kind: TrialKind) -> RunFolder:
    """Make the folder of a trial, which waits to be started; the one of the same kind before is removed.

    Raises:
        RunFolderError: the one before does not end.
        WriteError: the folder cannot be written.
    """
    folder = dataset.program_folder / "trials"
    for old in list_runs(folder):
        if trial_kind(old) in (kind, None):
            delete(old)
    run = RunFolder.create(folder, spec.changed(throw_away=True, time_budget_s=None), dataset.root)
    write_atomic(run.path / "trial.json", json.dumps({"kind": kind}).encode())
    return run


def trial_kind(run: RunFolder) -> TrialKind | None:
    """Return what is tried in the folder; None where it is an ordinary run."""
    try:
        return TrialKind(json.loads((run.path / "trial.json").read_bytes())["kind"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def carry_out(run: RunFolder, kind: TrialKind, journal: "Journal") -> str:
    """Do the trial in this process, write down what came of it, and return it in a sentence.

    Raises:
        AnnotrainError: it cannot be done; the message says why and what to do.
        StopError: it was asked to stop.
    """
    module, function = _WORK[kind].split(":")
    # torch takes seconds to import: only the process that tries pays for it.
    work: Callable[[RunFolder, Journal], Result] = getattr(importlib.import_module(module), function)
    result = work(run, journal)
    write_atomic(run.path / "result.json", json.dumps(asdict(result), allow_nan=False).encode())
    return result.sentence


def read_result(run: RunFolder) -> Result | None:
    """Return what came of a trial; None while there is nothing.

    Raises:
        RunFolderError: it cannot be read.
    """
    kind, path = trial_kind(run), run.path / "result.json"
    if kind is None or not path.exists():
        return None
    try:
        found: Result = TypeAdapter(_RESULTS[kind]).validate_json(path.read_bytes())
    except (OSError, ValidationError) as error:
        raise RunFolderError(f"{path}: cannot be read; try again.") from error
    return found
