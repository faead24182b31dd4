"""What the order is made of: which images lack labels, what a model said of them, what all of them look like."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from core.inference.suggestion import shape_to_text
from core.review.looks import Looks
from core.review.store import SuggestionStore
from core.voc.index import ImageSummary

_OPEN = "SELECT image, label, score FROM suggestion WHERE model = ? AND verdict = 'open' AND score >= ?"
_SHAPE = "SELECT shape FROM suggestion WHERE model = ? AND verdict = 'open' LIMIT 1"
_VERSIONS = "SELECT model FROM suggestion WHERE verdict = 'open' GROUP BY model ORDER BY max(made) DESC"


@dataclass(frozen=True, kw_only=True)
class Said:
    """What one version proposed for the images that lack labels, a row for each suggestion.

    ``image`` and ``label`` (n,) are places in the material's ``images`` and in ``labels``, ``score`` (n,) from 0 to 1.
    """

    image: NDArray[np.intp]
    label: NDArray[np.intp]
    score: NDArray[np.float64]
    labels: tuple[str, ...] = ()

    def counts(self, images: int, threshold: float) -> NDArray[np.intp]:
        """Return how many of each label it found in each image, (images, labels), from the threshold on."""
        counts = np.zeros((images, len(self.labels)), np.intp)
        sure = self.score >= threshold
        np.add.at(counts, (self.image[sure], self.label[sure]), 1)
        return counts


@dataclass(frozen=True, kw_only=True)
class Material:
    """All that the order of the images is made of.

    ``images`` lack labels. ``labelled`` says how many objects (or images with that tag) of each label there are.
    ``rows`` float32 (images, D) is what they look like, NaN where that is not known, ``labelled_rows`` (m, D) what the
    labelled ones look like. ``said`` is what the version in use proposed, ``said_before`` what the one before did
    that says the same sort of thing.
    """

    images: tuple[str, ...]
    labelled: Mapping[str, int] = field(default_factory=dict)
    rows: NDArray[np.float32]
    labelled_rows: NDArray[np.float32]
    said: Said | None = None
    said_before: Said | None = None


def material_of(
    summaries: Iterable[ImageSummary],
    store: SuggestionStore,
    looks: Looks,
    model: str | None,
    look: str,
    lowest: float = 0.1,
) -> Material:
    """Gather the material from what is stored.

    ``model`` is the version whose suggestions count, such as ``parts@3``; None goes by variety alone. ``look`` is the
    name under which :class:`Looks` has the images. Suggestions below ``lowest`` do not count.

    Raises:
        DatasetError: the suggestions cannot be read.
    """
    there = list(summaries)
    images = tuple(one.name for one in there if not one.is_touched)
    done = [one for one in there if one.is_labelled]
    labelled: Counter[str] = Counter()
    for one in done:
        labelled.update(one.objects)
        labelled.update(one.tags)
    known, rows = looks.matrix(look, [*images, *(one.name for one in done)])
    by_name = {name: place for place, name in enumerate(known)}
    before = _version_before(store, model) if model else None
    return Material(
        images=images,
        labelled=labelled,
        rows=_rows(images, by_name, rows),
        labelled_rows=rows[[by_name[one.name] for one in done if one.name in by_name]],
        said=_said(store, model, images, lowest) if model else None,
        said_before=_said(store, before, images, lowest) if before else None,
    )


def _rows(images: Sequence[str], by_name: Mapping[str, int], rows: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return a row for each image, NaN where it is not known."""
    found = np.full((len(images), rows.shape[1]), np.nan, np.float32)
    places = np.array([by_name.get(name, -1) for name in images], np.intp)
    found[places >= 0] = rows[places[places >= 0]]
    return found


def _version_before(store: SuggestionStore, model: str) -> str | None:
    """Return the version with open suggestions that were made last, of those other than ``model``.

    Tags of a whole image and things in it differ by nature: only versions that say the same sort of thing compare.
    """
    others = (name for (name,) in store.read(_VERSIONS) if name != model)
    says_tags = _says_tags(store, model)
    return next((name for name in others if _says_tags(store, name) == says_tags), None)


def _says_tags(store: SuggestionStore, model: str) -> bool:
    """Tell whether a version's open suggestions are tags."""
    return store.read(_SHAPE, (model,)) == [(shape_to_text(None),)]


def _said(store: SuggestionStore, model: str, images: Sequence[str], lowest: float) -> Said:
    """Return what waits of one version."""
    places = {name: place for place, name in enumerate(images)}
    rows = [row for row in store.read(_OPEN, (model, lowest)) if row[0] in places]
    labels = sorted({label for _, label, _ in rows})
    numbers = {label: number for number, label in enumerate(labels)}
    return Said(
        image=np.array([places[image] for image, _, _ in rows], np.intp),
        label=np.array([numbers[label] for _, label, _ in rows], np.intp),
        score=np.array([score for _, _, score in rows], np.float64),
        labels=tuple(labels),
    )
