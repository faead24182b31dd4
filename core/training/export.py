"""From a run's best weights to a published model, proved by the very predictor that will use it."""

import os
import shutil
import warnings
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch.jit._trace import TracerWarning

from core.errors import ExportError, RunFolderError, WriteError
from core.files import write_atomic
from core.images import read_rgb
from core.inference.model_card import ModelCard
from core.inference.model_folder import CARD, ONNX, WEIGHTS, ModelFolder, next_version
from core.inference.predictor import Predictor, select
from core.inference.preprocess import fit, to_batch
from core.training import checkpoints
from core.training.checkpoints import Checkpoint
from core.training.models import Network, NetworkPlan, build
from core.training.models.weights import read as read_weights
from core.training.run_folder import RunFolder
from core.training.spec import Spec, kind_of
from core.voc.dataset import Dataset

SURE = 0.3
"""What scores this or more must be found by both networks."""
BOX_TOLERANCE_PX = 1.0
SCORE_TOLERANCE = 0.01
PROOF_IMAGES = 8

Outputs = tuple[NDArray[np.float32], NDArray[np.float32]]


def publish_run(run: RunFolder) -> ModelFolder:
    """Publish the best weights of a run so far as the next version of its model.

    The folder is made under another name beside its place, proved, and takes its name in one step.

    Raises:
        RunFolderError: the run has no weights yet.
        ExportError: the exported network does not say what the trained one says.
        WriteError: the models' folder cannot be written.
    """
    saved = checkpoints.read(run.checkpoint_path)
    if saved is None or not run.best_path.exists():
        raise RunFolderError(f"{run.path}: has no weights yet; let it train for one epoch at least.")
    spec, dataset = run.spec, Dataset.open(run.dataset_root)
    network = trained_network(run, spec, saved)
    home = dataset.models_folder / spec.name
    draft = home / f".draft-{run.id}-{os.getpid()}"  # another process may publish the same run
    try:
        draft.mkdir(parents=True, exist_ok=True)
        write_onnx(network, saved.subject.input_size, draft / ONNX)
        shutil.copyfile(run.best_path, draft / WEIGHTS)
        images = [dataset.entry(name).path for name in (saved.subject.val or saved.subject.train)[:PROOF_IMAGES]]
        while True:
            version = next_version(dataset.models_folder, spec.name)
            write_atomic(draft / CARD, card_of(run, spec, saved, version).model_dump_json(indent=2).encode())
            prove(network, ModelFolder.open(draft), [read_rgb(path) for path in images])
            place = home / f"v{version}"
            if not place.exists():
                draft.rename(place)
                return ModelFolder.open(place)
    except OSError as error:
        raise WriteError(home, error.strerror or str(error)) from error
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def trained_network(run: RunFolder, spec: Spec, saved: Checkpoint) -> Network:
    """Return the network with the run's best weights, ready to predict."""
    subject = saved.subject
    plan = NetworkPlan(label_count=len(subject.labels), input_size=subject.input_size)
    network = build(spec.model, plan, weights=None, report=_nothing)
    network.load_state_dict(read_weights(run.best_path))
    return network.eval()


def card_of(run: RunFolder, spec: Spec, saved: Checkpoint, version: int) -> ModelCard:
    """Return what there is to say of the model."""
    subject = saved.subject
    return ModelCard(
        name=spec.name,
        version=version,
        task=kind_of(spec.model).task,
        model=spec.model,
        labels=subject.labels,
        input_size=subject.input_size,
        metrics=saved.progress.card_metrics,
        dataset_hash=subject.dataset_hash,
        train_images=len(subject.train),
        parent=spec.continue_from,
        run=run.id,
        spec=spec.model_dump(mode="json"),
        created=datetime.now(UTC).isoformat(),
    )


def write_onnx(network: Network, input_size: tuple[int, int], path: Path) -> None:
    """Write the network for ONNX Runtime: ``images`` (N, 3, h, w) to ``scores`` and ``boxes``, N free.

    By torch's older exporter: the newer one fails on detectors (torch 2.15).
    """
    example = torch.zeros(2, 3, *input_size)
    outputs = ["scores", "boxes"]
    with warnings.catch_warnings():
        # It is old and says so; and it says that sizes become constants, which they are meant to.
        warnings.simplefilter("ignore", DeprecationWarning)
        warnings.simplefilter("ignore", TracerWarning)
        torch.onnx.export(
            network,
            (example,),
            str(path),
            dynamo=False,
            opset_version=17,
            input_names=["images"],
            output_names=outputs,
            dynamic_axes={name: {0: "batch"} for name in ("images", *outputs)},
        )


@torch.no_grad()
def prove(network: Network, model_folder: ModelFolder, pictures: Sequence[NDArray[np.uint8]]) -> None:
    """Return if both networks find the same on the pictures, uint8 (H, W, 3).

    What one finds with a score of ``SURE`` or more the other must find too, its box within one pixel of the picture
    and its score within a hundredth. Partners are sought among all places, before overlapping ones are dropped: of two
    that score alike either may be dropped, and that is no difference of the networks.

    Raises:
        ExportError: they do not.
    """
    predictor = Predictor(model_folder)
    for number, picture in enumerate(pictures):
        fitted, scale = fit(picture, model_folder.card.input_size)
        batch = to_batch([fitted])
        trained = tuple(output[0].numpy() for output in network(torch.from_numpy(batch)))
        exported = tuple(output[0] for output in predictor.answers(batch))
        for ours, theirs in ((trained, exported), (exported, trained)):
            _seek_partners((ours[0], ours[1] / scale), (theirs[0], theirs[1] / scale), picture, number)


def _seek_partners(ours: Outputs, theirs: Outputs, picture: NDArray[np.uint8], number: int) -> None:
    """Return if each thing that ``ours`` finds has its like among the scores (A, C) and boxes (A, 4) of ``theirs``."""
    limit = np.array([picture.shape[1], picture.shape[0]] * 2, np.float32)
    boxes = np.clip(theirs[1], 0, limit)
    found = select(*ours, picture.shape[:2], SURE)
    for box, score, label in zip(found.boxes, found.scores, found.labels, strict=True):
        near = np.abs(boxes - box).max(axis=1) <= BOX_TOLERANCE_PX
        alike = np.abs(theirs[0][:, label] - score) <= SCORE_TOLERANCE
        if not (near & alike).any():
            raise ExportError(
                f"The exported network does not say what the trained one says of proof image {number + 1}: "
                f"a box at {box.round().astype(int).tolist()} with score {score:.2f} has no like; nothing is published."
            )


def _nothing(_text: str) -> None:
    """Take what nobody needs to hear."""
