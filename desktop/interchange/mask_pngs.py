"""Reading the mask PNGs of the open project into its annotations: one step of undo for all of them."""

from PySide6.QtCore import QCoreApplication, QObject, Signal

from core.editing.batch.mask_pngs import TakeMasks, images_with_masks
from desktop.actions import ActionSpec, Menu
from desktop.annotate.page import AnnotatePage
from desktop.dataset.batches import Batches


def _tr(text: str) -> str:
    return QCoreApplication.translate("MaskPngs", text)


def spec() -> ActionSpec:
    """Return the action."""
    return ActionSpec(
        name="read_mask_pngs",
        text=_tr("Read mask &PNGs"),
        menu=Menu.DATASET,
        section=40,
        icon="import",
        tip=_tr("Take the objects of SegmentationClass and SegmentationObject into the annotations"),
        needs_project=True,
    )


class MaskPngs(QObject):
    """Takes the masks of all images that have a PNG."""

    warned = Signal(str)

    def __init__(self, page: AnnotatePage, batches: Batches, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._page = page
        self._batches = batches

    def take(self) -> None:
        """Take them, or say that there are none."""
        dataset = self._page.dataset
        if dataset is None:
            return
        images = images_with_masks(dataset)
        if images:
            operation = TakeMasks(dataset, self._page.label_list.names)
            self._batches.do(operation, images, self.tr("Read mask PNGs"))
        else:
            self.warned.emit(
                self.tr("There are no PNGs in {folder}.").format(folder=dataset.root / "SegmentationClass")
            )
