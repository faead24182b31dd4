"""Says that a dataset lay one folder too deep, and how it should lie."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from desktop import theme


def _tr(text: str) -> str:
    return QCoreApplication.translate("TooDeepDialog", text)


class TooDeepDialog(QDialog):
    """Shown after the dataset was opened where it lies; there is nothing to decide."""

    def __init__(self, name: str, folders: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("too_deep_dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(_tr("One folder too deep"))
        self.setMinimumWidth(520)
        where = _tr("The dataset lies in {inner}/ instead of at the root of {name}. It was opened there.")
        said = QLabel(where.format(inner="/".join(folders), name=name))
        said.setObjectName("too_deep_words")
        said.setWordWrap(True)
        self.tree = QLabel(expected_tree(name))
        self.tree.setObjectName("expected_tree")
        self.tree.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.tree.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.tree.setContentsMargins(*[theme.SPACE] * 4)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok)
        buttons.accepted.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[2 * theme.SPACE] * 4)
        column.setSpacing(theme.SPACE)
        column.addWidget(said)
        column.addWidget(theme.heading(_tr("Other programs expect it so:")))
        column.addWidget(self.tree)
        column.addWidget(buttons)


def expected_tree(name: str) -> str:
    """Return how a Pascal VOC dataset of that name lies in its folder or archive."""
    rows = (
        ("├── JPEGImages/", _tr("the images")),
        ("├── Annotations/", _tr("an XML file for each labelled image")),
        ("└── ImageSets/Main/", _tr("lists of names such as train.txt (not needed)")),
    )
    return "\n".join([name, *(f"{folder:<22}{words}" for folder, words in rows)])
