"""The watch folder in the status bar: one small button, whose menu holds the rest."""

import os
from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from core.review.watching.settings import WatchSettings
from core.review.watching.watch import Step
from desktop import theme

_MOST = 8
"""So many files that cannot be read are named; the others are counted."""


class WatchStatus(QToolButton):
    """Says how the watch stands; hidden while no folder was chosen."""

    def __init__(self, actions: Sequence[QAction], parent: QWidget | None = None) -> None:
        """``actions`` stand in the menu below what is told."""
        super().__init__(parent)
        self.setObjectName("watch_status")
        self.setAutoRaise(True)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setIconSize(QSize(16, 16))
        self.setStyleSheet("QToolButton::menu-indicator { image: none; }")  # it would lie on the words
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill)
        self.setMenu(self._menu)
        self._actions = list(actions)
        self._lines: list[str] = []
        theme.dress(self, "watch")
        self.hide()

    def show_state(self, settings: WatchSettings | None, step: Step | None, waiting: int, problem: str) -> None:
        """Show the settings, what the last step came to, how many images wait, and what keeps it from looking."""
        self.setVisible(settings is not None)
        if settings is None:
            return
        name = settings.folder.name or str(settings.folder)
        unread = step.unread if step is not None else {}
        missing = settings.on and step is not None and not step.there
        trouble = bool(problem or missing or unread or (step is not None and step.problem))
        theme.dress(self, "warning" if settings.on and trouble else "watch")
        self.setText(self._words(name, waiting, on=settings.on, missing=missing))
        self._lines = self._said(settings, step, problem, missing=missing)
        self.setToolTip("\n".join(self._lines))
        self.setAccessibleName(self.text())

    def _words(self, name: str, waiting: int, *, on: bool, missing: bool) -> str:
        if missing:
            return self.tr("{folder} is not there").format(folder=name)
        words = self.tr("Watching {folder}") if on else self.tr("{folder}, not watched")
        doubtful = "  ·  " + self.tr("%n doubtful", "", waiting) if waiting else ""
        return words.format(folder=name) + doubtful

    def _said(self, settings: WatchSettings, step: Step | None, problem: str, *, missing: bool) -> list[str]:
        """Return what there is to tell, a line each."""
        lines = [str(settings.folder)]
        if missing:
            lines.append(self.tr("The folder is not there; it is looked for again and again."))
        if problem:
            lines.append(problem)
        if step is not None:
            if step.problem:
                lines.append(step.problem)
            if step.writing:
                lines.append(self.tr("%n file(s) are still being written.", "", step.writing))
            lines += [problem.removeprefix(f"{settings.folder}{os.sep}") for problem in step.unread.values()][:_MOST]
            if len(step.unread) > _MOST:
                lines.append(self.tr("%n more cannot be read.", "", len(step.unread) - _MOST))
        return lines

    def _fill(self) -> None:
        self._menu.clear()
        for line in self._lines:
            self._menu.addAction(self.fontMetrics().elidedText(line, Qt.TextElideMode.ElideMiddle, 520)).setEnabled(
                False
            )
        self._menu.addSeparator()
        for action in self._actions:
            self._menu.addAction(action)
