"""The run that is looked at: its name, what can be done with it, its figures, and its curves, log and more in tabs."""

from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QTabWidget, QVBoxLayout, QWidget

from core.training.events import LossBroke, RunStarted
from core.training.run_folder import RunFolder, RunState
from desktop import theme
from desktop.jobs.executor import Executor
from desktop.jobs.followed_run import RunNews
from desktop.jobs.run_rows import RunSummary
from desktop.train.broken_view import BrokenView
from desktop.train.curves import Curves
from desktop.train.log_view import LogView
from desktop.train.log_words import end_words, in_words
from desktop.train.run_actions import CONTINUABLE, STOPPABLE
from desktop.train.tiles import Tiles, state_words


class RunView(QWidget):
    """Paints what it is told of one run."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._asked: dict[Path, RunState] = {}
        self.title = theme.heading("")
        self.title.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.said = theme.note()
        self.stop_button = self._button("stop_button", "stop")
        self.pause_button = self._button("pause_button", "pause")
        self.resume_button = self._button("resume_button", "resume")
        self.resume_button.setText(self.tr("Resume"))
        self._executor = Executor(self)
        self.tiles, self.curves, self.log = Tiles(), Curves(self._executor), LogView()
        self.tabs = QTabWidget()
        self.tabs.setObjectName("run_tabs")
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self._by_name: dict[str, QWidget] = {}
        self.add_view("curves", self.tr("Curves"), self.curves)
        self.add_view("log", self.tr("Log"), self.log)
        self.broken = BrokenView(self._executor, self)
        self.broken.hide()
        self._lay_out()
        self.show_run(None)

    def _button(self, name: str, icon: str) -> QPushButton:
        button = QPushButton()
        button.setObjectName(name)
        theme.dress(button, icon)
        return button

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.title)
        words.addWidget(self.said)
        head = QHBoxLayout()
        head.setSpacing(theme.SPACE)
        head.addLayout(words, 1)
        for button in (self.resume_button, self.pause_button, self.stop_button):
            head.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * theme.SPACE, theme.SPACE, 2 * theme.SPACE, 2 * theme.SPACE)
        column.setSpacing(theme.SPACE)
        column.addLayout(head)
        column.addWidget(self.tiles)
        column.addWidget(self.tabs, 1)

    def add_view(self, name: str, title: str, widget: QWidget) -> None:
        """Add a tab with something else to be seen of the run."""
        self._by_name[name] = widget
        self.tabs.addTab(widget, title)

    def show_view(self, name: str) -> None:
        """Bring the tab of that name to the front."""
        self.tabs.setCurrentWidget(self._by_name[name])

    def shutdown(self) -> None:
        """End the thread."""
        self._executor.shutdown()

    def _show_broken(self, event: LossBroke | None, folder: Path | None = None) -> None:
        """Show the batch that broke the loss in a tab of its own, which is there only then."""
        place = self.tabs.indexOf(self.broken)
        if event is None or folder is None:
            self.broken.clear()
            if place >= 0:
                self.tabs.removeTab(place)
            return
        self.broken.show_batch(folder, event)
        if place < 0:
            self.tabs.insertTab(1, self.broken, self.tr("Broken loss"))
        self.tabs.setCurrentWidget(self.broken)

    def set_view_title(self, name: str, title: str) -> None:
        """Call a tab otherwise, such as with a count."""
        self.tabs.setTabText(self.tabs.indexOf(self._by_name[name]), title)

    def note_asked(self, path: Path, state: RunState) -> None:
        """Remember that the run was asked to become so, until it is."""
        self._asked[path] = state

    def clear(self) -> None:
        """Empty everything for another run."""
        self.curves.clear()
        self.tiles.clear()
        self.log.clear()
        self.said.clear()
        self._show_broken(None)

    def show_run(self, run: RunSummary | None) -> None:
        """Show the run's name and what can be done with it."""
        self.title.setText(run.title if run else self.tr("Training"))
        if run is None:
            self.said.setText(self.tr("Press Train to start the first run: its curves, figures and log appear here."))
        elif not self.said.text():
            self.said.setText(end_words(run.message, run.model) or state_words(run.state))
        self.tiles.setVisible(run is not None)
        self.tiles.set_taken(run.seconds if run is not None and run.state is not RunState.RUNNING else None)
        self._show_buttons(run)

    def _show_buttons(self, run: RunSummary | None) -> None:
        state = run.state if run is not None else None
        if run is not None and state is not RunState.RUNNING:
            self._asked.pop(run.path, None)
        asked = self._asked.get(run.path) if run is not None else None
        self.stop_button.setVisible(state in STOPPABLE)
        self.stop_button.setEnabled(asked is not RunState.STOPPED)
        words = self.tr("Take from the queue") if state is RunState.QUEUED else self.tr("Stop")
        self.stop_button.setText(self.tr("Stopping…") if asked is RunState.STOPPED else words)
        self.pause_button.setVisible(state is RunState.RUNNING)
        self.pause_button.setEnabled(asked is None)
        self.pause_button.setText(self.tr("Pausing…") if asked is RunState.PAUSED else self.tr("Pause"))
        self.resume_button.setVisible(state in CONTINUABLE)

    @Slot(object)
    def add_news(self, news: RunNews) -> None:
        """Append what the run said."""
        if news.fresh:
            self.log.clear()
        self.curves.add(news)
        self.tiles.add(news)
        lines = [line for event in news.events if (line := in_words(event))]
        if lines:
            self.said.setText(lines[-1])
        for event in news.events:
            if isinstance(event, LossBroke):
                self._show_broken(event, RunFolder(news.path).broken_path)
            elif isinstance(event, RunStarted):
                self._show_broken(None)
        if news.log:
            lines.append(news.log.rstrip("\n"))
        if lines:
            self.log.append("\n".join(lines))
