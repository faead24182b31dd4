"""Dealing groups of images to sides so that each label has its share on each; pure, on names and labels alone."""

import random
from collections import Counter, defaultdict
from collections.abc import Collection, Hashable, Mapping, Sequence

Strata = Mapping[str, Collection[Hashable]]
"""What is on each image: its labels and tags. An image without any counts as having a label of its own."""

_ALL: Hashable = ("all images",)
_NOTHING: Hashable = ("nothing",)


def deal(
    strata: Strata,
    groups: Sequence[Sequence[str]],
    placed: Mapping[str, int],
    shares: Sequence[float],
    seed: int,
) -> list[int]:
    """Return the side of each group, as a place in ``shares``, which add up to 1.

    ``placed`` are the sides of images that have one already; they count for what each side still wants, so that new
    ones make good what earlier ones left uneven. Every image of a group and in ``placed`` is a key of ``strata``.

    The method is iterative stratification: again and again the label with the fewest images left is dealt, each group
    to the side that wants most images of that label (Sechidis, Tsoumakas and Vlahavas, On the Stratification of
    Multi-Label Data, ECML PKDD 2011); here large groups go first, since small ones even out what these leave.
    """
    draw = random.Random(seed)
    contents = [_contents(strata, group) for group in groups]
    wanted = _wanted(contents, strata, placed, shares)
    having: dict[Hashable, set[int]] = defaultdict(set)
    for number, content in enumerate(contents):
        for label in content:
            having[label].add(number)
    left = _sum(contents)
    sides = [0] * len(groups)
    del left[_ALL]
    while left:
        label = min(left, key=lambda label: (left[label], str(label)))
        numbers = sorted(having[label])
        draw.shuffle(numbers)
        for number in sorted(numbers, key=lambda number: -contents[number][label]):
            side = _most_wanting(wanted, label, shares, draw)
            sides[number] = side
            for other, count in contents[number].items():
                wanted[other][side] -= count
                having[other].discard(number)
                left[other] -= count
        left = +left  # those that are dealt go
    return sides


def _contents(strata: Strata, group: Sequence[str]) -> Counter[Hashable]:
    """Return how many images of the group have each label, and how many it has."""
    found: Counter[Hashable] = Counter({_ALL: len(group)})
    for name in group:
        found.update(set(strata[name]) or {_NOTHING})
    return found


def _sum(contents: Sequence[Counter[Hashable]]) -> Counter[Hashable]:
    total: Counter[Hashable] = Counter()
    for content in contents:
        total.update(content)
    return total


def _wanted(
    contents: Sequence[Counter[Hashable]], strata: Strata, placed: Mapping[str, int], shares: Sequence[float]
) -> dict[Hashable, list[float]]:
    """Return how many images with each label each side still wants; less than none where it has too many."""
    there = [Counter[Hashable]() for _ in shares]
    for name, side in placed.items():
        there[side].update(_contents(strata, [name]))
    totals = _sum([*contents, *there])
    return {
        label: [share * count - there[side][label] for side, share in enumerate(shares)]
        for label, count in totals.items()
    }


def _most_wanting(
    wanted: Mapping[Hashable, Sequence[float]], label: Hashable, shares: Sequence[float], draw: random.Random
) -> int:
    """Return the side that wants most of the label, of all images where that is equal, and by chance else."""
    sides = [side for side, share in enumerate(shares) if share > 0]
    return max(sides, key=lambda side: (round(wanted[label][side], 6), round(wanted[_ALL][side], 6), draw.random()))
