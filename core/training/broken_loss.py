"""A loss that is no number: the batch that gave it is kept as it was learned from, to be looked at."""

import json
import math
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from torch import Tensor

from core.errors import TrainingError
from core.files import write_atomic
from core.inference.model_folder import name_for
from core.training.crew import Crew
from core.training.events import LossBroke
from core.training.journal import Journal
from core.training.learner import total
from core.training.run_folder import RunFolder
from core.training.samples import Batch


def check_loss(
    losses: Mapping[str, Tensor], batch: Batch, step: int, run: RunFolder, journal: Journal, crew: Crew
) -> float:
    """Return the sum of the losses as a number, the mean of all processes'.

    Raises:
        TrainingError: it is none, so that the weights would be spoilt for good; the part of the batch that broke it is
            saved, and the event said, before any of the processes ends.
        WriteError: it cannot be saved.
    """
    own = total(losses, batch)
    value = crew.mean(own)
    if math.isfinite(value):
        return value
    broken_here = not math.isfinite(own)
    if broken_here:
        values = {name: float(loss.detach()) for name, loss in losses.items()}
        pictures = save_batch(run.broken_path, batch, values, step)
        journal.say(LossBroke(step=step, loss=str(own), names=batch.names, pictures=pictures))
    crew.wait()
    if broken_here:
        raise TrainingError(
            f"The loss is {value} at step {step} (images {_some(batch.names)}): look whether these images are sound, "
            "or start again with a lower learning rate."
        )
    raise TrainingError(
        f"The loss is {value} at step {step} in another of the run's processes: look whether the images in its folder "
        f"'{run.broken_path.name}' are sound, or start again with a lower learning rate."
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
