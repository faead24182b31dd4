"""A loss or a gradient that is no number: the batch that gave it is kept as it was learned from, to be looked at."""

import json
import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from torch import Tensor

from core.errors import TrainingError
from core.files import write_atomic
from core.inference.model_folder import name_for
from core.training.batches import Batch
from core.training.crew import Crew
from core.training.events import LossBroke
from core.training.journal import Journal
from core.training.learner import Judge, total
from core.training.progress import Progress
from core.training.run_folder import RunFolder


class StrictJudge(Judge):
    """Ends a run before a loss or a gradient that is no number spoils its weights for good.

    The part of the batch that broke it is saved, and the event said, before any of the run's processes ends.
    """

    def __init__(self, progress: Progress, run: RunFolder, journal: Journal, crew: Crew) -> None:
        self._progress = progress
        self._run = run
        self._journal = journal
        self._crew = crew

    def loss(self, losses: Mapping[str, Tensor], batch: Batch) -> float:
        """Return the sum of the losses as a number, the mean of all processes'.

        Raises:
            TrainingError: it is none.
            WriteError: the batch cannot be saved.
        """
        own = total(losses)
        value = self._crew.mean(own)
        if not math.isfinite(value):
            broken_here = not math.isfinite(own)
            if broken_here:
                self._save(losses, batch, LossBroke(step=self._step, loss=str(own), names=(), pictures=()))
            self._crew.wait()
            raise _loss_error(value, self._step, batch) if broken_here else self._elsewhere()
        return value

    def gradient(self, length: Tensor, losses: Mapping[str, Tensor], batch: Batch, alone: Callable[[], bool]) -> None:
        """Return if the gradient's length is a number.

        Raises:
            TrainingError: it is none; the next loss would be none, and another batch be blamed.
            WriteError: the batch cannot be saved.
        """
        value = float(length)
        if math.isfinite(value):
            return
        crew = self._crew
        broken_here = crew.count == 1 or alone()
        if crew.count > 1 and crew.mean(broken_here) == 0:
            broken_here = crew.leads  # together only: nobody can say who
        if broken_here:
            event = LossBroke(step=self._step, loss=str(value), names=(), pictures=(), of_gradient=True)
            self._save(losses, batch, event)
        crew.wait()
        raise _gradient_error(value, self._step, batch) if broken_here else self._elsewhere()

    def _elsewhere(self) -> TrainingError:
        """Return the error that another process has said what broke."""
        return TrainingError(
            f"The loss or its gradient is no number at step {self._step} in another of the run's processes: look "
            f"whether the images in its folder '{self._run.broken_path.name}' are sound, or start again with a lower "
            "learning rate."
        )

    @property
    def _step(self) -> int:
        """The number of the step that is being made."""
        return self._progress.step + 1

    def _save(self, losses: Mapping[str, Tensor], batch: Batch, event: LossBroke) -> None:
        """Keep the batch and say the event, with the names that it lacks."""
        values = {name: float(loss.detach()) for name, loss in losses.items()}
        pictures = save_batch(self._run.broken_path, batch, values, event.step)
        self._journal.say(replace(event, names=batch.names, pictures=pictures))


def _loss_error(value: float, step: int, batch: Batch) -> TrainingError:
    return TrainingError(
        f"The loss is {value} at step {step} (images {_some(batch.names)}): look whether these images are sound, or "
        "start again with a lower learning rate."
    )


def _gradient_error(value: float, step: int, batch: Batch) -> TrainingError:
    return TrainingError(
        f"The gradient is {value} at step {step} (images {_some(batch.names)}): look whether these images are sound, "
        "or start again with a lower learning rate."
    )


def _some(names: Sequence[str], count: int = 8) -> str:
    """Return the first names in a row."""
    return ", ".join([*names[:count], *(["…"] if len(names) > count else [])])


def save_batch(folder: Path, batch: Batch, losses: Mapping[str, float], step: int) -> tuple[str, ...]:
    """Write the batch's pictures as PNGs, as the network saw them, and its targets as ``batch.json``; return the names.

    Boxes are in pixels of these pictures. What an earlier loss left there is replaced.

    Raises:
        WriteError: the folder cannot be written.
    """
    names = []
    for number, (name, image) in enumerate(zip(batch.names, batch.images, strict=True)):
        rgb = (image.detach().float().cpu().permute(1, 2, 0).numpy() * 255).round().clip(0, 255).astype(np.uint8)
        _, png = cv2.imencode(".png", np.ascontiguousarray(rgb[:, :, ::-1]))
        names.append(f"{number}-{name_for(name)}.png")
        write_atomic(folder / names[-1], png.tobytes())
    content = {
        "step": step,
        "losses": {name: str(value) for name, value in losses.items()},
        "pictures": [
            {"file": file, "image": image, **_small(target)}
            for file, image, target in zip(names, batch.names, batch.targets, strict=True)
        ],
    }
    write_atomic(folder / "batch.json", json.dumps(content, indent=1, ensure_ascii=False).encode())
    return tuple(names)


def _small(target: Mapping[str, Tensor]) -> dict[str, Any]:
    """Return what of a target can be read as text; masks and maps are seen in the dataset."""
    return {name: target[name].tolist() for name in ("boxes", "labels", "tags") if name in target}
