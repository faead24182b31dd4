"""The network as torch trained it answers in the place of the exported one."""

import json
from pathlib import Path

import numpy as np
import pytest
import torch
from safetensors.torch import save_file

from core.errors import ModelFolderError
from core.inference.model_folder import CARD, ONNX, WEIGHTS, ModelFolder
from core.inference.predictor import Predictor
from core.review.benchmark_sets.frozen import freeze
from core.review.benchmark_sets.measuring import measure_all
from core.review.benchmark_sets.pending import pending
from core.review.benchmark_sets.results import Which
from core.review.benchmark_sets.table import Table
from core.review.benchmark_sets.trained import open_trained
from core.tasks import task_named
from core.training.export import write_onnx
from core.training.models import NetworkPlan, build
from core.training.spec import Spec
from core.voc.dataset import Dataset
from tests.core.inference.conftest import INPUT_SIZE, card


@pytest.fixture
def model(dataset: Dataset) -> ModelFolder:
    """A compact detector with random weights, published as a run would."""
    torch.manual_seed(0)
    network = build("compact", NetworkPlan(label_count=1, input_size=INPUT_SIZE), weights=None, report=print).eval()
    folder = dataset.models_folder / "bright" / "v1"
    folder.mkdir(parents=True)
    spec = Spec.for_model(name="bright").model_dump(mode="json")
    (folder / CARD).write_text(card(model="compact", spec=spec, exclusive=False).model_dump_json())
    save_file(network.state_dict(), folder / WEIGHTS)
    write_onnx(network, task_named("detection"), INPUT_SIZE, folder / ONNX)
    return ModelFolder.open(folder)


def test_trained_and_deployed_are_measured_side_by_side(dataset: Dataset, model: ModelFolder) -> None:
    one, _ = freeze(dataset, "hard", ["c", "d"])
    waiting = pending(dataset, [one], [model])
    assert [item.which for item in waiting] == [Which.DEPLOYED, Which.TRAINED]
    measure_all(dataset, waiting, open_trained=lambda folder: open_trained(folder, dataset), threads=1)
    cell = Table.of(dataset, [model]).cell("bright@1", "hard")
    assert cell.results[Which.TRAINED].problem == ""
    assert cell.difference(Which.TRAINED) == pytest.approx(0, abs=1e-4)


def test_it_answers_what_the_exported_one_answers(dataset: Dataset, model: ModelFolder) -> None:
    batch = np.random.default_rng(0).random((3, 3, *INPUT_SIZE), np.float32)
    trained = Predictor(model, session=open_trained(model, dataset)).answers(batch).outputs
    for ours, theirs in zip(trained, Predictor(model, threads=1).answers(batch).outputs, strict=True):
        np.testing.assert_allclose(ours, theirs, atol=1e-3)


def test_a_card_that_does_not_say_how_it_was_built_is_told(dataset: Dataset, model: ModelFolder) -> None:
    said = json.loads((model.path / CARD).read_text())
    said |= {"exclusive": None, "spec": said["spec"] | {"fit_anchors": True}}
    (model.path / CARD).write_text(json.dumps(said))
    with pytest.raises(ModelFolderError, match="its run is gone"):
        open_trained(ModelFolder.open(model.path), dataset)


def test_weights_of_another_network_are_told(dataset: Dataset, model: ModelFolder, tmp_path: Path) -> None:
    save_file({"nothing": torch.zeros(1)}, tmp_path / "w.safetensors")
    (tmp_path / "w.safetensors").replace(model.weights_path)
    with pytest.raises(ModelFolderError, match="does not fit the network of its card"):
        open_trained(model, dataset)
