"""The place of the page 'Review' and its actions."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.actions import ActionBook, ActionSpec, Menu
from desktop.annotate.page import AnnotatePage
from desktop.dataset.batches import Batches
from desktop.late_page import LatePage, PageWork
from desktop.project import Project

if TYPE_CHECKING:
    from desktop.bulk.aside_work import AsideWork


def _tr(text: str) -> str:
    return QCoreApplication.translate("BulkActions", text)


def _specs() -> list[ActionSpec]:
    """Return what can be done with many suggestions."""
    acts = (
        ("bulk_accept", _tr("Accept in the review"), "Ctrl+Shift+A", _tr("Make objects of the suggestions selected"
         " here, or of all that are shown"), "accept-all"),
        ("bulk_relabel", _tr("Relabel in the review…"), "Ctrl+Shift+K", _tr("Make objects of them under another label"),
         "label-list"),
        ("bulk_reject", _tr("Reject in the review"), "Ctrl+Shift+X", _tr("Say that they are wrong"), "reject"),
        ("bulk_tag", _tr("Tag in the review…"), "Ctrl+Shift+T", _tr("Give their images a tag"), "tag"),
        ("bulk_set_aside", _tr("Set aside in the review"), "Ctrl+Shift+Backspace",
         _tr("Move their images, with all that is said of them, to a folder of their own; nothing is deleted"),
         "set-aside"),
    )  # fmt: skip
    return [ActionSpec(name=name, text=text, keys=(keys,), tip=tip, icon=icon) for name, text, keys, tip, icon in acts]


class BulkReview(LatePage):
    """Has the actions of the page from the start, and shows what is set aside."""

    PAGE = "review"
    STANDS_ON = ("desktop.bulk.reviewing", "desktop.bulk.aside_dialog")
    PASSED_ON = ("image_asked", "said", "done", "verdicts_given", "failed")

    image_asked = Signal(str, int)  # name, number of the suggestion there or 0
    page_asked = Signal(str)
    reopen_asked = Signal(object)  # Path
    ended = Signal()  # no image is being moved any more
    said = Signal(str)
    warned = Signal(str)
    done = Signal(str, object)  # what was done, and a Callable that takes it back
    verdicts_given = Signal()
    failed = Signal(object)

    def __init__(
        self, annotate: AnnotatePage, batches: Batches, window: QWidget, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.book = ActionBook(self.place, Qt.ShortcutContext.WidgetWithChildrenShortcut)
        for spec in _specs():
            self.book.add(spec, lambda name=spec.name: self._act(name)).setEnabled(False)
        self._annotate, self._batches, self._window = annotate, batches, window
        self.aside: AsideWork | None = None
        self._wants_list = self._was_here = False

    @property
    def busy(self) -> bool:
        """Tell whether images are being moved."""
        return self.aside is not None and self.aside.busy

    @staticmethod
    def list_spec() -> ActionSpec:
        """Return the action that shows what is set aside; it calls :meth:`show_aside`."""
        return ActionSpec(
            name="set_aside_list", text=_tr("What is set &aside…"), menu=Menu.DATASET, section=80, icon="set-aside",
            tip=_tr("Look at the images that were set aside, and bring them back"), needs_project=True,
        )  # fmt: skip

    def set_project(self, project: Project | None) -> None:
        """Review another project, or none."""
        super().set_project(project)
        if self.aside is not None:
            self.aside.set_project(project)
        if project is not None and self._was_here:
            self._was_here = False
            self.page_asked.emit(self.PAGE)

    @Slot()
    def note_change(self, *_what: object) -> None:
        """Note that files or suggestions may be others."""
        if self.work is not None:
            self.work.note_change()

    @Slot()
    def show_aside(self) -> None:
        """Show what is set aside, as soon as what that stands on is loaded."""
        if self.aside is None:
            self._wants_list = True
            self.want()
            return
        from desktop.bulk.aside_dialog import AsideDialog

        if self._project is not None:
            AsideDialog(self._project.dataset.root, self.aside, self._window).open()

    def shutdown(self) -> None:
        """End the threads."""
        if self.aside is not None:
            self.aside.shutdown()
        super().shutdown()

    def make(self) -> tuple[QWidget, PageWork]:
        """Return the page and what acts for it."""
        from desktop.bulk.acting import Acting
        from desktop.bulk.aside_work import AsideWork
        from desktop.bulk.page import BulkPage
        from desktop.bulk.reviewing import Reviewing

        page = BulkPage(self.book)
        aside = self.aside = AsideWork(self._annotate, self._window, self)
        for name in ("ended", "said", "warned", "done", "failed"):
            getattr(aside, name).connect(getattr(self, name))
        aside.reopen_asked.connect(self._reopen)
        acting = Acting(page, self._annotate, self._batches, aside, self._window, self)
        return page, Reviewing(page, self._annotate, acting, self._window, self)

    def built(self) -> None:
        """Give what is set aside its project, and show it where that was asked for."""
        assert self.aside is not None  # see make
        self.aside.set_project(self._project)
        if self._wants_list:
            self.show_aside()

    def _reopen(self, root: object) -> None:
        """Have the dataset read anew, and come back to this page then."""
        self._was_here = self.place.isVisible()
        self.reopen_asked.emit(root)

    def _act(self, name: str) -> None:
        if self.work is not None and self.place.isVisible():
            acting = self.work.acting
            acts = {
                "bulk_accept": acting.accept, "bulk_relabel": acting.relabel, "bulk_reject": acting.reject,
                "bulk_tag": acting.tag, "bulk_set_aside": acting.set_aside,
            }  # fmt: skip
            acts[name]()
