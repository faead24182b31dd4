"""Which images of a dataset look so alike that a model must not learn from one and be judged by the other."""

import os
from collections import defaultdict
from collections.abc import Callable, Collection
from concurrent.futures import ThreadPoolExecutor

import numpy as np

from core.voc.checks.alike import alike
from core.voc.checks.limits import Limits
from core.voc.checks.pictures import PictureCache
from core.voc.dataset import Dataset, ImageEntry

Groups = tuple[tuple[str, ...], ...]


def look_alikes(
    dataset: Dataset,
    names: Collection[str],
    *,
    differing_bits: int = Limits().differing_bits,
    report: Callable[[int, int], None] = lambda _done, _total: None,
) -> Groups:
    """Return the groups of two or more of the named images that look alike, by way of others included.

    Names and groups are in the dataset's order; names that it does not have are left out, as are pictures that cannot
    be read or show nothing. A picture is decoded once, by several threads, and its hash kept with those of the check;
    ``report`` is told how many of how many are done.
    """
    wanted = frozenset(names)
    entries = [entry for entry in dataset.entries if entry.name in wanted]
    hashes = _hashes(dataset, entries, report)
    known = [entry.name for entry, found in zip(entries, hashes, strict=True) if found is not None]
    if len(known) < 2:
        return ()
    rows = np.frombuffer(b"".join(found for found in hashes if found is not None), np.uint8).reshape(len(known), -1)
    return _groups(known, alike(rows, differing_bits).tolist())


def _hashes(dataset: Dataset, entries: list[ImageEntry], report: Callable[[int, int], None]) -> list[bytes | None]:
    """Return each picture's hash, None where it has none."""
    pictures, found = PictureCache(dataset), list[bytes | None]()
    try:
        with ThreadPoolExecutor(min(4, os.cpu_count() or 1), thread_name_prefix="look-alikes") as pool:
            for facts in pool.map(pictures.facts, entries):
                found.append(facts.hash)
                report(len(found), len(entries))
    finally:
        pictures.keep()
    return found


def _groups(names: list[str], pairs: list[list[int]]) -> Groups:
    """Return the sets that the pairs of places join."""
    parent = list(range(len(names)))

    def root(place: int) -> int:
        while parent[place] != place:
            parent[place] = place = parent[parent[place]]
        return place

    for first, second in pairs:
        one, other = sorted((root(first), root(second)))
        parent[other] = one
    found: dict[int, list[str]] = defaultdict(list)
    for place, name in enumerate(names):
        found[root(place)].append(name)
    return tuple(tuple(group) for group in found.values() if len(group) > 1)
