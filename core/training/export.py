"""From a run's best weights to a published model, proved by the very predictor that will use it."""

import os
import shutil
import warnings
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch.jit._trace import TracerWarning

from core.errors import ExportError, RunFolderError, WriteError
from core.files import write_atomic
from core.images import read_rgb
from core.inference.embedding import EMBEDDING
from core.inference.model_card import ModelCard
from core.inference.model_folder import CARD, ONNX, SPLIT, WEIGHTS, ModelFolder, next_version
from core.inference.predictor import Predictor, fittings_of
from core.tasks import Task, task_named
from core.tasks.fitting import to_batch
from core.training import checkpoints, provenance
from core.training.checkpoints import Checkpoint
from core.training.embedding import WithEmbedding
from core.training.models import Network, NetworkPlan, build
from core.training.models.weights import read as read_weights
from core.training.run_folder import RunFolder
from core.training.spec import Spec, kind_of
from core.training.subject import Subject
from core.voc.dataset import Dataset

PROOF_IMAGES = 8


def publish_run(run: RunFolder) -> ModelFolder:
    """Publish the best weights of a run so far as the next version of its model.

    The folder is made under another name beside its place, proved, and takes its name in one step.

    Raises:
        RunFolderError: the run has no weights yet, or is one to be thrown away.
        ExportError: the exported network does not say what the trained one says.
        WriteError: the models' folder cannot be written.
    """
    spec = run.spec
    if spec.throw_away:
        raise RunFolderError(f"{run.path}: is a throw-away run and never published; train again without that mark.")
    saved = checkpoints.read(run.checkpoint_path)
    if saved is None or not run.best_path.exists():
        raise RunFolderError(f"{run.path}: has no weights yet; let it train for one epoch at least.")
    dataset = Dataset.open(run.dataset_root)
    network = trained_network(run, spec, saved)
    home = dataset.models_folder / spec.name
    draft = home / f".draft-{run.id}-{os.getpid()}"  # another process may publish the same run
    try:
        draft.mkdir(parents=True, exist_ok=True)
        write_onnx(network, task_named(spec.task), saved.subject.input_size, draft / ONNX)
        shutil.copyfile(run.best_path, draft / WEIGHTS)
        write_atomic(draft / SPLIT, provenance.split_file(saved.subject))
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
    network = build(spec.model, plan_of(spec, subject), weights=None, report=_nothing)
    network.load_state_dict(read_weights(run.best_path))
    return network.eval()


def plan_of(spec: Spec, subject: Subject) -> NetworkPlan:
    """Return what the network of a run has to be like."""
    return NetworkPlan(
        label_count=len(subject.labels),
        input_size=subject.input_size,
        backbone=spec.backbone,
        anchors=subject.anchors,
        label_weights=subject.label_weights,
        exclusive=subject.exclusive,
    )


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
        region=spec.region,
        tiles=spec.tiles,
        overlap=spec.overlap,
        anchors=subject.anchors,
        exclusive=subject.exclusive,
        metrics=saved.progress.card_metrics,
        dataset_hash=subject.dataset_hash,
        train_images=len(subject.train),
        split=provenance.split_of(spec, subject),
        packages=provenance.packages(),
        parent=spec.continue_from,
        run=run.id,
        spec=spec.model_dump(mode="json"),
        created=datetime.now(UTC).isoformat(),
    )


def write_onnx(network: Network, task: Task[Any, Any], input_size: tuple[int, int], path: Path) -> None:
    """Write the network for ONNX Runtime: ``images`` (N, 3, h, w) to the task's outputs, and its ``embedding`` (N, D).

    N is free, or 1 where the network takes one picture at a time. By torch's older exporter: the newer one fails on
    detectors (torch 2.15).
    """
    example = torch.zeros(2 if network.batch_free else 1, 3, *input_size)
    names = [*task.outputs, EMBEDDING]
    axes = (
        {name: {0: "batch"} for name in ("images", *names)}
        if network.batch_free
        else {name: {1: "found"} for name in task.outputs}
    )
    with warnings.catch_warnings():
        # It is old and says so; and it says that sizes become constants, which they are meant to.
        warnings.simplefilter("ignore", DeprecationWarning)
        warnings.simplefilter("ignore", FutureWarning)
        warnings.simplefilter("ignore", TracerWarning)
        warnings.filterwarnings("ignore", category=UserWarning, module=r"torch\.onnx")
        torch.onnx.export(
            WithEmbedding(network),
            (example,),
            str(path),
            dynamo=False,
            opset_version=17,
            input_names=["images"],
            output_names=names,
            dynamic_axes=axes,
        )


@torch.no_grad()
def prove(network: Network, model_folder: ModelFolder, pictures: Sequence[NDArray[np.uint8]]) -> None:
    """Return if both networks say the same of the pictures, uint8 (H, W, 3), as far as a person would see it.

    Raises:
        ExportError: they do not.
    """
    predictor = Predictor(model_folder)
    for number, picture in enumerate(pictures):
        for fitting in fittings_of(model_folder.card, (picture.shape[1], picture.shape[0])):
            batch = to_batch([fitting.fitted(picture)])
            trained = [output[0].numpy() for output in network(torch.from_numpy(batch))]
            exported = [output[0] for output in predictor.answers(batch).outputs]
            if words := predictor.task.difference(trained, exported, fitting):
                raise ExportError(
                    f"The exported network does not say what the trained one says of proof image {number + 1}: "
                    f"{words}; nothing is published."
                )


def _nothing(_text: str) -> None:
    """Take what nobody needs to hear."""
