"""What the page shows when a value has changed: the annotation, the picture, the labels, how saving went."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from core.editing.states import NG, OK
from core.errors import FileChangedError
from core.voc.annotation import Annotation, State
from desktop import theme
from desktop.error_words import words_of

if TYPE_CHECKING:
    from desktop.annotate.page import AnnotatePage


class PageDisplay(QObject):
    """Carries values to the parts of one page; it edits nothing."""

    def __init__(self, page: "AnnotatePage") -> None:
        super().__init__(page)
        self._page = page
        page.document.changed.connect(self.show_annotation)
        page.document.changed.connect(page.parts.notice.hide)  # what was said of the edit before
        page.clipboard.warned.connect(self._show_notice)
        page.selection.changed.connect(page.canvas.set_selection)
        page.selection.changed.connect(page.parts.objects.show_selection)
        for changed in (page.selection.changed, page.document.refused):  # what was refused is not shown any longer
            changed.connect(self._show_properties)
        page.autosave.saved.connect(self._note_saved)
        page.autosave.failed.connect(self._note_unsaved)
        page.pictures.ready.connect(self._show_picture)
        page.pictures.failed.connect(self._show_no_picture)
        page.labelling.labels_changed.connect(self.show_labels)
        page.labelling.label_chosen.connect(self._show_label)
        page.parts.labels.hidden_changed.connect(self._hide_labels)
        theme.notifier().changed.connect(self._dress)
        self._dress()

    def show_annotation(self, annotation: Annotation | None) -> None:
        """Show another annotation."""
        page, parts = self._page, self._page.parts
        things = annotation.objects if annotation is not None else ()
        page.selection.set(place for place in page.selection.places if place < len(things))
        page.canvas.set_annotation(annotation)
        parts.objects.show_annotation(annotation, page.selection.places)
        parts.labels.model.set_objects(things)
        page.page_actions.show_history(page.document.history)
        self._show_properties()
        self._show_marks(annotation)
        self.show_own_state()
        self.set_editable()

    def show_labels(self) -> None:
        """Show the labels as they are now."""
        labelling, parts = self._page.labelling, self._page.parts
        parts.labels.model.set_label_list(labelling.label_list)
        self._page.canvas.set_colors(labelling.color_of)
        parts.objects.model.set_colors(labelling.color_of)
        parts.properties.set_labels(labelling.label_list.names)
        self._show_label(labelling.label)

    def show_own_state(self) -> None:
        """Show in the list, and below the picture, what the open image says now, saved or not."""
        page, document, listed = self._page, self._page.document, self._page.parts.images.model
        if page.current_name is None:
            page.tags.show_state(State.NEW)
            return
        if document.annotation is not None:
            listed.set_annotation(page.current_name, document.annotation, has_file=document.has_file)
        elif not document.reading:
            listed.set_problem(page.current_name, document.reason)
        page.tags.show_state(listed.state_of(page.current_name).state)

    def _show_notice(self, words: str) -> None:
        """Say above the picture what the last edit did beyond what was asked, and offer to take it back."""
        self._page.parts.notice.show_problem(words, self.tr("Undo"), self._page.undo)

    def set_editable(self) -> None:
        """Let the canvas edit what may be edited."""
        self._page.canvas.editable = not self._page.document.read_only

    def _show_properties(self) -> None:
        self._page.parts.properties.show_objects(self._page.objects.selected)

    def _show_marks(self, annotation: Annotation | None) -> None:
        """Show what is said of the whole image."""
        page = self._page
        page.tags.show_annotation(annotation)
        tags = annotation.tags if annotation is not None else ()
        checks = {
            "verified": annotation is not None and annotation.verified,
            "checked": annotation is not None and annotation.state is State.CHECKED,
            "tag_ok": OK in tags,
            "tag_ng": NG in tags,
        }
        for name, on in checks.items():
            page.page_actions[name].setChecked(on)
            page.page_actions[name].setEnabled(annotation is not None)

    def _show_picture(self, path: object) -> None:
        entry = self._page.document.entry
        if entry is not None and entry.path == path:
            self._page.canvas.set_picture(self._page.pictures.get(entry.path))
            self.set_editable()
            self._tell_pages()

    def _tell_pages(self) -> None:
        """Say where the file holds more than what is shown."""
        picture = self._page.pictures.shown
        if picture is not None and picture.pages > 1:
            self._page.status.emit(self.tr("Page 1 of {count} is shown.").format(count=picture.pages))

    def _show_no_picture(self, path: object, reason: str) -> None:
        entry = self._page.document.entry
        if entry is not None and entry.path == path:
            self._page.canvas.set_picture(None)
            self._page.parts.show_problem(reason)
            self._page.parts.images.model.set_problem(entry.name, reason)

    def _show_label(self, name: str | None) -> None:
        self._page.canvas.label = name
        self._page.parts.labels.set_current(name)

    def _hide_labels(self, labels: frozenset[str]) -> None:
        """Show no object of these labels, and select none of them."""
        page, annotation = self._page, self._page.document.annotation
        page.canvas.set_hidden_labels(labels)
        page.parts.objects.model.set_hidden_labels(labels)
        if annotation is not None:
            chosen = page.selection.places
            page.selection.set(place for place in chosen if annotation.objects[place].label not in labels)

    def _note_saved(self, name: str) -> None:
        if not self._page.document.unsaved():
            self._page.parts.show_save_problem(None)
        self._page.annotation_saved.emit(name)

    def _note_unsaved(self, name: str, error: BaseException) -> None:
        changed = isinstance(error, FileChangedError) and name == self._page.current_name
        self._page.parts.show_save_problem(words_of(error), reloads=changed)

    def _dress(self) -> None:
        self._page.canvas.set_background(theme.colors().canvas)
