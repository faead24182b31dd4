"""When it is time to train again: after so many new images, after so many days, or when the camera has changed."""

import json
from collections.abc import Collection, Iterable
from dataclasses import asdict, dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from core.errors import DatasetError, ModelFolderError
from core.files import write_atomic
from core.inference.model_folder import ModelFolder
from core.review.drift.checking import Checked
from core.review.drift.reference import Learned
from core.review.drift.values import Level
from core.training.sources import FROM_PIXELS
from core.voc.dataset import Dataset
from core.voc.given_labels import GivenLabels
from core.voc.held_out import not_for_measuring
from core.voc.index import ImageSummary

FILE = "retraining.json"


@dataclass(frozen=True, kw_only=True)
class Rules:
    """What a person chose for a dataset; None, or False, where a rule is off.

    ``images`` newly labelled ones, or ``days`` since the version in use was made, or drift, are a reason to train.
    """

    images: int | None = 50
    days: int | None = None
    on_drift: bool = True

    @classmethod
    def of(cls, dataset: Dataset) -> "Rules":
        """Read the dataset's rules; the usual ones where nobody has chosen any.

        Raises:
            DatasetError: what was chosen cannot be read.
        """
        path = _path(dataset)
        try:
            said = json.loads(path.read_bytes())
            return cls(images=_number(said["images"]), days=_number(said["days"]), on_drift=bool(said["on_drift"]))
        except FileNotFoundError:
            return cls()
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise DatasetError(f"{path}: cannot be read ({error}); remove it to use the usual rules.") from error

    def save(self, dataset: Dataset) -> None:
        """Keep them in the dataset's own folder.

        Raises:
            WriteError: the folder cannot be written.
        """
        write_atomic(_path(dataset), json.dumps(asdict(self), indent=2).encode() + b"\n")


class Why(StrEnum):
    """A reason to train again."""

    IMAGES = "images"
    SCHEDULE = "schedule"
    DRIFT = "drift"


@dataclass(frozen=True, kw_only=True)
class Due:
    """How far each rule is for the version ``model``.

    ``images`` were labelled that it neither learned from nor was chosen by; it is ``days`` old; ``drift`` is what
    the last check for drift, if it was made for this version, found (None: it was not checked).
    """

    model: str
    rules: Rules
    images: int
    days: int
    drift: Level | None

    @property
    def reasons(self) -> tuple[Why, ...]:
        """Which rules say that it is time."""
        return tuple(
            why
            for why, is_due in (
                (Why.IMAGES, self.rules.images is not None and self.images >= self.rules.images),
                (Why.SCHEDULE, self.rules.days is not None and self.days >= self.rules.days),
                (Why.DRIFT, self.rules.on_drift and self.drift is Level.DRIFT),
            )
            if is_due
        )


def learnable(dataset: Dataset, summaries: Iterable[ImageSummary], task: str) -> list[str]:
    """Return those of the images that a training for the task can and may use.

    They are labelled in a way that the task learns from: by an annotation file, for pixels by a mask PNG as well, for
    whole images by tags or lists of classes. They are neither kept for the test nor in a frozen set, nor do they look
    like an image of such a set, as far as pictures are known. The others would be new to every version, so that it were
    always time.

    Raises:
        DatasetError: a list or a frozen set cannot be read.
    """
    from core.voc.splits import like_frozen  # not above: it would delay the window's start

    given = GivenLabels.of(dataset)
    labelled = [one.name for one in summaries if one.is_labelled and _answers(one, given, task)]
    alike = like_frozen(dataset, labelled, read=False)
    return [name for name in not_for_measuring(dataset, labelled) if name not in alike]


def _answers(one: ImageSummary, given: GivenLabels, task: str) -> bool:
    """Tell whether an image without problems says something that the task learns."""
    if task == "classification":
        return bool(one.tags) or one.name in given.tags
    return one.has_file or (task in FROM_PIXELS and one.name in given.masks)


def standing(
    folder: ModelFolder, rules: Rules, labelled: Collection[str], checked: Checked | None, now: datetime
) -> Due:
    """Return how far each rule is. ``labelled`` is what :func:`learnable` says, ``now`` a time with its zone."""
    drift = checked.drift if checked is not None and checked.drift.model == folder.reference else None
    return Due(
        model=folder.reference,
        rules=rules,
        images=_new_images(folder, labelled),
        days=max(0, (now - datetime.fromisoformat(folder.card.created)).days),
        drift=drift.level if drift is not None else None,
    )


def retraining_due(
    folder: ModelFolder, rules: Rules, labelled: Collection[str], checked: Checked | None, now: datetime
) -> Due | None:
    """Return why it is time to train again, None where it is not."""
    found = standing(folder, rules, labelled, checked, now)
    return found if found.reasons else None


def _new_images(folder: ModelFolder, labelled: Collection[str]) -> int:
    """Return how many were labelled since; of a version that does not name its images, by their number."""
    try:
        learned = Learned.by(folder)
    except ModelFolderError:
        return max(0, len(labelled) - folder.card.train_images)
    return len(set(labelled) - {*learned.train, *learned.val})


def _number(value: object) -> int | None:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int) or value < 1:
        raise ValueError(f"{value!r} is no number of 1 or more")
    return value


def _path(dataset: Dataset) -> Path:
    return dataset.program_folder / FILE
