"""All formats, by name, and which of them a folder is of."""

from pathlib import Path

from core.errors import InvalidValueError
from core.voc.interchange.coco import Coco
from core.voc.interchange.format import Format
from core.voc.interchange.labelme import Labelme
from core.voc.interchange.voc import Voc
from core.voc.interchange.yolo import Task, Yolo

VOC = Voc()
VOC_PNG = Voc("voc-png", "Pascal VOC with mask PNGs", pngs=True)
COCO = Coco()
YOLO = Yolo("yolo", "YOLO, boxes", Task.BOXES)
YOLO_SEG = Yolo("yolo-seg", "YOLO, outlines (segmentation)", Task.OUTLINES)
YOLO_OBB = Yolo("yolo-obb", "YOLO, rotated boxes (OBB)", Task.ROTATED)
LABELME = Labelme()
FORMATS: tuple[Format, ...] = (VOC, VOC_PNG, COCO, YOLO, YOLO_SEG, YOLO_OBB, LABELME)
_BY_SIGNS: tuple[Format, ...] = (VOC_PNG, VOC, LABELME, COCO, YOLO)


def format_named(name: str) -> Format:
    """Return the format of that name.

    Raises:
        InvalidValueError: there is none.
    """
    for found in FORMATS:
        if found.name == name:
            return found
    raise InvalidValueError(f"{name!r} is no format: choose one of {', '.join(known.name for known in FORMATS)}.")


def recognised(folder: Path) -> Format:
    """Return the format that the folder looks like; a folder of images alone is Pascal VOC without annotations."""
    return next((found for found in _BY_SIGNS if found.recognises(folder)), VOC)
