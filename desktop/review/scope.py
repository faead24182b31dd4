"""Which images a model is to look at."""

from collections.abc import Collection
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from core.voc.dataset import Dataset, ImageEntry
from core.voc.given_labels import unlabelled


class Scope(StrEnum):
    """Which images a model looks at."""

    UNLABELLED = "unlabelled"
    THIS = "this"
    LISTED = "listed"
    SELECTED = "selected"
    ALL = "all"

    @property
    def words(self) -> str:
        """The scope as a person says it."""
        return {
            Scope.UNLABELLED: QCoreApplication.translate("Scope", "unlabelled images"),
            Scope.THIS: QCoreApplication.translate("Scope", "this image"),
            Scope.LISTED: QCoreApplication.translate("Scope", "images in the list"),
            Scope.SELECTED: QCoreApplication.translate("Scope", "images selected"),
            Scope.ALL: QCoreApplication.translate("Scope", "all images"),
        }[self]

    @property
    def tip(self) -> str:
        """What that means, in a sentence."""
        return {
            Scope.UNLABELLED: QCoreApplication.translate(
                "Scope", "Images of which nothing is said yet: no annotation, no mask and no class in a list"
            ),
            Scope.THIS: QCoreApplication.translate("Scope", "The image that is open"),
            Scope.LISTED: QCoreApplication.translate("Scope", "What the list shows: search there to choose"),
            Scope.SELECTED: QCoreApplication.translate("Scope", "What is selected on the page Images"),
            Scope.ALL: QCoreApplication.translate("Scope", "Every image; what you drew is never changed"),
        }[self]


def entries_of(dataset: Dataset, scope: Scope, names: Collection[str]) -> list[ImageEntry]:
    """Return the images of a scope; looks at the disk, so not on the main thread.

    ``names`` are those of the open image, of the list or of the selection, where the scope is one of these.
    """
    if scope is Scope.ALL:
        return list(dataset.entries)
    if scope is Scope.UNLABELLED:
        return unlabelled(dataset)
    return [dataset.entry(name) for name in names if name in dataset]
