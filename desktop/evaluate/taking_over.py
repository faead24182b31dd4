"""Takes over the model's view of a probable label error, as an edit of its image that can be undone."""

from PySide6.QtCore import QObject, Signal

from core.geometry import Mask
from core.inference.model_folder import ModelFolder
from core.review.evaluation.accepting import models_outline, needs_outline, with_models_view
from core.review.evaluation.label_errors import LabelError
from core.voc.dataset import Dataset
from desktop.annotate.page import AnnotatePage
from desktop.evaluate.findings import Finding
from desktop.evaluate.opened import Opened
from desktop.jobs.executor import Executor


class TakingOver(QObject):
    """Edits the images; a model is asked for its outline first where it has one, on the ``executor``'s threads."""

    done = Signal(object)  # Finding
    said = Signal(str)
    warned = Signal(str)
    failed = Signal(object)

    def __init__(self, annotate: AnnotatePage, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._annotate = annotate

    def accept(self, finding: Finding, found: Opened, model: ModelFolder, dataset: Dataset, executor: Executor) -> None:
        """Take over what ``model`` sees, as the evaluation ``found`` of it says; another may be shown by then."""
        error = finding.source
        if not isinstance(error, LabelError):
            return
        if finding.image not in dataset:
            self.warned.emit(self.tr("The image is gone: evaluate again."))
            return
        if not needs_outline(error, found.evaluation.header.task):
            self._edit(finding, error, found, None)
            return
        picture = dataset.entry(finding.image).path
        self.said.emit(self.tr("Asking {model} for the outline…").format(model=model.reference))
        executor.submit(
            lambda: models_outline(ModelFolder.open(model.path), picture, error),  # as it is used now
            lambda outline: self._edit(finding, error, found, outline, outlined=True),
            self.failed.emit,
            key="outline",
            owner=self,
        )

    def _edit(
        self, finding: Finding, error: LabelError, found: Opened, outline: Mask | None, *, outlined: bool = False
    ) -> None:
        """Edit the image of a probable label error; where an outline is due, a box is none."""
        self._annotate.show_image(finding.image)
        document = self._annotate.document
        document.read_now()
        now = document.annotation
        due = now is not None and (outline is not None or not outlined)
        changed = with_models_view(now, error, found.judge.labels, outline) if due else None
        if changed is None:
            self.warned.emit(
                self.tr("{image} was changed since, or its outline needs a hand: open it, or evaluate again.").format(
                    image=finding.image
                )
            )
            return
        if document.edit(self.tr("Take over the model's view"), lambda _annotation: changed):
            self.done.emit(finding)
            self.said.emit(self.tr("{image} was changed; Undo there takes it back.").format(image=finding.image))
