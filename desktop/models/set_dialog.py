"""Makes a benchmark set: its name, and which images are frozen in it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from core.errors import AnnotrainError
from core.review.benchmark_sets.frozen import check_name, unlabelled
from core.voc.dataset import Dataset
from core.voc.image_sets import SIDES, is_class_list, read_set, set_names
from core.voc.search import parse
from desktop import theme
from desktop.dialog_buttons import do_or_cancel
from desktop.error_words import words_of
from desktop.jobs.executor import Executor
from desktop.project import Project

_SEARCH, _SELECTED = "?", "*"


@dataclass(frozen=True)
class Offered:
    """Images that may become a set: all, those without labels, and how many are learned from or validated on now."""

    names: tuple[str, ...]
    unlabelled: int
    train: int
    val: int


class SetDialog(QDialog):
    """Asks; ``name`` and ``images`` say what was chosen once it was accepted."""

    def __init__(self, project: Project, selected: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("benchmark_set_dialog")
        self.setWindowTitle(self.tr("New benchmark set"))
        self.setMinimumWidth(460)
        self._project, self._selected = project, tuple(selected)
        self._offered: Offered | None = None
        self._checked: tuple[str, tuple[str, ...]] | None = None  # the name that will do, and for which images
        self._executor = Executor(self)
        self.finished.connect(lambda _result: self._executor.shutdown(wait=False))
        self._build()
        self._executor.submit(lambda: _lists(project.dataset), self._offer, self._cannot, owner=self)

    def _build(self) -> None:
        self.title = QLineEdit()
        self.title.setObjectName("benchmark_name")
        self.title.setPlaceholderText(self.tr("such as night shift"))
        self.problem = theme.note()
        self.problem.setObjectName("benchmark_problem")
        self.problem.setProperty("role", "problem")
        self.source = QComboBox()
        self.source.setObjectName("benchmark_source")
        self.query = QLineEdit()
        self.query.setObjectName("benchmark_query")
        self.query.setPlaceholderText("label:dent is:done")
        self.note = theme.note()
        self.note.setObjectName("benchmark_note")
        self.note.setMinimumHeight(4 * self.fontMetrics().lineSpacing())
        self.make_button = QPushButton(self.tr("Freeze"))
        self.make_button.setObjectName("benchmark_make")
        form = QFormLayout()
        form.addRow(self.tr("Name"), self.title)
        form.addRow("", self.problem)
        form.addRow(self.tr("Images"), self.source)
        form.addRow(self.tr("Search"), self.query)
        self._form = form
        form.setRowVisible(self.problem, False)
        layout = QVBoxLayout(self)
        layout.setSpacing(2 * theme.SPACE)
        layout.addWidget(theme.note(self.tr(
            "Every version is measured on these images by itself, and no model learns from them from now on."
        )))  # fmt: skip
        layout.addLayout(form)
        layout.addWidget(self.note)
        layout.addWidget(do_or_cancel(self, self.make_button))
        self.source.currentIndexChanged.connect(self._count)
        self.query.textChanged.connect(self._count)
        self.title.textChanged.connect(self._check_name)
        self._enable()

    @property
    def name(self) -> str:
        """The name of the set."""
        return self.title.text().strip()

    @property
    def images(self) -> tuple[str, ...]:
        """The images that were chosen, labelled or not."""
        return self._offered.names if self._offered is not None else ()

    def _offer(self, lists: Sequence[str]) -> None:
        """Offer what images there are to choose from; a list that is kept for the end first."""
        if self._selected:
            self.source.addItem(self.tr("%n selected image(s)", "", len(self._selected)), _SELECTED)
        for name in sorted(lists, key=lambda name: (name != "test", name in ("train", "val"))):
            self.source.addItem(self.tr("The list {name}").format(name=name), name)
        self.source.addItem(self.tr("What a search finds"), _SEARCH)
        self._count()

    def _count(self) -> None:
        """Count the images that are meant."""
        chosen, project = self.source.currentData(), self._project
        self._form.setRowVisible(self.query, chosen == _SEARCH)
        self._offered = None
        self.note.setText(self.tr("Counting…"))
        self._enable()
        find = self._finding(chosen)
        self._executor.submit(
            lambda: _offered(project, find()), self._show_offered, self._cannot, key="count", owner=self
        )

    def _finding(self, chosen: str) -> Callable[[], Sequence[str]]:
        """Return what finds the images, to be called in the background."""
        project, selected, text = self._project, self._selected, self.query.text()
        if chosen == _SELECTED:
            return lambda: selected
        if chosen == _SEARCH:
            return lambda: project.index.search(parse(text)) if text.strip() else ()
        return lambda: read_set(project.dataset, chosen)

    def _show_offered(self, offered: Offered) -> None:
        self._offered = offered
        labelled = len(offered.names) - offered.unlabelled
        words = [self.tr("%n labelled image(s)", "", labelled) + "."]
        if offered.unlabelled:
            words.append(self.tr("%n without labels are left out.", "", offered.unlabelled))
        if offered.train:
            words.append(self.tr("%n of them are learned from now: they leave the list train.", "", offered.train))
        if offered.val:
            words.append(self.tr("By %n of them the best epoch is chosen: figures flatter a little.", "", offered.val))
        self.note.setText(" ".join(words))
        self._check_name()

    def _cannot(self, error: BaseException) -> None:
        if isinstance(error, AnnotrainError):
            self.note.setText(words_of(error))
            self._enable()

    def _check_name(self) -> None:
        """Look whether a set can have the name; what stands against it is said below it."""
        dataset, asked = self._project.dataset, (self.name, self.images)
        self._checked = None
        self._enable()
        if self.name:
            self._executor.submit(
                lambda: check_name(dataset, *asked, new=True), lambda _fine: self._show_name(asked, ""),
                lambda error: self._show_name(asked, words_of(error)), key="name", owner=self,
            )  # fmt: skip
        else:
            self._form.setRowVisible(self.problem, False)

    def _show_name(self, asked: tuple[str, tuple[str, ...]], problem: str) -> None:
        if asked == (self.name, self.images):
            self._checked = None if problem else asked
            self.problem.setText(problem)
            self._form.setRowVisible(self.problem, bool(problem))
            self._enable()

    def _enable(self) -> None:
        found = self._offered is not None and len(self._offered.names) > self._offered.unlabelled
        self.make_button.setEnabled(found and self._checked == (self.name, self.images))


def _lists(dataset: Dataset) -> list[str]:
    """Return the lists of images that are no class lists; runs in the background."""
    return [name for name in set_names(dataset) if not is_class_list(dataset, name)]


def _offered(project: Project, names: Sequence[str]) -> Offered:
    """Look at the images that were found; runs in the background."""
    dataset = project.dataset
    there = tuple(dict.fromkeys(name for name in names if name in dataset))
    known = set_names(dataset)
    train, val = (frozenset(read_set(dataset, side)) if side in known else frozenset() for side in SIDES[:2])
    return Offered(there, len(unlabelled(dataset, there)), len(train & set(there)), len(val & set(there)))
