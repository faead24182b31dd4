"""What the forms of the four dialogs share: words, a target, and a task once everything is said."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QWidget

from desktop import theme
from desktop.interchange.path_row import PathRow
from desktop.interchange.task import Seen, Task
from desktop.interchange.words import format_titles


class Form(QWidget):
    """What all forms have: words for the dialog, a target, and a task once everything is said."""

    changed = Signal()
    name = ""

    def __init__(self, title: str, claim: str, verb: str, verb_anyway: str) -> None:
        super().__init__()
        self.title, self.claim, self.verb, self.verb_anyway = title, claim, verb, verb_anyway
        self._suggested: Path | None = None
        self.target = PathRow("target", self.tr("New folder"))
        self.target.changed.connect(self.changed)
        self.link = QCheckBox(self.tr("Link the images instead of copying them"))
        self.link.setObjectName("link_box")
        self.link.setToolTip(
            self.tr("Takes no space where the disk can link; a program that changes an image in place changes both")
        )
        self.rows = QFormLayout(self)
        self.rows.setContentsMargins(0, 0, 0, 0)
        self.rows.setSpacing(theme.SPACE)
        self.rows.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)

    @property
    def makes_project(self) -> bool:
        """Whether what is written can be opened here as a project."""
        return True

    def task(self) -> Task | None:
        """Return what was asked for; None while something is missing, as it always is in a form that asks nothing."""
        return None

    def missing(self) -> str:
        """Say what is still to be said."""
        return self.tr("Choose the source and a new folder.")

    def take(self, seen: Seen) -> None:
        """Learn from what was read."""

    def _suggest_target(self, source: Path | None, ending: str) -> None:
        """Propose a folder beside the source, unless a person chose one."""
        old = self.target.path
        if source is None or not source.name or (old is not None and old != self._suggested):
            return
        self._suggested = free_folder(source.with_name(f"{source.stem}-{ending}"))
        self.target.set_path(self._suggested)


class SourceForm(Form):
    """A form that asks for what is to be read as well: a folder or zip file."""

    def __init__(self, title: str, claim: str, verb: str, verb_anyway: str) -> None:
        super().__init__(title, claim, verb, verb_anyway)
        self.source = PathRow("source", self.tr("Folder or zip file"), archives=True)
        self.source.changed.connect(self._source_changed)

    @property
    def ends(self) -> tuple[Path, Path] | None:
        """The source, which is there, and the target; None until both are said."""
        source, target = self.source.path, self.target.path
        return (source, target) if source is not None and source.exists() and target is not None else None

    def missing(self) -> str:
        """Say what is still to be said."""
        source = self.source.path
        if source is not None and not source.exists():
            return self.tr("{source} is not there.").format(source=source)
        return super().missing()

    def _ending(self) -> str:
        """Return what the name of the proposed folder ends with."""
        raise NotImplementedError

    def _source_changed(self) -> None:
        source = self.source.path
        if source is not None and source.exists():
            self._suggest_target(source, self._ending())
        self.changed.emit()


def format_box(name: str) -> QComboBox:
    """Return a choice of all formats."""
    box = QComboBox()
    box.setObjectName(name)
    for known, title in format_titles().items():
        box.addItem(title, known)
    return box


def free_folder(path: Path) -> Path:
    """Return the path, or the first of it with a number at its end that is not there yet."""
    number, candidate = 2, path
    while candidate.exists():
        candidate = path.with_name(f"{path.name}-{number}")
        number += 1
    return candidate
