"""The problems that pictures which look alike are."""

from collections.abc import Collection, Iterator, Mapping

import numpy as np

from core.voc.checks.alike import alike
from core.voc.checks.problem import Problem
from core.voc.dataset import Dataset


def duplicate_problems(
    dataset: Dataset, hashes: Mapping[str, bytes], most: int, sets: Mapping[str, Collection[str]]
) -> Iterator[Problem]:
    """Yield each image that looks like an earlier one, named with the first of those; ``sets`` are train, val and test.

    A pair of which each is in another of these is a kind of its own.
    """
    names = [entry.name for entry in dataset.entries if entry.name in hashes]
    if len(names) < 2:
        return
    rows = np.frombuffer(b"".join(hashes[name] for name in names), np.uint8).reshape(len(names), -1)
    list_of = {image: name for name, images in sets.items() for image in images}
    told: set[str] = set()
    for first, second in alike(rows, most):
        pair = names[first], names[second]
        lists = tuple(list_of[image] for image in pair if image in list_of)
        leaks = len(set(lists)) == 2
        if leaks or pair[1] not in told:
            told.add(pair[1])
            yield _problem(dataset, pair, lists if leaks else ())


def _problem(dataset: Dataset, pair: tuple[str, str], lists: tuple[str, ...]) -> Problem:
    """Return the problem that two look-alikes are; ``lists`` are those that part them."""
    other, image = pair
    values = {"image": image, "other": other}
    if lists:
        values |= {"list": lists[1], "other_list": lists[0]}
    kind = "near-duplicate-in-train-and-val" if lists else "near-duplicate"
    return Problem(kind=kind, path=dataset.entry(image).path, values=values, image=image, other=other)
