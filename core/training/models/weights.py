"""Weights to start from: the program's own, a file on this computer, or torchvision's from the network."""

import pickle
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from importlib.resources import as_file, files
from pathlib import Path

import torch
from safetensors import SafetensorError
from safetensors.torch import load_file
from torch import Tensor
from torchvision.models import get_weight

from core.errors import WeightsError
from core.training.model_kinds import ModelKind
from core.training.models.fetching import fetched
from core.training.models.network import LabelRows, Network

ENOUGH = 0.5  # the share of a backbone's numbers that a file has to hold, to be taken for that model's
NO_LABEL = "__background__"  # as torchvision's lists of labels say


def published(name: str, report: Callable[[str], None]) -> tuple[dict[str, Tensor], tuple[str, ...]]:
    """Return the weights that torchvision publishes by that name, and the labels that they know.

    Raises:
        WeightsError: they cannot be had.
    """
    weights = get_weight(name)
    return read(fetched(weights.url, report)), tuple(weights.meta["categories"])


def drawn(kind: ModelKind) -> dict[str, Tensor]:
    """Return the weights that travel with the program, learned from drawn pictures, under the names of that kind.

    Raises:
        WeightsError: the kind has no place for them, or the file is not there.
    """
    if not kind.drawn:
        raise WeightsError(f"No drawn weights fit the model {kind.name}: start from others, or from none.")
    with drawn_file() as path:
        if not path.exists():
            raise WeightsError(f"{path}: the built-in weights are not there: install the program again.")
        state = read(path)
    return {
        ours + name[len(theirs) :]: value
        for theirs, ours in kind.drawn.items()
        for name, value in state.items()
        if name.startswith(theirs)
    }


def drawn_file() -> AbstractContextManager[Path]:
    """Return the place of the weights learned from drawn pictures, as a file on disk; see packaging/pretrain.py."""
    return as_file(files("resources") / "weights" / "drawn.safetensors")


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


def take_over(
    network: Network,
    state: dict[str, Tensor],
    source: str,
    report: Callable[[str], None],
    labels: Sequence[str] = (),
    known: Sequence[str] = (),
) -> None:
    """Load every tensor of ``state`` that the network has by the same name and shape; the rest stays random.

    So a file of a network with other labels gives all but its output layers, and of these the rows of those of our
    ``labels`` that are among the labels ``known`` to the file.

    Raises:
        WeightsError: less than half of the network's backbone is in it, so it belongs to another kind of network.
    """
    own = network.state_dict()
    state = _in_our_names(network, state, own)
    fitting = _fitting(state, own)
    if _share(fitting, own) < ENOUGH:
        raise WeightsError(f"{source} belongs to another kind of model: choose the model that it was made for.")
    kept = _rows(network, state, own, labels, known) if labels and known else {}
    network.load_state_dict(fitting | kept, strict=False)
    report(f"Starting from {source}: {len(fitting.keys() | kept.keys())} of {len(own)} tensors fit")


def _in_our_names(network: Network, state: dict[str, Tensor], own: dict[str, Tensor]) -> dict[str, Tensor]:
    """Return the state with those of the network's aliases by which most of it fits."""
    readings = [state]
    for theirs, ours in network.aliases:
        readings.append({ours + name[len(theirs) :]: value for name, value in state.items() if name.startswith(theirs)})
    return max(readings, key=lambda reading: _share(_fitting(reading, own), own))


def _fitting(state: dict[str, Tensor], own: dict[str, Tensor]) -> dict[str, Tensor]:
    """Return the tensors that the network has by that name and shape."""
    return {name: value for name, value in state.items() if name in own and own[name].shape == value.shape}


def _share(fitting: dict[str, Tensor], own: dict[str, Tensor]) -> float:
    """Return how much of the network's backbone is given."""
    wanted = sum(value.numel() for name, value in own.items() if name.startswith("backbone."))
    return sum(value.numel() for name, value in fitting.items() if name.startswith("backbone.")) / wanted


def _rows(
    network: Network, state: dict[str, Tensor], own: dict[str, Tensor], labels: Sequence[str], known: Sequence[str]
) -> dict[str, Tensor]:
    """Return the output layers with the rows of the labels that the file knows, and of the background."""
    kept = {}
    for layer, rows in network.label_rows().items():
        for name in (f"{layer}.weight", f"{layer}.bias"):
            if name in state and name in own:
                merged = _merged(own[name], state[name], rows, labels, known)
                if merged is not None:
                    kept[name] = merged
    return kept


def _merged(own: Tensor, theirs: Tensor, rows: LabelRows, labels: Sequence[str], known: Sequence[str]) -> Tensor | None:
    """Return our tensor with the rows that theirs knows; None where the two are not alike but for the labels."""
    ours = list(labels)
    there = [name for name in known if not (rows.background and name == NO_LABEL)]
    if rows.background:
        ours, there = [NO_LABEL, *ours], [NO_LABEL, *there]
    if own.shape[1:] != theirs.shape[1:] or len(theirs) != rows.before * len(there) * rows.after:
        return None
    merged = own.clone().reshape(rows.before, len(ours), rows.after, -1)
    given = theirs.reshape(rows.before, len(there), rows.after, -1).to(merged.dtype)
    for place, name in enumerate(ours):
        if name in there:
            merged[:, place] = given[:, there.index(name)]
    return merged.reshape(own.shape)
