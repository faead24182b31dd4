"""From image to image: which one is open, what is written before another comes, what is read ahead."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from core.errors import DatasetError
from core.voc.annotation import State
from desktop.state_marks import state_words

if TYPE_CHECKING:
    from desktop.annotate.page import AnnotatePage


class ImageWalk(QObject):
    """Opens the images of one page's dataset, in the order of its list as it is filtered."""

    def __init__(self, page: "AnnotatePage") -> None:
        super().__init__(page)
        self._page = page
        page.document.arrived.connect(self._show_arrived)

    def show(self, name: str) -> None:
        """Open an image of the dataset; what was edited of the one before is written at once.

        Raises:
            DatasetError: there is none of that name.
        """
        page = self._page
        if page.dataset is None:
            raise DatasetError(f"Open a dataset before the image {name!r}.")
        entry = page.dataset.entry(name)
        if name == page.current_name:
            return
        page.labelling.popup.cancel()
        page.text_editor.finish()
        page.canvas.cancel()
        page.autosave.hurry()
        page.selection.set(())
        page.canvas.set_ghosts(())
        page.canvas.set_picture(page.pictures.get(entry.path))
        page.canvas.forget_shapes()
        page.document.load(entry, page.autosave.writer.on_disk(entry.annotation_path))
        if page.document.reading:
            page.parts.show_problem(None)
            page.hint.emit(self.tr("Reading the annotation…"))
        else:
            page.parts.show_problem(page.document.reason)
        page.parts.images.show_current(name)
        page.pictures.want(entry.path, self._paths_beside(name))
        page.image_changed.emit(name)

    def next(self) -> None:
        """Open the next image."""
        self._step(1, self.tr("This is the last image."))

    def previous(self) -> None:
        """Open the image before."""
        self._step(-1, self.tr("This is the first image."))

    def next_in_state(self, state: State) -> None:
        """Open the next image in that state, going round at the end of the list."""
        page = self._page
        name = page.parts.images.model.next_in_state(page.current_name, state)
        if name is not None:
            self.show(name)
        elif page.dataset is not None:
            words = self.tr("No other image of the list is in the state '{state}'.")
            page.status.emit(words.format(state=state_words(state)))

    def copy_from_previous(self) -> None:
        """Put all objects of the image before on the open one."""
        page = self._page
        name = page.parts.images.model.neighbour(page.current_name, -1)
        if name is not None and page.dataset is not None:
            page.clipboard.copy_from(page.dataset.entry(name))
        elif page.dataset is not None:
            page.status.emit(self.tr("This is the first image."))

    def look_again(self) -> None:
        """Read the open image's annotation anew if another program has changed its file meanwhile."""
        page, entry = self._page, self._page.document.entry
        if entry is not None and page.document.look_again(page.autosave.writer.on_disk(entry.annotation_path)):
            page.parts.show_problem(page.document.reason)
            page.status.emit(self.tr("Another program has changed this image's annotation: it was read anew."))

    def reload(self) -> None:
        """Read the open image's annotation anew; edits that its file does not say are dropped."""
        page = self._page
        page.selection.set(())
        page.document.reload()
        page.parts.show_save_problem(None)
        page.parts.show_problem(page.document.reason)
        page.display.set_editable()

    def keep_mine(self) -> None:
        """Write the open image's edits over what another program has written meanwhile; undo gives that back."""
        self._page.parts.show_save_problem(None)
        self._page.document.keep_mine()

    def _show_arrived(self) -> None:
        """Say why the file that was read in the background cannot be edited, if so."""
        self._page.hint.emit("")
        if self._page.document.reason is not None:
            self._page.parts.show_problem(self._page.document.reason)

    def _step(self, step: int, at_the_end: str) -> None:
        page = self._page
        name = page.parts.images.model.neighbour(page.current_name, step)
        if name is not None:
            self.show(name)
        elif page.dataset is not None:
            page.status.emit(at_the_end)

    def _paths_beside(self, name: str) -> list[Path]:
        assert self._page.dataset is not None
        beside = (self._page.parts.images.model.neighbour(name, step) for step in (1, -1))
        return [self._page.dataset.entry(other).path for other in beside if other is not None]
