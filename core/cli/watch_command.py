"""The command watch: what arrives in a folder joins the dataset and is predicted, until Ctrl+C."""

import signal
import threading
import types
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from core.cli.output import DatasetPath, ModelReference, ending, say, show, write_json_line
from core.errors import AnnotrainError
from core.inference.model_folder import ModelFolder
from core.review.store import SuggestionStore
from core.review.watching.doubtful import doubtful
from core.review.watching.settings import Taking, WatchSettings
from core.review.watching.watch import Step, Watch
from core.voc.dataset import Dataset

_EVERY_S = 1.0
_AFTER_ERROR_S = 10.0


def register(app: typer.Typer) -> None:
    """Add the command to the program."""
    app.command()(ending(watch))


def watch(
    dataset_path: DatasetPath,
    folder: Annotated[
        Path, typer.Argument(metavar="FOLDER", help="Where the pictures arrive; nothing in it is changed.")
    ],
    *,
    model: ModelReference = None,
    threshold: Annotated[
        float, typer.Option(min=0, max=1, help="An image with a lower score waits for review.")
    ] = WatchSettings.doubtful,
    link: Annotated[bool, typer.Option("--link", help="Link to the pictures instead of copying them.")] = False,
    existing: Annotated[bool, typer.Option(help="Take in what lies there already as well.")] = True,
    once: Annotated[bool, typer.Option("--once", help="End when all that is there now was taken in.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print a line of JSON for each image.")] = False,
) -> int:
    """Watch a folder: pictures that arrive are taken into the dataset and predicted. Ctrl+C ends it.

    In the window the lowest-scoring of them wait for review. A file is taken when it is completely written.
    """
    dataset = Dataset.open(dataset_path)
    if model is not None:
        ModelFolder.find(dataset.models_folder, model)  # said now rather than when the first picture arrives
    settings = WatchSettings(
        folder=folder.absolute(),
        model=model,
        doubtful=threshold,
        taking=Taking.LINK if link else Taking.COPY,
        existing=existing,
    )
    _keep(dataset, settings)
    store = SuggestionStore.of(dataset)
    watching = Watch(dataset, settings, store)
    say(f"annotrain: watching {folder}; Ctrl+C ends it")
    try:
        with _until_interrupted() as ended:
            told = _Told(as_json=as_json)
            while not ended.is_set():
                try:
                    step = watching.step()
                except AnnotrainError as error:  # a full disk, a file that another program holds: it may pass
                    if once:
                        raise
                    told.tell_trouble(error)
                    ended.wait(_AFTER_ERROR_S)
                    continue
                dataset.entries = dataset.grown(step.files) if step.files else dataset.entries
                told.tell(step)
                if once and not (step.more or step.writing):
                    break
                if not step.more:
                    ended.wait(_EVERY_S)
        waiting = doubtful(dataset, store, settings)
    finally:
        watching.close()
        store.close()
    if not as_json:
        show(f"{told.images} images predicted; {len(waiting)} below {threshold:.2f} wait for review")
    return 0


def _keep(dataset: Dataset, settings: WatchSettings) -> None:
    """Let the window know folder and threshold too, where it was told of none; it does not watch by itself then."""
    if WatchSettings.read(dataset) is None:
        replace(settings, on=False).write(dataset)


class _Told:
    """Says what is new, each thing once."""

    def __init__(self, *, as_json: bool) -> None:
        self.images = 0
        self._as_json = as_json
        self._unread: dict[str, str] = {}
        self._problem = self._trouble = ""
        self._there = True

    def tell(self, step: Step) -> None:
        """Print the images that were predicted, and what went wrong or is well again."""
        self.images += len(step.predicted)
        for image in step.predicted:
            write_json_line({"image": image}) if self._as_json else show(image)
        for file, problem in step.unread.items():
            if self._unread.get(file) != problem:
                say(f"annotrain: {problem}")
        if step.problem and step.problem != self._problem:
            say(f"annotrain: {step.problem}")
        if step.there != self._there:
            say("annotrain: the folder is there again" if step.there else "annotrain: the folder is not there; waiting")
        self._unread, self._problem, self._there, self._trouble = step.unread, step.problem, step.there, ""

    def tell_trouble(self, error: AnnotrainError) -> None:
        """Say what keeps it from looking; it tries again."""
        if str(error) != self._trouble:
            say(f"annotrain: {error}")
        self._trouble = str(error)


@contextmanager
def _until_interrupted() -> Iterator[threading.Event]:
    """Give an event that Ctrl+C, or a request of the system to end, sets; what is under way is finished first."""
    ended = threading.Event()

    def end(_number: int, _frame: types.FrameType | None) -> None:
        ended.set()

    numbers = (signal.SIGINT, signal.SIGTERM)
    before = [signal.signal(number, end) for number in numbers]
    try:
        yield ended
    finally:
        for number, handler in zip(numbers, before, strict=True):
            signal.signal(number, handler)
