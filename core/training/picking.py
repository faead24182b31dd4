"""A few images that show much of a dataset: for a preview, and for learning by heart."""

import random
from collections.abc import Collection, Mapping


def pick_varied(labels_of: Mapping[str, Collection[str]], count: int, *, seed: int = 0) -> list[str]:
    """Return ``count`` image names, or all there are, so that every label is among them as soon as can be.

    ``labels_of`` are the labels in each image; images without any come last. The same seed picks the same ones.
    """
    names = sorted(labels_of)
    random.Random(seed).shuffle(names)
    left = {name: frozenset(labels_of[name]) for name in names}
    chosen: list[str] = []
    seen: set[str] = set()
    while left and len(chosen) < count:
        name = max(left, key=lambda name: (len(left[name] - seen), bool(left[name])))
        if not left[name] - seen and seen:
            seen = set()  # all labels that can be had are there: begin anew with those left
            continue
        chosen.append(name)
        seen |= left.pop(name)
    return chosen
