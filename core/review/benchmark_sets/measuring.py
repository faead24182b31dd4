"""Measure networks on benchmark sets, one after the other, and keep what comes of it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from core.errors import AnnotrainError, WriteError
from core.inference.model_folder import ModelFolder
from core.review.benchmark_sets.pending import Pending
from core.review.benchmark_sets.results import Result, Which, keep, stamp_of
from core.review.evaluation.measuring import assess
from core.voc.dataset import Dataset

if TYPE_CHECKING:
    from core.inference.session import Session

Opened = Callable[[ModelFolder], "Session"]
"""What opens the trained network of a version; it stands on torch, which not every process may load."""


@dataclass(frozen=True, kw_only=True)
class Step:
    """How far it has come: ``number`` of ``of`` networks, and of this one ``done`` of ``images``."""

    now: Pending
    number: int
    of: int
    done: int
    images: int


def measure_all(
    dataset: Dataset,
    waiting: Sequence[Pending],
    *,
    open_trained: Opened | None,
    threads: int = 0,
    on_step: Callable[[Step], None] = lambda _step: None,
    should_stop: Callable[[], bool] = lambda: False,
) -> list[tuple[Pending, Result]]:
    """Measure what is pending and keep each result as it comes; what was not reached before a stop is left out.

    Where ``open_trained`` is None the trained networks are left out. A network that cannot be measured on a set, such
    as one for tags where there are none, has a result that says why.

    Raises:
        WriteError: a result cannot be kept.
    """
    todo = [one for one in waiting if open_trained is not None or one.which is not Which.TRAINED]
    made: list[tuple[Pending, Result]] = []
    for number, one in enumerate(todo, start=1):

        def follow(done: int, images: int, one: Pending = one, number: int = number) -> None:
            on_step(Step(now=one, number=number, of=len(todo), done=done, images=images))

        follow(0, len(one.set.images))
        result = _measured(dataset, one, open_trained, threads, follow, should_stop)
        if result is None:
            break
        keep(dataset, one.set, result)
        made.append((one, result))
    return made


def _measured(
    dataset: Dataset,
    one: Pending,
    open_trained: Opened | None,
    threads: int,
    follow: Callable[[int, int], None],
    should_stop: Callable[[], bool],
) -> Result | None:
    """Return the result of one; None where it was stopped."""
    model = one.which.of(one.model)
    blank = Result(
        set_hash=one.set.hash,
        model=model.reference,
        which=one.which,
        made=model.card.created,
        stamp=stamp_of(model, one.which),
        task=model.card.task,
        measured=datetime.now(UTC).isoformat(),
    )
    try:
        session = open_trained(model) if open_trained is not None and one.which is Which.TRAINED else None
        found = assess(
            dataset, model, one.set.name, threads=threads, session=session, on_progress=follow, should_stop=should_stop
        )
    except WriteError:
        raise
    except AnnotrainError as error:
        return replace(blank, problem=str(error))
    if found is None:
        return None
    header = found.header
    return replace(
        blank,
        images=len(found.cases),
        figures=header.figures,
        per_label=header.per_label,
        seconds=header.seconds,
    )
