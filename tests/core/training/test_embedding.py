"""What a network is published with beside its answers: the embedding of each picture."""

from pathlib import Path

import numpy as np
import onnxruntime
import torch

from core.inference.embedding import EMBEDDING
from core.tasks import task_named
from core.training.embedding import WithEmbedding
from core.training.export import write_onnx
from core.training.recipes import MODELS
from tests.core.training.models.examples import SIZE, bright_blocks, kept
from tests.core.training.models.test_networks import ALIKE, each_family, families


@each_family
def test_every_network_tells_pictures_apart_and_answers_as_before(name: str, backbone: str | None) -> None:
    network = kept(name, backbone)
    images = bright_blocks()[0]
    with torch.no_grad():
        *outputs, embedding = WithEmbedding(network)(images)
        expected = network(images)
    assert len(outputs) == len(expected)
    assert all(torch.equal(own, theirs) for own, theirs in zip(outputs, expected, strict=True))
    assert embedding.shape[0] == len(images)
    assert embedding.ndim == 2
    assert 64 <= embedding.shape[1] <= 2048
    assert torch.isfinite(embedding).all()
    assert not torch.allclose(embedding[0], embedding[2], atol=0)  # untrained, some see next to nothing
    assert not any(module._forward_hooks for module in network.modules()), "the network was left changed"


@families(*ALIKE, "compact_segmenter")
def test_the_published_file_gives_the_same_embedding(name: str, backbone: str | None, tmp_path: Path) -> None:
    network = kept(name, backbone)
    task = task_named(MODELS[name].task)
    write_onnx(network, task, SIZE, tmp_path / "model.onnx")
    session = onnxruntime.InferenceSession(tmp_path / "model.onnx")
    assert [value.name for value in session.get_outputs()] == [*task.outputs, EMBEDDING]
    images = bright_blocks()[0]
    for batch in [images, images[:1]] if network.batch_free else [images[:1], images[1:2]]:
        with torch.no_grad():
            expected = WithEmbedding(network)(batch)[-1].numpy()
        (embedding,) = session.run([EMBEDDING], {"images": batch.numpy()})
        np.testing.assert_allclose(embedding, expected, atol=1e-4, rtol=1e-3)
