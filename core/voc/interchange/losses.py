"""What a format cannot hold, counted and said before anything is written."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from core.voc.annotation import ROTATION, Annotation, VocObject


class LossKind(StrEnum):
    """A kind of thing that is lost or changed, with the words for it."""

    UNLABELLED = "Images without annotation are left out: readers take them for empty ones"
    POLYGON_TO_BOX = "Polygons become their boxes"
    ROTATED_TO_BOX = "Rotated boxes become upright ones around them"
    MASK_TO_BOX = "Masks become their boxes"
    MASK_TO_OUTLINE = "Masks become outlines along their pixels"
    HOLES_CUT = "Masks with holes or several parts become one outline with cuts between them"
    PATH_TO_BOX = "Paths become their boxes"
    PATH_TO_OUTLINE = "Paths become outlines of the pixels that they cover"
    PATH_TO_MASK = "Paths become masks of the pixels that they cover"
    BOX_TO_OUTLINE = "Boxes become outlines of four corners"
    OUTLINE_TO_ROTATED = "Polygons, masks and paths become the smallest rotated boxes around them"
    POINT = "Points are left out"
    NO_PIXELS = "Boxes and points stay in the XML alone: they say nothing of pixels"
    COVERED = "Objects that others cover in part are cut in the PNGs"
    FLAGS = "Objects lose that they are difficult, truncated or occluded, or their pose"
    ATTRIBUTES = "Objects lose attributes, such as texts, groups and locks"
    ROTATION_ATTRIBUTE = "Objects lose the angle that they were turned by; their corners stay"
    TAGS = "Images lose their tags"
    STATE = "Images lose that they are done or checked"
    ROUNDED = "Boxes with fractions of pixels are rounded outwards to whole pixels"
    CUT = "What reaches out of the image is cut at its border"
    OUTSIDE = "What lies outside of the image is left out"
    CLASS_LISTS = "Lists of single labels in ImageSets/Main are left out"
    SETS = "Splits are left out"


@dataclass(frozen=True)
class Loss:
    """So many things of one kind that the format cannot hold."""

    kind: LossKind
    count: int

    def __str__(self) -> str:
        return f"{self.kind.value}: {self.count}"


def in_order(counts: Counter[LossKind]) -> tuple[Loss, ...]:
    """Return the losses that occur, in the order of the kinds."""
    return tuple(Loss(kind, counts[kind]) for kind in LossKind if counts[kind])


def lost_flags(found: VocObject) -> bool:
    """Tell whether the object says anything by flags or pose."""
    return found.difficult or found.truncated or found.occluded or found.pose != "Unspecified"


def lost_attributes(found: VocObject) -> Iterator[LossKind]:
    """Yield what is lost of the object's attributes where a format has none."""
    if any(name != ROTATION for name, _ in found.attributes):
        yield LossKind.ATTRIBUTES
    if found.attribute(ROTATION) is not None:
        yield LossKind.ROTATION_ATTRIBUTE


def lost_of_image(annotation: Annotation) -> Iterator[LossKind]:
    """Yield what is lost where a format says nothing of whole images."""
    if annotation.tags:
        yield LossKind.TAGS
    if annotation.verified or annotation.checked:
        yield LossKind.STATE
