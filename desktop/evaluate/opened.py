"""An evaluation with all that the page shows of it, worked out in the background."""

from dataclasses import dataclass, replace
from typing import Any

from core.inference.model_folder import ModelFolder
from core.inference.model_use import ModelUse
from core.review.evaluation.confusion import Confusion
from core.review.evaluation.judges import Judge
from core.review.evaluation.mistakes import Mistake
from core.review.evaluation.results import ALL_LABELLED, Evaluation, is_stale, kept, path_of
from core.voc.dataset import Dataset


@dataclass(frozen=True, kw_only=True)
class Opened:
    """An evaluation at a threshold. ``learned_from``: it is of the very set that the model learned from, or of all."""

    evaluation: Evaluation
    judge: Judge[Any]
    stale: bool
    learned_from: bool
    threshold: float
    confusion: Confusion
    mistakes: tuple[Mistake, ...]

    def at(self, threshold: float) -> "Opened":
        """Return it at another threshold; not on the main thread."""
        return replace(
            self,
            threshold=threshold,
            confusion=self.judge.confusion(threshold),
            mistakes=tuple(self.judge.mistakes(threshold)),
        )


def opened(evaluation: Evaluation, model_folder: ModelFolder, *, stale: bool) -> Opened:
    """Return an evaluation at the model's own threshold, or the best one where it has none; not on the main thread.

    Raises:
        ModelFolderError: what was chosen for the model's use cannot be read.
    """
    judge = evaluation.judge()
    _ = judge.curves, judge.calibration, judge.label_errors  # worked out now rather than on the main thread
    own = ModelUse.read(model_folder.path).threshold
    # As a person sets it: what is shown is then the very figure that it was worked out with.
    threshold = min(max(round(own if own is not None else judge.best_threshold, 2), 0.01), 0.99)
    return Opened(
        evaluation=evaluation,
        judge=judge,
        stale=stale,
        learned_from=evaluation.header.image_set in (ALL_LABELLED, model_folder.card.spec.get("train_set", "train")),
        threshold=threshold,
        confusion=judge.confusion(threshold),
        mistakes=tuple(judge.mistakes(threshold)),
    )


def open_kept(dataset: Dataset, model_folder: ModelFolder, image_set: str) -> Opened | None:
    """Return what was kept of a version on a set; None where there is nothing. Not on the main thread.

    Raises:
        DatasetError: the set is gone.
        ModelFolderError: what was chosen for the model's use cannot be read.
    """
    evaluation = kept(path_of(dataset, model_folder, image_set))
    if evaluation is None:
        return None
    return opened(evaluation, model_folder, stale=is_stale(dataset, model_folder, evaluation.header))
