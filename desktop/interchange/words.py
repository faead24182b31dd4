"""What is said of formats and of what they cannot hold, in the person's language."""

from PySide6.QtCore import QCoreApplication

from core.voc.interchange.losses import LossKind


def _tr(text: str) -> str:
    return QCoreApplication.translate("Interchange", text)


def format_titles() -> dict[str, str]:
    """Return the titles of the formats by name, in the order in which they are offered."""
    return {
        "coco": _tr("COCO"),
        "yolo": _tr("YOLO, boxes"),
        "yolo-seg": _tr("YOLO, outlines (segmentation)"),
        "yolo-obb": _tr("YOLO, rotated boxes (OBB)"),
        "labelme": _tr("labelme"),
        "voc": _tr("Pascal VOC"),
        "voc-png": _tr("Pascal VOC with mask PNGs"),
    }


def format_notes() -> dict[str, str]:
    """Return a sentence on what is written, by name."""
    return {
        "coco": _tr("images/ and annotations/instances_SPLIT.json; masks as run lengths, attributes as CVAT has them."),
        "yolo": _tr("images/, labels/ and data.yaml; every object as its upright box."),
        "yolo-seg": _tr("images/, labels/ and data.yaml; every object as one outline."),
        "yolo-obb": _tr("images/, labels/ and data.yaml; every object as four corners."),
        "labelme": _tr("A JSON file beside each image, without the picture in it."),
        "voc": _tr("JPEGImages/, Annotations/ and ImageSets/: this program's own format, a copy."),
        "voc-png": _tr("The same with SegmentationClass/ and SegmentationObject/ in Pascal VOC's colours."),
    }


def loss_words(kind: LossKind) -> str:
    """Return what is lost, in a few words."""
    words = {
        LossKind.UNLABELLED: _tr("Images without annotation are left out: readers take them for empty ones"),
        LossKind.POLYGON_TO_BOX: _tr("Polygons become their boxes"),
        LossKind.ROTATED_TO_BOX: _tr("Rotated boxes become upright ones around them"),
        LossKind.MASK_TO_BOX: _tr("Masks become their boxes"),
        LossKind.MASK_TO_OUTLINE: _tr("Masks become outlines along their pixels"),
        LossKind.HOLES_CUT: _tr("Masks with holes or several parts become one outline with cuts between them"),
        LossKind.PATH_TO_BOX: _tr("Paths become their boxes"),
        LossKind.PATH_TO_OUTLINE: _tr("Paths become outlines of the pixels that they cover"),
        LossKind.PATH_TO_MASK: _tr("Paths become masks of the pixels that they cover"),
        LossKind.BOX_TO_OUTLINE: _tr("Boxes become outlines of four corners"),
        LossKind.OUTLINE_TO_ROTATED: _tr("Polygons, masks and paths become the smallest rotated boxes around them"),
        LossKind.POINT: _tr("Points are left out"),
        LossKind.NO_PIXELS: _tr("Boxes and points stay in the XML alone: they say nothing of pixels"),
        LossKind.COVERED: _tr("Objects that others cover in part are cut in the PNGs"),
        LossKind.FLAGS: _tr("Objects lose that they are difficult, truncated or occluded, or their pose"),
        LossKind.ATTRIBUTES: _tr("Objects lose attributes, such as texts, groups and locks"),
        LossKind.ROTATION_ATTRIBUTE: _tr("Objects lose the angle that they were turned by; their corners stay"),
        LossKind.TAGS: _tr("Images lose their tags"),
        LossKind.STATE: _tr("Images lose that they are done or checked"),
        LossKind.ROUNDED: _tr("Boxes with fractions of pixels are rounded outwards to whole pixels"),
        LossKind.CUT: _tr("What reaches out of the image is cut at its border"),
        LossKind.OUTSIDE: _tr("What lies outside of the image is left out"),
        LossKind.CLASS_LISTS: _tr("Lists of single labels in ImageSets/Main are left out"),
        LossKind.SETS: _tr("Splits are left out"),
    }
    return words[kind]
