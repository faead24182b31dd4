"""The kinds of problem: how much each matters, what it is called, what is said of it and what to do about it.

The texts are templates, filled with the problem's own values, so that a window can say them in another language.
"""

from dataclasses import dataclass
from enum import IntEnum


class Severity(IntEnum):
    """How much a problem matters; the larger, the worse."""

    NOTE = 1
    """Worth a look; the data can be used as it is."""
    WARNING = 2
    """Training learns something wrong from it, or less than it could."""
    SERIOUS = 3
    """Something cannot be used at all, or what is measured is not true."""


@dataclass(frozen=True)
class Kind:
    """One kind of problem. ``title`` heads the list of them; ``message`` and ``remedy`` are sentences.

    ``fix`` says what is done where a machine can safely do it; empty where it never can.
    """

    name: str
    severity: Severity
    title: str
    message: str
    remedy: str
    fix: str = ""


_ALL = (
    Kind("unreadable-image", Severity.SERIOUS, "Images that cannot be read",
         "{reason}",
         "Replace or remove the image."),
    Kind("unreadable-annotation", Severity.SERIOUS, "Annotations that cannot be read",
         "{reason}",
         "Repair the file or restore a copy."),
    Kind("unreadable-list", Severity.SERIOUS, "Lists that cannot be read",
         "The list cannot be read as text.",
         "Save it as UTF-8 with a name in each line."),
    Kind("image-in-train-and-val", Severity.SERIOUS, "Images in train and val",
         "The image {image} is in train.txt as well, so that val measures what was learned by heart.",
         "Remove it from one of the two lists.",
         "Remove the line from train.txt"),
    Kind("near-duplicate-in-train-and-val", Severity.SERIOUS, "Near-duplicates across train, val and test",
         "The images {image} and {other} look alike, but one is in {list}.txt and the other in {other_list}.txt.",
         "Put both into the same list, or keep only one: val measures what was learned by heart."),
    Kind("unshifted-numbers", Severity.SERIOUS, "Boxes counted from 0",
         "{count} boxes in {images} images begin at 0, but Pascal VOC counts pixels from 1.",
         "Choose labelImg's unshifted numbers in the dataset's settings: as they are read now, boxes lie a pixel off."),
    Kind("size-differs", Severity.SERIOUS, "Annotations made on an image of another size",
         "The file says {written} pixels, the image as shown has {shown}.",
         "See whether the boxes fit the image; correct <size> or put back the image they were drawn on."),
    Kind("box-swapped", Severity.WARNING, "Boxes with swapped corners",
         "The box of {label} has its corners swapped.",
         "Exchange xmin and xmax, or ymin and ymax.",
         "Exchange the corners"),
    Kind("box-out-of-image", Severity.WARNING, "Objects that reach out of the image",
         "The object {label} reaches {by} pixels out of the image.",
         "Move its edge into the image.",
         "Cut off what lies outside"),
    Kind("box-too-small", Severity.WARNING, "Boxes of no area",
         "The box of {label} is {size} pixels: a slip of the hand, as it seems.",
         "Draw it anew or remove it.",
         "Remove the box"),
    Kind("too-few-points", Severity.WARNING, "Outlines of too few points",
         "A {shape} of {label} has fewer than {least} points.",
         "Draw it anew or remove it.",
         "Remove the outline"),
    Kind("annotated-twice", Severity.WARNING, "Things annotated twice",
         "Two objects {label} lie on the same thing: they share {percent} % of their area.",
         "Remove one of them: a model that finds the thing once is told that it missed one.",
         "Remove the second one"),
    Kind("two-labels-on-one-thing", Severity.WARNING, "Things with two labels",
         "{label} and {other} lie on the same thing: they share {percent} % of their area.",
         "Remove the one that is wrong; leave both if the thing is both."),
    Kind("labels-alike", Severity.WARNING, "Labels spelled in two ways",
         "The labels {label} ({count}) and {other} ({other_count}) differ in {difference} alone.",
         "Write both alike: they are learned apart.",
         "Rename to the commoner spelling"),
    Kind("filename-differs", Severity.WARNING, "Annotations that name another image",
         "The file says {written}, but belongs to {image}.",
         "Correct <filename>, or see whether the file was mixed up.",
         "Write the image's own name"),
    Kind("annotation-without-image", Severity.WARNING, "Annotations without an image",
         "There is no image for {file}.",
         "Put the image back or remove the file."),
    Kind("mask-without-image", Severity.WARNING, "Masks without an image",
         "There is no image for the mask {file}.",
         "Put the image back or remove the file."),
    Kind("duplicate-stem", Severity.WARNING, "Images that share a name",
         "Another image has the name {stem}, so its annotation is {annotation}.",
         "Rename one of them."),
    Kind("names-differ-by-case", Severity.WARNING, "Names that differ in capitals alone",
         "Another image's name differs from {image} in capitals alone.",
         "Rename one of them: on Windows and macOS they would share one annotation."),
    Kind("listed-image-missing", Severity.SERIOUS, "Lists that name missing images",
         "The list names {image}, but there is no such image.",
         "Put the image back or remove the line.",
         "Remove the line"),
    Kind("listed-image-unlabelled", Severity.NOTE, "Images listed for training without a label file",
         "The list names {image}, which has no annotation.",
         "Label it or remove the line; training leaves it out."),
    Kind("object-tiny", Severity.WARNING, "Objects too small to learn",
         "The object {label} is {size} pixels, {trained} at the training size: less than a model can see.",
         "Train on larger input, cut the images into tiles, or delete objects of this size."),
    Kind("near-duplicate", Severity.NOTE, "Near-duplicate images",
         "The images {image} and {other} look alike.",
         "Keep one of them, unless both are needed: labelling the same picture twice teaches nothing new."),
    Kind("label-rare", Severity.NOTE, "Labels in few images",
         "The label {label} is in {count} images; below {least} it is learned poorly.",
         "Label more images of it, or merge it into another label."),
)  # fmt: skip

KINDS = {kind.name: kind for kind in sorted(_ALL, key=lambda kind: -kind.severity)}
"""Every kind by name; the gravest come first."""
