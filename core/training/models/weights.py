"""Weights to start from: a file on this computer, or torchvision's own from the network."""

import os
import pickle
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import torch
from safetensors import SafetensorError
from safetensors.torch import load_file
from torch import Tensor, nn

from core.errors import WeightsError

MIRROR_VARIABLE = "ANNOTRAIN_WEIGHTS_URL"
PATIENCE_S = 20.0  # without a byte from the network
ENOUGH = 0.5  # the share of a backbone's numbers that a file has to hold, to be taken for that model's


def download(url: str, report: Callable[[str], None]) -> dict[str, Tensor]:
    """Return the weights at ``url``, kept in torch's cache and proved by the hash in the file's name.

    The environment variable ANNOTRAIN_WEIGHTS_URL may name another folder address that holds the same file.

    Raises:
        WeightsError: no network, a silent server, or a file that is not the one meant.

    """
    name = url.rsplit("/", 1)[1]
    mirror = os.environ.get(MIRROR_VARIABLE)
    address = f"{mirror.rstrip('/')}/{name}" if mirror else url
    report(f"Fetching the pretrained weights {name} (kept in {torch.hub.get_dir()})")
    try:
        with _patience(PATIENCE_S):
            state: dict[str, Tensor] = torch.hub.load_state_dict_from_url(
                address, map_location="cpu", check_hash=True, weights_only=True
            )
    except (OSError, RuntimeError, pickle.UnpicklingError) as error:
        raise WeightsError(
            f"The pretrained weights could not be fetched from {address} ({error}): connect to the network, name a "
            f"weights file, set {MIRROR_VARIABLE} to a mirror, or train from random weights."
        ) from error
    return state


@contextmanager
def _patience(seconds: float) -> Iterator[None]:
    before = socket.getdefaulttimeout()
    socket.setdefaulttimeout(seconds)  # torch.hub offers no timeout of its own
    try:
        yield
    finally:
        socket.setdefaulttimeout(before)


def read(path: Path) -> dict[str, Tensor]:
    """Return the tensors of a .safetensors file, or of a .pth file of tensors alone (nothing in it is executed).

    Raises:
        WeightsError: the file is not there or holds something else.

    """
    try:
        if path.suffix == ".safetensors":
            return load_file(path)
        state = torch.load(path, map_location="cpu", weights_only=True)
    except (OSError, RuntimeError, EOFError, pickle.UnpicklingError, SafetensorError) as error:
        raise WeightsError(f"{path}: no weights could be read ({error}): name a .safetensors or .pth file.") from error
    if not isinstance(state, dict) or not all(isinstance(value, Tensor) for value in state.values()):
        raise WeightsError(f"{path}: holds no plain table of weights: name a .safetensors or .pth file with one.")
    return state


def take_over(model: nn.Module, state: dict[str, Tensor], source: str, report: Callable[[str], None]) -> None:
    """Load every tensor of ``state`` that the model has by the same name and shape; the rest stays random.

    So a file of a model with other labels gives all but its last layers.

    Raises:
        WeightsError: less than half of the model's backbone is in it, so it belongs to another kind of model.

    """
    own = model.state_dict()
    fitting = {name: value for name, value in state.items() if name in own and own[name].shape == value.shape}
    wanted = sum(value.numel() for name, value in own.items() if name.startswith("backbone."))
    given = sum(value.numel() for name, value in fitting.items() if name.startswith("backbone."))
    if given < ENOUGH * wanted:
        raise WeightsError(f"{source} belongs to another kind of model: choose the model that it was made for.")
    model.load_state_dict(fitting, strict=False)
    report(f"Starting from {source}: {len(fitting)} of {len(own)} tensors fit")
