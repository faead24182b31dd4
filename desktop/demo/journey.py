"""The loop from the first box to accepted suggestions, step by step, as a new user goes it."""

import math
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from core import sample_project
from core.errors import WorkError
from core.geometry import Box
from core.sample_project import Defect
from core.training.events import EpochEnded, EventReader, RunEnded, RunStarted, StepEnded
from core.training.run_folder import RunFolder, list_runs
from core.voc.dataset import Dataset
from desktop.demo.person import Person
from desktop.demo.report import Report, measure

TRAINING_LIMIT_S = 900
Step = Callable[[str, float], None]
"""Told what is being done and how far the whole is, 0 to 1."""


class Journey:
    """One walk through the window ``person`` sits at, on a sample project drawn into ``folder``."""

    def __init__(self, person: Person, folder: Path, tell: Step) -> None:
        self._person = person
        self._folder = folder
        self._tell = tell
        self._page = person.window.annotate_page
        self._canvas = self._page.canvas

    def walk(self, make_sample: Callable[[Path], None]) -> Report:
        """Go the whole way and return how it went. ``make_sample`` is what the menu's sample project does.

        Raises:
            WorkError: something that was waited for did not happen.
        """
        begun = time.monotonic()
        self._tell("Drawing the sample project", 0.0)
        self._open(make_sample)
        labelled = {entry.name for entry in Dataset.open(self._folder).entries if entry.annotation_path.exists()}
        labelled.add(self._draw())
        self._train()
        self._prelabel()
        self._accept()
        return self._measure(labelled, begun)

    # -- opening ---------------------------------------------------------------------------------------------------

    def _open(self, make_sample: Callable[[Path], None]) -> None:
        """Make the sample project and wait for its first picture."""
        self._person.look("start-page")
        make_sample(self._folder)
        self._person.wait_until(lambda: self._page.current_name is not None, "the sample project opens", 120)
        self._wait_for_picture()
        self._person.wait_until(lambda: "24 of 60" in self._text("project_words"), "the labelled pictures are counted")
        self._person.look("project-opened")

    def _wait_for_picture(self) -> None:
        """Wait until the open picture is on the canvas."""
        self._person.wait_until(lambda: self._canvas.scene() is not None, "the picture is shown")

    # -- drawing ---------------------------------------------------------------------------------------------------

    def _draw(self) -> str:
        """Label one picture by hand: a polygon, a brush mask, and boxes for the rest. Return its name."""
        self._tell("Drawing a box, a polygon and a brush mask with the mouse", 0.04)
        person, dataset = self._person, Dataset.open(self._folder)
        truth = sample_project.read_truth(self._folder)
        unlabelled = [entry for entry in dataset.entries if not entry.annotation_path.exists()]
        entry = max(unlabelled, key=lambda entry: len(truth[entry.name]))
        for _ in dataset.entries:
            if self._page.current_name != entry.name:
                person.press(Qt.Key.Key_D)
        self._wait_for_picture()
        gestures = (self._draw_polygon, self._draw_mask)
        for number, defect in enumerate(truth[entry.name]):
            self._choose_label(defect)
            gestures[number](defect.box) if number < len(gestures) else self._draw_box(defect.box)
            person.wait_until(lambda n=number: len(self._page.document.annotation.objects) == n + 1, "it is drawn")
        person.look("drawn-by-hand")
        person.press(Qt.Key.Key_D)
        person.wait_until(entry.annotation_path.exists, "the drawn picture is saved")
        return entry.name

    def _choose_label(self, defect: Defect) -> None:
        """Press the number key of the defect's label."""
        self._person.press(Qt.Key.Key_Escape)
        key = self._page.label_list.names.index(defect.label) + 1
        self._person.press(Qt.Key(Qt.Key.Key_0 + key))

    def _draw_box(self, box: Box) -> None:
        """Drag a box."""
        self._person.press(Qt.Key.Key_B)
        self._person.drag(self._canvas, [(box.x0, box.y0), ((box.x0 + box.x1) / 2, box.y1), (box.x1, box.y1)])

    def _draw_polygon(self, box: Box) -> None:
        """Click a ring of eight corners inside the box, and close it with Enter."""
        self._person.press(Qt.Key.Key_P)
        self._person.click_points(self._canvas, [_on_ellipse(box, turn / 8) for turn in range(8)])
        self._person.press(Qt.Key.Key_Return)

    def _draw_mask(self, box: Box) -> None:
        """Paint to and fro over the box with the brush."""
        self._person.press(Qt.Key.Key_R)
        radius = max(2.0, min(box.width, box.height) / 4)
        while self._canvas.brush_radius > radius:
            self._person.press(Qt.Key.Key_BracketLeft)
        radius = self._canvas.brush_radius
        rows = max(2, math.ceil((box.height - 2 * radius) / radius) + 1)
        left, right = box.x0 + radius, box.x1 - radius
        points = []
        for row in range(rows):
            y = box.y0 + radius + (box.height - 2 * radius) * row / (rows - 1)
            points += [(left, y), (right, y)] if row % 2 == 0 else [(right, y), (left, y)]
        self._person.drag(self._canvas, points)

    # -- training --------------------------------------------------------------------------------------------------

    def _train(self) -> None:
        """Press Train and watch until a model is published."""
        self._tell("Starting to train", 0.08)
        person = self._person
        person.click("train_page_button")
        person.click("train_button")
        dataset = Dataset.open(self._folder)
        person.wait_until(lambda: bool(list_runs(dataset.runs_folder)), "the run is there")
        (run,) = list_runs(dataset.runs_folder)
        self._watch(run)
        person.look("trained")

    def _watch(self, run: RunFolder) -> None:
        """Follow the run's events as the window does, and look at the curves now and then."""
        reader = EventReader(run.events_path)
        total, looks = 0, [0.4, 0.1]
        end = time.monotonic() + TRAINING_LIMIT_S
        while time.monotonic() < end:
            for event in reader.read_new():
                if isinstance(event, RunStarted):
                    total = event.steps_per_epoch * event.epochs
                if isinstance(event, StepEnded) and event.step % 5 == 0:
                    done = 0.1 + 0.75 * min(1.0, event.step / total)
                    self._tell(f"Training: step {event.step}, loss {event.loss:.2f}", done)
                if isinstance(event, EpochEnded) and looks and event.epoch >= looks[-1] * event.epochs:
                    looks.pop()
                    self._person.look(f"training-epoch-{event.epoch}")
                if isinstance(event, RunEnded):
                    if event.model is None:
                        raise WorkError(f"The training published no model: {event.message} See {run.log_path}.")
                    return
            self._person.rest()
        raise WorkError(f"The training took longer than {TRAINING_LIMIT_S} s; see {run.log_path}.")

    # -- the model at work -----------------------------------------------------------------------------------------

    def _prelabel(self) -> None:
        """Let the new model look at the pictures without labels."""
        self._tell("Pre-labelling the pictures without labels", 0.87)
        person = self._person
        person.click("annotate_page_button")
        person.click("prelabel_button")
        bar = person.find(QWidget, "prelabel_progress")
        person.wait_until(lambda: self._page.canvas.ghosts and not bar.isVisible(), "suggestions are shown", 120)
        person.look("suggestions")

    def _accept(self) -> None:
        """Accept one suggestion by key, then all above the threshold."""
        self._tell("Accepting the suggestions above the threshold", 0.93)
        person = self._person
        objects = len(self._page.document.annotation.objects)
        self._canvas.setFocus()
        person.press(Qt.Key.Key_Return)
        person.wait_until(lambda: len(self._page.document.annotation.objects) == objects + 1, "one is accepted")
        person.look("one-accepted")
        person.click("accept_all_button")
        person.click("confirm_button")
        bar = person.find(QWidget, "prelabel_progress")
        left = ("none here", ", 0 in 0")  # some may be told of between these: what is below the threshold stays
        person.wait_until(
            lambda: all(words in self._text("suggestion_count") for words in left), "all are accepted", 60
        )
        person.wait_until(lambda: not bar.isVisible(), "the work ends")
        self._page.save_now()
        person.look("all-accepted")

    def _measure(self, by_hand: set[str], begun: float) -> Report:
        """Compare the XML files of the pictures that nobody labelled by hand with the truth."""
        dataset = Dataset.open(self._folder)
        project = sample_project.read_truth(self._folder)
        judged = [entry for entry in dataset.entries if entry.name not in by_hand]
        accepted = {
            entry.name: [Defect(thing.label, thing.shape.bounds) for thing in dataset.read(entry).objects]
            for entry in judged
        }
        truth = {entry.name: project[entry.name] for entry in judged}
        return measure(truth, accepted, time.monotonic() - begun)

    def _text(self, name: str) -> str:
        """Return the text of the label of that name."""
        return self._person.find(QLabel, name).text()


def _on_ellipse(box: Box, turn: float) -> tuple[float, float]:
    """Return the point of the ellipse that fills the box, ``turn`` of the way round."""
    angle = 2 * math.pi * turn
    middle = ((box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2)
    return middle[0] + math.cos(angle) * box.width / 2, middle[1] + math.sin(angle) * box.height / 2
