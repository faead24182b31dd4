"""The networks that can be trained; a further one is a file here and a line in KINDS.

Nothing but :func:`build` needs to know which network it is.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import cast

from core.errors import SpecError, WeightsError
from core.training.models.kinds import KINDS, NetworkKind
from core.training.models.network import Network
from core.training.models.plan import NetworkPlan
from core.training.models.weights import published, read, take_over

__all__ = ["KINDS", "Network", "NetworkPlan", "build"]


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

    ``weights`` is None for random ones, "pretrained" for those that torchvision publishes, or a file's path.
    ``report`` is told in a sentence what is being fetched or loaded. ``labels`` are the network's, ``parent_labels``
    those of the file: what tells a label apart that both know is kept.

    Raises:
        SpecError: there is no such network or backbone.
        WeightsError: the weights could not be had or belong to another network.
    """
    if name not in KINDS:
        raise SpecError(f"There is no model {name!r}: choose one of {', '.join(KINDS)}.")
    kind = KINDS[name]
    backbone, source = _backbone(name, kind, plan.backbone)
    network = _builder(kind)(replace(plan, backbone=backbone))
    if weights == "pretrained":
        if source is None:
            raise WeightsError(f"The model {name} learns from nothing: train it without pretrained weights.")
        state, known = published(source, report)
        take_over(network, state, "the pretrained weights", report, labels, known)
    elif weights is not None:
        take_over(network, read(Path(weights)), str(weights), report, labels, parent_labels)
    return network


def _backbone(name: str, kind: NetworkKind, backbone: str | None) -> tuple[str | None, str | None]:
    """Return the backbone's name, the kind's first where none is named, and the name of its published weights."""
    chosen = backbone or next(iter(kind.backbones))
    if chosen not in kind.backbones:
        raise SpecError(f"The model {name} has no backbone {chosen!r}: choose one of {', '.join(kind.backbones)}.")
    return chosen, kind.backbones[chosen]


def _builder(kind: NetworkKind) -> Callable[[NetworkPlan], Network]:
    """Return the function that builds such a network; its module is imported when it is first wanted."""
    module, function = kind.builder.split(":")
    return cast(Callable[[NetworkPlan], Network], getattr(import_module(module), function))
