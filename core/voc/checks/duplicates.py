"""The problems that pictures which look alike are."""

from collections.abc import Collection, Iterator, Mapping

import numpy as np

from core.voc.checks.alike import alike
from core.voc.checks.problem import Problem
from core.voc.dataset import Dataset


def duplicate_problems(
    dataset: Dataset, hashes: Mapping[str, bytes], most: int, sets: tuple[Collection[str], Collection[str]]
) -> Iterator[Problem]:
    """Yield each image that looks like an earlier one, named with the first of those; ``sets`` are train and val.

    A pair of which one is in train and the other in val is a kind of its own.
    """
    names = [entry.name for entry in dataset.entries if entry.name in hashes]
    if len(names) < 2:
        return
    rows = np.frombuffer(b"".join(hashes[name] for name in names), np.uint8).reshape(len(names), -1)
    told: set[str] = set()
    for first, second in alike(rows, most):
        pair = names[first], names[second]
        leaks = _is_split(pair, sets)
        if leaks or pair[1] not in told:
            told.add(pair[1])
            yield _problem(dataset, pair, leaks=leaks)


def _is_split(pair: tuple[str, str], sets: tuple[Collection[str], Collection[str]]) -> bool:
    train, val = sets
    return (pair[0] in train and pair[1] in val) or (pair[1] in train and pair[0] in val)


def _problem(dataset: Dataset, pair: tuple[str, str], *, leaks: bool) -> Problem:
    kind = "near-duplicate-in-train-and-val" if leaks else "near-duplicate"
    other, image = pair
    values = {"image": image, "other": other}
    return Problem(kind=kind, path=dataset.entry(image).path, values=values, image=image, other=other)
