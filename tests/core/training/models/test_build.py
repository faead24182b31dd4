"""The registry: every model is built by name, exports with any number of pictures, and learns."""

from pathlib import Path

import numpy as np
import onnxruntime
import pytest
import torch
from torch import Tensor

from core.errors import SpecError, WeightsError
from core.training.models import KINDS, Network, NetworkPlan, build
from core.training.recipes import DEFAULT_MODEL, MODELS, RECIPES, Recipe

SIZE = (72, 96)


def silent(_: str) -> None:
    pass


def made(name: str, label_count: int = 3, size: tuple[int, int] = SIZE) -> Network:
    torch.manual_seed(0)
    return build(name, NetworkPlan(label_count=label_count, input_size=size), weights=None, report=silent)


def target(boxes: list[list[float]], labels: list[int]) -> dict[str, Tensor]:
    return {"boxes": torch.tensor(boxes, dtype=torch.float32), "labels": torch.tensor(labels, dtype=torch.int64)}


def test_every_kind_of_model_has_a_builder_and_weights_where_it_says_so() -> None:
    assert set(MODELS) <= set(KINDS)
    pretrained = {name for name, kind in KINDS.items() if any(kind.backbones.values())}
    assert {name for name, kind in MODELS.items() if kind.pretrained} <= pretrained
    assert DEFAULT_MODEL in MODELS
    assert all(kind.recipe.name in RECIPES for kind in MODELS.values())


@pytest.mark.parametrize("change", [{"image_size": (100, 96)}, {"epochs": 0}, {"learning_rate": 0.0}, {"average": 1.0}])
def test_a_recipe_that_cannot_be_run_is_refused(change: dict[str, object]) -> None:
    plain = {"name": "n", "title": "t", "epochs": 1, "batch_size": 1, "learning_rate": 0.1, "image_size": (96, 96)}
    with pytest.raises(SpecError):
        Recipe(**plain | change)  # type: ignore[arg-type]


@pytest.mark.parametrize("name", ["compact", "mobilenet"])
def test_answers_have_a_score_a_label_and_four_edges_a_place(name: str) -> None:
    model = made(name).eval()
    with torch.no_grad():
        scores, boxes = model(torch.rand(2, 3, *SIZE))
    places = 9 * 12 + 5 * 6 + 3 * 3
    assert scores.shape == (2, places, 3)
    assert boxes.shape == (2, places, 4)
    assert 0 <= scores.min() <= scores.max() <= 1
    assert (boxes[..., 2:] > boxes[..., :2]).all()


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.filterwarnings("ignore:The feature will be removed")
@pytest.mark.parametrize("name", ["compact", "mobilenet"])
def test_the_exported_model_says_the_same_for_one_picture_and_for_eight(name: str, tmp_path: Path) -> None:
    model = made(name).eval()
    axes = {name: {0: "pictures"} for name in ("images", "scores", "boxes")}
    torch.onnx.export(
        model,
        (torch.rand(2, 3, *SIZE),),
        tmp_path / "model.onnx",
        dynamo=False,
        input_names=["images"],
        output_names=["scores", "boxes"],
        dynamic_axes=axes,
    )
    runner = onnxruntime.InferenceSession(tmp_path / "model.onnx")
    for count in (1, 8):
        images = torch.rand(count, 3, *SIZE)
        with torch.no_grad():
            expected = model(images)
        for own, exported in zip(expected, runner.run(None, {"images": images.numpy()}), strict=True):
            np.testing.assert_allclose(own.numpy(), exported, atol=1e-3)


@pytest.mark.parametrize("name", ["compact", "mobilenet"])
def test_losses_are_finite_for_pictures_with_and_without_objects(name: str) -> None:
    model = made(name)
    targets = [target([[10, 10, 50, 40], [60, 20, 63, 23]], [0, 2]), target([], [])]
    losses = model.losses(torch.rand(2, 3, *SIZE), targets)
    total = torch.stack(list(losses.values())).sum()
    total.backward()
    assert torch.isfinite(total)
    gradients = [p.grad for p in model.parameters() if p.requires_grad]
    assert all(gradient is not None and torch.isfinite(gradient).all() for gradient in gradients)


def test_pictures_without_any_object_have_no_box_loss() -> None:
    losses = made("compact").losses(torch.rand(2, 3, *SIZE), [target([], []), target([], [])])
    assert losses["box"] == 0
    assert losses["label"] > 0


def test_the_validation_loss_leaves_the_model_as_it_was() -> None:
    model = made("compact").eval()
    before = {name: value.clone() for name, value in model.state_dict().items()}
    with torch.no_grad():
        losses = model.losses(torch.rand(2, 3, *SIZE), [target([[5, 5, 40, 40]], [1]), target([], [])])
    assert all(torch.isfinite(loss) for loss in losses.values())
    assert all(torch.equal(value, before[name]) for name, value in model.state_dict().items())


def test_a_few_steps_find_a_bright_square() -> None:
    model = made("compact", label_count=1)
    images = torch.full((2, 3, *SIZE), 0.2)
    images[0, :, 16:48, 8:40] = 0.9
    images[1, :, 24:64, 40:88] = 0.9
    truths = [[8, 16, 40, 48], [40, 24, 88, 64]]
    targets = [target([box], [0]) for box in truths]
    optimizer = torch.optim.AdamW(model.parameters(), lr=3e-3)
    for _ in range(60):
        optimizer.zero_grad()
        torch.stack(list(model.losses(images, targets).values())).sum().backward()
        optimizer.step()
    with torch.no_grad():
        scores, boxes = model(images)
    best = scores[..., 0].argmax(dim=1)
    found = boxes[torch.arange(2), best]
    assert (found - torch.tensor(truths)).abs().max() < 6


def test_an_unknown_model_is_refused_by_name() -> None:
    with pytest.raises(SpecError, match="compact"):
        made("yolo")


def test_a_model_that_learns_from_nothing_has_no_pretrained_weights() -> None:
    with pytest.raises(WeightsError, match="learns from nothing"):
        build("compact", NetworkPlan(label_count=1, input_size=SIZE), weights="pretrained", report=silent)
