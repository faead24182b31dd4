"""What tasks, networks, backbones and recipes are called in the window; core says it in English."""

from PySide6.QtCore import QCoreApplication


def _tr(text: str) -> str:
    return QCoreApplication.translate("SpecForm", text)


def task_title(name: str) -> str:
    """Return what a task is in plain words."""
    known = {
        "detection": _tr("Find objects (boxes)"),
        "instances": _tr("Find and outline objects"),
        "semantic": _tr("Label every pixel"),
        "classification": _tr("Tag whole images"),
    }
    return known.get(name, name)


def task_tip(name: str) -> str:
    """Return what a task needs and gives."""
    known = {
        "detection": _tr("A box and a label for each object; learned from boxes, polygons and masks"),
        "instances": _tr("A mask for each object by itself; learned from polygons, masks and paths"),
        "semantic": _tr("A label for each pixel, objects of one label not told apart; from polygons, masks and paths"),
        "classification": _tr("Which tags an image has, such as OK or NG; learned from the images' tags"),
    }
    return known.get(name, "")


def title(own: str) -> str:
    """Return what a network, backbone or recipe is called in a word or two; ``own`` is core's sentence about it."""
    return tip(own).split(":")[0]


def tip(own: str) -> str:
    """Return the sentence about a network, backbone or recipe in the person's language."""
    return QCoreApplication.translate("Recipes", own)
