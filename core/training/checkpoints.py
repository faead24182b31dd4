"""Everything that a run needs to go on as if it had never been interrupted, in one file that is replaced as a whole."""

import io
import pickle
import random
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import torch
from safetensors.torch import save as to_safetensors
from torch import Tensor, nn

from core.errors import RunFolderError
from core.files import write_atomic
from core.training.progress import Progress
from core.training.subject import Subject

_UNPICKLING_ERRORS = (RuntimeError, EOFError, pickle.UnpicklingError, LookupError, AttributeError)


@dataclass(frozen=True)
class Checkpoint:
    """What the file holds: the subject, the progress, and the states by name (``network``, ``optimizer``, ...).

    ``random`` are the states of all random number generators, as they are when it is made.
    """

    subject: Subject
    progress: Progress
    states: dict[str, Any]
    random: dict[str, Any] = field(default_factory=lambda: random_states())


def write(path: Path, checkpoint: Checkpoint) -> None:
    """Replace the checkpoint at ``path``, random number generators included.

    Raises:
        WriteError: the disk is full or the folder cannot be written; the old one is still whole.
    """
    content = {
        "format": 2,
        "subject": asdict(checkpoint.subject),
        "progress": asdict(checkpoint.progress),
        "states": checkpoint.states,
        "random": checkpoint.random,
    }
    buffer = io.BytesIO()
    torch.save(content, buffer)
    write_atomic(path, buffer.getvalue())


def write_weights(path: Path, network: nn.Module) -> None:
    """Replace the safetensors file at ``path`` by the network's weights and buffers.

    Raises:
        WriteError: the disk is full or the folder cannot be written; the old one is still whole.
    """
    write_atomic(path, to_safetensors({name: value.cpu().contiguous() for name, value in network.state_dict().items()}))


def read(path: Path) -> Checkpoint | None:
    """Return the checkpoint; None where there is none.

    Raises:
        RunFolderError: the file is not whole.
    """
    if not path.exists():
        return None
    try:
        content = torch.load(path, map_location="cpu", weights_only=True)
        subject, progress = _frozen(content["subject"]), _frozen(content["progress"])
        return Checkpoint(Subject(**subject), Progress(**progress), content["states"], content["random"])
    except (OSError, TypeError, ValueError, *_UNPICKLING_ERRORS) as error:
        raise RunFolderError(f"{path}: is not whole ({error}); remove it to begin the run anew.") from error


def _frozen(values: dict[str, Any]) -> dict[str, Any]:
    """Return the values of a dataclass with lists as the tuples that they were."""
    return {name: tuple(value) if isinstance(value, list) else value for name, value in values.items()}


def random_states() -> dict[str, Any]:
    """Return the states of Python's, numpy's and torch's generators as what torch loads without executing anything."""
    kind, keys, position, has_gauss, gauss = np.random.get_state(legacy=True)  # noqa: NPY002  # whatever a library uses
    return {
        "python": random.getstate(),
        "numpy": (str(kind), [int(key) for key in keys], int(position), int(has_gauss), float(gauss)),
        "torch": torch.get_rng_state(),
        "cuda": torch.cuda.get_rng_state_all() if torch.cuda.is_available() else [],
        "mps": [torch.mps.get_rng_state()] if torch.backends.mps.is_available() else [],
    }


def set_random_states(states: dict[str, Any]) -> None:
    """Set the generators as :func:`random_states` found them; last of all, for making a network draws numbers too."""
    version, words, gauss = states["python"]
    random.setstate((version, tuple(words), gauss))
    kind, keys, position, has_gauss, cached = states["numpy"]
    np.random.set_state((kind, np.array(keys, np.uint32), position, has_gauss, cached))  # noqa: NPY002
    torch.set_rng_state(states["torch"])
    cuda: list[Tensor] = states["cuda"]
    if len(cuda) == torch.cuda.device_count():
        torch.cuda.set_rng_state_all(cuda)
    for state in states.get("mps", []) if torch.backends.mps.is_available() else []:
        torch.mps.set_rng_state(state)
