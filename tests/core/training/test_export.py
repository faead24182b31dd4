"""Publishing: what is exported is proved on real images, or refused."""

from pathlib import Path

import numpy as np
import onnx
import pytest
import torch
from onnx import numpy_helper

from core.errors import ExportError, RunFolderError
from core.images import read_rgb
from core.inference.model_folder import CARD, ONNX, ModelFolder, list_models
from core.inference.predictor import Predictor
from core.tasks import detection
from core.tasks.fitting import to_batch
from core.training import checkpoints
from core.training.export import prove, publish_run, trained_network
from core.training.journal import Journal
from core.training.models import Network
from core.training.run_folder import RunFolder
from core.training.start import new_run
from core.training.teaching import teach
from core.voc.dataset import Dataset
from tests.core.training.conftest import draw_dataset, tiny_spec

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory) -> RunFolder:
    """A run of enough epochs to be sure of something."""
    dataset = draw_dataset(tmp_path_factory.mktemp("trained") / "parts")
    run = new_run(
        dataset,
        tiny_spec(epochs=1, repeats=32, batch_size=4, image_size=64, average=0, learning_rate=4e-3, warmup_steps=10),
    )
    teach(run, Journal(run))
    return run


@pytest.fixture
def model(trained: RunFolder) -> ModelFolder:
    return ModelFolder.find(Dataset.open(trained.dataset_root).models_folder, "tiny@1")


@pytest.fixture
def network(trained: RunFolder) -> Network:
    saved = checkpoints.read(trained.checkpoint_path)
    assert saved is not None
    return trained_network(trained, trained.spec, saved)


@pytest.fixture
def pictures(trained: RunFolder) -> list[np.ndarray]:
    return [read_rgb(entry.path) for entry in Dataset.open(trained.dataset_root).entries]


def perturbed(model: ModelFolder, folder: Path, output: str, operation: str, value: float) -> ModelFolder:
    """Return a copy of the model with an operation more behind one of its outputs."""
    proto = onnx.load(model.onnx_path)
    for node in proto.graph.node:
        node.output[:] = [f"{name} before" if name == output else name for name in node.output]
        node.input[:] = [f"{name} before" if name == output else name for name in node.input]
    proto.graph.initializer.append(numpy_helper.from_array(np.array(value, np.float32), "change"))
    proto.graph.node.append(onnx.helper.make_node(operation, [f"{output} before", "change"], [output]))
    onnx.save(proto, folder / ONNX)
    (folder / CARD).write_bytes((model.path / CARD).read_bytes())
    return ModelFolder.open(folder)


def test_both_networks_agree_in_batches_of_any_size(
    model: ModelFolder, network: Network, pictures: list[np.ndarray]
) -> None:
    predictor = Predictor(model)
    assert any(len(found.scores) for found in predictor.predict(pictures, detection.SURE)), (
        "trained too little to prove"
    )
    for count in (1, 3, 8):
        batch = to_batch(
            [one.fitted(picture) for picture in pictures[:count] for one in predictor.fittings(picture.shape[1::-1])]
        )
        with torch.no_grad():
            scores, boxes = (output.numpy() for output in network(torch.from_numpy(batch)))
        ours, theirs = predictor.answers(batch).outputs
        np.testing.assert_allclose(ours, scores, atol=1e-4)
        np.testing.assert_allclose(theirs, boxes, atol=1e-2, rtol=1e-5)
    prove(network, model, pictures)


@pytest.mark.parametrize(
    ("output", "operation", "value"),
    [("boxes", "Add", 1.5), ("scores", "Add", 0.02), ("scores", "Mul", 0.0), ("scores", "Max", 0.5)],
)
def test_a_network_that_says_something_else_is_refused(
    output: str,
    operation: str,
    value: float,
    model: ModelFolder,
    network: Network,
    pictures: list[np.ndarray],
    tmp_path: Path,
) -> None:
    with pytest.raises(ExportError, match="nothing is published"):
        prove(network, perturbed(model, tmp_path, output, operation, value), pictures)


@pytest.mark.parametrize(("output", "value"), [("boxes", 0.1), ("scores", 0.001)])
def test_differences_of_rounding_are_let_pass(
    output: str, value: float, model: ModelFolder, network: Network, pictures: list[np.ndarray], tmp_path: Path
) -> None:
    prove(network, perturbed(model, tmp_path, output, "Add", value), pictures)


def test_a_refused_export_leaves_nothing_behind(trained: RunFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    models_folder = Dataset.open(trained.dataset_root).models_folder
    before = [model.reference for model in list_models(models_folder)]
    monkeypatch.setattr(detection, "SCORE_TOLERANCE", -1.0)
    with pytest.raises(ExportError):
        publish_run(trained)
    assert [model.reference for model in list_models(models_folder)] == before
    assert not list((models_folder / "tiny").glob(".*"))


def test_a_run_can_be_published_again_as_the_next_version(trained: RunFolder) -> None:
    first = publish_run(trained)
    second = publish_run(trained)
    assert second.card.version == first.card.version + 1
    assert second.card.dataset_hash == first.card.dataset_hash
    assert second.weights_path.read_bytes() == first.weights_path.read_bytes()


def test_a_run_without_weights_cannot_be_published(dataset: Dataset) -> None:
    with pytest.raises(RunFolderError, match="no weights yet"):
        publish_run(new_run(dataset, tiny_spec()))
