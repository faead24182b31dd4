"""Two model versions on the same images: what they find alike, what differs, and where they differ most."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from core.errors import ImageFileError
from core.inference.model_folder import ModelFolder
from core.inference.suggestion import Suggestion
from core.review.overlap import overlaps
from core.review.prediction_cache import PredictionCache, predicted
from core.review.prelabel import Progress
from core.voc.dataset import Dataset

SAME_PLACE = 0.5
"""Two things that overlap by this IoU or more are the same thing, seen twice."""


@dataclass(frozen=True, kw_only=True)
class Pair:
    """What each version says of one thing: None where it does not see it. ``overlap`` is their IoU, 0 to 1."""

    left: Suggestion | None
    right: Suggestion | None
    overlap: float = 0.0

    @property
    def difference(self) -> float:
        """How much they disagree: the score of what only one sees, else score, place and label, 0 to 2 or so."""
        if self.left is None or self.right is None:
            return max(one.score for one in (self.left, self.right) if one is not None)
        sure = min(self.left.score, self.right.score)
        mislabelled = sure if self.left.label != self.right.label else 0.0
        return abs(self.left.score - self.right.score) + (1 - self.overlap) * sure + mislabelled


@dataclass(frozen=True, kw_only=True)
class ImageComparison:
    """One image as both versions see it, the greatest disagreement first; ``difference`` is the sum of all."""

    image: str
    pairs: tuple[Pair, ...]

    @property
    def difference(self) -> float:
        """How much they disagree on this image."""
        return sum(pair.difference for pair in self.pairs)


def compare_image(image: str, left: Sequence[Suggestion], right: Sequence[Suggestion]) -> ImageComparison:
    """Match what two versions found on an image: things of one label first, then whatever lies in the same place."""
    table = overlaps([one.shape for one in left], [one.shape for one in right], SAME_PLACE)
    places = np.argwhere(table >= SAME_PLACE).tolist()
    order = sorted(places, key=lambda place: (left[place[0]].label != right[place[1]].label, -table[*place]))
    free_left, free_right = set(range(len(left))), set(range(len(right)))
    pairs = []
    for a, b in order:
        if a in free_left and b in free_right:
            free_left.remove(a)
            free_right.remove(b)
            pairs.append(Pair(left=left[a], right=right[b], overlap=float(table[a, b])))
    pairs += [Pair(left=left[a], right=None) for a in free_left]
    pairs += [Pair(left=None, right=right[b]) for b in free_right]
    return ImageComparison(image=image, pairs=tuple(sorted(pairs, key=lambda pair: -pair.difference)))


def compare_versions(
    dataset: Dataset,
    versions: tuple[ModelFolder, ModelFolder],
    names: Sequence[str],
    *,
    on_progress: Callable[[Progress], None] = lambda _progress: None,
    should_stop: Callable[[], bool] = lambda: False,
) -> list[ImageComparison]:
    """Compare two versions on the images ``names``, those on which they disagree most first.

    What a version found on an image that has not changed since is remembered. An image that cannot be read is left out.

    Raises:
        ModelFolderError: a model cannot be loaded.
        DatasetError: there is no image of a name.
    """
    cache = PredictionCache.of(dataset)
    entries = [dataset.entry(name) for name in names]

    def seen(model: ModelFolder, before: int) -> list[list[Suggestion] | ImageFileError]:
        def tell(progress: Progress) -> None:
            on_progress(Progress(done=before + progress.done, total=2 * len(entries), seconds=progress.seconds))

        return list(predicted(cache, model, entries, should_stop=should_stop, on_progress=tell))

    left, right = seen(versions[0], 0), seen(versions[1], len(entries))
    compared = [
        compare_image(entry.name, one, other)
        for entry, one, other in zip(entries, left, right, strict=False)
        if isinstance(one, list) and isinstance(other, list)
    ]
    return sorted(compared, key=lambda image: -image.difference)
