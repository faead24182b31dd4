"""Which networks there are: who builds them, on which backbones, from which published weights."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class NetworkKind:
    """A network: its builder as "module:function", and its backbones with torchvision's name for their weights."""

    builder: str
    backbones: dict[str, str | None]


KINDS: dict[str, NetworkKind] = {
    "compact": NetworkKind(builder="core.training.models.compact:compact", backbones={"compact": None}),
    "mobilenet": NetworkKind(
        builder="core.training.models.mobilenet:mobilenet",
        backbones={"mobilenet_v3_large": "SSDLite320_MobileNet_V3_Large_Weights.COCO_V1"},
    ),
}
