"""All that has to do with suggestions on the annotate page, built and connected with each other."""

from PySide6.QtCore import QObject, Signal

from desktop.annotate.page import AnnotatePage
from desktop.project import Project
from desktop.review.actions import ReviewActions
from desktop.review.assisting import Assisting
from desktop.review.bulk_work import BulkWork
from desktop.review.choosing import Choosing
from desktop.review.ghosts import Ghosts
from desktop.review.hand_log import HandLog
from desktop.review.peeking import Peeking
from desktop.review.suggestion_bar import SuggestionBar
from desktop.review.suggestion_walk import SuggestionWalk
from desktop.review.suggestions import Suggestions
from desktop.review.verdicts import Verdicts


class Review(QObject):
    """The parts of the review of one page; ``actions`` are to be listed with the window's own."""

    failed = Signal(object)

    def __init__(self, page: AnnotatePage, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.actions = ReviewActions(page)
        self.suggestions = Suggestions(page, self)
        self.walk = SuggestionWalk(page, self.suggestions, self)
        self.verdicts = Verdicts(page, self.suggestions, self)
        self.ghosts = Ghosts(page, self.suggestions, self.verdicts, self)
        self.peeking = Peeking(page, self.suggestions, self.verdicts, self.ghosts, self.actions)
        self.bar = SuggestionBar(self.suggestions, self.verdicts, self.actions)
        page.add_bar(self.bar)
        self.choosing = Choosing(page, self.bar, self.actions, self)
        self.bulk = BulkWork(page, self.suggestions, self.walk, self.bar, self)
        self.bulk.settings_of = self.choosing.settings_of
        self.bulk.peek_keys = lambda: self.actions.keys("peek_held")
        self.assisting = Assisting(page, self.suggestions, self.choosing, self.bar, self.actions, self)
        self.hand_log = HandLog(page.document, self)
        self._connect(page)

    def set_project(self, project: Project | None) -> None:
        """Review the suggestions of another project, or of none.

        Raises:
            DatasetError: what waits for a verdict cannot be read.
        """
        self.bulk.set_project(project)
        self.hand_log.set_project(project)
        self.suggestions.set_project(project)
        self.assisting.set_project(project)
        self.choosing.set_project(project)

    def shutdown(self) -> None:
        """Write down what was said, and end the threads."""
        for part in (self.hand_log, self.choosing, self.assisting, self.bulk, self.suggestions):
            part.shutdown()

    def _connect(self, page: AnnotatePage) -> None:
        actions, suggestions = self.actions, self.suggestions
        actions["show_suggestions"].toggled.connect(suggestions.set_visible)
        actions["show_disagreements"].toggled.connect(suggestions.set_disagreements_wanted)
        # Switched on without a model it says what to do first; what the project kept is switched on in silence.
        actions["assist"].triggered.connect(lambda on: self.bar.row.start() if on and not self.bar.row.model else None)
        actions["next_suggested"].triggered.connect(self.walk.show_next)
        suggestions.counts_changed.connect(page.set_suggestion_counts)
        page.annotation_saved.connect(suggestions.note_change)  # what was drawn is there already
        for part in (suggestions, self.choosing, self.bulk, self.assisting, self.hand_log):
            part.failed.connect(self.failed)
