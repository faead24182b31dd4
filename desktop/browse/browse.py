"""Connects gallery, statistics and the list's search to the open project."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QInputDialog

from core.editing.batch import Operation
from core.editing.batch.operations import SetState, SetTag
from core.errors import AnnotrainError
from core.voc.annotation import State
from core.voc.index import DatasetIndex, ImageSummary
from core.voc.label_list import LabelList
from core.voc.search import Query
from desktop.annotate.page import AnnotatePage
from desktop.browse.gallery_page import GalleryPage
from desktop.browse.statistics_page import StatisticsPage
from desktop.project import Project
from desktop.search.searching import Searching
from desktop.settings import Settings


class Browse(QObject):
    """The pages that look at the dataset as a whole.

    ``page_asked`` names a page to be shown; ``batch_asked`` (operation, image names, text) is a change in many images.
    """

    page_asked = Signal(str)
    batch_asked = Signal(object, object, str)
    failed = Signal(object)

    def __init__(self, annotate: AnnotatePage, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._annotate = annotate
        self._settings = settings
        self._project: Project | None = None
        self._tags: dict[str, tuple[str, ...]] = {}
        self._list = annotate.parts.images
        self.searching = Searching(self)
        self.gallery = GalleryPage(self._list.model)
        self.statistics = StatisticsPage()
        self._lines = (self._list.search, self.gallery.search)
        self._connect()

    def set_project(self, project: Project | None) -> None:
        """Look at another project, or at none."""
        self._project = project
        self._tags = {}
        self.searching.set_index(*((project.dataset, project.index) if project is not None else (None, None)))
        self.gallery.thumbnails.set_dataset(project.dataset if project is not None else None)
        self.gallery.search.edit.clear()
        self.gallery.set_tags(self._tags)
        self.gallery.show_found(range(len(project.dataset.entries) if project is not None else 0))
        self.statistics.clear()
        if project is not None:
            self.show_labels(project.label_list)
            project.summaries_read.connect(self._note_read)
            project.summary_changed.connect(self._note_saved)
            project.labels_found.connect(self.show_labels)

    def selected(self) -> list[str]:
        """Return the images that are selected in the gallery, in the dataset's order."""
        names = self._project.dataset.entries.names if self._project is not None else []
        return [names[place] for place in self.gallery.view.selected if place < len(names)]

    def show(self, query: str) -> None:
        """Show in the gallery the images that ``query`` finds (``core.voc.search.term`` writes exact terms)."""
        self.page_asked.emit("gallery")
        self.gallery.search.set_text(query)

    def show_arrived(self) -> None:
        """Show the images that have joined the dataset, where they match what is searched for."""
        self._find_for_gallery(self.gallery.search.query)
        self._list.search_again()

    def show_labels(self, label_list: LabelList) -> None:
        """Take over labels and their colours."""
        for line in self._lines:
            line.set_words(label_list.names, self._annotate.marks.known_tags)
        self.gallery.set_colors(self._annotate.labelling.color_of)
        self.statistics.set_colors(label_list.color_of)

    def note_page(self, name: str) -> None:
        """Note which page is shown: the statistics are counted when they are looked at."""
        if name == "statistics":
            self._count()
        elif name == "gallery" and self._annotate.current_name is not None and not self.gallery.view.selected:
            place = self._list.model.place_of(self._annotate.current_name)
            if place is not None:
                self.gallery.view.show_place(place)

    def shutdown(self) -> None:
        """End the threads."""
        self.searching.shutdown()
        self.gallery.thumbnails.shutdown()

    # Connections

    def _connect(self) -> None:
        gallery, searching = self.gallery, self.searching
        self._list.asked.connect(lambda query: searching.find(self._list, query, self._list.show_found))
        gallery.search.asked.connect(self._find_for_gallery)
        searching.changed.connect(self._search_again)
        searching.failed.connect(self.failed)
        self.statistics.table.failed.connect(self.failed)
        gallery.opened.connect(self._open)
        gallery.marks.state_asked.connect(self._set_state)
        gallery.marks.tag_asked.connect(self._set_tag)
        gallery.marks.new_tag_asked.connect(self._ask_tag)
        gallery.dates_asked.connect(self._sort_by_date)
        self.statistics.query_asked.connect(self.show)
        self.statistics.refresh_asked.connect(self._count)
        self._annotate.labels_changed.connect(self.show_labels)
        self._annotate.marks.tags_changed.connect(self._know_tags)
        for line in self._lines:
            line.set_recent(self._settings.recent_searches)
            line.remembered.connect(self._remember)

    def _find_for_gallery(self, query: Query) -> None:
        if query == Query() and self._project is not None:
            self.gallery.show_found(range(len(self._project.dataset.entries)))
        else:
            self.searching.find(self.gallery, query, self.gallery.show_found)

    def _search_again(self) -> None:
        """Files were read or saved: what was found may be other now."""
        self._list.search_again()
        if self.gallery.search.query != Query():
            self._find_for_gallery(self.gallery.search.query)
        if self.statistics.isVisible():
            self._count()

    def _note_read(self, batch: Sequence[ImageSummary]) -> None:
        self._tags |= {summary.name: summary.tags for summary in batch if summary.tags}
        self.gallery.set_tags(self._tags)
        self.searching.note_change()

    def _note_saved(self, summary: ImageSummary) -> None:
        self._tags.pop(summary.name, None)
        self._note_read((summary,))
        self.gallery.note_saved(summary.name)

    def _know_tags(self, tags: tuple[str, ...]) -> None:
        self.gallery.marks.known_tags = tags
        for line in self._lines:
            line.set_words(self._annotate.label_list.names, tags)

    def _remember(self, searches: list[str]) -> None:
        self._settings.recent_searches = searches
        for line in self._lines:
            line.set_recent(searches)

    # What is asked on the pages

    def _open(self, name: str) -> None:
        self.page_asked.emit("annotate")
        self._annotate.show_image(name)

    def _set_state(self, names: list[str], state: State) -> None:
        self._do(SetState(state), names, self.tr("Set the state of %n image(s)", "", len(names)))

    def _set_tag(self, names: list[str], tag: str, on: bool) -> None:
        words = self.tr("Tag %n image(s) with {tag}", "", len(names)) if on else self.tr(
            "Take the tag {tag} from %n image(s)", "", len(names))  # fmt: skip
        try:
            operation = SetTag(tag, on)
        except AnnotrainError as error:
            self.failed.emit(error)
            return
        self._do(operation, names, words.format(tag=tag))

    def _ask_tag(self, names: list[str]) -> None:
        tag, given = QInputDialog.getText(self.gallery, self.tr("Tag"), self.tr("Tag for the selected images:"))
        if given and tag.strip():
            self._set_tag(names, tag.strip(), True)

    def _do(self, operation: Operation, names: list[str], text: str) -> None:
        if names:
            self.batch_asked.emit(operation, names, text)

    def _sort_by_date(self, places: Sequence[int]) -> None:
        project = self._project
        if project is None:
            return
        entries = project.dataset.entries
        self.searching.ask(
            self.gallery,
            lambda _index: sorted(places, key=lambda place: -_date(entries[place].path)),
            self.gallery.show_sorted,
        )

    def _count(self) -> None:
        project = self._project
        if project is not None:
            label, size = self.statistics.label, self.statistics.input_size
            self.searching.ask(self.statistics, lambda index: _counted(index, label, size), self.statistics.show_counts)


def _counted(index: DatasetIndex, label: str | None, input_size: int) -> object:
    """Count; runs in the background."""
    from core.voc.distributions import distributions  # numpy's part of it is not needed before

    return distributions(index, label, input_size)


def _date(path: Path) -> float:
    """Return when the image was last changed; one that is gone is the oldest."""
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0
