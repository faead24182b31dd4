"""What the Help menu shows."""

from collections.abc import Sequence
from importlib.metadata import version

from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop import theme

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


class ShortcutsDialog(QDialog):
    """Every action with its keys, and a field to search them."""

    def __init__(self, rows: Sequence[tuple[str, str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Keyboard shortcuts")
        self.resize(520, 620)
        self._search = QLineEdit()
        self._search.setPlaceholderText("Search")
        self._search.setClearButtonEnabled(True)
        self._search.textChanged.connect(self._filter)
        self.tree = QTreeWidget()
        self.tree.setColumnCount(2)
        self.tree.setHeaderLabels(["Action", "Keys"])
        self.tree.setRootIsDecorated(False)
        self.tree.header().setStretchLastSection(False)
        self.tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self._fill(rows)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setSpacing(theme.SPACE)
        layout.addWidget(self._search)
        layout.addWidget(self.tree, 1)
        layout.addWidget(buttons)

    def _fill(self, rows: Sequence[tuple[str, str, str]]) -> None:
        """Show the rows below the titles of their menus."""
        groups: dict[str, QTreeWidgetItem] = {}
        for menu, action, keys in rows:
            if menu not in groups:
                group = groups[menu] = QTreeWidgetItem(self.tree, [menu])
                font = group.font(0)
                font.setBold(True)
                group.setFont(0, font)
                group.setFlags(Qt.ItemFlag.ItemIsEnabled)
            QTreeWidgetItem(groups[menu], [action, keys])
        self.tree.expandAll()

    def _filter(self, text: str) -> None:
        """Show the rows that hold ``text``."""
        for number in range(self.tree.topLevelItemCount()):
            group = self.tree.topLevelItem(number)
            for place in range(group.childCount()):
                row = group.child(place)
                row.setHidden(text.casefold() not in f"{row.text(0)} {row.text(1)}".casefold())
            group.setHidden(all(group.child(place).isHidden() for place in range(group.childCount())))


class AboutDialog(QDialog):
    """Version, licence, and what the program stands on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("About Annotrain")
        self.resize(520, 480)
        logo = QLabel()
        logo.setPixmap(theme.app_icon().pixmap(56, 56))
        title = QLabel(f"Annotrain {version('annotrain')}")
        title.setProperty("role", "title")
        claim = theme.note(
            "Label images, train a model on them and let it label the rest, on this computer. "
            "Free software under the Apache licence 2.0."
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
        parts.setHeaderLabels(["It stands on", "Version", "Licence"])
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
