"""Finding pictures that look alike among a hundred thousand, by the bits of their perceptual hashes."""

from collections.abc import Collection, Iterator, Mapping

import numpy as np
from numpy.typing import NDArray

from core.voc.checks.problem import Problem
from core.voc.dataset import Dataset

MOST_BITS = 31
"""Up to so many differing bits of 256 every pair is found: one of 16 words of 16 bits then differs in one at most."""

CROWD = 64
"""So many pictures that all look like one are compared with that one only: those of a line camera all do."""

_SAMPLES = 48
_WORDS = 16
_BLOCK = 1 << 20


def alike(hashes: NDArray[np.uint8], most: int) -> NDArray[np.int64]:
    """Return the pairs of rows (n, 2), smaller first, of (N, 32) hashes that differ in at most ``most`` bits.

    The pigeonhole principle does the search: if two hashes differ in fewer than 32 bits, at least one of their 16
    words differs in one bit or none, so that only rows which share such a word are compared (multi-index hashing,
    Norouzi, Punjani and Fleet, CVPR 2012). Rows that are the very same are compared with one of them only, and so is
    a crowd of rows that are alike, of which there would be as many pairs as the square of their number.
    """
    if not 0 <= most <= MOST_BITS:
        raise ValueError(f"differing bits are 0 to {MOST_BITS}, not {most}")
    distinct, first, which = np.unique(hashes, axis=0, return_index=True, return_inverse=True)
    which = which.reshape(-1)
    same = np.stack([first[which], np.arange(len(hashes))], axis=1)
    by_row = np.argsort(first)  # so that the first of a crowd is the one with the smallest row
    first, whole = first[by_row], np.ascontiguousarray(distinct[by_row])
    crowded, left = _crowds(whole.view(np.uint64), most)
    words, quarters = whole[left].view(np.uint16), whole[left].view(np.uint64)
    found = [same[same[:, 0] != same[:, 1]], first[crowded]]
    for word in range(_WORDS if len(words) > 1 else 0):
        for pairs in _sharing(words[:, word]):
            found.append(np.sort(first[left[_near(quarters, pairs, most)]], axis=1))
    pairs = np.concatenate(found)
    numbers = np.unique(pairs[:, 0] * len(hashes) + pairs[:, 1])  # many times faster than to sort the pairs themselves
    return np.stack([numbers // len(hashes), numbers % len(hashes)], axis=1).astype(np.int64)


def _crowds(quarters: NDArray[np.uint64], most: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return the pairs of each crowd's first row with its others, and the rows that are left, those first ones too.

    Random samples find the crowds: one of a twentieth of all rows is missed by 48 of them once in twelve times.
    """
    draw = np.random.default_rng(0)
    left, found, misses = np.arange(len(quarters)), [np.empty((0, 2), np.int64)], 0
    while misses < _SAMPLES and len(left) > CROWD:
        sample = left[draw.integers(len(left))]
        around = left[_distances(quarters[left], quarters[sample]) <= most]
        crowd = around[_distances(quarters[around], quarters[around[0]]) <= most]
        if len(crowd) < CROWD:
            misses += 1
            continue
        found.append(np.stack([np.full(len(crowd) - 1, crowd[0]), crowd[1:]], axis=1))
        left = np.setdiff1d(left, crowd[1:], assume_unique=True)
    return np.concatenate(found), left


def _distances(quarters: NDArray[np.uint64], one: NDArray[np.uint64]) -> NDArray[np.uint16]:
    return np.asarray(np.bitwise_count(quarters ^ one).sum(axis=1, dtype=np.uint16))


def _near(quarters: NDArray[np.uint64], pairs: NDArray[np.int64], most: int) -> NDArray[np.int64]:
    """Return those of the pairs that differ in at most ``most`` bits; most are out after a quarter of them."""
    distances = np.zeros(len(pairs), np.uint16)
    for quarter in range(quarters.shape[1]):
        values = quarters[:, quarter]
        distances += np.bitwise_count(values[pairs[:, 0]] ^ values[pairs[:, 1]])
        near = distances <= most
        pairs, distances = pairs[near], distances[near]
    return pairs


def _sharing(values: NDArray[np.uint16]) -> Iterator[NDArray[np.int64]]:
    """Yield blocks of pairs of rows whose values differ in one bit at most, each pair once."""
    order = np.argsort(values, kind="stable")
    ordered = values[order]
    yield from _blocks(order, np.arange(1, len(ordered) + 1), np.searchsorted(ordered, ordered, "right"))
    for bit in range(16):
        flipped = np.uint16(1 << bit)
        wanted = ordered ^ flipped
        ends = np.searchsorted(ordered, wanted, "right")
        starts = np.where(ordered & flipped, ends, np.searchsorted(ordered, wanted, "left"))  # from the smaller one
        yield from _blocks(order, starts, ends)


def _blocks(
    order: NDArray[np.int64], starts: NDArray[np.int64], ends: NDArray[np.int64]
) -> Iterator[NDArray[np.int64]]:
    """Yield the pairs of each row with those from its start to its end, about a million at a time."""
    counts = np.maximum(ends - starts, 0)
    reached = np.cumsum(counts)
    row = 0
    while row < len(order):
        before = reached[row - 1] if row else 0
        last = max(int(np.searchsorted(reached, before + _BLOCK, "right")), row + 1)
        here = counts[row:last]
        if here.any():
            left = np.repeat(np.arange(row, last), here)
            offset = np.arange(len(left)) - np.repeat(np.cumsum(here) - here, here)
            yield np.stack([order[left], order[starts[left] + offset]], axis=1)
        row = last


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
