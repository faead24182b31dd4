"""The images of a watched folder that wait for review, the lowest-scoring first."""

from dataclasses import dataclass

from core.review.store import Source, SuggestionStore
from core.review.watching.settings import WatchSettings
from core.voc.dataset import Dataset
from core.voc.given_labels import GivenLabels

FOUND_FROM = 0.3
"""What scores less is not counted as found: nearly every picture has some of it."""

_IMAGES = f"""
SELECT p.image, p.found, open.least, open.most, (
    SELECT count(*) FROM suggestion j WHERE j.image = p.image AND j.model = p.model AND j.verdict != 'open'
), (
    SELECT id FROM suggestion s WHERE s.verdict = 'open' AND s.image = p.image AND s.model = p.model
    AND s.score = coalesce(open.least, open.most)
)
FROM (SELECT image, model, found, max(id) FROM prediction WHERE source = '{Source.WATCH}' GROUP BY image) p
LEFT JOIN (
    SELECT image, model, min(CASE WHEN score >= {FOUND_FROM} THEN score END) AS least, max(score) AS most
    FROM suggestion WHERE verdict = 'open' GROUP BY image, model
) open ON open.image = p.image AND open.model = p.model
"""


@dataclass(frozen=True, kw_only=True)
class Doubtful:
    """An image that waits, and the suggestion that the model is least sure of: score and id, None where none is."""

    image: str
    score: float | None
    suggestion: int | None = None


def doubtful(dataset: Dataset, store: SuggestionStore, settings: WatchSettings) -> list[Doubtful]:
    """Return the watched images that a person should look at, the lowest score first.

    The score of an image is the lowest among its suggestions of 0.3 or more, or where there is none the best below.
    It waits while that is less than ``settings.doubtful``; where nothing at all was found, with
    ``settings.empty_is_doubtful``. It waits no longer once a person has judged its suggestions, or has written an
    annotation or marked it as done where there was nothing to judge. Images that are gone are left out.

    Raises:
        DatasetError: the review log cannot be read.
    """
    found = []
    given = GivenLabels.of(dataset)
    for image, count, least, most, judged, suggestion in store.read(_IMAGES):
        score = least if least is not None else most
        low = score < settings.doubtful if score is not None else not count and settings.empty_is_doubtful
        if low and not _dealt_with(dataset, given, image, judged=bool(judged), left=score is not None):
            found.append(Doubtful(image=image, score=score, suggestion=suggestion))
    return sorted(found, key=lambda one: (one.score if one.score is not None else -1.0, one.image))


def _dealt_with(dataset: Dataset, given: GivenLabels, image: str, *, judged: bool, left: bool) -> bool:
    """Tell whether a person has seen to an image: nothing is ``left`` to judge, or it was labelled without judging."""
    if image not in dataset:
        return True
    return (judged and not left) or (not judged and given.is_labelled(dataset.entry(image)))
