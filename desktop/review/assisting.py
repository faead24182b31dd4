"""Assist as I go: the image that is opened is looked at by the chosen version, in the background, if it was not yet."""

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal, Slot

from core.errors import AnnotrainError
from core.images import as_rgb
from core.inference.model_folder import ModelFolder
from core.review.proposing import PrelabelSettings
from core.review.store import SuggestionStore
from core.review.verdicts import Prediction, Source
from core.voc.dataset import ImageEntry
from desktop.annotate.page import AnnotatePage
from desktop.annotate.pictures import Picture
from desktop.jobs.executor import Executor
from desktop.project import Project
from desktop.review.actions import ReviewActions
from desktop.review.choosing import Choosing
from desktop.review.suggestion_bar import SuggestionBar
from desktop.review.suggestions import Suggestions

if TYPE_CHECKING:
    from core.review.assist_as_i_go import Assistant

Pixels = NDArray[np.uint8]


class Assisting(QObject):
    """While the switch is on, has each image looked at when its picture is on the canvas.

    One look waits at a time: whoever pages quickly has only the last image looked at. An image that a person has said
    is done is left alone.
    """

    failed = Signal(object)

    def __init__(
        self,
        page: AnnotatePage,
        suggestions: Suggestions,
        choosing: Choosing,
        bar: SuggestionBar,
        actions: ReviewActions,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._page = page
        self._suggestions = suggestions
        self._choosing = choosing
        self._bar = bar
        self._switch = actions["assist"]
        self._executor = Executor(self)
        self._open = False  # whether there is a project
        self._wanted: str | None = None  # read on the background thread, too
        self._assistant: tuple[tuple[object, PrelabelSettings], Assistant] | None = None
        self._refused: tuple[object, PrelabelSettings] | None = None  # with which nothing can be looked at
        page.pictures.ready.connect(lambda _path: self.look())
        page.image_changed.connect(self._want)
        page.document.arrived.connect(self.look)
        choosing.changed.connect(self.look)
        self._switch.toggled.connect(lambda _on: self.look())

    def set_project(self, project: Project | None) -> None:
        """Assist in another project, or in none."""
        self._wanted = None  # what is under way ends soon
        self._executor.shutdown()
        self._executor = Executor(self)
        self._open, self._assistant, self._refused = project is not None, None, None

    @Slot()
    def look(self) -> None:
        """Have the open image looked at, if that is wanted and was not done."""
        model, store, document = self._bar.row.model, self._suggestions.store, self._page.document
        if not (self._switch.isChecked() and self._open) or model is None or store is None:
            return
        picture, annotation, settings = (
            self._page.pictures.shown,
            document.annotation,
            self._choosing.settings_of(model),
        )
        if picture is None or not picture.pyramid.is_whole:
            return  # it comes soon, and `ready` with it
        if document.entry is None or annotation is None or annotation.verified:
            return
        if self._refused == (model.path, settings):
            return
        entry = document.entry
        self._wanted = entry.name
        self._executor.submit(
            lambda: self._seen(model, settings, entry, picture, store),
            lambda seen: self._show(entry.name) if seen else None,
            lambda error: self._refuse((model.path, settings), error),
            key="look",
            owner=self,
        )

    def flush(self) -> None:
        """Wait until nothing is looked at any more."""
        self._executor.shutdown()
        self._executor = Executor(self)

    def shutdown(self) -> None:
        """End the thread."""
        self._wanted = None
        self._executor.shutdown()

    @Slot(str)
    def _want(self, name: str) -> None:
        self._wanted = name

    def _show(self, name: str) -> None:
        self._suggestions.count()
        if name == self._page.current_name:
            self._suggestions.load_image(name)

    def _refuse(self, what: tuple[object, PrelabelSettings], error: BaseException) -> None:
        """Say once why a version cannot look, not with every image."""
        if self._refused != what or not isinstance(error, AnnotrainError):
            self._refused = what
            self.failed.emit(error)

    # On the background thread

    def _seen(
        self,
        model: ModelFolder,
        settings: PrelabelSettings,
        entry: ImageEntry,
        picture: Picture,
        store: SuggestionStore,
    ) -> bool:
        """Look at one image and keep what is found; tell whether that was done."""
        if entry.name != self._wanted or model.reference in store.versions_that_saw(entry.name):
            return False
        assistant = self._ready(model, settings)
        if entry.name != self._wanted:  # loading takes a moment
            return False
        found = assistant.look(entry, _pixels_of(picture))
        store.put([Prediction(image=entry.name, model=model.reference, suggestions=found, source=Source.ASSIST)])
        return True

    def _ready(self, model: ModelFolder, settings: PrelabelSettings) -> "Assistant":
        """Return the version at work, loaded once."""
        from core.review.assist_as_i_go import Assistant  # not above: ONNX Runtime would delay the window's start

        key = ((model.path, model.network), settings)
        if self._assistant is None or self._assistant[0] != key:
            self._assistant = (key, Assistant(model, settings))
        return self._assistant[1]


def _pixels_of(picture: Picture) -> Pixels:
    """Return the picture as its file has it, which is what a model was taught, however it is shown."""
    rgb: Pixels = as_rgb(picture.pyramid.levels[0], picture.natural.look())
    return rgb
