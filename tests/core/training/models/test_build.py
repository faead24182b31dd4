"""The registry: every model is built by name on each of its backbones, and wrong names are refused."""

import pytest
import torch
from torchvision.models import get_model, get_model_weights, get_weight, list_models

from core.errors import SpecError, WeightsError
from core.training.model_kinds import Backbone, Recipe
from core.training.models import NetworkPlan, build, weights
from core.training.recipes import DEFAULT_MODEL, MODELS
from tests.core.training.models.examples import SIZE, bright_blocks, made, silent, target

PUBLISHED = [(kind.name, kind.backbones[0]) for kind in MODELS.values() if kind.pretrained]
PUBLISHED += [(name, MODELS[name].backbones[-1]) for name in ("fcos", "mask_rcnn")]


def test_the_default_model_needs_no_network() -> None:
    assert not MODELS[DEFAULT_MODEL].pretrained


@pytest.mark.parametrize("change", [{"image_size": (100, 96)}, {"epochs": 0}, {"learning_rate": 0.0}, {"average": 1.0}])
def test_a_recipe_that_cannot_be_run_is_refused(change: dict[str, object]) -> None:
    plain = {"name": "n", "title": "t", "epochs": 1, "batch_size": 1, "learning_rate": 0.1, "image_size": (96, 96)}
    with pytest.raises(SpecError):
        Recipe(**plain | change)  # type: ignore[arg-type]


@pytest.mark.parametrize(("name", "backbone"), PUBLISHED)
def test_the_published_weights_fit_that_backbone_by_name_and_shape(name: str, backbone: Backbone) -> None:
    published = type(get_weight(str(backbone.weights)))
    builder = next(builder for builder in list_models() if get_model_weights(builder) is published)
    bare = (
        {}
        if MODELS[name].task == "classification" or "COCO" not in str(backbone.weights)
        else {"weights_backbone": None}
    )
    with torch.device("meta"):
        theirs = get_model(builder, weights=None, **bare).state_dict()
    network = made(name, backbone.name)
    own = network.state_dict()
    assert weights._share(weights._fitting(weights._in_our_names(network, theirs, own), own), own) > 0.75


def test_pictures_without_any_object_have_no_box_loss() -> None:
    losses = made("compact").losses(torch.rand(2, 3, *SIZE), [target([], []), target([], [])])
    assert losses["box"] == 0
    assert losses["label"] > 0


def test_a_few_steps_find_bright_blocks() -> None:
    network = made("compact")
    images, targets = bright_blocks()
    optimizer = torch.optim.AdamW(network.parameters(), lr=3e-3)
    for _ in range(60):
        optimizer.zero_grad()
        torch.stack(list(network.losses(images[:2], targets[:2]).values())).sum().backward()
        optimizer.step()
    with torch.no_grad():
        scores, boxes = network(images[:2])
    for row, wanted in enumerate(targets[:2]):
        for box, label in zip(wanted["boxes"][: 2 - row], wanted["labels"], strict=False):
            assert (boxes[row, scores[row, :, label].argmax()] - box).abs().max() < 6


def test_an_unknown_model_is_refused_by_name() -> None:
    with pytest.raises(SpecError, match="compact"):
        made("yolo")


@pytest.mark.parametrize("name", ["compact", "fcos"])
def test_an_unknown_backbone_is_refused_by_name(name: str) -> None:
    with pytest.raises(SpecError, match=f"{name} has no backbone 'vgg'"):
        made(name, "vgg")


def test_a_model_of_our_own_has_no_pretrained_weights() -> None:
    plan = NetworkPlan(label_count=1, input_size=SIZE)
    with pytest.raises(WeightsError, match="no pretrained weights for the model compact"):
        build("compact", plan, weights="pretrained", report=silent)
