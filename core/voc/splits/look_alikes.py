"""Which images of a dataset look so alike that a model must not learn from one and be judged by the other."""

import os
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from concurrent.futures import ThreadPoolExecutor
from itertools import compress

import numpy as np
from numpy.typing import NDArray

from core.voc.checks.alike import alike, near_any
from core.voc.checks.limits import Limits
from core.voc.checks.pictures import HASH_BYTES, PictureCache
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
    hashes = _hashes(PictureCache(dataset), entries, report)
    known = [entry.name for entry, found in zip(entries, hashes, strict=True) if found is not None]
    if len(known) < 2:
        return ()
    return _groups(known, alike(_rows(found for found in hashes if found is not None), differing_bits).tolist())


def like_any(
    dataset: Dataset,
    names: Collection[str],
    others: Collection[str],
    *,
    differing_bits: int = Limits().differing_bits,
    read: bool = True,
    report: Callable[[int, int], None] = lambda _done, _total: None,
) -> frozenset[str]:
    """Return those of the images that look like one of the ``others``, itself and not by way of a third.

    Pictures are read, kept and reported as by :func:`look_alikes`; with ``read`` False those that were not are passed
    over.
    """
    meant = {*names, *others}
    entries = [entry for entry in dataset.entries if entry.name in meant]
    cache = PictureCache(dataset)
    hashes = _hashes(cache, entries, report) if read else [cache.known_hash(one, current=False) for one in entries]
    known = {entry.name: found for entry, found in zip(entries, hashes, strict=True) if found is not None}
    wanted = [name for name in known if name not in others]
    if not wanted or len(wanted) == len(known):
        return frozenset()
    kept_back = _rows(known[name] for name in known if name in others)
    near = near_any(_rows(known[name] for name in wanted), kept_back, differing_bits)
    found = compress(wanted, near.tolist())
    return frozenset(name for name in found if read or cache.known_hash(dataset.entry(name)) is not None)


def _rows(hashes: Iterable[bytes]) -> NDArray[np.uint8]:
    return np.frombuffer(b"".join(hashes), np.uint8).reshape(-1, HASH_BYTES)


def _hashes(
    pictures: PictureCache, entries: list[ImageEntry], report: Callable[[int, int], None]
) -> list[bytes | None]:
    """Return each picture's hash, None where it has none."""
    found = list[bytes | None]()
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
