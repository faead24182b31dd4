"""What has to be known of a task before its network can be built."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class NetworkPlan:
    """Everything that decides a network's shape; ``input_size`` is (height, width) in pixels.

    ``backbone`` is the name of one of the model's backbones, None its first. ``anchors`` are (width, height) in input
    pixels, as k-means found them in a dataset; None takes the network's own. ``label_weights`` says for each label how
    much its mistakes count, 1 being usual (the background of a semantic network always counts 1); None weighs all
    alike. ``exclusive`` matters to classification alone: an image has exactly one tag, not any number of them.
    """

    label_count: int
    input_size: tuple[int, int]
    backbone: str | None = None
    anchors: tuple[tuple[float, float], ...] | None = None
    label_weights: tuple[float, ...] | None = None
    exclusive: bool = False
