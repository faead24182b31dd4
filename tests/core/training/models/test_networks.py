"""What every network promises, whichever it is: shapes, losses, the same word after export."""

from pathlib import Path

import numpy as np
import onnxruntime
import pytest
import torch

from core.tasks import task_named
from core.tasks.target import VOID_LABEL
from core.training.recipes import MODELS
from tests.core.training.models.examples import FAMILIES, NAMES, SIZE, bright_blocks, exported, kept, made

HEAVY = ("fcos", "faster_rcnn", "mask_rcnn")
ALIKE = ("mobilenet", "ssdlite", "deeplab-mobilenet_v3_large", "classifier-resnet18")
"""Another network of the same task answers for them where a test takes seconds; the long suite tries them as well."""


def families(*alike: str) -> pytest.MarkDecorator:
    """Try every network; the heavy ones, and those ``alike``, in the long suite."""
    return pytest.mark.parametrize(
        ("name", "backbone"),
        [
            pytest.param(*family, id=name, marks=[pytest.mark.long] if family[0] in HEAVY or name in alike else [])
            for family, name in zip(FAMILIES, NAMES, strict=True)
        ],
    )


each_family = families()
HEIGHT, WIDTH = SIZE


@each_family
@pytest.mark.parametrize("count", [1, 3])
def test_the_outputs_are_those_of_the_task(name: str, backbone: str | None, count: int) -> None:
    network = kept(name, backbone)
    with torch.no_grad():
        outputs = network(torch.rand(count, 3, *SIZE))
    task = MODELS[name].task
    assert len(outputs) == len(task_named(task).outputs)
    assert all(torch.isfinite(output).all() for output in outputs)
    scores = outputs[0]
    assert 0 <= scores.min() <= scores.max() <= 1
    if task == "classification":
        assert scores.shape == (count, 3)
    elif task == "semantic":
        assert scores.shape == (count, 4, *SIZE)
        torch.testing.assert_close(scores.sum(dim=1), torch.ones(count, *SIZE))
    else:
        places = scores.shape[1]
        assert scores.shape == (count, places, 3)
        assert outputs[1].shape == (count, places, 4)
        assert all(mask.shape[:2] == (count, places) for mask in outputs[2:])


@each_family
def test_losses_are_finite_with_and_without_objects_and_reach_every_weight(name: str, backbone: str | None) -> None:
    network = made(name, backbone)
    images, targets = bright_blocks()
    losses = network.losses(images, targets)
    assert all(loss.ndim == 0 for loss in losses.values())
    torch.stack(list(losses.values())).sum().backward()
    for weights_name, weights in network.named_parameters():
        assert weights.grad is not None, weights_name
        assert torch.isfinite(weights.grad).all(), weights_name
    for one in (slice(2, 3), slice(0, 1)):
        assert all(torch.isfinite(loss) for loss in network.losses(images[one], targets[one]).values())


LEAVING_OUT = [name for name, kind in MODELS.items() if kind.leaves_out]


@pytest.mark.parametrize("name", LEAVING_OUT)
def test_a_void_object_teaches_its_edges_but_neither_that_it_is_there_nor_that_it_is_not(name: str) -> None:
    network = kept(name)
    images, _ = bright_blocks()
    boxes, labels = torch.tensor([[0.0, 0.0, WIDTH, HEIGHT]]), torch.tensor([VOID_LABEL])
    with torch.no_grad():
        nothing, void = (
            {part: float(loss) for part, loss in network.losses(images[:1], [target]).items()}
            for target in ({"boxes": boxes[:0], "labels": labels[:0]}, {"boxes": boxes, "labels": labels})
        )
    assert nothing["label"] > 0
    assert void["label"] == 0
    assert void["box"] > 0 == nothing["box"]


@families(*ALIKE[1:])
def test_losses_are_as_exact_where_the_rest_is_computed_with_fewer_bits(name: str, backbone: str | None) -> None:
    """As on a graphics card, which takes bfloat16 by itself."""
    network = made(name, backbone)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        losses = list(network.losses(*bright_blocks()).values())
    torch.stack(losses).sum().backward()
    assert all(loss.dtype == torch.float32 and torch.isfinite(loss) for loss in losses)
    assert all(torch.isfinite(weights.grad).all() for weights in network.parameters() if weights.grad is not None)


@each_family
def test_the_validation_loss_is_the_same_each_time_and_leaves_everything_as_it_was(
    name: str, backbone: str | None
) -> None:
    network = kept(name, backbone)
    before = {part: value.clone() for part, value in network.state_dict().items()}
    dice = torch.get_rng_state()
    with torch.no_grad():
        first, second = (network.losses(*bright_blocks()) for _ in range(2))
    assert {part: float(loss) for part, loss in first.items()} == {part: float(loss) for part, loss in second.items()}
    assert not any(module.training for module in network.modules())
    assert all(torch.equal(value, before[part]) for part, value in network.state_dict().items())
    assert torch.equal(dice, torch.get_rng_state())


@pytest.mark.long
@each_family
def test_some_steps_on_two_pictures_bring_the_loss_down(name: str, backbone: str | None) -> None:
    network = made(name, backbone)
    images, targets = bright_blocks()
    optimizer = torch.optim.AdamW(network.parameters(), lr=1e-3)
    totals = []
    for _ in range(7):
        optimizer.zero_grad()
        total = torch.stack(list(network.losses(images[:2], targets[:2]).values())).sum()
        total.backward()
        optimizer.step()
        totals.append(float(total.detach()))
    assert min(totals[-2:]) < 0.9 * totals[0]


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.filterwarnings("ignore::FutureWarning")
@pytest.mark.filterwarnings("ignore:Exporting aten..index operator")
@pytest.mark.filterwarnings("ignore::torch.jit.TracerWarning")
@pytest.mark.filterwarnings("ignore:The feature will be removed")
@families(*ALIKE)
def test_the_exported_network_says_the_same(name: str, backbone: str | None, tmp_path: Path) -> None:
    network = kept(name, backbone)
    outputs = list(task_named(MODELS[name].task).outputs)
    session = onnxruntime.InferenceSession(exported(network, tmp_path / "model.onnx", outputs))
    images = torch.rand(2, 3, *SIZE)
    pictures = [images[:1], torch.zeros(1, 3, *SIZE), bright_blocks()[0][:1]]
    for batch in [*pictures, images] if network.batch_free else pictures:
        with torch.no_grad():
            expected = network(batch)
        for own, theirs in zip(expected, session.run(None, {"images": batch.numpy()}), strict=True):
            np.testing.assert_allclose(theirs, own.numpy(), atol=1e-3, rtol=1e-4)
