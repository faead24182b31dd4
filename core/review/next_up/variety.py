"""How far images are from each other by what they look like, and picking those that cover the most.

Greedy k-centre, the core-set of Sener and Savarese (ICLR 2018): the next is always the image that is farthest from
everything labelled or picked.
"""

import numpy as np
from numpy.typing import NDArray

Rows = NDArray[np.float32]

DIMENSIONS = 64
"""So many directions in which the images differ most are kept: the rest is noise, and costs time."""
_SAMPLE = 1000
_ROUNDS = 2
_PAIRS = 2000
_TOGETHER = 2**22
"""So many distances are worked out at a time: 16 MB, however many images there are."""


def spread_out(rows: Rows, labelled: Rows) -> tuple[Rows, Rows]:
    """Return both, (n, D) and (m, D), in units in which two images picked at random are 1 apart on average.

    Each number counts by how much it varies, then the DIMENSIONS directions of the largest variance are kept
    (principal components of a sample). Rows of NaN stay so.
    """
    both = np.concatenate([rows, labelled])
    known = np.isfinite(both).all(axis=1)
    if both.shape[1] == 0 or known.sum() < 2:
        return np.zeros((len(rows), 1), np.float32), np.zeros((len(labelled), 1), np.float32)
    seen = both[known]
    scale = seen.std(axis=0)
    scale[scale < 1e-6] = np.inf  # what never varies tells nothing
    seen = (seen - seen.mean(axis=0)) / scale
    seen = seen @ _directions(seen)
    unit = _usual_distance(seen)
    made = np.full((len(both), seen.shape[1]), np.nan, np.float32)
    made[known] = seen / unit
    return made[: len(rows)], made[len(rows) :]


def nearest(rows: Rows, others: Rows) -> NDArray[np.float32]:
    """Return how far each row (n, D) is from the nearest of the ``others`` (m, D); infinite where there is none.

    A row of NaN is at 0: of an image that cannot be looked at nothing is expected.
    """
    found = np.full(len(rows), np.inf, np.float32)
    others = others[np.isfinite(others).all(axis=1)]
    squares = (others * others).sum(axis=1)
    chunk = max(1, _TOGETHER // max(1, len(others)))
    for start in range(0, len(rows), chunk) if len(others) else ():
        part = rows[start : start + chunk]
        apart = (part * part).sum(axis=1)[:, None] + squares - 2 * part @ others.T
        found[start : start + chunk] = np.sqrt(np.maximum(apart.min(axis=1), 0))
    found[~np.isfinite(rows).all(axis=1)] = 0
    return found


def distance_to(rows: Rows, place: int) -> NDArray[np.float32]:
    """Return how far each row (n, D) is from the one at ``place``; infinite where either is NaN."""
    apart = rows - rows[place]
    return np.asarray(np.nan_to_num(np.sqrt((apart * apart).sum(axis=1)), nan=np.inf), np.float32)


def middle_of(rows: Rows) -> int:
    """Return the place of the row nearest to the mean of all; 0 where nothing is known of any."""
    known = np.isfinite(rows).all(axis=1)
    if not known.any():
        return 0
    apart = np.square(rows - rows[known].mean(axis=0)).sum(axis=1)
    return int(np.nan_to_num(apart, nan=np.inf).argmin())


def _directions(rows: Rows) -> Rows:
    """Return directions (D, k) at right angles that span those in which rows (n, D) of mean 0 vary most.

    By subspace iteration (Halko, Martinsson and Tropp, SIAM Review 2011): which directions of that span does not matter
    to distances, and a whole decomposition takes a hundred times as long.
    """
    wide = rows.shape[1]
    if wide <= DIMENSIONS:
        return np.eye(wide, dtype=np.float32)
    sample = rows[np.linspace(0, len(rows) - 1, min(_SAMPLE, len(rows))).astype(np.intp)]
    directions: Rows = np.random.default_rng(0).normal(size=(wide, DIMENSIONS)).astype(np.float32)
    for _ in range(_ROUNDS):
        directions, _ = np.linalg.qr(sample.T @ (sample @ directions))
    return directions


def _usual_distance(rows: Rows) -> float:
    """Return the mean distance of pairs that are picked at random, always the same; 1 where all are alike."""
    dice = np.random.default_rng(0)
    first, second = dice.integers(len(rows), size=(2, _PAIRS))
    apart = np.linalg.norm(rows[first] - rows[second], axis=1)[first != second]
    usual = float(apart.mean()) if len(apart) else 0.0
    return usual if usual > 1e-6 else 1.0
