"""The promptable model of the user's own in the window: loaded when it is first wanted, asked in the background."""

from functools import partial
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from core.errors import PromptableModelError
from core.geometry import Box, Mask
from core.images import read_size, read_thumbnail
from desktop.annotate.page import AnnotatePage
from desktop.annotate.prompt_settings import PromptSettings
from desktop.annotate.tools.smart import Points, Segment, SmartTool
from desktop.error_words import words_of
from desktop.jobs.executor import Executor
from desktop.settings import Settings

if TYPE_CHECKING:
    from core.inference.promptable import Embedding, EmbeddingStore, PromptableModel

Files = tuple[Path, Path]
"""The encoder's and the decoder's."""


class Prompting(QObject):
    """Serves the page's smart tool: what the model sees of a picture is made as soon as that tool is in hand.

    ``said`` tells how far that is; ``files_wanted`` that a model has to be chosen first.
    """

    said = Signal(str)
    files_wanted = Signal()

    def __init__(self, page: AnnotatePage, settings: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self._page = page
        self._settings = settings
        self._executor = Executor(self)
        self._model = _Model()
        self._in_hand = page.page_actions.tools["smart"]
        self._in_hand.toggled.connect(self._look_ahead)
        page.image_changed.connect(self._look_ahead)
        self.said.connect(page.status)
        tool = page.tool("smart")
        assert isinstance(tool, SmartTool)
        tool.model = self

    @property
    def looking(self) -> bool:
        """Tell whether the picture is being looked at, which comes before the first answer."""
        return self._executor.busy

    def segment(self) -> Segment | None:
        """Return what segments the open picture, None where no model is chosen."""
        files, picture = self._files(), self._picture()
        return partial(self._model.segment, files, picture) if files is not None and picture is not None else None

    def ask_for_files(self) -> None:
        """Let the person choose the model's files."""
        self.files_wanted.emit()

    def section(self) -> tuple[str, QWidget]:
        """Return the title and the widget of the settings of the smart tool."""
        section = PromptSettings(self._settings, self._executor)
        section.changed.connect(self._look_ahead)
        return self.tr("Smart tool"), section

    def shutdown(self) -> None:
        """End the background thread; an embedding under way is broken off."""
        self._model.stop()
        self._executor.shutdown()

    def _files(self) -> Files | None:
        encoder, decoder = self._settings.promptable_encoder, self._settings.promptable_decoder
        return (encoder, decoder) if encoder is not None and decoder is not None else None

    def _picture(self) -> Path | None:
        entry = self._page.document.entry
        return entry.path if entry is not None else None

    def _look_ahead(self) -> None:
        """Have the open picture looked at while the tool is in hand."""
        files, picture = self._files(), self._picture()
        if files is None or picture is None or not self._in_hand.isChecked():
            return
        self.said.emit(self.tr("The model looks at the picture, which is done once. You may click already."))
        self._executor.submit(
            partial(self._model.embedding, files, picture),
            lambda _embedding: self.said.emit(self.tr("The model has seen the picture: click an object.")),
            lambda error: self.said.emit(words_of(error)),
            key="look",
            owner=self,
        )


class _Model:
    """The model in use and what it saw last; may be asked from several threads, which wait for one another."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._files: Files | None = None
        self._model: PromptableModel | None = None
        self._store: EmbeddingStore | None = None
        self._stopped = False

    def segment(self, files: Files, picture: Path, points: Points, box: Box | None) -> Mask:
        """Return the object that the prompts mean in a picture.

        Raises:
            AnnotrainError: the model or the picture cannot be used, or there is nothing.
        """
        from core.inference.promptable import Prompt

        embedding = self.embedding(files, picture)
        assert self._model is not None, "loaded with the embedding"
        return self._model.segment(embedding, Prompt(points, box))

    def embedding(self, files: Files, picture: Path) -> "Embedding":
        """Return what the model sees of a picture; the last few are kept.

        Raises:
            AnnotrainError: the model or the picture cannot be used.
        """
        with self._lock:
            if files != self._files or self._model is None or self._store is None:
                self._load(files)
            if self._stopped:
                raise PromptableModelError(files[0], "is not used any more: the program is being closed.")
            model, store = self._model, self._store
        assert model is not None
        assert store is not None
        key = picture, picture.stat().st_mtime_ns if picture.exists() else 0
        return store.get(key, lambda: model.embed(read_thumbnail(picture, model.side), read_size(picture)))

    def stop(self) -> None:
        """Break off what is being made and begin nothing more."""
        self._stopped = True
        if self._model is not None:
            self._model.stop()

    def _load(self, files: Files) -> None:
        # ONNX Runtime takes a while to import: only who uses the tool waits for it, and not the window.
        from core.inference.promptable import EmbeddingStore, PromptableModel

        self._model, self._store = PromptableModel(*files), EmbeddingStore()
        self._files = files
