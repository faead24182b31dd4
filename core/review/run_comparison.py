"""Runs beside each other: which settings differ, whose figures are best, what their curves are."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from core.training.advice import Curves, Recording
from core.training.events import EpochEnded, EventReader
from core.training.run_folder import RunFolder

Settings = Mapping[str, Any]


@dataclass(frozen=True, eq=False, kw_only=True)
class ComparedRun:
    """One run: its settings by name (those within augmentation with a dot), its curves, its best epoch's figures."""

    run: RunFolder
    name: str
    settings: Settings
    curves: Curves
    best: Mapping[str, float | None]

    @property
    def title(self) -> str:
        """The version that it published, else its name."""
        return self.curves.model or self.name


@dataclass(frozen=True, eq=False, kw_only=True)
class RunComparison:
    """Runs in the order of one metric, the best first.

    ``metrics`` are those that any of them was measured by, ``differing`` the settings that are not the same in all.
    """

    runs: tuple[ComparedRun, ...]
    metric: str
    metrics: tuple[str, ...]
    settings: tuple[str, ...]
    differing: frozenset[str]


def read_run(run: RunFolder) -> ComparedRun:
    """Read a run's spec and all that it said.

    Raises:
        RunFolderError: it has no spec that can be read.
    """
    spec = run.spec
    events = EventReader(run.events_path).read_new()
    epochs = [event for event in events if isinstance(event, EpochEnded)]
    best = max(epochs, key=lambda event: event.headline or 0.0, default=None)
    return ComparedRun(
        run=run, name=spec.name, settings=dict(flat(spec.model_dump(mode="json"))), curves=Recording(events).curves(),
        best=dict(best.metrics) if best is not None else {},
    )  # fmt: skip


def compare(runs: Sequence[ComparedRun], metric: str | None = None) -> RunComparison:
    """Sort the runs by ``metric``, where it is None by the first that they have; one without it comes last."""
    metrics = tuple(dict.fromkeys(name for run in runs for name in run.best))
    chosen = metric if metric in metrics else next(iter(metrics), "")
    settings = tuple(dict.fromkeys(name for run in runs for name in run.settings))
    differing = {name for name in settings if len({_comparable(run.settings.get(name)) for run in runs}) > 1}
    return RunComparison(
        runs=tuple(sorted(runs, key=lambda run: _rank(run, chosen))), metric=chosen, metrics=metrics,
        settings=settings, differing=frozenset(differing),
    )  # fmt: skip


def _rank(run: ComparedRun, metric: str) -> float:
    value = run.best.get(metric)
    return 1.0 if value is None else -value


def _comparable(value: object) -> str:
    """Return what is equal for equal values; 8 and 8.0 are."""
    return json.dumps(float(value) if isinstance(value, int) and not isinstance(value, bool) else value, sort_keys=True)


def flat(values: Settings, before: str = "") -> Iterator[tuple[str, object]]:
    """Yield names and values, those of an inner group with the group's name and a dot before theirs."""
    for name, value in values.items():
        if isinstance(value, dict):
            yield from flat(value, f"{before}{name}.")
        else:
            yield f"{before}{name}", value
