"""Which networks there are: who builds them, on which backbones, from which published weights."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class NetworkKind:
    """A network: its builder as "module:function", and its backbones with torchvision's name for their weights."""

    builder: str
    backbones: dict[str, str | None]


_HERE = "core.training.models"

KINDS: dict[str, NetworkKind] = {
    "compact": NetworkKind(builder=f"{_HERE}.compact:compact", backbones={"compact": None}),
    "mobilenet": NetworkKind(
        builder=f"{_HERE}.mobilenet:mobilenet",
        backbones={"mobilenet_v3_large": "SSDLite320_MobileNet_V3_Large_Weights.COCO_V1"},
    ),
    "ssdlite": NetworkKind(
        builder=f"{_HERE}.ssdlite:ssdlite",
        backbones={"mobilenet_v3_large": "SSDLite320_MobileNet_V3_Large_Weights.COCO_V1"},
    ),
    "faster_rcnn": NetworkKind(
        builder=f"{_HERE}.two_stage:faster_rcnn",
        backbones={
            "mobilenet_v3_large": "FasterRCNN_MobileNet_V3_Large_FPN_Weights.COCO_V1",
            "resnet50": "FasterRCNN_ResNet50_FPN_Weights.COCO_V1",
        },
    ),
    "fcos": NetworkKind(
        builder=f"{_HERE}.fcos:fcos",
        backbones={
            "resnet18": "ResNet18_Weights.IMAGENET1K_V1",
            "resnet34": "ResNet34_Weights.IMAGENET1K_V1",
            "resnet50": "FCOS_ResNet50_FPN_Weights.COCO_V1",
        },
    ),
    "mask_rcnn": NetworkKind(
        builder=f"{_HERE}.two_stage:mask_rcnn",
        backbones={
            "resnet18": "ResNet18_Weights.IMAGENET1K_V1",
            "resnet34": "ResNet34_Weights.IMAGENET1K_V1",
            "resnet50": "MaskRCNN_ResNet50_FPN_Weights.COCO_V1",
        },
    ),
    "lraspp": NetworkKind(
        builder=f"{_HERE}.semantic:lraspp",
        backbones={"mobilenet_v3_large": "LRASPP_MobileNet_V3_Large_Weights.COCO_WITH_VOC_LABELS_V1"},
    ),
    "deeplab": NetworkKind(
        builder=f"{_HERE}.semantic:deeplab",
        backbones={
            "mobilenet_v3_large": "DeepLabV3_MobileNet_V3_Large_Weights.COCO_WITH_VOC_LABELS_V1",
            "resnet50": "DeepLabV3_ResNet50_Weights.COCO_WITH_VOC_LABELS_V1",
        },
    ),
    "classifier": NetworkKind(
        builder=f"{_HERE}.classifier:classifier",
        backbones={
            "mobilenet_v3_small": "MobileNet_V3_Small_Weights.IMAGENET1K_V1",
            "mobilenet_v3_large": "MobileNet_V3_Large_Weights.IMAGENET1K_V2",
            "efficientnet_b0": "EfficientNet_B0_Weights.IMAGENET1K_V1",
            "resnet18": "ResNet18_Weights.IMAGENET1K_V1",
            "resnet34": "ResNet34_Weights.IMAGENET1K_V1",
            "resnet50": "ResNet50_Weights.IMAGENET1K_V2",
        },
    ),
}
