"""One watch of a folder: each step looks, takes in what has arrived, predicts it, and says what came of it."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.errors import ModelFolderError
from core.inference.model_folder import ModelFolder
from core.review.prelabel_settings import PrelabelChoices
from core.review.proposing import PrelabelSettings, choice_of, looking, proposed
from core.review.store import Prediction, Source, SuggestionStore
from core.review.watching.intake import Arrived, Intake
from core.review.watching.settings import WatchSettings
from core.voc.dataset import Dataset

if TYPE_CHECKING:
    from core.inference.predictor import Predictor

AT_A_TIME = 8
"""So many pictures go through the network together, and are then told."""


@dataclass(frozen=True, kw_only=True)
class Step:
    """What a step came to.

    ``files`` are the paths below the dataset's image folder of pictures that are new in it, also of a step before that
    broke off, ``predicted`` the images that a version has looked at just now. ``there``: the folder could be looked
    into; ``writing`` counts the files that are still being written, ``unread`` says by file why it cannot be opened or
    brought. ``problem`` is why nothing is predicted. ``more``: there is more to do at once.
    """

    files: tuple[str, ...] = ()
    predicted: tuple[str, ...] = ()
    there: bool = True
    writing: int = 0
    unread: dict[str, str]
    problem: str = ""
    more: bool = False


class Watch:
    """Watches one folder for one dataset. Used by one thread at a time, which calls :meth:`step` now and then."""

    def __init__(
        self,
        dataset: Dataset,
        settings: WatchSettings,
        store: SuggestionStore,
        *,
        threads: int = 0,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Begin; nothing is read yet. ``clock`` tells seconds that never go back; ``threads`` as for a predictor.

        Raises:
            DatasetError: the folder cannot be watched for this dataset.
        """
        self._intake = Intake(dataset, settings, clock)
        self._dataset, self._reference = dataset, settings.model
        self._store, self._threads = store, threads
        self._predictor: Predictor | None = None
        self._model: ModelFolder | None = None
        self._settings = PrelabelSettings()

    def close(self) -> None:
        """Close the files and forget the network."""
        self._intake.close()
        self._predictor = None

    def step(self) -> Step:
        """Look into the folder once, and take in and predict up to ``AT_A_TIME`` pictures.

        What fails for one picture is told in the step, and so is a folder that is not there just now. Without a model
        pictures are taken in all the same, and predicted as soon as there is one.

        Raises:
            DatasetError, WriteError: the ledger or the review log cannot be read or written.
        """
        problem = self._why_not() if self._intake.waiting else ""
        looked = self._intake.look(AT_A_TIME, again=not problem)
        problem = self._predict(looked.arrived) or problem
        return Step(
            files=self._intake.new_files(),
            predicted=() if problem else tuple(one.name for one in looked.arrived),
            there=looked.there,
            writing=looked.writing,
            unread=looked.unread,
            problem=problem,
            more=looked.more and bool(looked.arrived),
        )

    def _why_not(self) -> str:
        """Return why nothing can be predicted now; nothing where it can."""
        try:
            self._loaded()
        except ModelFolderError as error:
            return str(error)
        return ""

    def _predict(self, arrived: Sequence[Arrived]) -> str:
        """Predict the pictures and keep what is found; return why that cannot be done, nothing where it is."""
        if not arrived:
            return ""
        if problem := self._why_not():
            return problem
        predictor = self._loaded()
        model, settings = predictor.model_folder, self._settings
        founds = predictor.predict([one.picture for one in arrived], choice_of(model.card, settings))
        self._store.put(
            [
                Prediction(
                    image=one.name,
                    model=model.reference,
                    suggestions=proposed(one.name, found, model, settings),
                    source=Source.WATCH,
                )
                for one, found in zip(arrived, founds, strict=True)
            ]
        )
        self._intake.note_seen(arrived)
        return ""

    def _loaded(self) -> "Predictor":
        """Return the version's predictor, set as a person did for pre-labelling; of the one in use if none is chosen.

        Raises:
            ModelFolderError: there is none, or it cannot be loaded.
            DatasetError: what was set cannot be read.
        """
        from core.inference.predictor import Predictor  # not above: ONNX Runtime would delay the window's start

        model = ModelFolder.find(self._dataset.models_folder, self._reference)
        settings = PrelabelChoices.read(self._dataset).of(model.card.name)
        if self._predictor is None or (self._model, self._settings) != (model, settings):
            self._predictor = Predictor(looking(model, settings), threads=self._threads)
            self._model, self._settings = model, settings
        return self._predictor
