"""What the Help menu shows."""

from importlib.metadata import version

from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop import theme
from desktop.room import resize_to_fit

_PARTS = (
    ("PySide6-Essentials", "Qt for Python", "LGPL-3.0"),
    ("pyqtgraph", "PyQtGraph", "MIT"),
    ("numpy", "NumPy", "BSD-3-Clause"),
    ("opencv-python-headless", "OpenCV", "Apache-2.0"),
    ("Pillow", "Pillow", "MIT-CMU"),
    ("torch", "PyTorch", "BSD-3-Clause"),
    ("torchvision", "torchvision", "BSD-3-Clause"),
    ("onnxruntime", "ONNX Runtime", "MIT"),
    ("faster-coco-eval", "faster-coco-eval", "Apache-2.0"),
    ("pydantic", "pydantic", "MIT"),
)


class AboutDialog(QDialog):
    """Version, licence, and what the program stands on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("About Annotrain"))
        resize_to_fit(self, 520, 440)
        logo = QLabel()
        logo.setPixmap(theme.app_icon().pixmap(56, 56))
        title = QLabel(f"Annotrain {version('annotrain')}")
        title.setProperty("role", "title")
        claim = theme.note(
            self.tr(
                "Label images, train a model on them and let it label the rest, on this computer. "
                "Free software under the Apache licence 2.0."
            )
        )
        words = QVBoxLayout()
        words.addWidget(title)
        words.addWidget(claim)
        head = QHBoxLayout()
        head.setSpacing(2 * theme.SPACE)
        head.addWidget(logo)
        head.addLayout(words, 1)
        parts = QTreeWidget()
        parts.setRootIsDecorated(False)
        parts.setHeaderLabels([self.tr("It stands on"), self.tr("Version"), self.tr("Licence")])
        parts.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        for package, name, licence in _PARTS:
            number = f"{version(package)} (Qt {qVersion()})" if package.startswith("PySide") else version(package)
            QTreeWidgetItem(parts, [name, number, licence])
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setSpacing(2 * theme.SPACE)
        layout.addLayout(head)
        layout.addWidget(parts, 1)
        layout.addWidget(buttons)
