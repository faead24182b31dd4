"""Let a model propose objects and tags for many images."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from core.errors import ImageFileError
from core.inference.model_folder import ModelFolder
from core.review.looks import Impression, Looks, impression_of, who_looks
from core.review.proposing import KEPT_FROM, PrelabelSettings, choice_of, looking, proposed, suggestions_of
from core.review.store import Prediction, Source, SuggestionStore
from core.voc.dataset import ImageEntry

__all__ = ["KEPT_FROM", "PrelabelResult", "PrelabelSettings", "Progress", "prelabel", "suggestions_of"]

WRITTEN_TOGETHER = 64
WRITTEN_AFTER_S = 0.5
"""What is found is written when so many images are through, or after so many seconds: a write of its own for each would
take longer than a quick network."""
_LOOK_AGAIN_S = 0.05


@dataclass(frozen=True, kw_only=True)
class Progress:
    """How far a pre-labelling has come. ``seconds`` is the time since it began, without pauses."""

    done: int
    total: int
    seconds: float

    @property
    def images_per_second(self) -> float:
        """The mean speed so far."""
        return self.done / self.seconds if self.seconds > 0 else 0.0

    @property
    def seconds_left(self) -> float:
        """The time still needed at the mean speed so far."""
        return (self.total - self.done) * self.seconds / self.done if self.done else 0.0


@dataclass(frozen=True, kw_only=True)
class PrelabelResult:
    """What came of it: the images done, the suggestions made with their scores, the images that could not be read."""

    images: int
    scores: tuple[float, ...] = ()
    unreadable: tuple[ImageFileError, ...] = ()
    cancelled: bool = False

    @property
    def suggestions(self) -> int:
        """How many suggestions were made."""
        return len(self.scores)

    def below(self, threshold: float) -> int:
        """Return how many of them score less than ``threshold``, and so are out of sight there."""
        return sum(score < threshold for score in self.scores)


def prelabel(
    model_folder: ModelFolder,
    entries: Sequence[ImageEntry],
    store: SuggestionStore,
    *,
    settings: PrelabelSettings | None = None,
    looks: Looks | None = None,
    source: Source = Source.PRELABEL,
    threads: int = 0,
    batch_size: int = 0,
    on_progress: Callable[[Progress], None] = lambda _progress: None,
    should_stop: Callable[[], bool] = lambda: False,
    should_wait: Callable[[], bool] = lambda: False,
) -> PrelabelResult:
    """Look at ``entries`` and store a suggestion for each thing found, as the ``settings`` say.

    Only this version's open suggestions on these images are replaced; annotations are neither read nor written. An
    image that cannot be read is reported in the result and the others go on. ``looks`` learns what the images look like
    to the version, unless the settings have it look in another way than usual. ``threads`` 0 leaves one processor to
    the window, ``batch_size`` 0 is the usual one. While ``should_wait`` says so nothing is begun, and the clock stands
    still; when ``should_stop`` says so it ends, and what was found until then is stored.

    Raises:
        ModelFolderError: the model cannot be loaded.
        DatasetError, WriteError: the suggestions cannot be kept.
    """
    from core.inference.pipeline import BATCH  # not above: ONNX Runtime would delay the window's start
    from core.inference.predictor import Predictor

    settings = settings or PrelabelSettings()
    folder = looking(model_folder, settings)
    predictor = Predictor.for_many(folder, threads)
    writing = _Writing(store, looks)
    clock = _Clock(should_stop, should_wait)
    scores, unreadable, done = list[float](), list[ImageFileError](), 0
    seen = predictor.look_at(
        [entry.path for entry in entries],
        choice_of(folder.card, settings),
        batch_size=batch_size or BATCH,
        measured=looks is not None and folder is model_folder and predictor.has_embedding,
        should_stop=lambda: clock.has_stopped(writing.flush),
    )
    try:
        for entry, one in zip(entries, seen, strict=False):
            done += 1
            if isinstance(one.found, ImageFileError):
                unreadable.append(one.found)
            else:
                found = proposed(entry.name, one.found, folder, settings)
                scores += [one.score for one in found]
                prediction = Prediction(image=entry.name, model=folder.reference, suggestions=found, source=source)
                writing.add(prediction, impression_of(entry.name, who_looks(folder), one))
            on_progress(Progress(done=done, total=len(entries), seconds=clock.seconds))
    finally:
        writing.flush()
    return PrelabelResult(
        images=done - len(unreadable),
        scores=tuple(scores),
        unreadable=tuple(unreadable),
        cancelled=done < len(entries),
    )


class _Writing:
    """What waits to be written, and when it is."""

    def __init__(self, store: SuggestionStore, looks: Looks | None) -> None:
        self._store, self._looks = store, looks
        self._predictions: list[Prediction] = []
        self._impressions: list[Impression] = []
        self._written = time.monotonic()

    def add(self, prediction: Prediction, impression: Impression | None) -> None:
        """Take one more look at an image."""
        self._predictions.append(prediction)
        if impression is not None:
            self._impressions.append(impression)
        if len(self._predictions) >= WRITTEN_TOGETHER or time.monotonic() - self._written > WRITTEN_AFTER_S:
            self.flush()

    def flush(self) -> None:
        """Write what waits."""
        predictions, impressions, self._predictions, self._impressions = self._predictions, self._impressions, [], []
        if predictions:
            self._store.put(predictions)
        if impressions and self._looks is not None:
            self._looks.put_many(impressions)
        self._written = time.monotonic()


class _Clock:
    """Counts the seconds of work, and holds it up while it is to wait."""

    def __init__(self, should_stop: Callable[[], bool], should_wait: Callable[[], bool]) -> None:
        self._should_stop, self._should_wait = should_stop, should_wait
        self._begun, self._waited = time.monotonic(), 0.0

    @property
    def seconds(self) -> float:
        """The seconds since it began, without pauses."""
        return time.monotonic() - self._begun - self._waited

    def has_stopped(self, rest: Callable[[], None]) -> bool:
        """Tell whether to end; comes back when there is no pause any more, before which ``rest`` is called once."""
        if self._should_wait() and not self._should_stop():
            rest()
            paused = time.monotonic()
            while self._should_wait() and not self._should_stop():
                time.sleep(_LOOK_AGAIN_S)
            self._waited += time.monotonic() - paused
        return self._should_stop()
