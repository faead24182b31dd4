"""The window: a rail of pages, menus, a banner and a status bar round what is shown."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QEvent, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QMenu,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from core.archives import is_archive
from desktop import theme
from desktop.actions import ActionBook, ActionSpec, Menu, fill_menus, share_tip
from desktop.banner import Banner
from desktop.keyboard_focus import first_field
from desktop.rail import Rail
from desktop.start_page import StartPage
from desktop.window_actions import window_specs

if TYPE_CHECKING:
    from desktop.annotate.page import AnnotatePage
    from desktop.train.page import TrainPage

_MESSAGE_MS = 6000
_HEARD_MS = 3000  # so long a hint leaves a message alone


class MainWindow(QMainWindow):
    """A thin shell: it shows pages and says what was asked of it; the program is put together in ``desktop.app``.

    Bare, it shows the start page; ``furnish`` gives it the pages, whose modules take longer to load than a person
    likes to wait for a window.
    """

    folder_dropped = Signal(Path)
    closing = Signal()
    page_shown = Signal(str)

    annotate_page: "AnnotatePage"
    train_page: "TrainPage"

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle("Annotrain")
        self.setWindowIcon(theme.app_icon())
        self.setAcceptDrops(True)
        self.resize(1360, 860)
        self.setMinimumSize(820, 440)  # what 1280 x 720 has room for at 150 %
        self.start_page = StartPage()
        self.banner = Banner()
        self.actions_by_name = ActionBook(self)
        for spec in window_specs():
            self.actions_by_name.add(spec)
        self.recent_menu = QMenu(self.tr("Open &recent"), self)
        self.menus: dict[Menu, QMenu] = {}
        self.may_close: Callable[[], bool] = lambda: True
        self._said = QElapsedTimer()  # since a message
        self._pages: dict[str, QWidget] = {}
        share_tip(self.start_page.open_button, self.actions_by_name["open"])
        share_tip(self.start_page.sample_button, self.actions_by_name["sample"])
        self._lay_out()
        self._build_status_bar()
        self.actions_by_name["full_screen"].toggled.connect(self._show_full_screen)
        self.build_menus()
        self.show_start()

    def furnish(self, annotate: "AnnotatePage", train: "TrainPage") -> None:
        """Add the two pages that are always there, with their actions."""
        self.annotate_page, self.train_page = annotate, train
        self.actions_by_name.include(annotate.page_actions)
        self._add_pages()
        self._enable_project_actions(enabled=False)

    def _lay_out(self) -> None:
        """Put rail, banner and pages in place."""
        self._stack = QStackedWidget()
        self._stack.addWidget(self.start_page)
        self._rail = Rail()
        self._rail.add_below(self.actions_by_name["shortcuts"], self.tr("Keys"))
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.banner)
        right.addWidget(self._stack, 1)
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._rail)
        row.addLayout(right, 1)
        self.setCentralWidget(whole)

    def _add_pages(self) -> None:
        draw, learn = self.tr("Draw and correct annotations"), self.tr("Start training and watch it")
        self.add_page(
            page_spec("annotate", self.tr("&Annotate"), "Alt+1", draw), self.annotate_page, self.tr("Annotate")
        )
        self.add_page(page_spec("train", self.tr("&Train"), "Alt+7", learn), self.train_page, self.tr("Train"))

    def add_page(self, spec: ActionSpec, page: QWidget, text: str, before: str | None = None) -> None:
        """Add a page that the action shows, with ``text`` on the rail, at the end or before another page.

        Call ``build_menus`` when all are added.
        """
        place = list(self._pages).index(before) if before is not None else len(self._pages)
        names = list(self._pages)
        names.insert(place, spec.name)
        self._pages = {name: self._pages.get(name, page) for name in names}
        self._stack.addWidget(page)
        action = self.actions_by_name.add(spec, lambda: self.show_page(spec.name))
        self._rail.add_page(action, text, place)

    def set_badge(self, page: str, count: int) -> None:
        """Show a number beside a page's name on the rail; 0 takes it away."""
        self._rail.set_badge(page, count)

    def build_menus(self) -> None:
        """Build the menu bar anew of all actions there are; without a project, what needs one is out of reach."""
        book = self.actions_by_name
        self.menus = fill_menus(self.menuBar(), book, ((Menu.FILE, 0, self.recent_menu),))
        if self._stack.currentWidget() is self.start_page:
            self._enable_project_actions(enabled=False)

    def _build_status_bar(self) -> None:
        """Build the line at the bottom: messages on the left, the project and running work on the right."""
        self.project_words = QLabel()
        self.project_words.setObjectName("project_words")
        self.run_words = QLabel()
        self.run_words.setObjectName("run_words")
        self.statusBar().setSizeGripEnabled(False)
        self.statusBar().addPermanentWidget(self.run_words)
        self.statusBar().addPermanentWidget(self.project_words)

    def add_status(self, part: QWidget) -> None:
        """Add a small part to the right of the line at the bottom, before what is there."""
        self.statusBar().insertPermanentWidget(0, part)

    # -- what is shown ---------------------------------------------------------------------------------------------

    @Slot()
    def show_start(self) -> None:
        """Show the start page; what needs a project is out of reach."""
        self._stack.setCurrentWidget(self.start_page)
        self._rail.hide()
        self.statusBar().hide()
        self.project_words.clear()
        self.setWindowTitle("Annotrain")
        self._enable_project_actions(enabled=False)

    def show_project(self, name: str) -> None:
        """Show the annotate page for a project that was opened."""
        self._rail.show()
        self.statusBar().show()
        self.setWindowTitle(f"{name} – Annotrain")
        self._enable_project_actions(enabled=True)
        self.show_annotate()

    @Slot()
    def show_annotate(self) -> None:
        """Show the page on which is drawn."""
        self.show_page("annotate")
        self.annotate_page.setFocus()

    @Slot()
    def show_train(self) -> None:
        """Show the page on which is trained."""
        self.show_page("train")

    def show_page(self, name: str) -> None:
        """Bring a page to the front, mark it on the rail, and let only the menus be used that mean something there."""
        self._stack.setCurrentWidget(self._pages[name])
        self.actions_by_name[name].setChecked(True)
        self._enable_menus(drawing=name == "annotate")
        self.statusBar().clearMessage()  # what was said of the page before
        self._said.invalidate()
        self.page_shown.emit(name)
        self._give_keyboard(self._pages[name])

    def _give_keyboard(self, page: QWidget) -> None:
        """Let keys go to the page: what had them is hidden, and Qt would take what comes next, a button of the rail."""
        focus = self.focusWidget()
        if focus is None or not page.isAncestorOf(focus):
            first_field(page).setFocus()

    def show_message(self, text: str) -> None:
        """Say something in the status bar for a few seconds."""
        self.statusBar().showMessage(text, _MESSAGE_MS)
        self._said.start()

    @Slot(str)
    def show_hint(self, text: str) -> None:
        """Say what the mouse would do on the page on which is drawn, unless there is something said just now to read.

        A gesture under way is what a person looks at, so that its hints wait for nothing.
        """
        page = self.annotate_page
        heard = not self._said.isValid() or self._said.hasExpired(_HEARD_MS)
        if self._stack.currentWidget() is page and (heard or page.canvas.busy):
            self.statusBar().showMessage(text, _MESSAGE_MS)

    def set_recent(self, folders: Sequence[Path], choose: Callable[[Path], None]) -> None:
        """Show the projects opened last, in the menu and on the start page."""
        self.start_page.set_recent(folders)
        self.recent_menu.clear()
        for folder in folders:
            action = self.recent_menu.addAction(f"{folder.name}  ({folder.parent})")
            action.triggered.connect(lambda _checked=False, path=folder: choose(path))
        self.recent_menu.setEnabled(bool(folders))

    def _enable_project_actions(self, *, enabled: bool) -> None:
        """Let the actions that need a project be used, or not."""
        for action in self.actions_by_name.named(needs_project=True):
            action.setEnabled(enabled)
        self._enable_menus(drawing=enabled)

    def _enable_menus(self, *, drawing: bool) -> None:
        """Let the menus of the open image be used, or not."""
        for which in (Menu.EDIT, Menu.IMAGE, Menu.OBJECT, Menu.TOOLS):
            if which in self.menus:
                self.menus[which].menuAction().setEnabled(drawing)

    @Slot(bool)
    def _show_full_screen(self, full: bool) -> None:
        """Use the whole screen or not."""
        self.setWindowState(
            self.windowState() | Qt.WindowState.WindowFullScreen
            if full
            else self.windowState() & ~Qt.WindowState.WindowFullScreen
        )

    # -- Qt's events -----------------------------------------------------------------------------------------------

    def closeEvent(self, event: QCloseEvent) -> None:
        """Save everything and end the background work, unless something could not be saved and a person stays."""
        if self.may_close():
            self.closing.emit()
            event.accept()
        else:
            event.ignore()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take folders and zip files."""
        if _folder_of(event) is not None:
            self._mark_drop_area(over=True)
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Forget the folder that was held over the window."""
        self._mark_drop_area(over=False)
        event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the folder or zip file that was dropped."""
        self._mark_drop_area(over=False)
        folder = _folder_of(event)
        if folder is not None:
            event.acceptProposedAction()
            self.folder_dropped.emit(folder)

    def _mark_drop_area(self, *, over: bool) -> None:
        """Show that a folder would be taken."""
        area = self.start_page.drop_area
        area.setProperty("over", over)
        area.style().unpolish(area)
        area.style().polish(area)

    def changeEvent(self, event: QEvent) -> None:
        """Keep the menu's mark for the full screen right, whoever changed it."""
        if event.type() is QEvent.Type.WindowStateChange:
            self.actions_by_name["full_screen"].setChecked(self.isFullScreen())
        super().changeEvent(event)


def page_spec(name: str, text: str, keys: str, tip: str) -> ActionSpec:
    """Return the action that shows a page; its icon has the page's name."""
    return ActionSpec(
        name=name,
        text=text,
        menu=Menu.VIEW,
        keys=(keys,),
        tip=tip,
        icon=name,
        checkable=True,
        group="page",
        needs_project=True,
    )


def _folder_of(event: QDropEvent) -> Path | None:
    """Return the folder or zip file that is dragged; the folder of the image where another file is."""
    for url in event.mimeData().urls():
        path = Path(url.toLocalFile())
        if url.isLocalFile() and path.exists():
            return path if path.is_dir() or is_archive(path) else path.parent
    return None
