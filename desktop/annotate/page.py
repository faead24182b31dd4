"""The page on which images are labelled: it builds its parts and connects them."""

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.editing.order import followed
from core.voc.dataset import Dataset
from core.voc.index import ImageSummary
from core.voc.label_list import LabelList
from desktop.annotate.adjusting import ADJUSTMENTS, Adjusting
from desktop.annotate.autosave import Autosave
from desktop.annotate.canvas.view import CanvasView
from desktop.annotate.clipboard import ObjectClipboard
from desktop.annotate.context_menus import ContextMenus
from desktop.annotate.document import Document
from desktop.annotate.image_marks import ImageMarks
from desktop.annotate.image_walk import ImageWalk
from desktop.annotate.labelling import Labelling
from desktop.annotate.object_edits import ObjectEdits
from desktop.annotate.page_actions import PageActions
from desktop.annotate.page_bars import connect_panels, make_tag_bar, make_tool_options, show_tool_options
from desktop.annotate.page_display import PageDisplay
from desktop.annotate.page_keys import PageKeys
from desktop.annotate.page_parts import PageParts
from desktop.annotate.pictures import Pictures
from desktop.annotate.selection import Selection
from desktop.annotate.shape_edits import ShapeEdits
from desktop.annotate.text_editor import TextEditor
from desktop.annotate.tools.gesture import Tool
from desktop.annotate.tools.toolbox import tool_entries
from desktop.annotate.view_actions import follow_display
from desktop.jobs.executor import Executor


class AnnotatePage(QWidget):
    """Opens a dataset's images one at a time, has them labelled and saves what was said.

    While it ``suggests`` something, ``ghost_key`` says what Enter, Tab and, with nothing selected, Delete and Esc mean:
    'accept', 'next', 'previous', 'accept_all', 'reject', 'let_go', or 'relabel'.
    """

    image_changed = Signal(str)
    annotation_saved = Signal(str)
    labels_changed = Signal(object)
    counted = Signal(int, int)  # images labelled, images
    status = Signal(str)
    hint = Signal(str)  # what the mouse would do; gives way to what was just said
    ghost_key = Signal(str)
    asking_changed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.dataset: Dataset | None = None
        self.tags_suggested = False
        self._decoding, self._saving = Executor(self), Executor(self)
        self.document, self.selection = Document(self), Selection(self)
        self.autosave = Autosave(self.document, self._saving, self)
        self.pictures = Pictures(self._decoding, self)
        self.canvas = CanvasView(self)
        self.setFocusProxy(self.canvas)
        self.adjusting = Adjusting(self.pictures, self.canvas, self)
        self.labelling = Labelling(self.document, self.selection, self.canvas)
        self.objects = ObjectEdits(self.document, self.selection, self.canvas)
        self.clipboard = ObjectClipboard(self.document, self.selection, self.objects, self.labelling)
        self.shape_edits = ShapeEdits(self.document, self.selection, self.canvas)
        self.marks = ImageMarks(self.document)
        self.text_editor = TextEditor(self.document, self.selection, self.objects, self.canvas)
        entries = tool_entries()
        self._tools = {entry.name: entry.make(self.labelling.color_of) for entry in entries}
        self.walk, self.keys = ImageWalk(self), PageKeys(self)
        self.page_actions = PageActions(self, entries)
        self.adjusting.set_actions(*(self.page_actions[name] for name in ADJUSTMENTS))
        follow_display(self)
        self.parts = PageParts(self.canvas, self.page_actions, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.parts)
        self.tags, self.tool_options = make_tag_bar(self), make_tool_options(self)
        self.display, self.menus = PageDisplay(self), ContextMenus(self)
        self._connect()
        self.take_tool("select")
        self.display.show_annotation(None)

    # The dataset and its images

    def open_dataset(self, dataset: Dataset, label_list: LabelList) -> None:
        """Show a dataset, beginning with its first image."""
        self.save_now()
        again = self.current_name if self.document.is_open(dataset) else None
        self.dataset = dataset
        if not self.document.is_open(dataset):
            self.autosave.reset()
            self.marks.forget_tags()
        self.pictures.clear()
        self.document.set_dataset(dataset)
        self.labelling.set_label_list(label_list, fresh=True)
        self.display.show_labels()
        self.parts.images.filter.clear()
        self.parts.images.model.set_entries(dataset.entries)
        self.show_image(again if again is not None and again in dataset else dataset.entries[0].name)
        if dataset.unreadable:
            left_out = dataset.unreadable
            words = self.tr("%n picture(s) of a kind that cannot be read left out: {name}", "", len(left_out))
            self.status.emit(words.format(name=left_out[0]))

    def set_label_list(self, label_list: LabelList) -> None:
        """Take over labels found in the files; those that were added here meanwhile stay."""
        self.labelling.set_label_list(label_list, fresh=False)
        self.display.show_labels()

    def replace_labels(self, label_list: LabelList) -> None:
        """Take over other labels, without those that are no longer among them; the current one stays if it is."""
        label = self.labelling.label
        self.labelling.set_label_list(label_list, fresh=True)
        self.display.show_labels()
        if label in label_list.names:
            self.labelling.choose_label(label)

    @property
    def label_list(self) -> LabelList:
        """The labels as they are now."""
        return self.labelling.label_list

    @property
    def current_name(self) -> str | None:
        """The name of the open image."""
        return self.document.entry.name if self.document.entry else None

    def show_image(self, name: str) -> None:
        """Open an image of the dataset; what was edited of the one before is written at once.

        Raises:
            DatasetError: there is none of that name.
        """
        self.walk.show(name)

    def set_summaries(self, summaries: Iterable[ImageSummary]) -> None:
        """Show what the index knows of the images; the open one's own values go first."""
        summaries = list(summaries)
        self.marks.know_tags(tag for summary in summaries for tag in summary.tags)
        self.parts.images.model.set_summaries(summaries)
        self.display.show_own_state()

    def update_summary(self, summary: ImageSummary) -> None:
        """Show what the index knows of one image."""
        self.set_summaries((summary,))

    def set_suggestion_counts(self, counts: Mapping[str, int]) -> None:
        """Show how many open suggestions each image has."""
        self.parts.images.model.set_suggestion_counts(counts)

    def save_now(self) -> bool:
        """Write what is unsaved; tell whether all could be."""
        self.text_editor.finish()
        return self.autosave.flush()

    def unsaved(self) -> tuple[str, ...]:
        """Return the names of the images whose edits are not on disk."""
        return tuple(opened.entry.name for opened in self.document.unsaved())

    def toggle_asking(self) -> None:
        """Ask for the label of each new object, or repeat the last one."""
        self.set_asking(self.page_actions["ask_label"].isChecked())
        self.asking_changed.emit(self.labelling.asks)

    def set_asking(self, ask: bool) -> None:
        """Say whether the label of each new object is asked for."""
        self.labelling.asks = ask
        self.page_actions["ask_label"].setChecked(ask)

    def show_everything(self) -> None:
        """Show all hidden objects and labels."""
        self.parts.labels.set_hidden(frozenset())
        self.objects.show_all()

    def ask_tag(self) -> None:
        """Have a tag of the image typed."""
        self.tags.ask()

    def shutdown(self) -> None:
        """Write what is unsaved and end the background threads."""
        self.save_now()
        self.document.shutdown()
        self.canvas.shutdown()
        self._decoding.shutdown()
        self.pictures.shutdown()
        self._saving.shutdown()

    # For the window

    def add_bar(self, widget: QWidget) -> None:
        """Put a bar below the canvas."""
        self.parts.add_bar(widget)

    def tool(self, name: str) -> Tool:
        """Return the tool of that name; see the toolbox for those there are."""
        return self._tools[name]

    def take_tool(self, name: str) -> None:
        """Take the tool of that name in hand; see the toolbox for those there are."""
        self.labelling.popup.cancel()
        self.canvas.set_tool(self._tools[name])
        self.page_actions.tools[name].setChecked(True)
        show_tool_options(self)

    def delete(self) -> None:
        """Delete what is selected, or else reject the current suggestion."""
        if not self.objects.delete() and self.suggests:
            self.ghost_key.emit("reject")

    @property
    def suggests(self) -> bool:
        """Tell whether suggestions are shown: on the canvas, or as tags."""
        return bool(self.canvas.ghosts) or self.tags_suggested

    def select_all(self) -> None:
        """Select all objects of the open image."""
        self.selection.set(range(len(self.document.annotation.objects)) if self.document.annotation else ())

    def select_label(self, name: str) -> None:
        """Select the objects of a label."""
        things = self.document.annotation.objects if self.document.annotation is not None else ()
        self.selection.set(place for place, thing in enumerate(things) if thing.label == name)

    def scale_brush(self, factor: float) -> None:
        """Make the brush, or the path where that is in hand, wider or narrower."""
        self.canvas.scale_size(factor)

    def undo(self) -> None:
        """Take back a gesture's last point, or else the last edit."""
        if self.canvas.step_back():
            return
        self._step_in_history(self.document.undo)

    def redo(self) -> None:
        """Do the edit again that was taken back last."""
        self._step_in_history(self.document.redo)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys that nothing on the page took."""
        self.keys.press(event)

    def changeEvent(self, event: QEvent) -> None:
        """When the person comes back to the window, look whether another program has changed the open image's file."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.walk.look_again()

    def hideEvent(self, event: QHideEvent) -> None:
        """End a gesture when another page is shown; a window that is made small keeps it."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.canvas.cancel()

    def showEvent(self, event: QShowEvent) -> None:
        """Give the canvas the keyboard."""
        super().showEvent(event)
        self.canvas.setFocus()

    # Connections

    def _connect(self) -> None:
        for said in (self.document.refused, self.canvas.refused, self.objects.said, self.shape_edits.said,
                     self.clipboard.said):  # fmt: skip
            said.connect(self.status)
        self.labelling.labels_changed.connect(self.labels_changed)
        self.canvas.hint_changed.connect(self.hint)
        self.canvas.tab_pressed.connect(self.keys.press_ghost_key)
        self.canvas.takes_tab = lambda: self.suggests
        self.canvas.zoom_changed.connect(self.parts.show_zoom)
        connect_panels(self)

    def _step_in_history(self, step: Callable[[], None]) -> None:
        before = self.document.annotation
        step()
        after = self.document.annotation
        if before is not None and after is not None:
            self.selection.set(followed(before, after, self.selection.places))
