"""COCO's run-length coding of masks: column by column over the whole image, plain or packed into a string.

The packing is that of pycocotools (maskApi.c): from the third run on the difference to the run two before, in groups of
five bits with a sixth that says that more follow, 48 added to make a letter.
"""

from collections.abc import Sequence

import numpy as np

from core.geometry import Mask


def mask_of(counts: str | Sequence[int], height: int, width: int) -> Mask | None:
    """Return the mask that the runs say, None where no pixel is on.

    Raises:
        ValueError: the runs do not add up to height times width, or are no runs.
    """
    runs = unpacked(counts) if isinstance(counts, str) else [int(count) for count in counts]
    if min(runs, default=0) < 0 or sum(runs) != height * width:
        raise ValueError(f"runs of {sum(runs)} pixels for {width} x {height}")
    on = np.arange(len(runs)) % 2 == 1
    return Mask.from_array(np.repeat(on, runs).reshape(width, height).T)


def runs_of(mask: Mask, height: int, width: int) -> list[int]:
    """Return the runs of a mask in an image of that size, off and on by turns, beginning with off."""
    flat = mask.to_array(width, height).T.ravel()
    edges = np.flatnonzero(flat[1:] != flat[:-1]) + 1
    runs = np.diff(np.concatenate(([0], edges, [flat.size]))).tolist()
    return [0, *runs] if flat[0] else runs


def packed(runs: Sequence[int]) -> str:
    """Return the runs as a string."""
    letters: list[str] = []
    for place, run in enumerate(runs):
        value = run - (runs[place - 2] if place > 2 else 0)
        more = True
        while more:
            group = value & 0x1F
            value >>= 5
            more = value != (-1 if group & 0x10 else 0)
            letters.append(chr(group + (0x20 if more else 0) + 48))
    return "".join(letters)


def unpacked(text: str) -> list[int]:
    """Return the runs of a string.

    Raises:
        ValueError: the string is cut short or has letters that it cannot have.
    """
    runs: list[int] = []
    value = shift = 0
    for letter in text:
        group = ord(letter) - 48
        if not 0 <= group < 64:
            raise ValueError(f"the letter {letter!r} in a run-length string")
        value |= (group & 0x1F) << shift
        shift += 5
        if group & 0x20:
            continue
        if group & 0x10:
            value |= -1 << shift
        runs.append(value + (runs[-2] if len(runs) > 2 else 0))
        value = shift = 0
    if shift:
        raise ValueError("a run-length string that is cut short")
    return runs
