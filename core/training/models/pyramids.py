"""Torchvision's backbones with a feature pyramid on top (FPN, Lin et al., CVPR 2017), all of it free to learn.

Batch normalisation is the ordinary one, not frozen, so that the same network learns from random weights too.
"""

from typing import cast

from torch import nn
from torchvision.models import mobilenet_v3_large
from torchvision.models.detection.backbone_utils import BackboneWithFPN, resnet_fpn_backbone
from torchvision.ops.feature_pyramid_network import LastLevelP6P7

from core.training.models.layers import Norm

CHANNELS = 256
MOBILENET = "mobilenet_v3_large"
TRUNK = "backbone.body"
"""What looks at the picture, before the pyramid."""
ALIASES = (("", "backbone.body."), ("features.", "backbone.body."))
"""A classifier's file has the backbone's weights without our prefix; MobileNet's has them under ``features``."""


def resnet_pyramid(name: str, *, coarse: bool = False) -> nn.Module:
    """Return a ResNet with levels at strides 4 to 64, or with ``coarse`` at 8 to 128."""
    levels = {"returned_layers": [2, 3, 4], "extra_blocks": LastLevelP6P7(CHANNELS, CHANNELS)} if coarse else {}
    built = resnet_fpn_backbone(backbone_name=name, weights=None, norm_layer=Norm, trainable_layers=5, **levels)
    return cast(nn.Module, built)


def mobilenet_pyramid() -> nn.Module:
    """Return MobileNetV3-Large with levels at strides 8 to 64, each from the last block at its stride.

    Torchvision's own begins at stride 32, where a thing of 20 pixels has vanished; its published weights of the
    backbone and of the box head fit all the same.
    """
    features = mobilenet_v3_large(weights=None, norm_layer=Norm).features
    return cast(nn.Module, BackboneWithFPN(features, {"6": "0", "12": "1", "16": "2"}, [40, 112, 960], CHANNELS))
