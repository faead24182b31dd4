"""A share of the training images, chosen so that a larger share holds every smaller one and all labels are in each."""

import random
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from math import ceil

from core.errors import DatasetError
from core.files import natural_key
from core.tasks import task_named
from core.training.sources import Labelled
from core.training.spec import Spec


def share_of(images: Sequence[Labelled], spec: Spec) -> list[Labelled]:
    """Return the spec's ``train_share`` of the images, in their order.

    Raises:
        DatasetError: that is none.
    """
    if spec.train_share == 1:
        return list(images)
    task = task_named(spec.task)
    order = nested_order({one.entry.name: task.labels_in(one.annotation) for one in images}, spec.seed)
    chosen = set(order[: ceil(spec.train_share * len(order) - 1e-9)])
    if not chosen:
        raise DatasetError(f"The set '{spec.train_set}' has no labelled image: label some first.")
    return [one for one in images if one.entry.name in chosen]


def nested_order(labels_of: Mapping[str, Collection[str]], seed: int) -> list[str]:
    """Return the images in an order of which each beginning has about the same share of every label.

    Each image belongs to its rarest label; the images of a label are shuffled and spread evenly over the order.
    """
    counts = Counter(label for labels in labels_of.values() for label in labels)
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for name in sorted(labels_of, key=natural_key):
        groups[min(labels_of[name], key=lambda label: (counts[label], label), default="")].append(name)
    places: list[tuple[float, str]] = []
    for label in sorted(groups):
        random.Random(f"{seed} {label}").shuffle(groups[label])
        places += [((rank + 0.5) / len(groups[label]), name) for rank, name in enumerate(groups[label])]
    return [name for _, name in sorted(places)]
