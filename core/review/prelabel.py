"""Let a model propose objects for many images."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from core.errors import ImageFileError
from core.inference.model_folder import ModelFolder
from core.inference.suggestion import Suggestion
from core.review.store import SuggestionStore
from core.tasks import task_named
from core.voc.dataset import ImageEntry

KEPT_FROM = 0.1
"""Suggestions below this score are not kept: nobody would look through them."""


@dataclass(frozen=True, kw_only=True)
class Progress:
    """How far a pre-labelling has come. ``seconds`` is the time since it began."""

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
    """What came of it: the images done, the suggestions made, the images that could not be read."""

    images: int
    suggestions: int
    unreadable: tuple[ImageFileError, ...] = ()
    cancelled: bool = False


def prelabel(
    model_folder: ModelFolder,
    entries: Sequence[ImageEntry],
    store: SuggestionStore,
    *,
    min_score: float = KEPT_FROM,
    threads: int = 0,
    on_progress: Callable[[Progress], None] = lambda _progress: None,
    should_stop: Callable[[], bool] = lambda: False,
) -> PrelabelResult:
    """Predict ``entries`` and store a suggestion for each thing found with ``min_score`` or more.

    Only this version's open suggestions on these images are replaced. An image that cannot be read is reported in the
    result and the others go on.

    Raises:
        ModelFolderError: the model cannot be loaded.
    """
    from core.inference.predictor import Predictor  # not above: ONNX Runtime would delay the window's start

    predictor = Predictor(model_folder, threads=threads)
    begun = time.monotonic()
    found_count = 0
    done = 0
    unreadable: list[ImageFileError] = []
    by_path = {entry.path: entry for entry in entries}
    paths = [entry.path for entry in entries]
    for path, found in predictor.predict_paths(paths, min_score=min_score, should_stop=should_stop):
        done += 1
        if isinstance(found, ImageFileError):
            unreadable.append(found)
        else:
            image = by_path[path].name
            suggestions = suggestions_of(image, found, model_folder, min_score)
            store.replace_open(image, model_folder.reference, suggestions)
            found_count += len(suggestions)
        on_progress(Progress(done=done, total=len(entries), seconds=time.monotonic() - begun))
    return PrelabelResult(
        images=done - len(unreadable),
        suggestions=found_count,
        unreadable=tuple(unreadable),
        cancelled=done < len(entries),
    )


def suggestions_of(image: str, found: Any, model_folder: ModelFolder, min_score: float = 0.0) -> list[Suggestion]:
    """Turn what was found on one image with ``min_score`` or more into suggestions."""
    card = model_folder.card
    return [
        Suggestion(image=image, label=label, shape=shape, score=score, model=model_folder.reference)
        for label, shape, score in task_named(card.task).suggestions(found, card.labels)
        if score >= min_score
    ]
