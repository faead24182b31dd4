"""The networks that can be trained; a further one is a file here and a line in MODELS.

Nothing but :func:`build` needs to know which network it is.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import cast

from core.errors import SpecError, WeightsError
from core.training.model_kinds import DRAWN, PRETRAINED, Backbone, ModelKind
from core.training.models.network import Network
from core.training.models.plan import NetworkPlan
from core.training.models.weights import drawn, published, read, take_over
from core.training.recipes import MODELS

__all__ = ["Network", "NetworkPlan", "build"]


def build(
    name: str,
    plan: NetworkPlan,
    *,
    weights: str | Path | None,
    report: Callable[[str], None],
    labels: Sequence[str] = (),
    parent_labels: Sequence[str] = (),
) -> Network:
    """Return the network ``name`` as the plan says.

    ``weights`` is None for random ones, "drawn" for the program's own, "pretrained" for those that torchvision
    publishes, or a file's path.
    ``report`` is told in a sentence what is being fetched or loaded. ``labels`` are the network's, ``parent_labels``
    those of the file: what tells a label apart that both know is kept.

    Raises:
        SpecError: there is no such network or backbone.
        WeightsError: the weights could not be had or belong to another network.
    """
    if name not in MODELS:
        raise SpecError(f"There is no model {name!r}: choose one of {', '.join(MODELS)}.")
    kind = MODELS[name]
    backbone = _backbone(kind, plan.backbone)
    network = _builder(kind)(replace(plan, backbone=backbone.name if backbone else None))
    if weights == DRAWN:
        take_over(network, drawn(kind), "the weights learned from drawn pictures", report)
    elif weights == PRETRAINED:
        if backbone is None or backbone.weights is None:
            raise WeightsError(
                f"There are no pretrained weights for the model {name}: start from others, or from none."
            )
        state, known = published(backbone.weights, report)
        take_over(network, state, "the pretrained weights", report, labels, known)
    elif weights is not None:
        take_over(network, read(Path(weights)), str(weights), report, labels, parent_labels)
    return network


def _backbone(kind: ModelKind, name: str | None) -> Backbone | None:
    """Return the backbone of that name, the kind's first where none is named; None where it has one of its own."""
    for backbone in kind.backbones:
        if name in (None, backbone.name):
            return backbone
    if name is None:
        return None
    names = ", ".join(backbone.name for backbone in kind.backbones) or "none"
    raise SpecError(f"The model {kind.name} has no backbone {name!r}: choose one of {names}.")


def _builder(kind: ModelKind) -> Callable[[NetworkPlan], Network]:
    """Return the function that builds such a network; its module is imported when it is first wanted."""
    module, function = kind.builder.split(":")
    return cast(Callable[[NetworkPlan], Network], getattr(import_module(module), function))
