"""The window: a rail of pages, menus, a banner and a status bar round what is shown."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QMenu,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop import theme
from desktop.actions import Actions, fill_menus
from desktop.annotate.page import AnnotatePage
from desktop.banner import Banner
from desktop.start_page import StartPage
from desktop.train.page import TrainPage

_MESSAGE_MS = 6000


class MainWindow(QMainWindow):
    """A thin shell: it shows pages and says what was asked of it; the program is put together in ``desktop.app``."""

    folder_dropped = Signal(Path)
    closing = Signal()

    def __init__(self, annotate: AnnotatePage, train: TrainPage) -> None:
        super().__init__()
        self.setWindowTitle("Annotrain")
        self.setWindowIcon(theme.app_icon())
        self.setAcceptDrops(True)
        self.resize(1360, 860)
        self.setMinimumSize(900, 560)
        self.annotate_page = annotate
        self.train_page = train
        self.start_page = StartPage()
        self.banner = Banner()
        self.actions_by_name = Actions(self)
        self.recent_menu = QMenu("Open &Recent", self)
        self.menus = fill_menus(self.menuBar(), self.actions_by_name, annotate.actions_for_menu(), self.recent_menu)
        self.may_close: Callable[[], bool] = lambda: True
        self._lay_out()
        self._build_status_bar()
        self.actions_by_name["annotate"].triggered.connect(self.show_annotate)
        self.actions_by_name["train"].triggered.connect(self.show_train)
        self.actions_by_name["full_screen"].toggled.connect(self._show_full_screen)
        self.show_start()

    def _lay_out(self) -> None:
        """Put rail, banner and pages in place."""
        self._stack = QStackedWidget()
        for page in (self.start_page, self.annotate_page, self.train_page):
            self._stack.addWidget(page)
        self._rail = self._build_rail()
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

    def _build_rail(self) -> QFrame:
        """Build the narrow column that switches between the pages."""
        rail = QFrame()
        rail.setObjectName("rail")
        rail.setFixedWidth(76)
        column = QVBoxLayout(rail)
        column.setContentsMargins(6, theme.SPACE, 6, theme.SPACE)
        column.setSpacing(theme.SPACE // 2)
        column.addWidget(_rail_button(self.actions_by_name["annotate"], "Annotate"))
        column.addWidget(_rail_button(self.actions_by_name["train"], "Train"))
        column.addStretch(1)
        column.addWidget(_rail_button(self.actions_by_name["shortcuts"], "Keys"))
        return rail

    def _build_status_bar(self) -> None:
        """Build the line at the bottom: messages on the left, the project and running work on the right."""
        self.project_words = QLabel()
        self.project_words.setObjectName("project_words")
        self.run_words = QLabel()
        self.run_words.setObjectName("run_words")
        self.statusBar().setSizeGripEnabled(False)
        self.statusBar().addPermanentWidget(self.run_words)
        self.statusBar().addPermanentWidget(self.project_words)

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
        self._show_page(self.annotate_page, "annotate")
        self.annotate_page.setFocus()

    @Slot()
    def show_train(self) -> None:
        """Show the page on which is trained."""
        self._show_page(self.train_page, "train")

    def show_message(self, text: str) -> None:
        """Say something in the status bar for a few seconds."""
        self.statusBar().showMessage(text, _MESSAGE_MS)

    def set_recent(self, folders: Sequence[Path], choose: Callable[[Path], None]) -> None:
        """Show the projects opened last, in the menu and on the start page."""
        self.start_page.set_recent(folders)
        self.recent_menu.clear()
        for folder in folders:
            action = self.recent_menu.addAction(f"{folder.name}  ({folder.parent})")
            action.triggered.connect(lambda _checked=False, path=folder: choose(path))
        self.recent_menu.setEnabled(bool(folders))

    def _show_page(self, page: QWidget, name: str) -> None:
        """Bring a page to the front and mark it in the rail."""
        self._stack.setCurrentWidget(page)
        self.actions_by_name[name].setChecked(True)

    def _enable_project_actions(self, *, enabled: bool) -> None:
        """Let the actions that need a project be used, or not."""
        for name in ("close", "annotate", "train", "start_run", "stop_run", "resume_run", "prelabel"):
            self.actions_by_name[name].setEnabled(enabled)

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
        """Take folders."""
        if _folder_of(event) is not None:
            self._mark_drop_area(over=True)
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Forget the folder that was held over the window."""
        self._mark_drop_area(over=False)
        event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the folder that was dropped."""
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


def _rail_button(action: QAction, text: str) -> QToolButton:
    """Return a button of the rail for an action: icon above text."""
    button = QToolButton()
    button.setDefaultAction(action)
    button.setText(text)
    button.setObjectName(f"{action.objectName().removesuffix('_action')}_page_button")
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
    button.setIconSize(QSize(24, 24))
    button.setFixedWidth(64)
    return button


def _folder_of(event: QDropEvent) -> Path | None:
    """Return the folder that is dragged; that of the image where a file is."""
    for url in event.mimeData().urls():
        path = Path(url.toLocalFile())
        if url.isLocalFile() and path.exists():
            return path if path.is_dir() else path.parent
    return None
