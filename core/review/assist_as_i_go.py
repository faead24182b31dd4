"""Assist as I go: a version that looks at each image as it is opened, quick enough to be waited for."""

import numpy as np
from numpy.typing import NDArray

from core.inference.model_folder import ModelFolder
from core.inference.predictor import Predictor
from core.inference.suggestion import Suggestion
from core.review.proposing import PrelabelSettings, choice_of, looking, proposed
from core.voc.dataset import ImageEntry


class Assistant:
    """One version, loaded once. May be used from one thread at a time, which is never the main thread."""

    def __init__(self, model_folder: ModelFolder, settings: PrelabelSettings | None = None, threads: int = 0) -> None:
        """Load the network and let it look once at nothing, since the first time takes longer.

        ``threads`` 0 leaves one processor to the window.

        Raises:
            ModelFolderError: the model cannot be loaded.
        """
        self._settings = settings or PrelabelSettings()
        self._folder = looking(model_folder, self._settings)
        self._predictor = Predictor(self._folder, threads)
        self._choice = choice_of(self._folder.card, self._settings)
        height, width = self._predictor.input_size
        self._predictor.predict([np.zeros((height, width, 3), np.uint8)], self._choice)

    @property
    def reference(self) -> str:
        """The version, such as ``parts@3``."""
        return self._folder.reference

    def look(self, entry: ImageEntry, picture: NDArray[np.uint8] | None = None) -> list[Suggestion]:
        """Return what the version suggests on the image, the surest first.

        ``picture`` is the whole image as uint8 (H, W, 3) RGB where it is decoded already; without it the file is read.
        Nothing is stored.

        Raises:
            ImageFileError: the file cannot be read.
        """
        if picture is None:
            found = self._predictor.predict_file(entry.path, self._choice)
        else:
            (found,) = self._predictor.predict([picture], self._choice)
        return proposed(entry.name, found, self._folder, self._settings)
