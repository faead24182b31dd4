"""Weights for labels by how often they are seen, so that the rare ones are not drowned by the common.

By the effective number of samples (Cui et al., "Class-Balanced Loss Based on Effective Number of Samples", CVPR 2019,
equation 2): the more there are of a label already, the less a further one teaches that is new. Plain inverse counts
would let one single object pull a thousand times as hard as the thousandth of another label.
"""

from collections.abc import Sequence

BETA = 0.999
"""What share of an object is like those seen before; at 0.999 a thousand objects count as some 630."""
MOST = 5.0
"""No label weighs more than this times the average, nor less than its inverse: beyond, the loss of a batch with a rare
object would throw the weights about."""


def label_weights(counts: Sequence[int], *, beta: float = BETA, most: float = MOST) -> tuple[float, ...]:
    """Return a weight for each label from its count of objects (or pixels, or tagged images); their mean is about 1.

    A label without any is weighted 1, for nothing is known of it.

    Raises:
        ValueError: ``beta`` is not from 0 to below 1, ``most`` is below 1, or a count is negative.
    """
    if not 0.0 <= beta < 1.0 or most < 1.0 or any(count < 0 for count in counts):
        raise ValueError("Weights need beta from 0 to below 1, a bound of at least 1 and counts from 0.")
    rarity = [(1.0 - beta) / (1.0 - beta**count) for count in counts if count]
    average = sum(rarity) / len(rarity) if rarity else 1.0
    found = iter(value / average for value in rarity)
    return tuple(min(max(next(found), 1.0 / most), most) if count else 1.0 for count in counts)
