"""What is set aside: each time with its images, a look at one of them, and the way back."""

from collections import defaultdict
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QLocale, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from core.errors import AnnotrainError
from core.images import read_thumbnail
from core.voc.setting_aside import Aside, all_aside
from desktop import theme
from desktop.bulk.aside_work import AsideWork
from desktop.error_words import words_of
from desktop.jobs.executor import Executor

_SIDE = 800


class AsideDialog(QDialog):
    """Lists what was set aside, the newest first; what is selected can be brought back."""

    def __init__(self, root: Path, work: AsideWork, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("aside_dialog")
        self.setWindowTitle(self.tr("What is set aside"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.resize(760, 480)
        self._root, self._work = root, work
        self._executor = Executor(self)
        self._build()
        self.finished.connect(lambda _result: self._executor.shutdown(wait=False))
        self._executor.submit(lambda: all_aside(root), self.show_aside, self._cannot, owner=self)

    def show_aside(self, aside: tuple[Aside, ...]) -> None:
        """List these."""
        self.tree.clear()
        for one in reversed(aside):
            when = QLocale().toString(datetime.fromtimestamp(one.when), QLocale.FormatType.ShortFormat)
            head = QTreeWidgetItem(self.tree, [one.text or one.folder.name, str(len(one.images)), when])
            head.setData(0, Qt.ItemDataRole.UserRole, (one, None))
            head.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            head.setChildIndicatorPolicy(QTreeWidgetItem.ChildIndicatorPolicy.ShowIndicator)
        if aside:
            self.tree.setCurrentItem(self.tree.topLevelItem(0))
        self.note.setText(
            self.tr("They lie in the folder {folder} of the dataset, each time in one of its own that can be opened as"
                    " a dataset. Nothing of them is deleted.").format(folder="SetAside")
            if aside
            else self.tr("Nothing is set aside. On the page Review, images can be moved out of the dataset and back.")
        )  # fmt: skip
        self._show_selection()

    # -- building --------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        self.note = theme.note(self.tr("Looking…"))
        self.note.setObjectName("aside_note")
        self.tree = QTreeWidget()
        self.tree.setObjectName("aside_tree")
        self.tree.setAccessibleName(self.tr("What is set aside"))
        self.tree.setHeaderLabels([self.tr("Why"), self.tr("Images"), self.tr("When")])
        self.tree.setUniformRowHeights(True)
        self.tree.setSelectionMode(QTreeWidget.SelectionMode.ExtendedSelection)
        for column, width in enumerate((230, 64)):
            self.tree.setColumnWidth(column, width)
        self.tree.itemExpanded.connect(self._list_images)
        self.tree.itemSelectionChanged.connect(self._show_selection)
        self.picture = _Picture()
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.addWidget(self.tree)
        splitter.addWidget(self.picture)
        splitter.setSizes([460, 300])
        self.back_button = QPushButton(self.tr("Bring back"))
        self.back_button.setObjectName("aside_back_button")
        self.back_button.setProperty("role", "primary")
        self.back_button.clicked.connect(self._bring_back)
        close = QPushButton(self.tr("Close"))
        close.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(close)
        row.addWidget(self.back_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[2 * theme.SPACE] * 4)
        column.setSpacing(theme.SPACE)
        column.addWidget(self.note)
        column.addWidget(splitter, 1)
        column.addLayout(row)

    def _list_images(self, head: QTreeWidgetItem) -> None:
        """List the images of one time when they are looked at first."""
        one, _ = head.data(0, Qt.ItemDataRole.UserRole)
        if head.childCount():
            return
        for name in one.images:
            entry = QTreeWidgetItem(head, [name])
            entry.setData(0, Qt.ItemDataRole.UserRole, (one, name))

    # -- looking and bringing back ---------------------------------------------------------------------------------

    def _show_selection(self) -> None:
        chosen = [entry.data(0, Qt.ItemDataRole.UserRole) for entry in self.tree.selectedItems()]
        self.back_button.setEnabled(bool(chosen))
        count = sum(map(len, self._names().values()))
        many = self.tr("Bring back %n image(s)", "", count)
        self.back_button.setText(many if count else self.tr("Bring back"))
        self.picture.show_picture(None)
        if chosen:
            one, name = chosen[0]
            path = one.path_of(name if name is not None else next(iter(one.images)))
            self._executor.submit(
                lambda: _picture_of(path), self.picture.show_picture,
                self._cannot, key="picture", owner=self,
            )  # fmt: skip

    def _bring_back(self) -> None:
        """Bring back what is selected: of one time after the other, for each is a change of its own."""
        names = self._names()
        self.back_button.setEnabled(False)
        self.tree.setEnabled(False)
        # Behind the look at a picture that is under way: Windows moves no file that is being read.
        self._executor.submit(lambda: None, lambda _done: self._go(names), owner=self)

    def _go(self, names: dict[Path, set[str]]) -> None:
        self.accept()
        self._work.bring_back_all(names)

    def _names(self) -> dict[Path, set[str]]:
        """Return the selected images by the folder that they lie in; one that is selected twice counts once."""
        names: dict[Path, set[str]] = defaultdict(set)
        for entry in self.tree.selectedItems():
            one, name = entry.data(0, Qt.ItemDataRole.UserRole)
            names[one.folder] |= set(one.images) if name is None else {name}
        return names

    def _cannot(self, error: BaseException) -> None:
        """Say what cannot be read; what nobody expected is reported elsewhere."""
        if isinstance(error, AnnotrainError):
            self.note.setText(words_of(error))


class _Picture(QWidget):
    """A picture as large as there is room."""

    def __init__(self) -> None:
        super().__init__()
        self.setMinimumWidth(160)
        self._pixmap: QPixmap | None = None

    def show_picture(self, image: QImage | None) -> None:
        """Show another picture, or none."""
        self._pixmap = QPixmap.fromImage(image) if image is not None else None
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._pixmap is None:
            return
        size = self._pixmap.size().toSizeF().scaled(self.size().toSizeF(), Qt.AspectRatioMode.KeepAspectRatio)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        place = QRectF((self.width() - size.width()) / 2, (self.height() - size.height()) / 2, size.width(),
                       size.height())  # fmt: skip
        painter.drawPixmap(place, self._pixmap, QRectF(self._pixmap.rect()))


def _picture_of(path: Path) -> QImage:
    """Return an image, small; not on the main thread."""
    pixels = read_thumbnail(path, _SIDE)
    height, width = pixels.shape[:2]
    return QImage(pixels.data, width, height, 3 * width, QImage.Format.Format_RGB888).copy()
