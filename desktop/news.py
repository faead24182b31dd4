"""What the window says of itself: how far the labelling is, how runs end, what went wrong."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from core.errors import AnnotrainError
from core.training.run_folder import RunState
from desktop.error_words import translated, words_of
from desktop.jobs.training_monitor import RunSummary
from desktop.main_window import MainWindow
from desktop.numbers import number
from desktop.train.tiles import state_words
from desktop.train.words import metric_words

if TYPE_CHECKING:
    from core.inference.better_version import Better
    from core.review.retraining import Due


class News(QObject):
    """Puts what happened into words, for the status bar or the banner; what to do about it goes out as a signal."""

    prelabel_wanted = Signal(str)  # with this version
    import_wanted = Signal(Path)

    def __init__(self, window: MainWindow, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window = window

    @Slot(int, int)
    def tell_count(self, labelled: int, images: int) -> None:
        """Say in the status bar how far the labelling is: the very count of the image list."""
        self._window.project_words.setText(
            self.tr("{labelled} of {images} images labelled").format(labelled=labelled, images=images)
        )

    @Slot(object)
    def tell_begun(self, run: object) -> None:
        """Say that a run has begun; what was said of the one before is out of date."""
        self._window.banner.hide()
        self._window.show_message(self.tr("Training has begun: {run}").format(run=run))

    @Slot(str)
    def tell_queued(self, run: str) -> None:
        """Say that a run waits for its turn."""
        self._window.show_message(
            self.tr("{run} waits in the queue: it starts when the run before it has ended.").format(run=run)
        )

    @Slot(object)
    def tell_running(self, runs: list[RunSummary]) -> None:
        """Say in the status bar whether a run is at work."""
        running = next((run for run in runs if run.state is RunState.RUNNING), None)
        words = (
            self.tr("Training {name}: epoch {epoch} of {epochs}").format(
                name=running.spec.name, epoch=running.epoch, epochs=running.epochs
            )
            if running
            else ""
        )
        self._window.run_words.setText(words)

    @Slot(object)
    def tell_ended(self, run: RunSummary) -> None:
        """Say how a run ended, and offer to use what it published."""
        banner = self._window.banner
        if run.model is not None:
            model = run.model
            quality = f", {metric_words(run.metric)} {number(run.best, 3)}" if run.best is not None else ""
            words = self.tr("{state}: {model}{quality} on {images} validation images.").format(
                state=state_words(run.state), model=model, quality=quality, images=run.val_images
            )
            banner.show_success(words, self.tr("Pre-label unlabelled images"), lambda: self.prelabel_wanted.emit(model))
        elif run.state in (RunState.FAILED, RunState.LOST):
            reason = translated(run.message) or self.tr(
                "its process is gone; press Resume to go on from the last checkpoint."
            )
            words = self.tr("Training {name} ended: {reason}").format(name=run.spec.name, reason=reason)
            banner.show_problem(words, self.tr("Show"), self._window.show_train)

    def tell_worse(self, better: "Better", use: Callable[[str], None]) -> None:
        """Say that a version that was just published did worse than an earlier one, which may be used instead."""
        from desktop.models.card_words import better_words  # not above: the window starts without it

        model, banner = better.used.reference, self._window.banner
        use_words = self.tr("Use {model}").format(model=better.earlier.reference)
        banner.show_problem(better_words(better), use_words, lambda: use(better.earlier.reference))
        banner.offer_second(self.tr("Pre-label with {model}").format(model=model),
                            lambda: self.prelabel_wanted.emit(model))  # fmt: skip

    @Slot(str, object)
    def offer_undo(self, words: str, take_back: object) -> None:
        """Say what was done in many images, and offer to take it back."""
        self._window.banner.show_success(words, self.tr("Undo"), take_back)

    @Slot(object)
    def tell_left_out(self, problems: tuple[AnnotrainError, ...]) -> None:
        """Say what a zip file held that was not unpacked."""
        words = self.tr("%n file(s) of the zip file were left out or renamed; the first: {problem}", "", len(problems))
        self._window.banner.show_problem(words.format(problem=words_of(problems[0])))

    def tell_due(self, due: "Due", prepare: Callable[[], None]) -> None:
        """Say that it is time to train again, unless something else is said at the moment."""
        if self._window.banner.isVisible():
            return
        words = {
            "images": self.tr("%n new image(s) are labelled since {model} was made.", "", due.images),
            "schedule": self.tr("{model} is %n day(s) old.", "", due.days),
            "drift": self.tr("New images differ from those that {model} learned from."),
        }
        said = " ".join(words[why].format(model=due.model) for why in due.reasons)
        self._window.banner.show_success(self.tr("{why} Train again?").format(why=said), self.tr("Next run…"), prepare)

    def offer_import(self, root: Path, title: str) -> None:
        """Offer to import annotations of another format that lie in the folder that was opened."""
        words = self.tr("This folder holds annotations of another format ({title}), which are not shown here.")
        self._window.banner.show_problem(
            words.format(title=title), self.tr("Import…"), lambda: self.import_wanted.emit(root)
        )

    def tell_locked(self, reason: str) -> None:
        """Say that nothing can be saved in the folder that was opened; an offer to import is of no use then."""
        words = self.tr(
            "Nothing can be saved in this folder ({reason}): allow writing in it, or open a copy elsewhere, before you "
            "begin to label."
        )
        self._window.banner.show_problem(words.format(reason=translated(reason)))

    @Slot(object)
    def tell_error(self, error: BaseException) -> None:
        """Say what went wrong and what to do; what nobody expected is reported elsewhere."""
        if isinstance(error, AnnotrainError):
            self._window.banner.show_problem(words_of(error))
