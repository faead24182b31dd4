"""The kinds of model and their recipes: names, titles and figures that a window may read without torch.

A recipe is what was found to work by measuring; a spec may differ from it in every figure.
"""

from core.training.augmentation import Augmentation
from core.training.model_kinds import Backbone, ModelKind, Recipe

STANDARD = Recipe(
    name="standard",
    title="Standard: the best result, 10 to 20 minutes for 200 pictures on two cores",
    epochs=20,
    repeats=2,
    batch_size=8,
    learning_rate=2e-3,
    image_size=(312, 416),
    average=0.995,
    # What a variation cuts says nothing of the person's habits; the quick recipe has too few objects to do without.
    augmentation=Augmentation(quarter_turns=True, keep=0.95),
)
QUICK = Recipe(
    name="quick",
    title="Quick: a first model from a few dozen pictures in two to three minutes",
    epochs=7,
    repeats=24,
    batch_size=8,
    learning_rate=4e-3,
    image_size=(288, 384),
    warmup_steps=20,
    average=0.98,
    augmentation=Augmentation(quarter_turns=True),
)
FINE_TUNE = Recipe(
    name="fine-tune",
    title="Fine-tune: from pretrained weights, 10 to 20 minutes for 200 pictures on two cores",
    epochs=30,
    batch_size=8,
    learning_rate=1e-3,
    image_size=(312, 416),
    average=0.99,
)

BOXES = Recipe(
    name="fine-tune",
    title="Fine-tune: also from random weights, then with more epochs; a graphics card helps much",
    epochs=24,
    batch_size=4,
    learning_rate=3e-4,
    image_size=(384, 512),
    warmup_steps=50,
    average=0.99,
)
PIXELS = Recipe(
    name="fine-tune",
    title="Fine-tune: 30 epochs, also from random weights",
    epochs=30,
    batch_size=8,
    learning_rate=1e-3,
    image_size=(320, 320),
    average=0.99,
)
TAGS = Recipe(
    name="fine-tune",
    title="Fine-tune: 20 epochs, also from random weights, then with more epochs",
    epochs=20,
    batch_size=16,
    learning_rate=5e-4,
    image_size=(224, 224),
    average=0.99,
    # What a tag speaks of must not be cut off.
    augmentation=Augmentation(scale=(0.9, 1.1)),
)
PIXELS_COMPACT = Recipe(
    name="standard",
    title="Standard: about 25 minutes for 300 pictures on two cores",
    epochs=30,
    repeats=2,
    batch_size=8,
    learning_rate=2e-3,
    image_size=(256, 256),
    average=0.99,
    # Scales that differ show a thin crack wide as well; more variation is too much to learn in so short a time.
    augmentation=Augmentation(scale=(0.85, 1.25), stretch=0.05, tint=0.0, noise=0.01),
)
TAGS_COMPACT = Recipe(
    name="standard",
    title="Standard: about 13 minutes for 300 pictures on two cores",
    epochs=15,
    repeats=4,
    batch_size=8,
    learning_rate=1e-3,
    image_size=(224, 224),
    average=0.99,
    label_weights=True,
    # What a tag speaks of must not be cut off. From random weights, with quarter turns and strong light, nothing was
    # learned in 15 passes.
    augmentation=Augmentation(scale=(0.95, 1.05), stretch=0.05, brightness=0.1, contrast=0.15, tint=0.0, noise=0.0),
)
MOBILENET_SMALL = "mobilenet_v3_small"
MOBILENET = "mobilenet_v3_large"


def _mobilenet(weights: str) -> Backbone:
    """Return MobileNetV3-Large as a backbone."""
    return Backbone(name=MOBILENET, title="MobileNetV3 Large: quick on a processor", weights=weights)


def _resnet(depth: int, weights: str) -> Backbone:
    """Return the ResNet of that depth as a backbone."""
    titles = {18: "ResNet-18", 34: "ResNet-34: more to learn from", 50: "ResNet-50: wants a graphics card"}
    return Backbone(name=f"resnet{depth}", title=titles[depth], weights=weights)


_RESNETS = (_resnet(18, "ResNet18_Weights.IMAGENET1K_V1"), _resnet(34, "ResNet34_Weights.IMAGENET1K_V1"))
_SSDLITE = _mobilenet("SSDLite320_MobileNet_V3_Large_Weights.COCO_V1")
_NETWORKS = "core.training.models"

MODELS: dict[str, ModelKind] = {
    kind.name: kind
    for kind in (
        ModelKind(
            name="compact",
            title="Compact detector: learns from few images, nothing to fetch",
            task="detection",
            builder=f"{_NETWORKS}.compact:compact",
            recipes=(STANDARD, QUICK),
            drawn={"backbone.": "backbone.", "classifier.": "neck."},
            leaves_out=True,
        ),
        ModelKind(
            name="mobilenet",
            title="MobileNetV3 detector: starts from weights that know photographs, fetched from the network",
            task="detection",
            builder=f"{_NETWORKS}.mobilenet:mobilenet",
            backbones=(_SSDLITE,),
            recipes=(FINE_TUNE,),
            leaves_out=True,
        ),
        ModelKind(
            name="ssdlite",
            title="SSDLite: light and quick, for things that are not small",
            task="detection",
            builder=f"{_NETWORKS}.ssdlite:ssdlite",
            backbones=(_SSDLITE,),
            recipes=(FINE_TUNE,),
        ),
        ModelKind(
            name="faster_rcnn",
            title="Faster R-CNN: looks twice at each region, thorough and slow",
            task="detection",
            builder=f"{_NETWORKS}.two_stage:faster_rcnn",
            backbones=(
                _mobilenet("FasterRCNN_MobileNet_V3_Large_FPN_Weights.COCO_V1"),
                _resnet(50, "FasterRCNN_ResNet50_FPN_Weights.COCO_V1"),
            ),
            recipes=(BOXES,),
        ),
        ModelKind(
            name="fcos",
            title="FCOS: strong without anchors, for a graphics card",
            task="detection",
            builder=f"{_NETWORKS}.fcos:fcos",
            backbones=(*_RESNETS, _resnet(50, "FCOS_ResNet50_FPN_Weights.COCO_V1")),
            recipes=(BOXES,),
        ),
        ModelKind(
            name="mask_rcnn",
            title="Mask R-CNN: the outline of each object by itself",
            task="instances",
            builder=f"{_NETWORKS}.two_stage:mask_rcnn",
            backbones=(*_RESNETS, _resnet(50, "MaskRCNN_ResNet50_FPN_Weights.COCO_V1")),
            recipes=(BOXES,),
        ),
        ModelKind(
            name="compact_segmenter",
            title="Compact segmenter: what each pixel is, nothing to fetch",
            task="semantic",
            builder=f"{_NETWORKS}.compact_segmenter:compact_segmenter",
            recipes=(PIXELS_COMPACT,),
            drawn={"backbone.": "backbone.", "classifier.": "classifier."},
        ),
        ModelKind(
            name="lraspp",
            title="LR-ASPP: what each pixel is, light and quick",
            task="semantic",
            builder=f"{_NETWORKS}.semantic:lraspp",
            backbones=(_mobilenet("LRASPP_MobileNet_V3_Large_Weights.COCO_WITH_VOC_LABELS_V1"),),
            recipes=(PIXELS,),
        ),
        ModelKind(
            name="deeplab",
            title="DeepLabV3: what each pixel is, with a wider view and slower",
            task="semantic",
            builder=f"{_NETWORKS}.semantic:deeplab",
            backbones=(
                _mobilenet("DeepLabV3_MobileNet_V3_Large_Weights.COCO_WITH_VOC_LABELS_V1"),
                _resnet(50, "DeepLabV3_ResNet50_Weights.COCO_WITH_VOC_LABELS_V1"),
            ),
            recipes=(PIXELS,),
        ),
        ModelKind(
            name="compact_classifier",
            title="Compact classifier: which tags an image has, nothing to fetch",
            task="classification",
            builder=f"{_NETWORKS}.compact_classifier:compact_classifier",
            recipes=(TAGS_COMPACT,),
            drawn={"backbone.": "backbone.trunk.", "classifier.": "backbone.neck."},
        ),
        ModelKind(
            name="classifier",
            title="Classifier: which tags an image has, such as OK and NG",
            task="classification",
            builder=f"{_NETWORKS}.classifier:classifier",
            backbones=(
                Backbone(
                    name=MOBILENET_SMALL,
                    title="MobileNetV3 Small: the quickest",
                    weights="MobileNet_V3_Small_Weights.IMAGENET1K_V1",
                ),
                _mobilenet("MobileNet_V3_Large_Weights.IMAGENET1K_V2"),
                Backbone(
                    name="efficientnet_b0", title="EfficientNet-B0", weights="EfficientNet_B0_Weights.IMAGENET1K_V1"
                ),
                *_RESNETS,
                _resnet(50, "ResNet50_Weights.IMAGENET1K_V2"),
            ),
            recipes=(TAGS,),
        ),
    )
}
DEFAULT_MODEL = "compact"
