"""Take the pictures of every page for docs/screens, light and dark: ``make screenshots``.

Drives the real window, without a screen, on a fresh sample project that gets the runs and the model of the demo.
"""

import io
import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

os.environ |= {"QT_QPA_PLATFORM": "offscreen", "LC_ALL": "C.UTF-8", "LANGUAGE": ""}

from PIL import Image
from PySide6.QtCore import QBuffer, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from core import sample_project
from core.voc.dataset import Dataset
from core.voc.index import DatasetIndex
from core.voc.splits import ensure_split
from desktop.app import build_window
from desktop.demo.person import Person
from desktop.settings import Settings

ROOT = Path(__file__).resolve().parent.parent
SIZE = (1360, 860)


class Photographer:
    """Takes the window's picture in one theme."""

    def __init__(self, person: Person, folder: Path, theme: str) -> None:
        self.person = person
        self.window = person.window
        self._folder = folder
        self._theme = theme

    def take(self, name: str) -> None:
        """Save what the window shows as NAME-THEME.webp, which takes a tenth of a PNG."""
        self.person.rest(500)
        self._save(self.window.grab(), name)

    def take_over(self, name: str, dialog: QWidget) -> None:
        """Save a dialog in front of the window, which is dimmed; offscreen, the two are put together by hand."""
        self.person.rest(300)
        shot: QPixmap = self.window.grab()
        front = dialog.grab()
        place = QRect(QPoint(), front.size())
        place.moveCenter(shot.rect().center())
        painter = QPainter(shot)
        painter.fillRect(shot.rect(), QColor(0, 0, 0, 110))
        painter.drawPixmap(place, front)
        painter.setPen(QColor(128, 128, 128))
        painter.drawRect(place.adjusted(-1, -1, 0, 0))
        painter.end()
        self._save(shot, name)

    def _save(self, shot: QPixmap, name: str) -> None:
        buffer = QBuffer()
        buffer.open(QBuffer.OpenModeFlag.WriteOnly)
        shot.save(buffer, "PNG")
        Image.open(io.BytesIO(buffer.data().data())).save(self._folder / f"{name}-{self._theme}.webp", quality=88)

    def dialog(self, name: str, action: str) -> None:
        """Open what an action opens, save it and close it."""
        known = set(self.window.findChildren(QDialog))
        self.window.actions_by_name[action].trigger()
        self.person.rest(300)
        opened = next(dialog for dialog in self.window.findChildren(QDialog) if dialog not in known)
        self.take_over(name, opened)
        opened.close()
        self.person.rest(100)

    def page(self, name: str) -> None:
        """Show a page, wait until it has settled, and save it."""
        self.window.show_page(name)
        self.settled(name)

    def settled(self, name: str) -> None:
        """Save what is shown once it has settled."""
        self.person.rest(2500)
        self.take(name)


def start(camera: Photographer) -> None:
    """The page before a project is open, and the tour."""
    camera.take("start")
    camera.dialog("tour", "tour")


def annotate(camera: Photographer) -> None:
    """Objects of every kind, one selected; then suggestions that wait."""
    page, person = camera.window.annotate_page, camera.person
    page.show_image("part_013")
    person.wait_until(lambda: page.canvas.scene() is not None, "the picture is shown")
    page.selection.set((0,))
    camera.take("annotate")
    camera.window.actions_by_name["prelabel"].trigger()
    person.wait_until(lambda: bool(page.canvas.ghosts), "suggestions are shown", 120)
    camera.window.banner.hide()
    camera.take("suggestions")


def reviewed(camera: Photographer) -> None:
    """What follows the suggestions: what to label next, many at once, and what came of them once some are judged."""
    window, person = camera.window, camera.person
    window.app.review.verdicts.reject_current()
    for _ in range(4):
        window.app.review.verdicts.accept_shown()
        waits = window.annotate_page.current_name
        window.actions_by_name["next_suggested"].trigger()
        person.wait_until(lambda before=waits: window.annotate_page.current_name != before, "the next one is shown")
        person.wait_until(lambda: bool(window.annotate_page.canvas.ghosts), "suggestions are shown")
    for name in ("label_next", "review", "reports"):
        camera.page(name)


def judged(camera: Photographer) -> None:
    """The versions, and the newest of them measured on the validation images: its figures and its mistakes."""
    camera.page("models")
    camera.window.show_page("evaluate")
    evaluation = camera.window.app.evaluation
    camera.person.wait_until(lambda: evaluation.page is not None and evaluation.page.chosen_set == "val", "it opens")
    page = evaluation.page
    camera.person.click("evaluate_button")
    camera.person.wait_until(lambda: page.figures.table.rowCount() > 0, "the version is measured", 120)
    camera.settled("evaluate")
    page.tabs.setCurrentWidget(page.mistakes)
    camera.settled("mistakes")


def pages(camera: Photographer) -> None:
    """Every other page and the dialogs that people meet."""
    for name in ("gallery", "statistics", "check", "train"):
        if name == "check":
            camera.window.show_page(name)
            camera.person.wait_until(lambda: camera.window.app.check.again.isEnabled(), "the check has ended", 120)
        if name == "train":
            _choose_run(camera)
        camera.page(name)
    camera.window.show_annotate()
    for name in ("palette", "shortcuts", "preferences"):
        camera.dialog(name, name)


def _choose_run(camera: Photographer) -> None:
    """Look at the longest run, which has most to show."""
    runs = camera.window.train_page.runs
    camera.person.wait_until(lambda: runs.count() > 0, "the runs are listed")
    runs.choose(max(runs.all, key=lambda run: run.epochs).path)


def photograph(demo: Path, folder: Path, theme: str, shots: tuple[Callable[[Photographer], None], ...]) -> None:
    """Take all pictures of one theme with a window, settings and a project of their own."""
    with tempfile.TemporaryDirectory() as home:
        project = Path(home) / "parts"
        window = build_window(Settings(Path(home) / "settings.ini"))
        window.actions_by_name[f"theme_{theme}"].trigger()
        window.resize(*SIZE)
        window.show()
        camera = Photographer(Person(window), folder, theme)
        shots[0](camera)
        sample_project.generate(project)
        dataset = Dataset.open(project)
        ensure_split(dataset, DatasetIndex(dataset).summaries(), seed=0)  # as the demo's first run had it
        for part in ("runs", "models"):
            shutil.copytree(demo / "parts" / ".annotrain" / part, project / ".annotrain" / part)
        window.app.open_folder(project)
        camera.person.wait_until(lambda: window.annotate_page.current_name is not None, "the project opens", 60)
        camera.person.rest(1500)
        for shot in shots[1:]:
            shot(camera)
        window.close()


def main(arguments: list[str]) -> int:
    """Take the pictures; the argument is the folder of a demo that was run before."""
    demo = Path(arguments[0] if arguments else ROOT / "demo-output")
    folder = ROOT / "docs" / "screens"
    folder.mkdir(exist_ok=True)
    application = QApplication(sys.argv[:1])
    application.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    for theme in ("light", "dark"):
        photograph(demo, folder, theme, (start, annotate, reviewed, pages, judged))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
