"""Finding pictures that look alike among a hundred thousand, by the bits of their perceptual hashes."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

MOST_BITS = 31
"""Up to so many differing bits of 256 every pair is found: one of 16 words of 16 bits then differs in one at most."""

CROWD = 64
"""So many pictures that all look like one are compared with that one only: those of a line camera all do."""

_SAMPLES = 48
_WORDS = 16
_VALUES = 1 << 16
_BLOCK = 1 << 20
_TILE = 64, 4096
"""Rows that are compared with each other at once: what is in between then stays in the processor's cache."""

_COMMON = 0.25
"""A row that shares words with so many rows, counted by the word, is sooner compared with all (measured)."""


def alike(hashes: NDArray[np.uint8], most: int) -> NDArray[np.int64]:
    """Return the pairs of rows (n, 2), smaller first, of (N, 32) hashes that differ in at most ``most`` bits.

    The pigeonhole principle does the search: if two hashes differ in fewer than 32 bits, at least one of their 16
    words differs in one bit or none, so that only rows which share such a word are compared (multi-index hashing,
    Norouzi, Punjani and Fleet, CVPR 2012). Rows whose words are common, as those of one camera are, would be compared
    several times over with most of the others; these are compared with each other row once instead. Rows that are
    the very same are compared with one of them only, and so is a crowd of rows that are alike, of which there would
    be as many pairs as the square of their number.

    Raises:
        ValueError: so many bits cannot be searched for.
    """
    if not 0 <= most <= MOST_BITS:
        raise ValueError(f"differing bits are 0 to {MOST_BITS}, not {most}")
    distinct, first, which = np.unique(hashes, axis=0, return_index=True, return_inverse=True)
    same = np.stack([first[which.reshape(-1)], np.arange(len(hashes))], axis=1)
    by_row = np.argsort(first)  # so that the first of a crowd is the one with the smallest row
    first, whole = first[by_row], np.ascontiguousarray(distinct[by_row])
    crowded, left = _crowds(whole.view(np.uint64), most)
    found = [same[same[:, 0] != same[:, 1]], first[crowded]]
    found += [np.sort(first[left[pairs]], axis=1) for pairs in _near_pairs(whole[left], most)]
    pairs = np.concatenate(found)
    numbers = np.unique(pairs[:, 0] * len(hashes) + pairs[:, 1])  # many times faster than to sort the pairs themselves
    return np.stack([numbers // len(hashes), numbers % len(hashes)], axis=1).astype(np.int64)


def near_any(hashes: NDArray[np.uint8], others: NDArray[np.uint8], most: int) -> NDArray[np.bool_]:
    """Tell of each row of (N, 32) hashes whether it differs in at most ``most`` bits from any row of ``others``.

    Every pair is looked at: a thousand others by a hundred thousand rows take about a second.
    """
    quarters = np.ascontiguousarray(hashes).view(np.uint64)
    found = np.zeros(len(hashes), np.bool_)
    for one in np.unique(np.ascontiguousarray(others), axis=0).view(np.uint64):
        found |= _distances(quarters, one) <= most
    return found


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


def _near_pairs(hashes: NDArray[np.uint8], most: int) -> Iterator[NDArray[np.int64]]:
    """Yield the pairs of near rows in blocks (n, 2), some of them several times."""
    if len(hashes) < 2:
        return
    common = _sharers(hashes.view(np.uint16)) > _COMMON * len(hashes)
    order = np.concatenate([np.flatnonzero(common), np.flatnonzero(~common)])
    quarters, count = hashes[order].view(np.uint64), int(common.sum())
    for pairs in _with_all(quarters, count, most):
        yield order[pairs]
    rare, rest = order[count:], quarters[count:]
    words = rest.view(np.uint16)
    for word in range(_WORDS if len(rare) > 1 else 0):
        for pairs in _sharing(np.ascontiguousarray(words[:, word])):
            yield rare[_near(rest, pairs, most)]


def _sharers(words: NDArray[np.uint16]) -> NDArray[np.int64]:
    """Return with how many rows each row shares a word but for one bit; one of several words counts as several."""
    total = np.zeros(len(words), np.int64)
    values = np.arange(_VALUES)
    for word in range(_WORDS):
        rows = np.bincount(words[:, word], minlength=_VALUES)
        around = rows + sum(rows[values ^ (1 << bit)] for bit in range(16))
        total += around[words[:, word]]
    return total


def _with_all(quarters: NDArray[np.uint64], count: int, most: int) -> Iterator[NDArray[np.int64]]:
    """Yield the near pairs of the first ``count`` rows with each later one; 5 ns a pair (measured)."""
    columns = np.ascontiguousarray(quarters.T)
    tall, wide = _TILE
    for top in range(0, count, tall):
        rows = quarters[top : min(top + tall, count)]
        for left in range(top, len(quarters), wide):
            near = np.flatnonzero(_tile(rows, columns[:, left : left + wide]) <= most)  # on two axes 30 times slower
            first, second = np.divmod(near, min(wide, len(quarters) - left))
            pairs = np.stack([top + first, left + second], axis=1)[top + first < left + second]
            if len(pairs):
                yield _near(quarters, pairs, most)  # 256 differing bits look like none in a byte


def _tile(rows: NDArray[np.uint64], columns: NDArray[np.uint64]) -> NDArray[np.uint8]:
    """Return how many bits, modulo 256, each of (R, 4) rows and each of (4, C) columns differ in."""
    different = rows[:, 0, None] ^ columns[0]
    total: NDArray[np.uint8] = np.bitwise_count(different)
    for quarter in range(1, len(columns)):
        np.bitwise_xor(rows[:, quarter, None], columns[quarter], out=different)
        total += np.bitwise_count(different)
    return total


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
    bounds = np.concatenate([[0], np.cumsum(np.bincount(values, minlength=_VALUES))])
    yield from _blocks(order, np.arange(1, len(ordered) + 1), bounds[ordered.astype(np.int64) + 1])
    for bit in range(16):
        flipped = np.uint16(1 << bit)
        small = np.flatnonzero(ordered & flipped == 0)  # from the smaller of the two values, so that a pair comes once
        wanted = (ordered[small] | flipped).astype(np.int64)
        yield from _blocks(order, bounds[wanted], bounds[wanted + 1], small)


def _blocks(
    order: NDArray[np.int64],
    starts: NDArray[np.int64],
    ends: NDArray[np.int64],
    rows: NDArray[np.int64] | None = None,
) -> Iterator[NDArray[np.int64]]:
    """Yield the pairs of each row (all where none are named) with those from its start to its end, in blocks."""
    rows = np.arange(len(order)) if rows is None else rows
    kept = np.flatnonzero(ends > starts)
    rows, starts, counts = rows[kept], starts[kept], (ends - starts)[kept]
    reached = np.cumsum(counts)
    at = 0
    while at < len(rows):
        before = reached[at - 1] if at else 0
        last = max(int(np.searchsorted(reached, before + _BLOCK, "right")), at + 1)
        here = counts[at:last]
        offset = np.arange(reached[last - 1] - before) - np.repeat(np.cumsum(here) - here, here)
        yield np.stack(
            [order[np.repeat(rows[at:last], here)], order[np.repeat(starts[at:last], here) + offset]], axis=1
        )
        at = last
