"""Acting on many suggestions at once: accepting, relabelling, rejecting, tagging, and setting their images aside."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from core.editing.batch import SetTag
from core.review.bulk import Judging
from core.review.bulk.judging import reject
from core.review.store import SuggestionStore, Verdict
from desktop.annotate.page import AnnotatePage
from desktop.bulk.aside_work import AsideWork
from desktop.bulk.dialogs import NameDialog
from desktop.bulk.page import BulkPage
from desktop.dataset.batches import Batches
from desktop.jobs.executor import Executor

T = TypeVar("T")
_MANY = 40
"""More suggestions than this, about a screenful, are not judged by one press while none of them is selected."""


class Acting(QObject):
    """Does to the rows that the page shows what its buttons ask for."""

    said = Signal(str)
    done = Signal(str, object)  # what was done, and a Callable that takes it back
    judged = Signal(object)  # dict[int, Verdict]: verdicts on suggestions that no file holds
    failed = Signal(object)

    def __init__(
        self, page: BulkPage, annotate: AnnotatePage, batches: Batches, aside: AsideWork, window: QWidget,
        parent: QObject | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._page, self._annotate, self._batches, self._aside = page, annotate, batches, aside
        self._window = window
        self._store: SuggestionStore | None = None
        self._executor: Executor | None = None

    def set_store(self, store: SuggestionStore | None, executor: Executor) -> None:
        """Judge the suggestions of another store, or of none, by way of this thread."""
        self._store, self._executor = store, executor
        self._page.question.drop()

    def accept(self) -> None:
        """Make objects of the suggestions concerned."""
        finder, store, places = self._page.shown.finder, self._store, self._page.acceptable()
        if finder is None or store is None or not len(places):
            return
        chosen, text = finder.ids_by_image(places), self.tr("Accept %n suggestion(s)", "", len(places))
        question = self.tr("Nothing is selected. Accept all %n suggestion(s) shown, {where}?", "", len(places))
        self._be_sure(
            len(places), question.format(where=self.tr("in %n image(s)", "", len(chosen))), self.tr("Accept all"),
            lambda: self._batches.do(Judging(store, chosen), chosen, text),
        )  # fmt: skip

    def reject(self) -> None:
        """Say that the suggestions concerned are wrong."""
        finder, store, places = self._page.shown.finder, self._store, self._page.rejectable()
        if finder is None or store is None or not len(places):
            return
        ids = finder.rows.ids[places].tolist()
        question = self.tr("Nothing is selected. Reject all %n suggestion(s) shown?", "", len(ids))
        self._be_sure(len(ids), question, self.tr("Reject all"), lambda: self._reject(store, ids))

    def _be_sure(self, count: int, question: str, yes: str, act: Callable[[], None]) -> None:
        """Do it, but ask before where it concerns many suggestions of which none was selected."""
        if count > _MANY and not len(self._page.selected):
            self._page.question.ask(question, yes, act)
        else:
            act()

    def _reject(self, store: SuggestionStore, ids: list[int]) -> None:
        self._page.set_busy(True)
        self._submit(lambda: reject(store, ids), lambda change: self._rejected(change, ids))

    def _rejected(self, change: str, ids: list[int]) -> None:
        self.judged.emit(dict.fromkeys(ids, Verdict.REJECTED))
        words = self.tr("%n suggestion(s) rejected.", "", len(ids))
        self.done.emit(words, lambda: self._take_back(change, ids))

    def _take_back(self, change: str, ids: list[int]) -> None:
        store = self._store
        if store is None:
            return
        self._submit(
            lambda: store.judge_again(change, back=True),
            lambda _nothing: (
                self.judged.emit(dict.fromkeys(ids, Verdict.OPEN)),
                self.said.emit(self.tr("Taken back.")),
            ),
        )

    def _submit(self, work: Callable[[], T], done: Callable[[T], object]) -> None:
        assert self._executor is not None  # there is a store
        self._executor.submit(work, done, self._not_done, owner=self, must_run=True)

    def _not_done(self, error: BaseException) -> None:
        self._page.set_busy(False)
        self.failed.emit(error)

    def relabel(self) -> None:
        """Ask for a label, and make objects of that label of what is concerned now, whatever is shown by then."""
        finder, store, places = self._page.shown.finder, self._store, self._page.acceptable()
        if finder is None or store is None or not len(places):
            return
        chosen, count = finder.ids_by_image(places), len(places)
        note = self.tr("%n suggestion(s) become objects of this label.", "", count)
        dialog = NameDialog("bulk_relabel_dialog", self.tr("Relabel"), self.tr("Label"), note,
                            self._annotate.label_list.names, self._window)  # fmt: skip
        dialog.chosen.connect(
            lambda label: self._batches.do(
                Judging(store, chosen, label), chosen,
                self.tr("Relabel %n suggestion(s) to {label}", "", count).format(label=label),
            )
        )  # fmt: skip
        dialog.open()

    def tag(self) -> None:
        """Ask for a tag, and give it to the images concerned."""
        finder = self._page.shown.finder
        if finder is None:
            return
        images = finder.images_of(self._page.concerned)
        known = sorted(
            {*(tag for tags in finder.backing.tags.values() for tag in tags), *self._page.filters.settings.marks}
        )
        note = self.tr("%n image(s) are given this tag.", "", len(images))
        dialog = NameDialog("bulk_tag_dialog", self.tr("Tag"), self.tr("Tag"), note, known, self._window)
        dialog.chosen.connect(
            lambda tag: self._batches.do(SetTag(tag), images, self.tr("Tag {tag}").format(tag=tag))
        )  # fmt: skip
        dialog.open()

    def set_aside(self) -> None:
        """Move the images concerned to a folder of their own."""
        finder = self._page.shown.finder
        if finder is not None:
            images = finder.images_of(self._page.concerned)
            self._aside.set_aside(images, self.tr("Set aside %n image(s) in the review", "", len(images)))
