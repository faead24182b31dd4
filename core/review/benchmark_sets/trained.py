"""A version as torch trained it, in the place of its ONNX network. Only a process of its own imports this module."""

from collections.abc import Sequence
from types import SimpleNamespace
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from core.errors import ModelFolderError, RunFolderError
from core.inference.model_folder import ModelFolder
from core.tasks import task_named
from core.training import checkpoints
from core.training.models import Network, NetworkPlan, build
from core.training.models.weights import read
from core.training.spec import Spec
from core.voc.dataset import Dataset


class TrainedSession:
    """Answers as ONNX Runtime's session does, so that all before and behind the network is the very same."""

    def __init__(self, network: Network, outputs: Sequence[str], input_size: tuple[int, int]) -> None:
        self._network, self._outputs = network, list(outputs)
        self._inputs = [SimpleNamespace(name="images", shape=["batch" if network.batch_free else 1, 3, *input_size])]

    def get_inputs(self) -> list[Any]:
        """Return what it takes: the pictures."""
        return self._inputs

    def get_outputs(self) -> list[Any]:
        """Return what it gives: the outputs of the task."""
        return [SimpleNamespace(name=name) for name in self._outputs]

    @torch.no_grad()
    def run(self, names: Sequence[str], feed: dict[str, NDArray[np.float32]]) -> list[NDArray[np.float32]]:
        """Return the outputs of these names for pictures (N, 3, h, w)."""
        given = dict(zip(self._outputs, self._network(torch.from_numpy(feed["images"])), strict=True))
        return [given[name].numpy() for name in names]


def open_trained(model: ModelFolder, dataset: Dataset, threads: int = 0) -> TrainedSession:
    """Return the version's network with the weights that were published, on the processor.

    Raises:
        ModelFolderError: its card does not say how the network is built, or the weights do not fit it.
        WeightsError: the weights cannot be read.
    """
    if threads:
        torch.set_num_threads(threads)
    card = model.card
    network = build(card.model, _plan(model, dataset), weights=None, report=_unheard)
    try:
        network.load_state_dict(read(model.weights_path))
    except RuntimeError as error:
        raise ModelFolderError(f"{model.weights_path}: does not fit the network of its card; train again.") from error
    return TrainedSession(network.eval(), list(task_named(card.task).outputs), card.input_size)


def _plan(model: ModelFolder, dataset: Dataset) -> NetworkPlan:
    card = model.card
    spec = Spec(**card.spec)
    anchors, exclusive = card.anchors, card.exclusive
    if exclusive is None:  # a card of before it was written there: the run may still know
        anchors, exclusive = _as_the_run_knows(model, dataset, spec)
    return NetworkPlan(
        label_count=len(card.labels),
        input_size=card.input_size,
        backbone=spec.backbone,
        anchors=anchors,
        exclusive=exclusive,
    )


def _as_the_run_knows(
    model: ModelFolder, dataset: Dataset, spec: Spec
) -> tuple[tuple[tuple[float, float], ...] | None, bool]:
    """Return the anchors, and whether tags exclude each other, of a version whose card does not say them.

    Raises:
        ModelFolderError: it matters, and its run is gone.
    """
    if not spec.fit_anchors and model.card.task != "classification":
        return None, False
    try:
        saved = checkpoints.read(dataset.runs_folder / (model.card.run or "") / "checkpoint.pt")
    except RunFolderError:
        saved = None
    if saved is None:
        raise ModelFolderError(
            f"{model.reference}: was made by an older program and its run is gone, so that its network cannot be built "
            "as it was trained: only the deployed one is measured."
        )
    return saved.subject.anchors, saved.subject.exclusive


def _unheard(_words: str) -> None:
    """Take what nobody needs to hear."""
